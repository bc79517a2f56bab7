"""A proposal of a search that was stopped says so, all the way to the page."""

from __future__ import annotations

import threading

import pytest

from matchmaker.engine import propose
from matchmaker.pages.summary import summary
from matchmaker.plan import Search
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import SEED
from tests.rounds import random_round

SENTENCE = "Run again, this may come out differently: we stopped looking before the end."


def stopped_by_cancel() -> Search:
    stop = threading.Event()
    stop.set()
    return Search(cancel=stop)


def stopped_by_the_clock() -> Search:
    return Search(seconds=1e-9)


@pytest.mark.parametrize("how", [stopped_by_cancel, stopped_by_the_clock])
def test_what_was_stopped_early_is_sound_and_not_called_reproducible(how):
    round_, policy = random_round(SEED, mentors=4, beneficiaries=5), Policy.standard()
    proposal = propose(round_, policy, search=how())
    assert (proposal.status, proposal.reproducible) == ("feasible", False)
    assert verify(round_, policy, proposal) == ()
    assert SENTENCE in " ".join(summary(round_, policy, proposal=proposal).split())


def test_what_was_finished_is_reproducible_and_nothing_is_said():
    round_, policy = random_round(SEED, mentors=4, beneficiaries=5), Policy.standard()
    proposal = propose(round_, policy, search=Search(workers=1))
    assert (proposal.status, proposal.reproducible) == ("optimal", True)
    assert proposal.to_json() == propose(round_, policy, search=Search(workers=2)).to_json()
    assert SENTENCE not in " ".join(summary(round_, policy, proposal=proposal).split())
