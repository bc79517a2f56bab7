"""Judges the arrays of a numeric problem: all that is wrong at once, and nothing is coerced.

The solvers behind are unforgiving: floats are cut off, 64-bit numbers wrap and a negative index
ends the process, all without a word. So nothing passes here that is not exactly what it should be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from matchmaker.allocation.integers import MOST_REQUESTS, as_integers
from matchmaker.allocation.lists import NotIntegers, as_whole_number, shown
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGEST = 10**9
"""10^7 requests × 10^9 stays below 2^63, so no total of a plan can overflow."""

Arrays = dict[str, NDArray[Any]]


def checked(requests: object, given: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of a sound problem, or raise a ProblemError that lists every fault."""
    faults: list[str] = []
    count = read_requests(requests, faults)
    arrays = read_arrays(given, faults)
    faults += [*lengths(arrays), *ranges(arrays, count), *repetitions(arrays)]
    if faults:
        raise ProblemError("\n".join(faults))
    fill_in(arrays)
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
    faults.append(f"requests is {shown(count)}. Maybe check it: it may be 0 to {MOST_REQUESTS}.")
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
    if "value" in arrays and "request" in arrays and arrays["value"].shape == (0, 0):
        arrays["value"] = arrays["value"].reshape(0, len(arrays["request"]))
    return arrays


def fill_in(arrays: Arrays) -> None:
    """Give the arguments that may be left out their meaning."""
    arrays.setdefault("at_least", np.zeros(len(arrays["at_most"]), np.int64))
    arrays.setdefault("key", np.arange(len(arrays["request"]), dtype=np.uint64))


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
    spans: dict[str, tuple[int, int | None]] = {
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


def outside(name: str, array: NDArray[Any], *, span: tuple[int, int | None]) -> str | None:
    """Describe the first entry outside a span, and how many more there are."""
    low, high = span
    if not array.size or (array.min() >= low and (high is None or array.max() <= high)):
        return None
    bad = array < low if high is None else (array < low) | (array > high)
    place = np.unravel_index(int(bad.argmax()), array.shape)
    more = f" (and {bad.sum() - 1} more)" if bad.sum() > 1 else ""
    where = ", ".join(map(str, place))
    upto = "2^63 - 1" if high is None else "nothing" if high < 0 else str(high)
    return f"{name}[{where}] is {array[place]}{more}. Maybe check it: it may be {low} to {upto}."


def repetitions(arrays: Arrays) -> list[str]:
    """Find triples that name the same option of the same limit twice, and keys used twice."""
    found = []
    codes = pair_codes(arrays)
    if codes is not None and (code := repeated(codes)) is not None:
        option, limit = divmod(code, len(arrays["at_most"]))
        found.append(
            f"limit and option name the pair ({limit}, {option}) twice. Maybe add up the two amounts."
        )
    if "key" in arrays and (key := repeated(arrays["key"])) is not None:
        found.append(
            f"key {key} names two options. Maybe derive keys from everything that makes an option different."
        )
    return found


def pair_codes(arrays: Arrays) -> NDArray[Any] | None:
    """Return one number for each pair of a limit and an option, or None where pairs make no sense.

    10^7 limits × 2·10^7 options are far below 2^63. Sorting one number is six times as fast as
    comparing pairs.
    """
    if not {"limit", "option", "request", "at_most"} <= arrays.keys():
        return None
    limit, option, many = arrays["limit"], arrays["option"], len(arrays["at_most"])
    if len(limit) != len(option) or outside("", option, span=(0, len(arrays["request"]) - 1)):
        return None
    return None if outside("", limit, span=(0, many - 1)) else option * many + limit


def repeated(numbers: NDArray[Any]) -> int | None:
    """Return the smallest number that stands there twice; numbers that already ascend are not sorted."""
    if (numbers[1:] > numbers[:-1]).all():
        return None
    ascending = np.sort(numbers, kind="stable")  # which finds what is sorted piece by piece, as triples are
    twice = ascending[1:] == ascending[:-1]
    return int(ascending[int(twice.argmax())]) if twice.any() else None
