"""A mentor with somebody new needs supervision, and the worker who gives it has so much room (S1:L192)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.words import NO_NAVIGATOR, counted
from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class SupervisionPlaces(Limit):
    """A place of each mentor's own worker for every new match; what is written down is what is still free.

    So matches under way take none, and nor does joining a group: its host hosts it anyway. Blank is not
    limited, and that a mentor has a worker is a rule.
    """

    code: Literal["supervision-places"] = "supervision-places"
    title: ClassVar[str] = "a worker's room to supervise a mentor who meets somebody new"
    whose: ClassVar[Whose] = "worker"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "company"})
    counts_under_way: ClassVar[bool] = False

    def sentence(self) -> str:
        """Say the limit."""
        return (
            "Each new match takes a supervision place of the worker who supports the mentor, of both "
            "workers if two mentors go together and none if somebody joins a group, and no worker is given "
            "more than they have free."
        )

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        if match.company == "group":
            return {}
        return dict(Counter(m.navigator for m in match.mentors if m.navigator != NO_NAVIGATOR))

    def room(self, context: Context) -> dict[str, int]:
        workers = context.round.navigators
        return {w.id: w.supervision_places for w in workers if w.supervision_places is not None}

    def mend(self, key: str, amount: int, *, context: Context) -> Mend | None:
        """A worker finds the time to supervise more mentors."""
        worker = context.navigators.get(key)
        if worker is None or worker.supervision_places is None:
            return None
        do = f"{key} finds room to supervise {counted(amount, 'more new match', many='more new matches')}."
        cell = Cell("navigators", key, "supervision_places", worker.supervision_places + amount)
        return Mend("make room", do, cells=(cell,))
