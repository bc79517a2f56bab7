"""What may help where a rule or limit is in the way: one place for the summary and the pack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import FIT_FLOOR, KEPT_APART, TOGETHER

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ObjectionCount

HELPS: Final[Mapping[str, str]] = {
    "agreed-hours": "A mentor with more hours to spare, or meeting a little less often.",
    "availability": "Other times: the mentor's, the person's or the worker's.",
    "caseload": "A worker who supports fewer people.",
    "checks-and-training": "The check or the training that this task needs.",
    "clearance": "A mentor who learns this task, beside somebody who knows it.",
    "dual-worked": "Meeting together with their worker.",
    "gender-wish": "Another mentor who agrees to be named for what they asked for.",
    "group-places": "One more place in a group, or another group.",
    "has-a-navigator": "A worker of their own.",
    "high-situations": "A mentor who meets fewer people where something difficult is likely.",
    "introduction-visits": "More room for introduction visits, or another worker who makes them.",
    "joint-hours": "Another worker who joins the visits.",
    "known-area": "A mentor who lives in another area.",
    "language": "A mentor who speaks their language.",
    "lone-working": "Somewhere else to meet, if they would like that.",
    "on-a-break": "A mentor who takes on somebody new, or waiting until one does again.",
    "one-offs": "Another day, or a mentor with nothing else of this kind to do.",
    "people-at-once": "A mentor with a place free.",
    "role": "A mentor who offers what they asked for.",
    "situation": "A mentor who is fine with what may come up, or meeting together with the worker.",
    "supervision-current": "Supervision for a mentor who is waiting for it.",
    "supervision-places": "A worker with room to supervise one more mentor.",
    "teams": "Two mentors who would go together and have a place free.",
    "travel": "Somewhere nearer to meet, or help with the way.",
    "venue-access": "Another place to meet.",
    "wants-a-mentor": "Hearing from them whether they would like a mentor.",
    FIT_FLOOR: "Hearing more about what they, and our mentors, enjoy and hope for.",
    TOGETHER: "Looking with the worker at what could change first.",
}
"""A line for everything that can be in the way, but for what keeps people apart, about which nothing is said.

Nobody has worked out by how much it would help.
"""
TALK_IT_OVER: Final = "Talking over with the worker what could be done about it."
"""For a rule or limit that somebody has added, until it has a line of its own."""
_OFTEN = 4
"""Often is a quarter of what is most often in the way, or more."""
_MOST = 3


def might_help(counts: Collection[ObjectionCount]) -> tuple[str, ...]:
    """Return what may help where much is in the way.

    What stands between somebody and one mentor of thirty is left out: mending it would hardly help.
    """
    lines = [HELPS.get(code, TALK_IT_OVER) for code in often(counts) if code != KEPT_APART]
    return tuple(dict.fromkeys(lines))[:_MOST]


def often(counts: Iterable[ObjectionCount]) -> tuple[str, ...]:
    """Return the codes of what stands in the way often enough for it to matter."""
    counted_ones = [each for each in counts if each.mentors is not None]
    most = max((each.mentors or 0 for each in counted_ones), default=0)
    return tuple(each.code for each in counted_ones if _OFTEN * (each.mentors or 0) >= most)
