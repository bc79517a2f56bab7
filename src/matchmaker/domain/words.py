"""The fixed words of the domain; what a programme can extend is in `vocabulary`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias, get_args

Wants: TypeAlias = Literal["yes", "would_like_to_hear_more", "maybe_later", "no"]
GenderWish: TypeAlias = Literal["must", "prefer", "no_wish", "not_asked"]
Offer: TypeAlias = Literal["befriending", "mentoring", "group", "hub", "behind_the_scenes"]
Relationship: TypeAlias = Literal["befriending", "mentoring"]
Style: TypeAlias = Literal["gentle", "direct"]
OwnStory: TypeAlias = Literal["welcome", "not_yet", "either"]
Route: TypeAlias = Literal["reinforce_progress", "build_trust_early", "step_down", "task_only"]
Step: TypeAlias = Literal[
    "not_started", "shadowed", "joint", "accompanied", "alone_public", "alone", "paused"
]
Comfortable: TypeAlias = Literal["no", "with_support", "yes"]
Level: TypeAlias = Literal["low", "some", "high"]
Company: TypeAlias = Literal["alone", "paired", "joint", "group"]
Mitigation: TypeAlias = Literal["joint", "paired"]
YesNo: TypeAlias = Literal["yes", "no"]
State: TypeAlias = Literal["ready", "ask first"]
Strength: TypeAlias = Literal["absolute", "policy"]
Band: TypeAlias = Literal["Good to try", "Could work if…", "A stretch, with support"]
MatchState: TypeAlias = Literal[
    "requested", "preparing_person", "mentor_asked", "options_ready", "choosing",
    "intro_visit_1", "intro_visit_2", "intro_visit_3", "three_way_feedback", "confirmed", "active",
    "paused", "parking_bay", "handover", "ended",
    "hesitant", "declined", "not_now", "no_option_yet", "waiting_capacity", "navigator_only_for_now",
]  # fmt: skip
EndReason: TypeAlias = Literal[
    "aims_met", "no_longer_needed", "moved_on", "mentor_got_job", "wellbeing_break", "not_right_fit",
    "beliefs_difference", "known_to_each_other", "crisis", "meetings_didnt_get_going", "lost_touch",
    "moved_area", "custody", "death",
]  # fmt: skip
EndManner: TypeAlias = Literal["planned_goodbye", "planned_no_goodbye", "drifted", "service_ended", "sudden"]
ApartKind: TypeAlias = Literal["no_contact", "exclusion", "known_to_each_other", "declined_before"]
DecisionKind: TypeAlias = Literal[
    "pin", "veto", "answer", "lift",
    "accept", "reject", "hold", "none_for_now", "need_information",
    "change_company", "switch_navigator", "waive", "organic", "pause", "end",
]  # fmt: skip
OverrideReason: TypeAlias = Literal[
    "knows_both", "person_asked", "mentor_asked", "organic", "stretch_agreed", "mentor_wellbeing",
    "local_knowledge", "info_out_of_date", "waited_too_long", "fair_share", "continuity",
    "policy_waiver", "mitigation_added", "rule_wrong",
]  # fmt: skip

NO_NAVIGATOR: Final = "none_yet"
COORDINATOR: Final = "coordinator"
"""Who asks what no worker can be asked, in place of a worker's id."""
ANY_TASK: Final = "any"
KEPT_APART: Final = "kept-apart"
"""The reason that is published without a number, without who asked and without why."""
UNSAID: Final[frozenset[str]] = frozenset({KEPT_APART, "gender-wish"})
"""What stands between a mentor and somebody else, and is not told as a reason about the mentor."""
TOGETHER: Final = "together"
"""The reason when rules leave no way only together, each of them alone would."""
FIT_FLOOR: Final = "fit-floor"
"""The reason when mentors could meet somebody, but share too little with them for a first introduction."""
VETOED: Final = "vetoed"
"""The reason when it was decided that mentors who could meet somebody are not to be suggested for them."""
COMPANIES: Final[tuple[Company, ...]] = get_args(Company)
SINGLY: Final[tuple[Company, ...]] = ("alone", "joint")
"""How one mentor meets somebody outside a group."""
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
UNDER_WAY: Final[frozenset[str]] = frozenset({
    "mentor_asked", "options_ready", "choosing", "intro_visit_1", "intro_visit_2", "intro_visit_3",
    "three_way_feedback", "confirmed", "active",
})  # fmt: skip
"""A match in one of these states uses places and hours."""
MET: Final[frozenset[str]] = frozenset({
    "intro_visit_1", "intro_visit_2", "intro_visit_3", "three_way_feedback", "confirmed", "active",
    "paused", "parking_bay", "handover", "ended",
})  # fmt: skip
"""In a match in one of these states the two have met."""
RESTING: Final[frozenset[str]] = frozenset({"paused", "parking_bay"})
"""A match in one of these states uses nothing, and its person makes no new request."""
MAY_COME_BACK: Final[frozenset[str]] = RESTING | {"handover"}
"""Somebody in a group whose match is in one of these states may be there any week."""


def counted(number: int, one: str, *, many: str = "") -> str:
    """Return for instance: 1 person, 2 people."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(parts: Iterable[str]) -> str:
    """Return for instance: a, b and c."""
    words: Sequence[str] = tuple(parts)
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def first_of(parts: Sequence[str], *, most: int) -> tuple[str, ...]:
    """Return the first of them, and how many more there are; one more is told rather than counted."""
    more = len(parts) - most
    return (*parts[:most], f"{more} more") if more > 1 else tuple(parts)


def spoken(word: str) -> str:
    """Return a code as the words that people say."""
    return word.replace("_", " ")


def on_day(day: date) -> str:
    """Return for instance: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def in_turn(code: str) -> tuple[str | tuple[int, str], ...]:
    """Return a code as what it is put in order by: B3 before B10, however many digits there are."""
    parts = enumerate(re.split(r"([0-9]+)", code))
    return tuple(_amount(part) if place % 2 else part for place, part in parts)


def _amount(digits: str) -> tuple[int, str]:
    plain = digits.lstrip("0")
    return len(plain), plain
