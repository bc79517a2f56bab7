"""Sends arrays of whole numbers from one process to another, as raw 64-bit integers."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from matchmaker.allocation.problem import Ints


def send(file: IO[bytes], arrays: Iterable[NDArray[Any]]) -> None:
    """Write arrays one after the other, and go back to the beginning of the file."""
    whole = [np.ascontiguousarray(array, np.int64).ravel() for array in arrays]
    for array in (np.array([len(whole), *map(len, whole)], np.int64), *whole):
        file.write(array.data)
    file.seek(0)


def receive(file: IO[bytes]) -> list[Ints]:
    """Read the arrays that were sent; each comes with one dimension."""
    count = int(np.fromfile(file, np.int64, 1)[0])
    lengths = np.fromfile(file, np.int64, count).tolist()
    return [np.fromfile(file, np.int64, length) for length in lengths]
