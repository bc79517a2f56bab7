"""`matchmaker template`: the blank workbook."""

from __future__ import annotations

from pathlib import Path

import click

from matchmaker.cli.options import common


@click.command()
@click.argument("file")
@common
def template(file: str) -> None:
    """Write a blank workbook to FILE (.xlsx), with dropdowns, notes and an example row on every sheet."""
    from matchmaker.cli.say import note
    from matchmaker.cli.targets import new_file
    from matchmaker.files import write_template

    path = new_file(file, endings=(".xlsx",))
    write_template(path)
    note(f"The blank workbook is {path}. Fill it in, then: matchmaker check {Path(file)}")
