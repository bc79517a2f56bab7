"""Judges the arrays of a numeric problem: all that is wrong at once, and nothing is coerced.

The solvers behind are unforgiving: floats are cut off, 64-bit numbers wrap and a negative index
ends the process, all without a word. So nothing passes here that is not exactly what it should be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from matchmaker.allocation.integers import DIMENSIONS, NotIntegers, as_integers, as_whole_number
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_REQUESTS = 10**7
LARGEST = 10**9
"""10^7 requests × 10^9 stays below 2^63, so no total of a plan can overflow."""

Arrays = dict[str, NDArray[Any]]


def checked(requests: object, given: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of a sound problem, or raise a ProblemError that lists every fault."""
    faults: list[str] = []
    count = read_requests(requests, faults)
    arrays = read_arrays(given, faults)
    fill_in(arrays, given)
    faults += lengths(arrays) or [*ranges(arrays, count), *repetitions(arrays)]
    if faults:
        raise ProblemError("\n".join(faults))
    for array in arrays.values():
        array.setflags(write=False)
    return {"requests": count, **arrays}


def read_requests(requests: object, faults: list[str]) -> int | None:
    """Read the number of requests."""
    try:
        count = as_whole_number(requests)
    except NotIntegers as fault:
        faults.append(f"requests {fault}")
        return None
    if 0 <= count <= MOST_REQUESTS:
        return count
    faults.append(f"requests is {count}. Maybe check it: it may be 0 to {MOST_REQUESTS}.")
    return None


def read_arrays(given: Mapping[str, object], faults: list[str]) -> Arrays:
    """Read every array that is one, and note why the others are not."""
    arrays: Arrays = {}
    for name, values in given.items():
        if values is None and name in ("at_least", "key"):
            continue
        try:
            arrays[name] = as_integers(name, values)
        except NotIntegers as fault:
            faults.append(f"{name}{fault}")
    if "value" in arrays and "request" in arrays and arrays["value"].ndim == 1:
        arrays["value"] = arrays["value"].reshape(0, len(arrays["request"]))
    return {name: array for name, array in arrays.items() if array.ndim == DIMENSIONS[name]}


def fill_in(arrays: Arrays, given: Mapping[str, object]) -> None:
    """Give the arguments that may be left out their meaning."""
    if given["at_least"] is None and "at_most" in arrays:
        arrays["at_least"] = np.zeros(len(arrays["at_most"]), np.int64)
    if given["key"] is None and "request" in arrays:
        arrays["key"] = np.arange(len(arrays["request"]), dtype=np.uint64)


def lengths(arrays: Arrays) -> list[str]:
    """Compare the lengths of arrays that speak of the same things."""
    found = []
    pairs = ("value", "request"), ("key", "request"), ("option", "limit"), ("amount", "limit")
    for name, other in (*pairs, ("at_least", "at_most")):
        if name in arrays and other in arrays:
            here, there = arrays[name].shape[-1], len(arrays[other])
            if here != there:
                found.append(
                    f"{name} has {here} entries, {other} has {there}. "
                    "Maybe one of them belongs to another problem."
                )
    return found


def ranges(arrays: Arrays, requests: int | None) -> list[str]:
    """Find numbers outside what they may be, the first of each argument with its place."""
    ends = {name: len(arrays[name]) - 1 for name in ("request", "at_most") if name in arrays}
    spans: dict[str, tuple[int | None, int | None]] = {
        "request": (0, None if requests is None else requests - 1),
        "value": (-LARGEST, LARGEST),
        "limit": (0, ends.get("at_most")),
        "option": (0, ends.get("request")),
        "amount": (0, LARGEST),
        "at_most": (0, None),
        "at_least": (0, None),
    }
    return [
        fault
        for name, (low, high) in spans.items()
        if name in arrays and (fault := outside(name, arrays[name], span=(low, high)))
    ]


def outside(name: str, array: NDArray[Any], *, span: tuple[int | None, int | None]) -> str | None:
    """Describe the first entry outside a span, and how many more there are."""
    low, high = span
    bad = np.zeros(array.shape, np.bool_)
    if low is not None:
        bad |= array < low
    if high is not None:
        bad |= array > high
    if not bad.any():
        return None
    place = tuple(int(i) for i in np.argwhere(bad)[0])
    more = f" (and {bad.sum() - 1} more)" if bad.sum() > 1 else ""
    where = ", ".join(map(str, place))
    upto = "2^63 - 1" if high is None else "nothing" if high < 0 else str(high)
    return f"{name}[{where}] is {array[place]}{more}. Maybe check it: it may be {low} to {upto}."


def repetitions(arrays: Arrays) -> list[str]:
    """Find triples that name the same option of the same limit twice, and keys used twice."""
    found = []
    if "limit" in arrays and "option" in arrays:
        pairs = np.stack([arrays["limit"], arrays["option"]])
        unique, counts = np.unique(pairs, axis=1, return_counts=True)
        if (counts > 1).any():
            limit, option = unique[:, counts > 1][:, 0]
            found.append(
                f"limit and option name the pair ({limit}, {option}) twice. Maybe add up the two amounts."
            )
    if "key" in arrays:
        keys, counts = np.unique(arrays["key"], return_counts=True)
        if (counts > 1).any():
            found.append(
                f"key {keys[counts > 1][0]} names two options. "
                "Maybe derive keys from everything that makes an option different."
            )
    return found
