"""One-off appointments that overlap, by hand; a meeting lasts an hour unless somebody said otherwise."""

from __future__ import annotations

from itertools import product

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.habits import Habits
from matchmaker.domain.one_offs import OneOffs
from tests.limits.judging import crowd

TEN, HALF_PAST, ELEVEN = "2026-10-06 10:00", "2026-10-06 10:30", "2026-10-06 11:00"


def one_offs(*needed, habits=None) -> OneOffs:
    """B1, B2 and so on; each with a moment, or a moment and how long it lasts."""
    people = [each if isinstance(each, tuple) else (each, None) for each in needed]
    cells = [{"needed_on": at, "session_minutes": minutes} for at, minutes in people]
    others = {f"B{n}": each for n, each in enumerate(cells[1:], 2)}
    round_ = crowd(beneficiary=cells[0], others=others)
    return OneOffs(round_, habits or Habits())


@pytest.mark.parametrize(
    ("needed", "moments"),
    [
        ((TEN, TEN), ["10:00"]),
        ((TEN, HALF_PAST), ["10:30"]),
        ((TEN, ELEVEN), []),
        (((TEN, 61), ELEVEN), ["11:00"]),
        ((TEN, None), []),
        ((TEN, HALF_PAST, ELEVEN), ["10:30", "11:00"]),
        (((TEN, 120), HALF_PAST, ELEVEN), ["10:30", "11:00"]),
    ],
)
def test_a_moment_is_where_one_begins_while_another_lasts(needed, moments):
    assert one_offs(*needed).moments == tuple(f"2026-10-06 at {moment}" for moment in moments)


def test_each_person_has_the_moments_within_their_own_appointment():
    """10:00–11:00, 10:30–11:30, 11:00–12:00: the second is there both times."""
    found = one_offs(TEN, HALF_PAST, ELEVEN)
    clashing = {person: [at[-5:] for at in found.clashing(person)] for person in ("B1", "B2", "B3", "B4")}
    assert clashing == {"B1": ["10:30"], "B2": ["10:30", "11:00"], "B3": ["11:00"], "B4": []}


def test_two_overlap_exactly_when_they_share_a_moment():
    found = one_offs(TEN, HALF_PAST, ELEVEN)
    pairs = {(a, b) for a, b in product(("B1", "B2", "B3"), repeat=2) if found.overlap(a, b)}
    assert pairs == {("B1", "B2"), ("B2", "B1"), ("B2", "B3"), ("B3", "B2")}


def test_the_usual_length_is_the_programmes_own_and_midnight_is_no_end():
    assert one_offs(TEN, HALF_PAST, habits=Habits(session_minutes=30)).moments == ()
    assert one_offs(("2026-10-06 23:30", 45), "2026-10-07 00:10").moments == ("2026-10-07 at 00:10",)


def test_a_context_knows_them():
    context = Context(crowd(beneficiary={"needed_on": TEN}, others={"B2": {"needed_on": TEN}}))
    assert context.one_offs.moments == ("2026-10-06 at 10:00",)
