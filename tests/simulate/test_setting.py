"""A town has areas that can be reached, every kind of place, and groups."""

from itertools import product

import pytest

from matchmaker.simulate import STYLES, setting
from matchmaker.simulate.dice import Dice
from matchmaker.simulate.wyfi import BRADFORD, LEEDS

WYFI = STYLES["wyfi"]


def test_a_journey_is_ten_minutes_and_three_a_kilometre():
    """Harehills lies 3 east and 2 north of the centre: 10 + 3 × 5 = 25. Within one area it is 10."""
    minutes = setting.journeys([LEEDS])
    assert minutes["Leeds centre", "Harehills"] == 25
    assert minutes["Beeston", "Beeston"] == 10
    assert len(minutes) == 13 * 13


@pytest.mark.parametrize("style", STYLES)
def test_no_way_round_is_shorter(style):
    minutes = setting.journeys(STYLES[style].towns)
    assert all(minutes[end, start] == way for (start, end), way in minutes.items())
    areas = [area for town in STYLES[style].towns for area in town.areas]
    assert len(set(areas)) == len(areas)
    assert all(minutes[a, c] <= minutes[a, b] + minutes[b, c] for a, b, c in product(areas, areas, areas))
    within = [minutes[pair] for town in STYLES[style].towns for pair in product(town.areas, town.areas)]
    assert 10 <= min(within) <= max(within) <= 75


@pytest.mark.parametrize("style", STYLES)
def test_every_kind_of_place_is_there_at_least_once(style):
    figures = STYLES[style]
    rows = list(setting.places(figures.towns, figures=figures, dice=Dice(1)))
    kinds = {row["kind"] for row in rows}
    assert kinds >= {"office_hub", "library", "cafe_public", "court", "gp_hospital", "hostel_communal"}
    assert kinds >= {word["code"] for word in figures.vocabulary if word["sort"] == "kind"}
    assert len({row["id"] for row in rows}) == len(rows)


def test_one_hub_bars_former_users_where_the_source_says_so():
    """S0:L214 is about WY-FI; no other source has such a rule."""
    for style, figures in STYLES.items():
        rows = setting.places(figures.towns, figures=figures, dice=Dice(1))
        barred = [row["id"] for row in rows if row.get("bars_former_users")]
        assert barred == (["office_hub_2"] if style == "wyfi" else [])


def test_a_second_town_has_a_court_of_its_own():
    rows = setting.places([LEEDS, BRADFORD], figures=WYFI, dice=Dice(1))
    assert [row["label"] for row in rows if row["kind"] == "court"] == [
        "The court in Leeds",
        "The court in Bradford",
    ]


LIBRARIES = [{"id": f"library_{area}", "kind": "library", "area": area} for area in ("Armley", "Beeston")]


def groups(mentors):
    return list(
        setting.groups(
            mentors,
            workers=["N001"],
            places=LIBRARIES,
            minutes=setting.journeys([LEEDS]),
            figures=WYFI,
            seed="wyfi/1",
        )
    )


def test_a_worker_hosts_the_first_group_and_every_sixth_who_could_another():
    """Fourteen offer groups; two are not free, one has three hours: of eleven the first and seventh host."""
    mentors = [
        {
            "id": f"M{n}",
            "offers": ["group"],
            "available": n not in (0, 5),
            "hours_per_week": 3 if n == 2 else 4,
        }
        for n in range(14)
    ]
    assert [row["host"] for row in groups(mentors)] == ["N001", "M1", "M9"]
    assert not groups([])


def test_who_hosts_a_group_lives_near():
    """Hunslet (1, -2) to Beeston (-1, -3): 3 kilometres; to Armley (-3, 0): 6."""
    host = {"id": "M1", "offers": ["group"], "available": True, "hours_per_week": 4, "area": "Hunslet"}
    _, row = groups([host])
    assert (row["place"], row["label"]) == ("library_Beeston", "Brew and natter, Beeston")
