"""A worker has about ten people and never twenty; mentors are supported by lead workers or a team apart."""

from collections import Counter

import pytest

from matchmaker.simulate import STYLES, workers

WYFI, ICM = STYLES["wyfi"], STYLES["icm"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("people", [0, 1, 3, 4, 13, 60, 400])
def test_nobody_is_left_over_and_no_worker_has_twenty(style, people):
    """Warned above 12, no introductions from 20 (S0:L85): the most is 16, and three who are left over."""
    loads = workers.caseloads(people, figures=STYLES[style], seed="a")
    assert sum(loads) == people
    assert max(loads) <= 16 + 3
    assert all(load >= 4 for load in loads[1:])


def test_a_larger_programme_begins_with_the_same_workers():
    small = workers.caseloads(60, figures=WYFI, seed="a")
    assert workers.caseloads(400, figures=WYFI, seed="a")[: len(small) - 1] == small[:-1]


def test_most_workers_have_eight_to_twelve():
    loads = workers.caseloads(5000, figures=WYFI, seed="a")
    assert 0.85 < sum(8 <= load <= 12 for load in loads) / len(loads) < 0.97
    assert max(loads) > 12


def test_of_eighteen_workers_nine_are_in_leeds():
    names = Counter(town.name for town in workers.towns(36, WYFI))
    assert names == {"Leeds": 18, "Bradford": 12, "Wakefield": 6}
    assert {town.name for town in workers.towns(6, WYFI)} == {"Leeds"}


def test_lead_workers_support_about_ten_mentors_each():
    """Thirty mentors, six workers: three leads, spread over them, so the first, third and fifth."""
    leads = Counter(workers.supporters(30, workers=6, figures=WYFI))
    assert leads == {"N001": 10, "N003": 10, "N005": 10}
    assert set(workers.supporters(100, workers=2, figures=WYFI)) == {"N001", "N002"}


def test_a_team_apart_supports_mentors_where_the_source_says_so():
    assert Counter(workers.supporters(30, workers=6, figures=ICM)) == {"C001": 10, "C002": 10, "C003": 10}
    assert workers.supporters(0, workers=6, figures=ICM) == []


def test_who_only_supports_mentors_introduces_nobody():
    rows = [workers.worker("C", place, figures=ICM, seed="a") for place in range(40)]
    assert {row["first_visits_free"] for row in rows} == {0}
    assert {row.get("joint_hours") for row in rows} == {0.0, None}
    assert {row.get("supervision_places") for row in rows} > {None}


def test_a_worker_depends_on_nobody_else():
    rows = [workers.worker("N", place, figures=WYFI, seed="a") for place in range(200)]
    assert rows[7] == workers.worker("N", 7, figures=WYFI, seed="a")
    assert {None, *range(*WYFI.supervision_places), WYFI.supervision_places[1]} == {
        row.get("supervision_places") for row in rows
    }
    assert 0.05 < sum(row["first_visits_free"] < WYFI.first_visits[0] for row in rows) / 200 < 0.2
