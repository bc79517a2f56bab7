"""Two proposals side by side: what can be subtracted is, what cannot is told as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from matchmaker.domain.round import Round
from matchmaker.explain.comparing import compared
from matchmaker.explain.sides import Side
from matchmaker.plan import Search, make_plan
from matchmaker.plan.forced import worth_of
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from tests.cli.hamlet import hamlet, person
from tests.counts import SEED, count
from tests.rounds import random_round

POLICY = Policy.standard()
ICM = Policy.preset("icm")
SEARCH = Search(seconds=600)
BATCH = 30


def plan_of(policy: Policy = POLICY, **collections: object) -> Side:
    return as_side(Round.from_dict(hamlet(**collections)), policy)


def as_side(round_: Round, policy: Policy = POLICY) -> Side:
    plan = make_plan(round_, policy, search=SEARCH)
    return Side(policy, plan.context, Order(policy, plan.context), plan.chosen)


@pytest.mark.parametrize("start", range(0, count("contrast_rounds"), BATCH))
def test_everybody_is_named_once_and_sums_hold_between_any_two_rounds(start):
    """The first of two rounds with the second's people as its own: some are new, some gone, some ask anew."""
    everybody = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        first = as_side(random_round(seed, mentors=7, beneficiaries=9))
        second = as_side(random_round(seed + 1, mentors=6, beneficiaries=12))
        found = compared(first, second)
        named = [*found.gains, *found.loses, *found.moves, *found.other_way]
        named += [who for people in found.people.values() for who in people]
        assert len(named) == len(set(named)), seed
        asked, asks = ({p.id for p in each.context.requests} for each in (first, second))
        had, has = ({o.pair.beneficiary.id for o in each.chosen} for each in (first, second))
        assert set(found.gains) == (has - had) & asked & asks
        assert set(found.loses) == (had - has) & asked & asks
        both = {o.name for o in first.chosen} & {o.name for o in second.chosen}
        kept = {who for who, _, _ in both}
        assert {*found.moves, *found.other_way} == (had & has & asked & asks) - kept
        everybody += len(named)
        if not found.unlike:
            assert found.contrast.gain is not None
        assert "apart" not in " ".join(found.sentences)
    assert everybody > BATCH


def test_a_plan_beside_itself():
    plan = plan_of()
    found = compared(plan, plan)
    assert found.sentences == ("The two plans are the same.",)
    assert found.contrast.gain == (0,) * 5


def test_the_same_suggestions_of_whom_more_is_known():
    """B1 likes chess no more: nobody moves, and the introductions fit less well by what interests gave."""
    low = [row for row in hamlet()["situations"] if row["beneficiary"] in ("B1", "B2")]
    people = [*hamlet()["beneficiaries"]][:2]
    first = plan_of(beneficiaries=people, situations=low)
    people = [person("B1", "Sam T.", likes=[]), people[1]]
    second = plan_of(beneficiaries=people, situations=low)
    assert {o.name for o in first.chosen} == {o.name for o in second.chosen}
    found = compared(first, second)
    lost = first.chosen[0].worth[3] - second.chosen[0].worth[3]
    assert lost > 0
    assert found.contrast.gain == found.contrast.unmoved == (0, 0, 0, -lost, 0)
    assert found.sentences == (
        "The two plans are the same.",
        "For everybody together, the introductions would fit less well.",
        "Some of that comes from what is known now of people whose suggestion stays.",
    )


def test_another_month_says_who_is_new_who_is_gone_and_who_has_begun():
    """B1 has begun with M1, B2 is gone, B3 does not ask now, B6 is new and takes what B2 gave up."""
    first = plan_of()
    programme = {**hamlet()["programme"], "as_of": "2026-12-14"}
    people = [person("B1", "Sam T."), person("B3", "Ali R.", wants="maybe_later"), person("B6", "Ola W.")]
    row = {"id": "X1", "beneficiary": "B1", "mentor": "M1", "state": "active", "started_on": "2026-11-20"}
    low = [row for row in hamlet()["situations"] if row["beneficiary"] in ("B1", "B3")]
    low.append({**low[0], "beneficiary": "B6"})
    second = plan_of(programme=programme, beneficiaries=people, matches=[row], situations=low)
    found = compared(first, second)
    assert found.unlike == ("they are of different days", "not the same people ask in both")
    assert found.people == {
        "new": ("B6",), "asks now": (), "gone": ("B2",), "asks no more": ("B3",), "has begun": ("B1",),
    }  # fmt: skip
    assert (found.gains, found.loses, found.moves) == ((), (), ())
    assert [chain.sentence for chain in found.contrast.chains] == [
        "B2, who had M2, is no longer in the round, so that B6, who is new, can meet M2."
    ]
    assert found.first.as_of == date(2026, 11, 16)
    assert found.sentences[:2] == (
        "The first is of 16 November 2026, the second of 14 December 2026.",
        "In the second plan 1 person has a suggestion, in the first 2.",
    )
    assert "Suggested in the first plan, and under way by the second: B1." in found.sentences


def test_somebody_who_asks_now_and_did_not_before():
    people = [*hamlet()["beneficiaries"]]
    people[1] = person("B2", "Jo L.", wants="no")
    found = compared(plan_of(beneficiaries=people), plan_of())
    assert found.people["asks now"] == ("B2",)
    assert (
        "B3, who had M2, has no suggestion for now, so that B2, who did not ask before, can meet M2."
        in found.sentences
    )


def test_who_gains_who_loses_and_who_moves_are_told_before_the_chains():
    whole = plan_of()
    by_person = {option.pair.beneficiary.id: option for option in whole.chosen}
    first = replace(whole, chosen=(by_person["B1"],))
    found = compared(first, replace(whole, chosen=(by_person["B2"],)))
    assert (found.gains, found.loses) == (("B2",), ("B1",))
    assert found.sentences[:3] == (
        "In the second plan 1 person has a suggestion, in the first 1.",
        found.contrast.means,
        "Has a suggestion now: B2.",
    )
    assert found.sentences[3] == "Has none for now: B1."
    order = Order(POLICY, whole.context)
    lost, won = (worth_of([by_person[who]], order) for who in ("B1", "B2"))
    assert found.contrast.gain == tuple(b - a for a, b in zip(lost, won, strict=True))
