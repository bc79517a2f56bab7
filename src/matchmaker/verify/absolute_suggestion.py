"""Everything in a proposal that brings people together, in one shape, so that each is judged alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matchmaker.verify.absolute_facts import Facts

STANDBY = "standby"
"""The company of somebody who may step in: how they would meet is not said yet."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who would meet whom, in which company, doing what, and whether it claims to be ready."""

    beneficiary: str
    mentors: tuple[str, ...]
    company: str
    state: str
    tasks: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()

    @property
    def ready(self) -> bool:
        """Anything that does not say that it asks first claims to be ready."""
        return self.company != STANDBY and self.state != "ask first"

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of the people it is about, mentors first."""
        return (*self.mentors, self.beneficiary)

    @property
    def words(self) -> str:
        """The same ids as they stand in a sentence."""
        return f"{' and '.join(self.mentors)} with {self.beneficiary}"


def suggestions(facts: Facts, proposal: Mapping[str, Any]) -> Iterator[Suggestion]:
    """Yield matches, alternatives, standbys and described introductions: all may come to be."""
    for match in proposal.get("matches", ()):
        person = match["beneficiary"]
        yield _suggestion(facts, person, match)
        for other in match.get("alternatives", ()):
            yield _suggestion(facts, person, other)
        for mentor in match.get("standby") or ():
            chance = {"mentors": [mentor], "company": STANDBY, "state": STANDBY}
            yield _suggestion(facts, person, chance)
    for entry in proposal.get("hear_more", ()):
        for introduction in entry.get("introductions", ()):
            yield _suggestion(facts, entry["beneficiary"], introduction)


def _suggestion(facts: Facts, person: str, row: Mapping[str, Any]) -> Suggestion:
    """Count what the person wants to do as well, so that leaving a task out hides nothing."""
    meetings = row.get("arrangements", ())
    hoped = facts.beneficiaries.get(person, {}).get("wants_to_do", ())
    return Suggestion(
        beneficiary=person,
        mentors=tuple(row["mentors"]),
        company=row["company"],
        state=row["state"],
        tasks=frozenset((*hoped, *(meeting["task"] for meeting in meetings))),
        venues=frozenset(meeting["venue"] for meeting in meetings),
    )
