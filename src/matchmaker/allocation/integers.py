"""Reads integers, and only integers: 2.0, True, "2" and NaN are not.

Sizes are looked at before anything is copied, and what is copied is judged afterwards, so that
nothing can change in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from matchmaker.allocation.lists import ADVICE, NotIntegers, from_list, shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_REQUESTS = 10**7
MOST_LEVELS = 1000
MOST = {
    "request": 2 * 10**7,
    "value": 2 * 10**8,
    "limit": 10**8,
    "option": 10**8,
    "amount": 10**8,
    "at_most": 10**7,
    "at_least": 10**7,
    "key": 2 * 10**7,
}
"""How many numbers an argument may hold; what is longer would need more memory than a machine has."""


def as_integers(name: str, given: object) -> NDArray[Any]:
    """Return a fresh int64 array (uint64 for `key`) of the right number of dimensions."""
    try:
        if hasattr(given, "__array__"):
            array = from_array(given, most=MOST[name])
        else:
            array = from_list(given, most=MOST[name])
            if name == "value" and array.shape == (0,):
                array = array.reshape(0, 0)  # a list cannot say (0, K), so an empty one means no levels
        return narrowed(shaped(name, array), np.uint64 if name == "key" else np.int64)
    except NotIntegers:
        raise
    except Exception as fault:  # a class of the caller's own may fail in any way it likes
        kind = type(fault).__name__
        raise NotIntegers(f" cannot be read ({kind}). Maybe give a list or a numpy array.") from fault


def from_array(given: Any, *, most: int) -> NDArray[Any]:
    """Copy an array of integers, whatever class it comes as."""
    array = np.asanyarray(given)
    masked = hasattr(array, "mask")  # asking for the class by name would import numpy.ma: 16 ms
    array = np.asarray(array)
    if array.dtype.kind not in "iu" or masked:
        kind = "masked values" if masked else str(array.dtype)[:40]
        raise NotIntegers(f" holds {kind}, not integers. {ADVICE}")
    if array.size > most:
        raise NotIntegers(f" holds {array.size} numbers. Maybe split the problem: it may hold {most}.")
    return np.array(array, order="C")


def shaped(name: str, array: NDArray[Any]) -> NDArray[Any]:
    """Refuse the wrong number of dimensions, and more levels than anybody compares."""
    wanted = 2 if name == "value" else 1
    if array.ndim != wanted:
        shape = "one row a level" if wanted == 2 else "one row of numbers"
        raise NotIntegers(f" has {array.ndim} dimensions, not {wanted}. Maybe it should be {shape}.")
    if name == "value" and len(array) > MOST_LEVELS:
        raise NotIntegers(f" has {len(array)} levels. Maybe turn it: it may have {MOST_LEVELS}, one a row.")
    return array


def narrowed(array: NDArray[Any], dtype: type[np.int64] | type[np.uint64]) -> NDArray[Any]:
    """Say it in 64 bits, refusing what would wrap."""
    if array.dtype == dtype or not array.size:
        return array.astype(dtype, copy=False)
    span, low, high = np.iinfo(dtype), int(array.min()), int(array.max())
    if low < span.min or high > span.max:
        wrong = shown(low if low < span.min else high)
        raise NotIntegers(f" holds {wrong}. Maybe check it: it may be {span.min} to {span.max}.")
    return array.astype(dtype)
