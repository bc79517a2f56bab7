"""Everyone who asked and has no suggestion yet, the longest wait first, with what we need to find out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import FIT_FLOOR, KEPT_APART, first_of
from matchmaker.pages.asking import to_ask
from matchmaker.pages.helps import might_help
from matchmaker.pages.setting import counted, ended, heading, listed, on_day, wrapped

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Unmatched
    from matchmaker.pages.agenda import Agenda
    from matchmaker.pages.names import Names

_NAMED, _REASONS = 6, 4
"""How many people and reasons are named; more would be a wall that nobody reads aloud."""


def not_yet(agenda: Agenda) -> Iterator[str]:
    """Yield a paragraph for each of them."""
    yield from heading("Not yet, and what we need to find out or arrange")
    if not agenda.proposal.unmatched:
        yield from wrapped("Everyone who asked has a suggestion.")
    titles = agenda.policy.titles
    for entry in agenda.without:
        yield ""
        yield from wrapped(_who(entry, agenda))
        for sentence in _why(entry, titles, agenda.names):
            yield from wrapped(sentence, indent=2)
        yield from to_ask(entry.questions, agenda.names)
        for remedy in entry.remedies:
            yield from wrapped(agenda.names.told(remedy.change), indent=2, mark="What would help: ")
        if not entry.remedies:
            for line in might_help(entry.objections):
                yield from wrapped(line, indent=2, mark="Might help: ")


def _who(entry: Unmatched, agenda: Agenda) -> str:
    person = agenda.context.beneficiaries[entry.beneficiary]
    tasks = listed(map(agenda.names.task, person.wants_to_do))
    since = f", waiting since {on_day(person.asked_on)}" if person.asked_on else ""
    return f"{agenda.names.of(person.id)} ({agenda.worker_of(person.id)}){since}: {tasks}"


def _why(entry: Unmatched, titles: dict[str, str], names: Names) -> Iterator[str]:
    counts = [o for o in entry.objections if o.code != KEPT_APART]
    if [o.code for o in counts] == [FIT_FLOOR]:
        them = counted(counts[0].mentors or 0, "mentor")
        yield f"There is nobody yet who shares enough with what they hope for; {them} could meet them."
    elif counts:
        ways = [f"{titles.get(o.code, o.code)} ({o.mentors})" for o in counts]
        yield f"What is in the way, and with how many mentors: {listed(first_of(ways, most=_REASONS))}."
    if len(counts) < len(entry.objections):
        yield "Somebody is not to be introduced."
    if shared := entry.contested_with:
        others = listed(first_of([names.of(code) for code in shared], most=_NAMED))
        yield ended(
            "There are mentors who could meet them, but their time, or the room that our workers have, is "
            f"already suggested for {others}"
        )
