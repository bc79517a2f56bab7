"""Names, sentences and lists as markup: whatever somebody typed is escaped, and set apart from its line.

`<bdi>` keeps a name that is written from right to left from turning the rest of its sentence round.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from matchmaker.domain.words import COORDINATOR, NO_NAVIGATOR
from matchmaker.pages.setting import printable

if TYPE_CHECKING:
    from matchmaker.pages.names import Names


def typed(text: str) -> Markup:
    """Return what somebody typed, apart from its line; what does not print becomes a blank."""
    return Markup("<bdi>{}</bdi>").format(escape(printable(text)))


def strung(parts: Iterable[Markup], last: str = "and") -> Markup:
    """Return for instance: a, b and c."""
    words = tuple(parts)
    if len(words) < 2:
        return Markup("").join(words)
    return Markup("{} {} {}").format(Markup(", ").join(words[:-1]), last, words[-1])


@dataclass(frozen=True)
class Marked:
    """Every name of one round, as markup."""

    names: Names

    def of(self, code: str) -> Markup:
        """Return a name with its code behind it, smaller."""
        if code == COORDINATOR:
            return Markup("the coordinator")
        if code == NO_NAVIGATOR:
            return Markup("no worker yet")
        label, shown = self.names.label(code), Markup('<span class="code">{}</span>').format(code)
        return Markup("{} {}").format(typed(label), shown) if label else shown

    def alone(self, code: str) -> Markup:
        """Return a name without its code, for pages that are handed to somebody."""
        return typed(self.names.label(code) or code)

    def all(self, codes: Iterable[str]) -> Markup:
        """Return for instance: Ada M03 and Ben M07."""
        return strung(map(self.of, codes))

    def told(self, sentence: str) -> Markup:
        """Return a sentence, set apart from its line, in which every id is what that person is called."""
        said = Markup("")
        for text, code in self.names.parts(sentence):
            said += escape(printable(text)) + (self.of(code) if code else Markup(""))
        return Markup("<bdi>{}</bdi>").format(said)

    def task(self, code: str) -> Markup:
        """Return how a task is said aloud."""
        return typed(self.names.task(code))

    def tasks(self, codes: Iterable[str]) -> Markup:
        """Return several tasks as a list."""
        return strung(map(self.task, codes))

    def venue(self, code: str) -> Markup:
        """Return what a place is called."""
        return typed(self.names.venue(code))
