"""A certificate is believed when its sums come out, and told apart from every one that does not add up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matchmaker.certificate import Certificate, faults_of, proved_levels
from tests.certificate.by_hand import CERTIFICATE, EVERYBODY, GIVEN, PLAN, with_limits, with_prices


def faults(given=GIVEN, plan=PLAN, certificate=CERTIFICATE):
    return faults_of(given, plan, certificate=certificate)


def test_the_worked_example_is_proved():
    """Level 0: everybody's best is 1 − 1 = 0, and 0 + 1 + 1 = 2 people.

    Level 1: Ash keeps 8 − 5 = 3, Bo the better of 6 − 5 = 1 and 5 − 4 = 1, Cy 4 − 4 = 0;
    3 + 1 + 0 for them and 5 + 4 for the two places are 13, and the plan is worth 8 + 5 = 13.
    """
    assert faults() == ()
    assert proved_levels(GIVEN, CERTIFICATE) == 2


def test_other_prices_may_prove_the_same_plan():
    """Ash 8 − 6 = 2, Bo 6 − 6 = 5 − 5 = 0, Cy 4 − 5 is less than nothing: 2 + 6 + 5 = 13."""
    assert faults(certificate=with_prices((1, 1), (6, 5))) == ()


def test_prices_that_are_too_high_or_too_low_leave_room():
    """(7, 7): Ash 1, and 1 + 7 + 7 = 15. (0, 0): 8 + 6 + 4 = 18."""
    assert faults(certificate=with_prices((1, 1), (7, 7))) == (
        "level 1: the prices leave room for 15, and the plan reaches 13",
    )
    assert faults(certificate=with_prices((1, 1), (0, 0))) == (
        "level 1: the prices leave room for 18, and the plan reaches 13",
    )


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ((0, -1, 3), "level 1: the prices leave room for 13, and the plan reaches 12"),
        ((-1, 1, 3), "level 1: the prices leave room for 13, and the plan reaches 10"),
        ((0, -1, -1), "level 0: the prices leave room for 2, and the plan reaches 1"),
        ((0, 1, -1), "limit 0 is used up to 2, and may be from 0 to 1"),
        ((0, 3, -1), "request 1 is served by option 3, which is for request 2"),
        ((-1, 0, 3), "request 1 is served by option 0, which is for request 0"),
    ],
)
def test_any_other_plan_is_refused(plan, words):
    assert faults(plan=plan) == (words,)


def test_a_plan_that_is_better_later_but_not_now_is_refused():
    """Where Ash alone is worth 20, serving only Ash has the better fit, and one person fewer."""
    given = replace(
        with_limits(({0: 1}, 1, 0), ({1: 1, 2: 1, 3: 1, 0: 1}, 1, 0)),
        value=((1, 1, 1, 1), (20, 6, 5, 4)),
    )
    assert faults(given, (0, -1, -1), with_prices((0, 1), (0, 6))) == ()
    assert faults(given, (-1, 1, -1), with_prices((0, 1), (0, 6))) == (
        "level 1: the prices leave room for 20, and the plan reaches 6",
    )


def test_what_an_earlier_level_settled_is_not_settled_again():
    """Two people are best at level 0, so both places are full from then on, whatever level 1 thinks of it.

    Of −8, −6, −5 and −4, two people cost least with Bo at M1 and Cy at M2: −6 − 4 = −10. At prices of −6 and −4
    Bo keeps −6 + 6 = 0 and Cy −4 + 4 = 0, Ash −8 + 6 < 0; full places are −6 − 4 = −10.
    """
    given = replace(GIVEN, value=((1, 1, 1, 1), (-8, -6, -5, -4)))
    assert faults(given, (-1, 1, 3), with_prices((1, 1), (-6, -4))) == ()
    assert faults(given, (-1, -1, -1), with_prices((0, 0), (0, 0))) == (
        "level 0: the prices leave room for 3, and the plan reaches 0",
    )


def test_a_minimum_is_paid_for_by_a_price_below_nothing():
    """Bo is pinned to M1, worth −3 there: −3 + 8 = 5 = what M2 would give, and 5 − 8 × 1 = −3."""
    given = replace(with_limits(({1: 1}, 1, 1)), value=((0, -3, 5, 0),))
    assert faults(given, (-1, 1, -1), with_prices((-8,))) == ()
    assert faults(given, (-1, 1, -1), with_prices((-7,))) == (
        "level 0: the prices leave room for -2, and the plan reaches -3",
    )
    assert faults(given, (-1, 2, -1), with_prices((-8,))) == (
        "limit 0 is used up to 0, and may be from 1 to 1",
    )


def test_a_limit_in_hours_is_counted_by_how_many_fit():
    """Of 65, 70, 65 and 75 minutes (one way each, Bo has two) two fit into 200: 65 + 65 <= 200 < 65 + 65 + 75."""
    given = replace(with_limits(({0: 65, 1: 70, 2: 65, 3: 75}, 200, 0)), value=((1, 1, 1, 1),))
    assert faults(given, (0, 2, -1), with_prices((1,))) == ()
    assert faults(given, (0, -1, -1), with_prices((1,))) == (
        "level 0: the prices leave room for 2, and the plan reaches 1",
    )


def test_an_option_that_no_limit_could_ever_take_is_nobodys_best():
    given = replace(with_limits(({0: 3, 1: 1, 2: 1, 3: 1}, 2, 0)), value=((9, 1, 1, 1),))
    assert faults(given, (-1, 1, 3), with_prices((0,))) == ()


def test_a_limit_that_takes_nothing_of_an_option_does_not_touch_it():
    given = replace(with_limits(({0: 0, 1: 1, 2: 1, 3: 1}, 1, 0)), value=((1, 1, 1, 1),))
    assert faults(given, (0, 1, -1), with_prices((1,))) == ()


def test_a_limit_that_nobody_covered_touches_has_no_price():
    given = with_limits(({0: 1}, 1, 0), ({3: 1}, 1, 0))
    apart = Certificate((0,), ((0, 1),))
    assert faults(given, (0, 1, 3), apart) == ("limit 1 has a price, and nobody who is covered touches it",)


def test_a_part_may_be_proved_and_then_proves_no_level_for_everybody():
    """Ash with M1 shares nothing with Cy and M2."""
    given = with_limits(({0: 1}, 1, 0), ({3: 1}, 1, 0))
    part = Certificate((0,), ((0, 0), (0, 0)))
    assert faults(given, (0, 2, -1), part) == ()
    assert proved_levels(given, part) == 0
    assert faults(given, (-1, 2, 3), part) != ()


def test_who_could_not_be_served_anyway_need_not_be_covered():
    given = replace(GIVEN, requests=4)
    assert faults(given, (*PLAN, -1), CERTIFICATE) == ()
    assert proved_levels(given, CERTIFICATE) == 2


def test_a_part_that_shares_a_priced_limit_with_somebody_else_is_no_part():
    part = Certificate((0,), ((1, 0), (5, 0)))
    assert faults(certificate=part) == (
        "limit 0 has a price and is shared with request 1, which is not covered",
    )


def test_a_shared_limit_without_a_price_does_no_harm():
    """Ash shares M1 with Bo. Nobody could do better for Ash than 8, and Ash has 8, whatever M1 leaves for Bo."""
    part = Certificate((0,), ((0, 0), (0, 0)))
    assert faults(certificate=part) == ()
    assert faults(plan=(-1, 1, 3), certificate=part) == (
        "level 0: the prices leave room for 1, and the plan reaches 0",
    )


def test_a_limit_that_asks_for_more_than_there_can_be_is_kept_by_no_plan():
    """All four together take 4, and 9 are asked for."""
    given = with_limits(({0: 1, 1: 1, 2: 1, 3: 1}, 9, 9))
    assert faults(given, (0, 2, 3), with_prices((-1,))) == (
        "limit 0 is used up to 3, and may be from 9 to 9",
    )


def test_fewer_rows_of_prices_speak_of_the_first_levels_only():
    assert faults(plan=(0, -1, 3), certificate=with_prices((1, 1))) == ()
    assert proved_levels(GIVEN, with_prices((1, 1))) == 1
    assert faults(plan=(0, 1, -1), certificate=with_prices()) != ()
    assert proved_levels(GIVEN, with_prices()) == 0


def test_ties_are_judged_by_name():
    """Two mentors alike for one person: the keys decide, and only one of the two plans is proved."""
    given = replace(
        GIVEN, requests=1, request=(0, 0), value=(), limit=(), option=(), amount=(), at_most=(), at_least=(),
        key=(1, 2),
    )  # fmt: skip
    proved = [plan for plan in ((0,), (1,), (-1,)) if not faults(given, plan, Certificate((0,), ((), ())))]
    assert len(proved) == 1
    assert proved != [(-1,)]


def test_numbers_of_any_size_are_added_up_exactly():
    """A price that is 1 too low among 10^30: Ash and Bo keep 1 more each, and the place costs 1 less."""
    vast = 10**30
    given = replace(GIVEN, value=tuple(tuple(vast * v for v in row) for row in GIVEN.value))
    prices = tuple(tuple(vast * price for price in row) for row in CERTIFICATE.prices)
    assert faults(given, PLAN, Certificate(EVERYBODY, prices)) == ()
    off = (prices[0], (prices[1][0] - 1, prices[1][1]))
    assert faults(given, PLAN, Certificate(EVERYBODY, off)) == (
        f"level 1: the prices leave room for {13 * vast + 1}, and the plan reaches {13 * vast}",
    )
