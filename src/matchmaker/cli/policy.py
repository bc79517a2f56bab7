"""`matchmaker policy`: what the programme has decided, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.clause import Clause
    from matchmaker.policy import Policy


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def policy() -> None:
    """Explain, check or describe a policy; without a FILE it is the standard one."""


@policy.command()
@click.argument("file", required=False)
@common
def explain(file: str | None) -> None:
    """Print the policy as one page of English."""
    from matchmaker.cli.say import result
    from matchmaker.runs import load_policy

    result(page_of(load_policy(file)))


@policy.command()
@click.argument("file", required=False)
@common
def check(file: str | None) -> None:
    """Say every problem in a policy file, each at its line."""
    from matchmaker.cli.say import result
    from matchmaker.runs import load_policy

    found = load_policy(file)
    off = sum(clause.off for clause in (*found.rules, *found.criteria, *found.limits))
    result(f"No problems in the policy {found.name}; {off or 'nothing'} switched off.")


@policy.command()
@common
def schema() -> None:
    """Print the JSON Schema of a policy."""
    from matchmaker.cli.say import document
    from matchmaker.cli.schemas import schema_of

    document(schema_of("policy"))


def page_of(policy: Policy) -> str:
    """Return each clause as its sentence, and the priorities in their order."""
    from matchmaker.policy.priorities import SAID

    return "\n".join((
        f"The policy: {policy.name}",
        *_part("What must hold for two people to meet", policy.rules),
        *_part("What makes an introduction fit better", policy.criteria),
        *_part("What there has to be room for", policy.limits),
        "", "What matters most, in this order",
        *(f"{place}. {SAID[name]}" for place, name in enumerate(policy.priorities, 1)),
        "", f"Somebody has waited too long after {policy.overdue_weeks} weeks.",
    ))  # fmt: skip


def _part(title: str, clauses: Iterable[Clause]) -> list[str]:
    from matchmaker.pages.setting import wrapped

    lines = ["", title]
    for clause in clauses:
        off = f" SWITCHED OFF by {clause.off_by}: {clause.off_because}" if clause.off else ""
        absolute = " This one cannot be waived." if clause.strength == "absolute" else ""
        lines += wrapped(f"{clause.code}: {clause.sentence()}{absolute}{off}", mark="- ")
    return lines
