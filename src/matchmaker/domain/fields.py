"""The kinds of value that a field can hold; each reads what JSON can say and coerces nothing else."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from matchmaker.domain.windows import Window

T = TypeVar("T")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?")
NAMES_SHOWN = "[A-Za-z0-9._-]{1,64}"


def _wrong(code: str, text: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{text}", {"text": text})


def _id(text: str) -> str:
    if not re.fullmatch(NAMES_SHOWN, text):
        raise _wrong("bad_id", "is not an id. Maybe use only letters, digits, dots, dashes and underscores.")
    return text


def _plain(text: str) -> str:
    """Refuse characters that hide, reorder or end a line of text; keep the composed form."""
    if text.isascii() and text.isprintable():  # none of them, and composed already: most of what is read
        return text.strip()
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co"} and sign not in "\n\t" for sign in text):
        raise _wrong("hidden_character", "holds a hidden or control character. Maybe type it again.")
    return unicodedata.normalize("NFC", text).strip()


def _some(text: str) -> str:
    if not text:
        raise _wrong("blank", "is blank. Maybe fill it in.")
    return text


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not _DAY.fullmatch(value):
            raise _wrong("bad_date", "is not a date. Maybe write it like 2026-11-30.")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise _wrong("bad_date", "is not a day of the calendar. Maybe check the month and day.") from None
    return value


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        if not _MOMENT.fullmatch(value):
            raise _wrong("bad_moment", "is not a date and time. Maybe write it like 2026-12-03 10:00.")
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise _wrong("bad_moment", "is no time of the calendar. Maybe check the day and hour.") from None
    if isinstance(value, datetime) and (value.tzinfo or value.second or value.microsecond):
        raise _wrong("bad_moment", "has seconds or a time zone. Maybe write it like 2026-12-03 10:00.")
    return value


def _window(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return Window.parse(value)
        except ValueError as error:
            raise _wrong("bad_window", str(error)) from None
    return value


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _each_once(values: tuple[T, ...]) -> tuple[T, ...]:
    twice = [value for place, value in enumerate(values) if value in values[:place]]
    if twice:
        raise _wrong("written_twice", "holds the same thing twice. Maybe leave one out.")
    return values


def _one_or_more(values: tuple[T, ...]) -> tuple[T, ...]:
    if not values:
        raise _wrong("too_short", "is empty. Maybe fill in at least one.")
    return values


_SAME_SIGN = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc`\u00b4", "'") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014", "-")
)
"""Spreadsheets change apostrophes and dashes as one types."""


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Return the form in which two interests, wishes or languages count as the same word."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_SAME_SIGN)
    return " ".join(plain.split())


Id = Annotated[str, AfterValidator(_id), Field(json_schema_extra={"pattern": f"^{NAMES_SHOWN}$"})]
Text = Annotated[str, Field(max_length=10_000), AfterValidator(_plain)]
Label = Annotated[str, Field(max_length=200), AfterValidator(_plain), AfterValidator(_some)]
Key = Annotated[
    str,
    Field(max_length=300),
    AfterValidator(_plain),
    AfterValidator(lambda text: text.strip("[]")),  # as it is printed behind a question
    AfterValidator(_some),
]
Tag = Annotated[str, Field(max_length=100), AfterValidator(_plain), AfterValidator(_some)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    PlainSerializer(lambda value: value.isoformat(timespec="minutes"), return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Slot = Annotated[
    Window,
    BeforeValidator(_window),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "window", "examples": ["Mon 10:00-12:30"]}),
]
Many = Annotated[tuple[T, ...], BeforeValidator(_as_tuple), AfterValidator(_each_once)]
Some = Annotated[Many[T], AfterValidator(_one_or_more)]
Rows = Annotated[tuple[T, ...], BeforeValidator(_as_tuple)]
Count = Annotated[int, Field(ge=0, le=1_000)]
Minutes = Annotated[int, Field(ge=0, le=10_080)]
Hours = Annotated[float, Field(ge=0, le=168, multiple_of=0.25)]


def in_minutes(hours: float) -> int:
    """Return hours, which come in quarters, as whole minutes."""
    return round(hours * 60)


SCHEMA_VERSION = "1.1"


def _known_version(version: str) -> str:
    """A minor version only adds: an older one reads as ours, a newer one may say what we would not hear."""
    if not re.fullmatch(r"\d{1,4}\.\d{1,4}", version):
        raise _wrong("bad_version", f"is no version. Maybe {SCHEMA_VERSION}.")
    number, ours = (tuple(map(int, each.split("."))) for each in (version, SCHEMA_VERSION))
    if number > ours:
        raise _wrong("newer_version", f"is newer than {SCHEMA_VERSION}. Maybe update matchmaker.")
    if number[0] < ours[0]:
        raise _wrong("older_version", f"is no version that there ever was. Maybe {SCHEMA_VERSION}.")
    return SCHEMA_VERSION


SchemaVersion = Annotated[str, AfterValidator(_known_version)]
