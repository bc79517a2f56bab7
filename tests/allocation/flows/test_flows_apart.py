"""A long flow call in a process of its own: the same answer, stopped at once, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from matchmaker.allocation import Problem, Progress, child, solve
from matchmaker.allocation.budget import Budget, OutOfTime
from matchmaker.allocation.child import begun
from matchmaker.allocation.flows import apart
from matchmaker.allocation.flows.apart import made_apart, reply_to
from matchmaker.allocation.flows.call import NODE, Call, solved
from matchmaker.errors import SolverError

ROOT = Path(__file__).resolve().parents[3]
SLEEP = "import time; time.sleep(60)"
BEGUN = f"import os; os.write(1, {apart.HERE!r}); "
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def call(supply: int = 2) -> Call:
    """Send units from node 0 to node 2: over node 1 for 1 + 1, at most one; straight for 5."""
    numbers = ([0, 1, 0], [1, 2, 2], [1, 1, 9], [1, 1, 5], [supply, 0, -supply])
    return Call(*(np.array(each, np.int64) for each in numbers))


def random_call(seed: int) -> Call:
    rng = np.random.default_rng(seed)
    arcs, nodes = int(rng.integers(0, 40)), int(rng.integers(1, 9))
    supply = rng.integers(-3, 4, nodes)
    supply[0] -= supply.sum()
    tail, head = rng.integers(0, nodes, (2, arcs))
    return Call(tail, head, rng.integers(0, 5, arcs), rng.integers(-9, 10, arcs), supply)


# --- the same answer ------------------------------------------------------------------------------


def test_a_child_answers_what_we_would():
    # One unit goes over node 1, the other one straight.
    reply = made_apart(call(), Budget.of(60))
    assert reply is not None
    assert reply.flow is not None
    assert (reply.status, reply.flow.tolist()) == ("OPTIMAL", [1, 1, 1])


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_network_is(seed):
    here, there = solved(random_call(seed)), made_apart(random_call(seed), Budget.of(60))
    assert there is not None
    assert there.status == here.status
    assert (there.flow is None) == (here.flow is None) == (here.status != "OPTIMAL")
    if here.flow is not None and there.flow is not None:
        assert there.flow.tolist() == here.flow.tolist()


@pytest.mark.parametrize(
    ("wrong", "status"),
    [({"capacity": [0, 0, 1]}, "INFEASIBLE"), ({"supply": [2, 0, -1]}, "UNBALANCED"),
     ({"cost": [2**62, 1, 1]}, "BAD_COST_RANGE")],
)  # fmt: skip
def test_what_is_no_answer_is_told_by_name_and_without_a_flow(wrong, status):
    other = replace(call(), **{name: np.array(values, np.int64) for name, values in wrong.items()})
    reply = made_apart(other, Budget.of(60))
    assert (reply.status, reply.flow) == (status, None) if reply else False


def test_short_calls_are_made_here_and_long_ones_apart(monkeypatch):
    asked: list[int] = []

    def noted(call, budget):
        asked.append(call.effort)
        return solved(call)

    monkeypatch.setattr(apart, "made_apart", noted)
    assert call().effort == 3 + 3 * NODE
    reply_to(call(), Budget.of(60))
    assert asked == []
    monkeypatch.setattr(apart, "LONG", call().effort)
    reply_to(call(), Budget.of(60))
    assert asked == [call().effort]


def test_the_whole_way_through_a_child_gives_the_same_plan(monkeypatch):
    problem = Problem.from_arrays(
        requests=2, request=[0, 1], value=[[3, 5]],
        limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1],
    )  # fmt: skip
    plain = solve(problem)
    monkeypatch.setattr(apart, "LONG", 0)
    answer = solve(problem)
    assert (answer.chosen.tolist(), answer.proofs) == (plain.chosen.tolist(), plain.proofs)


# --- stopped, dead, or never begun ------------------------------------------------------------------


def pids(monkeypatch) -> list[int]:
    """Return where the ids of children will be noted."""
    noted: list[int] = []

    def noting(*arguments, **words):
        child = begun(*arguments, **words)
        noted.append(child.pid)
        return child

    monkeypatch.setattr(apart, "begun", noting)
    return noted


def is_gone(pid: int) -> bool:
    """Say whether a process is at its end; somebody else may still have to bury it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


@LINUX
def test_a_wish_to_stop_ends_the_child(monkeypatch):
    children, stop = pids(monkeypatch), threading.Event()
    monkeypatch.setattr(child, "BEGIN", SLEEP)
    threading.Timer(0.2, stop.set).start()
    assert made_apart(call(), replace(Budget.of(60), cancel=stop)) is None
    assert [is_gone(pid) for pid in children] == [True]


@LINUX
def test_so_does_the_clock(monkeypatch):
    children = pids(monkeypatch)
    monkeypatch.setattr(child, "BEGIN", SLEEP)
    monkeypatch.setattr(apart, "LONG", 0)
    with pytest.raises(OutOfTime):
        reply_to(call(), Budget.of(0.2))
    assert [is_gone(pid) for pid in children] == [True]


@LINUX
def test_and_whatever_else_interrupts_us(monkeypatch):
    class Interrupting:
        """A wish to stop that comes as an exception, the third time somebody looks."""

        looks = 0

        def is_set(self):
            self.looks += 1
            if self.looks == 3:
                raise KeyboardInterrupt
            return False

    children = pids(monkeypatch)
    monkeypatch.setattr(child, "BEGIN", SLEEP)
    with pytest.raises(KeyboardInterrupt):
        made_apart(call(), replace(Budget.of(60), cancel=Interrupting()))
    assert [is_gone(pid) for pid in children] == [True]


@POSIX
@pytest.mark.parametrize(
    "code",
    [BEGUN + "os.kill(os.getpid(), 9)", BEGUN + "os.abort()", BEGUN + "os._exit(3)",
     BEGUN + "os.write(1, b'OPTIMAL'.ljust(24) + bytes(16))", BEGUN + "os.write(1, b'OPT')",
     BEGUN + "os.write(1, b'INFEASIBLE'.ljust(24) + bytes(8))"],
    ids=["killed", "aborted", "failed", "cut off", "cut short", "too much"],
)  # fmt: skip
def test_a_child_that_dies_at_work_is_an_error_of_the_solver(monkeypatch, code):
    monkeypatch.setattr(child, "BEGIN", code)
    with pytest.raises(SolverError, match="the process of the minimum-cost flow ended with"):
        made_apart(call(), Budget.of(60))


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "print('hello')", "", "import nothing_like_this"])
def test_a_child_that_never_begins_is_replaced_by_ourselves_and_said_so(monkeypatch, code):
    monkeypatch.setattr(child, "BEGIN", code)
    check_it_is_done_here(monkeypatch)


@pytest.mark.parametrize("program", ["", None, "/nowhere/python3", "/nowhere/uwsgi"])
def test_so_is_one_that_cannot_be_started(monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)
    check_it_is_done_here(monkeypatch)


def check_it_is_done_here(monkeypatch):
    heard: list[Progress] = []
    monkeypatch.setattr(apart, "LONG", 0)
    reply = reply_to(call(), replace(Budget.of(60), progress=heard.append))
    assert reply.status == "OPTIMAL"
    assert len(heard) == 1
    assert "in our own process, which cannot be stopped meanwhile" in heard[0].text


# --- in odd places --------------------------------------------------------------------------------

SCRIPT = """
import os, sys
sys.path.insert(0, {src!r})
from pathlib import Path
import numpy as np
from matchmaker.allocation import child
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.flows import apart
from matchmaker.allocation.flows.call import Call

with open({log!r}, "a") as log:
    log.write("main ")
{before}
numbers = ([0, 1, 0], [1, 2, 2], [1, 1, 9], [1, 1, 5], [2, 0, -2])
reply = apart.made_apart(Call(*(np.array(each) for each in numbers)), Budget.of(60))
with open({log!r}, "a") as log:
    log.write(f"{{reply.status}} {{reply.flow.tolist()}}")
"""


def script(tmp_path: Path, before: str) -> tuple[str, Path]:
    log = tmp_path / "log"
    src = str(Path(apart.__file__).resolve().parents[3])
    return SCRIPT.format(src=src, log=str(log), before=before), log


@POSIX
@pytest.mark.parametrize(
    ("options", "before"),
    [([], "pass"), (["-I"], "pass"), (["-S", "-E"], "pass"), ([], "os.close(0)"),
     ([], "os.close(0); os.close(1); os.close(2)"), ([], "os.chdir('/')")],
    ids=["plain", "isolated", "bare", "without input", "without streams", "elsewhere"],
)  # fmt: skip
def test_it_works_in_odd_places_and_runs_nobodys_main_again(tmp_path, options, before):
    if "-S" in options:
        before = f"sys.path += {[path for path in sys.path if 'site-packages' in path]!r}; import numpy"
        options = ["-E"]
    code, log = script(tmp_path, before)
    subprocess.run([sys.executable, *options, "-c", code], check=False, timeout=120)
    assert log.read_text(encoding="ascii") == "main OPTIMAL [1, 1, 1]"


@LINUX
def test_nothing_is_left_behind_when_we_are_killed(tmp_path):
    """Kill -9 leaves us no time to tidy up; the kernel does."""
    wait = (
        f"child.BEGIN = child.BEGIN.replace(').serve(', ').leave_with(') + '; {SLEEP}'\n"
        "begun = apart.begun\n"
        "def noting(*a, **k):\n"
        "    child = begun(*a, **k)\n"
        "    print(child.pid, flush=True)\n"
        "    return child\n"
        "apart.begun = noting\n"
    )
    code, _ = script(tmp_path, wait)
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    time.sleep(1)  # it may or may not have begun: both must end
    assert not is_gone(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(200):
        if is_gone(child):
            return
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    pytest.fail("the child outlived its parent")
