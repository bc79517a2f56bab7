"""Reads numbers and lists of integers, which numpy would turn into numbers of its own: True, 2.0, "2"."""

from __future__ import annotations

import operator
import reprlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ADVICE = "Maybe convert it first, in a unit small enough that nothing is lost."


class NotIntegers(Exception):
    """What was given is not an array of integers; the text follows the argument's name."""


def shown(given: object) -> str:
    """Spell out a value, shortly, whatever it is: even one whose own words fail or fill a book."""
    try:
        if type(given) is int and given.bit_length() > 256:
            return f"a number of {given.bit_length()} bits"
        return reprlib.repr(given)
    except Exception:
        return f"something of the type {type(given).__name__}"


def is_whole(given: object) -> bool:
    """Say whether something is one integer."""
    return isinstance(given, int | np.integer) and not isinstance(given, bool)


def as_whole_number(given: object) -> int:
    """Return one integer."""
    if not is_whole(given):
        raise NotIntegers(f"is {shown(given)}, not an integer. {ADVICE}")
    return operator.index(given)  # type: ignore[arg-type]


def from_list(given: Any, *, most: int) -> NDArray[Any]:
    """Return what a list holds, in one or two dimensions, as Python's own integers."""
    if is_whole(given):
        return np.array(operator.index(given), dtype=object)
    if not is_row(type(given)):
        raise NotIntegers(f" is {shown(given)}, not an integer. {ADVICE}")
    if len(given) > most:
        raise NotIntegers(f" holds {len(given)} numbers. Maybe split the problem: it may hold {most}.")
    kinds = set(map(type, given))
    if not kinds or not all(map(is_row, kinds)):
        return np.array(integers(given), dtype=object)
    if sum(map(len, given)) > most:
        raise NotIntegers(f" holds more than {most} numbers. Maybe split the problem.")
    rows = [integers(row, f"{at}, ") for at, row in enumerate(given)]
    if len({len(row) for row in rows}) > 1:
        raise NotIntegers(" has rows of different lengths. Maybe one is cut off.")
    return np.array(rows, dtype=object)


def is_row(kind: type) -> bool:
    """Say whether something of this type holds others; a text is one thing, and so is a number."""
    if issubclass(kind, np.generic | str | bytes):
        return False
    return issubclass(kind, Sequence) or hasattr(kind, "__array__")


def integers(row: Any, place: str = "") -> list[int]:
    """Return one row of integers; rows that are already lists of them cost no loop."""
    if hasattr(row, "dtype") and np.asarray(row).dtype.kind in "iu":
        row = np.asarray(row).tolist()
    if set(map(type, row)) <= {int}:
        return list(row)
    for at, each in enumerate(row):
        if not is_whole(each):
            what = "a row of its own" if is_row(type(each)) else shown(each)
            raise NotIntegers(f"[{place}{at}] is {what}, not an integer. {ADVICE}")
    return [operator.index(each) for each in row]
