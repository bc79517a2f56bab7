"""A sheet as a grid of cells becomes rows of plain values; what is wrong with a cell is said, not guessed."""

import pytest

from matchmaker.files.drafting import read_draft
from matchmaker.files.drafts import Draft
from matchmaker.files.grid import Grid
from matchmaker.files.schema import sheets
from matchmaker.files.words import Words

AREAS = next(sheet for sheet in sheets() if sheet.field == "areas")
HEADER = ("start", "end", "minutes")


def drafted(*rows, merged=()) -> Draft:
    return read_draft(Grid("Areas", rows, merged), AREAS, order=3, words=Words())


def codes(draft: Draft) -> list[str]:
    return [finding.problem.code for finding in draft.findings]


def test_a_row_that_can_be_read():
    draft = drafted(HEADER, ("Heeley", "Walkley", 20))
    assert [(row.number, row.values, row.bad) for row in draft.rows] == [
        (2, {"start": "Heeley", "end": "Walkley", "minutes": 20}, set())
    ]
    assert codes(draft) == []


def test_rows_are_counted_and_blank_ones_and_examples_left_out():
    blank = ("", None, "")
    draft = drafted(HEADER, blank, ("example-Heeley", "Walkley", 20), ("Heeley", "Walkley", 20))
    assert [row.number for row in draft.rows] == [4]
    assert (draft.count.read, draft.count.blank, draft.count.examples) == (1, 2, 1)


def test_a_needed_cell_that_is_blank_is_named_once_and_the_others_are_read():
    draft = drafted(HEADER, ("Heeley", "", 20))
    assert codes(draft) == ["missing"]
    assert draft.rows[0].bad == {"end"}
    assert draft.rows[0].values == {"start": "Heeley", "minutes": 20}


def test_a_needed_column_that_is_not_there_is_told_once_and_not_in_each_row():
    draft = drafted(("start", "end"), ("Heeley", "Walkley"), ("Town", "Walkley"))
    assert len(draft.findings) == 1
    assert all(row.bad == {"minutes"} for row in draft.rows)


def test_what_cannot_be_read_is_said_where_it_stands():
    draft = drafted(HEADER, ("Heeley", "Walkley", "far"))
    assert len(draft.findings) == 1
    assert draft.rows[0].bad == {"minutes"}
    assert draft.findings[0].order == (3, 2, 3)
    assert draft.spot(2, "minutes").where == "Areas!C2"


def test_no_names_of_columns_and_a_cell_without_a_name():
    assert codes(drafted(("", ""), ("Heeley", "Walkley"))) == ["no_header"]
    assert codes(drafted((*HEADER, ""), ("Heeley", "Walkley", 20, "x"))) == ["no_column"]


def test_merged_cells_are_refused_where_they_would_be_read():
    row = ("Heeley", "Walkley", 20)
    assert codes(drafted(HEADER, row, merged=(((1, 0), (1, 1)),))) == ["merged_cells"]
    assert codes(drafted(HEADER, row, merged=(((0, 0), (0, 1)),))) == []
    assert codes(drafted(HEADER, row, merged=(((2, 0), (2, 1)),))) == []


@pytest.mark.parametrize(("rows", "cut"), [(65_535, False), (65_536, True), (65_537, False)])
def test_a_sheet_that_ends_just_where_spreadsheets_do_was_maybe_cut(rows, cut):
    """The row of names counts: an .xls sheet has 65,536 rows in all."""
    draft = drafted(HEADER, *[("Heeley", "Walkley", 20.0)] * (rows - 1))
    assert (codes(draft) == ["cut_short"]) is cut
