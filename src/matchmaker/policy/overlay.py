"""A TOML file over the standard policy: by code, with every error at its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matchmaker.domain.reading import problems_of
from matchmaker.errors import CannotRead, InputProblem, PolicyErrors
from matchmaker.policy.policy import Policy

_BY_CODE = ("rules", "criteria", "limits")
LARGEST = 200_000


def load(path: Path) -> Policy:
    """Read the file and lay it over the standard policy."""
    try:
        raw = path.read_bytes()
        text = raw[: LARGEST + 1].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(
            f"{path.name} cannot be read. Maybe check its name and that it is UTF-8 text."
        ) from error
    if len(raw) > LARGEST:
        raise PolicyErrors(
            [InputProblem("too_large", path.name, "is too large for a policy.", "Maybe it is another file.")]
        )
    try:
        return overlay(tomllib.loads(text), text, name=path.name)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyErrors(
            [
                InputProblem(
                    "bad_toml", path.name, f"is not TOML: {error}.", "Maybe a quotation mark is missing."
                )
            ]
        ) from None


def overlay(changes: Mapping[str, Any], text: str, *, name: str) -> Policy:
    """Return the standard policy with these changes, or raise `PolicyErrors` with every problem."""
    standard = Policy.standard().as_data()
    problems: list[InputProblem] = []
    data = standard | {key: value for key, value in changes.items() if key not in (*_BY_CODE, "habits")}
    habits = changes.get("habits", {})
    data["habits"] = standard["habits"] | habits if isinstance(habits, Mapping) else habits
    for group in _BY_CODE:
        data[group], unknown = _by_code(standard[group], changes.get(group, {}))
        problems += [
            _unknown(text, name, steps=(group, code), known=[c["code"] for c in standard[group]])
            for code in unknown
        ]
    try:
        policy = Policy.model_validate(data)
    except ValidationError as error:
        problems += [_placed(problem, data, text, name=name) for problem in problems_of(error)]
    else:
        if not problems:
            return policy
    raise PolicyErrors(problems)


def _by_code(standard: list[dict[str, Any]], changes: Any) -> tuple[list[dict[str, Any]], Iterable[str]]:
    if not isinstance(changes, Mapping):
        return standard, ["(not a table)"]
    known = {clause["code"] for clause in standard}
    merged = []
    for clause in standard:
        change = changes.get(clause["code"], {})
        merged.append(
            clause | {k: v for k, v in change.items() if k != "code"}
            if isinstance(change, Mapping)
            else change
        )
    return merged, [code for code in changes if code not in known]


def _unknown(text: str, name: str, *, steps: tuple[str, str], known: list[str]) -> InputProblem:
    near = difflib.get_close_matches(steps[1], known, n=1)
    advice = f"Maybe {near[0]}?" if near else f"Maybe one of {', '.join(known)}."
    return InputProblem(
        "unknown_code",
        f"{name}, line {_line(text, steps)}",
        f"there is no {steps[1]} among the {steps[0]}.",
        advice,
    )


def _placed(problem: InputProblem, data: Mapping[str, Any], text: str, *, name: str) -> InputProblem:
    """Turn a path such as rules[5].code.high_alone into the line where it is written."""
    steps: list[str] = []
    for part in re.findall(r"[^.\[\]]+", problem.where):
        if part.isdigit() and steps and steps[-1] in _BY_CODE:
            steps.append(str(data[steps[-1]][int(part)]["code"]))
        elif not part.isdigit() and part != (steps[-1] if steps else ""):
            steps.append(part)
    where = f"{name}, line {_line(text, steps)} ({'.'.join(steps)})"
    return InputProblem(problem.code, where, problem.message, problem.advice, value=problem.value)


def _line(text: str, steps: Iterable[str]) -> int:
    """Find the line where the last of these names is written, in the table of those before it."""
    line = 1
    lines = text.splitlines()
    for step in steps:
        shape = re.compile(rf'(^\s*|[\[."\'{{,]\s*){re.escape(step)}(\s*=|["\'\].])')
        line = next((n for n in range(line, len(lines) + 1) if shape.search(lines[n - 1])), line)
    return line
