"""Looks at branches in a process of its own, and tells of every better bound and every plan."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.child import NoChild, begun, leave_with, private_file
from matchmaker.allocation.columns.generation import Generation
from matchmaker.allocation.columns.hopes import Hopes
from matchmaker.allocation.columns.knapsacks import knapsacks_of
from matchmaker.allocation.place import Place
from matchmaker.allocation.problem import Problem
from matchmaker.allocation.wire import receive, send

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from numpy.typing import NDArray

    from matchmaker.allocation.problem import Mask

    Floats = NDArray[np.float64]
    Tell = Callable[[int, Mask | None], None]

LIMITS = ("limit", "option", "amount", "at_most", "at_least")


@dataclass(slots=True)
class Prover:
    """Somebody at work elsewhere on one place."""

    place: Place
    child: subprocess.Popen[bytes]
    numbers: IO[bytes]
    answer: IO[bytes]
    _read: int = 0

    @classmethod
    def begin(cls, place: Place, prices: Floats, *, need: int, seconds: float) -> Prover | None:
        """Send a place away with good prices of its rows, if there is somewhere to send it."""
        if not hasattr(os, "pread"):
            return None
        problem = place.problem
        until = int((time.time() + seconds) * 1000)
        ask = [until, need, problem.requests, *place.floors]
        arrays = [problem.request, problem.value, *(getattr(problem, name) for name in LIMITS)]
        with contextlib.suppress(OSError, NoChild), contextlib.ExitStack() as files:
            numbers = files.enter_context(private_file())
            answer = files.enter_context(private_file())
            send(numbers, [np.array(ask), place.must, prices.view(np.int64), *arrays])
            child = begun(numbers, answer, seconds=seconds + 1.0, module=__name__)
            files.pop_all()
            return cls(place, child, numbers, answer)
        return None

    @property
    def done(self) -> bool:
        """Say whether the child has ended."""
        return self.child.poll() is not None

    def heard(self) -> list[tuple[int, Mask | None]]:
        """Return what was told since the last time: bounds, each perhaps with a plan."""
        # Both of us share one place in the file, so it must not be moved by reading.
        size = os.fstat(self.answer.fileno()).st_size - self._read
        written = os.pread(self.answer.fileno(), size, self._read)
        numbers = np.frombuffer(written[: len(written) // 8 * 8], np.int64)
        told: list[tuple[int, Mask | None]] = []
        at, options = 0, self.place.problem.options
        while at + 2 <= len(numbers):
            total, follows = numbers[at : at + 2].tolist()
            end = at + 2 + options * follows
            if end > len(numbers):
                break
            told.append((total, numbers[at + 2 : end].astype(np.bool_) if follows else None))
            at = end
        self._read += 8 * at
        return told

    def stop(self) -> None:
        """End the child, if it has not ended, and leave nothing behind."""
        self.child.kill()
        self.child.wait()
        self.numbers.close()
        self.answer.close()


def serve(parent: int, seconds: float) -> None:
    """Do what the parent asks, in the child."""
    leave_with(parent, seconds)
    with os.fdopen(os.dup(1), "wb") as answer, os.fdopen(os.dup(0), "rb") as numbers:
        os.dup2(2, 1)  # whatever a library may print is no answer
        (until, need, requests, *floors), must, prices, request, value, *rest = receive(numbers)
        numbered = np.arange(len(request))
        problem = Problem(
            int(requests),
            request,
            value.reshape(-1, len(request)),
            **dict(zip(LIMITS, rest, strict=True)),
            key=numbered.astype(np.uint64),
        )
        place = Place(problem, numbered, None, must.astype(np.bool_), tuple(map(int, floors)))
        budget = Budget.of(max(0.0, int(until) / 1000 - time.time()))

        def tell(total: int, plan: Mask | None) -> None:
            taken = [] if plan is None else plan.tolist()
            answer.write(np.array([total, int(plan is not None), *taken], np.int64).data)
            answer.flush()

        prove(place, prices.view(np.float64), need=int(need), budget=budget, tell=tell)


def prove(place: Place, prices: Floats, *, need: int, budget: Budget, tell: Tell) -> None:
    """Look for better plans and bounds until there is nothing to look for; `tell` hears of each."""
    knapsacks = knapsacks_of(place.problem)
    if knapsacks is None:
        return
    generation = Generation(place, knapsacks, prices=prices)
    if not generation.grow(budget) or generation.mixture is None:
        return
    hopes, told = Hopes(generation, total=generation.total), None
    while hopes.total >= need and not hopes.lost and budget.left() > 0.0:
        plan = hopes.step(need, budget)
        if plan is not None:
            need = place.worth(plan) + 1
        if plan is not None or hopes.total != told:
            tell(hopes.total, plan)
            told = hopes.total
    if hopes.total != told:
        tell(hopes.total, None)
