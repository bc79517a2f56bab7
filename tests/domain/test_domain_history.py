"""What went before, worked by hand: one mentor, and what each kind of row says of them."""

import pytest

from matchmaker.domain.history import History
from matchmaker.domain.rows import Match
from tests.criteria.scoring import last_time, met, seeing
from tests.rules.judging import round_of

ROUND = round_of()


def history(**records) -> History:
    return History(ROUND.model_copy(update=records))


@pytest.mark.parametrize(
    ("matches", "people"),
    [
        ((), 0),
        (seeing("B1"), 1),
        (seeing("B1", "B2"), 2),
        (seeing("B1", state="mentor_asked"), 1),
        (seeing("B1", state="paused"), 0),
        (seeing("B1", state="declined"), 0),
        (seeing("B1", mentor="M2"), 0),
        (seeing("B1", company="group"), 0),
        (seeing("B1", mentor="M2", second_mentor="M1"), 1),
    ],
)
def test_people_are_the_matches_under_way(matches: tuple[Match, ...], people: int):
    assert history(matches=matches).people("M1") == people


def test_a_host_is_whoever_a_group_names():
    rows = {"places": [{"id": "P1", "label": "Hall", "kind": "library"}]}
    group = {"id": "G1", "label": "Art", "place": "P1", "slot": "Wed 13:00-15:00", "places": 6}
    found = History(round_of(rows=rows | {"groups": [group | {"host": "M1"}]}))
    assert found.hosts("M1")
    assert not found.hosts("M2")
    assert history(matches=seeing("B1", company="group")).hosts("M1")
    assert not history(matches=seeing("B1", company="group", state="ended")).hosts("M1")


def test_nobody_is_passed_over_before_there_was_a_proposal():
    assert not history().passed_over("M1")
    assert history(previous=last_time()).passed_over("M1")
    assert history(previous=last_time("M2")).passed_over("M1")
    assert not history(previous=last_time("M2", "M1")).passed_over("M1")


@pytest.mark.parametrize(
    ("reason", "parted"),
    [("not_right_fit", True), ("beliefs_difference", True), ("known_to_each_other", True),
     ("meetings_didnt_get_going", True), ("lost_touch", False), ("aims_met", False), (None, False)],
)  # fmt: skip
def test_two_parted_when_it_was_about_the_two(reason, parted):
    found = history(matches=(met("ended", end_reason=reason),))
    assert found.parted("M1", "B1") is parted
    assert not found.parted("M2", "B1")
    assert not found.parted("M1", "B2")
