"""What was decided, told as facts: the rows of the next round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from matchmaker.domain.rows import Answer, Match

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.context import Context
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.people import Beneficiary, Mentor, Navigator
    from matchmaker.domain.words import DecisionKind
    from matchmaker.review.fitting import Way


def _made(context: Context, kind: DecisionKind) -> Iterator[Decision]:
    return (decision for decision in context.round.decisions if decision.kind == kind)


def worker(context: Context, who: str) -> dict[str, Any]:
    """Return the worker to whom somebody was switched, as a change; nothing when nobody was."""
    to = [d.navigator for d in _made(context, "switch_navigator") if who in (d.beneficiary, *d.mentors)]
    return {"navigator": to[-1]} if to else {}


def mentors(context: Context) -> list[Mentor]:
    """Return the mentors, each with the worker who now supports them."""
    return [who.model_copy(update=worker(context, who.id)) for who in context.round.mentors]


def beneficiaries(context: Context, *, on: date) -> list[Beneficiary]:
    """Return the people: none for now is maybe later, and a one-off day that has passed is cleared.

    None for now until a day stays a decision, for on the next day they are waiting again.
    """
    not_now = {decision.beneficiary for decision in _made(context, "none_for_now") if not decision.until}
    found = []
    for person in context.round.beneficiaries:
        changes = worker(context, person.id)
        if person.id in not_now:
            changes["wants"] = "maybe_later"
        if person.needed_on and person.needed_on.date() < on:
            changes["needed_on"] = None
        found.append(person.model_copy(update=changes))
    return found


def navigators(context: Context, accepted: Sequence[Way], *, visits: int) -> list[Navigator]:
    """Return the workers, with the introduction visits and supervision places that are still free.

    Whoever is a person's or a mentor's worker from now on makes the visits and gives the supervision.
    """
    worker_of = {mentor.id: mentor.navigator for mentor in mentors(context)}
    worker_of |= {person.id: person.navigator for person in beneficiaries(context, on=context.as_of)}
    introduced = Counter(worker_of[way.beneficiary] for way in accepted)
    anew = [way for way in accepted if way.company != "group"]
    supervised = Counter(worker_of[mentor] for way in anew for mentor in way.mentors)
    found = []
    for who in context.round.navigators:
        left = who.first_visits_free - visits * introduced[who.id]
        changes: dict[str, Any] = {"first_visits_free": max(0, left)}
        if who.supervision_places is not None:
            changes["supervision_places"] = max(0, who.supervision_places - supervised[who.id])
        found.append(who.model_copy(update=changes))
    return found


def matches(context: Context, accepted: Sequence[tuple[Decision, Way]]) -> list[Match]:
    """Return the matches as they now are, and a new one for each introduction that was accepted."""
    changed = [match.model_copy(update=_change(match, context)) for match in context.round.matches]
    taken = {match.id for match in changed}
    for decision, way in accepted:
        names = chain((decision.id,), (f"{decision.id[:60]}-{n}" for n in count(2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        changed.append(_introduction(name, way, context, on=decision.at.date()))
    return changed


def _change(match: Match, context: Context) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for decision in context.round.decisions:
        if decision.match == match.id and decision.kind == "change_company":
            changes["company"] = decision.company
            changes["group"] = match.group if decision.company == "group" else None
        elif decision.match == match.id and decision.kind == "pause":
            changes["state"] = "paused"
        elif decision.match == match.id and decision.kind == "end":
            changes |= {"state": "ended", "ended_on": decision.at.date()}
            changes |= {"end_reason": decision.end_reason, "end_manner": decision.end_manner}
    return changes


def _introduction(name: str, way: Way, context: Context, *, on: date) -> Match:
    """It begins by asking the mentor in general: the person's name is not told yet."""
    lead, *second = way.mentors
    return Match(
        id=name,
        beneficiary=way.beneficiary,
        mentor=lead,
        second_mentor=second[0] if second else None,
        state="mentor_asked",
        company=way.company,
        group=_group(way, context),
        tasks=context.beneficiaries[way.beneficiary].wants_to_do,
        started_on=on,
    )


def _group(way: Way, context: Context) -> str | None:
    """Return the group they join, where it can only be one; else somebody has to write down which it is.

    Never one at another place than was suggested: whom they are kept from may be there.
    """
    if way.company != "group":
        return None
    host, person = context.mentors[way.mentors[0]], context.beneficiaries[way.beneficiary]
    hosted = tuple(group for group in context.round.groups if group.host == host.id)
    if way.place is not None:
        venue = context.venue[way.place]
        hosted = context.groups.open_to(host, person, venue=venue) or tuple(
            group for group in hosted if group.place == way.place
        )
    return hosted[0].id if len(hosted) == 1 else None


def answers(context: Context) -> list[Answer]:
    """Return every question's answer that counts, once; of several that say it, the latest."""
    given = {row.question: row for row in context.round.answers}
    for decision in _made(context, "answer"):
        if decision.question and decision.answer == context.decided.answers[decision.question]:
            given[decision.question] = Answer(
                question=decision.question,
                by=decision.actor,
                on=decision.at.date(),
                answer=decision.answer,
            )
    return list(given.values())
