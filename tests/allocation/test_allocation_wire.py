"""Arrays on their way to another process."""

from __future__ import annotations

import tempfile

import numpy as np
import pytest

from matchmaker.allocation.wire import receive, send


@pytest.mark.parametrize(
    "arrays",
    [[], [[]], [[1, 2, 3], [], [-(2**62)]], [[[1, 2], [3, 4]], [5]]],
)
def test_what_is_sent_is_received(arrays):
    with tempfile.TemporaryFile() as file:
        send(file, [np.array(each, np.int64) for each in arrays])
        received = receive(file)
    assert [each.tolist() for each in received] == [np.ravel(each).tolist() for each in arrays]
    assert all(each.dtype == np.int64 for each in received)


def test_truth_and_every_other_column_are_sent_as_whole_numbers():
    with tempfile.TemporaryFile() as file:
        send(file, [np.array([True, False]), np.arange(6)[::2]])
        assert [each.tolist() for each in receive(file)] == [[1, 0], [0, 2, 4]]
