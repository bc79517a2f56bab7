"""Decisions as JSON lines: one decision a line, so that later ones are added below."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.domain.decisions import Decision
from matchmaker.domain.reading import parse_json, record_from
from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files.archive import read_bytes
from matchmaker.files.sizes import STANDARD, Sizes

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_decisions(path: str | Path, sizes: Sizes = STANDARD) -> tuple[Decision, ...]:
    """Return the decisions in a file of JSON lines; the same one told twice is one.

    Raises:
        InputErrors: everything that is wrong with it, each with its line.
        CannotRead: it is not there, or not ours to open.
    """
    found: dict[str, Decision] = {}
    problems: list[InputProblem] = []
    for number, line in enumerate(_lines(read_bytes(Path(path), sizes)), 1):
        if not line.strip():
            continue
        try:
            decision = record_from(Decision, parse_json(line))
        except InputErrors as errors:
            problems += [_placed(problem, number) for problem in errors.problems]
            continue
        if found.setdefault(decision.id, decision) != decision:
            what = f"uses {decision.id} for another decision than a line before it."
            problems.append(
                InputProblem("contradiction", f"line {number}", what, "Maybe one has another id.")
            )
    if problems:
        raise InputErrors(problems)
    return tuple(found.values())


def _lines(data: bytes) -> list[bytes]:
    return data.removeprefix(b"\xef\xbb\xbf").splitlines()


def _placed(problem: InputProblem, line: int) -> InputProblem:
    where = f"line {line}" if problem.where.startswith("(") else f"line {line}, {problem.where}"
    return InputProblem(problem.code, where, problem.message, problem.advice, value=problem.value)


def to_lines(decisions: Iterable[Decision]) -> str:
    """Return decisions as JSON lines, the same bytes for the same decisions."""
    return "".join(f"{line}\n" for line in _dumped(decisions))


def _dumped(decisions: Iterable[Decision]) -> Iterator[str]:
    for decision in decisions:
        data = decision.model_dump(mode="json", exclude_defaults=True)
        yield json.dumps(data, ensure_ascii=False)
