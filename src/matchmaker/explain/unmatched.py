"""Why nobody yet: which rules stand in the way, what to find out, and who else needs the same mentors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.domain.proposal import ObjectionCount, Unmatched
from matchmaker.explain.matches import to_ask
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.compile import Judged, Option
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Question
    from matchmaker.plan import Plan

TOGETHER = "together"
UNCOUNTED = "kept-apart"
_NEAREST, _QUESTIONS = 5, 5


def unmatched(plan: Plan) -> tuple[Unmatched, ...]:
    """Return everybody who asked and has no suggestion, with the reasons."""
    served = {option.pair.beneficiary.id for option in plan.chosen}
    singly = plan.judged[0]
    ledger = _Ledger(singly)
    return tuple(
        _unmatched(person, plan, ledger.of(place))
        for place, person in enumerate(singly.people)
        if person.id not in served
    )


class _Ledger:
    """For each person: which rules alone leave a mentor without any way to meet them."""

    def __init__(self, singly: Judged) -> None:
        exists, _ = singly.options(singly.together)
        self._mentors = [party[0] for party in singly.block.parties]
        self._blocked = ~np.any(exists, axis=-1)
        self._alone = [(code, ~np.any(singly.options(masks)[0], axis=-1)) for code, masks in singly.alone]

    def of(self, place: int) -> list[tuple[Mentor, tuple[str, ...]]]:
        """Return each mentor who cannot meet this person, with the rules that alone say so."""
        blocked = np.flatnonzero(self._blocked[:, place]).tolist()
        return [(self._mentors[m], tuple(c for c, alone in self._alone if alone[m, place])) for m in blocked]


def _unmatched(person: Beneficiary, plan: Plan, blocked: list[tuple[Mentor, tuple[str, ...]]]) -> Unmatched:
    counts = Counter(code for _, codes in blocked for code in codes or (TOGETHER,))
    options = [option for option in plan.options if option.pair.beneficiary.id == person.id]
    return Unmatched(
        beneficiary=person.id,
        objections=tuple(
            ObjectionCount(code=code, mentors=None if code == UNCOUNTED else count)
            for code, count in sorted(
                counts.items(), key=lambda item: (item[0] == UNCOUNTED, -item[1], item[0])
            )
        ),
        questions=to_ask(_worth_asking(person, plan, blocked)),
        contested_with=_contested(options, plan),
    )


def _worth_asking(
    person: Beneficiary, plan: Plan, blocked: list[tuple[Mentor, tuple[str, ...]]]
) -> Sequence[Question]:
    """Return what is not known about meeting the mentors who come nearest, most often asked first."""
    nearest = sorted(blocked, key=lambda item: (len(item[1]), item[0].id))[:_NEAREST]
    asked: Counter[Question] = Counter()
    for mentor, _ in nearest:
        found: set[Question] = set()
        for task in person.wants_to_do:
            for venue in plan.context.venues_for(task):
                law = objections(
                    plan.policy.rules_on, (mentor,), person,
                    arrangement=(task, "joint", venue), context=plan.context,
                )  # fmt: skip
                found |= {o.question for o in law if o.question}
        asked.update(found)
    return sorted(asked, key=lambda question: (-asked[question], question.key))[:_QUESTIONS]


def _contested(options: Sequence[Option], plan: Plan) -> tuple[str, ...]:
    """Return who has a suggestion with a mentor, or visits of the worker, that this person could use."""
    mentors = {mentor for option in options for mentor in option.pair.mentor_ids}
    workers = {option.pair.beneficiary.navigator for option in options}
    same = [o.pair.beneficiary.id for o in plan.chosen if mentors & set(o.pair.mentor_ids)]
    same = same or [o.pair.beneficiary.id for o in plan.chosen if o.pair.beneficiary.navigator in workers]
    return tuple(sorted(same))
