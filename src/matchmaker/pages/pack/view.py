"""For whom a pack is: the coordinator, or a room in which mentors and other peers may sit (S4:L445).

The room is shown only what is listed here. A question, reason or warning of a kind that is not listed,
such as one that a later version adds, stays out of the room until somebody has thought about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from matchmaker.pages.before import ABOUT_WAITING
from matchmaker.pages.pack.marked import Marked, strung
from matchmaker.pages.pack.unsaid import INSTEAD, Unsaid
from matchmaker.pages.setting import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.proposal import ProposedMatch, ToAsk
    from matchmaker.pages.agenda import Agenda

QUESTIONS: Final = frozenset({"area", "joint-room", "minutes", "navigator"})
"""Kinds of question that tell nothing about a mentor, a wish or a visit."""
CLAUSES: Final = frozenset(
    {
        "availability",
        "caseload",
        "has-a-navigator",
        "introduction-visits",
        "joint-hours",
        "supervision-places",
        "travel",
    }
)
"""What may be said to be in somebody's way while peers listen."""
CRITERIA: Final = frozenset({"interests", "practicalities"})
"""Reasons for a match; others may rest on a wish or on experience that somebody shared with their worker."""
WARNINGS: Final = ABOUT_WAITING | {"no-dpia", "small-pool"}


@dataclass(frozen=True)
class View:
    """A proposal for one audience."""

    agenda: Agenda
    room: bool = False

    @property
    def context(self) -> Context:
        """The round, indexed."""
        return self.agenda.context

    @cached_property
    def say(self) -> Marked:
        """Names as markup."""
        return Marked(self.agenda.names)

    @cached_property
    def matches(self) -> tuple[ProposedMatch, ...]:
        """Introductions in the order of people's ids."""
        return tuple(sorted(self.agenda.proposal.matches, key=lambda match: in_turn(match.beneficiary)))

    def person(self, code: str) -> Beneficiary:
        """Return a person's record."""
        return self.context.beneficiaries[code]

    def may_ask(self, question: ToAsk) -> bool:
        """Say whether this audience may read a question; the room none about a mentor or a visit."""
        kind, *about = question.key.split("/")
        if not self.room:
            return True
        named = self.context.mentors.keys() | {
            v.code for v in self.context.venues if self.unsaid.place(v.code)
        }
        return kind in QUESTIONS and named.isdisjoint(about) and not self.unsaid.within(question.ask)

    def may_hear(self, code: str) -> bool:
        """Say whether this audience may hear that a rule or limit is in somebody's way."""
        return not self.room or code in CLAUSES

    @cached_property
    def unsaid(self) -> Unsaid:
        """What is not said beside a person in the room."""
        return Unsaid(self.context)

    def tasks(self, codes: Iterable[str]) -> Markup:
        """Return tasks as a list; in the room what may not be named stands last, and once."""
        every = tuple(codes)
        named = [self.say.task(code) for code in every if not self.hides(code)]
        return strung([*named, escape(INSTEAD)] if len(named) < len(every) else named)

    def hides(self, task: str) -> bool:
        """Say whether this audience may not read a task beside a person."""
        return self.room and self.unsaid.task(task)

    def place(self, code: str) -> Markup | None:
        """Return what a place is called, if this audience may read it."""
        return None if self.room and self.unsaid.place(code) else self.say.venue(code)

    def title(self, code: str) -> str:
        """Return what a rule or limit is called."""
        return self._titles.get(code, code)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return self.agenda.policy.titles
