"""What one way to meet needs by the rules: each rule says itself what could be done about it.

More than two things at once are no small change, and are not looked for.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from matchmaker.domain.decisions import WAIVED_AT_MOST, Decision
from matchmaker.domain.mends import Mend
from matchmaker.domain.words import listed
from matchmaker.rules.block import seen_by
from matchmaker.rules.waived import not_waived

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.words import Company
    from matchmaker.plan import Plan
    from matchmaker.rules import Rule
    from matchmaker.rules.block import Party

Venues: TypeAlias = "tuple[tuple[str, Venue], ...]"
MOST: Final = 2
"""How many things one remedy may ask for."""


def needed(
    plan: Plan, party: Party, *, person: Beneficiary, company: Company
) -> tuple[tuple[Mend, ...], Venues] | None:
    """Return what would open this way to meet, for every task at the place where that is least.

    No mends where it is open already; None where it is closed in a way that nobody should try to change.
    """
    found: dict[Mend, None] = {}
    where = []
    for task in person.wants_to_do:
        venues = plan.context.venues_in(task, company, host=party[0])
        ways = ((_at(plan, party, person, where=(task, company, venue)), venue) for venue in venues)
        possible = [(mends, venue) for mends, venue in ways if mends is not None]
        if not possible:
            return None
        least, venue = min(possible, key=lambda way: _cost(way[0]))
        found.update(dict.fromkeys(least))
        where.append((task, venue))
    return (tuple(found), tuple(where)) if len(found) <= MOST else None


def _cost(mends: tuple[Mend, ...]) -> tuple[int, int]:
    return len(mends), max((mend.order for mend in mends), default=0)


def _at(
    plan: Plan, party: Party, person: Beneficiary, *, where: tuple[str, Company, Venue]
) -> tuple[Mend, ...] | None:
    """Return what one visit at one place needs, None if more than is small or what cannot be had."""
    task, company, venue = where
    context, found = plan.context, dict[Mend, None]()
    rules = not_waived(plan.policy.rules_on, party, beneficiary=person, what=(task, company), context=context)
    asks_are_fine = company == "joint" and venue.sheltered
    for mentor, seen in seen_by(party, task, company=company, venue=venue):
        for rule in rules:
            objection = rule.judge(mentor, person, seen, context)
            if objection is None or (asks_are_fine and not objection.closes):
                continue
            mend = rule.mend(mentor, person, seen, context)
            if mend is None and rule.may_bend and rule.strength == "policy":
                mend = _set_aside(plan, rule, party, person, company=company)
            if mend is None:
                return None
            found[mend] = None
            if len(found) > MOST:
                return None
    return tuple(found)


def _set_aside(plan: Plan, rule: Rule, party: Party, person: Beneficiary, *, company: Company) -> Mend:
    """Return a waiver as a manager would write it, with the longest time it may hold."""
    today = plan.context.as_of
    waiver = Decision(
        id=f"what-if.{rule.code}",
        actor="a manager",
        at=datetime.combine(today, time(12)),
        kind="waive",
        beneficiary=person.id,
        mentors=tuple(mentor.id for mentor in party),
        company=company,
        tasks=person.wants_to_do,
        rule=rule.code,
        mitigation="what makes it safe",
        until=today + WAIVED_AT_MOST - timedelta(days=1),
        reason="to see what it would mean",
    )
    who = listed((person.id, *(mentor.id for mentor in party)))
    do = f"A manager sets a rule aside for {who} ({rule.title}), with a reason, and says what makes it safe."
    return Mend("set aside", do, rows=(("decisions", waiver),))
