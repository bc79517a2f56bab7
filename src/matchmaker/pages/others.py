"""Mentors without a suggestion, and people who would like to hear more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.pages.introductions import other_way
from matchmaker.pages.setting import heading, listed, wrapped

if TYPE_CHECKING:
    from matchmaker.pages.agenda import Agenda


def who_has_got_time(agenda: Agenda) -> Iterator[str]:
    """Yield every mentor without a suggestion, and why."""
    yield from heading("Mentors without a suggestion")
    if not agenda.proposal.mentors_without_a_match:
        yield from wrapped("Every mentor has one.")
    for spare in agenda.proposal.mentors_without_a_match:
        yield from wrapped(
            f"{agenda.names.of(spare.mentor)} {'; '.join(map(agenda.names.told, spare.reasons))}.", mark="- "
        )


def would_like_to_hear_more(agenda: Agenda) -> Iterator[str]:
    """Yield introductions that could be described to each; none of them counts as agreed."""
    if not agenda.proposal.hear_more:
        return
    yield from heading("People who would like to hear more")
    yield from wrapped("They have not asked for a mentor. These could be described to them; nothing is held.")
    for entry in agenda.proposal.hear_more:
        ways = listed(other_way(other, agenda.names) for other in entry.introductions)
        yield from wrapped(f"{agenda.names.of(entry.beneficiary)}: {ways or 'nobody at present'}.", mark="- ")
