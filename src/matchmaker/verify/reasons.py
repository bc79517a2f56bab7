"""Does what is said to be in somebody's way stand there? Judged by the law, one mentor after the other.

The first reason given is looked at, which is in the way with most mentors; one with whom it is so is enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.domain.words import FIT_FLOOR, SINGLY, TOGETHER, VETOED
from matchmaker.policy.judgement import open_pair, state_of
from matchmaker.rules.law import objections
from matchmaker.verify.left import left_of

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.words import Company
    from matchmaker.limits.taking import What
    from matchmaker.policy import Policy
    from matchmaker.rules import Rule
    from matchmaker.rules.block import Party


def reason_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield everybody without a suggestion of whom no reason is given, or one that does not hold."""
    looked = _Reasons(proposal, policy, context)
    served = {match.beneficiary for match in proposal.matches}
    waiting = {person.id: person for person in context.requests if person.id not in served}
    for entry in proposal.unmatched:
        about, person = (entry.beneficiary,), waiting.get(entry.beneficiary)
        if person is None:
            continue  # that they are there at all is a breach of its own
        if not entry.objections:
            if proposal.status == "optimal" and context.mentors:
                yield Breach("no-reason", about, "Nothing says why there is no suggestion.")
        elif not looked.holds(entry.objections[0].code, person):
            code = entry.objections[0].code
            yield Breach("reason", about, f"{code} is said to be in the way, and with no mentor it is.")


@dataclass(frozen=True)
class _Reasons:
    proposal: Proposal
    policy: Policy
    context: Context

    def holds(self, code: str, person: Beneficiary) -> bool:
        """Say whether there is a mentor with whom this is in the way."""
        if code == VETOED:
            return any(veto.beneficiary == person.id for veto in self.context.decided.vetoes)
        if code == FIT_FLOOR:
            return any(self._too_thin(pair) for pair in self._open(person))
        mentors, rules = self.context.round.mentors, self.policy.rules_on
        if code in {rule.code for rule in rules}:
            alone = [rule for rule in rules if rule.code == code]
            return any(self._nowhere(alone, mentor, person) for mentor in mentors)
        if code == TOGETHER and any(self._only_together(mentor, person) for mentor in mentors):
            return True
        return any(self._no_room(pair, code) for pair in self._open(person))

    def _nowhere(self, rules: Sequence[Rule], mentor: Mentor, person: Beneficiary) -> bool:
        """Say whether these rules leave neither being alone nor joint visits for every task.

        A reason counts for a mentor when it leaves neither.
        """
        return not any(
            all(self._somewhere(rules, mentor, person, where=(task, company)) for task in person.wants_to_do)
            for company in SINGLY
        )

    def _somewhere(
        self, rules: Sequence[Rule], mentor: Mentor, person: Beneficiary, *, where: tuple[str, Company]
    ) -> bool:
        task, company = where
        for venue in self.context.venues_for(task):
            at = (task, company, venue)
            found = objections(rules, (mentor,), beneficiary=person, where=at, context=self.context)
            if state_of((each.closes for each in found), company, sheltered=venue.sheltered):
                return True
        return False

    def _only_together(self, mentor: Mentor, person: Beneficiary) -> bool:
        rules = self.policy.rules_on
        return self._nowhere(rules, mentor, person) and not any(
            self._nowhere([rule], mentor, person) for rule in rules
        )

    def _too_thin(self, pair: Pair) -> bool:
        ids, who = pair.mentor_ids, pair.beneficiary.id
        fit, context = self.policy.fit(pair, self.context), self.context
        return self.policy.below_floor(fit, person=who, mentors=ids, company=pair.company, context=context)

    def _no_room(self, pair: Pair, code: str) -> bool:
        """Say whether a limit leaves no room for this pair beside what is suggested; any, for `together`."""
        limits = [limit for limit in self.policy.limits_on if code in (limit.code, TOGETHER)]
        return any(
            amount > self._left.get((limit.code, key), amount)
            for limit in limits
            for key, amount in limit.taken(pair, self.context).items()
        )

    def _open(self, person: Beneficiary) -> Iterator[Pair]:
        """Yield every pair that the rules leave open, teams in the order in which they are listed."""
        context = self.context
        mentors = context.mentors
        parties: list[Party] = [(mentor,) for mentor in context.round.mentors]
        for team in context.round.teams:
            parties += [(mentors[a], mentors[b]) for a, b in permutations((team.one, team.other))]
        for party in parties:
            companies: tuple[Company, ...] = ("paired",) if len(party) == 2 else (*SINGLY, "group")
            for company in companies:
                found = open_pair(party, person, company=company, policy=self.policy, context=context)
                if found is not None:
                    yield found[0]

    @cached_property
    def _left(self) -> dict[What, int]:
        return left_of(self.proposal, self.policy, context=self.context)
