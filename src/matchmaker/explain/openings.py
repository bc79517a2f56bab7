"""The smallest changes that might open a way for somebody: found by the law, not yet tried.

A rule or a limit says itself what could be done about it; here it is put together what one way to meet
needs in all. More than two things at once are no small change, and are not looked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import chain, count, permutations
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.decisions import WAIVED_AT_MOST, Decision
from matchmaker.domain.mends import Mend
from matchmaker.domain.rows import Team
from matchmaker.domain.words import SINGLY, listed
from matchmaker.rules import Rule
from matchmaker.rules.block import seen_by
from matchmaker.rules.waived import not_waived

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.words import Company
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.room import Room
    from matchmaker.limits.taking import What
    from matchmaker.plan import Plan
    from matchmaker.rules.block import Party

Venues: TypeAlias = "tuple[tuple[str, Venue], ...]"
MOST: Final = 2
"""How many things one remedy may ask for."""
_NEAREST, _TOGETHER = 30, 6
"""How many mentors are looked at by themselves, and how many of them as two who might go together."""
_ROOMY, _TIGHT = 4, 3
"""How many are tried of those for which there is room, and of those for which others would have to move."""


class Need(NamedTuple):
    """One way to meet somebody, of which it is to be found out what it needs."""

    party: Party
    company: Company


@dataclass(frozen=True, slots=True)
class Opening:
    """What might be done, and with whom the person could then meet."""

    mends: tuple[Mend, ...]
    mentors: tuple[str, ...]
    company: Company
    has_room: bool
    """Whether the plan leaves room for it, once it is done."""

    @property
    def order(self) -> tuple[int, bool, int, tuple[str, ...]]:
        """The smallest first; where there is room before where others would move; then the cheapest."""
        return len(self.mends), not self.has_room, max(mend.order for mend in self.mends), self.mentors


def worth_trying(found: Sequence[Opening]) -> tuple[Opening, ...]:
    """Return what to try, in this order: what needs others to move is tried a few times, not all the time."""
    roomy = [opening for opening in found if opening.has_room]
    tight = [opening for opening in found if not opening.has_room]
    single = [opening for opening in roomy if len(opening.mends) == 1]
    several = [opening for opening in roomy if len(opening.mends) > 1]
    return (*single[:_ROOMY], *tight[:_TIGHT], *several[:_ROOMY], *tight[_TIGHT : 2 * _TIGHT])


def openings(plan: Plan, room: Room, *, ledger: Ledger, beneficiary: str) -> tuple[Opening, ...]:
    """Return what might open a way for somebody who asked: what to try first comes first."""
    place, person = ledger.found(beneficiary)
    near = _near(plan, ledger, place)
    ways = chain(
        ((Need((mentor,), company), None) for mentor in near for company in SINGLY),
        ((Need(party, "paired"), _together(plan, party)) for party in permutations(near[:_TOGETHER], 2)),
    )
    found = chain.from_iterable(
        _openings(plan, room, person=person, need=need, agreed=agreed) for need, agreed in ways
    )
    best: dict[frozenset[Mend], Opening] = {}
    for opening in sorted(found, key=lambda each: each.order):
        best.setdefault(frozenset(opening.mends), opening)
    return tuple(best.values())


def _near(plan: Plan, ledger: Ledger, place: int) -> list[Mentor]:
    """Return mentors who come near: little stands in the way, and nothing that nobody can change.

    Those with an open way come first: another company may be open too, and have room.
    """
    fixed = {rule.code for rule in plan.policy.rules_on if not (rule.may_bend or _says_how(rule))}
    codes = {mentor.id: blocking for mentor, blocking in ledger.blocked(place)}
    near = [
        (len(codes.get(mentor.id, ())) + (mentor.id in codes), mentor.id, mentor)
        for mentor in plan.context.round.mentors
        if len(codes.get(mentor.id, ())) <= MOST and not fixed & set(codes.get(mentor.id, ()))
    ]
    return [mentor for _, _, mentor in sorted(near, key=lambda each: each[:2])[:_NEAREST]]


def _says_how(rule: Rule) -> bool:
    return type(rule).mend is not Rule.mend


def _together(plan: Plan, party: Party) -> Mend | None:
    """Two who do not go together yet: whether they would is for them to say."""
    one, other = sorted(mentor.id for mentor in party)
    if frozenset((one, other)) in plan.context.teams:
        return None
    taken = {team.id for team in plan.context.round.teams}
    name = next(name for name in (f"new-team-{n}" for n in count(1)) if name not in taken)
    ask = f"Ask {one} and {other} whether they would go together."
    return Mend("agree", ask, "if they would", rows=(("teams", Team(id=name, one=one, other=other)),))


def _openings(
    plan: Plan, room: Room, *, person: Beneficiary, need: Need, agreed: Mend | None
) -> Iterator[Opening]:
    """Yield what one way needs by the rules, and that with the room that our workers would have to find.

    Mentors' places and hours are their own; where they have none, others would have to move.
    """
    ids = tuple(mentor.id for mentor in need.party)
    found = needed(plan, need.party, person=person, company=need.company)
    if found is None or (len(ids) == 2 and plan.context.protection.kept_apart(*ids)):
        return
    mends, venues = found
    mends = (agreed, *mends) if agreed else mends
    short = room.short_of(Pair(need.party, person, need.company, venues))
    if 0 < len(mends) <= MOST:
        yield Opening(mends, ids, need.company, has_room=not short)
    for everybody in (False, True):
        ours = _more_room(plan, room, short, everybody=everybody)
        if ours and len(mends) + len(ours) <= MOST:
            yield Opening((*mends, *ours), ids, need.company, has_room=len(ours) == len(short))


def _more_room(plan: Plan, room: Room, short: Mapping[What, int], *, everybody: bool) -> tuple[Mend, ...]:
    """Return what our workers could do about what is short: for this person, or for all who wait for it."""
    limits = {limit.code: limit for limit in plan.policy.limits_on}
    wanted = _wanted(plan, room) if everybody else {}
    amounts = {what: max(amount, wanted.get(what, 0)) for what, amount in sorted(short.items())}
    mends = (limits[code].mend(key, amount, context=plan.context) for (code, key), amount in amounts.items())
    return tuple(mend for mend in mends if mend is not None)


def _wanted(plan: Plan, room: Room) -> dict[What, int]:
    """Return how much more of each limit everybody would need who has no suggestion and could use it."""
    least: dict[What, dict[str, int]] = defaultdict(dict)
    for option in plan.options:
        person = option.pair.beneficiary.id
        for what, amount in room.uses(option.pair).items() if person not in plan.served else ():
            least[what][person] = min(amount, least[what].get(person, amount))
    return {what: sum(each.values()) - room.after.get(what, 0) for what, each in least.items()}


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
