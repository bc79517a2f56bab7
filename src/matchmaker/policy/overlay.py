"""A TOML file over the standard policy: by code, with every error at its line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.domain.reading import problems_of
from matchmaker.errors import CannotRead, InputProblem, PolicyErrors

_BY_CODE = ("rules", "criteria", "limits")
LARGEST = 200_000


P = TypeVar("P")


def load(path: Path, standard: Mapping[str, Any], *, check: Callable[[Any], P]) -> P:
    """Read the file, lay it over the standard policy's data, and return what `check` makes of that."""
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
        return _overlaid(_File(path.name, text), standard, check=check)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyErrors(
            [
                InputProblem(
                    "bad_toml", path.name, f"is not TOML: {error}.", "Maybe a quotation mark is missing."
                )
            ]
        ) from None


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    text: str

    def at(self, steps: Iterable[str]) -> str:
        """Say where something is written."""
        return f"{self.name}, line {_line(self.text, steps)}"


def _overlaid(file: _File, standard: Mapping[str, Any], *, check: Callable[[Any], P]) -> P:
    changes = tomllib.loads(file.text)
    problems: list[InputProblem] = []
    data = {**standard, **{key: value for key, value in changes.items() if key not in (*_BY_CODE, "habits")}}
    habits = changes.get("habits", {})
    data["habits"] = standard["habits"] | habits if isinstance(habits, Mapping) else habits
    for group in _BY_CODE:
        known = [clause["code"] for clause in standard[group]]
        data[group], unknown = _by_code(standard[group], changes.get(group, {}))
        problems += [_unknown(file, (group, code), known=known) for code in unknown]
    try:
        policy = check(data)
    except ValidationError as error:
        problems += [_placed(problem, data, file=file) for problem in problems_of(error)]
    else:
        if not problems:
            return policy
    raise PolicyErrors(problems)


def _by_code(standard: list[dict[str, Any]], changes: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Lay changes over the clauses of their codes; also return the codes that name no clause's table."""
    if not isinstance(changes, Mapping):
        return standard, [str(changes)]
    tables = {code: change for code, change in changes.items() if isinstance(change, Mapping)}
    known = {clause["code"] for clause in standard}
    merged = [clause | {**tables.get(clause["code"], {}), "code": clause["code"]} for clause in standard]
    return merged, [code for code in changes if code not in known or code not in tables]


def _unknown(file: _File, steps: tuple[str, str], *, known: list[str]) -> InputProblem:
    """Tell a code that does not exist, with the nearest, or one that is not a table of settings."""
    group, code = steps
    if code in known:
        advice = f"Maybe a line [{group}.{code}], with its settings below."
        return InputProblem("not_a_table", file.at(steps), f"{code} is not a table of settings.", advice)
    near = difflib.get_close_matches(code, known, n=1)
    advice = f"Maybe {near[0]}?" if near else f"Maybe one of {', '.join(known)}."
    return InputProblem("unknown_code", file.at(steps), f"there is no {code} among the {group}.", advice)


def _placed(problem: InputProblem, data: Mapping[str, Any], *, file: _File) -> InputProblem:
    """Turn a path such as rules[5].code.high_alone into the line where it is written."""
    steps: list[str] = []
    for part in re.findall(r"[^.\[\]]+", problem.where):
        if part.isdigit() and steps and steps[-1] in _BY_CODE:
            steps.append(str(data[steps[-1]][int(part)]["code"]))
        elif not part.isdigit() and part != (steps[-1] if steps else ""):
            steps.append(part)
    where = f"{file.at(steps)} ({'.'.join(steps)})"
    return InputProblem(problem.code, where, problem.message, problem.advice, value=problem.value)


def _line(text: str, steps: Iterable[str]) -> int:
    """Find the line where the last of these names is written, in the table of those before it."""
    line = 1
    lines = text.splitlines()
    for step in steps:
        shape = re.compile(rf'(^\s*|[\[."\'{{,]\s*){re.escape(step)}(\s*=|["\'\].])')
        line = next((n for n in range(line, len(lines) + 1) if shape.search(lines[n - 1])), line)
    return line
