"""What we're short of: every figure against exhaustive search or solving the changed round anew."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine.recruiting.strain import Strain
from matchmaker.explain.newcomers import WORKERS_LIMITS
from matchmaker.explain.room import Room
from matchmaker.plan import make_plan
from matchmaker.plan.clock import Clock
from matchmaker.plan.newcomers import Newcomers, joined
from matchmaker.plan.scanned import scanned
from tests.counts import SEED, count
from tests.engine.newcomers import POLICY, SEARCH, values_of, with_a_plan
from tests.oracles.rounds_exhaustive import best_totals

BATCH = 10


def test_a_flow_tells_of_every_newcomer_what_solving_with_them_says():
    told = 0
    for seed in range(SEED, SEED + 4 * count("newcomer_rounds")):
        values = values_of(with_a_plan(seed), seed)
        pool = Newcomers(
            values.plan,
            tuple(values.trained.mentor(c.profile, f"{n}") for n, c in enumerate(values.candidates)),
        )
        ids = [each.mentor.id for each in pool.newcomers]
        found = scanned(pool, values.base, ids=ids)
        for name, plan in found.items():
            assert plan.answer.totals == pool.joining([name], search=SEARCH).answer.totals, seed
        told += len(found)
    assert told >= 40


def less(one, other):
    return tuple(a - b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("start", range(0, count("newcomer_rounds"), BATCH))
def test_what_one_more_mentor_is_worth_is_what_the_best_of_all_plans_is_worth_more(start):
    asked = won = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        values = values_of(with_a_plan(seed), seed)
        round_ = values.plan.context.round
        before = best_totals(round_, POLICY)
        for place, found in enumerate(values.alone(Clock.of(SEARCH))):
            value = values.value(place, found)
            newcomer = values.trained.mentor(value.profile, "again")
            with_it = joined(round_, [newcomer])
            best = best_totals(with_it, POLICY)
            assert before is not None
            assert best is not None
            assert value.gain.exact, seed
            assert value.gain.more == less(best, before), (seed, value.profile)
            # Whoever could meet them could, and has nobody: the new round's own plan says the same.
            plan = make_plan(with_it, POLICY, search=SEARCH)
            open_to = {o.pair.beneficiary.id for o in plan.options if newcomer.mentor.id in o.pair.mentor_ids}
            if place < len(values.candidates) - 2:
                assert {*value.could_meet} == open_to - values.plan.served
            asked += 1
            won += value.helps
    if start == 0:
        assert asked >= 10
        assert won >= 3


FLOWS = tuple(SEED + each for each in (28, 30, 62))
"""Rounds that are flows, in which more than one newcomer would help."""


@pytest.mark.parametrize("seed", [*range(SEED, SEED + count("newcomer_rounds"), 10), *FLOWS])
def test_the_best_next_ones_are_worth_what_is_said_and_more_than_any_others_where_that_is_said(seed):
    values = values_of(with_a_plan(seed), seed)
    best = values.best(list(values.alone(Clock.of(SEARCH))), Clock.of(SEARCH))
    assert best.finished
    assert seed not in FLOWS or (best.proved and len(best.steps) > 1)
    last = None
    for number, step in enumerate(best.steps, 1):
        those = [values.trained.mentor(each.profile, f"x{n}") for n, each in enumerate(best.steps[:number])]
        plan = make_plan(joined(values.plan.context.round, those), POLICY, search=SEARCH)
        now = tuple(priority.total for priority in plan.priorities)
        base = tuple(priority.total for priority in values.plan.priorities)
        assert step.in_all.more == less(now, base), seed
        if best.proved:
            places = combinations_with_replacement(range(len(values.candidates)), number)
            every = (values.plan_with(each, SEARCH).answer.totals for each in places)
            assert plan.answer is not None
            assert max(every) == plan.answer.totals
        assert last is None or step.in_all.more >= last
        last = step.in_all.more


@pytest.mark.parametrize("seed", range(SEED, SEED + count("newcomer_rounds"), 4))
def test_rooms_and_reliance_are_what_the_changed_round_says(seed):
    plan = with_a_plan(seed)
    round_ = plan.context.round
    assert plan.answer is not None
    strain, clock = Strain(plan, plan.answer, Room(plan)), Clock.of(SEARCH)
    before = best_totals(round_, POLICY)
    for more in strain.rooms(clock):
        assert more is not None
        assert more.gain.exact
        best = best_totals(with_room(round_, more.worker, more.code, more.amount), POLICY)
        assert best is not None
        assert before is not None
        assert more.gain.more == less(best, before), (seed, more)
    relied_on = {each.mentor: each for each in strain.relied_on(clock) if each is not None}
    pinned = {mentor for pin in plan.context.decided.pins for mentor in pin.mentors}
    for mentor in (mentor.id for mentor in round_.mentors):
        if mentor in pinned:
            continue
        left = best_totals(on_a_break(round_, mentor), POLICY)
        assert left is not None
        assert before is not None
        fewer = before[1] - left[1]
        assert (mentor in relied_on) == (fewer > 0), (seed, mentor)
        if fewer > 0:
            assert len(relied_on[mentor].people) >= fewer
            assert (relied_on[mentor].fewer, relied_on[mentor].exact) == (fewer, True)


def with_room(round_: Round, worker: str, code: str, amount: int) -> Round:
    """Return the round in which a worker has so much more of something."""
    names = dict(zip(WORKERS_LIMITS, ("first_visits_free", "supervision_places", "joint_hours"), strict=True))
    more = amount / 60 if code == "joint-hours" else amount
    rows = [
        row.model_copy(update={names[code]: getattr(row, names[code]) + more}) if row.id == worker else row
        for row in round_.navigators
    ]
    return round_.model_copy(update={"navigators": tuple(rows)})


def on_a_break(round_: Round, mentor: str) -> Round:
    rows = [
        row.model_copy(update={"available": row.available and row.id != mentor}) for row in round_.mentors
    ]
    return round_.model_copy(update={"mentors": tuple(rows)})
