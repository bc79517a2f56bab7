"""The ten mistakes that coordinators make most, in a workbook that was really filled in.

Each gives at most one sentence, which names the sheet, the cell and the mend; all ten at once give ten
sentences less the two that are no mistakes to us: a blank line is counted, and `Yes ` is a yes.
"""

from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import matchmaker as mm
from matchmaker.files import examine, told
from matchmaker.files.counts import SheetCount
from matchmaker.files.drafts import Draft
from matchmaker.files.grid import Grid
from matchmaker.files.headers import read_header
from matchmaker.files.mixed_up import told_apart
from matchmaker.files.row_in import is_example, why_set_aside
from matchmaker.files.schema import sheets
from tests.files.books import put, saved, saved_csv, saved_ods
from tests.golden.filled_in_rows import FILLED_IN
from tests.golden.golden_workbook import filled

Book = dict[str, list[list[Any]]]
ROOT = Path(__file__).resolve().parents[2]
KINDS = {"xlsx": saved, "ods": saved_ods, "csv": saved_csv}


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return filled(FILLED_IN, tmp_path_factory.mktemp("filled"))


@pytest.fixture
def book(path) -> Book:
    """Return the cells of the filled-in template, blank columns and example rows and all."""
    found = openpyxl.load_workbook(path)
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in found}


# Where each mistake is made: row 3 is the first below the example.


def wrong_date(book: Book) -> None:
    put(book, "Beneficiaries!3.asked_on", "05/10/2026")


def misspelt_column(book: Book) -> None:
    book["Mentors"][0][book["Mentors"][0].index("hours_per_week")] = "hours_per_weak"


def blank_line(book: Book) -> None:
    book["Mentors"].insert(4, [None, "  "])


def id_typed_twice(book: Book) -> None:
    put(book, "Beneficiaries!20.id", "B17")


def unknown_navigator(book: Book) -> None:
    put(book, "Mentors!4.navigator", "N77")


def yes_with_a_space(book: Book) -> None:
    put(book, "Mentors!3.available", "Yes ")


def merged_cells(book: Book) -> None:
    """As text files have it: all but the first are blank. The others merge two cells on their own."""
    put(book, "Beneficiaries!8.label", None)


def a_formula(book: Book) -> None:
    put(book, "Navigators!3.first_visits_free", "=2*2")


def swapped_sheets(book: Book) -> None:
    book["Places"], book["Areas"] = book["Areas"], book["Places"]


def comma_in_a_number(book: Book) -> None:
    put(book, "Navigators!3.joint_hours", "1,5")


TEN = (
    wrong_date, misspelt_column, blank_line, id_typed_twice, unknown_navigator, yes_with_a_space,
    merged_cells, a_formula, swapped_sheets, comma_in_a_number,
)  # fmt: skip


def written(book: Book, kind: str, folder: Path, *, merge: bool = False) -> Path:
    path = KINDS[kind](book, folder)
    if merge and kind == "xlsx":
        opened = openpyxl.load_workbook(path)
        opened["Beneficiaries"].merge_cells("B7:B8")
        opened.save(path)
    return path


def read_aloud(book: Book, kind: str, folder: Path, *mistakes) -> list[str]:
    if merged_cells in mistakes and kind == "ods":
        label = book["Beneficiaries"][6][1]
        book["Beneficiaries"][6][1] = (
            '<table:table-cell office:value-type="string" table:number-columns-spanned="1" '
            f'table:number-rows-spanned="2"><text:p>{label}</text:p></table:table-cell>'
        )
    path = written(book, kind, folder, merge=merged_cells in mistakes)
    return [told(problem).replace(".csv", "") for problem in examine(path).problems]


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_mistake_all_three_are_the_same_round(book, kind, path, tmp_path):
    assert read_aloud(book, kind, tmp_path) == []
    assert mm.read_round(written(book, kind, tmp_path)) == mm.read_round(path)


FORMULA = {
    "xlsx": "it holds a formula without a value. Maybe type the value itself.",
    "ods": "it holds a formula without a value. Maybe type the value itself.",
    "csv": '"=2*2" is not a whole number. Maybe type the value itself, not a formula.',
}
MERGED = "cell B7: it is merged with others, and those would be read as blank. Maybe unmerge them and fill in each."
IN_TEXT = "cell B8 (label): it is blank. Maybe fill it in: What the person is called on the pages."


def sentences(kind: str) -> dict[Any, list[str]]:
    """Return what is said of each mistake, by hand."""
    return {
        wrong_date: [
            'Beneficiaries, cell E3 (asked_on): "05/10/2026" is not a date as we write it. '
            "Maybe 2026-10-05 or 2026-05-10: the year first, then month and day."
        ],
        misspelt_column: [
            'Mentors, cell F1: "hours_per_weak" is not a column we know here. Maybe hours_per_week?'
        ],
        blank_line: [],
        id_typed_twice: ['Beneficiaries, cell A20 (id): "B17" is there twice. Maybe give one a new id.'],
        unknown_navigator: [
            "Mentors, cell C4 (navigator): N77 is not among the navigators. "
            "Maybe look up the id; nobody else's will do."
        ],
        yes_with_a_space: [],
        merged_cells: [f"Beneficiaries, {IN_TEXT if kind == 'csv' else MERGED}"],
        a_formula: [f"Navigators, cell C3 (first_visits_free): {FORMULA[kind]}"],
        swapped_sheets: [
            "Areas: this holds the columns of Places, and Places those of this one. "
            "Maybe swap the names of the two."
        ],
        comma_in_a_number: [
            'Navigators, cell D3 (joint_hours): "1,5" is not a number. Maybe 1.5, with a point.'
        ],
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mistake", TEN, ids=lambda each: each.__name__)
def test_each_mistake_gives_one_sentence_or_none(book, kind, tmp_path, mistake):
    mistake(book)
    assert read_aloud(book, kind, tmp_path, mistake) == sentences(kind)[mistake]


def test_the_guide_says_what_is_really_said():
    page = (ROOT / "docs" / "how-to" / "fill-in-the-workbook.md").read_text(encoding="utf-8")
    for sentence in chain.from_iterable(sentences("xlsx").values()):
        assert f"| {sentence} |" in page


@pytest.mark.parametrize("kind", KINDS)
def test_all_ten_at_once_are_all_told_and_nobody_is_lost(book, kind, tmp_path):
    people = len(book["Mentors"]) - 2  # less the names of the columns and the example
    for mistake in reversed(TEN):  # the blank line last, as it moves what is below it
        mistake(book)
    expected = [sentence for mistake in TEN for sentence in sentences(kind)[mistake]]
    assert len(expected) == 8
    assert sorted(read_aloud(book, kind, tmp_path, *TEN)) == sorted(expected)
    counts = examine(written(book, kind, tmp_path)).counts
    assert counts[0].read == people
    assert str(counts[0]).endswith("(the example row counts as blank; row 5 is blank)")


@pytest.mark.parametrize("kind", KINDS)
def test_people_on_each_others_sheets_are_one_sentence_and_their_own_mistakes_are_still_found(
    book, kind, tmp_path
):
    for mistake in (wrong_date, misspelt_column):
        mistake(book)
    book["Mentors"], book["Beneficiaries"] = book["Beneficiaries"], book["Mentors"]
    assert read_aloud(book, kind, tmp_path) == [
        "Mentors: this holds the columns of Beneficiaries, and Beneficiaries those of this one. "
        "Maybe swap the names of the two.",
        'Mentors, cell E3 (asked_on): "05/10/2026" is not a date as we write it. '
        "Maybe 2026-10-05 or 2026-05-10: the year first, then month and day.",
        'Beneficiaries, cell F1: "hours_per_weak" is not a column we know here. Maybe hours_per_week?',
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_one_sheet_pasted_over_another_is_one_sentence(book, kind, tmp_path):
    """Whoever names one of the people that we cannot see is not in the wrong."""
    book["Beneficiaries"] = book["Mentors"]
    assert read_aloud(book, kind, tmp_path) == [
        "Beneficiaries: this holds the columns of Mentors. Maybe put the rows of Beneficiaries here."
    ]


# --- the pieces --------------------------------------------------------------------------------------

BY_TITLE = {sheet.title: sheet for sheet in sheets()}


def test_every_sheet_is_taken_for_itself():
    for sheet in sheets():
        grid = Grid(sheet.title, (tuple(column.name for column in sheet.columns),))
        assert told_apart([(1, grid, sheet)]) == ([(1, grid, sheet)], [])


def test_every_two_sheets_with_columns_of_their_own_can_be_told_apart():
    """What two small sheets share is not enough to be sure; then each column is named."""
    grids = {sheet.title: Grid(sheet.title, (tuple(c.name for c in sheet.columns),)) for sheet in sheets()}
    for one, other in (
        ("Mentors", "Navigators"),
        ("Teams", "Areas"),
        ("Clearances", "Comfort"),
        ("Groups", "Matches"),
    ):
        swapped = [(1, grids[other], BY_TITLE[one]), (2, grids[one], BY_TITLE[other])]
        found, findings = told_apart(swapped)
        assert [(grid.title, sheet.title) for _, grid, sheet in found] == [(other, other), (one, one)]
        assert len(findings) == 1


def test_a_row_is_set_aside_only_where_rows_say_where_they_end():
    draft = Draft(BY_TITLE["Areas"], "Areas", 1, read_header(("start", "end", "minutes"), BY_TITLE["Areas"]))
    rows = (("start", "end", "minutes"), ("a", "b"), ("a", "b", 3, "x"), ("start", "end", "Minutes"))
    loose, exact = Grid("Areas", rows), Grid("Areas", rows, exact=True)

    def codes(grid: Grid) -> list[str | None]:
        found = [why_set_aside(row, draft, grid=grid) for row in rows[1:]]
        return [fault and fault.code for fault in found]

    assert codes(loose) == [None, None, "header_again"]
    assert codes(exact) == ["short_row", "long_row", "header_again"]
    assert is_example(("example-north", "b", 3), draft)
    assert not is_example((), draft)


def test_a_short_row_that_only_lacks_what_may_be_blank_is_fine():
    sheet = BY_TITLE["Places"]
    header = ("id", "label", "kind", "area")
    draft = Draft(sheet, "Places", 1, read_header(header, sheet))
    grid = Grid("Places", (header, ("P1", "Hub", "office_hub")), exact=True)
    assert why_set_aside(grid.rows[1], draft, grid=grid) is None


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ((), "Mentors: 2 read + 0 blank = 2 rows"),
        ((3,), "Mentors: 2 read + 1 blank = 3 rows (row 3 is blank)"),
        ((3, 4, 7), "Mentors: 2 read + 3 blank = 5 rows (rows 3, 4 and 7 are blank)"),
        (tuple(range(3, 10)), "Mentors: 2 read + 7 blank = 9 rows (rows 3, 4, 5, 6, 7 and 2 more are blank)"),
    ],
)
def test_blank_rows_between_others_are_named(rows, text):
    assert str(SheetCount("Mentors", 2, len(rows), blank_rows=rows)) == text
