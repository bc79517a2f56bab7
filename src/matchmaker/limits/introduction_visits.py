"""Two or three joint visits begin every match, and somebody has to make them (S1:L144, S0:L188)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.words import NO_NAVIGATOR, counted
from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class IntroductionVisits(Limit):
    """Visits of the person's worker, for new matches only: `first_visits_free` is what is still free."""

    code: Literal["introduction-visits"] = "introduction-visits"
    title: ClassVar[str] = "a worker's room for introduction visits"
    whose: ClassVar[Whose] = "worker"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"beneficiary"})
    counts_under_way: ClassVar[bool] = False

    def sentence(self) -> str:
        """Say the limit."""
        return "A worker introduces no more people than they have introduction visits free for."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        return {match.beneficiary.navigator: context.habits.intro_visits}

    def room(self, context: Context) -> dict[str, int]:
        return {worker.id: worker.first_visits_free for worker in context.round.navigators} | {
            NO_NAVIGATOR: 0
        }

    def mend(self, key: str, amount: int, *, context: Context) -> Mend | None:
        """A worker finds the time for more visits."""
        worker = context.navigators.get(key)
        if worker is None:
            return None
        do = f"{key} finds time for {counted(amount, 'more introduction visit')}."
        cell = Cell("navigators", key, "first_visits_free", worker.first_visits_free + amount)
        return Mend("make room", do, cells=(cell,))
