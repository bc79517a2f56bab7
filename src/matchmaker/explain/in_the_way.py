"""What stands in the way of one way to meet: for each task, at the venue where that is least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Company
    from matchmaker.plan import Plan
    from matchmaker.rules.block import Party


class Closing(Protocol):
    """What closes a way, or only asks first."""

    @property
    def closes(self) -> bool:
        """Whether it closes."""


def least_in_the_way(
    plan: Plan, company: Company, *, party: Party, person: Beneficiary
) -> Iterator[Objection]:
    """Yield what the rules say of a way to meet, task by task."""
    context, rules = plan.context, plan.policy.rules_on
    for task in person.wants_to_do:
        at_venues = [
            tuple(objections(rules, party, beneficiary=person, where=(task, company, venue), context=context))
            for venue in context.venues_in(task, company, host=party[0])
        ]
        yield from min(at_venues, key=weight, default=())


def weight(found: Sequence[Closing]) -> tuple[int, int]:
    """Return what to compare by: how much closes, then how much there is at all."""
    return sum(each.closes for each in found), len(found)
