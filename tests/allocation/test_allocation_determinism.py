"""One plan: whatever the order of the input, the number of workers, or how Python hashes today."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from matchmaker.allocation import Answer, Problem, solve
from tests.counts import SEED, count

ROOT = Path(__file__).resolve().parents[2]
ARRAYS = ("request", "value", "limit", "option", "amount", "at_most", "at_least", "key")


def drawn(shape: str, seed: int) -> dict[str, object]:
    """Draw a problem with many ties.

    `flow`: mentors within teams, and workers over requests. `hours`: minutes that do not count evenly.
    `crossing`: places and a second limit that crosses them, with a minimum.
    """
    rng = np.random.default_rng(seed)
    mentors, requests, per = (12, 40, 7) if shape == "flow" else (5, 14, 4)
    request = np.repeat(np.arange(requests), per)
    mentor = np.concatenate([rng.choice(mentors, per, replace=False) for _ in range(requests)])
    k = len(request)
    units = np.ones(k, np.int64)
    families: dict[str, list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]] = {
        "flow": [
            (mentor, units, rng.integers(1, 4, mentors), np.zeros(mentors, np.int64)),
            (mentor // 3, units, rng.integers(4, 7, 4), np.array([1, 0, 2, 0])),
            (request // 8, units, rng.integers(3, 7, 5), np.zeros(5, np.int64)),
        ],
        "hours": [(mentor, 15 * rng.integers(4, 13, k), 60 * rng.integers(3, 7, 5), np.zeros(5, np.int64))],
        "crossing": [
            (mentor, units, rng.integers(1, 4, mentors), np.zeros(mentors, np.int64)),
            (rng.integers(0, 3, k), rng.integers(1, 3, k), np.array([3, 4, 5]), np.array([1, 0, 0])),
        ],
    }
    limits = families[shape]
    first = np.cumsum([0, *(len(room) for _, _, room, _ in limits)])
    return {
        "requests": requests,
        "request": request,
        "value": np.stack([units, rng.integers(0, 2, k), rng.integers(0, 4, k)]),
        "limit": np.concatenate([at + which for at, (which, *_) in zip(first, limits, strict=False)]),
        "option": np.tile(np.arange(k), len(limits)),
        "amount": np.concatenate([amount for _, amount, _, _ in limits]),
        "at_most": np.concatenate([room for _, _, room, _ in limits]),
        "at_least": np.concatenate([least for *_, least in limits]),
        "key": rng.permutation(2**20)[:k].astype(np.uint64),
    }


def shuffled(arrays: dict, rng: np.random.Generator) -> dict:
    """Return the same problem with everything in another order."""
    requests = rng.permutation(arrays["requests"])
    options = rng.permutation(len(arrays["request"]))
    limits = rng.permutation(len(arrays["at_most"]))
    triples = rng.permutation(len(arrays["limit"]))
    return {
        "requests": arrays["requests"],
        "request": np.argsort(requests)[arrays["request"][options]],
        "value": arrays["value"][:, options],
        "limit": np.argsort(limits)[arrays["limit"][triples]],
        "option": np.argsort(options)[arrays["option"][triples]],
        "amount": arrays["amount"][triples],
        "at_most": arrays["at_most"][limits],
        "at_least": arrays["at_least"][limits],
        "key": arrays["key"][options],
    }


def solved(arrays: dict, *, workers: int = 2) -> tuple[Answer, list[int]]:
    """Return the answer, and the plan as the keys of the options it chose."""
    problem = Problem.from_arrays(**arrays)
    answer = solve(problem, seconds=120, workers=workers)
    return answer, sorted(problem.key[answer.chosen[answer.chosen >= 0]].tolist())


SHAPES = ("flow", "hours", "crossing")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("turn", range(count("permutations")))
def test_the_order_of_the_input_and_the_workers_do_not_matter(shape, turn):
    arrays = drawn(shape, SEED + turn // 4)
    answer, keys = solved(arrays)
    other, there = solved(shuffled(arrays, np.random.default_rng(turn)), workers=1 + turn % 2)
    assert answer.status == other.status == "optimal"
    assert answer.canonical
    assert other.canonical
    assert (answer.totals, keys) == (other.totals, there)
    assert answer.stopped == ""


def test_the_shapes_are_what_they_are_called():
    solvers = {shape: solved(drawn(shape, SEED))[0].solver for shape in SHAPES}
    assert solvers["flow"] == "1 component: 1 by minimum-cost flow"
    assert "minimum-cost flow" not in solvers["hours"]
    assert "minimum-cost flow" not in solvers["crossing"]


def test_keys_decide_and_so_without_them_order_does():
    """Ties are real here: with other keys other people are served."""
    arrays = drawn("flow", SEED)
    other = {**arrays, "key": np.asarray(arrays["key"])[::-1].copy()}
    assert solved(arrays)[0].totals == solved(other)[0].totals
    chosen = [solved(each)[0].chosen.tolist() for each in (arrays, other)]
    assert chosen[0] != chosen[1]


def fingerprint(workers: int) -> str:
    """Return one digest of the plans of some problems of every shape."""
    plans = [solved(drawn(shape, SEED + seed), workers=workers)[1] for shape in SHAPES for seed in range(2)]
    return hashlib.sha256(repr(plans).encode()).hexdigest()


@pytest.mark.parametrize("seed", range(count("hash_seeds")))
def test_nor_does_how_python_hashes(seed):
    code = f"from tests.allocation.test_allocation_determinism import fingerprint; print(fingerprint({1 + seed % 2}))"
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    there = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": path},
        capture_output=True, text=True, check=True, cwd=ROOT,
    ).stdout.strip()  # fmt: skip
    assert there == fingerprint(2)
