"""Do the decisions fit the proposal they were made on? Only what is ready can be accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.context import Context
from matchmaker.domain.words import RESTING
from matchmaker.errors import InputProblem

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.domain.words import Company, State


@dataclass(frozen=True, slots=True)
class Way:
    """A way to meet that a proposal names, as a suggestion or as another way."""

    beneficiary: str
    mentors: tuple[str, ...]
    company: Company
    state: State
    place: str | None = None
    """Where the group meets, of a suggestion to join one; another way does not say."""

    @property
    def name(self) -> tuple[str, tuple[str, ...], Company]:
        """Whom it is about, and how they would meet."""
        return self.beneficiary, self.mentors, self.company


def ways_in(proposal: Proposal) -> Iterator[Way]:
    """Yield every way that was put to the meeting; of one person the suggestion first."""
    for match in proposal.matches:
        place = match.arrangements[0].venue if match.company == "group" else None
        yield Way(match.beneficiary, match.mentors, match.company, match.state, place)
        for other in match.alternatives:
            yield Way(match.beneficiary, other.mentors, other.company, other.state)


def accepted_way(decision: Decision, proposal: Proposal) -> Way | None:
    """Return what an acceptance is about: the first way of these mentors, in its company if it names one."""
    about = decision.beneficiary or ""
    for way in ways_in(proposal):
        if way.beneficiary == about and decision.is_about(about, way.mentors, company=way.company):
            return way
    return None


def accepted_ways(whole: Round, proposal: Proposal) -> list[tuple[Decision, Way]]:
    """Return every acceptance with the way to meet that it is about."""
    accepts = (decision for decision in whole.decisions if decision.kind == "accept")
    return [(decision, way) for decision in accepts if (way := accepted_way(decision, proposal))]


def misfits(whole: Round, proposal: Proposal, *, on: date) -> Iterator[InputProblem]:
    """Yield every decision that cannot become a fact of the next round, with what to do instead."""
    running = {match.id for match in whole.matches if match.under_way or match.state in RESTING}
    settled: dict[str, str] = {}
    yield from _apart_from_their_worker(whole)
    for decision in whole.decisions:
        if decision.at.date() > on:
            yield _problem(decision, f"was made after {on}.", "Maybe give the next round a later day.")
        if decision.kind in ("pause", "end", "change_company") and decision.match not in running:
            yield _problem(decision, f"is about {decision.match}, which has ended.", "Maybe leave it out.")
        if decision.kind in ("accept", "none_for_now"):
            person = decision.beneficiary or ""
            first = settled.setdefault(person, decision.id)
            if first != decision.id:
                text = f"settles {person} once more, after {first}."
                yield _problem(decision, text, "Maybe keep one of the two.")
        if decision.kind == "accept":
            yield from _not_acceptable(decision, whole, accepted_way(decision, proposal))


def _apart_from_their_worker(whole: Round) -> Iterator[InputProblem]:
    """Yield each switch to a worker who is to be kept apart from them; nobody is told that it is that."""
    protection = Context(whole).protection
    for decision in whole.decisions:
        who = (decision.beneficiary, *decision.mentors)
        if decision.navigator and any(
            protection.kept_apart(decision.navigator, each) for each in who if each
        ):
            text = f"makes {decision.navigator} their worker, and as things stand this is not possible."
            yield _problem(decision, text, "Maybe choose another worker.")


def _not_acceptable(decision: Decision, whole: Round, way: Way | None) -> Iterator[InputProblem]:
    who = f"{decision.beneficiary} with {' and '.join(decision.mentors)}"
    if way is None:
        text = f"accepts {who}, who are not suggested in this proposal."
        yield _problem(decision, text, "Maybe pin them and run match again, so that every rule is checked.")
    elif way.state != "ready":
        text = f"accepts {who}, who ask first."
        yield _problem(decision, text, "Maybe record the answers and run match again.")
    for other in whole.decisions:
        if other.kind in ("veto", "reject") and other.is_about(
            decision.beneficiary or "", decision.mentors, company=way.company if way else "joint"
        ):
            text = f"accepts {who}, whom {other.id} rules out."
            yield _problem(decision, text, "Maybe keep one of the two.")


def _problem(decision: Decision, message: str, advice: str) -> InputProblem:
    return InputProblem("does_not_fit", f"decision {decision.id}", message, advice)
