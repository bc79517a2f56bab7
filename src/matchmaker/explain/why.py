"""Why this match: what speaks for it, beside the person's next real option, and what else there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.companies import way
from matchmaker.domain.vocabulary import HOME
from matchmaker.domain.words import KEPT_APART, listed
from matchmaker.explain.checked import told
from matchmaker.explain.explanation import Explanation
from matchmaker.explain.why_not import in_the_way
from matchmaker.policy.bands import band_of
from matchmaker.policy.judgement import open_pair
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.proposal import Contribution
    from matchmaker.domain.words import Band, Company
    from matchmaker.explain.checked import Checked
    from matchmaker.explain.for_others import ForOthers
    from matchmaker.explain.nobody import Nobody
    from matchmaker.plan import Plan


@dataclass(frozen=True, slots=True)
class Beside:
    """What a criterion adds here and with the next real option; what differs adds up to the fits."""

    criterion: str
    here: int
    there: int
    because: str
    because_there: str


@dataclass(frozen=True, slots=True)
class ClosedWay:
    """A place that is closed to them, or a company in which there is none, and what is in the way."""

    company: Company
    venue: str | None
    """The place as a sentence begins with it; None where it is about every place."""
    because: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Say it; a reason that names the place already says it by itself."""
        where = self.venue or f"Meeting {way(self.company)}"
        if self.venue and self.because and self.venue[1:] in self.because[0]:
            where = "Another place"
        return f"{where} is closed: {' '.join(self.because)}"


@dataclass(frozen=True, slots=True)
class OtherWay:
    """Another way to meet this request: its band, and what it would mean for others."""

    mentors: tuple[str, ...]
    company: Company
    band: Band
    for_others: ForOthers

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say who and how, then what it would mean."""
        return f"{listed(self.mentors)}, {way(self.company)} ({self.band}).", *self.for_others.sentences


@dataclass(frozen=True, slots=True)
class Why(Explanation):
    """Why somebody has the suggestion they have, or what there is for somebody who has none."""

    beneficiary: str
    mentors: tuple[str, ...]
    company: Company | None
    because: tuple[str, ...]
    next_mentors: tuple[str, ...]
    beside: tuple[Beside, ...]
    closed: tuple[ClosedWay, ...]
    others: tuple[OtherWay, ...]
    checked: tuple[Checked, ...] = ()
    """Every rule that was looked at for the suggestion, and what it found in the records."""
    nobody: Nobody | None = None
    """What is in the way, for somebody who has no suggestion."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what, because, and what would change it."""
        rules = told(self.checked)
        because = self.nobody.sentences if self.nobody else ()
        return (*self._what(), *because, *self._next(), *rules, *self._closed(), *self._others())

    def _what(self) -> Iterator[str]:
        if not self.mentors or not self.company:
            yield f"{self.beneficiary} has no suggestion yet."
            return
        yield f"We suggest that {self.beneficiary} meets {listed(self.mentors)}, {way(self.company)}."
        if self.because:
            yield f"Because: {'; '.join(self.because)}."

    def _next(self) -> Iterator[str]:
        better = [f"{each.criterion} ({each.because})" for each in self.beside if each.here > each.there]
        worse = [f"{each.criterion} ({each.because_there})" for each in self.beside if each.there > each.here]
        if self.next_mentors:
            more = f"more speaks for this in {listed(better)}" if better else ""
            less = f"{'less' if better else 'less speaks for this'} in {listed(worse)}" if worse else ""
            said = ", and ".join(filter(None, (more, less))) or "just as much speaks for either"
            comes = "come" if len(self.next_mentors) > 1 else "comes"
            yield f"Beside {listed(self.next_mentors)}, who {comes} next: {said}."

    def _closed(self) -> Iterator[str]:
        yield from dict.fromkeys(each.sentence for each in self.closed)

    def _others(self) -> Iterator[str]:
        for other in self.others:
            who, *means = other.sentences
            yield f"Also possible: {who}"
            yield from means


def beside(option: Option, following: Option | None, *, plan: Plan) -> tuple[Beside, ...]:
    """Compare what each criterion adds to two options of one person."""
    if following is None:
        return ()
    here = plan.policy.contributions(option.pair, plan.context)
    there = {each.criterion: each for each in plan.policy.contributions(following.pair, plan.context)}
    return tuple(
        Beside(each.criterion, _adds(each), _adds(other), each.because or "-", other.because or "-")
        for each in here
        for other in (there[each.criterion],)
    )


def _adds(contribution: Contribution) -> int:
    return contribution.points * contribution.weight


def closed_ways(option: Option, plan: Plan) -> tuple[ClosedWay, ...]:
    """Return the other places that are closed, one reason each; and being alone, where all places are.

    What keeps people apart is not among them.
    """
    pair, context, rules = option.pair, plan.context, plan.policy.rules_on
    found = []
    for task, chosen in pair.venues:
        for venue in context.venues_in(task, pair.company, host=pair.mentors[0]):
            where = (task, pair.company, venue)
            party, person = pair.mentors, pair.beneficiary
            against = objections(rules, party, beneficiary=person, where=where, context=context)
            closing = [each for each in against if each.closes]
            if venue != chosen and closing and all(each.code != KEPT_APART for each in closing):
                found.append(ClosedWay(pair.company, _where(venue), (closing[0].sentence,)))
    if pair.company == "joint":
        found += _not_alone(option, plan)
    return tuple(found)


def _where(venue: Venue) -> str:
    """Return a place as a sentence begins with it; whose home it is, the reason says."""
    return "Another place" if venue.kind == HOME else venue.heading


def _not_alone(option: Option, plan: Plan) -> Iterator[ClosedWay]:
    """Say why they could not meet alone anywhere: all that is in the way, where that is least."""
    pair = option.pair
    party, person, context = pair.mentors, pair.beneficiary, plan.context
    if open_pair(party, person, company="alone", policy=plan.policy, context=context) is None:
        obstacles = in_the_way(plan, "alone", party=party, person=person)
        if obstacles and all(obstacle.code != KEPT_APART for obstacle in obstacles):
            yield ClosedWay("alone", None, tuple(obstacle.sentence for obstacle in obstacles))


def other_way(option: Option, cost: ForOthers, *, plan: Plan) -> OtherWay:
    """Return an option as another way, with what it would mean."""
    pair = option.pair
    band = band_of(pair, option.state, policy=plan.policy, context=plan.context)
    return OtherWay(pair.mentor_ids, pair.company, band, cost)
