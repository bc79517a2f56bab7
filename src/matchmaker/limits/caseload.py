"""A worker with too many people has no time for an introduction (S0:L85)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.fields import Count
from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class Caseload(Limit):
    """Everybody in the round with that worker counts, whatever they want; below the figure, no limit.

    A match under way changes nothing, since its person is counted already.
    """

    code: Literal["caseload"] = "caseload"
    title: ClassVar[str] = "introductions by a worker who supports too many people"
    whose: ClassVar[Whose] = "worker"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"beneficiary"})
    counts_under_way: ClassVar[bool] = False

    stop_from: Count = Field(
        20, description="From how many people on a worker makes no new introductions (S0:L85)."
    )

    def sentence(self) -> str:
        """Say the limit."""
        if self.stop_from == 0:
            return "No worker makes new introductions."
        people = "person" if self.stop_from == 1 else "people"
        return f"A worker who supports {self.stop_from} {people} or more makes no new introductions."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        return {match.beneficiary.navigator: 1}

    def room(self, context: Context) -> dict[str, int]:
        people = Counter(person.navigator for person in context.round.beneficiaries)
        return {w.id: 0 for w in context.round.navigators if people[w.id] >= self.stop_from}
