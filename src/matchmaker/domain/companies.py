"""How two people would meet, in words: one table, so that every page and answer says it alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from matchmaker.domain.words import Company


class Said(NamedTuple):
    """One company in the places where it is said."""

    way: str
    """Behind a name: B1 meets M1, …"""
    manner: str
    """Behind several names in brackets, where it tells them apart."""
    present: str
    """Who would be there; `{worker}` is the person's worker."""
    asked: str
    """To the mentor, who does not hear yet who it is."""


WAYS: Final[Mapping[Company, Said]] = {
    "alone": Said(
        way="alone",
        manner="on their own",
        present="the two of them, after the first visits with the worker",
        asked="The two of you, after the first visits with a worker.",
    ),
    "paired": Said(
        way="with a second mentor",
        manner="as a pair",
        present="two mentors together, after the first visits with the worker",
        asked="With another mentor you have agreed to go with, after the first visits with a worker.",
    ),
    "joint": Said(
        way="together with their worker",
        manner="with the worker",
        present="together with {worker}",
        asked="Together with their worker.",
    ),
    "group": Said(
        way="in a group",
        manner="in a group",
        present="in a group",
        asked="In a group that you host. A worker comes along the first times.",
    ),
}


def way(company: Company) -> str:
    """Return for instance: with a second mentor."""
    return WAYS[company].way
