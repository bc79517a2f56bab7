"""What was decided on a run: JSON lines beside it, only ever added to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from matchmaker.errors import InputErrors
from matchmaker.files.decision_lines import read_decisions, to_lines
from matchmaker.files.sizes import LARGE
from matchmaker.files.whole import write_whole
from matchmaker.review import misfits

if TYPE_CHECKING:
    from matchmaker.domain.decisions import Decision
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
    whole = run.round.with_decisions(wanted)
    last = max((decision.at.date() for decision in wanted), default=run.round.as_of)
    if problems := tuple(misfits(whole, run.proposal, on=last)):
        raise InputErrors(problems)
    if wanted != standing:
        write_whole(Path(folder) / DECISIONS, to_lines(wanted))
    return wanted
