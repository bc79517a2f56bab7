"""What we're short of, as one recipe: each question by solving again, within the time there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from matchmaker.engine.recruiting.candidates import Candidates
from matchmaker.engine.recruiting.held_up import HoldUps
from matchmaker.engine.recruiting.strain import Strain
from matchmaker.engine.recruiting.trained import Trained
from matchmaker.engine.recruiting.values import Values
from matchmaker.explain.newcomers import BestNext
from matchmaker.explain.room import Room
from matchmaker.explain.short_of import NO_PLAN, ShortOf, WorthAsking
from matchmaker.plan.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matchmaker.domain.proposal import Proposal, ToAsk
    from matchmaker.explain.newcomers import MentorValue
    from matchmaker.plan import Plan, Search

    T = TypeVar("T")

NEXT: Final = 3
"""How many mentors are chosen one after the other."""


def short_of(plan: Plan, proposal: Proposal, *, search: Search) -> ShortOf:
    """Return everything that the round shows we are short of, all of it within one search's time."""
    clock, room = Clock.of(search), Room(plan)
    trained = Trained(plan, room)
    to_find_out = worth_asking(proposal)
    if plan.answer is None or not plan.answer.has_plan:
        nothing = BestNext(plan.policy.priorities, (), proved=False, finished=True)
        why = NO_PLAN if plan.status == "impossible" else "what we are short of"
        return ShortOf((), nothing, (), (), to_find_out, trained.sentence, (why,), settled=False)
    values = Values(plan, plan.answer, Candidates(plan, trained).found(), trained, NEXT)
    alone = list(values.alone(clock.part(1 / 2)))
    worth = [values.value(place, found) for place, found in enumerate(alone)]
    best = values.best(alone, clock.part(1 / 2))
    strain = Strain(plan, plan.answer, room)
    rooms = list(strain.rooms(clock.part(1 / 3)))
    relied_on = list(strain.relied_on(clock.part(2 / 3)))
    hold_ups = HoldUps(values, room)
    worth = [
        replace(value, held_up=tuple(hold_ups.of(place, clock)))
        if value.settled and not value.helps
        else value
        for place, value in enumerate(worth)
    ]
    settled = len(alone) == len(values.candidates) and all(value.settled for value in worth)
    late = (
        ("what some mentors would bring", not settled),
        ("which would be the best next ones", not best.finished),
        ("on whom we rely", None in relied_on),
        ("where a worker's room is short", None in rooms),
    )
    return ShortOf(
        tuple(sorted(simplest(worth), key=_first)),
        best,
        tuple(each for each in rooms if each),
        tuple(each for each in relied_on if each),
        to_find_out,
        trained.sentence,
        tuple(what for what, is_late in late if is_late),
        settled,
        on_nobody=bool(plan.chosen) and not relied_on,
    )


def simplest(values: Sequence[MentorValue]) -> list[MentorValue]:
    """Leave out whoever has to bring all that another one brings, and more, and opens nothing else."""
    return [
        value
        for value in values
        if not any(
            other.profile.is_part_of(value.profile)
            and {*other.could_meet} >= {*value.could_meet} and other.gain.more >= value.gain.more
            for other in values
        )
    ]  # fmt: skip


def _first(value: MentorValue) -> tuple[tuple[int, ...], int, int]:
    return tuple(-more for more in value.gain.more), -len(value.could_meet), value.profile.asks


def worth_asking(proposal: Proposal) -> tuple[WorthAsking, ...]:
    """Rank the questions of a proposal: most people without a suggestion first, then most people."""
    waiting: dict[ToAsk, list[str]] = {}
    unmatched = {entry.beneficiary for entry in proposal.unmatched}
    entries: Iterable[tuple[str, tuple[ToAsk, ...]]] = (
        *((entry.beneficiary, entry.questions) for entry in proposal.unmatched),
        *((match.beneficiary, match.questions) for match in proposal.matches),
    )
    for person, questions in entries:
        for question in questions:
            waiting.setdefault(question, []).append(person)
    ranked = sorted(
        waiting.items(),
        key=lambda item: (-len(unmatched & {*item[1]}), -len(item[1]), item[0].key),
    )
    return tuple(
        WorthAsking(question.key, question.ask, question.who, tuple(people)) for question, people in ranked
    )
