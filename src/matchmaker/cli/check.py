"""`matchmaker check`: every problem of an input at once, and nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.options import common

if TYPE_CHECKING:
    from matchmaker.domain.round import Round
    from matchmaker.errors import InputProblem


@click.command()
@click.argument("round", metavar="ROUND")
@click.option(
    "--limits", type=click.Choice(["standard", "large"]), default="standard", help="How big files may be."
)
@click.option("--previous", metavar="RUN", help="Also look whether all have the ids they had in this run.")
@common
def check(round: str, limits: str, previous: str | None) -> int:  # noqa: A002 - the name in the usage line
    """Say every problem in ROUND, by sheet, cell and column, with advice; nothing is written."""
    from matchmaker.cli.reading import reading_of
    from matchmaker.cli.say import result
    from matchmaker.files.counts import account

    reading = reading_of(round, limits)
    lines = account(reading.counts)
    problems = list(reading.problems)
    notes: list[str] = []
    if reading.round is not None:
        notes += _words_to_look_at(reading.round)
        if previous:
            moved, changes = _since(previous, reading.round)
            problems += moved
            notes += changes
    lines += ["", *_problems(problems)]
    if reading.round is not None and not problems:
        lines.append(worth_knowing(reading.round))
    result("\n".join([*lines, *_worth_a_look(notes)]))
    return Exit.INPUT if problems else Exit.DONE


def _problems(problems: Sequence[InputProblem]) -> list[str]:
    from matchmaker.files import told

    if not problems:
        return ["No problems."]
    head = f"{len(problems)} problem{'s' if len(problems) != 1 else ''} to put right:"
    return [head, *(f"  {told(problem)}" for problem in problems)]


def _worth_a_look(notes: Sequence[str]) -> list[str]:
    return ["", "Worth a look, and maybe right as it is:", *(f"  {note}" for note in notes)] if notes else []


def _words_to_look_at(round_: Round) -> list[str]:
    from matchmaker.explain.second_looks import second_looks
    from matchmaker.explain.spelling import doubts
    from matchmaker.files.telling import shown
    from matchmaker.rules.checks_and_training import ChecksAndTraining

    modules = ChecksAndTraining().modules
    words = (doubt.in_full(shown) for doubt in doubts(round_, modules))
    return [*words, *second_looks(round_, modules, shown=shown)]


def _since(previous: str, round_: Round) -> tuple[tuple[InputProblem, ...], tuple[str, ...]]:
    """Return what keeps people from being the same as in an earlier run, and what may have changed."""
    from matchmaker.errors import InputErrors
    from matchmaker.runs import load_run, since

    changes = since(load_run(previous).round, round_)
    try:
        changes.refuse_moved()
    except InputErrors as errors:
        return errors.problems, changes.notes
    return (), changes.notes


def worth_knowing(round_: Round) -> str:
    """Return how many asked, how many could meet somebody, and how much room workers have."""
    from matchmaker.domain.context import Context

    asked = len(Context(round_).requests)
    mentors = sum(mentor.available for mentor in round_.mentors)
    visits = sum(worker.first_visits_free for worker in round_.navigators)
    return (
        f"People who asked and have no mentor yet: {asked}. Mentors available: {mentors}. "
        f"Introduction visits that workers have room for: {visits}."
    )
