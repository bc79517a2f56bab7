"""The room that everybody without a suggestion would need: by hand."""

from __future__ import annotations

from matchmaker.explain.room import Room
from matchmaker.explain.waiting import Waiting
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from tests.limits.judging import crowd, like_b1

ROOMY = {"people_at_once": 9, "hours_per_week": 20}
VISITS = ("introduction-visits", "N1")


def visits_needed(*others: str) -> int | None:
    """Return how many more visits of N1 are needed by those of B1 and some others whom the plan leaves out."""
    round_ = crowd(others=like_b1(*others), mentor=ROOMY, second=ROOMY)
    plan = make_plan(round_, Policy.standard(), search=Search())
    return Waiting(plan, Room(plan)).needs.get(VISITS)


def test_whoever_has_a_suggestion_needs_nothing_more():
    """N1 makes four visits, two for each of B1 and B2."""
    assert visits_needed("B2") is None


def test_everybody_else_needs_what_one_way_takes_less_what_is_left():
    # Four visits are used by two of the people; each of the others needs two, and none is left: n × 2 - 0.
    assert visits_needed("B2", "B3") == 1 * 2 - 0
    assert visits_needed("B2", "B3", "B4") == 2 * 2 - 0
