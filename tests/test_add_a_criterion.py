"""CONTRIBUTING's "Add a criterion in three steps": a copy of the house does just that, and it counts.

As in `test_add_a_rule`, whose tools these are, nothing else in the copy is touched.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_add_a_rule import PLAIN, copied, run, steps, taken

HEADING = "## Add a criterion in three steps"
OBEYED = """
import json, sys
import matchmaker as mm
from tests.rules.judging import round_of

standard = mm.Policy.standard()
weights = {"same-worker": 5, "continuity": 0}
raised = [each.model_copy(update={"weight": weights.get(each.code, each.weight)}) for each in standard.criteria]
policy = standard.model_copy(update={"criteria": tuple(raised)})
round_ = round_of(second={"navigator": "N1"}, rows={"teams": []})
plain, found = mm.propose(round_, standard), mm.propose(round_, policy)
(match,) = found.matches
claims = found.model_copy(update={"policy_hash": standard.fingerprint})
json.dump({
    "plain": [each.criterion for each in plain.matches[0].contributions],
    "with": match.mentors,
    "last": match.contributions[-1].model_dump(),
    "sound": [breach.code for breach in mm.verify(round_, policy, found)],
    "claims": sorted({breach.code for breach in mm.verify(round_, standard, claims)}),
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the house in which the three steps were taken."""
    return taken(copied(tmp_path_factory), steps(HEADING))


def test_the_steps_touch_one_file_that_is_there_and_add_two():
    assert [(path, language) for path, language, _ in steps(HEADING)] == [
        ("src/matchmaker/criteria/same_worker.py", "py"),
        ("src/matchmaker/criteria/__init__.py", "diff"),
        ("tests/criteria/test_same_worker.py", "py"),
    ]


@pytest.mark.parametrize(
    ("tests", "chosen"),
    [
        ("tests/criteria", "same_worker or SameWorker"),
        ("tests/contracts/test_criteria_contract.py", "same-worker or fit"),
        ("tests/golden/test_golden_filled_in.py", "points"),
        ("tests/test_house.py", "module or files or sitting or screen"),
    ],
)
def test_what_reads_the_list_of_criteria_holds(copy, tests, chosen):
    done = run(copy, *PLAIN, tests, "-k", chosen)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_the_contracts_are_among_those_that_were_run(copy):
    """So that no test of the copy went by a list of its own."""
    listed = run(copy, *PLAIN, "--collect-only", "tests/contracts/test_criteria_contract.py").stdout
    assert listed.count("[same-worker]") >= 5


def test_the_reference_and_the_policy_say_it(copy):
    assert run(copy, "docs/generate.py").returncode == 0
    assert "`same-worker`" in (copy / "docs/reference/criteria-and-limits.md").read_text("utf-8")
    told = run(copy, "-m", "matchmaker", "policy", "explain").stdout
    assert "That one worker supports both counts for 0 of 100." in " ".join(told.split())


def test_propose_and_verify_obey_it(copy):
    """M1 and M2 are as good but for the worker: with a weight, M2 is suggested, and verify sees the sum."""
    done = run(copy, "-c", OBEYED)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "same-worker" not in seen["plain"]
    assert seen["with"] == ["M2"]
    assert seen["last"] == {
        "criterion": "same-worker", "points": 100, "weight": 5, "because": "N1 supports both",
    }  # fmt: skip
    assert seen["sound"] == []
    assert {"totals", "wrong-words"} <= {*seen["claims"]}


@pytest.mark.deep
def test_every_other_test_holds_as_well(copy):
    done = run(copy, "docs/generate.py")
    assert done.returncode == 0, done.stderr
    others = [
        each
        for what in ("rule", "limit", "criterion")
        for each in ("--ignore", f"tests/test_add_a_{what}.py")
    ]
    done = run(copy, *PLAIN, "-n2", "tests", *others)
    assert done.returncode == 0, done.stdout
