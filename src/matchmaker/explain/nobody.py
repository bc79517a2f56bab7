"""Why somebody has no suggestion yet: what is in the way, who comes nearest, and who needs the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.companies import way
from matchmaker.domain.words import SINGLY, UNSAID, counted, first_of, in_turn
from matchmaker.explain.why_not import in_the_way

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.proposal import Unmatched
    from matchmaker.domain.words import Company
    from matchmaker.explain.competing import Competing
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.why_not import Obstacle
    from matchmaker.plan import Plan

NEAREST: Final = 3
_LOOKED_AT, _TOLD = 20, 4


@dataclass(frozen=True, slots=True)
class Near:
    """A mentor who comes near, in the company in which least is in the way."""

    mentor: str
    company: Company
    obstacles: tuple[Obstacle, ...]

    @property
    def sentence(self) -> str:
        """Say what is in the way."""
        said = " ".join(obstacle.sentence for obstacle in self.obstacles)
        return f"{self.mentor}, {way(self.company)}, comes near: {said}"


@dataclass(frozen=True, slots=True)
class InTheWay:
    """What stands in the way, as pages say it, and with how many mentors; None where that is not told."""

    code: str
    title: str
    mentors: int | None


@dataclass(frozen=True, slots=True)
class Nobody:
    """What is in the way of a suggestion, with how many mentors, and who comes nearest."""

    in_the_way: tuple[InTheWay, ...]
    near: tuple[Near, ...]
    competing: Competing | None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it, what stands in the way most often first."""
        group = (self.competing.sentence,) if self.competing else ()
        return (*self._in_the_way(), *group, *(near.sentence for near in self.near))

    def _in_the_way(self) -> Iterator[str]:
        counts = [each for each in self.in_the_way if each.mentors is not None]
        ways = [f"{each.title} (with {counted(each.mentors or 0, 'mentor')})" for each in counts]
        if ways:
            yield f"What is in the way: {'; '.join(first_of(ways, most=_TOLD))}."
        if len(counts) < len(self.in_the_way):
            yield "Somebody is not to be introduced."


def nobody(plan: Plan, entry: Unmatched, *, ledger: Ledger, group: Competing | None) -> Nobody:
    """Return what is known of why somebody has no suggestion."""
    place, person = ledger.found(entry.beneficiary)
    near = () if group else tuple(_nearest(plan, ledger, place, person))
    titles = plan.policy.titles
    counts = (
        InTheWay(each.code, titles.get(each.code, each.code), each.mentors) for each in entry.objections
    )
    return Nobody(tuple(counts), near, group)


def _nearest(plan: Plan, ledger: Ledger, place: int, person: Beneficiary) -> list[Near]:
    """Return the mentors with least in the way; nobody of whom it must not be told."""
    blocked = sorted(ledger.blocked(place), key=lambda each: (len(each[1]), each[0].id))
    told = [mentor for mentor, codes in blocked if not UNSAID & set(codes)][:_LOOKED_AT]
    found = [near for mentor in told if (near := _near(plan, mentor, person))]
    # What stands between somebody and everybody alike is told once.
    apart = {near.obstacles: near for near in reversed(found)}
    return sorted(apart.values(), key=lambda near: (len(near.obstacles), in_turn(near.mentor)))[:NEAREST]


def _near(plan: Plan, mentor: Mentor, person: Beneficiary) -> Near | None:
    """Return the way in which least is in the way, and nothing that only changes at its source."""
    found = ((company, in_the_way(plan, company, party=(mentor,), person=person)) for company in SINGLY)
    near = [
        Near(mentor.id, company, obstacles)
        for company, obstacles in found
        if obstacles and all(obstacle.strength == "policy" for obstacle in obstacles)
    ]
    return min(near, key=lambda each: len(each.obstacles), default=None)
