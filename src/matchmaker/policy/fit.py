"""The fit of many pairs, for whole rounds: what does not depend on how people would meet is judged once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.policy.policy import Policy


class Fit:
    """`Policy.fit` with a memory of the last people; a contract holds it to `Policy.fit`.

    The ways in which the same people could meet come one after the other, so that one memory is enough.
    """

    def __init__(self, policy: Policy, context: Context) -> None:
        """Sort the criteria into those that look only at who would meet, and the others."""
        on = [criterion for criterion in policy.criteria if not criterion.off and criterion.weight]
        self._context = context
        self._of_people = tuple(criterion for criterion in on if not criterion.looks_at)
        self._of_ways = tuple(criterion for criterion in on if criterion.looks_at)
        self._mentors: tuple[Mentor, ...] = ()
        self._person: Beneficiary | None = None
        self._points = 0

    def of(self, pair: Pair) -> int:
        """Return the fit of a pair: points times weight, summed; 0 to 10,000."""
        if pair.mentors is not self._mentors or pair.beneficiary is not self._person:
            self._mentors, self._person = pair.mentors, pair.beneficiary
            self._points = sum(
                each.weight * each.judge(pair, self._context).points for each in self._of_people
            )
        return self._points + sum(
            each.weight * each.judge(pair, self._context).points for each in self._of_ways
        )
