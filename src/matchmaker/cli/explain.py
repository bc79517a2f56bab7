"""`matchmaker explain`: why this match, why not that one, and what it would mean for others."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from matchmaker.cli.options import common

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.engine import Study
    from matchmaker.pages.names import Names


@click.command()
@click.argument("run", metavar="RUN")
@click.option("--beneficiary", metavar="ID", help="Why this person has the suggestion they have.")
@click.option("--pair", nargs=2, metavar="MENTOR BENEFICIARY", help="Why not these two.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of words.")
@common
def explain(run: str, beneficiary: str | None, pair: tuple[str, str] | None, as_json: bool) -> None:
    """Explain the run folder RUN: somebody's suggestion, or a pair that was not suggested.

    What a choice would mean for others is found by solving again with that choice made. Nothing is
    written, and nothing is decided.
    """
    import json

    from matchmaker.cli.say import document, result
    from matchmaker.engine import Study
    from matchmaker.pages.names import Names
    from matchmaker.runs import unedited_run

    if beneficiary is None and pair is None:
        raise click.UsageError("Nothing to explain. Maybe --beneficiary B07, or --pair M03 B07.")
    if beneficiary is not None and pair is not None:
        raise click.UsageError("One question at a time. Maybe only --pair.")
    saved = unedited_run(run)
    study = Study(saved.round, saved.policy, saved.proposal)
    found = _asked(study, beneficiary, pair)
    if as_json:
        document(json.dumps({**asdict(found), "sentences": found.sentences}, indent=2) + "\n")
        return
    result(_lines(found.sentences, Names(saved.policy.context(saved.round))))


def _asked(study: Study, beneficiary: str | None, pair: tuple[str, str] | None) -> Any:
    """Ask a study; an id that is not there is a matter of how the command was typed."""
    from matchmaker.errors import ArgumentError

    try:
        return study.why(beneficiary) if beneficiary else study.why_not(*(pair or ("", "")))
    except ArgumentError as error:
        raise click.UsageError(str(error)[:1].upper() + str(error)[1:]) from None


def _lines(sentences: Iterable[str], names: Names) -> str:
    return "\n".join(names.told(sentence) for sentence in sentences)
