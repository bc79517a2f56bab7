"""An .ods workbook is read in the pass that weighs it; what was made to harm is refused before it is unfolded."""

import io
import random
import zipfile
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import matchmaker as mm
from matchmaker.errors import CannotRead, CannotWrite
from matchmaker.files import examine, told, write_ods
from matchmaker.files.cells import Broken, Worked
from matchmaker.files.grid import Grid, put, trimmed
from matchmaker.files.ods import ods_bytes
from matchmaker.files.ods_cells import Cell
from matchmaker.files.ods_in import read_ods, repeated
from matchmaker.files.ods_parts import fixed_parts
from matchmaker.files.sizes import STANDARD
from matchmaker.files.xml_in import Unsound
from tests.counts import count
from tests.files.books import good, ods_table, saved, saved_ods, zipped_ods
from tests.files.odd_rounds import odd_round

ONE = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
PROGRAMME = {"as_of": "2026-11-30", "locality": "L", "usual_language": "E", "safeguarding_contact": "D"}


def grid(tmp_path, *rows: str, sizes=STANDARD, styles: str = "", extra: str = "") -> Grid:
    body = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>"
        for row in rows
    )
    table = f'<table:table table:name="A" {extra}>{body}</table:table>'
    return read_ods(zipped_ods(table, tmp_path / "a.ods", styles=styles), sizes)[0]


def cell(text: str = "", **attributes: str) -> str:
    said = "".join(
        f' {name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f"<table:table-cell{said}>{text}</table:table-cell>"


def refused(path: Path, sizes=STANDARD) -> str:
    with pytest.raises(CannotRead) as caught:
        read_ods(path, sizes)
    return str(caught.value)


# --- what is read --------------------------------------------------------------------------------


def test_an_ods_workbook_reads_to_the_same_round_as_an_xlsx_one(tmp_path):
    assert mm.read_round(saved_ods(good(), tmp_path)) == mm.read_round(saved(good(), tmp_path))


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (cell("<text:p>4</text:p>", office_value_type="float", office_value="4"), 4.0),
        (cell("<text:p>50%</text:p>", office_value_type="percentage", office_value="0.5"), 0.5),
        (cell("<text:p>30/11/26</text:p>", office_value_type="date", office_date_value="2026-11-30"), date(2026, 11, 30)),
        (cell(office_value_type="date", office_date_value="2026-12-03T10:00:00"), datetime.fromisoformat("2026-12-03 10:00")),
        (cell(office_value_type="date", office_date_value="0000-13-99"), Broken("#VALUE!")),
        (cell(office_value_type="date"), Broken("#VALUE!")),
        (cell(office_value_type="time", office_time_value="PT10H30M00S"), time(10, 30)),
        (cell(office_value_type="time", office_time_value="PT99H00M00S"), Broken("#VALUE!")),
        (cell(office_value_type="boolean", office_boolean_value="true"), True),
        (cell("<text:p>a</text:p><text:p>b</text:p>", office_value_type="string"), "a\nb"),
        (cell("<text:p>a<text:s/>b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e</text:p>"), "a b  c\td\ne"),
        (cell("<text:p>a\n   <text:span>b</text:span><text:a>c</text:a></text:p>"), "a bc"),
        (cell("<text:p>shown</text:p>", office_value_type="string", office_string_value="held"), "held"),
        (cell("<office:annotation><text:p>a note</text:p></office:annotation><text:p>said</text:p>"), "said"),
        (cell("<text:p>2</text:p>", office_value_type="float", office_value="2", table_formula="of:=1+1"), Worked(2.0)),
        (cell(table_formula="of:=1+1"), Broken("=")),
        (cell("<text:p>#REF!</text:p>", table_formula="of:=x", calcext_value_type="error"), Broken("#REF!")),
        (cell("<text:p>Err:508</text:p>", table_formula="of:=x", office_value_type="string"), Broken("#VALUE!")),
    ],
)  # fmt: skip
def test_what_a_cell_says_is_what_libreoffice_shows(tmp_path, made, value):
    assert grid(tmp_path, made).rows == ((value,),)


def test_cells_stand_where_the_repeats_put_them(tmp_path):
    found = grid(
        tmp_path,
        ONE.format("", "a")
        + cell(table_number_columns_repeated="2")
        + ONE.format(' table:number-columns-repeated="2"', "b"),
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
        f'<table:table-row table:number-rows-repeated="2">{ONE.format("", "c")}</table:table-row>',
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>',
    )
    assert found.rows == (("a", "", "", "b", "b"), (), (), ("c",), ("c",))


def test_rows_in_groups_and_headings_are_rows(tmp_path):
    row = f"<table:table-row>{ONE.format('', 'x')}</table:table-row>"
    table = f'<table:table table:name="A"><table:table-header-rows>{row}</table:table-header-rows>'
    table += f"<table:table-row-group>{row}</table:table-row-group></table:table>"
    assert read_ods(zipped_ods(table, tmp_path / "a.ods"))[0].rows == (("x",), ("x",))


def test_what_another_reader_makes_of_it_is_the_same(tmp_path):
    """Ours knows more (line breaks, formulas, merges); where both know something, they agree."""
    path = tmp_path / "r.ods"
    for seed in range(10):
        path.write_bytes(ods_bytes(odd_round(seed)))
        book = CalamineWorkbook.from_path(path)
        for found in read_ods(path):
            theirs = trimmed(book.get_sheet_by_name(found.title).to_python(skip_empty_area=False))
            plain = [[c.replace("\t", "") if isinstance(c, str) else c for c in row] for row in found.rows]
            assert [list(row)[: len(ours)] for row, ours in zip(theirs, plain, strict=True)] == plain


def test_merged_cells_and_hidden_sheets_are_named(tmp_path):
    book = good()
    merged = ONE.format(' table:number-columns-spanned="1" table:number-rows-spanned="2"', "N1")
    book["Mentors"][1][2] = merged
    book["Mentors"][2][2] = "<table:covered-table-cell/>"
    tables = "".join(ods_table(title, rows) for title, rows in book.items() if title != "KeepApart")
    tables += ods_table("KeepApart", book["KeepApart"], extra='table:style-name="ta9"')
    hidden = '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>'
    path = zipped_ods(tables, tmp_path / "r.ods", styles=hidden)
    assert [told(problem) for problem in examine(path).problems] == [
        "Mentors, cell C2: it is merged with others, and those would be read as blank. "
        "Maybe unmerge them and fill in each.",
        "KeepApart: this sheet is hidden. Maybe show it, and look at what it holds.",
    ]
    assert Grid("A", (), (((1, 2), (2, 2)),)).is_covered(3, 3)
    assert not Grid("A", (), (((1, 2), (2, 2)),)).is_covered(2, 3)


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        (ONE.format("", "a") + cell(table_number_columns_repeated="16383") + ONE.format("", "b"), "A!XFE1"),
        (ONE.format(' table:number-columns-repeated="16384"', "a"), "A!XFD1"),
        (f'<table:table-row table:number-rows-repeated="1048576">{ONE.format("", "a")}</table:table-row>', "A!A1048576"),
        (f'<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
         f"<table:table-row>{ONE.format('', 'a')}</table:table-row>", "A!A1048576"),
        (f'<table:table-row table:number-rows-repeated="100000">{ONE.format(chr(32) + "table:number-columns-repeated=" + chr(34) + "51" + chr(34), "a")}'
         "</table:table-row>", "A!AY100000"),
    ],
)  # fmt: skip
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(tmp_path, rows, where):
    text = rows if rows.startswith("<table:table-row") else f"<table:table-row>{rows}</table:table-row>"
    path = zipped_ods(f'<table:table table:name="A">{text}</table:table>', tmp_path / "a.ods")
    assert path.stat().st_size < 2_000
    assert (
        refused(path)
        == f"a.ods holds something far out, in {where}. Maybe copy the rows into a fresh template."
    )


@pytest.mark.parametrize(("rows", "fine"), [(3, True), (2, False)])
def test_as_many_cells_as_the_limit_says(tmp_path, rows, fine):
    path = saved_ods({"Navigators": [["id", "label"], ["N1", "a"], ["N2", "b"]]}, tmp_path)
    sizes = replace(STANDARD, cells=rows * 2)
    assert (len(read_ods(path, sizes)[0].rows) == 3) if fine else ("far out" in refused(path, sizes))


@pytest.mark.parametrize("text", ["0", "-1", "x", "", "1e9", "99999999999999999999", "²"])
def test_a_number_of_times_that_is_none(text):
    with pytest.raises(Unsound, match="a number of times that is none"):
        repeated({"n": text}, "n")
    assert repeated({}, "n") == 1


@pytest.mark.parametrize(
    "head",
    ["<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x'>", '<!DOCTYPE a [<!ENTITY b "c">]>',
     '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>'],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(tmp_path, head, encoding):
    path = tmp_path / "a.ods"
    text = f'<?xml version="1.0" encoding="{encoding}"?>{head}<x>&b;</x>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", text.encode(encoding))
    assert "document type" in refused(path) or "not a workbook we can read" in refused(path)


def test_a_workbook_behind_a_password_is_refused(tmp_path):
    manifest = '<m><file-entry full-path="content.xml"><manifest:encryption-data/></file-entry></m>'
    path = zipped_ods("", tmp_path / "a.ods", manifest=manifest)
    assert refused(path) == "a.ods is behind a password. Maybe save it as .ods without a password."


@pytest.mark.parametrize(
    ("tables", "why"),
    [
        ("", "is not a workbook we can read"),
        ("<table:table><table:table-row></table:table>", "a part that is not whole"),
        ('<table:table table:name="A"><table:table table:name="B"/></table:table>', "a sheet within a sheet"),
    ],
)
def test_what_no_spreadsheet_would_write_is_refused(tmp_path, tables, why):
    assert why in refused(zipped_ods(tables, tmp_path / "a.ods"))


def test_a_bomb_is_weighed_by_its_label_and_not_lit(tmp_path):
    path = zipped_ods(" " * 50 * 2**20, tmp_path / "a.ods")
    assert path.stat().st_size < 200_000
    assert "unfolds to far more than a round" in refused(path)


def test_an_xlsx_that_calls_itself_ods_is_refused(tmp_path):
    path = saved(good(), tmp_path, "r.ods")
    assert refused(path) == "r.ods is not a workbook we can read. Maybe open it and save it again as .ods."


def test_whatever_happened_to_a_file_it_is_read_or_refused(tmp_path):
    path = saved_ods(good(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    outcomes = set()
    for seed in range(count("hypothesis") * 4):
        draw = random.Random(seed)
        spoilt = bytearray(content)
        for _ in range(draw.randint(1, 4)):
            spoilt[draw.randrange(len(spoilt))] = draw.choice(b'<>"/=09ab \n&')
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("content.xml", bytes(spoilt))
        try:
            reading = examine(path)
        except CannotRead:
            outcomes.add("cannot")
        else:
            assert (reading.round is None) == bool(reading.problems)
            outcomes.add("round" if reading.round else "problems")
    assert outcomes == {"cannot", "round", "problems"}


@given(
    st.lists(
        st.sampled_from(["text:p", "text:span", "office:annotation", "text:s", "draw:frame"]), max_size=8
    )
)
def test_a_cell_is_whole_when_all_in_it_is_closed(tags):
    read = Cell({}, covered=False)
    for tag in tags:
        read.start(tag, {})
        read.read("x")
    assert not any(read.is_whole(tag) for tag in reversed(tags))
    assert read.is_whole("table:table-cell")


# --- what is written ------------------------------------------------------------------------------


def test_the_archive_is_what_the_standard_asks_for(tmp_path):
    write_ods(odd_round(1), tmp_path / "r.ods")
    with zipfile.ZipFile(tmp_path / "r.ods") as archive:
        first, *rest = archive.infolist()
        parts = {each.filename: archive.read(each).decode() for each in (first, *rest)}
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert set(parts) == {"mimetype", "content.xml", "META-INF/manifest.xml"}
    assert set(parts) == set(fixed_parts(""))
    for name in ("content.xml", "META-INF/manifest.xml"):
        assert expat.ParserCreate(namespace_separator=" ").Parse(parts[name], True)
    assert (tmp_path / "r.ods").stat().st_mode & 0o777 == 0o600


def test_it_says_nothing_of_who_wrote_it_and_works_nothing_out():
    text = "".join(fixed_parts("").values()) + "".join(
        zipfile.ZipFile(io.BytesIO(ods_bytes(odd_round(seed)))).read("content.xml").decode()
        for seed in range(5)
    )
    for trace in (
        "creator",
        "dc:date",
        "generator",
        "table:formula",
        "xlink",
        "annotation",
        'display="false"',
        "script",
    ):
        assert trace not in text


def test_text_keeps_every_blank(tmp_path):
    odd = 'a  b   c\td \n  two <lines> & "more"\n\nthree'
    round_ = mm.Round.from_dict({"programme": PROGRAMME | {"x_own": odd, "locality": "a  b"}})
    write_ods(round_, tmp_path / "r.ods")
    assert mm.read_round(tmp_path / "r.ods") == round_


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * 32_768, "too long for a workbook"), ("\x00", "holds a sign"), ("\ufffe", "holds a sign"),
     ("\ud800", "holds a sign"), ("a\rb", "holds a sign")],
)  # fmt: skip
def test_what_does_not_fit_is_not_cut(tmp_path, text, why):
    round_ = mm.Round.from_dict({"programme": PROGRAMME | {"x_own": text}})
    with pytest.raises(CannotWrite, match=f"Programme, row 2: a cell .*{why}"):
        write_ods(round_, tmp_path / "r.ods")
    assert list(tmp_path.iterdir()) == []


def test_room_is_made_for_a_cell_and_no_more():
    rows: list[list[object]] = []
    put(rows, (2, 3), value="x")
    assert rows == [[], ["", "", "x"]]
    assert trimmed([["a"], ["", None], [" "]]) == (("a",),)
