"""The tie-break is written three times: for the solver, for the checker, and for the exhaustive judge."""

from __future__ import annotations

import random

import numpy as np

from matchmaker.allocation.ties import hidden_levels
from matchmaker.certificate.ties import hidden_values
from tests.counts import SEED
from tests.oracles.exhaustive_allocation import hidden


def test_all_three_writings_agree():
    rng = random.Random(SEED)
    keys = [0, 1, 2**63, 2**64 - 1, *(rng.getrandbits(64) for _ in range(500))]
    ours = [hidden_values(key) for key in keys]
    assert ours == [hidden(key) for key in keys]
    theirs = hidden_levels(np.array(keys, np.uint64)).tolist()
    assert ours == list(zip(*theirs, strict=True))
    assert all(1 <= value <= 2**20 for pair in ours for value in pair)
