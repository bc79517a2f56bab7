"""A TOML file over the standard policy: by code, with every error at its line, all at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.domain.reading import problems_of
from matchmaker.errors import InputProblem, PolicyErrors
from matchmaker.policy.toml_file import read_text
from matchmaker.policy.toml_lines import line_of, lines_of
from matchmaker.policy.toml_text import parsed

_BY_CODE = ("rules", "criteria", "limits")
_FIXED = ("code",)
P = TypeVar("P")


def load(path: Path, standard: Mapping[str, Any], *, check: Callable[[Any], P]) -> P:
    """Read the file, lay it over the standard policy's data, and return what `check` makes of that."""
    return overlaid(read_text(path), standard, name=path.name, check=check)


def overlaid(text: str, standard: Mapping[str, Any], *, name: str, check: Callable[[Any], P]) -> P:
    """Lay a text over the standard policy's data, or raise `PolicyErrors` with every mistake in it."""
    changes, faults = parsed(text)
    file = _File(name, text)
    problems = [
        InputProblem(fault.code, f"{name}, line {fault.line}", fault.message, fault.advice)
        for fault in faults
    ]
    data, strange = _merged(standard, changes, file)
    problems += strange
    try:
        policy = check(data)
    except ValidationError as error:
        problems += [_placed(problem, data, file=file) for problem in problems_of(error)]
    else:
        if not problems:
            return policy
    raise PolicyErrors(sorted(problems, key=_by_line))


def _by_line(problem: InputProblem) -> int:
    found = re.search(r", line (\d+)", problem.where)
    return int(found[1]) if found else 0


@dataclass(frozen=True)
class _File:
    name: str
    text: str

    @cached_property
    def _lines(self) -> Mapping[tuple[str, ...], int]:
        return lines_of(self.text)

    def at(self, *steps: str) -> str:
        """Say where something is written."""
        return f"{self.name}, line {line_of(steps, self._lines)}"


def _merged(
    standard: Mapping[str, Any], changes: Mapping[str, Any], file: _File
) -> tuple[dict[str, Any], list[InputProblem]]:
    """Lay tables over what they are about; also return what could not be laid over anything."""
    problems: list[InputProblem] = []
    data = {**standard, **changes}
    habits = changes.get("habits", {})
    data["habits"] = standard["habits"] | habits if isinstance(habits, Mapping) else habits
    for group in _BY_CODE:
        given = changes.get(group, {})
        if isinstance(given, Mapping):
            problems += _strange(group, given, file, known=[clause["code"] for clause in standard[group]])
        else:
            advice = f"Maybe [{group}.{standard[group][0]['code']}], with its settings below."
            what = f"{group} is not a table of tables."
            problems.append(InputProblem("not_a_table", file.at(group), what, advice))
            given = {}
        data[group] = [_changed(clause, given.get(clause["code"])) for clause in standard[group]]
    return data, problems


def _changed(clause: Mapping[str, Any], change: Any) -> dict[str, Any]:
    """Lay changes over one clause; what it is called stays."""
    own = change if isinstance(change, Mapping) else {}
    return {**clause, **{name: value for name, value in own.items() if name not in _FIXED}}


def _strange(
    group: str, given: Mapping[str, Any], file: _File, *, known: list[str]
) -> Iterator[InputProblem]:
    """Yield codes that there are not, with the nearest; what is no table; and codes to be changed."""
    for code, change in given.items():
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1)
            advice = f"Maybe {near[0]}?" if near else f"Maybe one of {', '.join(known)}."
            what = f"there is no {_shown(code)} among the {group}."
            yield InputProblem("unknown_code", file.at(group, code), what, advice)
        elif not isinstance(change, Mapping):
            advice = f"Maybe a line [{group}.{code}], with its settings below."
            what = f"{code} is not a table of settings."
            yield InputProblem("not_a_table", file.at(group, code), what, advice)
        else:
            for fixed in _FIXED:
                if fixed in change:
                    where = file.at(group, code, fixed)
                    yield InputProblem("fixed", where, "a code is what it is.", "Maybe leave this line out.")


def _placed(problem: InputProblem, data: Mapping[str, Any], *, file: _File) -> InputProblem:
    """Turn a path such as rules[5].travel.limit_minutes into the line where it is written."""
    steps: list[str] = []
    for part in re.findall(r"[^.\[\]]+", problem.where):
        if part.isdigit() and steps and steps[-1] in _BY_CODE:
            steps.append(str(data[steps[-1]][int(part)]["code"]))
        elif not part.isdigit() and part != (steps[-1] if steps else ""):
            steps.append(part)
    where = f"{file.at(*steps)} ({'.'.join(map(_shown, steps))})"
    message, advice = problem.message, problem.advice
    if problem.code == "extra_forbidden":
        message, advice = "there is no parameter of this name.", _nearest(steps, data)
    return InputProblem(problem.code, where, message, advice, value=problem.value)


def _nearest(steps: list[str], data: Mapping[str, Any]) -> str:
    group, code, name = (*steps, "", "")[:3]
    clause: Iterable[str] = next((each for each in data.get(group, ()) if each["code"] == code), {})
    known = [each for each in clause if each not in (*_FIXED, name)]
    near = difflib.get_close_matches(name, known, n=1)
    return f"Maybe {near[0]}?" if near else f"Maybe one of {', '.join(known)}."


def _shown(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
