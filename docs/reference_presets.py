"""The page about the presets: what each sets differently, and the lines of its source that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generate import table

from matchmaker.policy import PRESETS, Policy
from matchmaker.policy.differences import differences, parameters, written
from matchmaker.policy.presets import preset_text
from matchmaker.policy.toml_lines import line_of, lines_of

SOURCES = {
    "wyfi": "WY-FI",
    "icm": "Inspiring Change Manchester",
    "housing-first": "Housing First",
    "vocational": "Vocational services",
}
_LINES = re.compile(r"S\d:L\d+(?:[–-]\d+)?")


def cited(name: str, parameter: str) -> tuple[str, ...]:
    """Return the lines of the sources in the comment above what a preset sets, or above its table."""
    text = preset_text(name)
    lines = text.split("\n")
    path = tuple(parameter.split("."))
    for end in range(len(path), 0, -1):
        found = tuple(dict.fromkeys(_LINES.findall(_comment(lines, line_of(path[:end], lines_of(text))))))
        if found:
            return found
    return ()


def _comment(lines: list[str], line: int) -> str:
    above = []
    for text in reversed(lines[: line - 1]):
        if not text.startswith("#"):
            break
        above.append(text.removeprefix("#").strip())
    return " ".join(reversed(above))


def in_words(name: str) -> str:
    """Return the paragraph with which a preset's file begins."""
    lines = preset_text(name).split("\n")
    first = next(number for number, text in enumerate(lines, 1) if not text.startswith("#"))
    return _comment(lines, first)


def presets() -> list[str]:
    """The four presets: a table of what differs, then each with its paragraph and its file."""
    lines = [
        "# Four presets to start from",
        "",
        "No two programmes are alike, and the sources of this project are about four of them. A preset",
        "is the standard policy with what one of them says differently; each figure names the lines it rests",
        "on, and where a source gives a direction but no figure, the comment beside it says so. It is a",
        "starting point, never a recommendation: your own programme's figures are the ones that count.",
        "",
        "```console",
        "$ matchmaker policy explain housing-first",
        "$ matchmaker match round.xlsx --policy housing-first",
        "```",
        "",
        "To change one, copy its file from below into a file of your own, and see",
        "[how to change the policy](../how-to/change-the-policy.md). In Python it is",
        '`Policy.preset("housing-first")`.',
        "",
        "## What differs",
        "",
        "A dash stands for what the standard policy says.",
        *table(("parameter", "standard", *PRESETS, "where it is said"), _rows()),
    ]
    for name in PRESETS:
        lines += ["", f"## `{name}`: {SOURCES[name]}", "", in_words(name), "", "```toml", *_body(name), "```"]
    return lines


def _rows() -> Iterator[tuple[str, ...]]:
    standard = Policy.standard()
    found = {name: differences(Policy.preset(name), standard) for name in PRESETS}
    there = {each.parameter: each.there for own in found.values() for each in own}
    for parameter in (name for name, _ in parameters(standard) if name in there):
        here = {name: each.here for name, own in found.items() for each in own if each.parameter == parameter}
        said = dict.fromkeys(line for name in here for line in cited(name, parameter))
        values = (f"`{written(here[name])}`" if name in here else "–" for name in PRESETS)
        yield (f"`{parameter}`", f"`{written(there[parameter])}`", *values, ", ".join(said))


def _body(name: str) -> list[str]:
    """Return a preset's file without its first paragraph, which stands above it."""
    lines = preset_text(name).rstrip("\n").split("\n")
    return lines[next(number for number, text in enumerate(lines) if not text.startswith("#")) :]
