"""Plans made by hand of just what an example of a limit says; for any limit there is.

`pinned` says the same in the words of a coordinator: each pair of the plan is a pin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from matchmaker.compile import judged
from matchmaker.compile.options import Option
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.proposal import Priority, Proposal
from matchmaker.domain.round import Round
from matchmaker.explain.proposal import proposal_of
from matchmaker.plan import Plan
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion
from matchmaker.rules.law import objections_to
from matchmaker.verify.check import plan_breaches
from tests.limits.judging import Example, crowd, limit_with
from tests.rules.judging import decision

STANDARD = Policy.standard()
ROUNDS: Sequence[Mapping[str, Any]] = tuple(
    {
        "mentor": {"hours_per_week": hours, "people_at_once": people},
        "second": {"hours_per_week": hours, "people_at_once": people},
        "navigator": {"first_visits_free": free, "joint_hours": hours},
    }
    for hours, people, free in product((5, 6, 8), (3, 4), (6, 7))
)
"""Room that is more than enough for whatever else a plan takes; the example has the last word."""


@dataclass(frozen=True)
class Planned:
    """A plan that claims to be sound, and the policies with and without the limit."""

    why: str
    round: Round
    proposal: Proposal
    policy: Policy
    without: Policy

    def codes(self, policy: Policy) -> set[str]:
        """Return what verify finds when this is said to be a plan under that policy; it gives no reasons."""
        claims = self.proposal.model_copy(update={"policy_hash": policy.fingerprint})
        return {breach.code for breach in plan_breaches(self.round, policy, proposal=claims)}


def planned(code: str, row: Example, most: int = 1) -> Iterator[Planned]:
    """Yield the plan of an example in up to so many rounds, where no rule objects to any of it."""
    policy, without = policies(code, row.limit)
    for different in ROUNDS[:most]:
        round_ = round_with(row, different)
        context = policy.context(round_)
        pairs = row.pairs(context)
        if any(tuple(objections_to(policy.rules_on, pair, context=context)) for pair in pairs):
            continue
        yield Planned(row.why, round_, _proposed(pairs, without, context), policy, without)


def pinned(code: str, row: Example) -> Iterator[tuple[Round, Policy]]:
    """Yield the round in which every pair of the plan is pinned."""
    policy, _ = policies(code, row.limit)
    for different in ROUNDS[:1]:
        round_ = round_with(row, different)
        pairs = row.pairs(policy.context(round_))
        yield round_.with_decisions(Round.from_dict(_with_pins(round_, pairs)).decisions), policy


def policies(code: str, parameters: Mapping[str, Any]) -> tuple[Policy, Policy]:
    """Return the standard policy with the parameters of an example, and the same without the limit."""
    rest = tuple(other for other in STANDARD.limits if other.code != code)
    policy = STANDARD.model_copy(update={"limits": (*rest, limit_with(code, **parameters))})
    return policy, STANDARD.model_copy(update={"limits": rest})


def round_with(row: Example, different: Mapping[str, Any]) -> Round:
    given = dict(row.given)
    for name, cells in different.items():
        given[name] = dict(cells) | dict(given.get(name) or {})
    return crowd(**given)


def _with_pins(round_: Round, pairs: Sequence[Pair]) -> dict[str, Any]:
    pins = [
        decision("pin", beneficiary=p.beneficiary.id, mentors=p.mentor_ids, company=p.company)
        | {"id": f"D{place}"}
        for place, p in enumerate(pairs)
    ]
    return round_.model_dump(mode="json") | {"decisions": pins}


def _proposed(pairs: Sequence[Pair], policy: Policy, context: Context) -> Proposal:
    """Return the proposal of a plan made by hand, with the totals that it adds up to."""
    options = tuple(_option(pair, policy, context) for pair in pairs)
    blocks = judged(context.requests, policy=policy, context=context)
    proposal = proposal_of(Plan(policy, context, blocks, options, options, None))
    totals = [sum(values) for values in zip(*(option.worth for option in options), strict=True)]
    stated = tuple(
        Priority(name=name, total=total, bound=total, proof="solver-claimed")
        for name, total in zip(policy.priorities, totals, strict=True)
    )
    return proposal.model_copy(update={"priorities": stated, "status": "optimal"})


def _option(pair: Pair, policy: Policy, context: Context) -> Option:
    fit = policy.fit(pair, context)
    return Option(pair, "ready", fit, Order(policy, context).worth(Suggestion(pair, "ready", fit)), 0)
