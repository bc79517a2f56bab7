"""What the suggestions take of each limit, and what they leave, added up by hand."""

from __future__ import annotations

from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.verify.left import left_of, room_of, used_of, uses_of
from matchmaker.verify.pairs import pair_of
from tests.limits.judging import crowd, like_b1

POLICY = Policy.standard()
ROOMY = {"people_at_once": 9, "hours_per_week": 20}
VISITS = ("introduction-visits", "N1")


def test_what_is_left_is_what_there_is_without_what_is_taken():
    """N1 has 4 introduction visits, and an introduction takes 2: one leaves 4 − 2 = 2, two leave 0."""
    round_ = crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY)
    proposal, context = propose(round_, POLICY), POLICY.context(round_)
    first, _ = proposal.matches
    one = proposal.model_copy(update={"matches": (first,)})
    assert room_of(POLICY, context)[VISITS] == 4
    assert uses_of(pair_of(first, context), POLICY, context=context)[VISITS] == 2
    assert [used_of(each, POLICY, context=context)[VISITS] for each in (one, proposal)] == [2, 4]
    assert [left_of(each, POLICY, context=context)[VISITS] for each in (one, proposal)] == [2, 0]
    thrice = proposal.model_copy(update={"matches": (first,) * 3})
    assert left_of(thrice, POLICY, context=context)[VISITS] == -2
