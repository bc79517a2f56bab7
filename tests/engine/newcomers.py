"""Rounds for which there is a plan, and what one more mentor would bring there."""

from __future__ import annotations

from itertools import count

from matchmaker.engine.recruiting.candidates import Candidate, Candidates
from matchmaker.engine.recruiting.short import NEXT
from matchmaker.engine.recruiting.trained import Trained
from matchmaker.engine.recruiting.values import Values
from matchmaker.explain.profiles import Profile
from matchmaker.explain.room import Room
from matchmaker.plan import Plan, Search, make_plan
from matchmaker.policy import Policy
from tests.domain.random_cells import AREAS, TASKS, TIMES, Draw
from tests.oracles.test_oracle_rounds import small_round

POLICY = Policy.standard()
SEARCH = Search(seconds=600)


def with_a_plan(seed: int) -> Plan:
    """Return the plan of the round of a seed, or of a later one where what is pinned allows none."""
    plans = (make_plan(small_round(number), POLICY, search=SEARCH) for number in count(seed, 10_000))
    return next(plan for plan in plans if plan.answer is not None and plan.answer.has_plan)


def values_of(plan: Plan, seed: int) -> Values:
    """Return the candidates of a plan and two that are drawn."""
    assert plan.answer is not None
    trained = Trained(plan, Room(plan))
    candidates = (*Candidates(plan, trained).found(), *(drawn(Draw(10 * seed + n)) for n in range(2)))
    return Values(plan, plan.answer, candidates, trained, NEXT)


def drawn(draw: Draw) -> Candidate:
    """Draw a profile that nobody asked for."""
    task, wish = draw.choice(TASKS), draw.choice(((), ("a woman",)))
    times = tuple(dict.fromkeys(draw.choice(TIMES) for _ in range(2)))
    words = draw.choice(((), ("Polish",)))
    return Candidate(Profile((task,), (task,), draw.choice(AREAS), times, words, wish, False), (), ())
