"""Written sheets stand in the order in which people look for a row: B1, B2, B10."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from matchmaker.domain.round import Round
from matchmaker.domain.words import in_turn
from matchmaker.files import read_round, write_csv, write_ods, write_workbook
from matchmaker.files.natural import in_natural_order
from matchmaker.files.schema import sheets
from tests.files.odd_rounds import odd_round

NUMBERS = (11, 2, 10, 1)


def person(number: int) -> dict[str, Any]:
    return {"id": f"B{number}", "label": f"P{number}", "navigator": "N1", "wants": "no"}


def round_of(numbers: tuple[int, ...] = NUMBERS) -> Round:
    """People, and rows without an id about them, none in the order that they should have."""
    return Round.from_dict({
        "programme": {
            "as_of": "2026-11-30", "locality": "Leeds", "usual_language": "English",
            "safeguarding_contact": "The duty worker",
        },
        "navigators": [{"id": "N1", "label": "Asha", "first_visits_free": 4}],
        "beneficiaries": [person(n) for n in (*numbers, 3)],
        "keep_apart": [{"one": f"B{n}", "other": "B3"} for n in numbers] + [{"one": "B2", "other": "B1"}],
        "answers": [
            {"question": f"dual-worked/B{n}", "by": "Asha", "on": "2026-11-05", "answer": "no"} for n in numbers
        ],
        "areas": [{"start": f"Ward {n}", "end": "Hub", "minutes": 10} for n in numbers],
    })  # fmt: skip


def xlsx_rows(round_, path, title):
    write_workbook(round_, path / "r.xlsx")
    rows = openpyxl.load_workbook(path / "r.xlsx")[title].iter_rows(min_row=2, max_col=2, values_only=True)
    return [[str(cell) for cell in row] for row in rows], path / "r.xlsx"


def ods_rows(round_, path, title):
    write_ods(round_, path / "r.ods")
    rows = CalamineWorkbook.from_path(str(path / "r.ods")).get_sheet_by_name(title).to_python()[1:]
    return [[str(cell) for cell in row[:2]] for row in rows], path / "r.ods"


def csv_rows(round_, path, title):
    write_csv(round_, path / "r")
    text = (path / "r" / f"{title}.csv").read_text(encoding="utf-8-sig")
    return [row[:2] for row in csv.reader(io.StringIO(text))][1:], path / "r"


@pytest.mark.parametrize("rows_in", [xlsx_rows, ods_rows, csv_rows])
@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Beneficiaries", ["B1", "B2", "B3", "B10", "B11"]),
        ("Answers", ["dual-worked/B1", "dual-worked/B2", "dual-worked/B10", "dual-worked/B11"]),
        ("Areas", ["Ward 1", "Ward 2", "Ward 10", "Ward 11"]),
    ],
)
def test_numbers_in_ids_sort_by_how_much_they_are(tmp_path, rows_in, title, expected):
    round_ = round_of()
    rows, path = rows_in(round_, tmp_path, title)
    assert [row[0] for row in rows] == expected
    assert read_round(path) == round_


@pytest.mark.parametrize("rows_in", [xlsx_rows, ods_rows, csv_rows])
def test_rows_without_ids_stand_by_the_ids_they_name(tmp_path, rows_in):
    pairs, _ = rows_in(round_of(), tmp_path, "KeepApart")
    assert pairs == sorted(pairs, key=lambda pair: [int(each[1:]) for each in pair])
    assert len(pairs) == len(NUMBERS) + 1


def test_the_round_itself_keeps_its_canonical_order():
    assert [each.id for each in round_of().beneficiaries] == ["B1", "B10", "B11", "B2", "B3"]
    assert round_of() == round_of(tuple(sorted(NUMBERS)))


def test_every_row_is_written_once_whatever_its_ids_are_like():
    for seed in range(20):
        round_ = odd_round(seed)
        for sheet in sheets():
            rows = getattr(round_, sheet.field)
            if not sheet.one_row:
                assert sorted(map(repr, in_natural_order(sheet, rows))) == sorted(map(repr, rows))


def test_zeros_in_front_and_very_long_numbers_do_no_harm():
    assert in_turn("B007") == in_turn("B7") < in_turn("B10") < in_turn("C1")
    assert in_turn("B" + "9" * 5_000) > in_turn("B1")
