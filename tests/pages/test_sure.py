"""How sure we are, in words where a number would mean nothing."""

from __future__ import annotations

import pytest

from matchmaker.engine import propose
from matchmaker.pages.summary import summary
from matchmaker.pages.sure import who_says_so
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


CHECK = "Anybody can check that no plan does better{}: the sums that prove it are kept with the plan."
CLAIM = "That no plan does better{} is the word of the program that looked for one; it is not proved in another way."
OF = " of the 3 things that matter, in their order"
SAID = [
    ("ccc", (CHECK.format(""),)),
    ("sss", (CLAIM.format(""),)),
    ("css", (CHECK.format(f" at the first{OF}"), CLAIM.format(f" at the next 2{OF}"))),
    ("ccs", (CHECK.format(f" at the first 2{OF}"), CLAIM.format(f" at the next{OF}"))),
    ("cnn", (CHECK.format(f" at the first{OF}"),)),
    ("snn", (CLAIM.format(f" at the first{OF}"),)),
    ("nnn", ()),
]
PROOF = {"c": "certified", "s": "solver-claimed", "n": "not proved"}


@pytest.mark.parametrize(("proofs", "words"), SAID)
def test_who_says_so_is_said_for_each_priority(proofs, words):
    found = propose(round_of(), Policy(priorities=("offered", "fit", "waited")))
    priorities = tuple(
        priority.model_copy(update={"proof": PROOF[proof]})
        for priority, proof in zip(found.priorities, proofs, strict=True)
    )
    told = found.model_copy(update={"priorities": priorities})
    assert who_says_so(told) == words
    text = " ".join(
        summary(round_of(), Policy(priorities=("offered", "fit", "waited")), proposal=told).split()
    )
    assert all(sentence in text for sentence in words)
    assert who_says_so(told.model_copy(update={"status": "impossible"})) == ()
