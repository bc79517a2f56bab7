"""Keeps text from coming alive in a spreadsheet program, and takes exactly that off again.

A cell of a CSV file that starts with = + - @ is worked out by Excel, even behind blanks or quotation marks,
and so is the rest of a cell behind a ; when the file is taken apart at semicolons (ASVS 5.0, 1.2.10). An
apostrophe in front makes it text. What is numbers stays numbers: only text is guarded.
"""

from __future__ import annotations

import re

_SIGNS = "=+@\\-\uff1d\uff0b\uff0d\uff20"
_BLANK_OR_QUOTE = "(?:[^\\S\\t\\r\\n]|[\"'])*"
_LIVE = f"(?:\\A|(?<=[;,|\\t\\r\\n]))(?={_BLANK_OR_QUOTE}[{_SIGNS}])|\\A(?={_BLANK_OR_QUOTE}[\\t\\r\\n\\0])"
_UNGUARDED = re.compile(_LIVE)
_GUARD = re.compile(f"(?:{_LIVE})'")
# A guard stands where a sign would come alive, so whatever follows it would be guarded as well; that
# includes an apostrophe that was there before. So one is put in, one is taken off, and nothing is lost.


def guarded(text: str) -> str:
    """Return text in which nothing can be taken for a formula."""
    return _UNGUARDED.sub("'", text)


def unguarded(text: str) -> str:
    """Return the text that was guarded; text that was not comes back as it is."""
    return _GUARD.sub("", text)
