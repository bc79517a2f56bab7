"""Everything about one person: first what, then because, then what would change it."""

from __future__ import annotations

from matchmaker.engine import Study, propose
from matchmaker.explain.about import NOTHING, About
from matchmaker.plan import Search
from matchmaker.policy import Policy
from tests.rules.judging import round_of

POLICY = Policy.standard()


def about(**different) -> About:
    round_ = round_of(**({"rows": {"teams": []}} | different))
    study = Study(round_, POLICY, propose(round_, POLICY))
    return study.about("B1")


def test_what_then_because_then_what_would_help():
    """M1 has a module to do, M2 is away."""
    found = about(mentor={"training": ["boundaries", "safeguarding"]}, second={"available": False})
    assert found.sentences == (
        "B1 has no suggestion yet.",
        "What is in the way: training and checks (with 1 mentor); mentors who take on nobody new at present "
        "(with 1 mentor).",
        "M1, alone, comes near: M1 has still to do safety.",
        "What would help: M1 does safety.",
        "Then B1 could meet M1, together with their worker.",
        "Nobody else would be moved.",
    )
    assert found.as_data()["what_would_help"][0]["do"] == ["M1 does safety."]


def test_where_nothing_small_helps_that_is_said():
    polish = {"languages": ["Polish"]}
    assert about(mentor=polish, second=polish).sentences[-1] == NOTHING["to the end"]


def test_nothing_is_to_be_helped_where_there_is_a_suggestion():
    said = about().sentences
    assert NOTHING["to the end"] not in said
    assert not [sentence for sentence in said if sentence.startswith("What would help")]


def test_not_having_had_time_is_not_having_found_nothing():
    round_ = round_of(second={"available": False}, mentor={"training": ["safety"]}, rows={"teams": []})
    study = Study(round_, POLICY, propose(round_, POLICY), search=Search(seconds=0.001))
    assert study.about("B1").sentences[-1] == "There was not enough time to find out what would help."
