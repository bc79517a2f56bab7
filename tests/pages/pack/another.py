"""The same round with one field of many rows changed to another valid value, found from the schema alone.

A field that is added later is found like all others; one for which nothing valid is found says so loudly.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias, get_args

from pydantic import ValidationError

from matchmaker.domain.record import Record
from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.errors import InputErrors

Data: TypeAlias = dict[str, Any]
World: TypeAlias = Mapping[str, list[str]]
"""All codes, by what they name."""

SCHEMA = Round.model_json_schema()
NO_ROWS = {"schema_version", "previous", "decisions"}
"""Not rows of records; what comes with them has tests of its own."""
WINDOWS = ("Sat 10:00-12:00", "Sun 11:15-13:45", "Thu 07:00-08:00")
DAYS = (-1, 1, -30, 30, -400)
TRIES = 16
"""So many values are tried in all rows at once."""


def plain(round_: Round) -> Data:
    """Return a round as plain data in which every field stands, blank ones too."""
    data = round_.model_dump(mode="json", exclude={"previous", "decisions"})
    return {name: rows for name, rows in data.items() if name != "schema_version"}


def fields() -> list[tuple[str, str]]:
    """Return every field of every kind of row."""
    names = [name for name in Round.model_fields if name not in NO_ROWS]
    return [(name, field) for name in names for field in _row(name)["properties"]]


def changed(data: Data, name: str, field: str, *, spots: Iterable[int] | None = None) -> Data:
    """Return the data with another value in a field of every row (or of those) that can have one.

    All rows at once where that is a valid round; otherwise one row after the other, as far as it goes.
    """
    found, world = copy.deepcopy(data), _world(data)
    rows = _rows(found, name)
    others = {
        place: tuple(_others_of(rows[place], field, name=name, world=world))
        for place in (range(len(rows)) if spots is None else spots)
    }
    others = {place: values for place, values in others.items() if values}
    for nth in range(TRIES):
        for place, values in others.items():
            rows[place][field] = values[min(nth, len(values) - 1)]
        if _is_valid(found):
            return found
    for place in others:
        rows[place][field] = _rows(data, name)[place][field]
    for place, values in others.items():
        was = rows[place][field]
        for value in values:
            rows[place][field] = value
            if _is_valid(found):
                break
        else:
            rows[place][field] = was
    return found


def _others_of(row: Data, field: str, *, name: str, world: World) -> Iterator[Any]:
    """Yield other values with which the row by itself is valid."""
    kind, seen = _kind(name), [row[field]]
    own = field in ("id", "code")
    said = _row(name)["properties"][field]
    for value in (f"another-{row[field]}",) if own else _others(said, row[field], world):
        if value not in seen:
            seen.append(value)
            try:
                kind.model_validate_json(json.dumps(row | {field: value}))
            except ValidationError:
                continue
            yield value


def _kind(name: str) -> type[Record]:
    said = Round.model_fields[name].annotation
    kind = get_args(said)[0] if get_args(said) else said
    assert isinstance(kind, type)
    assert issubclass(kind, Record)
    return kind


def differing(data: Data, other: Data, name: str) -> list[int]:
    """Return the places of the rows that differ."""
    pairs = zip(_rows(data, name), _rows(other, name), strict=True)
    return [place for place, (one, two) in enumerate(pairs) if one != two]


def _rows(data: Data, name: str) -> list[Data]:
    rows = data[name]
    return rows if isinstance(rows, list) else [rows]


def _is_valid(data: Data) -> bool:
    try:
        Round.from_dict(data)
    except InputErrors:
        return False
    return True


def _row(name: str) -> Data:
    said = SCHEMA["properties"][name]
    found: Data = SCHEMA["$defs"][(said.get("$ref") or said["items"]["$ref"]).rpartition("/")[2]]
    return found


def _world(data: Data) -> World:
    """Return all codes by what they name, so that a reference can lead to something else that is there."""
    people = {name: [row["id"] for row in data[name]] for name in ("mentors", "beneficiaries", "navigators")}
    rows = {name: [row["id"] for row in data[name]] for name in ("places", "groups")}
    words = {name: [*getattr(STANDARD, name)] for name in ("tasks", "situations", "kinds")}
    return {**words, **rows, **people}


def _others(said: Data, was: Any, world: World) -> Iterator[Any]:
    """Yield other values that the schema allows; the round has the last word."""
    for each in said.get("anyOf", [said]):
        if each.get("type") == "array":
            had = was or []
            for value in _others(each["items"], had[0] if had else None, world):
                yield [value, *had[1:]]
                yield [*had, value]
            yield had[1:]
        elif each.get("type") == "null":
            continue
        else:
            yield from _single(each, was, world)
    yield None


def _single(said: Data, was: Any, world: World) -> Iterator[Any]:
    kind, form = said.get("type"), said.get("format")
    if "enum" in said:
        yield from said["enum"]
    elif kind == "boolean":
        yield not was
    elif kind in ("integer", "number"):
        yield from ((was or 60) + more for more in (1, -1, 0.25, 2, 5))
    elif form == "date":
        day = date.fromisoformat(was or "2026-09-01")
        yield from (str(day + timedelta(days)) for days in DAYS)
    elif form == "date-time":
        moment = datetime.fromisoformat(was or "2026-12-01T10:00")
        yield from ((moment + timedelta(days)).isoformat(timespec="minutes") for days in DAYS)
    elif form == "window":
        yield from WINDOWS
    elif form is not None or "const" in said:
        yield from ("2026-12-01 to 2026-12-03", "2027-01-05 to 2027-01-06")
    elif "pattern" in said:
        yield from _codes(was, world)
    elif was and "/" in was:
        yield from _keys(was, world)
    else:
        yield f"{was} and more" if was else "something else"


def _codes(was: str | None, world: World) -> Iterator[str]:
    """Yield the codes that name things of the same kind, the next one first; of any kind where it is blank."""
    for codes in world.values():
        if was is None:
            yield from codes[:2]
        elif was in codes:
            place = codes.index(was)
            yield from (*codes[place + 1 :], *codes[:place])
    yield f"another-{was or 'code'}"


def _keys(was: str, world: World) -> Iterator[str]:
    """Yield the key of the same question about somebody or something else."""
    kind, *about = was.split("/")
    for place, code in enumerate(about):
        yield from (
            "/".join((kind, *about[:place], other, *about[place + 1 :])) for other in _codes(code, world)
        )
