"""What `verify` found: something in a proposal that must not leave the library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Breach:
    """One breach in words: its code, the people it is about by id, and the sentence."""

    code: str
    about: tuple[str, ...]
    sentence: str
