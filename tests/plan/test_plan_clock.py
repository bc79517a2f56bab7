"""One stretch of time for many questions: parts add up, and whoever asks to stop is heard."""

from __future__ import annotations

import threading

import pytest

from matchmaker.plan import Search
from matchmaker.plan.clock import LEAST, Clock


def test_parts_of_a_clock_share_what_is_left():
    clock = Clock.of(Search(seconds=100))
    assert 99 < clock.left <= 100
    assert 49 < clock.part(1 / 2).left <= 50
    assert clock.part(1).at_most(10).seconds == 10
    assert 24 < clock.part(1 / 4).at_most(60).seconds <= 25
    assert 32 < clock.next.seconds <= 100 / 3


def test_whoever_asks_to_stop_is_heard_by_every_part():
    asked = threading.Event()
    clock = Clock.of(Search(seconds=100, cancel=asked))
    part = clock.part(1 / 2)
    assert not part.over
    asked.set()
    assert (clock.left, clock.over, clock.at_most(10).seconds, clock.next.seconds) == (0, True, LEAST, LEAST)
    assert (part.left, part.over) == (0, True)


@pytest.mark.parametrize("seconds", [1e-9, LEAST / 2])
def test_nothing_is_begun_when_less_is_left_than_anything_takes(seconds):
    clock = Clock.of(Search(seconds=seconds))
    assert clock.over
    assert clock.part(1 / 2).over
    assert clock.next.seconds == LEAST


def test_one_question_of_many_tells_no_progress():
    clock = Clock.of(Search(progress=print))
    assert clock.search.progress is print
    assert (clock.next.progress, clock.at_most(1).progress) == (None, None)
