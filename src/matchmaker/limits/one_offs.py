"""Nobody can be at court with one person and at a prison gate with another (S0:L124)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.limits.base import Limit, Part, Whose

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class OneOffs(Limit):
    """For each mentor, one place at each moment at which an appointment begins while another lasts.

    From `needed_on` on, for as long as a meeting lasts; one that ends as the next begins leaves room. The
    way from one to the other is not counted, and weekly times are not rationed by the hour.
    """

    code: Literal["one-offs"] = "one-offs"
    title: ClassVar[str] = "one-off tasks at the same time"
    whose: ClassVar[Whose] = "mentor"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "beneficiary"})

    def sentence(self) -> str:
        """Say the limit."""
        return "No mentor has two one-off tasks, such as court or a release, at times that overlap."

    def uses(self, match: Pair, context: Context) -> dict[str, int]:
        moments = context.one_offs.clashing(match.beneficiary.id)
        return {_at(mentor, moment): 1 for mentor in match.mentor_ids for moment in moments}

    def room(self, context: Context) -> dict[str, int]:
        return {_at(mentor, moment): 1 for mentor in context.mentors for moment in context.one_offs.moments}


def _at(mentor: str, moment: str) -> str:
    return f"{mentor} on {moment}"
