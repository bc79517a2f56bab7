"""No crash, no hang, no silent change, whatever is handed in: one clear sentence that names the argument."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matchmaker.allocation import Problem, solve
from matchmaker.allocation.integers import MOST
from matchmaker.allocation.lists import shown
from matchmaker.errors import ProblemError
from tests.allocation.nasty import HUGE, NEVER, SAME, SETTINGS, Speechless, Talkative, sub
from tests.counts import count
from tests.oracles.exhaustive_allocation import Numbers, best_plan

GOOD: dict[str, object] = {
    "requests": 2,
    "request": [0, 1],
    "value": [[3, 5]],
    "limit": [0, 0],
    "option": [0, 1],
    "amount": [1, 1],
    "at_most": [1],
    "at_least": [0],
    "key": [7, 9],
}
ARRAYS = tuple(name for name in GOOD if name != "requests")


def build(**changes: object) -> Problem:
    return Problem.from_arrays(**{**GOOD, **changes})  # type: ignore[arg-type]


def blamed(error: ProblemError) -> list[str]:
    """Return who is named, line by line; every line is short, and gives advice."""
    lines = str(error).splitlines()
    assert all("Maybe" in line and len(line) < 300 for line in lines), lines
    return [line.split(" ")[0].split("[")[0] for line in lines]


# --- one at a time -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize("kind", NEVER)
def test_what_is_no_array_of_integers_is_refused_by_name(name, kind):
    with pytest.raises(ProblemError) as caught:
        build(**{name: NEVER[kind]})
    assert blamed(caught.value)[0] == name


@pytest.mark.parametrize("name", ["request", "option", "key", "amount"])
@pytest.mark.parametrize("kind", SAME)
def test_the_same_integers_in_another_coat_are_the_same(name, kind):
    problem = build(**{name: SAME[kind], "at_most": [2]})
    kept = getattr(problem, name)
    assert type(kept) is np.ndarray
    assert kept.tolist() == [0, 1]
    assert kept.flags.c_contiguous
    assert kept.flags.owndata
    assert not kept.flags.writeable


@pytest.mark.parametrize(
    "value",
    [[[3, 5], [1, 2]], ((3, 5), (1, 2)), [np.array([3, 5]), np.array([1, 2])], [range(3, 7, 2), (1, 2)],
     np.array([[3, 5], [1, 2]], order="F"), np.array([[3, 1], [5, 2]]).T, sub([[3, 5], [1, 2]]),
     np.array([[3, 5], [1, 2]], np.uint8)],
    ids=range(8),
)  # fmt: skip
def test_a_table_in_another_coat_is_the_same_table(value):
    assert build(value=value).value.tolist() == [[3, 5], [1, 2]]


def test_a_subclass_cannot_talk_its_numbers_into_range():
    with pytest.raises(ProblemError, match=r"request\[1\] is 7"):
        build(request=sub([0, 7]))


ONE_BY_ONE = [(name, each) for name in SETTINGS for each in SETTINGS[name]]


@pytest.mark.parametrize(("name", "wish"), ONE_BY_ONE, ids=range(len(ONE_BY_ONE)))
def test_a_setting_that_makes_no_sense_is_refused_by_name(name, wish):
    with pytest.raises(ProblemError) as caught:
        build(requests=wish) if name == "requests" else solve(build(), **{name: wish})
    assert blamed(caught.value) == [name]


@pytest.mark.parametrize(
    "seconds", [0, 5, 5.0, np.float64(5), np.int64(5), np.float32(5), float("inf"), 10**400], ids=range(8)
)
def test_every_length_of_time_will_do(seconds):
    assert solve(build(), seconds=seconds).has_plan


def test_all_faults_of_all_arguments_are_said_at_once():
    with pytest.raises(ProblemError) as caught:
        Problem.from_arrays(
            requests=2.0,  # type: ignore[arg-type]
            request=[0, "1"],  # type: ignore[arg-type]
            value=[[1.5]],
            limit=[0, 0, 4],
            option=[0, 0],
            amount=[-1, 1],
            at_most=np.array([0.5]),
            at_least=object(),  # type: ignore[arg-type]
            key=[7, 7],
        )
    everybody = {"requests", "request", "value", "option", "amount", "at_most", "at_least", "key"}
    assert everybody <= set(blamed(caught.value))


def test_what_is_too_long_is_refused_before_it_is_copied():
    for name, most in MOST.items():
        shape = (1000, most // 1000 + 1) if name == "value" else (most + 1,)
        with pytest.raises(ProblemError, match=f"{name} holds {np.prod(shape)} numbers.*may hold {most}"):
            build(**{name: np.broadcast_to(np.int64(0), shape)})
    with pytest.raises(ProblemError, match="value has 1001 levels"):
        build(value=np.zeros((1001, 2), np.int64))


def test_a_value_is_shown_shortly_whatever_it_is():
    assert shown(7) == "7"
    assert shown(Speechless()).startswith("<Speechless instance")
    assert len(shown(Talkative())) < 100
    assert shown(10**5000) == "a number of 16610 bits"


# --- all at once, drawn ---------------------------------------------------------------------------

small = st.integers(-2, 4)
numbers = small | st.sampled_from(
    [2**31, 2**32, 10**9, 10**9 + 1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, -(2**63)]
)


@st.composite
def rows(draw, length: int):
    """Draw something to be read as a row of numbers: a trap, or numbers from the ends of what there is."""
    if draw(st.booleans()):
        return NEVER[draw(st.sampled_from(sorted(NEVER)))]
    row = draw(st.lists(numbers, min_size=length, max_size=length))
    fits = all(-(2**63) <= number < 2**63 for number in row)
    return np.array(row, np.int64) if fits and draw(st.booleans()) else row


@st.composite
def arguments(draw):
    """Draw all arguments of a problem; about half are sound, and any may be nasty."""
    k, u, many = draw(st.integers(0, 4)), draw(st.integers(0, 4)), draw(st.integers(0, 2))
    nasty = draw(st.sets(st.sampled_from([*ARRAYS, "requests"]), max_size=2))

    def row(name: str, length: int, most: int):
        if name in nasty:
            return draw(rows(length))
        values = draw(st.lists(st.integers(0, most), min_size=length, max_size=length))
        return draw(st.sampled_from([values, tuple(values), np.array(values, np.int64)]))

    levels = draw(st.integers(0, 3))
    large = st.sampled_from([-(10**9), -1, 0, 1, 10**9])
    table = [draw(st.lists(large, min_size=k, max_size=k)) for _ in range(levels)]
    return {
        "requests": draw(st.sampled_from(SETTINGS["requests"])) if "requests" in nasty else 3,
        "request": row("request", k, 2),
        "value": draw(rows(k)) if "value" in nasty else table,
        "limit": row("limit", u if many and k else 0, max(many - 1, 0)),
        "option": row("option", u if many and k else 0, max(k - 1, 0)),
        "amount": row("amount", u if many and k else 0, draw(st.sampled_from([1, 3, 10**9]))),
        "at_most": row("at_most", many, draw(st.sampled_from([2, 10**9, 2**63 - 1]))),
        "at_least": row("at_least", many, draw(st.sampled_from([0, 1, 2**63 - 1]))),
        "key": None if draw(st.booleans()) else row("key", k, 2**63 - 1),
    }


@settings(max_examples=count("nasty_arguments"))
@given(arguments())
def test_whatever_is_drawn_is_refused_in_words_or_solved(drawn):
    problem, error = attempt(drawn)
    if problem is None:
        assert set(blamed(error)) <= set(drawn)
        return
    numbers = Numbers(problem.requests, **{name: plain(getattr(problem, name)) for name in ARRAYS})
    given_ = {name: plain(drawn[name]) for name in ARRAYS if drawn[name] is not None}
    assert all(getattr(numbers, name) == values for name, values in given_.items())
    answer, best = solve(problem, seconds=20, workers=1), best_plan(numbers)
    assert answer.status == ("impossible" if best is None else "optimal")
    assert best is None or tuple(answer.chosen.tolist()) == best


def attempt(drawn):
    """Return a problem, or the error that says what is wrong."""
    try:
        return Problem.from_arrays(**drawn), None
    except ProblemError as error:
        return None, error


def plain(values):
    """Return the very numbers, as tuples of Python's own."""
    return tuple(plain(each) if np.ndim(each) else int(each) for each in values)


# --- with little memory ----------------------------------------------------------------------------

IN_LITTLE_MEMORY = """
import resource, sys
import numpy as np
from matchmaker.allocation import Problem
from matchmaker.errors import ProblemError
from tests.allocation.nasty import NEVER
from tests.allocation.test_allocation_nasty import ARRAYS, GOOD

resource.setrlimit(resource.RLIMIT_AS, (1 << 31, 1 << 31))
for kind, nasty in NEVER.items():
    for name in ARRAYS:
        try:
            Problem.from_arrays(**{**GOOD, name: nasty})
        except ProblemError as error:
            if not str(error).startswith(name):
                sys.exit(f"{kind} as {name}: {error}")
        else:
            sys.exit(f"{kind} as {name} was taken")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(round(peak))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory are Linux's here")
def test_nothing_huge_is_ever_copied():
    """10^12 numbers would be 8 TB; the largest coat that is refused never gets beyond its shape."""
    assert HUGE == 10**12
    done = subprocess.run(
        [sys.executable, "-c", IN_LITTLE_MEMORY], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 1000
