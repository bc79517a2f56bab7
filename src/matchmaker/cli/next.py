"""`matchmaker next`: the round after this one, with what was decided filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common, day

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("run", metavar="RUN")
@day("--as-of", "as_of", help="The day of the next round. Else the day of the last decision.")
@click.option(
    "-o",
    "--out",
    metavar="ROUND",
    required=True,
    help="A new .xlsx, .ods or .json file, or a new folder of .csv files.",
)
@common
def next(run: str, as_of: date | None, out: str) -> None:  # noqa: A001 - the name of the command
    """Write the round that follows RUN: accepted introductions are matches, answers are filled in.

    A workbook says who is who; hand RUN on with --previous, so that what still holds is kept.
    """
    from matchmaker.cli.say import note, result
    from matchmaker.cli.targets import new_file
    from matchmaker.files import write_round
    from matchmaker.files.writing import WRITERS
    from matchmaker.review import next_round
    from matchmaker.runs import unedited_run

    path = new_file(out, endings=tuple(WRITERS))
    saved = unedited_run(run)
    later = next_round(saved.round, saved.proposal, saved.decisions, as_of=as_of, policy=saved.policy)
    write_round(later, path)
    began = len(later.matches) - len(saved.round.matches)
    result(
        f"The round of {later.as_of} is {path}: {began} new on the sheet Matches. Look through it first, "
        "above all at first_visits_free and at who has asked since."
    )
    note(f"Then: matchmaker match {path} --previous {run}")
