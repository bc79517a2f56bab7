"""Values that somebody could hand in as an array or a setting, each of them a trap for some solver."""

from __future__ import annotations

import datetime
import decimal
import enum
import fractions
import functools
from array import array
from collections import UserList, deque

import numpy as np


class Series:
    """What a column of a data frame looks like from outside: it has `__array__` and a method `mask`."""

    def __init__(self, values, dtype=np.int64):
        self.values = np.array(values, dtype)

    def __array__(self, dtype=None, copy=None):
        return np.array(self.values, dtype=dtype or self.values.dtype)

    def mask(self):
        raise AssertionError


class Lies:
    """Says that it is an array, and is none."""

    def __array__(self, dtype=None, copy=None):
        return "0 1"


class Raises:
    """Says that it is an array, and fails to be one."""

    def __array__(self, dtype=None, copy=None):
        raise OSError("the disk is gone")


class Property:
    """Fails when it is merely looked at."""

    @property
    def __array__(self):
        raise RuntimeError("do not look")


class Speechless:
    """Fails when it is to be named in a message."""

    def __repr__(self):
        raise ZeroDivisionError


class Talkative:
    """Would fill a book when it is named in a message."""

    def __repr__(self):
        return "x" * 10**6


class Long(list):
    """Says that it is longer than anything."""

    def __len__(self):
        return 2**62


class Cheat(int):
    """An integer that claims to be another one."""

    def __int__(self):
        return 10**12

    def __index__(self):
        return 10**12

    def __lt__(self, other):
        return False


class Colour(enum.IntEnum):
    ZERO = 0
    ONE = 1


class Sub(np.ndarray):
    """A subclass that says something else about its numbers."""

    def min(self, *args, **kwargs):
        return 0

    def max(self, *args, **kwargs):
        return 0

    def __lt__(self, other):
        return np.zeros(self.shape, bool)


def sub(values):
    return np.array(values).view(Sub)


def generator():
    yield 0
    yield 1


def endless(_=None):
    while True:
        yield 0


HUGE = 10**12
WHOLE = np.array([0, 1, 2, 3])

NEVER = {
    # Never an array of integers, whichever argument it is given as.
    "float list": [0.0, 1.0],
    "float array": np.array([0.0, 1.0]),
    "nan": [float("nan"), 1],
    "nan array": np.array([np.nan, 1]),
    "inf": [float("inf"), 0],
    "true": [True, False],
    "numpy true": [np.True_, 0],
    "bools": np.array([True, False]),
    "objects": np.array([0, 1], object),
    "strings": ["0", "1"],
    "string": "01",
    "bytes": b"01",
    "string array": np.array(["0", "1"]),
    "complex": np.array([0, 1j]),
    "dates": [datetime.date(2026, 1, 1)] * 2,
    "date array": np.array(["2026-01-01", "2026-01-02"], "datetime64[D]"),
    "spans": np.array([0, 1], "timedelta64[s]"),
    "decimal": [decimal.Decimal(0), decimal.Decimal(1)],
    "fraction": [fractions.Fraction(0), fractions.Fraction(1)],
    "structured": np.array([(0, 1)], [("a", "i8"), ("mask", "i8")]),
    "masked": np.ma.masked_equal([0, 1], 1),
    "ragged": [[0, 1], [0]],
    "cube": [[[0], [1]]],
    "cube array": np.zeros((1, 1, 2), np.int64),
    "none in it": [None, 1],
    "generator": generator(),
    "endless": endless(),
    "mapping": {0: 1},
    "set": {0, 1},
    "lies": Lies(),
    "raises": Raises(),
    "property": Property(),
    "speechless": Speechless(),
    "talkative": Talkative(),
    "speechless in it": [Speechless(), 1],
    "talkative in it": [Talkative(), 1],
    "function": generator,
    "partial": functools.partial(endless, 1),
    "number": 7,
    "numpy number": np.int64(7),
    "long number": 10**5000,
    "long number in it": [10**5000, 0],
    "2^63": [2**64, 0],
    "far below": [-(2**63) - 1, 0],
    "long list": Long([0, 1]),
    "long range": range(HUGE),
    "longer than len": range(10**30),
    "huge view": np.broadcast_to(np.int64(0), (HUGE,)),
    "huge table": np.broadcast_to(np.int8(0), (10**6, 10**9)),
    "many levels": np.broadcast_to(np.int64(0), (HUGE, 2)),
    "rows of ranges": [range(HUGE)],
    "row of views": [np.broadcast_to(np.int64(0), (HUGE,))],
    "float series": Series([0.0, 1.0], np.float64),
    "object series": Series([0, None], object),
}

SAME = {
    # Holds 0 and 1, in some other way.
    "list": [0, 1],
    "tuple": (0, 1),
    "range": range(2),
    "deque": deque([0, 1]),
    "user list": UserList([0, 1]),
    "machine array": array("q", [0, 1]),
    "memory": memoryview(array("i", [0, 1])),
    "series": Series([0, 1]),
    "unsigned series": Series([0, 1], np.uint8),
    "enum": [Colour.ZERO, Colour.ONE],
    "numpy numbers": [np.int8(0), np.uint64(1)],
    "other bytes": np.array([0, 1], ">i4"),
    "read-only": np.broadcast_to(np.arange(2), (2,)),
    "every second": np.array([0, 9, 1, 9])[::2],
    "backwards": np.array([1, 0])[::-1],
    "column": np.array([[0, 5], [1, 5]], order="F")[:, 0],
    "subclass": sub([0, 1]),
    "cheat": [Cheat(0), Cheat(1)],
}

SETTINGS = {
    "requests": [True, 2.0, np.float64(2), "2", None, -1, 10**5000, np.True_, [2], float("nan"), 10**7 + 1],
    "seconds": [True, "5", None, float("nan"), -1, -0.1, float("-inf"), 1j, [5], np.float64("nan"), b"5"],
    "workers": [True, 0, -1, 1.0, "2", None, 65, 10**9, 10**5000, float("inf"), np.float32(1)],
    "progress": [7, "loud", [], True, object()],
    "cancel": [True, 0, "stop", object(), lambda: False],
}
