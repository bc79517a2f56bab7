"""Ctrl-C during a solve: the best plan so far; pressed twice, out at once."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

import matchmaker as mm
from matchmaker.cli.interrupt import Work
from tests.cli.hamlet import ROOT, saved

WITH_A_SLOW_SOLVER = """
import sys, threading
import matchmaker as mm
from matchmaker.cli import main, running
from matchmaker.engine import Proposed

def slow(round_, policy, search):
    {begun}
    print("solving", file=sys.stderr, flush=True)
    {wait}
    proposal = mm.propose(round_, policy)
    return Proposed(proposal.model_copy(update={{"status": "feasible"{more}}}), None)

running.proposed = slow
main()
"""
UNTIL_CANCELLED = "search.cancel.wait()"
FOR_EVER = "search.cancel.wait(); print('stopping', file=sys.stderr, flush=True); threading.Event().wait()"


def pressed(folder, times, *, wait, more="", begun="search.progress('part 1 of 1')"):
    """Press Ctrl-C once the solver is at work, and return the exit code and both streams."""
    code = WITH_A_SLOW_SOLVER.format(wait=wait, more=more, begun=begun)
    words = ("match", str(saved(folder)), "--out", str(folder / "run"))
    work = subprocess.Popen(
        [sys.executable, "-c", code, *words], text=True, cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert work.stderr is not None
    for sign in ("solving\n", "stopping\n")[:times]:
        assert sign in iter(work.stderr.readline, "")
        work.send_signal(signal.SIGINT)
    out, err = work.communicate()
    return work.returncode, out, err


def test_once_gives_the_best_plan_so_far(tmp_path):
    code, out, err = pressed(tmp_path, 1, wait=UNTIL_CANCELLED)
    assert code == 6, err
    assert "It was stopped" in err
    assert out == (tmp_path / "run" / "summary.txt").read_text(encoding="utf-8")


def test_once_before_there_is_a_plan_leaves_nothing(tmp_path):
    code, out, err = pressed(tmp_path, 1, wait=UNTIL_CANCELLED, more=', "matches": ()')
    assert (code, out) == (130, "")
    assert err.endswith("Interrupted.\n")
    assert not (tmp_path / "run").exists()


def test_once_before_the_solver_has_begun_leaves_at_once(tmp_path):
    code, out, err = pressed(tmp_path, 1, wait="threading.Event().wait()", begun="pass")
    assert (code, out, err) == (130, "", "Interrupted.\n")


def test_twice_leaves_at_once(tmp_path):
    code, out, err = pressed(tmp_path, 2, wait=FOR_EVER)
    assert (code, out) == (130, "")
    assert err.endswith("Interrupted.\n")
    assert not (tmp_path / "run").exists()


def test_the_old_way_of_hearing_ctrl_c_is_put_back():
    before = signal.getsignal(signal.SIGINT)

    def press(work):
        work.begun.set()
        signal.raise_signal(signal.SIGINT)
        return work.cancelled.wait()

    work = Work(press)
    assert work.wait()
    assert work.cancelled.is_set()
    assert signal.getsignal(signal.SIGINT) is before


def test_what_goes_wrong_in_the_thread_comes_out():
    def broken(work):
        raise mm.MatchmakerError("stop")

    with pytest.raises(mm.MatchmakerError, match="stop"):
        Work(broken).wait()
