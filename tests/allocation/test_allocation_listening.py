"""Ctrl-C, cancel and progress: what a caller's program may rely on."""

from __future__ import annotations

import dataclasses
import signal
import threading
from queue import SimpleQueue

import pytest

from matchmaker.allocation import Problem, Progress, solve
from matchmaker.allocation import solve as solve_function
from matchmaker.allocation.budget import Budget
from matchmaker.allocation.listening import Ear, listening
from matchmaker.errors import ProblemError, SolverError


@pytest.fixture(autouse=True)
def pythons_own_handler():
    """Begin with the handler of a plain program, and hold that it is there again at the end."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    signal.signal(signal.SIGINT, before)


def two() -> Problem:
    """Build two requests worth 3 and 5 that share one place."""
    return Problem.from_arrays(
        requests=2, request=[0, 1], value=[[3, 5]],
        limit=[0, 0], option=[0, 1], amount=[1, 1], at_most=[1],
    )  # fmt: skip


def press() -> None:
    """Press Ctrl-C, heard by the main thread as soon as it can."""
    signal.raise_signal(signal.SIGINT)


def until_stopped(ear: Ear) -> str:
    while not ear.is_set():
        threading.Event().wait(0.01)
    return "best so far"


# --- Ctrl-C --------------------------------------------------------------------------------------


def test_the_first_ctrl_c_asks_for_the_best_so_far():
    def do(tell):
        press()
        return until_stopped(ear)

    ear = Ear(cancel=None, progress=None)
    assert listening(do, ear) == "best so far"
    assert ear.pressed


def test_a_second_ctrl_c_leaves_at_once_and_the_old_way_of_hearing_it_is_back():
    leave = threading.Event()

    def do(tell):
        press()
        until_stopped(ear)
        while not left.is_set():  # one that does not stop when it is asked to
            press()
            left.wait(0.05)
        leave.set()

    left = threading.Event()
    ear = Ear(cancel=None, progress=None)
    try:
        with pytest.raises(KeyboardInterrupt):
            listening(do, ear)
    finally:
        # Presses may still be on their way; the plain handler would raise them here.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        left.set()
        leave.wait(10)
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_handler_of_the_callers_own_is_left_alone_and_called_at_once():
    stop, heard = threading.Event(), []

    def own(*_):
        heard.append(threading.current_thread())
        stop.set()

    def do(tell):
        press()
        return until_stopped(ear)

    signal.signal(signal.SIGINT, own)
    ear = Ear(cancel=stop, progress=None)
    try:
        assert listening(do, ear) == "best so far"
        assert heard == [threading.main_thread()]
        assert not ear.pressed
        assert signal.getsignal(signal.SIGINT) is own
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_in_another_thread_nothing_is_touched_and_the_work_is_done_right_there():
    where: list[object] = []

    def do(tell):
        tell(Progress("working"))
        where.append((threading.current_thread(), signal.getsignal(signal.SIGINT)))

    def told(news):
        where.append(threading.current_thread())

    thread = threading.Thread(target=listening, args=(do, Ear(cancel=None, progress=told)))
    thread.start()
    thread.join()
    assert where == [thread, (thread, signal.default_int_handler)]


def test_without_another_thread_it_is_done_here(monkeypatch):
    def none_left(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none_left)
    told: list[str] = []
    ear = Ear(cancel=None, progress=lambda news: told.append(str(news)))
    listening(lambda tell: tell(Progress("here")), ear)
    assert told == ["here"]


def test_what_an_answer_says_about_being_stopped(monkeypatch):
    assert solve(two()).stopped == ""
    stop = threading.Event()
    stop.set()
    asked = solve(two(), cancel=stop)
    assert (asked.stopped, asked.canonical) == ("asked", False)
    late = solve(two(), seconds=0)
    assert (late.stopped, late.canonical) == ("clock", False)
    # The better of the two was served at first sight; what a plan could be worth at most is 3 + 5.
    assert (late.status, late.totals, late.bounds) == ("feasible", (5,), (8,))


def test_ctrl_c_in_the_very_last_moment_is_not_lost(monkeypatch):
    module = __import__("sys").modules[solve_function.__module__]
    finished = module.recipe

    def pressed_at_the_end(problem, budget):
        answer = finished(problem, budget)
        press()
        return answer

    monkeypatch.setattr(module, "recipe", pressed_at_the_end)
    answer = solve(two())
    assert (answer.status, answer.canonical, answer.stopped) == ("optimal", True, "asked")


# --- progress ------------------------------------------------------------------------------------


def test_news_is_a_sentence_with_the_numbers_that_are_known():
    heard: list[Progress] = []
    budget = Budget(0.0, progress=heard.append)
    budget.say("level 1", level=0, best=31, bound=33)
    Budget(0.0).say("nobody listens")
    assert heard == [Progress("level 1", 0, 31, 33)]
    assert str(heard[0]) == "level 1"
    with pytest.raises(dataclasses.FrozenInstanceError):
        heard[0].text = "changed"  # type: ignore[misc]


def test_progress_is_told_in_the_thread_that_called():
    threads: list[threading.Thread] = []
    solve(two(), progress=lambda news: threads.append(threading.current_thread()))
    assert threads
    assert set(threads) == {threading.main_thread()}


class Spilt(Exception):
    """What goes wrong in a caller's own code."""


@pytest.mark.parametrize("fault", [Spilt, SolverError, ProblemError])
@pytest.mark.parametrize("aside", [True, False])
def test_a_fault_in_progress_stops_the_search_and_comes_out(fault, aside):
    calls: SimpleQueue[Progress] = SimpleQueue()

    def told(news):
        calls.put(news)
        raise fault("spilt")

    def do(tell):
        tell(Progress("one"))
        until_stopped(ear)
        tell(Progress("two"))  # not told any more
        raise SolverError("only because it was stopped")

    ear = Ear(cancel=None, progress=told)
    run = here if aside else in_a_thread
    with pytest.raises(fault, match="spilt"):
        run(lambda: listening(do, ear))
    assert calls.qsize() == 1


def here(do):
    """Do it in the main thread, where the work goes to another one."""
    do()


def in_a_thread(do):
    """Do it in another thread, and raise what it raised."""
    raised: list[BaseException] = []

    def run():
        try:
            do()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]


def test_after_a_fault_in_progress_the_same_problem_is_solved_as_ever():
    problem = two()

    def told(news):
        raise Spilt

    with pytest.raises(Spilt):
        solve(problem, progress=told)
    assert solve(problem).chosen.tolist() == [-1, 1]


def test_leaving_from_progress_leaves_at_once():
    ear = Ear(cancel=None, progress=None)

    def told(news):
        raise SystemExit(3)

    ear = Ear(cancel=None, progress=told)

    def do(tell):
        tell(Progress("one"))
        return until_stopped(ear)

    with pytest.raises(SystemExit):
        listening(do, ear)
    assert ear.is_set()


def test_a_cancel_that_fails_is_a_wish_to_stop_and_comes_out():
    class Broken:
        def is_set(self):
            raise Spilt("broken")

    with pytest.raises(Spilt, match="broken"):
        solve(two(), cancel=Broken())


# --- the clock -----------------------------------------------------------------------------------


def test_the_clock_rings_when_the_time_is_up_and_not_when_somebody_stops():
    rung, stop = threading.Event(), threading.Event()
    budget = Budget(Budget.of(60).deadline, cancel=stop, rung=rung)
    assert 0 < budget.left() <= 60
    stop.set()
    assert budget.left() == 0
    assert not rung.is_set()
    assert Budget(0.0, rung=rung).left() == 0
    assert rung.is_set()


# --- what else is asked of a solve -----------------------------------------------------------------


def test_every_wish_that_makes_no_sense_is_named_at_once():
    with pytest.raises(ProblemError) as caught:
        solve("problem", seconds="5", workers=0, progress="loud", cancel=True)  # type: ignore[arg-type]
    lines = str(caught.value).splitlines()
    assert [line.split()[0] for line in lines] == ["problem", "seconds", "workers", "progress", "cancel"]
    assert all("Maybe" in line for line in lines)
