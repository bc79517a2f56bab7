"""A round of five people that can be looked over at a glance, and a way to run commands on it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from matchmaker.cli.root import root

ROOT = Path(__file__).resolve().parents[2]


def mentor(name: str, label: str, **cells: Any) -> dict[str, Any]:
    return {
        "id": name, "label": label, "navigator": "N1", "available": True, "offers": ["mentoring"],
        "hours_per_week": 4, "people_at_once": 1, "usual_step": "alone", "area": "Northside",
        "free": ["Mon 10:00-14:00"], "device": True, "likes": ["chess"], "expenses_ready": True,
        "training": ["boundaries", "safeguarding", "safety"], "check_in_plan": True,
        "supervised_on": "2026-11-02",
    } | cells  # fmt: skip


def person(name: str, label: str, **cells: Any) -> dict[str, Any]:
    return {
        "id": name, "label": label, "navigator": "N1", "wants": "yes", "asked_on": "2026-10-05",
        "wants_to_do": ["coffee_walk"], "gender_wish": "no_wish", "dual_worked": False,
        "area": "Southside", "likes": ["chess"], "together": "alone",
    } | cells  # fmt: skip


HAMLET: dict[str, Any] = {
    "programme": {
        "as_of": "2026-11-16", "locality": "Hamlet", "usual_language": "English",
        "safeguarding_contact": "Ring the duty desk.", "dpia_reference": "D1",
        "staff_reachable": ["Mon 09:00-17:00"],
    },
    "navigators": [{"id": "N1", "label": "Asha K.", "first_visits_free": 4, "joint_hours": 4}],
    "mentors": [mentor("M1", "Robin P."), mentor("M2", "Kit W.")],
    "beneficiaries": [
        person("B1", "Sam T."),
        person("B2", "Jo L.", dual_worked=None),
        person("B3", "Ali R.", wants_to_do=["court"]),
        {"id": "B4", "label": "Pat N.", "navigator": "N1", "wants": "would_like_to_hear_more"},
        {"id": "B5", "label": "Lee D.", "navigator": "N1", "wants": "no"},
    ],
    "situations": [
        {"beneficiary": name, "task": "any", "situation": "crowds", "level": "low", "by": "N1",
         "set_on": "2026-11-02", "review_on": "2027-02-01"}
        for name in ("B1", "B2", "B3", "B4")
    ],
    "areas": [{"start": "Northside", "end": "Southside", "minutes": 10}],
}  # fmt: skip


def hamlet(**collections: Any) -> dict[str, Any]:
    """Return a fresh round as plain records, with these collections in place of its own."""
    return copy.deepcopy(HAMLET) | collections


def saved(folder: Path, round_: dict[str, Any] | None = None, name: str = "round.json") -> Path:
    """Put a round into a file."""
    path = folder / name
    path.write_text(json.dumps(round_ or hamlet()), encoding="utf-8")
    return path


def run(*words: object, stdin: str | None = None) -> Result:
    """Run a command and return its exit code and both streams."""
    return CliRunner().invoke(root, [str(word) for word in words], input=stdin)


def ran(folder: Path, *options: object, round_: dict[str, Any] | None = None) -> Path:
    """Return the folder of a finished run."""
    done = run("match", saved(folder, round_, "input.json"), "--out", folder / "run", *options)
    assert done.exit_code == 0, done.stderr
    return folder / "run"
