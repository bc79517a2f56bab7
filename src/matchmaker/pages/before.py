"""How the summary begins: what this is, what to look at before we start, who is waiting, who has room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.pages.setting import counted, heading, listed, on_day, wrapped

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, ToAsk
    from matchmaker.pages.names import Names
    from matchmaker.policy import Policy

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
_ABOUT_WAITING = frozenset({"said-no", "maybe-later"})


def first_page(proposal: Proposal, context: Context) -> Iterator[str]:
    """Yield the title and the three sentences that come before everything else."""
    programme = context.round.programme
    yield from wrapped(f"{programme.locality}: suggestions of {on_day(proposal.as_of)}")
    for sentence in FIRST_PAGE:
        yield ""
        yield from wrapped(sentence)
    yield ""
    yield from wrapped(f"If something worries you: {programme.safeguarding_contact}")


def before_we_start(proposal: Proposal, names: Names) -> Iterator[str]:
    """Yield what is missing, out of date or to be asked."""
    yield from heading("Before we start")
    for warning in proposal.warnings:
        if warning.code not in _ABOUT_WAITING:
            yield from wrapped(names.told(warning.sentence), mark="- ")
    asked = Counter(question.who for question in _questions(proposal))
    for worker, number in sorted(asked.items()):
        yield from wrapped(f"{names.of(worker)} has {counted(number, 'question')} to ask.", mark="- ")
    if asked:
        yield from wrapped(_ANSWERS, mark="- ")


def _questions(proposal: Proposal) -> set[ToAsk]:
    of_matches = {question for match in proposal.matches for question in match.questions}
    return of_matches | {question for entry in proposal.unmatched for question in entry.questions}


def who_is_waiting(proposal: Proposal, policy: Policy, context: Context) -> Iterator[str]:
    """Yield how many asked, how long they have waited, and those who said no as a count."""
    yield from heading("Who's waiting")
    asked = context.requests
    waits = [(context.as_of - person.asked_on).days for person in asked if person.asked_on]
    overdue = sum(days >= 7 * policy.overdue_weeks for days in waits)
    yield from wrapped(f"{counted(len(asked), 'person', 'people')} asked for a mentor and have none yet.")
    if waits:
        yield from wrapped(
            f"{overdue} of them have waited {policy.overdue_weeks} weeks or more; "
            f"the longest wait is {counted(max(waits) // 7, 'week')}."
        )
    if urgent := sum(person.urgent for person in asked):
        yield from wrapped(f"{urgent} of them {'is' if urgent == 1 else 'are'} marked urgent.")
    yield from wrapped(_suggested(proposal))
    for warning in proposal.warnings:
        if warning.code in _ABOUT_WAITING:
            yield from wrapped(warning.sentence)


def _suggested(proposal: Proposal) -> str:
    ready = sum(match.state == "ready" for match in proposal.matches)
    parts = (f"{ready} are ready to talk over", f"{len(proposal.matches) - ready} ask first")
    found = counted(len(proposal.matches), "introduction")
    return (
        f"There are {found} to talk about: {listed(parts)}. {len(proposal.unmatched)} have no suggestion yet."
    )


def have_we_got_room(proposal: Proposal, policy: Policy, context: Context, names: Names) -> Iterator[str]:
    """Yield what the suggestions would take of each worker's introduction visits."""
    yield from heading("Have we got room?")
    person = context.beneficiaries
    taken = Counter(person[match.beneficiary].navigator for match in proposal.matches)
    for worker in context.round.navigators:
        visits = taken[worker.id] * policy.habits.intro_visits
        yield from wrapped(
            f"{names.of(worker.id)}: {visits} of {counted(worker.first_visits_free, 'introduction visit')} "
            f"would be taken, for {counted(taken[worker.id], 'person', 'people')}.",
            mark="- ",
        )
