"""Stretches of days, such as a break from 2026-12-01 to 2026-12-14."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

_SHAPE = re.compile(r"(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d)?)?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From one day to another, both included; without a last day it lasts until somebody ends it."""

    first: date
    last: date | None = None

    @classmethod
    def parse(cls, text: str) -> Span:
        """Read ``2026-12-01 to 2026-12-14``; anything else is a ValueError with advice."""
        found = _SHAPE.fullmatch(text.strip() + (" " if text.strip().endswith(" to") else ""))
        if not found:
            raise ValueError("is not a stretch of days. Maybe write it like 2026-12-01 to 2026-12-14.")
        first = date.fromisoformat(found[1])
        last = date.fromisoformat(found[2]) if found[2] else (None if " to" in text else first)
        if last and last < first:
            raise ValueError("ends before it starts. Maybe swap the two days.")
        return cls(first, last)

    def holds(self, day: date) -> bool:
        """Say whether `day` lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        """Write it the way it is read."""
        if self.last == self.first:
            return self.first.isoformat()
        return f"{self.first.isoformat()} to {self.last.isoformat() if self.last else ''}".rstrip()


def _span(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return Span.parse(value)
        except ValueError as error:
            text = str(error) if "Maybe" in str(error) else "holds no day of the calendar. Maybe check it."
            raise PydanticCustomError("bad_span", "{text}", {"text": text}) from None
    return value


Days = Annotated[
    Span,
    BeforeValidator(_span),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "days", "examples": ["2026-12-01 to 2026-12-14"]}),
]
