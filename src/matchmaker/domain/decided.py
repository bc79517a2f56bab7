"""What has been decided and answered, as it stands on the day of the round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Round
from matchmaker.domain.words import Company, DecisionKind, YesNo


@dataclass(frozen=True)
class Decided:
    """The decisions of a round, and the answers from rows and decisions."""

    round: Round

    def _of(self, kind: DecisionKind) -> tuple[Decision, ...]:
        return tuple(decision for decision in self.round.decisions if decision.kind == kind)

    @cached_property
    def pins(self) -> tuple[Decision, ...]:
        """Pairs that the coordinator wants kept."""
        return self._of("pin")

    @cached_property
    def vetoes(self) -> tuple[Decision, ...]:
        """Pairs that the coordinator does not want, as long as the veto lasts."""
        as_of = self.round.as_of
        return tuple(veto for veto in self._of("veto") if veto.until is None or as_of <= veto.until)

    def vetoed(self, beneficiary: str, mentors: Iterable[str], *, company: Company) -> bool:
        """Say whether a veto in force speaks of this."""
        ids = tuple(mentors)
        return any(veto.is_about(beneficiary, ids, company=company) for veto in self.vetoes)

    @cached_property
    def lifted(self) -> frozenset[str]:
        """The keys of protective rows that were lifted once they were gone."""
        return frozenset(decision.row for decision in self._of("lift") if decision.row)

    @cached_property
    def answers(self) -> dict[str, YesNo]:
        """Answers by the question's key; the latest counts, and of two at the same time a yes."""
        given = [(row.on.isoformat(), row.answer, row.question) for row in self.round.answers]
        given += [
            (d.at.isoformat(), d.answer, d.question) for d in self._of("answer") if d.question and d.answer
        ]
        return {question: answer for _, answer, question in sorted(given)}
