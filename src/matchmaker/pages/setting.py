"""Plain text that can be read aloud: wrapped lines, headings, dates and counts in words."""

from __future__ import annotations

import textwrap

from matchmaker.domain.words import counted as counted
from matchmaker.domain.words import in_turn as in_turn
from matchmaker.domain.words import listed as listed
from matchmaker.domain.words import on_day as on_day

WIDTH = 79


def heading(text: str) -> list[str]:
    """Return a heading with room above and a line below."""
    return ["", "", text, "-" * len(text)]


def wrapped(text: str, *, indent: int = 0, mark: str = "") -> list[str]:
    """Return lines of at most 79 signs; those after the first are set in below the mark."""
    first = " " * indent + mark
    lines = textwrap.wrap(
        " ".join(printable(text).split()),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
    )
    return lines or [first.rstrip()]


def printable(text: str) -> str:
    """Return text without signs that end a line, hide or move a cursor."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def ended(text: str, stop: str = ".") -> str:
    """Return a text with its full stop, and never with two."""
    return text if stop and text.endswith(stop) else text + stop
