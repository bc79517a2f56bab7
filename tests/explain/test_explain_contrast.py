"""Two plans set beside each other: chains that add up, that are plans by themselves, and one sentence each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matchmaker.domain.round import Round
from matchmaker.errors import VerificationFailed
from matchmaker.explain import proposal_of
from matchmaker.explain.chain_words import Teller
from matchmaker.explain.contrast import contrast
from matchmaker.explain.for_others import Move, for_others
from matchmaker.explain.linked import linked
from matchmaker.explain.room import Room
from matchmaker.explain.sides import Side, side_of
from matchmaker.plan import Plan, Search, changes_between, forced_plan, make_plan
from matchmaker.plan.forced import worth_of
from matchmaker.plan.otherwise import instead, otherwise
from matchmaker.policy import Policy
from matchmaker.policy.order import Order
from matchmaker.verify.check import verify
from tests.cli.hamlet import hamlet, person
from tests.counts import SEED, count
from tests.rounds import random_round

POLICY = Policy.standard()
ORDERS = (
    POLICY,
    POLICY.model_copy(update={"priorities": ("urgent", "offered", "lift_worst", "waited")}),
    POLICY.model_copy(update={"priorities": ("waiting_order", "fit")}),
)
SEARCH = Search(seconds=600)
BATCH = 30


def plan_of(round_: Round, policy: Policy = POLICY) -> Plan:
    return make_plan(round_, policy, search=SEARCH)


def another(plan: Plan, seed: int) -> Plan:
    """Return a plan from the same options that is best by worths drawn at random."""
    drawn = np.random.default_rng(seed).integers(-20, 100, (1, len(plan.options)))
    found = otherwise(plan, drawn, search=SEARCH)
    assert found is not None
    assert found.best
    return found.plan


def taken_alone(plan: Plan, other: Plan, people: set[str]) -> Plan:
    """Return the first plan with the second one's suggestions for these people."""
    options = [o for o in plan.chosen if o.pair.beneficiary.id not in people]
    options += [o for o in other.chosen if o.pair.beneficiary.id in people]
    places = {option.name: place for place, option in enumerate(plan.options)}
    requests = {person.id: place for place, person in enumerate(plan.context.requests)}
    chosen = np.full(len(requests), -1)
    for option in options:
        chosen[requests[option.pair.beneficiary.id]] = places[option.name]
    return instead(plan, chosen, canonical=False)


@pytest.mark.parametrize("start", range(0, count("contrast_rounds"), BATCH))
def test_chains_add_up_and_each_is_a_plan_by_itself(start):
    chains = people = several = 0
    for seed in range(SEED + start, SEED + start + BATCH):
        past, choices = seed % 2 == 0, seed % 3 == 0
        round_ = random_round(seed, mentors=8, beneficiaries=12, previous=past, choices=choices)
        plan = plan_of(round_, ORDERS[seed % len(ORDERS)])
        if plan.answer is None or not plan.answer.has_plan or not plan.options:
            continue
        other = another(plan, seed)
        found, order = contrast(plan, other), Order(plan.policy, plan.context)
        first, second = (order.told(worth_of(each.chosen, order)) for each in (plan, other))
        assert found.gain == tuple(b - a for a, b in zip(first, second, strict=True)), seed
        assert found.unmoved == (0,) * len(first)
        gains = [chain.gain for chain in found.chains]
        assert all(gain is not None for gain in gains)
        assert tuple(map(sum, zip(*gains, strict=True))) == found.gain or not gains
        named = [move.beneficiary for chain in found.chains for move in chain.moves]
        changed = {change.beneficiary for change in changes_between(plan.chosen, other.chosen)}
        assert (len(named), set(named)) == (len(changed), changed), "everybody is in one chain"
        several += len(found.chains) > 1
        for chain in found.chains:
            chains += 1
            people += len(chain.moves)
            alone = taken_alone(plan, other, {move.beneficiary for move in chain.moves})
            assert verify(round_, plan.policy, proposal_of(alone)) == (), (seed, chain.sentence)
            # The first plan is the best there is, so no chain makes it better.
            assert chain.gain is not None
            assert chain.gain <= (0,) * len(first), (seed, chain.sentence)
            worth = order.told(worth_of(alone.chosen, order))
            assert chain.gain == tuple(b - a for a, b in zip(first, worth, strict=True))
    if start == 0:  # later ones may be rounds in which nobody could meet anybody
        assert people > chains > 15
        assert several > 3


def test_the_same_plan_has_no_chains():
    plan = plan_of(random_round(SEED + 1, mentors=8, beneficiaries=12))
    found = contrast(plan, plan)
    assert found.chains == ()
    assert found.gain == (0,) * 5
    assert plan.chosen
    assert found.means == "For everybody together it is just as good."


def village() -> Plan:
    """B1 and B2 have waited 6 weeks (42 days), B3 12 (84 days, which is overdue); two mentors, one place each."""
    people = [*hamlet()["beneficiaries"]]
    people[2] = person("B3", "Ali R.", asked_on="2026-08-24", wants_to_do=["court"])
    return plan_of(Round.from_dict(hamlet(beneficiaries=people)))


def choosing(plan: Plan, *names: tuple[str, str, str]) -> Side:
    """Return the plan that suggests these: person, mentor, company."""
    by_name = {option.name: option for option in plan.options}
    chosen = tuple(by_name[who, frozenset({mentor}), company] for who, mentor, company in names)
    return Side(plan.policy, plan.context, plan.order, chosen)


def test_a_place_given_up_is_a_place_taken():
    """B2 gives up M2 for B3: urgent 0, offered 1 - 1 = 0, overdue + 1; waited 84 - 42 = 42 days more.

    B1 stays, so the chain is the whole; how they fit is what the two options say.
    """
    plan = village()
    before = choosing(plan, ("B1", "M1", "alone"), ("B2", "M2", "joint"))
    after = choosing(plan, ("B1", "M1", "alone"), ("B3", "M2", "joint"))
    found = contrast(before, after)
    (chain,) = found.chains
    fit = after.chosen[1].worth[3] - before.chosen[1].worth[3]
    assert chain.gain == found.gain == (0, 0, 1, fit, 42)
    assert [move.beneficiary for move in chain.moves] == ["B2", "B3"]
    assert chain.sentence == (
        "B2, who had M2, has no suggestion for now, so that B3, who has waited 12 weeks, can meet M2."
    )
    assert chain.means.startswith("For everybody together, 1 more person who has waited too long would be")


def test_what_nobody_lacks_ties_nobody_together():
    """The worker's 4 joint hours and 4 first visits are enough for both, so B1 and B2 change by themselves."""
    plan = village()
    before = choosing(plan, ("B1", "M1", "alone"))
    after = choosing(plan, ("B1", "M1", "joint"), ("B2", "M2", "joint"))
    found = contrast(before, after)
    assert [chain.sentence for chain in found.chains] == [
        "B2, who has waited 6 weeks, can meet M2.",
        "B1 meets M1 together with their worker instead of alone.",
    ]
    assert [chain.gain[1] for chain in found.chains if chain.gain] == [1, 0]
    first, second = found.told
    assert first[1].startswith("For everybody together, 1 more person would be offered one")
    assert second[1].startswith("For everybody together, the introductions would fit")


def test_two_who_change_places_are_one_chain():
    plan = village()
    before = choosing(plan, ("B1", "M1", "alone"), ("B2", "M2", "joint"))
    after = choosing(plan, ("B1", "M2", "alone"), ("B2", "M1", "joint"))
    ((group, last, ties),) = linked(changes_between(before.chosen, after.chosen), before, after=after)
    assert [change.beneficiary for change in group] == ["B1", "B2"]
    assert last == frozenset()
    assert ties == ()
    (chain,) = contrast(before, after).chains
    assert (
        chain.sentence
        == "B1 meets M2 instead of M1 and B2 meets M1 instead of M2: each makes room for the other."
    )


def test_totals_that_the_suggestions_do_not_give_are_refused():
    plan = village()
    proposal = proposal_of(plan)
    assert side_of(proposal, POLICY, context=plan.context).chosen[0].worth == plan.chosen[0].worth
    first = proposal.priorities[1].model_copy(update={"total": 9})
    wrong = proposal.model_copy(
        update={"priorities": (proposal.priorities[0], first, *proposal.priorities[2:])}
    )
    with pytest.raises(VerificationFailed, match="not what its suggestions add up to"):
        side_of(wrong, POLICY, context=plan.context)


def test_totals_that_are_not_counted_alike_are_not_subtracted():
    plan = village()
    before = choosing(plan, ("B1", "M1", "alone"))
    found = contrast(before, replace(before, chosen=()), alike=False)
    assert (found.gain, found.unmoved, found.means) == (None, None, "")
    assert [chain.means for chain in found.chains] == [""]


def moved(who: str, before: str = "", after: str = "") -> Move:
    """Return a change from one mentor to another; without one there is none."""
    old, new = (tuple(filter(None, (each,))) for each in (before, after))
    return Move(who, old, new, "alone" if old else None, "alone" if new else None)


@pytest.mark.parametrize(
    ("moves", "last", "said"),
    [
        (
            [moved("B07", "M05", "M03"), moved("B13", after="M05")],
            {"B13"},
            "B07 meets M03 instead of M05, so that B13, who has waited 31 weeks, can meet M05.",
        ),
        ([moved("B13", after="M05")], {"B13"}, "B13, who has waited 31 weeks, can meet M05."),
        ([moved("B02", "M05")], {"B02"}, "B02, who had M05, has no suggestion for now."),
        ([moved("B21", "M05")], {"B21"}, "B21, who had M05, is no longer in the round."),
        (
            [moved("B22", "M05"), moved("B31", after="M05")],
            {"B31"},
            "B22, who had M05, makes no request now, so that B31, who is new, can meet M05.",
        ),
        (
            [moved("B07", "M05", "M03"), moved("B08", "M06", "M07"), moved("B09", "M05", "M06")],
            {"B08", "B09"},
            "B07 meets M03 instead of M05, so that B08 can meet M07 instead of M06 and B09 can meet M06 instead "
            "of M05.",
        ),
        (
            [*(moved(f"B{n}", "M1", "M2") for n in range(40, 45)), moved("B02", "M5"), moved("B13", after="M5")],
            {"B13"},
            "B40 meets M2 instead of M1, B02, who had M5, has no suggestion for now and 4 others meet somebody "
            "else, so that B13, who has waited 31 weeks, can meet M5.",
        ),
        (
            [moved("B02", "M5"), *(moved(f"B{n}", after="M5") for n in range(40, 45)), moved("B50", "M1", "M5")],
            {*(f"B{n}" for n in range(40, 45)), "B50"},
            "B02, who had M5, has no suggestion for now, so that B40 can meet M5, B41 can meet M5, 3 others can "
            "meet somebody and 1 other meets somebody else.",
        ),
    ],
)  # fmt: skip
def test_a_chain_is_one_sentence(moves, last, said):
    teller = Teller({"B21": "gone", "B22": "asks no more", "B31": "new"}, {"B13": 31})
    assert teller.told(moves, last) == said
    assert len(teller.one_by_one(moves, last)) == (len(moves) if "other" in said else 0)


def test_of_a_very_long_chain_some_are_told_and_the_rest_is_counted():
    """Twelve of sixty: both who gain or lose, then ten of the others; nobody reads sixty lines aloud."""
    moves = [moved(f"B{n}", "M1", "M2") for n in range(100, 158)]
    moves += [moved("B02", "M5"), moved("B13", after="M5")]
    teller = Teller({}, {"B13": 31})
    *told, last = teller.one_by_one(moves, {"B13"})
    assert len(told) == 12
    assert told[:2] == ["B100 meets M2 instead of M1.", "B101 meets M2 instead of M1."]
    assert told[-2:] == [
        "B02, who had M5, has no suggestion for now.",
        "B13, who has waited 31 weeks, can meet M5.",
    ]
    assert last == "And 48 others meet somebody else."
    assert len(teller.one_by_one(moves[:13], set())) == 13


def test_who_shares_no_mentor_is_told_what_they_do_share():
    """N1 has two first visits, which is one introduction: B1 gives up M1, and so B2 can meet M2."""
    data = hamlet()
    data["navigators"][0]["first_visits_free"] = 2
    plan = plan_of(Round.from_dict(data))
    before, after = choosing(plan, ("B1", "M1", "alone")), choosing(plan, ("B2", "M2", "joint"))
    (told,) = contrast(before, after).told
    assert told[:2] == (
        "B1, who had M1, has no suggestion for now, so that B2, who has waited 6 weeks, can meet M2.",
        "Those without a mentor in common share something else that is short: a worker's room for introduction visits (N1).",
    )
    same_mentor = choosing(plan, ("B2", "M1", "joint"))
    assert not contrast(before, same_mentor).chains[0].ties
    cost = for_others(
        forced_plan(plan, plan.places["B2"][0], search=SEARCH), Room(replace(plan, chosen=before.chosen))
    )
    assert cost.sentences[1:] == (
        "B2, who has no suggestion yet, would meet M2.",
        "B1 would have no suggestion for now; it was M1.",
        "Those without a mentor in common share something else that is short: a worker's room for introduction visits (N1).",
    )
