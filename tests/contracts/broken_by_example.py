"""Sound plans that do just what a hand-worked example of a rule objects to; made for any rule there is.

The rule is set aside and a plan is written by hand that meets so, with nothing else against it. Then the
rule is back, and the plan still claims what it claimed. Each example is tried in several rounds, and in
every other task, company and place in which the rule objects as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, NamedTuple

from matchmaker.compile import judged
from matchmaker.compile.options import Option
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.proposal import Priority, Proposal
from matchmaker.domain.words import Company
from matchmaker.explain.proposal import proposal_of
from matchmaker.explain.room import Room
from matchmaker.plan import Plan
from matchmaker.policy import Policy
from matchmaker.policy.judgement import may_join
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion
from matchmaker.rules.law import objections_to
from matchmaker.verify.check import verify
from tests.rules.judging import Example, round_of
from tests.rules.tables import objecting

STANDARD = Policy.standard()
COMPANIES: tuple[Company, ...] = ("alone", "paired", "joint", "group")
ROUNDS: Sequence[Mapping[str, Any]] = tuple(
    {"mentor": {"hours_per_week": hours, "people_at_once": people}, "navigator": {"first_visits_free": free}}
    for hours, people, free in product((4, 5, 6, 8), (2, 3, 4), (4, 5, 6, 7))
)
"""Room that is more than enough; an example that says otherwise has the last word."""


class Way(NamedTuple):
    """Where an example meets; the names and defaults are those of `judge`."""

    task: str = "coffee_walk"
    company: Company = "alone"
    venue: str = "cafe_public"
    leads: bool = True


@dataclass(frozen=True)
class Broken:
    """A plan, the policy without the rule, under which it is sound, and the policy that it breaks."""

    why: str
    way: Way
    context: Context
    proposal: Proposal
    without: Policy
    policy: Policy

    def codes(self, policy: Policy) -> set[str]:
        """Return what verify finds when this is said to be a plan under that policy."""
        claims = self.proposal.model_copy(update={"policy_hash": policy.fingerprint})
        return {breach.code for breach in verify(self.context.round, policy, claims)}


def broken(code: str, most: int) -> list[Broken]:
    """Return plans for each example in which the rule objects: so many as it says, so many elsewhere."""
    found: list[Broken] = []
    for row in objecting(code):
        way = Way(**{name: value for name, value in row.given.items() if name in Way._fields})
        found += islice((case for each in ROUNDS for case in _cases(code, row, way, each)), most)
        elsewhere = (other for other in _ways(row) if other != way)
        found += islice((case for other in elsewhere for case in _cases(code, row, other, ROUNDS[0])), most)
    return found


def _ways(row: Example) -> Iterator[Way]:
    context = _context(row, "coffee_walk", {})
    for task in context.vocabulary.tasks:
        for company, venue in product(COMPANIES, context.venues_for(task)):
            yield Way(task, company, venue.code)


def _cases(code: str, row: Example, way: Way, different: Mapping[str, Any]) -> Iterator[Broken]:
    """Yield the plan, if the rule and nothing else objects to it, there is room, and somebody asked."""
    policy, without = policies(code, row.given.get("rule") or {})
    context = _context(row, way.task, different)
    party = {"paired": ("M1", "M2") if way.leads else ("M2", "M1")}.get(way.company, ("M1",))
    mentors = tuple(context.mentors[name] for name in party)
    for person in context.requests:
        if way.company == "group" and not _hosted(mentors[0], person, way, context):
            continue
        pair = Pair(mentors, person, way.company, ((way.task, context.venue[way.venue]),))
        against = {objection.code for objection in objections_to(policy.rules_on, pair, context=context)}
        plan = _plan(pair, without, context)
        if against == {code} and Room(plan).at_all(pair):
            yield Broken(row.why, way, context, _proposed(plan), without, policy)


def _hosted(host: Mentor, person: Beneficiary, way: Way, context: Context) -> bool:
    """Say whether there is such a group at all; without one it is no rule that is broken."""
    return may_join(host, person, context) and way.venue in context.groups.places(host.id)


def policies(code: str, parameters: Mapping[str, Any]) -> tuple[Policy, Policy]:
    """Return the standard policy with the parameters of an example, and the same without the rule."""
    (rule,) = (rule for rule in STANDARD.rules if rule.code == code)
    rest = tuple(other for other in STANDARD.rules if other is not rule)
    own = type(rule)(**parameters)
    policy = STANDARD.model_copy(update={"rules": (*rest, own)})
    return policy, STANDARD.model_copy(update={"rules": rest})


def _context(row: Example, task: str, different: Mapping[str, Any]) -> Context:
    differences = {name: dict(value) for name, value in row.given.items() if isinstance(value, Mapping)}
    differences.pop("rule", None)
    for name, cells in different.items():
        differences[name] = dict(cells) | differences.get(name, {})
    differences["beneficiary"] = differences.get("beneficiary", {}) | {"wants_to_do": [task]}
    return Context(round_of(**differences))


def _plan(pair: Pair, policy: Policy, context: Context) -> Plan:
    """Return a plan that suggests just this pair, as ready."""
    fit = policy.fit(pair, context)
    option = Option(pair, "ready", fit, Order(policy, context).worth(Suggestion(pair, "ready", fit)), 0)
    blocks = judged(context.requests, policy=policy, context=context)
    return Plan(policy, context, blocks, (option,), (option,), None)


def _proposed(plan: Plan) -> Proposal:
    """Return the proposal of a plan made by hand, with the totals that it adds up to."""
    proposal, (option,) = proposal_of(plan), plan.chosen
    stated = tuple(
        Priority(name=name, total=total, bound=total, proof="solver-claimed")
        for name, total in zip(plan.policy.priorities, option.worth, strict=True)
    )
    return proposal.model_copy(update={"priorities": stated, "status": "optimal"})
