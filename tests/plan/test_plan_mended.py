"""A plan with something mended: whom it matches, what the whole plan gains, and how sure that is."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.compile import judged, sifted
from matchmaker.domain.mends import Cell, Mend, mended
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.openings import openings
from matchmaker.explain.room import Room
from matchmaker.explain.waiting import Waiting
from matchmaker.plan import Search, make_plan
from matchmaker.plan.mended import mended_options, mended_plan
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.oracles.test_oracle_rounds import small_round
from tests.rules.judging import round_of

POLICY, SEARCH = Policy.standard(), Search(seconds=60)
NO_PLAN: dict[str, Any] = {
    "mentor": {"check_in_plan": None},
    "second": {"available": False},
    "rows": {"teams": []},
}
AGREED = Mend("agree", "Agree a plan.", cells=(Cell("mentors", "M1", "check_in_plan", True),))


def test_a_door_is_opened_and_somebody_goes_through():
    """N1 has no joint hours and M1 no plan, so that B1 has nobody; with a plan M1 may meet them alone."""
    round_ = round_of(navigator={"joint_hours": 0}, **NO_PLAN)
    plan = make_plan(round_, POLICY, search=SEARCH)
    assert plan.chosen == ()
    found = mended_plan(plan, (AGREED,), beneficiary="B1", search=SEARCH)
    assert found.served is not None
    assert found.served.name == ("B1", frozenset(["M1"]), "alone")
    assert [option.name for option in found.opened] == [found.served.name]
    # Nobody was offered one, and now one is; what is ready earns 300 more; B1 has waited for 30 days.
    assert found.gain == (0, 1, 0, found.served.fit + 300, 30)
    assert [change.beneficiary for change in found.changes] == ["B1"]
    assert found.sure


def test_what_changes_nothing_gains_nothing():
    """B1 meets M1 jointly anyway; a device that M1 has already is no gain."""
    plan = make_plan(round_of(**NO_PLAN), POLICY, search=SEARCH)
    device = Mend("agree", "A device.", cells=(Cell("mentors", "M1", "device", True),))
    found = mended_plan(plan, (device,), beneficiary="B1", search=SEARCH)
    assert (found.opened, found.changes, set(found.gain)) == ((), (), {0})


def as_told(options):
    """Return everything about options that a plan could depend on."""
    return [
        (
            o.name,
            o.pair.mentor_ids,
            [(task, venue.code) for task, venue in o.pair.venues],
            o.state,
            o.fit,
            o.worth,
            o.key,
        )
        for o in options
    ]


@pytest.mark.parametrize("number", range(count("mended_rounds")))
def test_judging_again_only_whom_it_concerns_is_judging_everybody_again(number):
    """Every mend that anything in the round calls for, alone and with the one before it."""
    round_ = small_round(SEED + number)
    plan = make_plan(round_, POLICY, search=SEARCH)
    ledger, waiting = Ledger(plan.judged[0]), Waiting(plan, Room(plan))
    openings_of = (
        openings(waiting, ledger=ledger, beneficiary=person.id) for person in plan.context.requests
    )
    for opening in (each for found in openings_of for each in found):
        context = POLICY.context(mended(round_, opening.mends))
        everybody = sifted(
            judged(context.requests, policy=POLICY, context=context), policy=POLICY, context=context
        )
        found = mended_options(plan, opening.mends, context=context)
        assert as_told(found.options) == as_told(everybody.options), opening
        assert {o.name for o in found.below_floor} == {o.name for o in everybody.below_floor}
