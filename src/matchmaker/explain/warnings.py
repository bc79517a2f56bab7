"""What a coordinator should know about a run as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from matchmaker.domain.fields import folded
from matchmaker.domain.proposal import RunWarning

if TYPE_CHECKING:
    from matchmaker.plan import Plan

_TELLING = re.compile(
    r"(?P<nhs>\d{10})|(?P<postcode>[A-Za-z]{1,2}\d[A-Za-z\d]?[ -]?\d[A-Za-z]{2})|(?P<name>[A-Z][a-z]{2,})"
)


def warnings_of(plan: Plan) -> tuple[RunWarning, ...]:
    """Return the warnings of a run, in a fixed order."""
    found = chain(
        _pins(plan), _policy(plan), _privacy(plan), _people(plan), _staff(plan), _places(plan), _dates(plan)
    )
    return tuple(RunWarning(code=code, sentence=sentence) for code, sentence in found)


def _pins(plan: Plan) -> Iterator[tuple[str, str]]:
    for sentence in plan.in_the_way:
        yield "pin-cannot-be-kept", sentence


def _policy(plan: Plan) -> Iterator[tuple[str, str]]:
    for clause in (*plan.policy.rules, *plan.policy.criteria, *plan.policy.limits):
        if clause.off:
            yield "switched-off", f"{clause.code} is switched off by {clause.off_by}: {clause.off_because}"


def _privacy(plan: Plan) -> Iterator[tuple[str, str]]:
    round_ = plan.context.round
    if not round_.programme.dpia_reference:
        yield (
            "no-dpia",
            (
                "Prison tasks, treatment appointments, situations and shared experience can reveal health or "
                "criminal-offence data. Maybe fill in dpia_reference once your assessment is done."
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
        yield "small-pool", "Fewer than two mentors are available: nobody has a real choice (S4:L440)."
    named = {folded(wish) for mentor in round_.mentors for wish in mentor.put_forward_for}
    for wish in sorted(
        {p.gender_wished for p in plan.context.requests if p.gender_wish == "must" and p.gender_wished}
    ):
        if folded(wish) not in named:
            yield (
                "nobody-put-forward",
                f"Somebody asked for {wish}; no mentor has agreed to be named for that yet.",
            )


def _staff(plan: Plan) -> Iterator[tuple[str, str]]:
    people = Counter(person.navigator for person in plan.context.round.beneficiaries)
    for worker in plan.context.round.navigators:
        if people[worker.id] > plan.policy.caseload_warning:
            yield (
                "caseload",
                f"{worker.id} supports {people[worker.id]} people; {plan.policy.caseload_warning} is a "
                "full load.",
            )


def _places(plan: Plan) -> Iterator[tuple[str, str]]:
    for place in plan.context.round.places:
        if place.bars_former_users:
            yield (
                "blanket-bar",
                f"{place.label} bars mentors who were once supported there. Maybe talk to them about it.",
            )
    if plan.context.round.groups:
        yield "groups-not-planned", "Groups are kept, but places in them are not planned yet."


def _dates(plan: Plan) -> Iterator[tuple[str, str]]:
    round_ = plan.context.round
    rows = (*round_.clearances, *round_.comfort, *round_.situations)
    past = sum(not plan.context.judgements.in_date(row) for row in rows)
    if past:
        yield "past-review", f"{past} rows are past their review date and count as not known."
