"""`matchmaker check`: every problem of an input at once, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.options import common

if TYPE_CHECKING:
    from matchmaker.domain.round import Round


@click.command()
@click.argument("round", metavar="ROUND")
@click.option(
    "--limits", type=click.Choice(["standard", "large"]), default="standard", help="How big files may be."
)
@common
def check(round: str, limits: str) -> int:  # noqa: A002 - the name in the usage line
    """Say every problem in ROUND, by sheet, cell and column, with advice; nothing is written."""
    from matchmaker.cli.reading import reading_of
    from matchmaker.cli.say import result
    from matchmaker.files import told

    reading = reading_of(round, limits)
    lines = [str(count) for count in reading.counts]
    if reading.round is None:
        count = len(reading.problems)
        lines += ["", f"{count} problem{'s' if count != 1 else ''} to put right:"]
        lines += [f"  {told(problem)}" for problem in reading.problems]
    else:
        lines += ["", "No problems.", worth_knowing(reading.round)]
    result("\n".join(lines))
    return Exit.DONE if reading.round else Exit.INPUT


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
