"""How sure we are, in words where a number would mean nothing."""

from __future__ import annotations

import pytest

from matchmaker.engine import propose
from matchmaker.pages.summary import summary
from matchmaker.policy import Policy
from tests.rules.judging import round_of


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fit", "How well the introductions fit: as well as they can."),
        ("lift_worst", "the worst of them lifted first: as far as it goes."),
        ("waiting_order", "nobody could be offered one in place of somebody who asked later."),
        ("offered", "People offered an introduction: 1, and no plan reaches more."),
    ],
)
def test_a_priority_is_told_without_a_number_that_means_nothing(name, said):
    round_, policy = round_of(), Policy(priorities=(name,))
    text = " ".join(summary(round_, policy, proposal=propose(round_, policy)).split())
    assert said in text
