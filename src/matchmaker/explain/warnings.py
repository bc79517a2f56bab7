"""What a coordinator should know about a run as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations
from typing import TYPE_CHECKING

from matchmaker.domain.fields import folded
from matchmaker.domain.proposal import RunWarning
from matchmaker.explain.policy_warnings import policy_warnings
from matchmaker.explain.spelling import doubts
from matchmaker.limits.base import as_pair
from matchmaker.limits.caseload import Caseload
from matchmaker.policy.under_way import closing_at
from matchmaker.rules.checks_and_training import ChecksAndTraining

if TYPE_CHECKING:
    from matchmaker.plan import Plan

_TELLING = re.compile(
    r"(?P<nhs>\d{10})|(?P<postcode>[A-Za-z]{1,2}\d[A-Za-z\d]?[ -]?\d[A-Za-z]{2})|(?P<name>[A-Z][a-z]{2,})"
)


def warnings_of(plan: Plan) -> tuple[RunWarning, ...]:
    """Return the warnings of a run, in a fixed order."""
    found = chain(
        _pins(plan),
        policy_warnings(plan),
        _protection(plan),
        _under_way(plan),
        _one_offs(plan),
        _privacy(plan),
        _people(plan),
        _staff(plan),
        _places(plan),
        _dates(plan),
        _words(plan),
    )
    return tuple(RunWarning(code=code, sentence=sentence) for code, sentence in found)


def _pins(plan: Plan) -> Iterator[tuple[str, str]]:
    for sentence in plan.in_the_way:
        yield "pin-cannot-be-kept", sentence
    # Else a pair that agreed last month would look like one that nobody has talked about.
    kept = [pin for pin in plan.context.decided.pins if pin.kind == "accept"]
    pairs = sorted(f"{pin.beneficiary} with {' and '.join(pin.mentors)}" for pin in kept)
    if pairs and not plan.in_the_way:
        sentence = f"Accepted already, and not on the sheet Matches yet: {'; '.join(pairs)}."
        yield "accepted-already", f"{sentence} Maybe begin the next round with matchmaker next."


def _protection(plan: Plan) -> Iterator[tuple[str, str]]:
    """Say that rows are missing, never which: they hold, or somebody has to look."""
    round_, held = plan.context.round, plan.context.protection
    if round_.previous is None:
        return
    if not round_.previous.rows_known:
        yield (
            "rows-not-known",
            (
                "The protective rows of the last round are not known here. "
                "Maybe hand on the whole run rather than its proposal."
            ),
        )
    here = {row.key for row in held.told_today} | {row.key for row in round_.avoid}
    earlier = {row.key for row in round_.previous.keep_apart} | {row.key for row in round_.previous.avoid}
    # Another row about the same two says what there is to say: how many there are, or why, is told nobody.
    told = {row.between for row in held.told_today}
    gone = {row.key for row in held.keep_apart if row.between not in told} | {row.key for row in held.avoid}
    if gone & earlier - here:
        yield "rows-still-hold", "A protective row of the last round is gone from this one, and still holds."
    if plan.context.decided.lifted - earlier - here:
        yield (
            "lifted-nothing",
            "A decision lifts a protective row that is not there. Maybe its key is mistyped.",
        )
    people = {person.id for person in (*round_.mentors, *round_.beneficiaries, *round_.navigators)}
    named = {name for row in round_.previous.keep_apart for name in (row.one, row.other) if name is not None}
    named |= {row.who for row in round_.previous.avoid}
    places = {row.place for row in round_.previous.avoid if row.place}
    if named - people or places - set(plan.context.venue):
        yield (
            "rows-lost",
            (
                "A protective row of the last round is about somebody or some place that is not in this one. "
                "Maybe an id has changed; look at it before anybody meets."
            ),
        )


def _under_way(plan: Plan) -> Iterator[tuple[str, str]]:
    """Look again at introductions under way; which rule it was is not told."""
    for match in plan.context.under_way:
        if any(closing_at(match, plan.policy, context=plan.context)):
            yield "look-again", f"Look again at {match.id} with the worker before the next visit."


def _one_offs(plan: Plan) -> Iterator[tuple[str, str]]:
    """Tell when a mentor has two appointments at once: under way already, or because nothing prevents it."""
    going = [as_pair(match, plan.context) for match in plan.context.under_way]
    pairs = (*going, *(option.pair for option in plan.chosen))
    clashing = [pair for pair in pairs if plan.context.one_offs.clashing(pair.beneficiary.id)]
    for one, other in combinations(clashing, 2):
        people = (one.beneficiary.id, other.beneficiary.id)
        both = sorted(set(one.mentor_ids) & set(other.mentor_ids))
        if both and plan.context.one_offs.overlap(*people):
            who = " and ".join(people)
            yield "two-at-once", f"{who} need somebody at the same time, and both are to meet {both[0]}."


def _privacy(plan: Plan) -> Iterator[tuple[str, str]]:
    round_ = plan.context.round
    if not (round_.programme.dpia_reference or plan.policy.dpia_reference):
        yield (
            "no-dpia",
            (
                "Prison tasks, treatment appointments, situations and shared experience can reveal health or "
                "criminal-offence data. Maybe say on the sheet Programme where your data protection impact "
                "assessment is (dpia_reference)."
            ),
        )
    people = (*round_.mentors, *round_.beneficiaries, *round_.navigators)
    telling = sorted(person.id for person in people if _TELLING.fullmatch(person.id))
    if telling:
        yield "telling-ids", f"Some ids look like a name, an NHS number or a postcode: {', '.join(telling)}."


def _people(plan: Plan) -> Iterator[tuple[str, str]]:
    round_ = plan.context.round
    wants = Counter(person.wants for person in round_.beneficiaries)
    if wants["no"]:
        yield "said-no", f"{wants['no']} said no to a mentor; only they can change that."
    if wants["maybe_later"]:
        yield "maybe-later", f"{wants['maybe_later']} said maybe later."
    if sum(mentor.available for mentor in round_.mentors) < 2:
        yield "small-pool", "Fewer than two mentors are available: nobody has a real choice."
    named = {folded(wish) for mentor in round_.mentors for wish in mentor.put_forward_for}
    musts = {folded(p.gender_wished or "") for p in plan.context.requests if p.gender_wish == "must"}
    if unmet := len(musts - named):
        yield (
            "nobody-put-forward",
            (
                f"No mentor has agreed to be named for {unmet} of the wishes that are a must. "
                "Maybe they are written in other words than on the Mentors sheet."
            ),
        )


def _staff(plan: Plan) -> Iterator[tuple[str, str]]:
    people = Counter(person.navigator for person in plan.context.round.beneficiaries)
    most = plan.policy.caseload_warning
    for worker in plan.context.round.navigators:
        if people[worker.id] > most:
            yield "caseload", f"{worker.id} supports {people[worker.id]} people; {most} is a full load."
    for limit in plan.policy.limits_on:
        for worker_id in limit.room(plan.context) if isinstance(limit, Caseload) else ():
            sentence = f"{worker_id} supports {people[worker_id]} people, so new introductions have to wait."
            yield "caseload-stop", sentence


def _places(plan: Plan) -> Iterator[tuple[str, str]]:
    for place in plan.context.round.places:
        if place.bars_former_users:
            yield (
                "blanket-bar",
                f"{place.label} bars mentors who were once supported there. Maybe talk to them about it.",
            )
    for group in plan.context.round.groups:
        host = plan.context.mentors.get(group.host)
        if host is not None and "group" not in host.offers:
            yield (
                "group-not-offered",
                f"{host.id} hosts {group.label} but does not offer groups, so nobody is suggested for it. "
                "Maybe add group to what they offer.",
            )


def _dates(plan: Plan) -> Iterator[tuple[str, str]]:
    round_ = plan.context.round
    rows = (*round_.clearances, *round_.comfort, *round_.situations)
    past = sum(not plan.context.judgements.in_date(row) for row in rows)
    if past:
        yield "past-review", f"{past} rows are past their review date and count as not known."


def _words(plan: Plan) -> Iterator[tuple[str, str]]:
    """Tell words that protect or close and may be misspelt; each sentence once."""
    asked = (rule.modules for rule in plan.policy.rules_on if isinstance(rule, ChecksAndTraining))
    found = doubts(plan.context.round, chain.from_iterable(asked))
    yield from dict.fromkeys((doubt.code, doubt.sentence) for doubt in found)
