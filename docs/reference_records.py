"""The reference pages about what goes in: sheets and columns, and the words that can stand in them."""

from __future__ import annotations

import re

from generate import table

from matchmaker.domain.vocabulary import STANDARD
from matchmaker.files.guide import _FOR_SHEETS, _NEEDED_WHEN
from matchmaker.files.schema import Column, Sheet, sheets

UNKNOWN_AREA = "asks first: about the journey, and whether the two know each other"
ONE_OF_FOUR = "an error, unless just one of the other three is filled in"
BLANK = {
    ("mentors", "area"): UNKNOWN_AREA,
    ("mentors", "free"): "asks first",
    ("mentors", "device"): "counts as none: alone only in a public place on a quiet visit",
    ("mentors", "check_in_plan"): "counts as none: not alone",
    ("mentors", "supervised_on"): "asks first",
    ("mentors", "training"): "asks first",
    ("mentors", "cleared_for"): "asks first, for tasks that need a check",
    ("mentors", "checked_on"): "asks first, for tasks that need a check",
    ("mentors", "recheck_on"): "asks first, for tasks that need a check",
    ("mentors", "travel_limit_minutes"): "the programme's limit counts",
    ("mentors", "put_forward_for"): "not put forward for any wish",
    ("beneficiaries", "area"): UNKNOWN_AREA,
    ("beneficiaries", "wish_covers_navigator"): "asks first, for a joint visit when the wish is a must",
    ("beneficiaries", "relationship"): "either will do",
    ("beneficiaries", "needed_on"): "no one-off task",
    ("beneficiaries", "relationship_word"): "the usual word",
    ("beneficiaries", "urgent_by"): "not urgent",
    ("beneficiaries", "urgent_reason"): "not urgent; an error when another of the three is filled in",
    ("beneficiaries", "urgent_on"): "not urgent; an error when another of the three is filled in",
    ("navigators", "free"): "limits nothing",
    ("programme", "dpia_reference"): "every run says that the data can reveal more than it seems",
    ("keep_apart", "other"): "an error, unless `situation` is filled in",
    ("keep_apart", "situation"): "an error, unless `other` is filled in",
    ("keep_apart", "kind"): "it holds all the same",
    ("avoid", "place"): ONE_OF_FOUR,
    ("avoid", "kind"): ONE_OF_FOUR,
    ("avoid", "area"): ONE_OF_FOUR,
    ("avoid", "time"): ONE_OF_FOUR,
    ("matches", "second_mentor"): "one mentor",
    ("matches", "company"): "paired with a second mentor, else alone",
    ("places", "area"): "the journey is not known: asks first",
}
"""What a blank means where the description of the column does not say it."""
DUTIES = {
    "mentors": "the mentors, and what each agreed to",
    "beneficiaries": "the people the programme supports",
    "navigators": "the workers who introduce, support and go along",
}


def records() -> list[str]:
    """Every sheet with its columns, read off the records that the importer uses."""
    lines = [
        "# Records and columns",
        "",
        "A round is these records; a workbook has a sheet for each, with one row a record and one column",
        "a field. In JSON the collections have the names in brackets. A name that is not here is refused,",
        "unless it starts with `x_`: then it is carried and never read.",
        "",
        "**Safety** marks a column whose blank never makes anything ready, and never opens anything alone",
        "or in a pair. **Private** marks one that never enters a hash or a log. Where several things may",
        "stand in one cell, `;` goes between them; in JSON it is a list.",
    ]
    for sheet in sheets():
        lines += _sheet(sheet)
    lines += [
        "## Decisions (`decisions`)",
        "",
        "What was decided since the last proposal. They have no sheet, and",
        "[a page of their own](decisions.md).",
    ]
    return lines


def _sheet(sheet: Sheet) -> list[str]:
    about = DUTIES.get(sheet.field) or _FOR_SHEETS[sheet.field]
    always = "always needed" if sheet.required else "when needed"
    rows = [
        (
            f"`{column.name}`", _needed(column), _meaning(column), _blank(sheet, column),
            ", ".join(mark for mark, has in (("safety", column.safety), ("private", column.private)) if has),
        )
        for column in sheet.columns
    ]  # fmt: skip
    heading = ("column", "needed", "meaning", "when blank", "marks")
    return [
        "",
        f"## {sheet.title} (`{sheet.field}`)",
        "",
        f"{about[:1].upper()}{about[1:]}; {always}.",
        *table(heading, rows),
    ]


def _needed(column: Column) -> str:
    if column.needed_if:
        return f"when {_NEEDED_WHEN[column.needed_if]}"
    return "yes" if column.required else ""


def _meaning(column: Column) -> str:
    words = f" One of: {', '.join(f'`{word}`' for word in column.words)}." if column.words else ""
    several = " Several." if column.many else ""
    refers = f" Names one of the {column.names}." if column.names else ""
    text = re.sub(r" ?Blank(:| asks).*?\.", "", column.description)
    return f"{text}{words}{refers}{several}"


def _blank(sheet: Sheet, column: Column) -> str:
    if column.required:
        return "an error"
    if column.needed_if:
        return f"an error when {_NEEDED_WHEN[column.needed_if]}"
    if said := re.search(r"Blank(?::)? ([^.]*)\.", column.description):
        return said.group(1)
    if (sheet.field, column.name) in BLANK:
        return BLANK[sheet.field, column.name]
    if column.safety:
        raise LookupError(f"What does a blank {sheet.field}.{column.name} mean? Say it in BLANK.")
    default = sheet.record.model_fields[column.name].default
    if default is None:
        return "not asked yet, or not known"
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "none" if default == () else str(default)


def words() -> list[str]:
    """Tasks, kinds of place and situations of the standard vocabulary."""

    def yes(flag: bool) -> str:
        return "yes" if flag else ""

    tasks = (
        (f"`{task.code}`", task.label, ", ".join(f"`{kind}`" for kind in task.kinds), yes(task.everyday))
        for task in STANDARD.tasks.values()
    )
    kinds = (
        (f"`{kind.code}`", kind.label, yes(kind.public), yes(kind.staffed))
        for kind in STANDARD.kinds.values()
    )
    situations = ((f"`{code}`", label) for code, label in STANDARD.situations.items())
    return [
        "# Words",
        "",
        "The words every programme starts with. In a workbook the code, the spoken form, and either of",
        "them with other capitals, hyphens or spaces are understood. A programme adds its own on the",
        "sheet Vocabulary; see [how to add a task or a place](../how-to/add-a-task-or-place.md).",
        "",
        "## Tasks",
        "",
        "For an everyday task a mentor's `usual_step` counts when there is no row in Clearances.",
        *table(("task", "said aloud", "where it can happen", "everyday"), tasks),
        "## Kinds of place",
        "",
        "*Public* is what meeting alone without a device needs. *Staffed or public* is where a joint",
        "visit may be pencilled in while something is still to be asked.",
        *table(("kind", "said aloud", "public", "staffed"), kinds),
        "## Situations",
        "",
        "What may come up on a visit; about the visit, never about the person.",
        *table(("situation", "said aloud"), situations),
    ]
