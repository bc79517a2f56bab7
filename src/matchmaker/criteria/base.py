"""What a criterion is: points for a pair, with the reason in the same breath."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple, TypeAlias

from pydantic import Field

from matchmaker.domain.clause import Clause
from matchmaker.errors import RuleError

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


Weight = Annotated[int, Field(ge=0, le=100, description="How much it counts; together at most 100.")]
Sight: TypeAlias = Literal["company", "venue"]


class Points(NamedTuple):
    """Whole points from 0 to 100, and because of what."""

    points: int
    because: str


class Criterion(Clause):
    """Something that makes a pair worth suggesting. It never scores a person, only the two together.

    `looks_at` names what the points depend on besides who would meet. What names nothing is judged once
    for all the ways in which the same people could meet; what says nothing is judged anew for each.
    """

    looks_at: ClassVar[frozenset[Sight]] = frozenset({"company", "venue"})
    weight: Weight

    @abstractmethod
    def score(self, pair: Pair, context: Context) -> Points:
        """Return the pair's points and why."""

    def judge(self, pair: Pair, context: Context) -> Points:
        """Return the score; a criterion that fails stops the run rather than favouring a pair by accident."""
        try:
            found = self.score(pair, context)
        except Exception as error:
            what = type(error).__name__
            raise RuleError(f"the criterion {self.code} could not judge a pair ({what}).") from error
        if type(found) is not Points or type(found.points) is not int or not 0 <= found.points <= 100:
            raise RuleError(f"the criterion {self.code} gave something other than 0 to 100 points.")
        return found
