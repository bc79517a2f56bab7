"""The run folder: the frozen input, the policy, the proposal and the summary, whole or not at all."""

from matchmaker.runs.decided import add_decisions, decisions_in, lines_in
from matchmaker.runs.identity import since
from matchmaker.runs.load import load_policy, load_run
from matchmaker.runs.previous import following, previous_from
from matchmaker.runs.run import Run
from matchmaker.runs.sums import edited, sealed
from matchmaker.runs.unedited import unedited_run
from matchmaker.runs.write import refuse_to_replace, write_run

__all__ = [
    "Run",
    "add_decisions",
    "decisions_in",
    "edited",
    "following",
    "lines_in",
    "load_policy",
    "load_run",
    "previous_from",
    "refuse_to_replace",
    "sealed",
    "since",
    "unedited_run",
    "write_run",
]
