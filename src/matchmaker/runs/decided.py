"""What was decided on a run: JSON lines beside it, only ever added to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files.decision_lines import TakenBack, misplaced, read_lines, standing, to_lines
from matchmaker.files.sizes import LARGE
from matchmaker.files.whole import write_whole
from matchmaker.review import all_misfits

if TYPE_CHECKING:
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.round import Round
    from matchmaker.files.decision_lines import Line
    from matchmaker.runs.run import Run

DECISIONS = "decisions.jsonl"


def lines_in(folder: str | Path) -> tuple[Line, ...]:
    """Return every line about decisions in a run folder, what was taken back included."""
    path = Path(folder) / DECISIONS
    return read_lines(path, LARGE) if path.is_file() else ()


def decisions_in(folder: str | Path) -> tuple[Decision, ...]:
    """Return the decisions that stand in a run folder; none when there is no such file."""
    return standing(lines_in(folder))


def add_decisions(folder: str | Path, run: Run, *, more: Iterable[Line]) -> tuple[Decision, ...]:
    """Write further lines below those in the run folder, and return the decisions that then stand.

    A decision that stands already changes nothing; what is taken back stays written, and stands no longer.

    Raises:
        InputErrors: one does not fit the round or the proposal, its id means something else, or there is
            nothing to take back; nothing was written.
        CannotWrite: the folder cannot be written; what stood there still stands.
    """
    before = lines_in(folder)
    lines = _added(before, more)
    wanted = standing(lines)
    whole = _with(run.round, wanted)
    last = max((decision.at.date() for decision in wanted), default=run.round.as_of)
    if problems := all_misfits(whole, run.proposal, policy=run.policy, on=last):
        raise InputErrors(problems)
    if lines != before:
        write_whole(Path(folder) / DECISIONS, to_lines(lines))
    return wanted


def _added(before: tuple[Line, ...], more: Iterable[Line]) -> tuple[Line, ...]:
    lines, problems = list(before), []
    for line in more:
        if line in standing(lines):
            continue
        if wrong := misplaced(line, lines):
            name = line.takes_back if isinstance(line, TakenBack) else line.id
            problems.append(replace(wrong, where=f"decision {name}"))
        lines.append(line)
    if problems:
        raise InputErrors(problems)
    return tuple(lines)


def _with(round_: Round, decisions: tuple[Decision, ...]) -> Round:
    """Return the round with these decisions; what is wrong is told with a decision's id, not its place."""
    try:
        return round_.with_decisions(decisions)
    except InputErrors as errors:
        ids = [decision.id for decision in (*round_.decisions, *decisions)]
        raise InputErrors(_named(problem, ids) for problem in errors.problems) from None


def _named(problem: InputProblem, ids: list[str]) -> InputProblem:
    found = re.fullmatch(r"decisions\[(\d+)\](?:\.(.*))?", problem.where)
    if not found:
        return problem
    where = ": ".join(filter(None, (f"decision {ids[int(found[1])]}", found[2])))
    return replace(problem, where=where)
