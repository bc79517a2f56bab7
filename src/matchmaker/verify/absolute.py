"""The absolute rules, written a second time from plain records, so that one mistake cannot pass twice.

Nothing here comes from `matchmaker.rules`, and only the standard library is used: where the first
writing of a rule is wrong together with its fast twin, this one still says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from matchmaker.domain.breach import Breach
from matchmaker.verify.absolute_facts import Facts, facts_of
from matchmaker.verify.absolute_rules import RULES
from matchmaker.verify.absolute_shape import (
    closed_to_asking,
    crew,
    group_exists,
    once_each,
    unknown_elsewhere,
    unknown_in,
)
from matchmaker.verify.absolute_suggestion import Suggestion, suggestions


def absolute_breaches(
    round_: Mapping[str, Any], proposal: Mapping[str, Any], *, session_minutes: int = 60
) -> tuple[Breach, ...]:
    """Return every breach of an absolute rule, in a fixed order, so that none can leave the library.

    Both are plain data, as `json.loads` reads what `to_json` wrote; a key that is missing from the
    round is blank. Matches, their alternatives and standbys, and the introductions described to
    people who would like to hear more are all judged. `session_minutes` is the programme's usual
    length of a meeting. A date or time that cannot be read is a `ValueError`, never a pass.
    """
    facts = facts_of(round_, session_minutes)
    found = set(wanted(facts, proposal)) | set(once_each(proposal))
    found |= set(unknown_elsewhere(facts, proposal))
    for suggestion in suggestions(facts, proposal):
        found |= set(judged(facts, suggestion))
    return tuple(sorted(found))


def judged(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Yield what is wrong with one suggestion; of ids that nobody knows, only that."""
    unknown = tuple(unknown_in(facts, suggestion))
    yield from unknown
    yield from crew(facts, suggestion)
    yield from closed_to_asking(suggestion)
    yield from group_exists(facts, suggestion)
    if not unknown:
        for rule in RULES:
            yield from rule(facts, suggestion)


def wanted(facts: Facts, proposal: Mapping[str, Any]) -> Iterator[Breach]:
    """`wants-a-mentor`: who did not ask is not matched, and who would hear more is only told more."""
    asked = {
        "matches": ("yes", "has not asked for a mentor"),
        "hear_more": ("would_like_to_hear_more", "has not asked to hear more about mentors"),
    }
    for part, (wants, words) in asked.items():
        for entry in proposal.get(part, ()):
            person = facts.beneficiaries.get(entry["beneficiary"])
            if person is not None and person.get("wants") != wants:
                yield Breach("wants-a-mentor", (person["id"],), f"{person['id']} {words}.")
