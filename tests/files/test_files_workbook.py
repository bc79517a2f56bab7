"""A workbook gives back the round it was made of, in whatever order its rows and columns stand."""

import io
import random
import re
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from matchmaker.domain.round import Round
from matchmaker.errors import CannotWrite
from matchmaker.files import read_round, told, write_json, write_workbook
from matchmaker.files.examples import example_round
from matchmaker.files.guide import first_page, note
from matchmaker.files.layout import OPTIONS, cell_of
from matchmaker.files.schema import sheets
from matchmaker.files.template import template_bytes
from matchmaker.files.workbook import workbook_bytes
from matchmaker.files.workbook_in import round_from
from matchmaker.files.xlsx import read_grids
from tests.files.books import good, saved
from tests.files.odd_rounds import ODD, odd_round

seeds = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("rounds") / "round.xlsx"


def small() -> Round:
    return Round.from_dict({
        "programme": {
            "as_of": "2026-11-30",
            "locality": "Leeds",
            "usual_language": "English",
            "safeguarding_contact": "The duty worker",
        },
        "navigators": [{"id": "N1", "label": "Asha", "first_visits_free": 4}],
    })  # fmt: skip


def shuffled(data: bytes, draw: random.Random) -> bytes:
    """Return the same cells with sheets, rows and columns in another order."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, OPTIONS)
    source = CalamineWorkbook.from_filelike(io.BytesIO(data))
    day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for title in draw.sample(source.sheet_names, len(source.sheet_names)):
        header, *rows = source.get_sheet_by_name(title).to_python()
        order = draw.sample(range(len(header)), len(header))
        page = book.add_worksheet(title)
        for at, row in enumerate([header, *draw.sample(rows, len(rows))]):
            for to, number in enumerate(order):
                if row[number] != "":
                    page.write(at, to, row[number], day if isinstance(row[number], date) else None)
    book.close()
    return memory.getvalue()


@given(seeds)
def test_a_round_comes_back_from_a_workbook(path, seed):
    round_ = odd_round(seed)
    write_workbook(round_, path)
    assert read_round(path) == round_


@given(seeds)
def test_a_round_comes_back_from_json(path, seed):
    round_ = odd_round(seed)
    write_json(round_, path.with_suffix(".json"))
    assert read_round(path.with_suffix(".json")) == round_


@given(seeds)
def test_the_order_of_sheets_rows_and_columns_does_not_matter(path, seed):
    round_ = odd_round(seed)
    path.write_bytes(shuffled(workbook_bytes(round_), random.Random(seed)))
    assert read_round(path) == round_


def test_all_odd_texts_are_among_the_rounds_that_were_tried():
    seen = {tag for seed in range(30) for mentor in odd_round(seed).mentors for tag in mentor.likes}
    assert len(seen) > len(ODD) / 2


def test_the_same_round_gives_the_same_bytes():
    assert workbook_bytes(odd_round(1)) == workbook_bytes(odd_round(1))


def test_it_is_the_template_with_the_rows_in_place_of_the_examples(tmp_path):
    write_workbook(small(), tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    blank = openpyxl.load_workbook(io.BytesIO(template_bytes()))
    assert book.sheetnames == blank.sheetnames
    for title in ("Words", *(sheet.title for sheet in sheets())):
        ours, theirs = (
            [(cell.value, cell.number_format) for cell in each[title][1]] for each in (book, blank)
        )
        assert ours == theirs
        assert offered(book[title]) == offered(blank[title])
    filled = {page.title: page.max_row - 1 for page in book if page.title not in ("ReadMe", "Words")}
    assert {title: rows for title, rows in filled.items() if rows} == {"Navigators": 1, "Programme": 1}
    said = [row[0].value for row in book["ReadMe"].iter_rows(min_row=3)]
    assert said == [line for line in first_page() if "grey row" not in line]


def offered(page) -> list[tuple[int, str]]:
    """Return the column and the choice of each dropdown; how far down they go may differ."""
    rules = [each for each in page.data_validations.dataValidation if each.formula1]
    return [(next(iter(each.sqref.ranges)).min_col, each.formula1.split("$A$1")[0]) for each in rules]


def messages(page) -> dict[str, str]:
    """Return what is said to whoever goes to the name of a column."""
    rules = [each for each in page.data_validations.dataValidation if not each.formula1]
    return {str(each.sqref): each.prompt for each in rules}


def test_what_a_column_is_for_is_said_at_its_name(tmp_path):
    """A message, no comment: comments are where people leave what nobody else should read."""
    write_workbook(small(), tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    for sheet in sheets():
        said = messages(book[sheet.title])
        assert len(said) == len(sheet.columns)
        for number, column in enumerate(sheet.columns, 1):
            told = said[f"{openpyxl.utils.get_column_letter(number)}1"]
            assert told == note(column) or (len(note(column)) > 255 and told.endswith(" …"))


def test_dropdowns_go_on_below_the_rows_however_many_there_are(tmp_path):
    """1200 workers: 1 header row, 1200 rows, and 1000 rows more, so row 2201 is the last."""
    worker = {"label": "Asha", "first_visits_free": 4}
    round_ = small().revised(navigators=[{"id": f"N{n}"} | worker for n in range(1, 1201)])
    write_workbook(round_, tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    rules = [
        each for each in book["Mentors"].data_validations.dataValidation if "Navig" in (each.formula1 or "")
    ]
    assert [(str(each.sqref), each.formula1) for each in rules] == [("C2:C2201", "Navigators!$A$2:$A$2201")]


def test_own_columns_stand_behind_ours_without_a_note(tmp_path):
    programme = small().model_dump(mode="json", exclude_defaults=True)["programme"] | {"x_own": "a"}
    write_workbook(Round.from_dict({"programme": programme}), tmp_path / "r.xlsx")
    last = openpyxl.load_workbook(tmp_path / "r.xlsx")["Programme"][1][-1]
    assert last.value == "x_own"
    assert f"{last.column_letter}1" not in messages(last.parent)


def test_the_previous_proposal_and_decisions_stay_out(tmp_path):
    veto = {"id": "d1", "actor": "Asha", "at": "2026-11-30 10:00", "kind": "lift", "row": "avoid/B1/area:x"}
    decided = Round.from_dict({**small().model_dump(mode="json", exclude_defaults=True), "decisions": [veto]})
    write_workbook(decided, tmp_path / "r.xlsx")
    assert read_round(tmp_path / "r.xlsx") == small()


def test_an_empty_list_that_was_asked_about_is_not_a_blank(tmp_path):
    mentor = {
        "id": "M1", "label": "Robin", "navigator": "N1", "available": True, "offers": ["hub"],
        "hours_per_week": 2, "people_at_once": 1, "usual_step": "joint", "free": [], "training": ["none"],
    }  # fmt: skip
    round_ = small().revised(mentors=[mentor])
    write_workbook(round_, tmp_path / "r.xlsx")
    page = openpyxl.load_workbook(tmp_path / "r.xlsx")["Mentors"]
    row = dict(zip([c.value for c in page[1]], [c.value for c in page[2]], strict=True))
    assert (row["free"], row["training"], row["likes"]) == ("none", "none;", None)
    assert read_round(tmp_path / "r.xlsx") == round_


def test_a_formula_typed_as_text_is_written_as_text():
    names = zipfile.ZipFile(io.BytesIO(workbook_bytes(odd_round(3)))).namelist()
    parts = zipfile.ZipFile(io.BytesIO(workbook_bytes(odd_round(3))))
    pages = [parts.read(name).decode() for name in names if "worksheets/sheet" in name]
    assert pages
    assert not [page for page in pages if "<f>" in page or "<hyperlink" in page]


def test_a_workbook_tells_nothing_about_who_wrote_it():
    parts = zipfile.ZipFile(io.BytesIO(workbook_bytes(odd_round(3))))
    core = parts.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert not [name for name in parts.namelist() if re.search("external|comment|drawing", name)]
    assert not re.search(r'hidden="1"|state=', parts.read("xl/workbook.xml").decode())


def test_a_row_that_would_be_taken_for_the_example_is_not_written(tmp_path):
    with pytest.raises(CannotWrite, match="Mentors: a row named example-… would be left out"):
        write_workbook(example_round(), tmp_path / "r.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_cell_that_is_too_long_is_not_cut(tmp_path):
    likes = [f"{n} " + "x" * 95 for n in range(400)]
    mentor = {
        "id": "M1", "label": "Robin", "navigator": "N1", "available": True, "offers": ["hub"],
        "hours_per_week": 2, "people_at_once": 1, "usual_step": "joint", "likes": likes,
    }  # fmt: skip
    with pytest.raises(CannotWrite, match="Mentors, row 2, likes: it is too long for a workbook"):
        write_workbook(small().revised(mentors=[mentor]), tmp_path / "r.xlsx")


def test_every_field_of_the_example_has_its_cell():
    example = example_round()
    for sheet in sheets():
        value = getattr(example, sheet.field)
        record = value if sheet.one_row else value[0]
        for column in sheet.columns:
            blank = getattr(record, column.name) in (None, ())
            assert (cell_of(record, column) is None) == blank


def test_reading_gives_round_problems_and_counts(tmp_path):
    round_, problems, counts = round_from(read_grids(saved(good(), tmp_path)))
    assert round_ is not None
    assert [mentor.id for mentor in round_.mentors] == ["M1", "M2"]
    assert (problems, str(counts[0])) == ((), "Mentors: 2 read + 0 blank = 2 rows")


@pytest.mark.parametrize("sign", ["\ufffe", "\uffff"])
def test_a_sign_that_is_none_is_refused_rather_than_changed(tmp_path, sign):
    programme = small().model_dump(mode="json", exclude_defaults=True)["programme"] | {"x_own": f"a{sign}"}
    with pytest.raises(CannotWrite, match="Programme, row 2, x_own: it holds a sign that no workbook"):
        write_workbook(Round.from_dict({"programme": programme}), tmp_path / "r.xlsx")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_rows_on_a_hidden_sheet_are_not_read_behind_anybodys_back(tmp_path, state):
    path = saved(good(), tmp_path)
    book = openpyxl.load_workbook(path)
    book["KeepApart"].sheet_state = state
    book.create_sheet("Avoid").sheet_state = state  # there is nothing on it
    book.save(path)
    _, problems, _ = round_from(read_grids(path))
    assert [told(problem) for problem in problems] == [
        "KeepApart: this sheet is hidden. Maybe show it, and look at what it holds."
    ]
