"""Lets an integer engine work in a process of its own, while ours looks for better plans.

HiGHS hears no wish to stop, so whatever may take longer than a moment is done where it can be ended.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import numpy as np

from matchmaker.allocation.budget import Budget
from matchmaker.allocation.child import NoChild, begun, leave_with, private_file, waited
from matchmaker.allocation.mathopt import Engine, Kind, Word
from matchmaker.allocation.programme import Programme
from matchmaker.allocation.wire import receive, send
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    import subprocess

KINDS: tuple[Kind, ...] = ("GLOP", "HIGHS", "CP_SAT")
FIELDS = ("value", "row", "column", "amount", "low", "high")
SAID, BROKE = 1, 2
UNKNOWN = -(2**62)
PUNCTUAL = 4_000
"""Columns up to which HiGHS looks at its clock often enough."""

BEGINNING = 0.4
"""Seconds a child needs to begin."""

GRACE = 0.6
"""Seconds it may then still be late: what it has to say is worth waiting for."""

TAIL = 0.1
"""Seconds a child needs to write down what it found; it stops so much earlier."""


@dataclass(frozen=True, slots=True)
class Aside:
    """An engine at work elsewhere."""

    columns: int
    child: subprocess.Popen[bytes]
    numbers: IO[bytes]
    answer: IO[bytes]

    @classmethod
    def begin(cls, engine: Engine, programme: Programme, *, seconds: float) -> Aside | None:
        """Send a programme away, if there is somewhere to send it."""
        arrays = [getattr(programme, name) for name in FIELDS]
        until = int((time.time() + seconds) * 1000)  # as every process counts, however late it begins
        ask = (KINDS.index(engine.kind), int(engine.presolve), until)
        with contextlib.suppress(OSError, NoChild), contextlib.ExitStack() as files:
            numbers = files.enter_context(private_file())
            answer = files.enter_context(private_file())
            send(numbers, [np.array(ask, np.int64), *arrays])
            child = begun(numbers, answer, seconds=seconds + 1.0, module=__name__)
            files.pop_all()
            return cls(len(programme.value), child, numbers, answer)
        return None

    @property
    def done(self) -> bool:
        """Say whether the child has ended."""
        return self.child.poll() is not None

    def word(self) -> Word:
        """Read what the ended child wrote; nothing, when it died."""
        self.answer.seek(0)
        written = self.answer.read()
        self.stop()
        if not written or len(written) % 8:
            return Word()
        said = np.frombuffer(written, np.int64)
        if said[0] == BROKE:
            raise SolverError("an engine in a process of its own broke its word")
        plan = said[3:].astype(np.bool_) if len(said) == 3 + self.columns else None
        return Word(plan, None if said[2] == UNKNOWN else int(said[2]), impossible=bool(said[1]))

    def stop(self) -> None:
        """End the child, if it has not ended, and leave nothing behind."""
        self.child.kill()
        self.child.wait()
        self.numbers.close()
        self.answer.close()


def asked(engine: Engine, programme: Programme, *, budget: Budget, seconds: float) -> Word | None:
    """Ask an engine for so many seconds where it can be ended, unless it can be trusted to keep time.

    Given one second, HiGHS took up to 7.4 s on 11,783 columns, and never above 1.1 s on 4,000.
    """
    if engine.kind != "HIGHS" or len(programme.value) <= PUNCTUAL:
        return None
    aside = Aside.begin(engine, programme, seconds=min(seconds + BEGINNING, budget.left()))
    if aside is None:
        return None
    try:
        ended = waited(aside.child, budget.within(seconds + BEGINNING + GRACE))
        return Word() if ended is None else aside.word()
    finally:
        aside.stop()


def serve(parent: int, seconds: float) -> None:
    """Do what the parent asks, in the child."""
    leave_with(parent, seconds)
    with os.fdopen(os.dup(1), "wb") as answer, os.fdopen(os.dup(0), "rb") as numbers:
        os.dup2(2, 1)  # whatever a library may print is no answer
        (kind, presolve, until), *fields = receive(numbers)
        programme, engine = Programme(*fields), Engine(KINDS[kind], presolve=bool(presolve))
        left = until / 1000 - TAIL - time.time()
        try:
            word = engine.maximise(programme, Budget.of(max(left, 0.0)))
        except SolverError:
            answer.write(np.array([BROKE], np.int64).data)
            return
        bound = UNKNOWN if word.bound is None else word.bound
        plan = np.zeros(0, np.int64) if word.plan is None else word.plan.astype(np.int64)
        answer.write(np.concatenate([[SAID, int(word.impossible), bound], plan]).astype(np.int64).data)
