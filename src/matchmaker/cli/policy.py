"""`matchmaker policy`: what the programme has decided, in words."""

from __future__ import annotations

import click

from matchmaker.cli.options import common
from matchmaker.cli.policies import policy_of


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def policy() -> None:
    """Explain, check or describe a policy: a FILE, or a preset (wyfi, icm, housing-first, vocational).

    Without either it is the standard one.
    """


@policy.command()
@click.argument("file", required=False)
@common
def explain(file: str | None) -> None:
    """Print the policy as one page of English."""
    from matchmaker.cli.say import result
    from matchmaker.pages.policy_page import policy_page

    result(policy_page(policy_of(file)))


@policy.command()
@click.argument("file", required=False)
@common
def check(file: str | None) -> None:
    """Say every problem in a policy file, each at its line."""
    from matchmaker.cli.say import result
    from matchmaker.policy.banners import banners

    found = policy_of(file)
    off = banners(found)
    lines = (f"No problems in the policy {found.name}; {len(off) or 'nothing'} switched off.", *off)
    result("\n".join(lines))


@policy.command()
@common
def schema() -> None:
    """Print the JSON Schema of a policy."""
    from matchmaker.cli.say import document
    from matchmaker.cli.schemas import schema_of

    document(schema_of("policy"))
