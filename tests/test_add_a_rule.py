"""CONTRIBUTING's "Add a rule in three steps": a copy of the house does just that, and the rule holds.

The three blocks are taken from the page. A second rule, with a parameter, was added before, last in the
union. Nothing else in the copy is touched, so whatever a new rule would need beyond that fails here: what
reads the list of rules is run at once, and every test there is by `make deep`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LEFT = (".venv", ".git", ".*_cache", "__pycache__", "*.pyc", "_build", "demo-run", "mutants", ".coverage*")
PLAIN = ("-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider")
STEP = re.compile(r"\*\*(\d)\. [^`*]*`([^`]+)`.*?\n```(py|diff)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

OBEYED = """
import json, sys
import matchmaker as mm
from tests.rules.judging import round_of

CODE = "own-story"
policy = mm.Policy.standard()
rule = next(rule for rule in policy.rules if rule.code == CODE)
off = {"off": True, "off_by": "Sam", "off_because": "to see the difference"}
rules = [each.model_copy(update=off) if each.code == CODE else each for each in policy.rules]
without = policy.model_copy(update={"rules": tuple(rules)})

not_yet = round_of(beneficiary={"own_story": "not_yet", "together": "alone"})
free, held = mm.propose(not_yet, without), mm.propose(not_yet, policy)
claims = free.model_copy(update={"policy_hash": policy.fingerprint})
json.dump({
    "sentence": rule.sentence(),
    "free": [match.company for match in free.matches],
    "held": [match.company for match in held.matches],
    "sound": [breach.code for breach in mm.verify(not_yet, policy, held)],
    "claims": [breach.code for breach in mm.verify(not_yet, policy, claims)],
}, sys.stdout)
"""


SECOND = {
    "src/matchmaker/rules/long_visits.py": '''"""A visit has an end."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from matchmaker.rules.base import Axis, Rule


class LongVisits(Rule):
    """A visit lasts at most so long."""

    code: Literal["long-visits"] = "long-visits"
    title: ClassVar[str] = "how long a visit lasts"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"beneficiary"})
    at_most: int = Field(240, gt=0, description="Minutes that a visit lasts at most.")

    def sentence(self) -> str:
        """Say the rule."""
        return f"A visit lasts at most {self.at_most} minutes."

    def objection(self, mentor: Any, beneficiary: Any, arrangement: Any, context: Any) -> Any:
        """Close what lasts longer; a blank is as long as usual."""
        if (beneficiary.session_minutes or 0) <= self.at_most:
            return None
        return self.closed(f"{beneficiary.id} needs more than {self.at_most} minutes.")
''',
    "tests/rules/test_long_visits.py": '''"""A visit has an end."""

from tests.rules.judging import closes, each, ready

OTHER = {"at_most": 60}
LONG = {"mentor": {"free": ["Mon 09:00-17:00"]}}
EXAMPLES = (
    ready("an hour"),
    ready("four hours", beneficiary={"session_minutes": 240}),
    closes("more than four hours", beneficiary={"session_minutes": 241}, company="joint", **LONG),
    closes("more than the policy says", beneficiary={"session_minutes": 61}, rule=OTHER, **LONG),
)


@each(EXAMPLES)
def test_long_visits(example):
    example.check("long-visits")
''',
}
IMPORTED = "from matchmaker.rules.on_a_break import OnABreak\n"


def with_a_second(union: str) -> str:
    """Return the union with the second rule as its last."""
    first = IMPORTED.replace("on_a_break", "long_visits").replace("OnABreak", "LongVisits")
    union, last = union.replace(IMPORTED, first + IMPORTED), ",\n    Field(discriminator="
    assert first in union
    assert union.count(last) == 1
    return union.replace(last, "\n    | LongVisits" + last)


def steps(heading: str = "## Add a rule in three steps") -> list[tuple[str, str, str]]:
    """Return path, language and text of each block below a heading, in the order of the page."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = STEP.findall(page.partition(heading)[2].partition("\n## ")[0])
    assert [number for number, *_ in found] == ["1", "2", "3"]
    return [(path, language, text) for _, path, language, text in found]


def patched(text: str, diff: str) -> str:
    """Apply a diff whose hunks are found by their own lines, each of which must be there once."""
    for hunk in re.split(r"^@@.*\n", diff, flags=re.MULTILINE):
        lines = hunk.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        assert text.count(before) == 1, f"these lines are not there once:\n{before}"
        text = text.replace(before, "".join(line[1:] for line in lines if line[0] in " +"))
    return text


def copied(tmp_path_factory) -> Path:
    """Return a copy of the house."""
    house: Path = tmp_path_factory.mktemp("copy") / "house"
    shutil.copytree(ROOT, house, ignore=shutil.ignore_patterns(*LEFT))
    return house


def taken(house: Path, what: Iterable[tuple[str, str, str]]) -> Path:
    """Take the steps of a page: a new file is not there before, and one to change is."""
    for path, language, text in what:
        target = house / path
        assert target.exists() == (language == "diff"), path
        target.write_text(patched(target.read_text("utf-8"), text) if language == "diff" else text, "utf-8")
    return house


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the house in which the three steps were taken."""
    house = copied(tmp_path_factory)
    union = house / "src/matchmaker/rules/__init__.py"
    union.write_text(with_a_second(union.read_text("utf-8")), "utf-8")
    for path, text in SECOND.items():
        (house / path).write_text(text, "utf-8")
    return taken(house, steps())


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, so that `matchmaker` and `tests` are the copy's own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(house / "src"), str(house)))}
    environment.pop("MATCHMAKER_DEEP", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


def test_a_diff_that_does_not_fit_is_told_and_one_beside_another_change_fits():
    diff = " a\n+b\n@@\n x\n-y\n"
    assert patched("a\nother\nx\ny\n", diff) == "a\nb\nother\nx\n"
    with pytest.raises(AssertionError, match="not there once"):
        patched("a\na\nx\ny\n", diff)


def test_the_steps_touch_one_file_that_is_there_and_add_two():
    """The rule, the union, the examples: that is all a rule of the policy may cost."""
    assert [(path, language) for path, language, _ in steps()] == [
        ("src/matchmaker/rules/own_story.py", "py"),
        ("src/matchmaker/rules/__init__.py", "diff"),
        ("tests/rules/test_own_story.py", "py"),
    ]


def test_the_copy_runs_its_own_code(copy):
    done = run(copy, "-c", "import matchmaker; print(matchmaker.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(copy), done.stderr


@pytest.mark.parametrize(
    ("tests", "chosen"),
    [
        ("tests/rules", "test"),
        ("tests/contracts/test_rules_contract.py", "not fast_twin or OwnStory or LongVisits"),
        ("tests/contracts/test_mutants_examples.py", "own-story or long-visits"),
        ("tests/contracts/test_mutants_rules.py", "table"),
        ("tests/contracts/test_safety_blanks.py", "example or marks"),
        ("tests/test_house.py", "module or files or sitting or screen"),
    ],
)
def test_what_reads_the_list_of_rules_holds(copy, tests, chosen):
    done = run(copy, *PLAIN, tests, "-k", chosen)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_the_new_codes_are_among_those_that_were_run(copy):
    """So that no test of the copy went by a list of its own."""
    contracts = ("tests/contracts/test_rules_contract.py", "tests/contracts/test_mutants_examples.py")
    listed = run(copy, *PLAIN, "--collect-only", "tests/rules", *contracts).stdout
    for rule in ("OwnStory", "LongVisits"):
        assert f"test_the_fast_twin_says_what_the_law_says[{rule}]" in listed
        assert f"test_a_rule_is_one_plain_sentence[{rule}]" in listed
    assert "[long-visits-at_most]" in listed
    assert "no_other[own-story]" in listed


def test_the_reference_is_written_anew_by_the_generator_and_by_nothing_else(copy):
    shutil.copytree(ROOT / "docs/reference", copy / "docs/reference", dirs_exist_ok=True)
    fresh = ("docs/generate.py", "--check")
    assert run(copy, *fresh).returncode != 0
    done = run(copy, "docs/generate.py")
    assert done.returncode == 0, done.stderr
    assert run(copy, *fresh).returncode == 0
    assert "own-story" in (copy / "docs/reference/rules.md").read_text("utf-8")


@pytest.mark.deep
def test_every_other_test_holds_as_well(copy):
    done = run(copy, "docs/generate.py")
    assert done.returncode == 0, done.stderr
    done_before = ("rule", "limit", "criterion")
    others = [each for what in done_before for each in ("--ignore", f"tests/test_add_a_{what}.py")]
    done = run(copy, *PLAIN, "-n2", "tests", *others)
    assert done.returncode == 0, done.stdout


def test_the_policy_explains_it(copy):
    done = run(copy, "-m", "matchmaker", "policy", "explain")
    told = " ".join(done.stdout.split())
    assert "own-story: Somebody who does not welcome a mentor's own story yet" in told, done.stderr


def test_propose_and_verify_obey_it(copy):
    done = run(copy, "-c", OBEYED)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["sentence"].startswith("Somebody who does not welcome")
    assert (seen["free"], seen["held"]) == (["alone"], ["paired"])
    assert seen["sound"] == []
    assert "own-story" in seen["claims"]
