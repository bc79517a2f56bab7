"""Everyone who asked and has no suggestion yet, named first, with what we need to find out or arrange."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.pages.asking import to_ask
from matchmaker.pages.setting import ended, heading, listed, on_day, wrapped

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, Unmatched
    from matchmaker.pages.names import Names
    from matchmaker.policy import Policy

_UNCOUNTED = "kept-apart"
_NAMED, _REASONS = 6, 4
"""How many people and reasons are named; more would be a wall that nobody reads aloud."""


def not_yet(proposal: Proposal, policy: Policy, context: Context, names: Names) -> Iterator[str]:
    """Yield a paragraph for each of them."""
    yield from heading("Not yet, and what we need to find out or arrange")
    if not proposal.unmatched:
        yield from wrapped("Everyone who asked has a suggestion.")
    titles = {rule.code: rule.title for rule in policy.rules} | {"together": "several things together"}
    for entry in proposal.unmatched:
        yield ""
        yield from wrapped(_who(entry, context, names))
        for sentence in _why(entry, titles, names):
            yield from wrapped(sentence, indent=2)
        yield from to_ask(entry.questions, names)
        for remedy in entry.remedies:
            yield from wrapped(names.told(remedy), indent=2, mark="What would help: ")


def _who(entry: Unmatched, context: Context, names: Names) -> str:
    person = context.beneficiaries[entry.beneficiary]
    tasks = listed(map(names.task, person.wants_to_do))
    since = f", waiting since {on_day(person.asked_on)}" if person.asked_on else ""
    worker = names.of(person.navigator) if person.navigator in context.navigators else "no worker yet"
    return f"{names.of(person.id)} ({worker}){since}: {tasks}"


def _why(entry: Unmatched, titles: dict[str, str], names: Names) -> Iterator[str]:
    counts = [o for o in entry.objections if o.code != _UNCOUNTED]
    if counts:
        ways = [f"{titles.get(o.code, o.code)} ({o.mentors})" for o in counts]
        yield f"What is in the way, and with how many mentors: {listed(_first(ways, _REASONS))}."
    if len(counts) < len(entry.objections):
        yield "Somebody is not to be introduced."
    if shared := entry.contested_with:
        others = listed(_first([names.of(code) for code in shared], _NAMED))
        yield ended(
            "There are mentors who could meet them, but their time, or the worker's visits, are already "
            f"suggested for {others}"
        )


def _first(parts: list[str], most: int) -> list[str]:
    """Return the first of them, and how many more there are."""
    more = len(parts) - most
    return [*parts[:most], f"{more} more"] if more > 1 else parts
