"""A joint match takes the worker's time every week, not only at the start (S0:L212)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import in_minutes
from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.words import counted
from matchmaker.limits.base import Limit, Part, Whose, weekly_minutes

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class JointHours(Limit):
    """Minutes a week of the person's worker; blank hours are not limited, they ask first."""

    code: Literal["joint-hours"] = "joint-hours"
    title: ClassVar[str] = "a worker's hours for joint visits"
    whose: ClassVar[Whose] = "worker"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "beneficiary", "company", "venues"})

    def sentence(self) -> str:
        """Say the limit."""
        return "Joint visits take no more of a worker's week than they have for them."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        if match.company != "joint":
            return {}
        return {match.beneficiary.navigator: weekly_minutes(match, context)}

    def room(self, context: Context) -> dict[str, int]:
        workers = context.round.navigators
        return {
            worker.id: in_minutes(worker.joint_hours) for worker in workers if worker.joint_hours is not None
        }

    def mend(self, key: str, amount: int, *, context: Context) -> Mend | None:
        """A worker finds more time for joint visits, in quarters of an hour."""
        worker = context.navigators.get(key)
        if worker is None or worker.joint_hours is None:
            return None
        quarters = -(-amount // 15)
        do = f"{key} finds {counted(15 * quarters, 'more minute')} a week for joint visits."
        cell = Cell("navigators", key, "joint_hours", worker.joint_hours + quarters / 4)
        return Mend("make room", do, cells=(cell,))
