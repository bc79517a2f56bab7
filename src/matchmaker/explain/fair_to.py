"""How a round turns out for groups of people: told in large numbers only, and never part of any plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from matchmaker.domain.words import counted
from matchmaker.explain.explanation import Explanation
from matchmaker.explain.small_cells import SMALLEST

Coded: TypeAlias = "int | Literal['few', 'nearly all']"
"""A number of people, or that it is too small to be told, or too near to all of them."""


@dataclass(frozen=True, slots=True)
class Range:
    """How few and how many of a group are offered one by plans that are just as good."""

    least: Coded
    most: Coded
    proved: bool


@dataclass(frozen=True, slots=True)
class GroupTold:
    """What is told of a group of ten people or more; of anybody else, together."""

    kind: Literal["group", "not said", "others"]
    group: str
    asked: int
    weeks: int
    """At least half of them have waited so many weeks or longer."""
    waits_longer: bool
    """Whether that is more than one and a half times as long as for everybody."""
    offered: int | None
    """None where that or the rest of them would be too few to be told."""
    just_as_good: Range | None
    """Over plans that are the same by every priority."""
    as_many: Range | None
    """Over plans that are the same by every priority that stands before how well introductions fit."""

    @property
    def sentences(self) -> Iterator[str]:
        """Say how many, how long, and what other plans would do."""
        yield (
            f"{self._who}: {counted(self.asked, 'person', many='people')} asked, and at least half of them "
            f"have waited {counted(self.weeks, 'week')} or longer."
        )
        if self.waits_longer:
            yield "That is much longer than for everybody together. Maybe look at why."
        if self.offered is not None:
            yield f"{self.offered} of them have a suggestion."
        for title, range_ in (
            ("In plans that are just as good by everything that counts", self.just_as_good),
            ("In plans that are just as good, but for how well introductions fit", self.as_many),
        ):
            if range_ is not None:
                yield f"{title}, it is {_told(range_)}."

    @property
    def _who(self) -> str:
        return {"group": self.group, "not said": "Not in the file", "others": "All others together"}[
            self.kind
        ]


@dataclass(frozen=True, slots=True)
class FairTo(Explanation):
    """What a round is like for groups of people, as far as it may be told."""

    asked: int
    offered: int
    weeks: int | None
    """At least half of everybody has waited so many weeks or longer; None with fewer than ten people."""
    groups: tuple[GroupTold, ...]
    not_in_round: int
    """Rows of the file about nobody who is in the round."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it for everybody, then for each group."""
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        people = counted(self.asked, "person", many="people")
        yield f"Everybody together: {people} asked, and {self.offered} of them have a suggestion."
        if self.weeks is not None:
            yield f"At least half of everybody has waited {counted(self.weeks, 'week')} or longer."
        if len(self.groups) < 2:
            yield f"There are too few people to tell groups apart: none is told of below {SMALLEST} people."
        else:
            for group in self.groups:
                yield from group.sentences
        if any(group.offered is None for group in self.groups):
            yield "Where it is not said how many of a group have a suggestion, the numbers are too small."
        if self.not_in_round:
            rows = counted(self.not_in_round, "row of the file is", many="rows of the file are")
            yield f"{rows} about nobody in this round."
        yield "Groups have no part in any plan, and nothing of the file is kept."


def coded(number: int, asked: int) -> Coded:
    """Return a number of people of a group, unless it or the rest of them is too small to be told."""
    if number < SMALLEST:
        return "few"
    return number if asked - number >= SMALLEST else "nearly all"


def _told(it: Range) -> str:
    words = {"few": f"fewer than {SMALLEST}", "nearly all": f"all but fewer than {SMALLEST}"}
    least, most = (words[each] if isinstance(each, str) else str(each) for each in (it.least, it.most))
    if least == most:
        said = f"{least} of them"
    elif isinstance(it.least, int) and isinstance(it.most, int):
        said = f"{least} to {most} of them"
    else:
        said = f"anything from {least} of them to {most}"
    return said if it.proved else f"{said}, as far as we can tell; there may be plans with fewer or with more"
