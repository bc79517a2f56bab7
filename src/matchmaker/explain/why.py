"""Why this match: what speaks for it, beside the person's next real option, and what else there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.companies import way
from matchmaker.domain.words import KEPT_APART, listed
from matchmaker.explain.checked import told
from matchmaker.policy.bands import band_of
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.compile import Option
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
    """A way of doing a task that is closed, and one thing that closes it."""

    task: str
    company: Company
    venue: str
    sentence: str


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
class Why:
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
            parts = [f"more speaks for it in {listed(better)}"] if better else []
            parts += [f"less in {listed(worse)}"] if worse else []
            said = ", and ".join(parts) or "just as much speaks for either"
            yield f"Beside {listed(self.next_mentors)}, who comes next: {said}."

    def _closed(self) -> Iterator[str]:
        for each in dict.fromkeys((each.company, each.sentence) for each in self.closed):
            company, sentence = each
            what = "Another place" if company == self.company else f"Meeting {way(company)}"
            yield f"{what} is closed: {sentence}"

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
    """Return for each task the other places, or meeting without the worker, that are closed: one reason each.

    What keeps people apart is not among them.
    """
    pair, context, rules = option.pair, plan.context, plan.policy.rules_on
    found = []
    companies: Sequence[Company] = ("alone",) if pair.company == "joint" else (pair.company,)
    for task, chosen in pair.venues:
        for company in companies:
            for venue in context.venues_in(task, company, host=pair.mentors[0]):
                if company == pair.company and venue == chosen:
                    continue
                where = (task, company, venue)
                party = pair.mentors
                against = objections(rules, party, beneficiary=pair.beneficiary, where=where, context=context)
                closing = [each for each in against if each.closes]
                first = next(iter(closing), None)
                if first and all(each.code != KEPT_APART for each in closing):
                    found.append(ClosedWay(task, company, venue.code, first.sentence))
    return tuple(found)


def other_way(option: Option, cost: ForOthers, *, plan: Plan) -> OtherWay:
    """Return an option as another way, with what it would mean."""
    pair = option.pair
    band = band_of(pair, option.state, policy=plan.policy, context=plan.context)
    return OtherWay(pair.mentor_ids, pair.company, band, cost)
