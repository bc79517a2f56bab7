"""What was decided on a run: JSON lines beside it, only ever added to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files.decision_lines import read_decisions, to_lines
from matchmaker.files.sizes import LARGE
from matchmaker.files.whole import write_whole
from matchmaker.review import all_misfits

if TYPE_CHECKING:
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.round import Round
    from matchmaker.runs.run import Run

DECISIONS = "decisions.jsonl"


def decisions_in(folder: str | Path) -> tuple[Decision, ...]:
    """Return the decisions that stand in a run folder; none when there is no such file."""
    path = Path(folder) / DECISIONS
    return read_decisions(path, LARGE) if path.is_file() else ()


def add_decisions(folder: str | Path, run: Run, *, more: Iterable[Decision]) -> tuple[Decision, ...]:
    """Write further decisions below those that stand in the run folder, and return all of them.

    A decision that is there already changes nothing.

    Raises:
        InputErrors: one does not fit the round or the proposal, or its id means something else; nothing
            was written.
        CannotWrite: the folder cannot be written; what stood there still stands.
    """
    standing = decisions_in(folder)
    wanted = tuple(dict.fromkeys((*standing, *more)))
    whole = _with(run.round, wanted)
    last = max((decision.at.date() for decision in wanted), default=run.round.as_of)
    if problems := all_misfits(whole, run.proposal, policy=run.policy, on=last):
        raise InputErrors(problems)
    if wanted != standing:
        write_whole(Path(folder) / DECISIONS, to_lines(wanted))
    return wanted


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
