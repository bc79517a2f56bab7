"""What is said of two plans side by side where they cannot be subtracted, or one suggests nobody."""

from __future__ import annotations

from dataclasses import replace

from matchmaker.explain.comparing import compared
from matchmaker.explain.comparison import Comparison
from tests.explain.test_explain_comparing import ICM, plan_of


def test_totals_of_two_policies_stand_side_by_side():
    found: Comparison = compared(plan_of(), plan_of(ICM))
    assert found.unlike == ("the two were made under different policies",)
    assert found.contrast.gain is None
    assert found.first.policy != found.second.policy
    assert "People offered an introduction: 2 in the first, 2 in the second." in found.sentences
    assert not any("for everybody together" in sentence.lower() for sentence in found.sentences)
    assert not any("fit" in sentence for sentence in found.sentences), "a fit means nothing by itself"


def test_a_run_that_suggests_nobody_or_was_stopped_says_so():
    plan = plan_of()
    pinned = replace(plan, chosen=(), status="impossible")
    assert compared(plan, pinned).sentences[:2] == (
        "No plan can keep every pin of the second run, so it suggests nobody.",
        "In the second plan 0 people have a suggestion, in the first 2.",
    )
    stopped = compared(replace(plan, status="feasible"), plan).sentences
    assert stopped == (
        "That no plan does better than the first is not proved: the search was stopped before.",
        "The two plans are the same.",
    )
