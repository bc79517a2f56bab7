"""Ctrl-C at one of many questions: `explain` leaves at once, `match` keeps the plan and what it knows."""

from __future__ import annotations

import importlib
import signal
import time

import pytest

from matchmaker.cli.exits import Exit
from tests.cli.hamlet import ran, run, saved


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return ran(tmp_path_factory.mktemp("hamlet"), "--no-explain")


class Keyboard:
    """Counts how often the solver is asked, and presses Ctrl-C once, while it is at work."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.press_at = 0, 0
        module = importlib.import_module("matchmaker.allocation.solve")
        self._listening = module.listening
        monkeypatch.setattr(module, "listening", self.listening)

    def listening(self, do, ear):
        self.asked += 1
        here = self.asked == self.press_at

        def work(tell):
            if here:
                signal.raise_signal(signal.SIGINT)
                until = time.monotonic() + 20
                while not ear.is_set() and time.monotonic() < until:
                    time.sleep(0.01)
            return do(tell)

        return self._listening(work, ear)

    def press(self, at):
        self.asked, self.press_at = 0, at


@pytest.fixture
def keyboard(monkeypatch):
    return Keyboard(monkeypatch)


@pytest.mark.parametrize(
    ("words", "least"),
    [
        (["--beneficiary", "B1"], 2),
        (["--beneficiary", "B3"], 4),
        (["--pair", "M2", "B1"], 2),
        (["--recruit"], 6),
        (["--plans"], 3),
    ],
)
def test_one_press_ends_explain_whichever_question_it_meets(folder, keyboard, words, least):
    assert run("explain", folder, *words).exit_code == Exit.DONE
    last = keyboard.asked
    assert last >= least
    for at in {1, 2, (last + 1) // 2, last}:
        keyboard.press(at)
        done = run("explain", folder, *words)
        assert (done.exit_code, done.stdout) == (Exit.INTERRUPTED, ""), (at, last)
        assert done.stderr.endswith("Interrupted.\n")
        assert keyboard.asked == at


def test_one_press_while_a_run_is_explained_keeps_the_run(tmp_path, keyboard):
    keyboard.press(2)
    done = run("match", saved(tmp_path), "--out", tmp_path / "run", "--explain")
    assert done.exit_code == Exit.DONE, done.stderr
    assert done.stdout == (tmp_path / "run" / "summary.txt").read_text(encoding="utf-8")
    assert "That stays blank, and the summary says so." in done.stderr
    assert "Interrupted" not in done.stderr
