"""What has been decided and answered, as it stands on the day of the round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.decisions import KEEPING, REFUSING, Decision
from matchmaker.domain.questions import CAREFUL
from matchmaker.domain.round import Round
from matchmaker.domain.words import Company, DecisionKind, YesNo


@dataclass(frozen=True)
class Decided:
    """The decisions of a round, and the answers from rows and decisions."""

    round: Round

    def _of(self, *kinds: DecisionKind) -> tuple[Decision, ...]:
        """Return decisions of these kinds that still hold."""
        as_of = self.round.as_of
        return tuple(each for each in self.round.decisions if each.kind in kinds and each.holds_on(as_of))

    @cached_property
    def pins(self) -> tuple[Decision, ...]:
        """Pairs to be kept: pinned, accepted, held for now, or found by themselves."""
        return self._of(*KEEPING)

    @cached_property
    def vetoes(self) -> tuple[Decision, ...]:
        """Pairs that the coordinator does not want, as long as the veto or rejection lasts."""
        return self._of(*REFUSING)

    @cached_property
    def none_for_now(self) -> frozenset[str]:
        """People who would rather have nobody for now: a first-class answer."""
        return frozenset(d.beneficiary for d in self._of("none_for_now") if d.beneficiary)

    @cached_property
    def waivers(self) -> tuple[Decision, ...]:
        """Rules that a named manager set aside for one pair, company and task, until a day."""
        return self._of("waive")

    def waivers_for(
        self, beneficiary: str, mentors: Iterable[str], *, company: Company, task: str
    ) -> tuple[Decision, ...]:
        """Return the waivers in force that speak of just this."""
        ids = tuple(mentors)
        about = (each for each in self.waivers if each.is_about(beneficiary, ids, company=company))
        return tuple(each for each in about if task in each.tasks)

    def vetoed(self, beneficiary: str, mentors: Iterable[str], *, company: Company) -> bool:
        """Say whether a veto in force speaks of this."""
        ids = tuple(mentors)
        return any(veto.is_about(beneficiary, ids, company=company) for veto in self.vetoes)

    @cached_property
    def lifted(self) -> frozenset[str]:
        """The keys of protective rows that were lifted since the last proposal; an older lift is used up."""
        since = self.round.previous.proposal.as_of if self.round.previous else None
        lifts = self._of("lift")
        return frozenset(d.row for d in lifts if d.row and (since is None or d.at.date() >= since))

    @cached_property
    def answers(self) -> dict[str, YesNo]:
        """Answers by the question's key; the latest counts, and of two at the same time the careful one."""
        given = [(row.on.isoformat(), row.question, row.answer) for row in self.round.answers]
        given += [
            (d.at.isoformat(), d.question, d.answer) for d in self._of("answer") if d.question and d.answer
        ]
        ordered = sorted(given, key=lambda each: (each[0], each[2] == CAREFUL.get(each[1].split("/")[0])))
        return {question: answer for _, question, answer in ordered}

    def settled(self, cell: bool | None, question: str) -> bool | None:
        """Return a protective yes from the cell or the answer, whichever has it; None is not known."""
        answer = self.answers.get(question)
        if cell or answer == "yes":
            return True
        return None if cell is None and answer is None else False
