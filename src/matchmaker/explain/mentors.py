"""Mentors without a suggestion: under-use is told as loudly as overload (S0:L189)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.proposal import SpareMentor
from matchmaker.limits.agreed_hours import AgreedHours
from matchmaker.limits.people_at_once import PeopleAtOnce

if TYPE_CHECKING:
    from matchmaker.domain.people import Mentor
    from matchmaker.plan import Plan


def mentors_without_a_match(plan: Plan) -> tuple[SpareMentor, ...]:
    """Return each mentor without a suggestion, and why as far as it can be said kindly."""
    busy = {mentor for option in plan.chosen for mentor in option.pair.mentor_ids}
    could_meet = Counter(mentor for option in plan.options for mentor in {*option.pair.mentor_ids})
    places, hours = PeopleAtOnce().left(plan.context), AgreedHours().left(plan.context)
    return tuple(
        SpareMentor(
            mentor=m.id, reasons=tuple(_reasons(m, plan, places[m.id], hours[m.id], could_meet[m.id]))
        )
        for m in plan.context.round.mentors
        if m.id not in busy
    )


def _reasons(mentor: Mentor, plan: Plan, places: int, minutes: int, could_meet: int) -> Iterator[str]:
    if not mentor.available or any(days.holds(plan.context.as_of) for days in mentor.breaks):
        yield "is taking a break"
    elif places == 0:
        yield "already meets as many people as agreed"
    elif minutes == 0:
        yield "has given all the hours agreed"
    elif could_meet:
        yield "could meet somebody, but there is another suggestion for them or no room with the worker"
    else:
        yield "has nobody on the list they could meet at present"
