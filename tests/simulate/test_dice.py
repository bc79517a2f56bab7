"""Draws depend on the name they are given, and on nothing else."""

from collections import Counter
from datetime import date
from statistics import mean

import pytest

from matchmaker.domain.windows import Window
from matchmaker.simulate.dice import AS_OF, Dice, ago
from matchmaker.simulate.weeks import week


def test_the_same_name_draws_the_same():
    assert Dice(1, "mentor", 2).random() == Dice(1, "mentor", 2).random()
    assert Dice(1, "mentor", 2).random() != Dice(1, "mentor", 3).random()


def test_draws_stay_what_they_were():
    """Somebody may have reported a seed: these figures change only with a note in the changelog."""
    dice = Dice(1, "mentor", 0)
    assert [dice.between(0, 99) for _ in range(5)] == [99, 97, 49, 0, 45]
    assert dice.some("abcdef", low=3, high=3) == ["b", "d", "e"]
    assert [dice.spread((0, 10, 100)) for _ in range(4)] == [1, 4, 71, 92]


def test_the_heavier_is_the_likelier():
    dice = Dice("weights")
    drawn = Counter(dice.one({"often": 9, "seldom": 1, "never": 0}) for _ in range(1000))
    assert set(drawn) == {"often", "seldom"}
    assert 850 < drawn["often"] < 950


def test_nothing_can_be_drawn_from_no_weights():
    with pytest.raises(ValueError, match="Maybe"):
        Dice("weights").one({"never": 0})


def test_both_ends_of_a_range_come_up():
    dice = Dice("ends")
    assert {dice.between(2, 4) for _ in range(100)} == {2, 3, 4}


def test_a_spread_has_as_many_between_any_two_marks():
    """Marks 0, 10, 30, 100: a third lies below 10 and a third above 30; the middle of the thirds is 28.3."""
    dice = Dice("spread")
    drawn = [dice.spread((0, 10, 30, 100)) for _ in range(3000)]
    assert 850 < sum(day < 10 for day in drawn) < 1050
    assert 900 < sum(day > 30 for day in drawn) < 1100
    assert 26 < mean(drawn) < 31
    assert {min(drawn), max(drawn)} == {0, 100}


def test_some_are_different_and_never_more_than_there_are():
    dice = Dice("some")
    assert all(len(set(dice.some("abcdef", low=2, high=4))) in (2, 3, 4) for _ in range(50))
    assert sorted(dice.some("ab", low=5, high=5)) == ["a", "b"]


def test_days_are_counted_from_the_day_of_the_round():
    assert ago(0) == AS_OF == date(2026, 11, 16)
    assert ago(-1) == date(2026, 11, 17)


def test_a_judgement_is_reviewed_half_a_year_later():
    for overdue, past in ((0.0, False), (1.0, True)):
        row = Dice("judged").judged("the worker", overdue=overdue)
        assert (row["review_on"] - row["set_on"]).days == 182
        assert (row["review_on"] < AS_OF) is past


def test_forgetting_leaves_cells_out():
    row = {"area": "Moorend", "free": []}
    Dice("forgets").forgets(row, {"area": 1.0, "free": 0.0, "device": 1.0})
    assert row == {"free": []}


def test_a_week_has_windows_of_that_many_hours_on_different_days():
    for seed in range(30):
        windows = [Window.parse(text) for text in week(Dice(seed), slots=(1, 4), hours=(2, 3))]
        assert 1 <= len(windows) <= 4
        assert len({window.day for window in windows}) == len(windows)
        assert all(120 <= window.minutes <= 180 and window.start >= 540 for window in windows)
