"""Plans of the tiny round, to be explained part by part."""

from __future__ import annotations

from typing import Any

from matchmaker.explain.ledger import Ledger
from matchmaker.explain.room import Room
from matchmaker.plan import Plan, Search, make_plan
from matchmaker.policy import Policy
from tests.rules.judging import round_of

POLICY = Policy.standard()
ALONE: dict[str, Any] = {"rows": {"teams": []}}
"""Nobody goes as a team, so that there are four ways: M1 or M2, alone or joint."""


def plan_of(policy: Policy = POLICY, **different: Any) -> Plan:
    """Return the plan of the tiny round with these differences."""
    return make_plan(round_of(**different), policy, search=Search())


def room_and_ledger(plan: Plan) -> tuple[Room, Ledger]:
    return Room(plan), Ledger(plan.judged[0])
