"""What is to be thought of before the first outing, what a waiver asks for first of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import on_day
from matchmaker.policy.waivers import in_words, waivers_used

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.policy.policy import Policy


def prompts_of(pair: Pair, policy: Policy, *, context: Context) -> tuple[str, ...]:
    """Return what makes a waiver safe, then everything else there is to do, as sentences."""
    return (*_waived(pair, policy, context), *_prompts(pair, context))


def _waived(pair: Pair, policy: Policy, context: Context) -> Iterator[str]:
    for waiver in waivers_used(pair, policy.rules_on, context=context):
        yield in_words(waiver, policy.rules_on, context=context)


def _prompts(pair: Pair, context: Context) -> Iterator[str]:
    """Yield what is to be thought of before the first outing."""
    person = pair.beneficiary
    if person.urgent:
        yield f"{person.id} is marked urgent ({person.urgent_by})."
    if person.free is None and person.needed_on is None:
        yield f"Agree a time with {person.id}."
    if person.ready_own == "no" or person.ready_worker == "no":
        yield f"Talk with {person.id} about whether now is a good time."
    if person.safe_contact:
        yield f"Look up how it is safe to reach {person.id} before anyone gets in touch."
    if person.needed_on:
        yield f"{person.id} needs somebody on {on_day(person.needed_on)} at {person.needed_on:%H:%M}."
    for mentor in pair.mentors:
        if not mentor.expenses_ready:
            yield f"Arrange expenses for {mentor.id} before the first outing."
        for task, _ in pair.venues:
            if context.judgements.stretch(mentor.id, task):
                what = context.said(task)
                what = f"{what[:1].upper()}{what[1:]}"
                yield f"{what} is a stretch that {mentor.id} chose; talk it over before and after."
