"""They need time in common, and the mentor at the hour that matters (S2:L204)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.mends import Cell, Mend
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.windows import all_within, longest, moment_windows, overlap
from matchmaker.domain.words import listed
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor, Navigator
    from matchmaker.domain.reasons import Objection


class Availability(Rule):
    """A person's blank times are still to be agreed; a mentor's blank times are a question."""

    code: Literal["availability"] = "availability"
    title: ClassVar[str] = "time in common"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "company"})
    looks_at_in_a_group: ClassVar[frozenset[Axis]] = frozenset({"venue"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "They have enough time in common for a whole meeting, outside what either of them avoids, "
            "and the mentor is free for a one-off appointment; a group meets when it meets, and that "
            "has to suit the person."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close when their times do not meet; ask for the mentor's when they are blank."""
        if arrangement.company == "group":
            return self._in_a_group(mentor, beneficiary, arrangement, context)
        if not self._meet(mentor, beneficiary, arrangement, context):
            who = self._who_need_it(mentor, beneficiary, arrangement, context)
            return self.closed(f"{listed(who)} have no time in common.")
        if not self._around(mentor, beneficiary, context, worker=None):
            return self.closed(f"{mentor.id} is not free when {beneficiary.id} needs somebody.")
        worker = context.navigators.get(beneficiary.navigator) if arrangement.company == "joint" else None
        if worker is not None and not self._around(mentor, beneficiary, context, worker=worker):
            return self.closed(f"{worker.id} is not free when {beneficiary.id} needs somebody.")
        if mentor.free is None:
            question = Question(
                f"free-times/{mentor.id}", f"When is {mentor.id} free in the week?", mentor.navigator
            )
            return self.asks(f"We do not know when {mentor.id} is free.", question)
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say when they could meet."""
        if arrangement.company == "group":
            return Seen(f"The group meets when it suits {beneficiary.id}.")
        second = context.mentors.get(arrangement.second or "")
        party = (mentor, second) if second else (mentor,)
        times = context.availability.common(party, beneficiary, joint=arrangement.company == "joint")
        if times is None:
            return Seen(f"Nobody has said yet when {mentor.id} is free.")
        if beneficiary.free is None:
            return Seen(
                f"{mentor.id} is free {listed(map(str, times))}; {beneficiary.id} has not said when.",
                noted=False,
            )
        return Seen(f"They have these times in common: {listed(map(str, times))}.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Find out when a mentor is free; what is known is not argued with."""
        wanted = beneficiary.free or context.round.programme.staff_reachable
        if mentor.free is not None or arrangement.company == "group" or not wanted:
            return None
        do = f"Find out when {mentor.id} is free."
        return Mend(
            "find out",
            do,
            f"if that suits {beneficiary.id}",
            cells=(Cell("mentors", mentor.id, "free", wanted),),
        )

    def _in_a_group(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close unless a group of this mentor at this place meets when it suits them."""
        groups = context.groups
        for group in groups.at(mentor.id, arrangement.venue.code):
            if groups.suits(mentor, beneficiary, group=group):
                return None
        return self.closed(f"{mentor.id} hosts no group there when it suits {beneficiary.id}.")

    @classmethod
    def _who_need_it(
        cls, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> tuple[str, ...]:
        """Name the worker only where the others would have time: else they are not what is in the way."""
        party = tuple(sorted(filter(None, (mentor.id, arrangement.second))))
        others = replace(arrangement, company="alone")
        by_worker = arrangement.company == "joint" and cls._meet(mentor, beneficiary, others, context)
        return (*party, beneficiary.id, *((beneficiary.navigator,) if by_worker else ()))

    @staticmethod
    def _meet(mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context) -> bool:
        """Say whether all who go have one stretch as long as a meeting."""
        second = context.mentors.get(arrangement.second or "")
        party = (mentor, second) if second else (mentor,)
        times = context.availability.common(party, beneficiary, joint=arrangement.company == "joint")
        return times is None or longest(times) >= context.habits.session(beneficiary)

    @staticmethod
    def _around(
        mentor: Mentor, beneficiary: Beneficiary, context: Context, *, worker: Navigator | None
    ) -> bool:
        """Say whether the mentor, and a worker who comes along, can be there at the hour that matters."""
        if beneficiary.needed_on is None:
            return True
        needed = moment_windows(beneficiary.needed_on, context.habits.session(beneficiary))
        free = (mentor.free, worker.free if worker else None)
        there = all(times is None or all_within(needed, times) for times in free)
        avoided = [time for who in (mentor, beneficiary) for time in context.protection.avoided_times(who.id)]
        return there and not overlap(avoided, needed)
