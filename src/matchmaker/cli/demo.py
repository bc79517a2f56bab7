"""`matchmaker demo`: the shipped example, from input to run folder."""

from __future__ import annotations

from pathlib import Path

import click

from matchmaker.cli.options import common


@click.command()
@click.option(
    "--out", metavar="DIR", default="demo-run", show_default=True, help="Where the run folder goes."
)
@click.option("--open", "show", is_flag=True, help="Open the pack afterwards.")
@click.option("--force", is_flag=True, help="Replace the run folder that is there.")
@common
def demo(out: str, show: bool, force: bool) -> int:
    """Run the example programme: an invented locality with every situation we know of."""
    from importlib import resources

    from matchmaker.cli.running import Wanted, run_and_write
    from matchmaker.cli.say import result
    from matchmaker.domain.round import Round
    from matchmaker.plan import Search
    from matchmaker.policy import Policy
    from matchmaker.runs import refuse_to_replace

    folder = refuse_to_replace(out, force=force)
    example = resources.files("matchmaker") / "examples" / "locality.json"
    round_ = Round.from_json(example.read_bytes())
    code = run_and_write(round_, Policy.standard(), wanted=Wanted(folder, force=force), search=Search())
    result(
        f"\nEverybody above is invented. The run folder is {folder}:\n"
        f"  pack.html is the pack to print for the meeting: open it in a browser.\n"
        f"  summary.txt is what you see above, round.json what went in, proposal.json what came out.\n"
        f"Your own programme: matchmaker template round.xlsx, fill it in, matchmaker match round.xlsx"
    )
    if show:
        click.launch(str(Path(folder) / "pack.html"))
    return code
