"""The template is made of the records: it can offer nothing that the importer does not read."""

import io
import re
import zipfile

import openpyxl
import pytest

from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.files import examine, write_template
from matchmaker.files.examples import example_round
from matchmaker.files.furniture import LONGEST_LIST
from matchmaker.files.guide import first_page, note, referred
from matchmaker.files.schema import ALWAYS, EXAMPLE, IGNORED, NOT_IN_A_WORKBOOK, sheets
from matchmaker.files.template import template_bytes

# Named by hand from the public face of the library, so that a slip in the records is seen here.
NEEDED = {
    "Mentors": "id label navigator available offers hours_per_week people_at_once usual_step",
    "Beneficiaries": "id label navigator wants",
    "Navigators": "id label first_visits_free",
    "Programme": "as_of locality usual_language safeguarding_contact",
}
OTHERS = (
    "Clearances Comfort Situations KeepApart Avoid Answers Places "
    "Areas Groups Teams Stretch Matches Vocabulary"
)


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(io.BytesIO(template_bytes()))


def test_sheets_and_needed_columns_are_as_promised():
    assert {sheet.title for sheet in sheets()} == {*NEEDED, *OTHERS.split()}
    for title, names in NEEDED.items():
        sheet = next(each for each in sheets() if each.title == title)
        assert [column.name for column in sheet.columns if column.required] == names.split()
        assert sheet.required


def test_every_field_of_every_record_is_a_column(book):
    for sheet in sheets():
        header = [cell.value for cell in book[sheet.title][1]]
        assert sorted(header) == sorted(sheet.record.model_fields)
        assert header == [column.name for column in sheet.columns]
    fields = set(Round.model_fields) - set(NOT_IN_A_WORKBOOK)
    assert fields == {sheet.field for sheet in sheets()} >= set(ALWAYS)


def test_every_column_has_a_note_that_says_what_it_is_for(book):
    for sheet in sheets():
        for cell, column in zip(book[sheet.title][1], sheet.columns, strict=True):
            assert column.description in cell.comment.text
            assert cell.comment.text == note(column)
            assert cell.comment.text.startswith("Needed") == bool(column.required or column.needed_if)


def test_needed_columns_show_a_star_and_keep_their_name(book):
    """Without relying on colour, and without a second spelling of the field."""
    stars = {cell.value for cell in book["Mentors"][1] if cell.number_format == '@" *"'}
    assert stars == set(NEEDED["Mentors"].split())
    assert all(cell.font.bold for cell in book["Mentors"][1])
    assert book["Mentors"].freeze_panes == "A2"


def dropdowns(page) -> dict[str, str]:
    header = [cell.value for cell in page[1]]
    found = {}
    for each in page.data_validations.dataValidation:
        number = next(iter(each.sqref.ranges)).min_col
        found[header[number - 1]] = each.formula1
    return found


def test_dropdowns_offer_the_words_and_ids_of_the_records(book):
    for sheet in sheets():
        offered = dropdowns(book[sheet.title])
        for column in sheet.columns:
            if column.sort == "yes_no":
                assert offered[column.name] == '"yes,no"'
            elif column.words and len(",".join(column.words)) <= LONGEST_LIST:
                assert offered[column.name] == '"' + ",".join(column.words) + '"'
            elif column.words or column.names in ("tasks", "kinds", "situations", "tasks or any", "venues"):
                (letter,) = re.findall(r"^Words!\$(\w)\$2:\$\w\$40$", offered[column.name])
                cells = [cell.value for cell in book["Words"][letter][1:] if cell.value]
                assert set(cells) in (
                    set(column.words), set(STANDARD.tasks), set(STANDARD.kinds), set(STANDARD.situations),
                )  # fmt: skip
            elif page := referred(column):
                assert offered[column.name] == f"{page.title}!$A$2:$A$1001"
                assert book[page.title]["A1"].value == "id"
            else:
                assert column.name not in offered


def test_nothing_is_forbidden_where_several_or_own_words_may_stand(book):
    rules = {str(each.sqref): each for each in book["Mentors"].data_validations.dataValidation}
    assert not rules["E2:E1001"].showErrorMessage  # offers
    assert rules["H2:H1001"].showErrorMessage  # usual_step
    assert rules["H2:H1001"].errorStyle == "warning"


def test_the_example_rows_are_a_round_and_are_grey_italic_and_skipped(book):
    example = example_round()
    for sheet in sheets():
        value = getattr(example, sheet.field)
        key = str(getattr(value if sheet.one_row else value[0], sheet.key.name))
        assert f"/{EXAMPLE}" in f"/{key}"
        filled = [cell for cell in book[sheet.title][2] if cell.value is not None]
        assert filled
        assert all(cell.font.italic and cell.font.color.rgb == "FF595959" for cell in filled)


def test_rows_written_under_the_example_are_read(tmp_path):
    write_template(tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    rows: dict[str, dict[str, object]] = {
        "Mentors": {"id": "M1", "label": "Robin", "navigator": "N1", "available": "yes",
                    "offers": "mentoring",
                    "hours_per_week": 2, "people_at_once": 1, "usual_step": "joint"},
        "Beneficiaries": {"id": "B1", "label": "Alex", "navigator": "none_yet", "wants": "no"},
        "Navigators": {"id": "N1", "label": "Asha", "first_visits_free": 4},
        "Programme": {"as_of": "2026-11-30", "locality": "Leeds", "usual_language": "English",
                      "safeguarding_contact": "The duty worker"},
    }  # fmt: skip
    for title, row in rows.items():
        header = [cell.value for cell in book[title][1]]
        for name, value in row.items():
            book[title].cell(3, header.index(name) + 1).value = value
    book.save(tmp_path / "filled.xlsx")
    reading = examine(tmp_path / "filled.xlsx")
    assert reading.problems == ()
    assert reading.round is not None
    assert [mentor.id for mentor in reading.round.mentors] == ["M1"]


def test_the_first_page_is_short_and_the_importer_leaves_it_alone(book):
    assert book.sheetnames[0] == "ReadMe" in IGNORED
    assert [row[0].value for row in book["ReadMe"].iter_rows(min_row=3)] == list(first_page())
    assert max(len(line) for line in first_page()) < 300
    words = " ".join(first_page()).casefold()
    assert not [word for word in ("diagnos", "offence", "offend", "recover", "convict") if word in words]
    assert {f"{sheet.title}:" for sheet in sheets()} - {f"{title}:" for title in NEEDED} <= set(
        re.findall(r"\w+:", " ".join(first_page()))
    )


def test_the_template_hides_nothing_and_names_nobody():
    parts = zipfile.ZipFile(io.BytesIO(template_bytes()))
    assert "<dc:creator></dc:creator>" in parts.read("docProps/core.xml").decode()
    assert not re.search(r"state=|hidden=", parts.read("xl/workbook.xml").decode())
    comments = [parts.read(name).decode() for name in parts.namelist() if "comments" in name]
    assert len(comments) == len(sheets())
    assert all("<authors><author></author></authors>" in text for text in comments)


def test_the_template_is_always_the_same_bytes():
    assert template_bytes() == template_bytes()
