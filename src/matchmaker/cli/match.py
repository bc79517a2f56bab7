"""`matchmaker match`: the main job, from a round to a run folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common, seconds_to_look

if TYPE_CHECKING:
    from matchmaker.domain.round import Round


@click.command()
@click.argument("round", metavar="ROUND")
@click.option(
    "--policy",
    metavar="FILE|PRESET",
    help="What the programme has decided (TOML), or a preset: wyfi, icm, housing-first, vocational. Else the "
    "standard policy.",
)
@click.option("--out", metavar="DIR", help="Where the run folder goes. Else run-DATE, here.")
@click.option("--previous", metavar="RUN", help="The run before this one: its decisions still hold.")
@click.option(
    "--same-people",
    is_flag=True,
    help="With --previous: names that moved to another id are right.",
)
@click.option(
    "--explain/--no-explain",
    "explain",
    default=None,
    help="Also say what each other way would mean for others, and who could step in; if neither is given, "
    "only up to 500 people.",
)
@seconds_to_look
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processor cores to use."
)
@click.option(
    "--limits", type=click.Choice(["standard", "large"]), default="standard", help="How big files may be."
)
@click.option("--force", is_flag=True, help="Replace the run folder that is there.")
@click.option("--json", "as_json", is_flag=True, help="Print the proposal as JSON instead of the summary.")
@common
def match(
    round: str,  # noqa: A002 - the name in the usage line
    policy: str | None,
    out: str | None,
    previous: str | None,
    same_people: bool,
    explain: bool | None,
    seconds: float,
    workers: int,
    limits: str,
    force: bool,
    as_json: bool,
) -> int:
    """Suggest introductions for ROUND.

    ROUND is an .xlsx or .ods workbook, a folder of .csv files, a .json file, or - for JSON on standard input.

    The summary goes to standard output; everything is written to a run folder, whole or not at all.

    --seconds is for everything: looking for the plan comes first, and explaining takes what that leaves, but
    never more than half of it all.
    """
    from matchmaker.cli.policies import policy_of
    from matchmaker.cli.reading import round_of
    from matchmaker.cli.running import Wanted, run_and_write
    from matchmaker.plan import Search
    from matchmaker.runs import following, refuse_to_replace

    judged_by = policy_of(policy)
    found = round_of(round, limits)
    folder = Path(out) if out else Path(f"run-{found.as_of}")
    refuse_to_replace(folder, force=force)
    if previous:
        _same_as_before(previous, found, sure=same_people)
        found = following(previous, found)
    wanted = Wanted(folder, force=force, as_json=as_json, explain=explain)
    return run_and_write(found, judged_by, wanted=wanted, search=Search(seconds=seconds, workers=workers))


def _same_as_before(previous: str, round_: Round, *, sure: bool) -> None:
    """Look whether people still have their ids; names that moved from one id to another stop the run."""
    from matchmaker.cli.say import note
    from matchmaker.runs import load_run, since

    changes = since(load_run(previous).round, round_)
    for text in changes.notes:
        note(text)
    if not sure:
        changes.refuse_moved()
