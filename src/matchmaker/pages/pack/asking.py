"""What has to be found out: every question once, under the worker who asks it, with whom it is for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from matchmaker.domain.words import COORDINATOR
from matchmaker.pages.before import ABOUT_WAITING
from matchmaker.pages.pack.first import URGENT, warnings
from matchmaker.pages.setting import in_turn

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ToAsk
    from matchmaker.pages.pack.view import View

_ELSEWHERE = URGENT | ABOUT_WAITING | {"switched-off"}


@dataclass(frozen=True)
class Asked:
    """One question, its key on the sheet Answers, and the people whose introduction waits for it."""

    ask: Markup
    key: str
    people: Markup


@dataclass(frozen=True)
class Worker:
    """Who asks, and what."""

    name: Markup
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class Before:
    """What to look at before we start."""

    notes: tuple[Markup, ...]
    workers: tuple[Worker, ...]
    no_words: Markup | None


def before(view: View) -> Before:
    """Return what is missing, out of date or to be asked."""
    notes = tuple(view.say.told(w.sentence) for w in warnings(view) if w.code not in _ELSEWHERE)
    return Before(notes=notes, workers=_workers(view), no_words=None if view.room else _no_words(view))


def _workers(view: View) -> tuple[Worker, ...]:
    waiting: dict[ToAsk, list[str]] = {}
    asked = [(match.beneficiary, match.questions) for match in view.matches]
    asked += [(entry.beneficiary, entry.questions) for entry in view.agenda.proposal.unmatched]
    for person, questions in asked:
        for question in filter(view.may_ask, questions):
            waiting.setdefault(question, []).append(person)
    by_worker: dict[str, list[ToAsk]] = {}
    for question in sorted(waiting, key=lambda q: (-len(waiting[q]), q.key)):
        by_worker.setdefault(question.who, []).append(question)
    return tuple(
        Worker(
            Markup("The coordinator") if who == COORDINATOR else view.say.of(who),
            tuple(
                Asked(view.say.told(q.ask), q.key, view.say.all(sorted(waiting[q], key=in_turn)))
                for q in questions
            ),
        )
        for who, questions in sorted(by_worker.items(), key=lambda worker: in_turn(worker[0]))
    )


def _no_words(view: View) -> Markup | None:
    """Return the mentors whose card would be without words of their own."""
    suggested = Counter(mentor for match in view.matches for mentor in match.mentors)
    silent = [
        mentor for mentor in sorted(suggested, key=in_turn) if not view.context.mentors[mentor].about_me
    ]
    return view.say.all(silent) if silent else None
