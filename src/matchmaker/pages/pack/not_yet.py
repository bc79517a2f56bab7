"""Not yet, and what would help: everyone who asked and has no suggestion, with what *we* can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import FIT_FLOOR, KEPT_APART
from matchmaker.pages.pack.introductions import by_worker
from matchmaker.pages.setting import counted, on_day

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.domain.proposal import ObjectionCount, Unmatched
    from matchmaker.pages.pack.view import View

_REASONS, _HELPS, _NAMED = 5, 3, 6
_OFTEN = 4
"""Often is a quarter of what is most often in the way, or more."""

HELPS: Final[Mapping[str, str]] = {
    "agreed-hours": "A mentor with more hours to spare, or meeting a little less often.",
    "availability": "Other times, on either side.",
    "checks-and-training": "The check or the training that this task needs.",
    "clearance": "A mentor who learns this task, beside somebody who knows it.",
    "gender-wish": "Another mentor who agrees to be named for what they asked for.",
    "has-a-navigator": "A worker of their own.",
    "introduction-visits": "More room for introduction visits, or another worker who makes them.",
    "joint-hours": "Another worker who joins the visits.",
    "language": "A mentor who speaks their language.",
    "lone-working": "Somewhere else to meet, if they would like that.",
    "people-at-once": "A mentor with a place free.",
    "role": "A mentor who offers what they asked for.",
    "supervision-current": "Supervision for a mentor who is waiting for it.",
    "travel": "Somewhere nearer to meet, or help with the way.",
    "venue-access": "Another place to meet.",
}
"""What may help where a rule or limit is in the way; nobody has worked out by how much."""


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


def not_yet(view: View) -> tuple[NotYet, ...]:
    """Return everybody without a suggestion."""
    return tuple(_entry(entry, view) for entry in view.agenda.proposal.unmatched)


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
        reasons=_first(reasons, _REASONS),
        apart=not view.room and any(o.code == KEPT_APART for o in entry.objections),
        too_thin=next((o.mentors or 0 for o in entry.objections if o.code == FIT_FLOOR), 0),
        contested=_contested(entry, view),
        questions=by_worker(filter(view.may_ask, entry.questions), view),
        helps=_helps(entry, counts, view=view),
    )


def _contested(entry: Unmatched, view: View) -> Markup | None:
    """Return whose suggestions take the time that is missing here; the room is not told to compare."""
    shared = entry.contested_with
    if view.room or not shared:
        return None
    named = view.say.all(shared[:_NAMED])
    more = len(shared) - _NAMED
    return named + f" and {counted(more, 'other')}" if more > 0 else named


def _helps(entry: Unmatched, counts: list[ObjectionCount], *, view: View) -> tuple[str | Markup, ...]:
    """Return what was worked out to help; else what may, where much is in the way.

    What stands between them and one mentor of thirty is left out: mending it would hardly help.
    """
    if entry.remedies and not view.room:
        return tuple(view.say.told(remedy.change) for remedy in entry.remedies)
    return tuple([HELPS[code] for code in often(counts) if code in HELPS][:_HELPS])


def often(counts: Iterable[ObjectionCount]) -> tuple[str, ...]:
    """Return the codes of what stands in the way often enough for it to matter."""
    counted_ones = [each for each in counts if each.mentors is not None]
    most = max((each.mentors or 0 for each in counted_ones), default=0)
    return tuple(each.code for each in counted_ones if _OFTEN * (each.mentors or 0) >= most)


def _first(parts: list[str], most: int) -> tuple[str, ...]:
    more = len(parts) - most
    return (*parts[:most], f"{more} more") if more > 1 else tuple(parts)
