"""CONTRIBUTING's "Add a limit in three steps": a copy of the house does just that, and the limit holds.

As in `test_add_a_rule`, whose tools these are, nothing else in the copy is touched.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_add_a_rule import PLAIN, copied, run, steps, taken

HEADING = "## Add a limit in three steps"
OBEYED = """
import json, sys
import matchmaker as mm
from tests.limits.judging import crowd, like_b1

policy = mm.Policy.standard()
strict = [x.model_copy(update={"people": 1}) if x.code == "new-people" else x for x in policy.limits]
strict = policy.model_copy(update={"limits": tuple(strict)})
off = {"off": True, "off_by": "Sam", "off_because": "to see the difference"}
without = [x.model_copy(update=off) if x.code == "new-people" else x for x in policy.limits]
without = policy.model_copy(update={"limits": tuple(without)})

two = crowd(others=like_b1("B2"), second={"available": False})
free, held = mm.propose(two, without), mm.propose(two, strict)
claims = free.model_copy(update={"policy_hash": strict.fingerprint})
json.dump({
    "free": len(free.matches), "held": len(held.matches),
    "why": [(o.code, o.mentors) for entry in held.unmatched for o in entry.objections],
    "sound": [breach.code for breach in mm.verify(two, strict, held)],
    "claims": [breach.code for breach in mm.verify(two, strict, claims)],
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the house in which the three steps were taken."""
    return taken(copied(tmp_path_factory), steps(HEADING))


def test_the_steps_touch_one_file_that_is_there_and_add_two():
    assert [(path, language) for path, language, _ in steps(HEADING)] == [
        ("src/matchmaker/limits/new_people.py", "py"),
        ("src/matchmaker/limits/__init__.py", "diff"),
        ("tests/limits/test_new_people.py", "py"),
    ]


@pytest.mark.parametrize(
    ("tests", "chosen"),
    [
        ("tests/limits", "new_people"),
        ("tests/contracts/test_limits_contract.py", "new-people"),
        ("tests/contracts/test_limits_examples.py", "new-people"),
        ("tests/contracts/test_limits_forgotten.py", "new-people"),
        ("tests/oracles/test_oracle_rounds.py", "best_of_all_plans and 25"),
        ("tests/test_house.py", "module or files or sitting or screen"),
    ],
)
def test_what_reads_the_list_of_limits_holds(copy, tests, chosen):
    done = run(copy, *PLAIN, tests, "-k", chosen)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_the_reference_is_written_anew_by_the_generator(copy):
    assert run(copy, "docs/generate.py").returncode == 0
    assert "`new-people`" in (copy / "docs/reference/criteria-and-limits.md").read_text("utf-8")


def test_the_policy_explains_it(copy):
    done = run(copy, "-m", "matchmaker", "policy", "explain")
    assert "New people for a mentor at the same time: 3 at most." in " ".join(done.stdout.split())


def test_propose_explain_and_verify_obey_it(copy):
    """Two people and one mentor: without the limit both, with it one, and the other is told why not."""
    done = run(copy, "-c", OBEYED)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert (seen["free"], seen["held"]) == (2, 1)
    assert seen["why"] == [["new-people", 1], ["on-a-break", 1]]
    assert seen["sound"] == []
    assert seen["claims"] == ["new-people"]


@pytest.mark.deep
def test_every_other_test_holds_as_well(copy):
    done = run(copy, "docs/generate.py")
    assert done.returncode == 0, done.stderr
    done_before = ("rule", "limit", "criterion")
    others = [each for what in done_before for each in ("--ignore", f"tests/test_add_a_{what}.py")]
    done = run(copy, *PLAIN, "-n2", "tests", *others)
    assert done.returncode == 0, done.stdout
