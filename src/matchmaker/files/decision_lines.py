"""Decisions as JSON lines: later ones are added below, and so is what is taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from pydantic import Field

from matchmaker.domain.decisions import Decision
from matchmaker.domain.fields import Id, Moment, Tag
from matchmaker.domain.reading import parse_json, record_from
from matchmaker.domain.record import Record
from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files.archive import read_bytes
from matchmaker.files.sizes import STANDARD, Sizes


class TakenBack(Record):
    """A line that says of an earlier decision that it no longer stands; the decision's own line stays."""

    takes_back: Id = Field(description="The id of the decision.")
    actor: Tag = Field(description="Who took it back.")
    at: Moment = Field(description="When.")


Line: TypeAlias = Decision | TakenBack


def read_decisions(path: str | Path, sizes: Sizes = STANDARD) -> tuple[Decision, ...]:
    """Return the decisions that stand in a file of JSON lines; the same one told twice is one.

    Raises:
        InputErrors: everything that is wrong with it, each with its line.
        CannotRead: it is not there, or not ours to open.
    """
    return standing(read_lines(path, sizes))


def read_lines(path: str | Path, sizes: Sizes = STANDARD) -> tuple[Line, ...]:
    """Return every line of such a file, what was taken back included; errors as of `read_decisions`."""
    found: list[Line] = []
    problems: list[InputProblem] = []
    for number, text in enumerate(_lines(read_bytes(Path(path), sizes)), 1):
        if not text.strip():
            continue
        try:
            line = _read(text)
        except InputErrors as errors:
            problems += [_placed(problem, number) for problem in errors.problems]
            continue
        if wrong := misplaced(line, found):
            problems.append(_placed(wrong, number))
        found.append(line)
    if problems:
        raise InputErrors(problems)
    return tuple(found)


def _read(text: bytes) -> Line:
    data = parse_json(text)
    taken_back = isinstance(data, dict) and "takes_back" in data
    return record_from(TakenBack, data) if taken_back else record_from(Decision, data)


def misplaced(line: Line, before: Iterable[Line]) -> InputProblem | None:
    """Return what is wrong with a line after those before it: another decision's id, or nothing to undo."""
    earlier = tuple(before)
    if isinstance(line, TakenBack):
        if line.takes_back in {decision.id for decision in standing(earlier)}:
            return None
        what = f"takes back {line.takes_back}, which does not stand."
        return InputProblem(
            "unknown_reference", "(the line)", what, "Maybe look up the id: decide RUN lists them."
        )
    same = (each for each in earlier if isinstance(each, Decision) and each.id == line.id)
    if any(each != line for each in same):
        what = f"uses {line.id} for another decision than a line before it."
        return InputProblem("contradiction", "(the line)", what, "Maybe one has another id.")
    return None


def standing(lines: Iterable[Line]) -> tuple[Decision, ...]:
    """Return the decisions that nobody took back, each once, in the order in which they were made."""
    found: dict[str, Decision] = {}
    for line in lines:
        if isinstance(line, TakenBack):
            found.pop(line.takes_back, None)
        else:
            found.setdefault(line.id, line)
    return tuple(found.values())


def _lines(data: bytes) -> list[bytes]:
    return data.removeprefix(b"\xef\xbb\xbf").splitlines()


def _placed(problem: InputProblem, line: int) -> InputProblem:
    where = f"line {line}" if problem.where.startswith("(") else f"line {line}, {problem.where}"
    return InputProblem(problem.code, where, problem.message, problem.advice, value=problem.value)


def to_lines(lines: Iterable[Line]) -> str:
    """Return decisions as JSON lines, the same bytes for the same decisions."""
    dumped = (line.model_dump(mode="json", exclude_defaults=True) for line in lines)
    return "".join(f"{json.dumps(data, ensure_ascii=False)}\n" for data in dumped)
