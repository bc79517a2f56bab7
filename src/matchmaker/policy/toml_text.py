"""TOML into plain data, with every line that is not TOML named at once; bounded before it is parsed.

The parser of the standard library takes seconds for a key of 20,000 parts and recurses without end into
brackets, so both are counted first.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, NamedTuple

DEEPEST = 32
MOST_DOTS = 64
"""On one line, outside text: a policy needs two."""
MOST_NAMES = 2_000
_MOST_FAULTS = 10
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\\?\Z)|\'\'\'.*?(?:\'\'\'|\Z)'
    r'|"(?:[^"\\\n]|\\.)*"?|\'[^\'\n]*\'?|\#[^\n]*|[\[\]{}.=\n]',
    re.DOTALL,
)
_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


class Fault(NamedTuple):
    """A line that is not TOML, or too much of it; in words, with advice."""

    code: str
    line: int
    message: str
    advice: str


def parsed(text: str) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """Return what could be read, and every fault; a line with a fault is left out and the rest read on."""
    excess = _excess(text)
    if excess is not None:
        return {}, (excess,)
    lines = text.split("\n")
    faults: list[Fault] = []
    while len(faults) < _MOST_FAULTS:
        try:
            return tomllib.loads("\n".join(lines)), tuple(faults)
        except (ValueError, RecursionError) as error:  # int() refuses more than 4,300 digits
            fault = _fault(error, lines)
            faults.append(fault)
            if not _stands_alone(fault, lines):
                break
            lines[fault.line - 1] = ""
    return {}, tuple(faults)


def _excess(text: str) -> Fault | None:
    depth = dots = names = 0
    line = 1
    for found in _TOKEN.finditer(text):
        sign = found[0]
        dots = 0 if sign == "\n" else dots + (sign == ".")
        depth += (sign in ("[", "{")) - (sign in ("]", "}"))
        names += sign in ("=", "[")
        if names > MOST_NAMES:
            advice = "Maybe it is another file."
            return Fault("too_large", line, f"sets more than {MOST_NAMES} things.", advice)
        if depth > DEEPEST:
            return Fault(
                "too_deep", line, f"is nested more than {DEEPEST} deep.", "Maybe it is another file."
            )
        if dots > MOST_DOTS:
            advice = "Maybe a key such as rules.travel.limit_minutes."
            return Fault("too_deep", line, f"has more than {MOST_DOTS} dots.", advice)
        line += sign.count("\n")
    return None


def _stands_alone(fault: Fault, lines: list[str]) -> bool:
    """Say whether the rest can be read without this line: it begins or ends nothing that others continue."""
    line = lines[fault.line - 1]
    long = any(marks in each for each in lines for marks in ('"""', "'''"))
    return bool(line.strip()) and not long and not re.search(r"[\[\]{}]", line)


def _fault(error: Exception, lines: list[str]) -> Fault:
    said = str(error)
    at = _AT.search(said)
    last = next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip()), 1)
    line = int(at[1]) if at and at[1] else last
    for beginning, code, message, advice in _IN_WORDS:
        if said.startswith(beginning):
            return Fault(code, line, message, advice)
    if not at:
        number = next((n for n, each in enumerate(lines, 1) if re.search(r"\d{4300}", each)), line)
        return Fault("bad_number", number, "holds a number too long to read.", "Maybe shorten it.")
    what = said[: at.start()]
    return Fault("bad_toml", line, f"is not TOML: {what[:1].lower()}{what[1:]}.", "Maybe retype the line.")


_IN_WORDS = (
    ("Cannot overwrite", "key_twice", "says something a second time.", "Maybe leave one of the two out."),
    ("Cannot declare", "key_twice", "begins a table a second time.", "Maybe put both parts into one table."),
    ("Cannot mutate", "key_twice", "adds to something that is complete.", "Maybe put it into one table."),
    (
        "Invalid value", "bad_toml", "has no value that can be read.",
        'Maybe a number such as 30, a text in quotation marks such as "Ada", or true or false.',
    ),
    ("Expected '=' after", "bad_toml", "is no name with a value.", "Maybe limit_minutes = 30."),
    ("Expected newline", "bad_toml", "goes on after its value.", "Maybe 15 rather than 1,5 or 15 minutes."),
    ("Unterminated string", "bad_toml", "has a text without an end.", "Maybe a quotation mark is missing."),
    ("Expected ']' at the end of a table", "bad_toml", "is no heading of a table.", "Maybe [rules.travel]."),
    ("Expected ']]'", "bad_toml", "is no heading of a table.", "Maybe [rules.travel]."),
    ("Invalid statement", "bad_toml", "is no name with a value.", "Maybe limit_minutes = 30."),
    ("Unclosed array", "bad_toml", "has a list without an end.", "Maybe a square bracket is missing."),
    ("Unclosed inline table", "bad_toml", "has a { without a }.", "Maybe use a table: [rules.travel]."),
    ("Found invalid character", "bad_toml", "holds a hidden character.", "Maybe retype the line."),
    ("Unescaped '\\'", "bad_toml", "has a \\ in a text.", "Maybe put the text in single quotation marks."),
)  # fmt: skip
