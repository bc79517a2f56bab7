"""For those who would like to hear more: introductions to describe, none counted as agreed (S1:L186)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.compile import judged, options_of
from matchmaker.domain.proposal import HearMore
from matchmaker.domain.stand_in import as_if_yes
from matchmaker.explain.matches import alternative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.compile import Option
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan

_DESCRIBED = 3


def hear_more(plan: Plan, room: Room) -> tuple[HearMore, ...]:
    """Return up to three pairs to describe to each of them, ready ones first, one a mentor."""
    people = tuple(map(as_if_yes, plan.context.curious))
    blocks = judged(people, policy=plan.policy, context=plan.context)
    options = options_of(blocks, policy=plan.policy, context=plan.context)
    meeting = {(m, match.beneficiary) for match in plan.context.under_way for m in match.mentors}
    possible = [
        option
        for option in options
        if room.at_all(option.pair)
        and not any((m, option.pair.beneficiary.id) in meeting for m in option.pair.mentor_ids)
    ]
    return tuple(
        HearMore(beneficiary=person.id, introductions=tuple(map(alternative, _best(person.id, possible))))
        for person in people
    )


def _best(person: str, options: Sequence[Option]) -> list[Option]:
    own = [option for option in options if option.pair.beneficiary.id == person]
    by_mentor: dict[frozenset[str], Option] = {}
    for option in sorted(own, key=lambda o: (o.state != "ready", -o.fit, o.key)):
        by_mentor.setdefault(option.name[1], option)
    return list(by_mentor.values())[:_DESCRIBED]
