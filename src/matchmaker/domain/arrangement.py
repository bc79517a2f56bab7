"""A way for two people to meet: a task, a company, a venue; and a pair that could do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.words import Company

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary, Mentor


@dataclass(frozen=True, slots=True, order=True)
class Venue:
    """A listed place, or a kind of place of which none is listed.

    A kind without a listed place is met near the person, so it has no area of its own.
    """

    code: str
    kind: str
    label: str
    public: bool
    staffed: bool
    area: str | None = None
    listed: bool = False
    bars_former_users: bool = False
    elsewhere: bool = False

    @property
    def heading(self) -> str:
        """The label as a sentence begins with it."""
        return self.label[:1].upper() + self.label[1:]

    @property
    def sheltered(self) -> bool:
        """Staffed or public: where a joint visit may go while something is still to be asked."""
        return self.staffed or self.public

    def area_for(self, beneficiary: Beneficiary) -> str | None:
        """Return the area to travel to when meeting this person here."""
        return self.area if self.listed else beneficiary.area


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Task, company and venue, seen by one mentor; a paired mentor also sees who leads."""

    task: str
    company: Company
    venue: Venue
    second: str | None = None
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """One or two mentors who could meet a person in one company, with a venue for every must task."""

    mentors: tuple[Mentor, ...]
    beneficiary: Beneficiary
    company: Company
    venues: tuple[tuple[str, Venue], ...]
    group: str | None = None
    """The group of a match under way, where it is written down."""

    @property
    def mentor_ids(self) -> tuple[str, ...]:
        """The lead first."""
        return tuple(mentor.id for mentor in self.mentors)
