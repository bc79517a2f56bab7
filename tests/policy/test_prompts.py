"""What is to be thought of first stands in the proposal, and nothing else passes for it; by hand."""

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.policy.prompts import prompts_of
from matchmaker.verify.check import verify
from tests.rules.judging import day, decision, round_of

POLICY = Policy.standard()
WAIVER = decision(
    "waive", beneficiary="B1", mentors=["M1"], company="joint", tasks=["coffee_walk"], rule="language",
    mitigation="they meet with an interpreter", until=day(30), reason="agreed",
)  # fmt: skip
ROUND = round_of(
    mentor={"languages": ["Polish"], "expenses_ready": True},
    second={"available": False},
    beneficiary={"safe_contact": "post only", "free": ["Mon 10:00-12:00"]},
    rows={"decisions": [WAIVER]},
)
SAFE = "Look up how it is safe to reach B1 before anyone gets in touch."


def test_what_makes_a_waiver_safe_comes_first_and_how_to_reach_them_is_not_told():
    context = POLICY.context(ROUND)
    pair = Pair(
        (context.mentors["M1"],), context.beneficiaries["B1"], "joint",
        (("coffee_walk", context.venue["cafe_public"]),),
    )  # fmt: skip
    waived, *others = prompts_of(pair, POLICY, context=context)
    assert waived.endswith("What makes it safe: they meet with an interpreter.")
    assert others == [SAFE]


@pytest.mark.parametrize(
    "told", [lambda p: p[1:], lambda p: p[:1], lambda p: (), lambda p: (*p, "Meet at their home.")]
)
def test_one_that_is_left_out_or_added_by_hand_is_found(told):
    """Without it a worker would not hear what makes the waiver safe, or would write where it is not safe."""
    proposal = propose(ROUND, POLICY)
    (match,) = proposal.matches
    assert verify(ROUND, POLICY, proposal) == ()
    changed = match.model_copy(update={"prompts": told(match.prompts)})
    (breach,) = verify(ROUND, POLICY, proposal.model_copy(update={"matches": (changed,)}))
    assert (breach.code, breach.about) == ("wrong-words", ("B1", "M1"))
