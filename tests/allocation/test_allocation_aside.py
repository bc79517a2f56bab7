"""An engine at work in a process of its own."""

from __future__ import annotations

import time

import numpy as np
import pytest

from matchmaker.allocation import aside
from matchmaker.allocation.aside import PUNCTUAL, Aside, asked
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.child import NoChild
from matchmaker.allocation.mathopt import Engine, Word
from matchmaker.allocation.programme import Programme


def knapsack(*, worth: int | None = None) -> Programme:
    """Write down options worth 6, 10, 12 that take 2, 4, 5 of 7 hours."""
    programme = Programme(
        value=np.array([6, 10, 12]),
        row=np.array([0, 0, 0]),
        column=np.array([0, 1, 2]),
        amount=np.array([2, 4, 5]),
        low=np.array([0]),
        high=np.array([7]),
    )
    return programme if worth is None else programme.worth(worth)


def word_of(programme: Programme) -> Word:
    there = Aside.begin(Engine("HIGHS"), programme, seconds=60)
    assert there is not None
    try:
        there.child.wait(60)
        return there.word()
    finally:
        there.stop()


def test_the_child_says_what_the_engine_says():
    word = word_of(knapsack())
    assert word.plan is not None
    assert word.plan.tolist() == [True, False, True]
    assert word.bound == 18
    assert not word.impossible
    assert word_of(knapsack(worth=19)).impossible


def test_a_child_that_dies_says_nothing():
    there = Aside.begin(Engine("HIGHS"), knapsack(), seconds=60)
    assert there is not None
    there.child.kill()
    there.child.wait()
    assert there.done
    word = there.word()
    assert (word.plan, word.bound, word.impossible) == (None, None, False)


def test_a_child_can_be_stopped_at_once():
    there = Aside.begin(Engine("HIGHS"), knapsack(), seconds=60)
    assert there is not None
    began = time.monotonic()
    there.stop()
    assert there.done
    assert time.monotonic() - began < 60


def test_where_there_can_be_no_child_there_is_none(monkeypatch):
    def refused(*_, **__):
        raise NoChild("no")

    monkeypatch.setattr(aside, "begun", refused)
    assert Aside.begin(Engine("HIGHS"), knapsack(), seconds=60) is None


def test_only_many_columns_and_the_engine_that_keeps_no_time_are_asked_elsewhere(monkeypatch):
    assert asked(Engine("HIGHS"), knapsack(), budget=Budget.of(60), seconds=60) is None
    monkeypatch.setattr(aside, "PUNCTUAL", 2)
    assert asked(Engine("CP_SAT"), knapsack(), budget=Budget.of(60), seconds=60) is None
    word = asked(Engine("HIGHS"), knapsack(), budget=Budget.of(60), seconds=60)
    assert word is not None
    assert word.bound == 18
    assert PUNCTUAL == 4_000


def test_one_that_is_late_says_nothing(monkeypatch):
    monkeypatch.setattr(aside, "PUNCTUAL", 2)
    late = asked(Engine("HIGHS"), knapsack(), budget=Budget.of(0.0), seconds=60)
    assert late == Word()


def test_half_a_word_is_no_word():
    there = Aside.begin(Engine("HIGHS"), knapsack(), seconds=60)
    assert there is not None
    there.child.wait(60)
    there.answer.seek(0)
    there.answer.truncate(21)
    assert there.word() == Word()


@pytest.mark.parametrize("total", [18, 19])
def test_a_programme_can_ask_for_a_worth(total):
    assert knapsack(worth=total).allows(np.array([True, False, True])) == (total == 18)
