"""The words of the template: its first page, and the note on each column."""

from __future__ import annotations

from matchmaker.files.schema import WORDS, Column, Sheet, sheets
from matchmaker.files.words import REFERS_TO_WORDS

TITLE = "How to fill in this workbook"
_EXAMPLE = "The grey row on each sheet is an example. It is never read; delete it, or write below it."
_LINES = (
    "Fill in one row for each person, place or agreement. Four sheets are needed: Mentors, "
    "Beneficiaries, Navigators, and Programme with its one row. All others can stay empty.",
    "Columns with a * behind their name are needed. Everything else may stay blank: blank means "
    "not asked yet, and it becomes a question for somebody, never a reason to leave anyone out.",
    "Point at the name of a column to see what it is for.",
    _EXAMPLE,
    "Several things in one cell: put ; between them, like music; gardening. If you asked and there "
    "are none, write none.",
    "Weekly times: Mon 10:00-12:30; Thu 14:00-16:00. Days: 2026-11-30. A day with a time: "
    "2026-12-03 10:00. Days off: 2026-12-01 to 2026-12-14.",
    "Ids are short codes such as M07, B12 or N3. Please do not use names, dates of birth or "
    "numbers from other records.",
    "What keeps two people apart goes into KeepApart, what somebody avoids into Avoid: one row "
    "for each, and nobody is told who asked or why. Once a row was there it holds until somebody "
    "decides to lift it.",
    "What may come up on a visit goes into Situations: it is about the visit, not the person. "
    "Every such row says who decided, when, and when to look at it again.",
    "Write only what people know you keep, in words they would not mind reading. Nothing about "
    "anyone's health or past is needed here.",
    "A column of your own may start with x_, like x_notes. It is carried along and never used.",
    f"The words that can be used are on the last sheet, {WORDS}. Your own go into Vocabulary.",
    "To see whether all is well: matchmaker check, followed by the name of this file.",
)
_FOR_SHEETS = {
    "programme": "who runs this round, and the day it is for",
    "clearances": "how far a mentor is with a task",
    "comfort": "how a mentor feels about a situation",
    "situations": "what may come up on a visit",
    "keep_apart": "who should not be brought together",
    "avoid": "places and times that somebody avoids",
    "teams": "two mentors who agreed to go together",
    "answers": "answers to questions of the last round",
    "areas": "how long it takes from one area to another",
    "places": "places you use",
    "groups": "groups that somebody hosts",
    "stretch": "what a mentor wants to grow into",
    "matches": "introductions and matches, now and before",
    "vocabulary": "tasks, places and situations of your own",
}
_NEEDED_WHEN = {"yes": "wants is yes", "must or prefer": "gender_wish is must or prefer"}
_HOW = {
    "yes_no": "yes or no.",
    "whole": "A whole number.",
    "number": "A number, in quarters, like 1.5.",
    "day": "Like 2026-11-30.",
    "moment": "Like 2026-12-03 10:00.",
    "window": "Like Mon 10:00-12:30.",
    "days": "Like 2026-12-01 to 2026-12-14.",
}


def first_page(*, example: bool = True) -> tuple[str, ...]:
    """Return the lines of the first page; the grey row is only spoken of where there is one."""
    lines = (line for line in _LINES if example or line != _EXAMPLE)
    extra = (f"{s.title}: {_FOR_SHEETS[s.field]}." for s in sheets() if s.field in _FOR_SHEETS)
    return (*lines, *extra)


def note(column: Column) -> str:
    """Return what is said when one points at the name of a column."""
    needed = "Needed. " if column.required else ""
    if column.needed_if:
        needed = f"Needed when {_NEEDED_WHEN[column.needed_if]}. "
    several = " Several: put ; between them." if column.many else ""
    return f"{needed}{column.description} {_how(column)}{several}".replace("  ", " ").strip()


def _how(column: Column) -> str:
    if column.words:
        return f"One of: {', '.join(column.words)}."
    if column.names in REFERS_TO_WORDS:
        return f"A word from the sheet {WORDS}."
    if page := referred(column):
        return f"An id from the sheet {page.title}."
    return _HOW.get(column.sort, "")


def referred(column: Column) -> Sheet | None:
    """Return the sheet whose ids this column names, if it is one sheet."""
    return next((sheet for sheet in sheets() if sheet.field == column.names), None)
