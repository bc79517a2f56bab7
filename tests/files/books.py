"""Workbooks for tests, written with another library than the one under test."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import openpyxl

GOOD: dict[str, list[list[Any]]] = {
    "Mentors": [
        ["id", "label", "navigator", "available", "offers", "hours_per_week", "people_at_once",
         "usual_step", "free", "breaks", "about_me"],
        ["M1", "Robin", "N1", "yes", "befriending; mentoring", 4, 2, "alone_public",
         "Mon 10:00-12:30; Thu 14:00-16:00", "2026-12-01 to 2026-12-14", "I like canals."],
        ["M2", "Kit", "N1", "no", "group", 1.5, 1, "joint", None, None, None],
    ],
    "Beneficiaries": [
        ["id", "label", "navigator", "wants", "asked_on", "wants_to_do", "gender_wish",
         "gender_wished", "needed_on", "cleared"][:9],
        ["B1", "Alex", "N1", "yes", "2026-10-05", "coffee_walk; court", "no_wish", None,
         "2026-12-03 10:00"],
        ["B2", "Jo", "none_yet", "maybe_later", None, None, None, None, None],
    ],
    "Navigators": [["id", "label", "first_visits_free"], ["N1", "Asha", 4]],
    "Programme": [
        ["as_of", "locality", "usual_language", "safeguarding_contact"],
        ["2026-11-30", "Leeds", "English", "The duty worker"],
    ],
    "KeepApart": [["one", "other"], ["M2", "B1"]],
}  # fmt: skip


def good() -> dict[str, list[list[Any]]]:
    """Return a workbook without a mistake, to be spoilt by the test."""
    return copy.deepcopy(GOOD)


def saved(sheets: dict[str, list[list[Any]]], folder: Path, name: str = "round.xlsx") -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        page = book.create_sheet(title)
        for number, row in enumerate(rows, 1):
            for at, value in enumerate(row, 1):
                if value is not None:
                    page.cell(number, at).value = value
    path = folder / name
    book.save(path)
    return path


def put(sheets: dict[str, list[list[Any]]], cell: str, value: Any) -> None:
    """Write one cell, named like ``Mentors!F2``, or by field like ``Mentors!2.free``."""
    title, _, place = cell.partition("!")
    rows = sheets[title]
    if "." in place:
        number, _, name = place.partition(".")
        if name not in rows[0]:
            rows[0].append(name)
        row, at = int(number) - 1, rows[0].index(name)
    else:
        row, at = int(place[1:]) - 1, ord(place[0]) - ord("A")
    while len(rows) <= row:
        rows.append([])
    rows[row] += [None] * (at + 1 - len(rows[row]))
    rows[row][at] = value
