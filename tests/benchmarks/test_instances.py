"""What is measured is what was meant: hand-made files, sizes as promised, published optima reached."""

import numpy as np
import pytest

from benchmarks.certified import faults
from benchmarks.instances import cases, gap, orlib, plain
from benchmarks.instances.data import VARIABLE, absent
from benchmarks.instances.hard import HARD
from benchmarks.peers import cpsat, flow, highs
from benchmarks.peers.rows import rows_of
from matchmaker.allocation import solve


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    gap.paths.cache_clear()
    gap.known.cache_clear()
    yield tmp_path
    gap.paths.cache_clear()
    gap.known.cache_clear()


def write_gap(folder):
    (folder / "gap" / "chu1997").mkdir(parents=True)
    (folder / "gap" / "chu1997" / "x").write_text("2 3\n1 2 3\n5 5 4\n3 2 4\n2 2 3\n5 4\n")
    (folder / "gap" / "best_known.csv").write_text(
        "Path,Best known bound,Best known solution value\nchu1997/x,7,7\n"
    )


def test_a_generalised_assignment_is_read_agent_by_agent(folder):
    """Two agents, three jobs. Agent 0 has room 5 and needs 3, 2, 4; agent 1 has room 4 and needs 2, 2, 3.

    Cheapest: agent 0 takes jobs 0 and 1 (3 + 2 = 5, cost 1 + 2), agent 1 job 2 (3 of 4, cost 4): 7.
    """
    write_gap(folder)
    for levels, totals in ((1, (-7,)), (2, (3, -7))):
        it = gap.read("x", levels=levels)
        assert (it.published, it.proved) == (-7, True)
        assert solve(it.problem).totals == totals


def test_a_pair_that_is_not_listed_may_not_meet(folder):
    """Row 1 could only save by taking column 1, which row 2 needs: 3 + 4 = 7, not 1 + nothing."""
    (folder / "orlib_assign").mkdir()
    (folder / "orlib_assign" / "assignp800.txt").write_text("2\n1 1 1\n1 2 3\n2 1 4\n")
    it = orlib.read("assignp800")
    assert orlib.names() == ("assignp800",)
    assert it.problem.options == 3
    assert solve(it.problem).totals == (-7,)


def test_without_a_folder_there_is_nothing_to_read_and_it_says_so(folder):
    assert orlib.names() == cases.gap_names() == ()
    assert VARIABLE in absent("gap")


@pytest.mark.parametrize("variant", [{}, {"visits": True}, {"contended": True}])
def test_everybody_answers_a_plain_assignment_alike(variant):
    it = plain("S", **variant)
    again = plain("S", **variant)
    assert (it.value == again.value).all()
    value = it.weighted(10)
    ours = solve(it.problem(value[None, :]))
    rows = rows_of(it.problem())
    others = [flow.one_flow(it, value), highs.linear(rows, value), cpsat.cp_sat(rows, value)]
    assert {found.total(value) for found in others} == {ours.totals[0]}


@pytest.mark.parametrize("kind", HARD)
def test_drawn_problems_have_their_size_and_as_many_levels_as_asked(kind):
    for levels in (1, 3):
        problem = HARD[kind](levels).problem
        assert (problem.requests, problem.options, problem.levels) == (400, 12_000, levels)
        assert np.array_equal(problem.request, HARD[kind](levels).problem.request)


def test_a_row_that_repeats_a_request_is_written_once(folder):
    """Jobs that must be served are limits to us and equalities to a solver: 2 agents + 3 jobs, not 2 + 6."""
    write_gap(folder)
    rows = rows_of(gap.read("x").problem)
    assert rows.low.tolist() == [1, 1, 1, 0, 0]
    assert rows.high.tolist() == [1, 1, 1, 5, 4]


@pytest.mark.skipif(not orlib.names(), reason=absent(orlib.FOLDER))
def test_a_published_assignment_is_reached_and_certified():
    it = orlib.read("assign100")
    answer = solve(it.problem)
    assert answer.totals == (it.published,)
    assert not faults(it.problem, answer)


@pytest.mark.skipif(not gap.names("g"), reason=absent(gap.FOLDER))
def test_a_published_generalised_assignment_is_reached_and_proved():
    it = gap.read("gap1-0")
    answer = solve(it.problem)
    assert (answer.totals, answer.status) == ((it.published,), "optimal")
