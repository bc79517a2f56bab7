"""How two people would meet, in words: one table, so that every page and answer says it alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from matchmaker.domain.words import Company


class Said(NamedTuple):
    """One company in the three places of a sentence where it is said."""

    way: str
    """Behind a name: B1 meets M1, …"""
    manner: str
    """Behind several names in brackets, where it tells them apart."""
    present: str
    """Who would be there; `{worker}` is the person's worker."""


WAYS: Final[Mapping[Company, Said]] = {
    "alone": Said("alone", "on their own", "the two of them, after the first visits with the worker"),
    "paired": Said(
        "with a second mentor", "as a pair", "two mentors together, after the first visits with the worker"
    ),
    "joint": Said("together with their worker", "with the worker", "together with {worker}"),
    "group": Said("in a group", "in a group", "in a group"),
}


def way(company: Company) -> str:
    """Return for instance: with a second mentor."""
    return WAYS[company].way
