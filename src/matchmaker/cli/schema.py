"""`matchmaker schema`: JSON Schema for other programs."""

from __future__ import annotations

import click

from matchmaker.cli.options import common

_KINDS = ("round", "policy", "proposal", "decision")


@click.command()
@click.argument("kind", metavar="[round|policy|proposal|decision]", default="round")
@common
def schema(kind: str) -> None:
    """Print the JSON Schema of a round, a policy, a proposal or a decision."""
    from matchmaker.cli.say import document
    from matchmaker.cli.schemas import schema_of

    if kind == "history":
        raise click.UsageError("The schema of a history comes with a later version.")
    if kind not in _KINDS:
        raise click.UsageError(f"There is no schema of {kind}. Maybe one of {', '.join(_KINDS)}.")
    document(schema_of(kind))
