"""What people, places and tasks are called on pages, in place of their codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import spoken
from matchmaker.pages.setting import ended, listed

if TYPE_CHECKING:
    from matchmaker.domain.context import Context

_MISTAKABLE = re.compile(r"[0-9]+|[a-z]+")
"""Ids that a sentence could also hold as a number or a word of its own."""


class Names:
    """Every name of one round."""

    def __init__(self, context: Context, *, earlier: Context | None = None) -> None:
        """Take the names of everybody in the round, and of who was in an earlier one.

        Labels may hold anything that prints; the round's own stand before earlier ones.
        """
        rounds = [each.round for each in (earlier, context) if each is not None]
        people = [p for r in rounds for p in (*r.mentors, *r.beneficiaries, *r.navigators)]
        self._context = context
        self._labels = {person.id: person.label for person in people}
        safe = sorted((id_ for id_ in self._labels if not _MISTAKABLE.fullmatch(id_)), key=len, reverse=True)
        codes = "|".join(map(re.escape, safe)) or r"(?!)"
        self._codes = re.compile(rf"(?<![\w.-])({codes})(?!\w|[.-]\w)(\.?)")

    def of(self, code: str) -> str:
        """Return for instance: B07 Sam T."""
        label = self._labels.get(code, "")
        return f"{code} {label}" if label and label != code else code

    def of_all(self, codes: tuple[str, ...]) -> str:
        """Return for instance: M03 Ada and M07 Ben."""
        return listed(map(self.of, codes))

    def told(self, sentence: str) -> str:
        """Return a sentence in which every id is followed by what that person is called."""
        return self._codes.sub(lambda found: ended(self.of(found[1]), found[2]), sentence)

    def label(self, code: str) -> str:
        """Return what somebody is called, without the code; nothing when that is all we have."""
        label = self._labels.get(code, "")
        return label if label != code else ""

    def parts(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield what stands between ids, and the id behind it, so that a page can mark names as names."""
        start = 0
        for found in self._codes.finditer(sentence):
            yield sentence[start : found.start()], found[1]
            start = found.end(1)
        yield sentence[start:], ""

    def task(self, code: str) -> str:
        """Return how a task is said aloud."""
        task = self._context.vocabulary.tasks.get(code)
        return task.label if task else spoken(code)

    def venue(self, code: str) -> str:
        """Return what a place is called."""
        venue = self._context.venue.get(code)
        return venue.label if venue else spoken(code)
