"""What makes one style of programme: its town, its people and its shares, with where each rests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from matchmaker.domain.words import Company, EndManner, EndReason, Step, Wants

STEPS: Final[Mapping[Step, int]] = MappingProxyType({
    "not_started": 2, "shadowed": 5, "joint": 12, "accompanied": 15, "alone_public": 28, "alone": 36,
    "paused": 2,
})  # fmt: skip
TOGETHER: Final[Mapping[Company, int]] = MappingProxyType(
    {"alone": 57, "joint": 28, "paired": 10, "group": 5}
)
ENDINGS: Final[Mapping[tuple[EndReason, EndManner], int]] = MappingProxyType({
    ("aims_met", "planned_goodbye"): 20,
    ("no_longer_needed", "planned_goodbye"): 10,
    ("moved_on", "planned_no_goodbye"): 8,
    ("not_right_fit", "planned_no_goodbye"): 10,
    ("lost_touch", "drifted"): 14,
    ("meetings_didnt_get_going", "drifted"): 20,  # met once or twice; ICM left them out (S3:L49)
    ("crisis", "sudden"): 4,
    ("beliefs_difference", "planned_no_goodbye"): 3,
    ("known_to_each_other", "planned_no_goodbye"): 3,
    ("moved_area", "planned_goodbye"): 4,
    ("custody", "sudden"): 3,
    ("aims_met", "service_ended"): 2,
})  # fmt: skip
MENTOR_LEFT: Final[Mapping[tuple[EndReason, EndManner], int]] = MappingProxyType({
    ("mentor_got_job", "planned_goodbye"): 75,
    ("wellbeing_break", "sudden"): 20,
    ("death", "sudden"): 5,
})  # fmt: skip
"""Why a match ended whose mentor takes on nobody new any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A real town: areas and where they lie, in kilometres east and north of one point of the region."""

    name: str
    areas: Mapping[str, tuple[int, int]]
    workers: int = 1
    """Of so many workers of a region in turn these are here."""
    prison: str | None = None
    """The area with the prison, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares are between 0 and 1, weights are relative, ranges and marks are drawn from evenly."""

    locality: str
    towns: tuple[Town, ...]
    hubs: tuple[str, ...]
    """What hubs are called; invented, as are hostels."""
    hostels: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    likes: tuple[str, ...]
    hopes: tuple[str, ...]
    languages: tuple[str, ...]
    groups: tuple[str, ...]
    vocabulary: tuple[Mapping[str, Any], ...]

    mentors_free: float
    """Share of trained mentors who can take on somebody new."""
    supervision_days: int
    devices: float
    hours_per_week: Mapping[float, int]
    people_at_once: Mapping[int, int]
    steps: Mapping[Step, int] = field(default_factory=lambda: STEPS)
    clearances: float = 0.8
    """Share of tasks beyond everyday ones that are agreed with a mentor."""
    bars_former_users: bool = False

    wants: Mapping[Wants, int]
    tasks: Mapping[str, int]
    together: Mapping[Company, int] = field(default_factory=lambda: TOGETHER)
    dual_worked: float
    meetings_a_month: Mapping[int, int]
    waited_days: tuple[int, ...]
    """Marks of how long those without a mentor have waited so far."""
    routes: Mapping[str, int] = field(
        default_factory=lambda: {"reinforce_progress": 45, "build_trust_early": 30, "step_down": 15,
                                 "task_only": 10}
    )  # fmt: skip
    relationship_words: tuple[str, ...] = ("mentor", "buddy", "befriender")

    caseloads: Mapping[int, int] = field(default_factory=lambda: dict.fromkeys(range(8, 13), 1))
    """People of each worker."""
    supporters: Literal["lead", "apart"]
    """Who supports mentors: lead workers of the same team, or a team of its own."""
    first_visits: tuple[int, int]
    joint_hours: tuple[int, int]
    supervision_places: tuple[int, int]

    under_way: float
    """Share of those who said yes who see a mentor now."""
    ended: float
    """Share of everybody who saw a mentor and no longer do."""
    before_days: tuple[int, ...]
    """Marks of the days from asking to the first visit."""
    lasted_days: tuple[int, ...]
    """Marks of how long a match lasts, or has lasted so far."""
    endings: Mapping[tuple[EndReason, EndManner], int] = field(default_factory=lambda: ENDINGS)

    sources: Mapping[str, str]
    """Which lines a figure rests on; one that is not named here is an assumption of ours."""
