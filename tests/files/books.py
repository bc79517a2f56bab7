"""Workbooks for tests, written with another library than the one under test."""

from __future__ import annotations

import copy
import csv
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

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


def as_text(value: Any) -> str:
    """Return a cell as a spreadsheet program saves it to CSV."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return "" if value is None else str(value)


def saved_csv(sheets: dict[str, list[list[Any]]], folder: Path, name: str = "round") -> Path:
    """Write a folder as Excel does: each row as wide as the widest, quotation marks where they must be."""
    place = folder / name
    place.mkdir(exist_ok=True)
    for title, rows in sheets.items():
        wide = max((len(row) for row in rows), default=0)
        with (place / f"{title}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([[*map(as_text, row), *[""] * (wide - len(row))] for row in rows])
    return place


SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in {
        "office": "office", "table": "table", "text": "text", "style": "style",
    }.items()
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'  # fmt: skip
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'


def ods_cell(value: Any) -> str:
    """Return a cell as LibreOffice writes it; text that starts with < is taken as it is."""
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("<table:"):
        return value
    sort = "boolean" if isinstance(value, bool) else "float" if isinstance(value, int | float) else "string"
    sort = "date" if isinstance(value, date) else sort
    held = {"boolean": f'office:boolean-value="{str(value).lower()}"', "float": f'office:value="{value}"'}
    held["date"] = f'office:date-value="{value.isoformat()}"' if isinstance(value, date) else ""
    if isinstance(value, str) and value.startswith("="):
        held["string"] = f"table:formula={quoteattr('of:' + value)}"
        value = ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in as_text(value).split("\n"))
    return f'<table:table-cell office:value-type="{sort}" {held.get(sort, "")}>{lines}</table:table-cell>'


def ods_table(title: str, rows: list[list[Any]], extra: str = "") -> str:
    body = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)
    # What LibreOffice puts below the last row and beside the last column: everything there is, blank.
    rest = '<table:table-row table:number-rows-repeated="1048560">'
    rest += '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f"<table:table table:name={quoteattr(title)} {extra}>{body}{rest}</table:table>"


def saved_ods(sheets: dict[str, list[list[Any]]], folder: Path, name: str = "round.ods") -> Path:
    return zipped_ods("".join(ods_table(title, rows) for title, rows in sheets.items()), folder / name)


def zipped_ods(tables: str, path: Path, *, styles: str = "", manifest: str = MANIFEST) -> Path:
    """Put tables into the archive that an .ods file is."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path
