"""Every bad argument is named, all of them at once, and nothing is coerced."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.allocation import Problem
from matchmaker.allocation.integers import MOST_REQUESTS, as_integers
from matchmaker.allocation.lists import NotIntegers, as_whole_number
from matchmaker.allocation.validation import LARGEST, checked, repeated
from matchmaker.errors import ProblemError

GOOD: dict[str, object] = {
    "requests": 2,
    "request": [0, 1],
    "value": [[3, 5]],
    "limit": [0, 0],
    "option": [0, 1],
    "amount": [1, 1],
    "at_most": [1],
}


def build(**changes: object) -> Problem:
    return Problem.from_arrays(**{**GOOD, **changes})  # type: ignore[arg-type]


def test_what_is_sound_is_kept_as_it_is():
    problem = build(at_least=[1], key=[7, 2**64 - 1])
    assert (problem.requests, problem.options, problem.levels, problem.limits) == (2, 2, 1, 1)
    assert problem.value.tolist() == [[3, 5]]
    assert problem.key.tolist() == [7, 2**64 - 1]
    assert problem.at_least.tolist() == [1]


def test_without_minimums_and_keys_nothing_is_needed_and_options_are_named_by_their_index():
    problem = build()
    assert problem.at_least.tolist() == [0]
    assert problem.key.tolist() == [0, 1]


def test_every_size_may_be_nothing():
    empty: dict[str, list[int]] = {name: [] for name in GOOD if name != "requests"}
    problem = build(**{**empty, "requests": 0})
    assert (problem.requests, problem.options, problem.levels, problem.limits) == (0, 0, 0, 0)
    assert build(value=np.zeros((0, 2), np.int64)).value.shape == (0, 2)
    assert build(value=[]).value.shape == (0, 2)


def test_arrays_are_copied_and_cannot_be_changed():
    value = np.array([[3, 5]])
    problem = build(value=value)
    value[0, 0] = 9
    assert problem.value[0, 0] == 3
    with pytest.raises(ValueError, match="read-only"):
        problem.value[0, 0] = 9


@pytest.mark.parametrize("dtype", [np.int8, np.uint8, np.int32, np.uint64, ">i4"])
def test_any_kind_of_integers_will_do(dtype):
    problem = build(request=np.array([0, 1], dtype))
    assert problem.request.dtype == np.int64
    assert problem.request.tolist() == [0, 1]


BAD = [
    ({"requests": 2.0}, "requests is 2.0, not an integer"),
    ({"requests": True}, "requests is True, not an integer"),
    ({"requests": -1}, "requests is -1"),
    ({"requests": MOST_REQUESTS + 1}, "requests is 10000001"),
    ({"value": [[1.9, 5]]}, r"value\[0, 0\] is 1.9, not an integer"),
    ({"value": [[3, 2.0]]}, r"value\[0, 1\] is 2.0, not an integer"),
    ({"value": [[float("nan"), 5]]}, r"value\[0, 0\] is nan, not an integer"),
    ({"value": [[True, 5]]}, r"value\[0, 0\] is True, not an integer"),
    ({"value": [["3", 5]]}, r"value\[0, 0\] is '3', not an integer"),
    ({"value": np.array([[3.0, 5.0]])}, "value holds float64, not integers"),
    ({"value": np.array([[True, False]])}, "value holds bool, not integers"),
    ({"value": np.array([[3, 5]], object)}, "value holds object, not integers"),
    ({"value": np.array([["3", "5"]])}, "value holds <U1, not integers"),
    ({"value": np.ma.masked_equal([[3, 5]], 5)}, "value holds masked values, not integers"),
    ({"value": [[3, 5], [1]]}, "value has rows of different lengths|a row of its own"),
    ({"value": [3, 5]}, "value has 1 dimensions, not 2"),
    ({"value": 3}, "value has 0 dimensions, not 2"),
    ({"value": [[3, 5, 7]]}, "value has 3 entries, request has 2"),
    ({"value": [[3, LARGEST + 1]]}, r"value\[0, 1\] is 1000000001"),
    ({"value": [[-LARGEST - 1, 5]]}, r"value\[0, 0\] is -1000000001"),
    ({"request": [0, 2]}, r"request\[1\] is 2. Maybe check it: it may be 0 to 1"),
    ({"request": [-1, 1]}, r"request\[0\] is -1"),
    ({"request": [[0, 1]]}, "request has 2 dimensions, not 1"),
    ({"request": None}, "request is None, not an integer"),
    ({"limit": [0, 1]}, r"limit\[1\] is 1. Maybe check it: it may be 0 to 0"),
    ({"limit": [-1, 0]}, r"limit\[0\] is -1"),
    ({"limit": [0]}, "option has 2 entries, limit has 1"),
    ({"option": [0, 2]}, r"option\[1\] is 2"),
    ({"option": [0, -1]}, r"option\[1\] is -1"),
    ({"option": [1, 1]}, r"the pair \(0, 1\) twice"),
    ({"amount": [1, -1]}, r"amount\[1\] is -1"),
    ({"amount": [1, LARGEST + 1]}, r"amount\[1\] is 1000000001"),
    ({"amount": [1]}, "amount has 1 entries, limit has 2"),
    ({"at_most": [-1]}, r"at_most\[0\] is -1"),
    ({"at_most": [2**63]}, "at_most holds 9223372036854775808"),
    ({"at_most": np.array([2**63 + 5], np.uint64)}, "at_most holds 9223372036854775813"),
    ({"at_least": [-1]}, r"at_least\[0\] is -1"),
    ({"at_least": [0, 0]}, "at_least has 2 entries, at_most has 1"),
    ({"key": [1]}, "key has 1 entries, request has 2"),
    ({"key": [7, 7]}, "key 7 names two options"),
    ({"key": [-1, 7]}, "key holds -1"),
    ({"key": [7, 2**64]}, "key holds 18446744073709551616"),
]


@pytest.mark.parametrize(("changes", "message"), BAD, ids=[message for _, message in BAD])
def test_what_is_wrong_is_named_with_advice(changes, message):
    with pytest.raises(ProblemError, match=message) as caught:
        build(**changes)
    assert "Maybe" in str(caught.value)


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(ProblemError) as caught:
        build(requests=-1, value=[[1.5, 5]], amount=[1, -1], at_most=[-1], key=[7, 7])
    named = [line.split()[0].split("[")[0] for line in str(caught.value).splitlines()]
    assert named == ["requests", "value", "amount", "at_most", "key"]


def test_what_was_left_out_of_a_message_is_counted():
    with pytest.raises(ProblemError, match=r"request\[0\] is 8 \(and 1 more\)"):
        build(request=[8, 9])


@given(st.lists(st.integers(0, 9), max_size=8))
def test_what_is_repeated_is_found_in_whatever_order(numbers):
    # The smallest that stands there twice, by the plainest way there is.
    twice = min((number for number in numbers if numbers.count(number) > 1), default=None)
    assert repeated(np.array(numbers, np.int64)) == twice


def test_pairs_that_are_not_there_are_not_called_repeated():
    # Both triples name limit 5, which is not there: said once, and not as a repetition too.
    with pytest.raises(ProblemError) as caught:
        build(limit=[5, 5], option=[1, 1])
    assert str(caught.value) == "limit[0] is 5 (and 1 more). Maybe check it: it may be 0 to 0."


def test_the_pieces_refuse_by_themselves():
    with pytest.raises(NotIntegers, match="not an integer"):
        as_whole_number("2")
    with pytest.raises(NotIntegers, match="holds 18446744073709551616"):
        as_integers("amount", [2**64])
    assert as_integers("key", [2**64 - 1]).tolist() == [2**64 - 1]
    arrays = {name: GOOD[name] for name in GOOD if name != "requests"}
    assert checked(2, {**arrays, "at_least": None, "key": None})["requests"] == 2
