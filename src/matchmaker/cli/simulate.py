"""`matchmaker simulate`: an invented programme of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common

if TYPE_CHECKING:
    from matchmaker.simulate import ProgrammeStyle


@click.command()
@click.option(
    "--mentors", type=click.IntRange(0, 100_000), default=20, show_default=True, help="How many mentors."
)
@click.option(
    "--beneficiaries", type=click.IntRange(0, 100_000), default=40, show_default=True, help="How many people."
)
@click.option(
    "--seed", type=click.IntRange(0), default=1, show_default=True, help="The same seed, the same people."
)
@click.option(
    "--style",
    type=click.Choice(["wyfi", "icm", "housing-first", "vocational"]),
    default="wyfi",
    show_default=True,
    help="What kind of programme it is like.",
)
@click.option(
    "-o",
    "--out",
    metavar="ROUND",
    required=True,
    help="A new .json, .xlsx or .ods file, or a new folder of .csv files.",
)
@common
def simulate(mentors: int, beneficiaries: int, seed: int, style: ProgrammeStyle, out: str) -> None:
    """Invent a programme and write it to a new file or folder, to try things on."""
    from matchmaker.cli.say import note
    from matchmaker.cli.targets import new_file
    from matchmaker.files import write_round
    from matchmaker.files.writing import WRITERS
    from matchmaker.simulate import simulate as invented

    path = new_file(out, endings=tuple(WRITERS))
    round_ = invented(mentors=mentors, beneficiaries=beneficiaries, seed=seed, style=style)
    write_round(round_, path)
    note(f"The invented programme is {path}.")
