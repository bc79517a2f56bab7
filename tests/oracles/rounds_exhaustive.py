"""The judge of small rounds: every option that the law leaves open, every combination, by brute force.

It asks `rules.law` about each arrangement and shares nothing else with the plan: options, states,
venues, worth, room, pins and vetoes are worked out here a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.context import Context
from matchmaker.domain.decisions import Decision
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.round import Round
from matchmaker.domain.words import Company
from matchmaker.policy import Policy
from matchmaker.rules.law import objections
from tests.oracles.rounds_room import Resource, new_uses_of, room_of
from tests.oracles.rounds_worth import BUSY, RESTING, Ground, Way

Totals = tuple[int, ...]


@dataclass(frozen=True)
class Choice:
    """A way with what it is worth, what it uses, and whether a pin asks for it."""

    way: Way
    worth: Totals
    uses: tuple[tuple[Resource, int], ...]
    seats: tuple[frozenset[str], ...]
    pins: frozenset[str]


def best_totals(round_: Round, policy: Policy) -> Totals | None:
    """Return the best totals of all plans that keep the limits and pins; None when no plan does."""
    choices = [options for options in choices_of(round_, policy) if options]
    room = room_of(round_, policy)
    pins = frozenset(pin.id for pin in _kept(round_))
    best: Totals | None = None
    free = Ground(round_).free_seats()
    stack: list[tuple[int, Totals, frozenset[str], dict[Resource, int], tuple[frozenset[str], ...]]]
    stack = [(0, (0,) * len(policy.priorities), frozenset(), room, ())]
    while stack:
        depth, totals, kept, left, seated = stack.pop()
        if depth == len(choices):
            if kept == pins and (best is None or totals > best):
                best = totals
            continue
        stack.append((depth + 1, totals, kept, left, seated))
        for choice in choices[depth]:
            sitting = (*seated, *choice.seats)
            if all(left.get(what, amount) >= amount for what, amount in choice.uses) and (
                not choice.seats or all_seated(sitting, free)
            ):
                after = dict(left)
                for what, amount in choice.uses:
                    if what in after:
                        after[what] -= amount
                gained = tuple(a + b for a, b in zip(totals, choice.worth, strict=True))
                stack.append((depth + 1, gained, kept | choice.pins, after, sitting))
    return best


def all_seated(sitting: tuple[frozenset[str], ...], free: Mapping[str, int]) -> bool:
    """Whether everybody can have a seat in one of the groups that suit them; tried one by one."""
    if not sitting:
        return True
    first, *others = sitting
    return any(
        all_seated(tuple(others), {**free, group: free[group] - 1}) for group in first if free[group] > 0
    )


def choices_of(round_: Round, policy: Policy) -> list[list[Choice]]:
    """Return the choices of each request, in no order that matters."""
    ground = Ground(round_)
    return [
        [_choice(way, ground, policy) for way in ways_of(person, round_, policy) if not _vetoed(way, round_)]
        for person in requests_of(round_)
    ]


def requests_of(round_: Round) -> list[Beneficiary]:
    """Who said yes, not since then "not for now", and has no match under way or resting."""
    busy = {match.beneficiary for match in round_.matches if match.state in BUSY | RESTING}
    not_now = {decision.beneficiary for decision in round_.decisions if decision.kind == "none_for_now"}
    return [p for p in round_.beneficiaries if p.wants == "yes" and p.id not in busy | not_now]


def _kept(round_: Round) -> list[Decision]:
    """Pairs that have to be in the plan."""
    kinds = ("pin", "accept", "hold", "organic")
    kept = [decision for decision in round_.decisions if decision.kind in kinds]
    return [each for each in kept if each.until is None or each.until >= round_.as_of]


def ways_of(person: Beneficiary, round_: Round, policy: Policy) -> Iterator[Way]:
    """Each mentor alone and jointly, each team once: of its two leads the better fit, then the first id."""
    context, ground = policy.context(round_), Ground(round_)
    mentors = {mentor.id: mentor for mentor in round_.mentors}
    singly: tuple[Company, ...] = ("alone", "joint")
    for mentor, company in product(round_.mentors, singly):
        way = _way((mentor,), person, company, policy, context)
        if way is not None:
            yield way
    for team in {frozenset((team.one, team.other)) for team in round_.teams}:
        parties = permutations([mentors[each] for each in sorted(team)])
        found = [_way(tuple(party), person, "paired", policy, context) for party in parties]
        led = [way for way in found if way is not None]
        if led:
            yield max(led, key=lambda way: (ground.fit(way), -led.index(way)))
    yield from _groups_for(person, round_, policy)


def _groups_for(person: Beneficiary, round_: Round, policy: Policy) -> Iterator[Way]:
    """Each mentor who hosts a group, for somebody who would like one: one place for every task, ready."""
    context, ground = policy.context(round_), Ground(round_)
    for mentor in round_.mentors if person.together == "group" else ():
        hosted = {group.place for group in round_.groups if group.host == mentor.id}
        suiting = []
        for venue in (venue for venue in ground.venues if venue.code in hosted):
            tasks = [task for task in person.wants_to_do if venue in context.venues_for(task)]
            against = [
                found
                for task in tasks
                for found in objections(
                    policy.rules, (mentor,), beneficiary=person, where=(task, "group", venue), context=context
                )
            ]
            suiting += [venue] if len(tasks) == len(person.wants_to_do) and not against else []
        if suiting:
            venue = _published_choice(suiting, (mentor,), person, ground)
            yield Way((mentor,), person, "group", ready=True, venues=(venue,) * len(person.wants_to_do))


def _way(
    party: tuple[Mentor, ...], person: Beneficiary, company: Company, policy: Policy, context: Context
) -> Way | None:
    """Ready when every must task has a ready venue; joint may also ask first, staffed or public."""
    ready, venues = True, []
    for task in person.wants_to_do:
        open_, asking = [], []
        for venue in context.venues_for(task):
            where = (task, company, venue)
            found = list(objections(policy.rules, party, beneficiary=person, where=where, context=context))
            if not found:
                open_.append(venue)
            elif company == "joint" and (venue.staffed or venue.public):
                asking += [venue] if all(objection.question for objection in found) else []
        if not (open_ or asking):
            return None
        ready = ready and bool(open_)
        venues.append(_published_choice(open_ or asking, party, person, Ground(context.round)))
    return Way(party, person, company, ready, tuple(venues))


def _published_choice(
    venues: list[Venue], party: tuple[Mentor, ...], person: Beneficiary, ground: Ground
) -> Venue:
    """A place they like, then one that is staffed or public, then the nearest, then the first by its code."""

    def furthest(venue: Venue) -> float:
        ways = [ground.way_to(mentor, person, venue) for mentor in party]
        return max(float("inf") if way is None else way for way in ways)

    liked = [v for v in venues if v.code in person.meet_where or v.kind in person.meet_where]
    sheltered = [venue for venue in liked or venues if venue.staffed or venue.public]
    return sorted(sorted(sheltered or liked or venues, key=lambda venue: venue.code), key=furthest)[0]


def _choice(way: Way, ground: Ground, policy: Policy) -> Choice:
    pins = frozenset(
        pin.id for pin in _kept(ground.round) if _speaks_of(pin, way) and way.name[0] == {*pin.mentors}
    )  # fmt: skip
    uses = tuple(new_uses_of(way, ground, policy).items())
    seats = (_seats_for(way, ground),) if way.company == "group" else ()
    return Choice(way, ground.worth(way), uses, seats, pins)


def _seats_for(way: Way, ground: Ground) -> frozenset[str]:
    """The groups that suit; any there, where a manager set aside the rule that says none does."""
    there = [g.id for g in ground.round.groups if (g.host, g.place) == (way.party[0].id, way.venues[0].code)]
    return frozenset(ground.seats(way) or there)


def _lasts(veto: Decision, round_: Round) -> bool:
    """A rejection without a day lasts 90 days, a veto without one for good."""
    if veto.until is None:
        return veto.kind == "veto" or (round_.as_of - veto.at.date()).days <= 90
    return veto.until >= round_.as_of


def _vetoed(way: Way, round_: Round) -> bool:
    vetoes = [decision for decision in round_.decisions if decision.kind in ("veto", "reject")]
    lasting = [veto for veto in vetoes if _lasts(veto, round_)]
    return any(_speaks_of(veto, way) and {*veto.mentors} <= way.name[0] for veto in lasting)


def _speaks_of(decision: Decision, way: Way) -> bool:
    return decision.beneficiary == way.person.id and decision.company in (None, way.company)
