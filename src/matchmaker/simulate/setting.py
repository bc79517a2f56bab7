"""The town, the places and the workers of a synthetic programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.domain.windows import DAYS
from matchmaker.simulate.dice import AS_OF, Dice, Row
from matchmaker.simulate.words import AREAS, MAN, WOMAN, label, named

if TYPE_CHECKING:
    from matchmaker.simulate.styles import Figures

_SAME_AREA_MINUTES: Final = 10
_CASELOAD: Final = 10
"""Eight to twelve people a worker; twenty is unmanageable (S0:L85)."""

# kind of place, what it is called, one for how many areas
_PLACES: Final = (
    ("office_hub", "hub", 6), ("library", "library", 5), ("cafe_public", "café", 4), ("park", "park", 5),
    ("leisure_centre", "leisure centre", 8), ("allotment", "allotments", 12), ("court", "court", 24),
    ("gp_hospital", "surgery", 6), ("hostel_communal", "hostel lounge", 12),
)  # fmt: skip


def programme(figures: Figures) -> Row:
    """Return who runs the round."""
    return {
        "as_of": AS_OF,
        "locality": figures.locality,
        "usual_language": "English",
        "safeguarding_contact": "The duty safeguarding lead, 01632 960100.",
        "staff_reachable": [f"{day} 09:00-17:30" for day in ("Mon", "Tue", "Wed", "Thu", "Fri")]
        + ["Sat 09:30-14:00"],
    }


def areas_for(people: int) -> tuple[str, ...]:
    """Return the areas of a town of this size, twelve at least."""
    return AREAS[: min(len(AREAS), 12 + people // 50)]


def journeys(areas: Sequence[str], dice: Dice) -> Iterator[Row]:
    """Yield the minutes between any two areas: a way along streets and a few minutes of waiting."""
    at = {area: (dice.randint(0, 18), dice.randint(0, 18)) for area in areas}
    for place, start in enumerate(areas):
        yield {"start": start, "end": start, "minutes": _SAME_AREA_MINUTES}
        for end in areas[place + 1 :]:
            way = abs(at[start][0] - at[end][0]) + abs(at[start][1] - at[end][1])
            yield {"start": start, "end": end, "minutes": _SAME_AREA_MINUTES + way}


def places(areas: Sequence[str], dice: Dice) -> Iterator[Row]:
    """Yield the places: every kind at least once, more in a larger town."""
    for kind, called, every in _PLACES:
        for number, area in enumerate(dice.sample(areas, -(-len(areas) // every))):
            row: Row = {"id": f"{kind}_{number + 1}", "label": f"{area} {called}", "kind": kind, "area": area}
            if kind == "office_hub":
                row["private_room"] = True
                row["bars_former_users"] = number == 1
            yield row


def navigators(beneficiaries: int, *, figures: Figures, seed: int) -> Iterator[Row]:
    """Yield about one worker for ten people; their time is what everything rests on."""
    count = max(1, (beneficiaries + _CASELOAD // 2) // _CASELOAD)
    for place in range(count):
        dice = Dice(seed, "navigator", place)
        gender = dice.one({WOMAN: 65, MAN: 35})
        row: Row = {
            "id": named("N", place, of=count),
            "label": label(dice, gender),
            "first_visits_free": dice.randint(2, 8) if dice.chance(0.15) else dice.randint(10, 16),
            "joint_hours": float(dice.randint(*figures.joint_hours)),
            "supervision_places": dice.randint(4, 10),
            "free": [f"{day} 09:30-16:30" for day in dice.some(DAYS[:5], low=3, high=5)],
            "put_forward_for": [gender],
        }
        dice.forgets(row, {"joint_hours": 0.1, "free": 0.3, "put_forward_for": 0.15})
        yield row
