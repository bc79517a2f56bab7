"""JSON and plain data into records; every problem at once, in plain words."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from matchmaker.domain.migration import VERSION, migrated
from matchmaker.domain.record import Record
from matchmaker.errors import InputErrors, InputProblem

R = TypeVar("R", bound=Record)
DEEPEST = 32
# A string without an end is taken up to the end of the text: tried again from each of its quotes,
# a small file could hold us up for hours.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)

_PLAIN: Mapping[str, tuple[str, str]] = {
    "missing": ("is not there.", "Maybe add it."),
    "string_type": ("is not text.", "Maybe put it in quotation marks."),
    "int_type": ("is not a whole number.", "Maybe 2, without quotation marks or a decimal point."),
    "float_type": ("is not a number.", "Maybe 2.5, without quotation marks."),
    "finite_number": ("is not a finite number.", "Maybe 2.5."),
    "bool_type": ("is neither true nor false.", "Maybe true or false, without quotation marks."),
    "tuple_type": ("is not a list.", "Maybe put it in square brackets."),
    "date_type": ("is not a date.", "Maybe write it like 2026-11-30."),
    "datetime_type": ("is not a date and time.", "Maybe write it like 2026-12-03 10:00."),
    "model_type": ("is not a record.", "Maybe it should be { … } with named fields."),
    "too_short": ("is empty.", "Maybe fill in at least one."),
    "too_long": ("holds too many.", "Maybe leave some out."),
    "string_too_long": ("is too long.", "Maybe shorten it."),
    "multiple_of": ("is not in quarters.", "Maybe 1.5 or 2.25."),
}


def record_from_json(kind: type[R], text: str | bytes) -> R:
    """Read JSON into a record of this kind, or raise `InputErrors` with every problem."""
    return record_from(kind, parse_json(text))


def record_from(kind: type[R], data: Any) -> R:
    """Check plain data (ISO dates and lists accepted, nothing else coerced) into a record of our version."""
    present = migrated(kind.__name__.casefold(), data)
    if VERSION not in kind.model_fields and isinstance(present, dict):
        present = {name: value for name, value in present.items() if name != VERSION}
    try:
        return kind.model_validate(present)
    except ValidationError as error:
        raise InputErrors(problems_of(error)) from None


def problems_of(error: ValidationError) -> tuple[InputProblem, ...]:
    """Return a validation error as plain problems, each with its path and a line of advice."""
    return tuple(_problem(line) for line in error.errors(include_url=False))


def _problem(line: Any) -> InputProblem:
    where = path(line["loc"]) or "(the whole input)"
    message, advice = _PLAIN.get(line["type"], (line["msg"].removeprefix("Value error, "), ""))
    if line["type"] not in _PLAIN and line["msg"].startswith("Input should be "):
        advice = f"Maybe {line['msg'].removeprefix('Input should be ')}."
        message = "is not one we can use."
    elif not advice and " Maybe " in message:
        message, _, rest = message.partition(" Maybe ")
        advice = f"Maybe {rest}"
    plain = not isinstance(line["input"], dict | list | tuple | Record) and not _is_private(line["loc"])
    value = line["input"] if plain else None
    shown = None if value is None else _brief(value)
    return InputProblem(line["type"], where, message, advice, value=shown)


def _brief(value: Any) -> str:
    try:
        return str(value)[:80]
    except ValueError:  # Python writes no number of more than 4,300 digits
        return "a number with thousands of digits"


def _is_private(steps: tuple[str | int, ...]) -> bool:
    """Say whether any record has a private field of this name; what is in it is never repeated."""
    names = {step for step in steps if isinstance(step, str)}
    return any(
        name in kind.model_fields and _says_private(kind.model_fields[name].json_schema_extra)
        for kind in _kinds(Record)
        for name in names
    )


def _says_private(extra: Any) -> bool:
    return isinstance(extra, dict) and bool(extra.get("private"))


def _kinds(kind: type[Record]) -> Iterator[type[Record]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


def path(steps: tuple[str | int, ...]) -> str:
    """Return a path such as ``mentors[3].free[0]``."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def parse_json(text: str | bytes) -> Any:
    """Parse JSON strictly: UTF-8 (a byte-order mark is fine), each key once, finite numbers, not too deep."""
    plain = _as_text(text)
    _refuse_depth(plain)
    faults: list[InputProblem] = []
    try:
        data = json.loads(
            plain,
            object_pairs_hook=_each_key_once(faults),
            parse_constant=_not_finite(faults),
            parse_float=_finite(faults),
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        what = f"is not JSON: {error.msg[:1].lower()}{error.msg[1:]}."
        raise _refusal(
            "bad_json", where, f"{what} Maybe look for a missing comma or quotation mark."
        ) from None
    except ValueError:
        what = "holds a number too long to read. Maybe shorten it."
        raise _refusal("bad_number", "(the whole input)", what) from None
    if faults:
        raise InputErrors(faults)
    return data


def _as_text(text: str | bytes) -> str:
    try:
        return text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        what = "is not UTF-8 text. Maybe save it again as UTF-8."
        raise _refusal("bad_encoding", f"byte {error.start}", what) from None


def _refusal(code: str, where: str, what: str) -> InputErrors:
    message, _, advice = what.partition(" Maybe ")
    return InputErrors([InputProblem(code, where, message, f"Maybe {advice}")])


def _refuse_depth(text: str) -> None:
    """Count brackets outside strings, so that no parser is asked to recurse without end."""
    depth = 0
    for found in _BRACKETS.finditer(text):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > DEEPEST:
            where = f"character {found.start() + 1}"
            advice = "Maybe it is not one of our files."
            raise InputErrors(
                [InputProblem("too_deep", where, f"is nested more than {DEEPEST} deep.", advice)]
            )


def _each_key_once(faults: list[InputProblem]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def hook(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            often = Counter(key for key, _ in pairs)
            twice = next(key for key, times in often.items() if times > 1)
            faults.append(
                InputProblem("key_twice", twice, "is written twice in one record.", "Maybe leave one out.")
            )
        return result

    return hook


def _not_finite(faults: list[InputProblem]) -> Callable[[str], float]:
    def hook(text: str) -> float:
        faults.append(
            InputProblem("bad_number", text, "is not a number we can use.", "Maybe leave it blank.")
        )
        return 0.0

    return hook


def _finite(faults: list[InputProblem]) -> Callable[[str], float]:
    def hook(text: str) -> float:
        return float(text) if math.isfinite(float(text)) else _not_finite(faults)(text)

    return hook
