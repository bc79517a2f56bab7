"""`matchmaker compare`: who moves, who gains and who loses between two runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.explain.comparison import Comparison
    from matchmaker.explain.sides import Side


@click.command()
@click.argument("first", metavar="RUN")
@click.argument("second", metavar="RUN")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of words.")
@common
def compare(first: str, second: str, as_json: bool) -> None:
    """Compare two run folders: what the second comes to beside the first, who gains, loses and moves.

    They may be of one round under two policies, or of two months: what can be compared is compared, and
    what cannot is said. Nothing is written, and nothing is decided.
    """
    import json

    from matchmaker.cli.say import document, result
    from matchmaker.explain.comparing import compared
    from matchmaker.pages.names import Names

    before, after = _side(first), _side(second)
    found = compared(before, after)
    if as_json:
        document(json.dumps(found.as_data(), indent=2) + "\n")
        return
    names = Names(after.context, earlier=before.context)
    result("\n".join(names.told(line) for line in _lines(found)))


def _side(path: str) -> Side:
    """Return the plan in a run folder that nobody edited; of two folders, the one that is wrong is named."""
    from matchmaker.errors import VerificationFailed
    from matchmaker.explain.sides import side_of
    from matchmaker.files.telling import folder_shown
    from matchmaker.runs import unedited_run

    run = unedited_run(path)
    try:
        return side_of(run.proposal, run.policy, context=run.policy.context(run.round))
    except VerificationFailed as error:
        raise VerificationFailed(f"{folder_shown(path)}: {error}") from None


def _lines(found: Comparison) -> Iterator[str]:
    """Yield what it comes to, then the people, then each chain with what it comes to."""
    yield from found.whole
    if found.who:
        yield from ("", *found.who)
    if found.contrast.chains:
        yield from ("", "What makes way for what:")
    for first, *more in found.contrast.told:
        yield f"- {first}"
        yield from (f"  {sentence}" for sentence in more)
