"""Not yet, and what would help: everyone who asked and has no suggestion, with what *we* can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import FIT_FLOOR, KEPT_APART, first_of
from matchmaker.pages.helps import might_help
from matchmaker.pages.pack.introductions import by_worker
from matchmaker.pages.setting import counted, on_day

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.domain.proposal import Unmatched
    from matchmaker.pages.pack.view import View

_REASONS, _NAMED = 5, 6

TOLD: Final = frozenset({KEPT_APART, FIT_FLOOR})
"""What is told in a sentence of its own; the first of the two without a number."""


@dataclass(frozen=True)
class NotYet:
    """Somebody without a suggestion."""

    code: str
    person: Markup
    worker: Markup
    since: str
    wants: Markup
    reasons: tuple[str, ...]
    apart: bool
    too_thin: int
    contested: Markup | None
    questions: tuple[tuple[Markup, tuple[Markup, ...]], ...]
    helps: tuple[str | Markup, ...]
    tried: bool
    """Whether that was seen by solving again; else it is what often helps."""


def not_yet(view: View) -> tuple[NotYet, ...]:
    """Return everybody without a suggestion, the longest wait first."""
    return tuple(_entry(entry, view) for entry in view.agenda.without)


def _entry(entry: Unmatched, view: View) -> NotYet:
    person = view.person(entry.beneficiary)
    counts = [o for o in entry.objections if o.code not in TOLD and view.may_hear(o.code)]
    reasons = [
        view.title(o.code) if view.room or o.mentors is None
        else f"{view.title(o.code)} ({counted(o.mentors, 'mentor')})"
        for o in counts
    ]  # fmt: skip
    return NotYet(
        code=person.id,
        person=view.say.of(person.id),
        worker=view.say.of(person.navigator),
        since=on_day(person.asked_on) if person.asked_on else "",
        wants=view.tasks(person.wants_to_do),
        reasons=first_of(reasons, most=_REASONS),
        apart=not view.room and any(o.code == KEPT_APART for o in entry.objections),
        too_thin=next((o.mentors or 0 for o in entry.objections if o.code == FIT_FLOOR), 0),
        contested=_contested(entry, view),
        questions=by_worker(filter(view.may_ask, entry.questions), view),
        helps=_helps(entry, view=view),
        tried=bool(entry.remedies) and not view.room,
    )


def _contested(entry: Unmatched, view: View) -> Markup | None:
    """Return whose suggestions take the time that is missing here; the room is not told to compare."""
    shared = entry.contested_with
    if view.room or not shared:
        return None
    named = view.say.all(shared[:_NAMED])
    more = len(shared) - _NAMED
    return named + f" and {counted(more, 'other')}" if more > 0 else named


def _helps(entry: Unmatched, *, view: View) -> tuple[str | Markup, ...]:
    """Return what was worked out to help; else what may."""
    if entry.remedies and not view.room:
        return tuple(view.say.told(remedy.change) for remedy in entry.remedies)
    return might_help([o for o in entry.objections if o.code == FIT_FLOOR or view.may_hear(o.code)])
