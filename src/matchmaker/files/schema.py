"""Sheets and columns, read off the records, so that template and importer can never disagree."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from matchmaker.domain.references import REFERENCES
from matchmaker.domain.round import Round
from matchmaker.domain.rows import Judgement

if TYPE_CHECKING:
    from matchmaker.domain.record import Record

Sort: TypeAlias = Literal[
    "id", "text", "word", "yes_no", "whole", "number", "day", "moment", "window", "days"
]
ALWAYS: Final = ("mentors", "beneficiaries", "navigators", "programme")
"""The sheets that every workbook has."""
NOT_IN_A_WORKBOOK: Final = ("schema_version", "previous", "decisions")
"""What an earlier round left comes only by JSON or `--previous`."""
EXAMPLE: Final = "example-"
"""A row whose key cell starts like this is there to be looked at, and is never read."""
README, WORDS = "ReadMe", "Words"
"""Sheets that the template makes for people, and the importer leaves alone."""
IGNORED: Final = (README, "Notes", WORDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field of a record, as a column of its sheet."""

    name: str
    sort: Sort
    many: bool
    required: bool
    description: str
    words: tuple[str, ...] = ()
    names: str = ""
    needed_if: str = ""
    safety: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One collection of a round, as a sheet."""

    title: str
    field: str
    record: type[Record]
    columns: tuple[Column, ...]

    @property
    def required(self) -> bool:
        """Whether every workbook has it."""
        return self.field in ALWAYS

    @property
    def one_row(self) -> bool:
        """Whether it holds exactly one row of data."""
        return self.field == "programme"

    @property
    def key(self) -> Column:
        """The column that marks an example row: the first needed one that holds a code or text."""
        return next(each for each in self.columns if each.required and each.sort in ("id", "text"))

    def column(self, name: str) -> Column | None:
        """Return the column of this name."""
        return next((each for each in self.columns if each.name == name), None)


@functools.cache
def sheets() -> tuple[Sheet, ...]:
    """Return every sheet, those that are always there first."""
    rest = (name for name in Round.model_fields if name not in (*ALWAYS, *NOT_IN_A_WORKBOOK))
    return tuple(_sheet(field) for field in (*ALWAYS, *rest))


def _sheet(field: str) -> Sheet:
    annotation = Round.model_fields[field].annotation
    record: type[Record] = (get_args(annotation) or (annotation,))[0]
    shape = record.model_json_schema()
    needed = shape.get("required", ())
    columns = [_column(field, n, p, required=n in needed) for n, p in shape["properties"].items()]
    if issubclass(record, Judgement):  # What it is about comes first, then who said so and when.
        columns.sort(key=lambda column: column.name in Judgement.model_fields)
    return Sheet("".join(part.title() for part in field.split("_")), field, record, tuple(columns))


def _column(field: str, name: str, shape: dict[str, Any], *, required: bool) -> Column:
    inner = next((one for one in shape.get("anyOf", ()) if one["type"] != "null"), shape)
    many = inner["type"] == "array"
    item = inner["items"] if many else inner
    return Column(
        name=name,
        sort=_sort(item),
        many=many,
        required=required,
        description=shape["description"],
        words=tuple(item.get("enum", ())),
        names=next((target for f, n, target in REFERENCES if (f, n) == (field, name)), ""),
        needed_if=shape.get("required_if", ""),
        safety=shape.get("safety", False),
        private=shape.get("private", False),
    )


_FORMATS: dict[str, Sort] = {
    "date": "day",
    "date-time": "moment",
    "window": "window",
    "days": "days",
}
_TYPES: dict[str, Sort] = {"boolean": "yes_no", "integer": "whole", "number": "number"}


def _sort(item: dict[str, Any]) -> Sort:
    if "enum" in item:
        return "word"
    if "format" in item:
        return _FORMATS[item["format"]]
    return "id" if "pattern" in item else _TYPES.get(item["type"], "text")
