"""What is not said beside a person while peers listen: tasks and places that tell of health or justice.

A visit in prison, a treatment appointment or the surgery where two would meet still says what nobody wants
to hear read out. Listed here is what may be said; what a programme adds itself is not known and stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matchmaker.domain.fields import folded
from matchmaker.domain.words import spoken

if TYPE_CHECKING:
    from matchmaker.domain.context import Context

TASKS: Final = frozenset({
    "advocacy", "appointment_benefits", "appointment_housing", "bank_account", "coffee_walk", "college",
    "forms_post", "group_first_time", "gym_sport", "home_visit", "job_search", "leisure", "moving_on",
    "shopping_with", "travel_confidence",
})  # fmt: skip
"""Tasks that tell nothing about health or justice."""
KINDS: Final = frozenset({
    "allotment", "cafe_public", "leisure_centre", "library", "office_hub", "park", "remote", "vehicle",
})  # fmt: skip
"""Kinds of place that tell neither that, nor where somebody lives: a hostel may be for people on licence."""
INSTEAD: Final = "something their worker can tell you about"


class Unsaid:
    """The tasks and places of one round that stay out of the room."""

    def __init__(self, context: Context) -> None:
        """Take the round; a word that a programme adds is never one of ours, so it is not listed."""
        self._context = context

    def task(self, code: str) -> bool:
        """Say whether a task stays unsaid."""
        return code not in TASKS

    def place(self, code: str) -> bool:
        """Say whether a place, or a kind of place, stays unsaid."""
        venue = self._context.venue.get(code)
        return venue is None or venue.kind not in KINDS

    def within(self, sentence: str) -> bool:
        """Say whether a sentence names one of them, in our words or as somebody may have written it."""
        return bool(self._names.search(folded(sentence)))

    def without(self, sentence: str) -> tuple[str, ...]:
        """Return the parts of a reason that name none of them."""
        return tuple(part for part in sentence.split("; ") if not self.within(part))

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """A label with a semicolon in it is looked for in pieces, as it would stand in parts of a reason."""
        pieces = {folded(piece) for name in self._every_name() for piece in name.split(";")} - {""}
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(pieces))) or '(?!)'})(?!\w)")

    def _every_name(self) -> Iterator[str]:
        vocabulary = self._context.vocabulary
        for task in vocabulary.tasks.values():
            if self.task(task.code):
                yield from (task.code, spoken(task.code), task.label)
        labels = [kind.label for kind in vocabulary.kinds.values() if kind.code not in KINDS]
        yield from (*labels, *(v.label for v in self._context.venues if self.place(v.code)))
