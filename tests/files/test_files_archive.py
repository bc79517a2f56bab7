"""A workbook that was made to harm, or broke on its way, is refused before a reader meets it."""

import io
import random
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter

from matchmaker.errors import CannotRead
from matchmaker.files import examine, told
from matchmaker.files.archive import parts, read_bytes, repacked
from matchmaker.files.cells import Broken, Worked
from matchmaker.files.grid import Grid
from matchmaker.files.scan import Marks, scan
from matchmaker.files.sizes import STANDARD
from matchmaker.files.xlsx import read_grids
from matchmaker.files.xml_in import Unsound
from tests.counts import count
from tests.files.books import good, put, saved

PAGE = "xl/worksheets/sheet1.xml"


@pytest.fixture
def found(tmp_path) -> dict[str, bytes]:
    path = saved(good(), tmp_path)
    return parts(read_bytes(path), path)


def zipped(found: dict[str, bytes], tmp_path: Path) -> Path:
    path = tmp_path / "spoilt.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in found.items():
            archive.writestr(name, part)
    return path


def refused(path: Path, sizes=STANDARD) -> str:
    with pytest.raises(CannotRead) as caught:
        read_grids(path, sizes)
    return str(caught.value)


def with_cells(found: dict[str, bytes], cells: str) -> dict[str, bytes]:
    page = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    )
    return found | {PAGE: page.encode()}


@pytest.mark.parametrize("start", ["<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x'>", "<!doctype x>"])
@pytest.mark.parametrize("part", [PAGE, "xl/styles.xml", "xl/workbook.xml"])
def test_a_document_type_is_refused_wherever_it_stands(found, tmp_path, start, part):
    spoilt = found | {part: b"<?xml version='1.0'?>" + start.encode() + found[part].partition(b"?>")[2]}
    assert refused(zipped(spoilt, tmp_path)).startswith("spoilt.xlsx is not a workbook we can read.")


def test_a_document_type_in_another_encoding_is_refused_too(found):
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'
    with pytest.raises(Unsound, match="holds a document type"):
        scan(found | {PAGE: text.encode("utf-16")}, STANDARD)


@pytest.mark.parametrize("cell", ["XFD1048576", "A100002", "GS1"])
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(found, tmp_path, cell):
    cells = f'<row r="1"><c r="A1"><v>1</v></c><c r="{cell}"><v>1</v></c></row>'
    text = refused(zipped(with_cells(found, cells), tmp_path))
    assert text.startswith(f"spoilt.xlsx holds something far out, in Mentors!{cell}.")


def test_a_blank_cell_far_out_harms_nobody(found, tmp_path):
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="XFD1" s="1"/></row>'
    grids = read_grids(zipped(with_cells(found, cells), tmp_path))
    assert grids[0] == Grid("Mentors", (("id",),))


@pytest.mark.parametrize(("rows", "fine"), [(3, True), (2, False)])
def test_as_many_cells_as_the_limit_says(tmp_path, rows, fine):
    path = saved({"Navigators": [["id", "label"], ["N1", "a"], ["N2", "b"]]}, tmp_path)
    sizes = replace(STANDARD, cells=rows * 2)
    assert (len(read_grids(path, sizes)[0].rows) == 3) if fine else ("far out" in refused(path, sizes))


@pytest.mark.parametrize("index", ["-1", "999999", "x", ""])
def test_a_text_that_is_not_there_is_never_somebody_elses(found, tmp_path, index):
    cells = f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>'
    text = refused(zipped(with_cells(found, cells), tmp_path))
    assert text.startswith("spoilt.xlsx holds a text that is not there, in Mentors!A1.")


@pytest.mark.parametrize(
    "cells",
    ['<row r="1"><c r="1A"><v>1</v></c></row>', '<row r="x"/>', "<row>", '<row r="1"><c r="A0"/></row>'],
)
def test_a_page_that_no_spreadsheet_would_write_is_refused(found, tmp_path, cells):
    assert refused(zipped(with_cells(found, cells), tmp_path)).startswith("spoilt.xlsx holds a")


def test_cells_without_a_place_follow_one_another(found):
    cells = '<row><c t="b"><v>2</v></c></row><row><c><f>1</f></c><c><f>1</f><v>1</v></c></row>'
    marks = scan(with_cells(found, cells), STANDARD)["Mentors"]
    assert marks == Marks({(1, 1): "#VALUE!", (2, 1): "="}, {(2, 2)})


def test_a_sheet_that_is_named_but_not_there_is_refused(found, tmp_path):
    del found[PAGE]
    assert "names a sheet that is not in it" in refused(zipped(found, tmp_path))


def test_two_parts_of_one_name_are_refused(found, tmp_path):
    path = zipped(found, tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(PAGE.upper(), b"another")
    assert refused(path).startswith("spoilt.xlsx holds two parts of one name.")


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        (replace(STANDARD, unzipped_bytes=100), "unfolds to far more than a round"),
        (replace(STANDARD, entries=3), "unfolds to far more than a round"),
        (replace(STANDARD, file_bytes=100), "is larger than 0 MiB"),
    ],
)
def test_each_limit_is_held(tmp_path, sizes, why):
    assert why in refused(saved(good(), tmp_path), sizes)


def test_a_bomb_is_weighed_by_its_label_and_not_lit(found, tmp_path):
    path = zipped(found | {"xl/media/a.bin": bytes(50 * 2**20)}, tmp_path)
    assert path.stat().st_size < 200_000
    assert "unfolds to far more than a round" in refused(path)


def test_a_part_that_lies_about_its_size_is_refused(found, tmp_path):
    path = zipped({"[Content_Types].xml": found["[Content_Types].xml"], PAGE: bytes(5_000)}, tmp_path)
    data = bytearray(path.read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    data[central + 16 : central + 20] = zlib.crc32(bytes(10)).to_bytes(4, "little")
    spoilt = repacked(parts_or_empty(bytes(data), path))
    with zipfile.ZipFile(spoilt) as archive:
        assert sum(entry.file_size for entry in archive.infolist()) < 5_000


def parts_or_empty(data: bytes, path: Path) -> dict[str, bytes]:
    """Return what is left of it: a part is read up to the size on its label, or the file is refused."""
    try:
        return parts(data, path)
    except CannotRead:
        return {}


def damaged(base: bytes, found: dict[str, bytes], draw: random.Random) -> bytes:
    """Return the workbook with a few bytes changed, outside or inside its parts."""
    if draw.random() < 0.4:
        data = bytearray(base)
        for _ in range(draw.randint(1, 8)):
            data[draw.randrange(len(data))] = draw.randrange(256)
        return bytes(data)
    name = draw.choice(sorted(found))
    part = bytearray(found[name])
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(part))
        part[at : at + draw.choice([0, 1, 9])] = draw.choice(
            [b"-1", b"9", b"<v>", b"1e400", b"&#0;", b"\xff", b""]
        )
    return repacked(found | {name: bytes(part)}).getvalue()


def test_whatever_happened_to_a_file_it_is_read_or_refused(found, tmp_path):
    base = saved(good(), tmp_path).read_bytes()
    path = tmp_path / "damaged.xlsx"
    outcomes = set()
    for seed in range(count("hypothesis") * 4):
        path.write_bytes(damaged(base, found, random.Random(seed)))
        try:
            reading = examine(path)
        except CannotRead:
            outcomes.add("cannot")
        else:
            assert (reading.round is None) == bool(reading.problems)
            outcomes.add("round" if reading.round else "problems")
    assert outcomes == {"cannot", "round", "problems"}


def test_a_formula_is_not_believed_where_people_rely_on_the_cell(tmp_path):
    book = good()
    put(book, "Mentors!2.device", None)
    path = tmp_path / "r.xlsx"
    memory = io.BytesIO()
    made = xlsxwriter.Workbook(memory)
    for title, rows in book.items():
        page = made.add_worksheet(title)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        if title == "Mentors":
            page.write_formula("L2", '="no"', None, "yes")
            page.write_formula("B2", '="Ro"&"bin"', None, "Robin")
    made.close()
    path.write_bytes(memory.getvalue())
    assert [told(problem) for problem in examine(path).problems] == [
        'Mentors, cell L2 (device): "yes" is worked out by a formula, and this is a cell that '
        "people rely on. Maybe type the value itself."
    ]


def test_what_cannot_be_trusted_is_marked_in_the_grid(tmp_path):
    path = saved({"Mentors": [["id", "#REF!"], [None, None, "=1+1"]], "Empty": []}, tmp_path)
    mentors, empty = read_grids(path)
    assert mentors.rows == (("id", Broken("#REF!")), ("", "", Broken("=")))
    assert empty == Grid("Empty", ())
    assert Worked("1").value == Broken("1").text


def test_the_room_is_entered_without_loading_a_spreadsheet_library():
    code = (
        "import sys, matchmaker.files\n"
        "loaded = {'xlsxwriter', 'python_calamine', 'openpyxl', 'xml.parsers.expat'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {sorted(loaded)}' if loaded - {'xml.parsers.expat'} else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
