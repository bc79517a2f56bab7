"""What holds for every test: fixed examples, no clock, no network."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.counts import DEEP, count

# No deadline: a slow machine is not a wrong answer; speed lives in benchmarks/.
# Derandomised: the same commit gives the same result wherever it is tested.
settings.register_profile(
    "matchmaker",
    max_examples=count("hypothesis"),
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("matchmaker")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what only big counts make worth its time, and say so."""
    if DEEP:
        return
    for item in items:
        if item.get_closest_marker("deep"):
            item.add_marker(pytest.mark.skip(reason="big counts only: make deep"))
