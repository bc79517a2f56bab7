"""A town has areas that can be reached, every kind of place, and workers."""

import pytest

from matchmaker.simulate import setting
from matchmaker.simulate.beneficiaries import beneficiary, visits
from matchmaker.simulate.dice import Dice
from matchmaker.simulate.mentors import judgements, mentor, teams
from matchmaker.simulate.pairs import avoided, kept_apart, matches
from matchmaker.simulate.styles import STYLES
from matchmaker.simulate.words import AREAS, label, named

WYFI = STYLES["wyfi"]
THERE = {"areas": AREAS[:3], "navigators": ("N01",), "hubs": ["office_hub_1"]}


@pytest.mark.parametrize(("people", "areas"), [(0, 12), (99, 13), (10_000, len(AREAS))])
def test_a_larger_town_has_more_areas(people, areas):
    assert len(setting.areas_for(people)) == areas


def test_every_two_areas_have_a_journey():
    """Three areas have six journeys: three within one area, three between two."""
    rows = list(setting.journeys(AREAS[:3], Dice(1)))
    assert len(rows) == 6
    assert [row["minutes"] for row in rows if row["start"] == row["end"]] == [10, 10, 10]
    assert all(10 <= row["minutes"] <= 46 for row in rows)


def test_every_kind_of_place_is_there_at_least_once():
    rows = list(setting.places(AREAS[:12], Dice(1)))
    assert {row["kind"] for row in rows} >= {"office_hub", "library", "cafe_public", "court", "gp_hospital"}
    assert [row["id"] for row in rows if row.get("bars_former_users")] == ["office_hub_2"]


def test_ids_are_as_wide_as_the_last_of_them():
    assert (named("M", 0, of=9), named("B", 6, of=400)) == ("M01", "B007")


def test_a_label_is_a_name_and_an_initial():
    assert label(Dice(1), "a woman").endswith(".")


def test_a_person_depends_on_nobody_else():
    one = mentor(3, of=5, places=THERE, figures=WYFI, seed=1)
    assert one == mentor(3, of=50, places=THERE, figures=WYFI, seed=1)
    other = beneficiary(3, of=5, places=THERE, figures=WYFI, seed=1)
    assert other == beneficiary(3, of=50, places=THERE, figures=WYFI, seed=1)


def test_without_mentors_nobody_is_kept_apart_or_matched():
    people = [beneficiary(place, of=60, places=THERE, figures=WYFI, seed=1) for place in range(60)]
    assert not list(kept_apart([], people, dice=Dice(1)))
    assert not matches([], people, figures=WYFI, dice=Dice(1))
    assert not list(teams([], Dice(1)))
    assert len(list(avoided(people, Dice(1)))) == 4


def test_rows_about_a_first_pass_come_later():
    assert judgements({"id": "M01", "navigator": "N01"}, workers={}, seed=1) == ([], [])
    assert not list(visits({"id": "B01", "navigator": "N01"}, workers={}, seed=1))
