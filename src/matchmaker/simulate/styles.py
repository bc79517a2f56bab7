"""How the programmes of the sources differ, as far as the simple generator follows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from matchmaker.domain.words import Company, Step

ProgrammeStyle: TypeAlias = Literal["wyfi", "icm", "housing-first", "vocational"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares are between 0 and 1, weights are relative, and a range is drawn from evenly."""

    locality: str
    supervision_days: int
    devices: float
    hours_per_week: tuple[float, ...]
    people_at_once: tuple[int, ...]
    steps: Mapping[Step, int]
    together: Mapping[Company, int]
    dual_worked: float
    joint_hours: tuple[int, int]
    tasks: Mapping[str, int] = field(default_factory=dict)


_STEPS: dict[Step, int] = {
    "not_started": 2,
    "shadowed": 5,
    "joint": 12,
    "accompanied": 15,
    "alone_public": 28,
    "alone": 36,
    "paused": 2,
}
_TOGETHER: dict[Company, int] = {"alone": 60, "joint": 30, "paired": 10}

STYLES: Final[Mapping[ProgrammeStyle, Figures]] = {
    # Supervision every fortnight (S0:L210); the device that most mentors do not have (S0:L124).
    "wyfi": Figures(
        locality="Aireholme Together", supervision_days=14, devices=0.4, hours_per_week=(3, 4, 6, 8),
        people_at_once=(1, 2, 2, 3), steps=_STEPS, together=_TOGETHER, dual_worked=0.08, joint_hours=(5, 10),
        tasks={"court": 3, "prison_gate_pickup": 3, "appointment_treatment": 4, "gym_sport": 8},
    ),
    # Long, light contact, about twice a month (S3:L57); mentors move on to new roles.
    "icm": Figures(
        locality="Lower Tarn Coordinated Support", supervision_days=30, devices=0.6,
        hours_per_week=(3, 4, 5), people_at_once=(1, 2, 2), steps=_STEPS, together=_TOGETHER,
        dual_worked=0.05, joint_hours=(4, 8), tasks={"coffee_walk": 10, "moving_on": 4},
    ),
    # Monthly supervision (S1:L99); two or three visits all three together (S1:L144); dual-worked (S1:L146).
    "housing-first": Figures(
        locality="Kilnbrook Housing First", supervision_days=30, devices=0.5, hours_per_week=(3, 4, 6),
        people_at_once=(1, 1, 2), steps=_STEPS | {"joint": 30, "accompanied": 24, "alone": 14},
        together={"alone": 20, "joint": 70, "paired": 10}, dual_worked=0.2, joint_hours=(7, 14),
        tasks={"home_visit": 4, "appointment_housing": 6, "shopping_with": 4},
    ),
    # Two paid hours a week and one person at a time (S4:L102, S4:L186); six were asked for (S4:L441).
    "vocational": Figures(
        locality="Marl Street Vocational Service", supervision_days=30, devices=0.7,
        hours_per_week=(2, 2, 6), people_at_once=(1,), steps=_STEPS, together=_TOGETHER, dual_worked=0.03,
        joint_hours=(4, 8), tasks={"job_search": 20, "college": 14, "travel_confidence": 8},
    ),
}  # fmt: skip
