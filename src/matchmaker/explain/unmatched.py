"""Why nobody yet: which rules stand in the way, what to find out, and who else needs the same mentors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.domain.proposal import ObjectionCount, ToAsk, Unmatched
from matchmaker.domain.words import COORDINATOR, FIT_FLOOR, KEPT_APART, TOGETHER, VETOED
from matchmaker.explain.in_the_way import least_in_the_way
from matchmaker.explain.matches import to_ask

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Question
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan

Blocked: TypeAlias = "list[tuple[Mentor, tuple[str, ...]]]"
_NEAREST, _QUESTIONS = 5, 5


def unmatched(plan: Plan, room: Room, *, ledger: Ledger) -> tuple[Unmatched, ...]:
    """Return everybody who asked and has no suggestion, with the reasons."""
    open_to, below_floor = _by_person(plan.options), _by_person(plan.below_floor)
    found = []
    for place, person in enumerate(plan.judged[0].people):
        if person.id not in plan.served:
            blocked = ledger.blocked(place)
            options = open_to.get(person.id, [])
            too_thin = _mentors(below_floor.get(person.id, [])) - _mentors(options)
            could = _mentors(options) | {mentor.id for mentor, _ in blocked} | too_thin
            others = {FIT_FLOOR: len(too_thin), VETOED: len(_vetoed(person, plan) - could)}
            entry = Unmatched(
                beneficiary=person.id,
                objections=_counted(blocked, room.lacking_with(options), others),
                questions=() if options else _questions(person, plan, blocked),
                contested_with=room.contested_with(options),
            )
            found.append(entry)
    return tuple(found)


def _by_person(options: Iterable[Option]) -> dict[str, list[Option]]:
    found: dict[str, list[Option]] = {}
    for option in options:
        found.setdefault(option.pair.beneficiary.id, []).append(option)
    return found


def _mentors(options: Iterable[Option]) -> frozenset[str]:
    return frozenset(mentor for option in options for mentor in option.pair.mentor_ids)


def _vetoed(person: Beneficiary, plan: Plan) -> frozenset[str]:
    about = (veto for veto in plan.context.decided.vetoes if veto.beneficiary == person.id)
    return frozenset(mentor for veto in about for mentor in veto.mentors)


def _counted(
    blocked: Blocked, lacking: Mapping[str, frozenset[str]], others: Mapping[str, int]
) -> tuple[ObjectionCount, ...]:
    """Count mentors a rule or limit, most first; what keeps people apart comes last and is never counted.

    Others are mentors who could meet them but for the fit floor, or but for a veto.
    """
    counts = Counter(code for _, codes in blocked for code in codes or (TOGETHER,))
    counts.update(code for codes in lacking.values() for code in codes)
    counts.update({code: mentors for code, mentors in others.items() if mentors})
    order = sorted(counts.items(), key=lambda item: (item[0] == KEPT_APART, -item[1], item[0]))
    return tuple(
        ObjectionCount(code=code, mentors=None if code == KEPT_APART else count) for code, count in order
    )


def _questions(person: Beneficiary, plan: Plan, blocked: Blocked) -> tuple[ToAsk, ...]:
    """Return what we have to find out or arrange; without a worker, that comes before all else."""
    if person.navigator not in plan.context.navigators:
        ask = f"Who will be the worker of {person.id}?"
        return (ToAsk(key=f"navigator/{person.id}", ask=ask, who=COORDINATOR),)
    asked = _worth_asking(person, plan, blocked)
    return to_ask(question for question in asked if question.who in plan.context.navigators)


def _worth_asking(person: Beneficiary, plan: Plan, blocked: Blocked) -> Sequence[Question]:
    """Return what is not known about the mentors who come nearest, most often asked first.

    A mentor comes near when everything that closes can be mended by us; where it cannot, no answer helps.
    """
    near: list[tuple[int, str, set[Question]]] = []
    for mentor, _ in blocked:
        found = tuple(least_in_the_way(plan, "joint", party=(mentor,), person=person))
        closing = [objection for objection in found if objection.closes]
        if all(objection.remedy for objection in closing):
            near.append((len(closing), mentor.id, {o.question for o in found if o.question}))
    asked = Counter(question for _, _, questions in sorted(near)[:_NEAREST] for question in questions)
    return sorted(asked, key=lambda question: (-asked[question], question.key))[:_QUESTIONS]
