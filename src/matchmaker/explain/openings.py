"""The smallest changes that might open a way for somebody: found by the law, not yet tried.

What one way to meet needs by the rules is in `needs`; here that is put together with the room it takes, for
every mentor who comes near.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, permutations
from typing import TYPE_CHECKING, NamedTuple

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.mends import Mend
from matchmaker.domain.rows import Team
from matchmaker.domain.words import SINGLY
from matchmaker.explain.needs import MOST, needed
from matchmaker.rules import Rule

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.words import Company
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.waiting import Waiting
    from matchmaker.limits.taking import What
    from matchmaker.plan import Plan
    from matchmaker.rules.block import Party

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


def openings(waiting: Waiting, *, ledger: Ledger, beneficiary: str) -> tuple[Opening, ...]:
    """Return what might open a way for somebody who asked: what to try first comes first."""
    plan = waiting.plan
    place, person = ledger.found(beneficiary)
    near = _near(plan, ledger, place)
    ways = chain(
        ((Need((mentor,), company), None) for mentor in near for company in SINGLY),
        ((Need(party, "paired"), _together(plan, party)) for party in permutations(near[:_TOGETHER], 2)),
    )
    found = chain.from_iterable(
        _openings(waiting, person=person, need=need, agreed=agreed) for need, agreed in ways
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


def _openings(waiting: Waiting, *, person: Beneficiary, need: Need, agreed: Mend | None) -> Iterator[Opening]:
    """Yield what one way needs by the rules, and that with the room that our workers would have to find.

    Mentors' places and hours are their own; where they have none, others would have to move.
    """
    plan, ids = waiting.plan, tuple(mentor.id for mentor in need.party)
    found = needed(plan, need.party, person=person, company=need.company)
    if found is None or (len(ids) == 2 and plan.context.protection.kept_apart(*ids)):
        return
    mends, venues = found
    mends = (agreed, *mends) if agreed else mends
    short = waiting.room.short_of(Pair(need.party, person, need.company, venues))
    if 0 < len(mends) <= MOST:
        yield Opening(mends, ids, need.company, has_room=not short)
    for everybody in (False, True):
        ours = _more_room(waiting, short, everybody=everybody)
        if ours and len(mends) + len(ours) <= MOST:
            yield Opening((*mends, *ours), ids, need.company, has_room=len(ours) == len(short))


def _more_room(waiting: Waiting, short: Mapping[What, int], *, everybody: bool) -> tuple[Mend, ...]:
    """Return what our workers could do about what is short: for this person, or for all who wait for it."""
    plan, wanted = waiting.plan, waiting.needs if everybody else {}
    limits = {limit.code: limit for limit in plan.policy.limits_on}
    amounts = {what: max(amount, wanted.get(what, 0)) for what, amount in sorted(short.items())}
    mends = (limits[code].mend(key, amount, context=plan.context) for (code, key), amount in amounts.items())
    return tuple(mend for mend in mends if mend is not None)
