"""A round compiled once and asked many times: why, why not, and what it would mean for others.

The file is long because it is the one door to every question; what answers each stands elsewhere.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.engine.about_whom import mentor_of, who_asked
from matchmaker.engine.alternatives import Alternatives
from matchmaker.engine.fairness import fair_to
from matchmaker.engine.recruiting import short_of
from matchmaker.engine.reopened import as_proposed, made_from
from matchmaker.engine.trying import remedies_for
from matchmaker.engine.whole_plans import whole_plans
from matchmaker.explain.about import About
from matchmaker.explain.checked import checked
from matchmaker.explain.competing import competing
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.nobody import nobody
from matchmaker.explain.remedies import Tried
from matchmaker.explain.room import Room
from matchmaker.explain.waiting import Waiting
from matchmaker.explain.why import Why, beside, closed_ways, other_way
from matchmaker.explain.why_not import WhyNot, ways_of
from matchmaker.plan import Plan, Search, make_plan
from matchmaker.plan.solving import heard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.explain.fair_to import FairTo
    from matchmaker.explain.nobody import Nobody
    from matchmaker.explain.remedies import TriedRemedy
    from matchmaker.explain.short_of import ShortOf
    from matchmaker.explain.whole_plans import WholePlans
    from matchmaker.policy import Policy


class Study:
    """One proposal and everything it was chosen from; what is asked is worked out when it is asked."""

    def __init__(
        self,
        round_: Round,
        policy: Policy,
        proposal: Proposal,
        *,
        search: Search | None = None,
        plan: Plan | None = None,
    ) -> None:
        """Take a proposal with the round and the policy it was made from.

        Args:
            round_: the round.
            policy: the policy.
            proposal: what `propose` made of them.
            search: how long each question may take; two workers and 30 seconds if left out.
            plan: the plan it was read off, if that is still at hand; else it is solved again.

        Raises:
            ArgumentError: the proposal was made from another round or policy.
        """
        made_from(proposal, round_, policy=policy)
        self._round, self._policy, self._proposal = round_, policy, proposal
        self._search, self._given = search or Search(), plan

    def why_not(self, mentor: str, beneficiary: str) -> WhyNot:
        """Return what stands between a mentor and a person, or what choosing it would mean for others.

        Raises:
            ArgumentError: there is no such mentor, or nobody of that id has asked for one.
        """
        context = self._plan.context
        one, other = mentor_of(mentor, context), who_asked(beneficiary, context)
        ways = ways_of(self._plan, self._room, mentor=one, beneficiary=other)
        possible = any(way.stands == "possible" for way in ways)
        suggested = any(way.stands == "suggested" for way in ways)
        cost = self._alternatives.cheapest(mentor, beneficiary) if possible and not suggested else None
        return WhyNot(mentor, beneficiary, ways, cost)

    def why(self, beneficiary: str) -> Why:
        """Return why somebody has the suggestion they have, and up to three others with what they would mean.

        Raises:
            ArgumentError: nobody of that id has asked for a mentor.
        """
        plan = self._plan
        person = who_asked(beneficiary, plan.context).id
        here = plan.match_of(person)
        others = self._alternatives.best(person, here)
        costs = map(self._alternatives.means, others)
        ways = tuple(
            other_way(plan.options[place], cost, plan=plan)
            for place, cost in zip(others, costs, strict=True)
            if cost.possible is not False
        )
        following = plan.options[others[0]] if others else None
        if here is None:
            return Why(person, (), None, (), (), (), (), ways, nobody=self._nobody(person))
        because = (each.because for each in self._policy.contributions(here.pair, plan.context))
        return Why(
            person,
            here.pair.mentor_ids,
            here.pair.company,
            tuple(filter(None, because)),
            following.pair.mentor_ids if following else (),
            beside(here, following, plan=plan),
            closed_ways(here, plan),
            ways,
            checked(here, plan),
        )

    def recruit_next(self) -> ShortOf:
        """Return what we are short of: mentors who would help, workers' room, answers, and on whom we rely.

        All of it together takes no longer than one search; what was not reached is said.

        Raises:
            SolverError: a solver broke its word.
        """
        return short_of(self._plan, self._proposal, search=self._search)

    def other_plans(self, *, near: int = 3, loss_percent: int = 2) -> WholePlans:
        """Return whole plans beside the recommended one: two of another idea, and some nearly as good.

        Args:
            near: how many at most that are nearly as good, as different as could be found in time.
            loss_percent: how much of the fit those may lose; what counts before the fit is as it is.
        """
        return whole_plans(
            self._plan, self._proposal, near=near, loss_percent=loss_percent, search=self._search
        )

    def what_would_help(self, beneficiary: str) -> tuple[TriedRemedy, ...]:
        """Return what would help somebody without a suggestion, cheapest first, each seen by solving again.

        Nothing for somebody who has one. Small changes are looked for, of two things to do at most.

        Raises:
            ArgumentError: nobody of that id has asked for a mentor.
        """
        return self.tried(beneficiary).remedies

    def about(self, beneficiary: str) -> About:
        """Return all that is told about somebody: why this or why nobody yet, and what would help.

        Raises:
            ArgumentError: nobody of that id has asked for a mentor.
        """
        return About(self.why(beneficiary), self.tried(beneficiary))

    def tried(self, beneficiary: str, *, search: Search | None = None) -> Tried:
        """Return what `what_would_help` returns, and how far was looked.

        Args:
            beneficiary: who.
            search: how long all of it may take; as for every question, if left out.

        Raises:
            ArgumentError: nobody of that id has asked for a mentor.
        """
        plan, within = self._plan, search or self._search
        person = who_asked(beneficiary, plan.context).id
        if plan.match_of(person) is not None:
            return Tried((), "to the end")
        return remedies_for(self._waiting, ledger=self._ledger, beneficiary=person, search=within)

    def _nobody(self, person: str) -> Nobody | None:
        entry = next((each for each in self._proposal.unmatched if each.beneficiary == person), None)
        if entry is None:
            return None
        group = competing(self._plan, self._room, beneficiary=person)
        return nobody(self._plan, entry, ledger=self._ledger, group=group)

    def fair_to(self, groups: Mapping[str, str]) -> FairTo:
        """Return how the plan turns out for groups of people, in large numbers only; no plan knows of them.

        Args:
            groups: the group of each person, by the person's id; who is not in it has not said.
        """
        return fair_to(self._plan, groups, search=self._search)

    @cached_property
    def _alternatives(self) -> Alternatives:
        return Alternatives(self._plan, self._room, self._search)

    @cached_property
    def _ledger(self) -> Ledger:
        return Ledger(self._plan.judged[0])

    @cached_property
    def _room(self) -> Room:
        return Room(self._plan)

    @cached_property
    def _waiting(self) -> Waiting:
        return Waiting(self._plan, self._room)

    @property
    def proposal(self) -> Proposal:
        """What is studied."""
        return self._proposal

    @property
    def plan(self) -> Plan:
        """The plan behind the proposal, for whatever else is worked out from it."""
        return self._plan

    @cached_property
    def _plan(self) -> Plan:
        """The plan behind the proposal, solved once; what was proposed counts, even if time cut it short."""
        plan = self._given or heard(make_plan(self._round, self._policy, search=self._search), self._search)
        return as_proposed(plan, self._proposal)
