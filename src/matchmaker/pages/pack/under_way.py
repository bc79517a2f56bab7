"""How are the new ones going? Introductions and matches under way, and when to look in on them.

Seven or eight weeks without being able to find somebody (S2:L210), and four or five months of hardly
hearing from them (S0:L312), are moments to look in. Cancelling at first is normal (S1:L188).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import RESTING, MatchState
from matchmaker.pages.setting import counted, in_turn, on_day

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.domain.rows import Match
    from matchmaker.pages.pack.view import View

STAGES: Final[Mapping[MatchState, str]] = {
    "mentor_asked": "the mentor was asked, in general",
    "options_ready": "there are options to talk over",
    "choosing": "the person is choosing",
    "intro_visit_1": "first visit together",
    "intro_visit_2": "second visit together",
    "intro_visit_3": "third visit together",
    "three_way_feedback": "asking all three how it went",
    "confirmed": "all three said yes",
    "active": "meeting",
    "paused": "having a pause",
    "parking_bay": "in the parking bay",
    "handover": "being handed over",
}
_SETTLED: Final = frozenset({"confirmed", "active", "paused", "parking_bay", "handover"})
_LONG_START, _QUIET_FROM, _QUIET_TO = 7, 16, 22
"""Weeks: seven to eight, and four to five months."""


@dataclass(frozen=True)
class Going:
    """One of them."""

    person: Markup
    mentors: Markup
    since: str
    stage: str
    look: str


@dataclass(frozen=True)
class UnderWay:
    """All of them; the room hears how many there are at each stage."""

    rows: tuple[Going, ...]
    stages: tuple[tuple[str, int], ...]


def under_way(view: View) -> UnderWay:
    """Return what is under way or resting."""
    matches = [m for m in view.context.round.matches if m.under_way or m.state in RESTING]
    count = Counter(match.state for match in matches)
    return UnderWay(
        rows=()
        if view.room
        else tuple(
            _going(m, view) for m in sorted(matches, key=lambda m: (in_turn(m.beneficiary), in_turn(m.id)))
        ),
        stages=tuple((told, count[state]) for state, told in STAGES.items() if count[state]),
    )


def _going(match: Match, view: View) -> Going:
    return Going(
        person=view.say.of(match.beneficiary),
        mentors=view.say.all(match.mentors),
        since=on_day(match.started_on) if match.started_on else "not known",
        stage=STAGES.get(match.state, match.state.replace("_", " ")),
        look=_look(match, view),
    )


def _look(match: Match, view: View) -> str:
    """Say when it is time to look in; weeks since it began are all that is known here.

    Where a rule now stands in the way, it is not said which: that may be what keeps two people apart.
    """
    warnings = view.agenda.proposal.warnings
    if any(w.code == "look-again" and f" {match.id} " in w.sentence for w in warnings):
        return "Look at this again with the worker before the next visit."
    if match.started_on is None:
        return "Find out when it began."
    weeks = (view.context.as_of - match.started_on).days // 7
    if match.state not in _SETTLED and weeks >= _LONG_START:
        return f"{counted(weeks, 'week')} since it began: is everybody still happy to go on?"
    if match.state == "active" and _QUIET_FROM <= weeks <= _QUIET_TO:
        return "Four or five months in: have we heard from both?"
    return ""
