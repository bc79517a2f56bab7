"""How the summary begins: what this is, what to look at before we start, who is waiting, who has room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import COORDINATOR
from matchmaker.pages.setting import counted, heading, in_turn, on_day, wrapped
from matchmaker.policy.banners import banners
from matchmaker.policy.priorities import waited_too_long

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ToAsk
    from matchmaker.pages.agenda import Agenda

FIRST_PAGE = (
    "These are suggestions for a first meeting: nothing is agreed until the person, the mentor and "
    "their navigators say yes, and anyone may change their mind without giving a reason.",
    "Everyone who asked and has no suggestion yet is named first, with what *we* need to find out or "
    "arrange.",
    "Where we do not know, we have not guessed: 'Ask first' means ask before telling anyone; if you know "
    "better than this page, go with what you know.",
)
_ANSWERS = (
    "A plain yes or no goes on the sheet Answers, under the code in brackets behind the question; anything "
    "more goes on the sheet that it is about."
)
ABOUT_WAITING = frozenset({"said-no", "maybe-later"})
"""Warnings that are told under who is waiting."""
_ELSEWHERE = ABOUT_WAITING | {"switched-off"}


def first_page(agenda: Agenda) -> Iterator[str]:
    """Yield the title and the three sentences that come before everything else."""
    programme = agenda.context.round.programme
    yield from wrapped(f"{programme.locality}: suggestions of {on_day(agenda.proposal.as_of)}")
    for banner in banners(agenda.policy):
        yield ""
        yield from wrapped(banner, mark="SWITCHED OFF: ")
    for sentence in FIRST_PAGE:
        yield ""
        yield from wrapped(sentence)
    yield ""
    yield from wrapped(f"If something worries you: {programme.safeguarding_contact}")


def before_we_start(agenda: Agenda) -> Iterator[str]:
    """Yield what is missing, out of date or to be asked."""
    yield from heading("Before we start")
    warnings = [each for each in agenda.proposal.warnings if each.code not in _ELSEWHERE]
    for warning in warnings:
        yield from wrapped(agenda.names.told(warning.sentence), mark="- ")
    asked = Counter(question.who for question in _questions(agenda))
    for worker, number in sorted(asked.items(), key=lambda item: in_turn(item[0])):
        who = "The coordinator" if worker == COORDINATOR else agenda.names.of(worker)
        yield from wrapped(f"{who} has {counted(number, 'question')} to ask.", mark="- ")
    if asked:
        yield from wrapped(_ANSWERS, mark="- ")
    if not warnings and not asked:
        yield from wrapped("There is nothing that we know of.")


def _questions(agenda: Agenda) -> set[ToAsk]:
    proposal = agenda.proposal
    of_matches = {question for match in proposal.matches for question in match.questions}
    return of_matches | {question for entry in proposal.unmatched for question in entry.questions}


def who_is_waiting(agenda: Agenda) -> Iterator[str]:
    """Yield how many asked, how long they have waited, and those who said no as a count."""
    yield from heading("Who's waiting")
    asked, weeks = agenda.context.requests, agenda.policy.overdue_weeks
    waits = [(agenda.context.as_of - person.asked_on).days for person in asked if person.asked_on]
    overdue = sum(waited_too_long(person, agenda.policy, context=agenda.context) for person in asked)
    yield from wrapped(f"People who asked for a mentor and have none yet: {len(asked)}.")
    if waits:
        longest = counted(max(waits) // 7, "week")
        yield from wrapped(
            f"Of these, waiting {weeks} weeks or more: {overdue}; the longest wait is {longest}."
        )
    if urgent := sum(person.urgent for person in asked):
        yield from wrapped(f"Of these, marked urgent by somebody who stands for it: {urgent}.")
    ready = sum(match.state == "ready" for match in agenda.proposal.matches)
    yield from wrapped(
        f"Introductions to talk about: {len(agenda.proposal.matches)}, of which ready to talk over: {ready}, "
        f"ask first: {len(agenda.proposal.matches) - ready}."
    )
    yield from wrapped(f"People without a suggestion yet: {len(agenda.proposal.unmatched)}.")
    for warning in agenda.proposal.warnings:
        if warning.code in ABOUT_WAITING:
            yield from wrapped(warning.sentence)


def have_we_got_room(agenda: Agenda) -> Iterator[str]:
    """Yield what the suggestions would take of each worker's introduction visits."""
    yield from heading("Have we got room?")
    people = agenda.context.beneficiaries
    taken = Counter(people[match.beneficiary].navigator for match in agenda.proposal.matches)
    for worker in agenda.context.round.navigators:
        visits = taken[worker.id] * agenda.policy.habits.intro_visits
        yield from wrapped(
            f"{agenda.names.of(worker.id)}: {visits} of "
            f"{counted(worker.first_visits_free, 'introduction visit')} would be taken, "
            f"for {counted(taken[worker.id], 'person', many='people')}.",
            mark="- ",
        )
