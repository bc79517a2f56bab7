"""The town of a synthetic programme: areas, journeys, places and groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.simulate.dice import AS_OF, Dice, Row
from matchmaker.simulate.weeks import slot
from matchmaker.simulate.words import named

if TYPE_CHECKING:
    from matchmaker.simulate.figures import Figures, Town

_SAME_AREA_MINUTES: Final = 10
_MINUTES_A_KILOMETRE: Final = 3
_EVERY_SIXTH: Final = 6
_HOURS_FOR_A_GROUP: Final = 4

# kind of place, what it is called, one for how many areas
_PLACES: Final = (
    ("office_hub", "{name}, {area}", 6), ("library", "{area} library", 4), ("cafe_public", "{area} café", 3),
    ("park", "{area} park", 4), ("leisure_centre", "{area} leisure centre", 6),
    ("allotment", "{area} allotments", 8), ("court", "the court in {town}", 99),
    ("gp_hospital", "{area} surgery", 5), ("hostel_communal", "the lounge at {name}, {area}", 10),
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


def journeys(towns: Sequence[Town]) -> dict[tuple[str, str], int]:
    """Return the minutes between any two areas: along streets, and ten minutes of walking and waiting.

    Leeds centre to Harehills is 3 + 2 kilometres: 10 + 3 × 5 = 25 minutes. No way round is shorter than the
    straight one, since streets are a distance and waiting comes once more at each change.
    """
    at = {area: spot for town in towns for area, spot in town.areas.items()}
    names = list(at)
    found = {}
    for place, start in enumerate(names):
        for end in names[place:]:
            way = abs(at[start][0] - at[end][0]) + abs(at[start][1] - at[end][1])
            found[start, end] = found[end, start] = _SAME_AREA_MINUTES + _MINUTES_A_KILOMETRE * way
    return found


def places(towns: Sequence[Town], *, figures: Figures, dice: Dice) -> Iterator[Row]:
    """Yield the places: in every town every kind at least once, and what the programme itself adds."""
    own = [row for row in figures.vocabulary if row["sort"] == "kind"]
    kinds = [*_PLACES, *((row["code"], f"{row['label']} in {{area}}", 99) for row in own)]
    for kind, called, every in kinds:
        spots = [(town, area) for town in towns for area in _some(town, every, dice)]
        for number, (town, area) in enumerate(spots):
            names = figures.hostels if kind == "hostel_communal" else figures.hubs
            name = names[number % len(names)]
            label = called.format(name=name, area=area, town=town.name)
            yield _place(kind, number, label=label, area=area) | _rooms(kind, number, figures)
    gates = [(town.name, town.prison) for town in towns if town.prison]
    for number, (name, area) in enumerate(gates):
        yield _place("prison_gate", number, label=f"the prison gate in {name}", area=area)
        yield _place("prison_inside", number, label=f"the visits hall in {name}", area=area)


def _some(town: Town, every: int, dice: Dice) -> list[str]:
    areas = list(town.areas)
    if every >= len(areas):
        return areas[:1]  # the one court or cinema is in the middle
    count = -(-len(areas) // every)
    return dice.some(areas, low=count, high=count)


def _place(kind: str, number: int, *, label: str, area: str) -> Row:
    return {"id": f"{kind}_{number + 1}", "label": label[:1].upper() + label[1:], "kind": kind, "area": area}


def _rooms(kind: str, number: int, figures: Figures) -> Row:
    """Return what sets a hub apart: a room to talk in, and in one the rule of S0:L214."""
    if kind != "office_hub":
        return {"private_room": number % 2 == 0} if kind == "library" else {}
    return {"private_room": True, "bars_former_users": figures.bars_former_users and number == 1}


def _near(area: str, places: Sequence[Row], minutes: Mapping[tuple[str, str], int]) -> Row | None:
    """Return the place with the shortest way, when it is known where somebody lives."""
    ways = {
        minutes[area, place["area"]]: place for place in reversed(places) if (area, place["area"]) in minutes
    }
    return ways[min(ways)] if ways else None


def _could_host(mentor: Row) -> bool:
    """A group every week takes most of three hours with the way and writing up."""
    enough = mentor["hours_per_week"] >= _HOURS_FOR_A_GROUP
    return bool("group" in mentor["offers"] and mentor["available"] and enough)


def groups(
    mentors: Sequence[Row],
    *,
    workers: Sequence[str],
    places: Sequence[Row],
    minutes: Mapping[tuple[str, str], int],
    figures: Figures,
    seed: str,
) -> Iterator[Row]:
    """Yield groups: a worker hosts the first, then every sixth mentor who offers them (S0:L122, S3:L35)."""
    where = [place for place in places if place["kind"] in ("office_hub", "library")]
    hosting = [mentor["id"] for mentor in mentors if _could_host(mentor)]
    lives = {mentor["id"]: mentor.get("area", "") for mentor in mentors}
    hosts = [*([workers[0]] if mentors else ()), *hosting[::_EVERY_SIXTH]]
    for number, host in enumerate(hosts):
        dice = Dice(seed, "group", number)
        place = _near(lives.get(host, ""), where, minutes) or dice.choice(where)
        yield {
            "id": named("G", number),
            "label": f"{figures.groups[number % len(figures.groups)]}, {place['area']}",
            "host": host,
            "place": place["id"],
            "slot": slot(dice, hours=(1, 1)),
            "places": dice.between(4, 10),
        }
