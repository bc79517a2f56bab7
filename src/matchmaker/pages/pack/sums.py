"""If we did all this; if it falls through; what we're short of: the round as a whole, in counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.pages.helps import often
from matchmaker.pages.other_ways import BACK_UP, coverage
from matchmaker.pages.pack.not_yet import TOLD
from matchmaker.pages.sure import STATUS, who_says_so
from matchmaker.policy.priorities import waited_too_long

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.pages.pack.view import View
    from matchmaker.pages.pack.visits import Visits

_MOST = 8


@dataclass(frozen=True)
class Sums:
    """What would be so if everything on these pages came about."""

    ready: int
    ask_first: int
    without: int
    overdue: int
    visits: int
    visits_free: int
    sure: str


def if_all(view: View, visits: tuple[Visits, ...]) -> Sums:
    """Return the counts for 'If we did all this'."""
    proposal, policy = view.agenda.proposal, view.agenda.policy
    people = [view.person(match.beneficiary) for match in view.matches]
    ready = sum(match.state == "ready" for match in view.matches)
    return Sums(
        ready=ready,
        ask_first=len(people) - ready,
        without=len(proposal.unmatched),
        overdue=sum(waited_too_long(person, policy, context=view.context) for person in people),
        visits=sum(each.taken for each in visits),
        visits_free=sum(each.free for each in visits),
        sure=" ".join((STATUS[proposal.status], *who_says_so(proposal))),
    )


def nobody_else(view: View) -> tuple[Markup, ...]:
    """Return the people for whom there is no other mentor at present.

    Mentors are not told whom we rely on; and where the policy lists no other ways, nobody can say.
    """
    if view.room or not view.agenda.policy.alternatives:
        return ()
    return tuple(
        view.say.of(match.beneficiary)
        for match in view.matches
        if not any(set(other.mentors) - set(match.mentors) for other in match.alternatives)
    )


@dataclass(frozen=True)
class Standbys:
    """Who could step in for whom, and the people for whom there is nobody at present."""

    said: str
    back_up: str
    rows: tuple[tuple[Markup, Markup, Markup], ...]
    without: tuple[Markup, ...]


def standbys(view: View) -> Standbys:
    """Return who could step in; mentors are not told whom we rely on, so the room hears nothing of it."""
    found = [match for match in view.matches if match.standby and not view.room]
    without = [match.beneficiary for match in view.matches if found and not match.standby]
    say = view.say
    return Standbys(
        coverage(len(found), len(view.matches)),
        BACK_UP,
        tuple((say.of(each.beneficiary), say.all(each.mentors), say.all(each.standby)) for each in found),
        tuple(map(say.of, without)),
    )


def short_of(view: View) -> tuple[tuple[str, int], ...]:
    """Return what is in the way of how many people without a suggestion; never what keeps people apart."""
    codes = Counter(
        code
        for entry in view.agenda.proposal.unmatched
        for code in often(each for each in entry.objections if each.code not in TOLD)
        if view.may_hear(code)
    )
    return tuple(
        (view.title(code), n) for code, n in sorted(codes.items(), key=lambda c: (-c[1], c[0]))[:_MOST]
    )


def wanted(view: View) -> tuple[tuple[Markup, int], ...]:
    """Return what the people without a suggestion would like to do, and how many of them.

    In the room only what may be named beside a person: of few people, a count says whose it is.
    """
    tasks = Counter(
        task
        for entry in view.agenda.proposal.unmatched
        for task in view.person(entry.beneficiary).wants_to_do
        if not view.hides(task)
    )
    return tuple(
        (view.say.task(task), n) for task, n in sorted(tasks.items(), key=lambda t: (-t[1], t[0]))[:_MOST]
    )
