"""The parts of a workbook are XML; they are walked through without unfolding anything."""

from __future__ import annotations

import functools
from typing import Any
from xml.parsers import expat


class Unsound(Exception):
    """A part that no spreadsheet program would write, or that is too big to try."""


def walk(data: bytes, start: Any, *, end: Any = None, text: Any = None) -> None:
    """Read XML without entities; a document type is refused before anything in it is unfolded."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    _parse(parser, data)


def _parse(parser: Any, data: bytes) -> None:
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError):  # an encoding nobody knows is a LookupError
        raise Unsound("holds a part that is not whole") from None


def _no_doctype(*_: Any) -> None:
    raise Unsound("holds a document type, which no workbook needs")


_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OWN = {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext"}


def walk_named(data: bytes, start: Any, *, end: Any, text: Any) -> None:
    """Walk through a part of an OpenDocument file; names begin as usual, whatever the file calls them."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: start(
        _usual(tag), {_usual(name): value for name, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: end(_usual(tag))
    parser.CharacterDataHandler = text
    _parse(parser, data)


@functools.lru_cache(maxsize=1_000)
def _usual(name: str) -> str:
    space, _, local = name.rpartition(" ")
    short = space.removeprefix(_OASIS).partition(":")[0] if space.startswith(_OASIS) else _OWN.get(space, "?")
    return f"{short}:{local}"
