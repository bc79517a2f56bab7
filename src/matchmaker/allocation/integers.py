"""Reads integers, and only integers: 2.0, True, "2" and NaN are not."""

from __future__ import annotations

import reprlib
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIMENSIONS = {
    "request": 1,
    "value": 2,
    "limit": 1,
    "option": 1,
    "amount": 1,
    "at_most": 1,
    "at_least": 1,
    "key": 1,
}
ADVICE = "Maybe convert it first, in a unit small enough that nothing is lost."


def shown(given: object) -> str:
    """Spell out a value, shortly, whatever it is: even one whose own words fail or fill a book."""
    try:
        return reprlib.repr(given)
    except Exception:
        return f"something of the type {type(given).__name__}"


class NotIntegers(Exception):
    """What was given is not an array of integers; the text follows the argument's name."""


def as_whole_number(given: object) -> int:
    """Return one integer."""
    if isinstance(given, bool | np.bool_) or not isinstance(given, int | np.integer):
        raise NotIntegers(f"is {shown(given)}, not an integer. {ADVICE}")
    return int(given)


def as_integers(name: str, given: object) -> NDArray[Any]:
    """Return a fresh int64 array (uint64 for `key`) of the right number of dimensions."""
    array = from_array(np.asanyarray(given)) if is_array(given) else from_list(given)
    wanted = DIMENSIONS[name]
    # A list cannot say (0, K), so an empty one means no levels.
    no_levels = name == "value" and array.shape == (0,) and not is_array(given)
    if array.ndim != wanted and not no_levels:
        shape = "one row a level" if wanted == 2 else "one row of numbers"
        raise NotIntegers(f" has {array.ndim} dimensions, not {wanted}. Maybe it should be {shape}.")
    return narrowed(array, np.uint64 if name == "key" else np.int64)


def is_array(given: object) -> bool:
    """Say whether something brings a type of its own, as arrays and series do."""
    return hasattr(given, "__array__")


def from_array(array: NDArray[Any]) -> NDArray[Any]:
    """Accept arrays of integers only."""
    masked = hasattr(array, "mask")  # asking for the class by name would import numpy.ma: 16 ms
    if array.dtype.kind not in "iu" or masked:
        kind = "masked values" if masked else str(array.dtype)
        raise NotIntegers(f" holds {kind}, not integers. {ADVICE}")
    return array


def from_list(given: object) -> NDArray[Any]:
    """Look at every element of a list: numpy would turn True and 2.0 into numbers of its own."""
    try:
        array = np.array(given, dtype=object)
    except ValueError as ragged:
        raise NotIntegers(" has rows of different lengths. Maybe one is cut off.") from ragged
    for place, element in np.ndenumerate(array):
        if isinstance(element, bool | np.bool_) or not isinstance(element, int | np.integer):
            where = f"[{', '.join(map(str, place))}]" if place else ""
            what = "a row of its own" if isinstance(element, list | tuple) else shown(element)
            raise NotIntegers(f"{where} is {what}, not an integer. {ADVICE}")
    return array


def narrowed(array: NDArray[Any], dtype: type[np.int64] | type[np.uint64]) -> NDArray[Any]:
    """Copy into 64 bits, refusing what would wrap."""
    span = np.iinfo(dtype)
    if array.size and (int(array.min()) < span.min or int(array.max()) > span.max):
        wrong = int(array.min()) if int(array.min()) < span.min else int(array.max())
        upto = f"{span.min} to {span.max}"
        raise NotIntegers(f" holds {wrong}. Maybe check it: it may be {upto}.")
    return np.array(array, dtype=dtype, subok=False)
