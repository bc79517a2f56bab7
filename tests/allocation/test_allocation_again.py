"""Solving again after a change: the same plan as afresh, mended and not rebuilt, and certified."""

from __future__ import annotations

import random
import threading
from dataclasses import asdict

import numpy as np
import pytest

from matchmaker.allocation import Answer, Change, Problem, solve, solve_again
from matchmaker.allocation.mending import MENDED
from matchmaker.errors import ProblemError
from tests.allocation.certified import certificate_faults
from tests.counts import SEED, count
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw

CHUNK = 25


def a_change(problem: Problem, rng: random.Random) -> Change:
    """Draw a veto, a pin, both, or new room for a limit."""
    kind = rng.choice(["veto", "pin", "room", "both"])
    one, other = rng.randrange(problem.options), rng.randrange(problem.options)
    if kind == "room" and problem.limits:
        limit = rng.randrange(problem.limits)
        return Change(
            at_most={limit: max(0, int(problem.at_most[limit]) + rng.choice([-30, -2, -1, 1, 2, 30]))}
        )
    if kind == "both":
        return Change(veto=[one], pin=[other])
    return Change(pin=[one]) if kind == "pin" else Change(veto=[one])


@pytest.mark.parametrize("chunk", range(count("changes") // CHUNK))
@pytest.mark.parametrize("kind", [draw_flow, draw])
def test_the_plan_is_the_one_that_solving_afresh_gives(kind, chunk):
    mended = 0
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        problem, rng = Problem.from_arrays(**asdict(kind(seed))), random.Random(seed)
        answer = solve(problem)
        for _ in range(3):
            if not problem.options or answer.kept is None:
                break
            change = a_change(problem, rng)
            problem = change.applied(problem)
            answer, afresh = solve_again(answer, change), solve(problem)
            mended += MENDED in answer.solver
            assert answer.status == afresh.status, (seed, change)
            assert answer.chosen.tolist() == afresh.chosen.tolist(), (seed, change)
            assert (answer.totals, answer.bounds) == (afresh.totals, afresh.bounds), (seed, change)
            assert answer.proofs == afresh.proofs, (seed, change)
            assert not certificate_faults(problem, answer), (seed, change)
            assert not certificate_faults(problem, afresh), (seed, change)
    assert mended >= (3 if kind is draw_flow else 0)


def two_mentors() -> Answer:
    """Solve: persons 0 and 1, mentors A and B with a place each.

    Options: 0 is person 0 with A, worth 9; 1 with B, worth 6; 2 is person 1 with A, worth 8;
    3 with B, worth 3. Best: 0 with B and 1 with A, 6 + 8 = 14 (the other way 9 + 3 = 12).
    """
    return solve(
        Problem.from_arrays(
            requests=2,
            request=[0, 0, 1, 1],
            value=[[9, 6, 8, 3]],
            limit=[0, 1, 0, 1],
            option=[0, 1, 2, 3],
            amount=[1, 1, 1, 1],
            at_most=[1, 1],
        )
    )


@pytest.mark.parametrize(
    ("change", "chosen", "total"),
    [
        (Change(), [1, 2], 14),
        # Without person 1 at A: 9 and 3.
        (Change(veto=[2]), [0, 3], 12),
        # A veto of what nobody chose moves nobody.
        (Change(veto=[0]), [1, 2], 14),
        (Change(pin=[0]), [0, 3], 12),
        (Change(pin=[1]), [1, 2], 14),
        # Two places at A: both go there, 9 + 8.
        (Change(at_most={0: 2}), [0, 2], 17),
        # None at B: the better of 9 and 8 at A.
        (Change(at_most={1: 0}), [0, -1], 9),
        (Change(veto=[2], at_most={0: 2}), [0, 3], 12),
    ],
)
def test_changes_by_hand(change, chosen, total):
    answer = two_mentors()
    again = solve_again(answer, change)
    assert (again.chosen.tolist(), again.totals) == (chosen, (total,))
    assert again.proofs == ("certified",)
    assert (MENDED in again.solver) is (change != Change())
    # What was there before is still there.
    assert answer.chosen.tolist() == [1, 2]
    assert solve_again(answer, Change()).chosen.tolist() == [1, 2]


def test_wishes_that_contradict_each_other_are_impossible():
    again = solve_again(two_mentors(), Change(pin=[0, 2]))
    assert again.status == "impossible"
    with pytest.raises(ProblemError, match="holds no plan"):
        solve_again(again, Change())


def test_everything_wrong_with_a_change_is_named_at_once():
    with pytest.raises(ProblemError) as wrong:
        solve_again(two_mentors(), Change(veto=[4], pin=[-1, True], at_most={2: 1, 0: -1}))
    assert str(wrong.value).splitlines() == [
        "veto names option 4. Maybe check it: there are 4 options, from 0.",
        "pin names option -1. Maybe check it: there are 4 options, from 0.",
        "pin names option True. Maybe check it: there are 4 options, from 0.",
        "at_most names limit 2. Maybe check it: there are 2 limits, from 0.",
        "at_most of limit 0 is -1. Maybe give a whole number, 0 to 2^63 - 1.",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        # A generator is empty the second time: the veto would have been passed over without a word.
        (Change(veto=(option for option in [1])), "veto is <generator"),  # type: ignore[arg-type]
        (Change(pin=1), "pin is 1. Maybe give a list of options."),  # type: ignore[arg-type]
        (Change(veto="1"), "veto is '1'. Maybe give a list of options."),  # type: ignore[arg-type]
        (Change(veto=np.array(1)), "veto is array(1). Maybe give a list of options."),  # type: ignore[arg-type]
        (Change(at_most=[1, 2]), "at_most is [1, 2]. Maybe give a dictionary from limits to their room."),  # type: ignore[arg-type]
        ({"veto": [1]}, "change is {'veto': [1]}. Maybe build it with Change(veto=[…])."),
    ],
)
def test_what_is_no_change_is_refused_by_name(change, fault):
    with pytest.raises(ProblemError) as wrong:
        solve_again(two_mentors(), change)
    assert str(wrong.value).startswith(fault)


def test_an_amount_that_comes_back_needs_a_fresh_start():
    # 30 minutes never fitted into 20, so the option was out of the question until there are 40.
    answer = solve(
        Problem.from_arrays(
            requests=2,
            request=[0, 1],
            value=[[5, 1]],
            limit=[0, 0],
            option=[0, 1],
            amount=[30, 20],
            at_most=[20],
        )
    )
    assert answer.chosen.tolist() == [-1, 1]
    again = solve_again(answer, Change(at_most={0: 40}))
    assert again.chosen.tolist() == [0, -1]
    assert MENDED not in again.solver


def test_the_weights_of_many_levels_do_not_decide_a_change():
    # Four levels up to 10^9 leave no room for weights that outweigh each other: level by level.
    rng = np.random.default_rng(4)
    problem = Problem.from_arrays(
        requests=6,
        request=np.repeat(np.arange(6), 3),
        value=rng.integers(-(10**9), 10**9, (4, 18)),
        limit=np.tile(np.arange(3), 6),
        option=np.arange(18),
        amount=np.ones(18, np.int64),
        at_most=[1, 1, 2],
    )
    answer = solve(problem)
    for option in answer.chosen[answer.chosen >= 0].tolist():
        change = Change(veto=[option])
        again, afresh = solve_again(answer, change), solve(change.applied(problem))
        assert MENDED in again.solver
        assert (again.chosen.tolist(), again.totals) == (afresh.chosen.tolist(), afresh.totals)


def test_one_more_place_is_filled_although_no_weight_tells_the_levels_apart():
    # Persons 0 and 1 both want B, and 1 wants B at every level: with one place there, 1 has it. Three levels
    # of 0 or 10^9 leave no room for weights; by the sum alone, sending a unit in a circle would pay for ever.
    much = 10**9
    problem = Problem.from_arrays(
        requests=2,
        request=[0, 0, 1, 1],
        value=[[0, much, 0, much], [0, 0, 0, much], [0, 0, 0, much]],
        limit=[0, 1, 0, 1],
        option=[0, 1, 2, 3],
        amount=[1, 1, 1, 1],
        at_most=[1, 1],
    )
    answer = solve(problem)
    assert answer.totals == (much, much, much)
    again = solve_again(answer, Change(at_most={1: 2}))
    assert MENDED in again.solver
    assert again.chosen.tolist() == [1, 3]
    assert again.totals == (2 * much, much, much)
    assert not certificate_faults(Change(at_most={1: 2}).applied(problem), again)


def test_whoever_stops_a_change_keeps_the_plan_there_was():
    # 0 with B and 1 with A are worth 6 + 8; without the latter, and with no time to find it a way, 6 are left.
    # Nobody can have more than 9 and 3.
    stop = threading.Event()
    stop.set()
    answer = two_mentors()
    again = solve_again(answer, Change(veto=[2]), cancel=stop)
    assert (again.chosen.tolist(), again.totals, again.status) == ([1, -1], (6,), "feasible")
    assert again.bounds[0] >= 12
    assert (again.stopped, again.proofs) == ("asked", ("not proved",))
    # It can be gone on from, as any other.
    assert solve_again(again, Change()).chosen.tolist() == [0, 3]
    # A pin cannot be kept by leaving out: without time nothing is known.
    assert solve_again(answer, Change(pin=[3]), cancel=stop).status == "unknown"


def test_what_was_left_early_is_not_kept():
    # Stopped before it began, the best comes first, 9 and then 3; with time, the best plan is found.
    early = solve(two_mentors().kept.problem, seconds=0)  # type: ignore[union-attr]
    assert (early.status, early.chosen.tolist()) == ("feasible", [0, 3])
    again = solve_again(early, Change())
    assert (again.status, again.chosen.tolist()) == ("optimal", [1, 2])
