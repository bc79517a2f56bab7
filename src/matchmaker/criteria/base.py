"""What a criterion is: points for a pair, with the reason in the same breath."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from matchmaker.domain.clause import Clause

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class Points(NamedTuple):
    """Whole points from 0 to 100, and because of what."""

    points: int
    because: str


class Criterion(Clause):
    """Something that makes a pair worth suggesting. It never scores a person, only the two together."""

    weight: int = Field(ge=0, le=100, description="How much it counts; all weights together at most 100.")

    @abstractmethod
    def score(self, pair: Pair, context: Context) -> Points:
        """Return the pair's points and why."""
