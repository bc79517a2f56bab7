"""One solve in a process of its own, stopped at some moment: what came of it, and how soon.

Run as a script it is that process. It says "ready", solves, and prints what came out as JSON; then it
says "later" and sleeps, so that another Ctrl-C shows whether it still works as ever.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.instances.cases import DRAWN, instance_of
from benchmarks.instances.instance import required_or_counted
from benchmarks.instances.plain import plain
from matchmaker.allocation import Answer, Problem, solve
from matchmaker.allocation.check import faults_of, totals_of

ROOT = Path(__file__).resolve().parents[1]
Manner = Literal["Ctrl-C", "cancel"]
PLAIN = ("plain L", "plain L contended", "plain XL contended")
SHAPES = (*PLAIN, "gap", *DRAWN)
PROMISED = 2.0
BUSIEST = 10 * PROMISED
"""Seconds that even the busiest machine may take; waiting without working is found by that."""
PATIENCE = 60.0
"""Seconds after which a process that does not answer is given up."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """How one interrupt went; `faults` is empty when it went as promised."""

    shape: str
    manner: Manner
    delay: float
    wall: float
    """Seconds from the signal to the answer."""
    processor: float
    """Seconds of processor time it used for that; less than `wall` on a busy machine."""
    status: str
    faults: tuple[str, ...]

    @property
    def kept(self) -> bool:
        """Whether it was in time: where the machine had no time for it, its own time counts."""
        return min(self.wall, self.processor) <= PROMISED and self.wall <= BUSIEST and not self.faults


def problem_of(shape: str) -> Problem:
    """Draw a problem by its name."""
    if shape.startswith("plain"):
        return plain(shape.split()[1], contended=shape.endswith("contended")).problem()
    if shape != "gap":
        return instance_of(shape).problem
    # Type D of the generalised assignments: what costs little takes long (Chu & Beasley, 1997).
    rng = np.random.default_rng(20260101)
    amounts = rng.integers(5, 26, (20, 200))
    costs = 111 - amounts + rng.integers(-10, 11, amounts.shape)
    room = (0.8 * amounts.sum(axis=1) / 20).astype(np.int64)
    return required_or_counted(costs, amounts, room=room, levels=2)


def interrupt(shape: str, manner: Manner, *, delay: float, seconds: float) -> Stopped | None:
    """Stop a solve after a delay and say how it went; None when it had ended before."""
    command = [sys.executable, __file__, shape, manner, str(delay), str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, bufsize=0) as child:
        try:
            expect(child, "ready")
            if manner == "Ctrl-C" and line_of(child, delay) is not None:
                return None
            sent, used = time.monotonic(), processor_seconds(child.pid)
            if manner == "Ctrl-C":
                child.send_signal(signal.SIGINT)
            told = line_of(child, PATIENCE + delay)
            if not told:
                fault = "it died" if told == "" else "no answer"
                return Stopped(shape, manner, delay, PATIENCE, PATIENCE, "", (fault,))
            came: dict[str, Any] | None = json.loads(told)
            if came is None:
                return None
            if manner == "cancel":
                if came["sent"] is None:
                    return None
                sent, used = came["sent"], came["used"]
            faults = (*came["faults"], *later(child))
            wall, processor = came["at"] - sent, came["processor"] - used
            return Stopped(shape, manner, delay, wall, processor, came["status"], faults)
        finally:
            child.kill()


def later(child: subprocess.Popen[bytes]) -> tuple[str, ...]:
    """Press Ctrl-C once more, and say if it is not heard as ever."""
    expect(child, "later")
    child.send_signal(signal.SIGINT)
    heard = line_of(child, PATIENCE) == "heard"
    return () if heard and child.wait(PATIENCE) == 0 else ("a later Ctrl-C is not what it was",)


def line_of(child: subprocess.Popen[bytes], seconds: float) -> str | None:
    """Return the next line, or None if there is none in time."""
    assert child.stdout is not None
    if not select.select([child.stdout], [], [], seconds)[0]:
        return None
    return child.stdout.readline().decode().strip()


def expect(child: subprocess.Popen[bytes], word: str) -> None:
    """Wait for a word, and stop everything if another one comes."""
    said = line_of(child, PATIENCE)
    if said != word:
        raise RuntimeError(f"{word} was expected, not {said}")


def processor_seconds(pid: int) -> float:
    """Return the processor time that a process has used so far, where the system tells."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


# --- in the child ---------------------------------------------------------------------------------


def main(shape: str, manner: str, delay: str, seconds: str) -> None:
    """Solve and tell, in the child."""
    problem = problem_of(shape)
    print("ready", flush=True)
    told = (
        cancelled(problem, float(delay), float(seconds))
        if manner == "cancel"
        else pressed(problem, float(seconds))
    )
    print(json.dumps(told), flush=True)
    try:
        print("later", flush=True)
        time.sleep(PATIENCE)
    except KeyboardInterrupt:
        print("heard", flush=True)


def pressed(problem: Problem, seconds: float) -> dict[str, Any] | None:
    """Solve in the main thread, where Ctrl-C is heard; None if it came when all was done."""
    answer = None
    try:
        answer = solve(problem, seconds=seconds)
        return finished(problem, answer)
    except KeyboardInterrupt:
        if answer is not None:
            return None
        raise


def cancelled(problem: Problem, delay: float, seconds: float) -> dict[str, Any]:
    """Solve in a thread, and set `cancel` meanwhile from the main one."""
    stop, done = threading.Event(), threading.Event()
    told: dict[str, Any] = {}

    def work() -> None:
        told.update(finished(problem, solve(problem, seconds=seconds, cancel=stop)))
        done.set()

    threading.Thread(target=work, daemon=True).start()
    if done.wait(delay):
        return {**told, "sent": None}
    sent, used = time.monotonic(), time.process_time()
    stop.set()
    done.wait()
    return {**told, "sent": sent, "used": used}


def finished(problem: Problem, answer: Answer) -> dict[str, Any]:
    """Note when the answer came, and judge it."""
    at, processor = time.monotonic(), time.process_time()
    return {"at": at, "processor": processor, "status": answer.status, "faults": judged(problem, answer)}


def judged(problem: Problem, answer: Answer) -> list[str]:
    """Return everything that is wrong with an answer that was asked for early."""
    found = faults_of(problem, answer.chosen)
    if not answer.has_plan:
        found.append("there is no plan, though nobody would be one")
    if answer.stopped != "asked":
        found.append(f"stopped is {answer.stopped!r}, not 'asked'")
    if answer.status != "optimal" and answer.canonical:
        found.append("it claims to come out the same again")
    if answer.totals != totals_of(problem, answer.chosen):
        found.append("the totals are not the plan's")
    gap = next((j for j, (t, b) in enumerate(zip(answer.totals, answer.bounds, strict=True)) if t != b), None)
    if gap is not None and answer.bounds[gap] < answer.totals[gap]:
        found.append("a bound is below the plan")
    if (gap is None) != (answer.status == "optimal"):
        found.append("optimal says nothing else than that totals equal bounds")
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
