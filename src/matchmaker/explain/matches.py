"""Why this match: its questions, arrangements, contributions and the other ways there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matchmaker.domain.proposal import Alternative, Meeting, ProposedMatch, ToAsk
from matchmaker.policy.bands import band_of
from matchmaker.policy.judgement import questions_of
from matchmaker.policy.prompts import prompts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.compile import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.reasons import Question
    from matchmaker.policy import Policy


def proposed_match(
    option: Option, others: Sequence[Option], *, policy: Policy, context: Context
) -> ProposedMatch:
    """Return the introduction to suggest, with its reasons and up to as many others as the policy lists."""
    pair = option.pair
    return ProposedMatch(
        match_id=".".join((pair.beneficiary.id, *pair.mentor_ids, pair.company)),
        beneficiary=pair.beneficiary.id,
        mentors=pair.mentor_ids,
        company=pair.company,
        state=option.state,
        questions=to_ask(questions_of(pair, policy, context=context)),
        arrangements=tuple(Meeting(task=task, venue=venue.code) for task, venue in pair.venues),
        common_times=context.availability.when_to_meet(pair),
        band=band_of(pair, option.state, policy=policy, context=context),
        fit=option.fit,
        contributions=policy.contributions(pair, context),
        alternatives=_other_ways(option, others, at_most=policy.alternatives),
        prompts=prompts_of(pair, policy, context=context),
    )


def _other_ways(option: Option, others: Sequence[Option], *, at_most: int) -> tuple[Alternative, ...]:
    """Return other ways to meet this request: other mentors first, each in their best company, by fit."""
    best: dict[frozenset[str], Option] = {}
    rest: list[Option] = []
    for other in others:
        if other is not option:
            mentors = other.name[1]
            first = mentors != option.name[1] and best.setdefault(mentors, other) is other
            rest += [] if first else [other]
    return tuple(alternative(other) for other in (*best.values(), *rest)[:at_most])


def alternative(option: Option) -> Alternative:
    """Return an option as one of several."""
    pair = option.pair
    return Alternative(mentors=pair.mentor_ids, company=pair.company, state=option.state, fit=option.fit)


def to_ask(questions: Iterable[Question]) -> tuple[ToAsk, ...]:
    """Return questions as they are stored."""
    return tuple(ToAsk(key=question.key, ask=question.ask, who=question.who) for question in questions)
