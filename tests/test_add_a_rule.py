"""CONTRIBUTING's "Add a rule in three steps": a copy of the house does just that, and the rule holds.

The three blocks are taken from the page. Nothing else in the copy is touched, so whatever a new rule
would need beyond them fails here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "pyproject.toml")
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


def steps() -> list[tuple[str, str, str]]:
    """Return path, language and text of each block, in the order of the page."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = STEP.findall(page.partition("## Add a rule in three steps")[2])
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


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the house in which the three steps were taken."""
    house = tmp_path_factory.mktemp("house")
    for name in COPIED:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(source, house / name, ignore=ignored) if source.is_dir() else shutil.copy(
            source, house
        )
    for path, language, text in steps():
        target = house / path
        assert target.exists() == (language == "diff"), path
        target.write_text(patched(target.read_text("utf-8"), text) if language == "diff" else text, "utf-8")
    return house


def run(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, so that `matchmaker` and `tests` are the copy's own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(house / "src"), str(house)))}
    environment.pop("MATCHMAKER_DEEP", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


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
        ("tests/rules/test_own_story.py", "own_story"),
        ("tests/rules/test_sentences.py", "test"),
        ("tests/contracts/test_rules_contract.py", "OwnStory or union"),
    ],
)
def test_its_examples_the_sentences_and_the_contract_of_all_rules_hold(copy, tests, chosen):
    plain = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider")
    done = run(copy, "-m", "pytest", *plain, tests, "-k", chosen)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


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
