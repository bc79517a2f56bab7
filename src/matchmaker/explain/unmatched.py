"""Why nobody yet: which rules stand in the way, what to find out, and who else needs the same mentors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.domain.proposal import ObjectionCount, Unmatched
from matchmaker.explain.contested import Contest
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.matches import to_ask
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection, Question
    from matchmaker.domain.words import Company
    from matchmaker.plan import Plan

Blocked: TypeAlias = "list[tuple[Mentor, tuple[str, ...]]]"
TOGETHER = "together"
UNCOUNTED = "kept-apart"
_NEAREST, _QUESTIONS = 5, 5


def unmatched(plan: Plan) -> tuple[Unmatched, ...]:
    """Return everybody who asked and has no suggestion, with the reasons."""
    served = {option.pair.beneficiary.id for option in plan.chosen}
    ledger, contest = Ledger(plan.judged[0]), Contest(plan)
    found = []
    for place, person in enumerate(plan.judged[0].people):
        if person.id not in served:
            blocked = ledger.blocked(place)
            options = [option for option in plan.options if option.pair.beneficiary.id == person.id]
            entry = Unmatched(
                beneficiary=person.id,
                objections=_counted(blocked),
                questions=() if options else to_ask(_worth_asking(person, plan, blocked)),
                contested_with=contest.with_whom(options),
            )
            found.append(entry)
    return tuple(found)


def _counted(blocked: Blocked) -> tuple[ObjectionCount, ...]:
    """Count mentors a rule, most first; what keeps people apart comes last and is never counted."""
    counts = Counter(code for _, codes in blocked for code in codes or (TOGETHER,))
    order = sorted(counts.items(), key=lambda item: (item[0] == UNCOUNTED, -item[1], item[0]))
    return tuple(
        ObjectionCount(code=code, mentors=None if code == UNCOUNTED else count) for code, count in order
    )


def _worth_asking(person: Beneficiary, plan: Plan, blocked: Blocked) -> Sequence[Question]:
    """Return what is not known about the mentors who come nearest, most often asked first.

    A mentor comes near when everything that closes can be mended by us; where it cannot, no answer helps.
    """
    near: list[tuple[int, str, set[Question]]] = []
    for mentor, _ in blocked:
        found = _least_in_the_way(mentor, person, plan)
        closing = [objection for objection in found if objection.closes]
        if all(objection.remedy for objection in closing):
            near.append((len(closing), mentor.id, {o.question for o in found if o.question}))
    asked = Counter(question for _, _, questions in sorted(near)[:_NEAREST] for question in questions)
    return sorted(asked, key=lambda question: (-asked[question], question.key))[:_QUESTIONS]


def _least_in_the_way(mentor: Mentor, person: Beneficiary, plan: Plan) -> list[Objection]:
    """Return what stands in the way of joint visits, at the venue of each task where that is least."""
    least: list[Objection] = []
    rules, context = plan.policy.rules_on, plan.context
    for task in person.wants_to_do:
        at_venues: list[list[Objection]] = []
        for venue in context.venues_for(task):
            where: tuple[str, Company, Venue] = (task, "joint", venue)
            at_venues.append(list(objections(rules, (mentor,), person, arrangement=where, context=context)))
        if at_venues:
            fewest = min(at_venues, key=_weight)
            least += fewest
    return least


def _weight(found: Sequence[Objection]) -> tuple[int, int]:
    return sum(objection.closes for objection in found), len(found)
