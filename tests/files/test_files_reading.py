"""One way in: by the ending of the name, or by standard input; and every row accounted for."""

import io
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from matchmaker.errors import CannotRead, InputErrors
from matchmaker.files import (
    Reading,
    SheetCount,
    examine,
    read_round,
    write_json,
    write_template,
    write_workbook,
)
from matchmaker.files.sizes import LARGE, STANDARD
from tests.files.books import good, put, saved
from tests.files.odd_rounds import odd_round


def test_the_ending_says_what_a_file_is(tmp_path):
    round_ = odd_round(1)
    write_json(round_, tmp_path / "r.JSON")
    write_workbook(round_, tmp_path / "r.xlsx")
    assert read_round(tmp_path / "r.JSON") == read_round(str(tmp_path / "r.xlsx")) == round_


def test_a_dash_is_json_on_standard_input(monkeypatch):
    round_ = odd_round(1)
    data = io.BytesIO(b"\xef\xbb\xbf" + round_.to_json().encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=data))
    assert read_round("-") == round_


def test_standard_input_has_its_limit_too(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x" * 11)))
    with pytest.raises(CannotRead, match=r"Standard input is too large\. Maybe use --limits large\."):
        read_round("-", replace(STANDARD, file_bytes=10))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("no.xlsx", None, "no.xlsx is not there. Maybe check the name and the folder."),
        ("no.json", None, "no.json is not there. Maybe check the name and the folder."),
        ("folder.xlsx", "folder", "folder.xlsx is a folder. Maybe name the file in it."),
        ("no.ods", None, "no.ods is not there. Maybe check the name and the folder."),
        ("sheets", None, "sheets is not there. Maybe check the name and the folder."),
        ("sheets", "folder", "sheets is a folder without a .csv file. Maybe see the template."),
        ("r.ods", b"", "r.ods is not a workbook we can read. Maybe open it and save it again as .ods."),
        ("r.CSV", b"", "r.CSV is one sheet of a round. Maybe name the folder that holds all its .csv files."),
        ("r.xls", b"", "r.xls is .xls, which we do not read. Maybe save it as .xlsx or .ods."),
        ("r.txt", b"", "r.txt is neither .xlsx, .ods or .json, nor a folder of .csv files. "
         "Maybe give it the ending that says what it is."),
        ("a\x1b[2J.txt", b"", r"a\x1b[2J.txt is neither .xlsx, .ods or .json, nor a folder of .csv files. "
         "Maybe give it the ending that says what it is."),
        ("r.xlsx", b"", "r.xlsx is not a workbook we can read. Maybe open it and save it again as .xlsx."),
        ("r.xlsx", b"id,label", "r.xlsx is not a workbook we can read. "
         "Maybe open it and save it again as .xlsx."),
        ("r.xlsx", b"PK\x03\x04 and no more", "r.xlsx is not a workbook we can read. "
         "Maybe open it and save it again as .xlsx."),
        ("r.xlsx", bytes.fromhex("D0CF11E0A1B11AE1") + b"...",
         "r.xlsx is behind a password, or an old kind of workbook. "
         "Maybe save it as .xlsx without a password."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, content, sentence):
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotRead) as caught:
        read_round(path)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("extra", [0, 1])
def test_a_file_is_read_up_to_its_limit(tmp_path, extra):
    path = tmp_path / "r.json"
    write_json(odd_round(1), path)
    sizes = replace(STANDARD, file_bytes=path.stat().st_size - extra)
    if extra:
        with pytest.raises(CannotRead, match="is larger than 0 MiB"):
            read_round(path, sizes)
    else:
        assert read_round(path, sizes) == odd_round(1)
    assert read_round(path, LARGE) == odd_round(1)


def test_problems_of_json_come_with_their_path(tmp_path):
    (tmp_path / "r.json").write_text('{"programme": {}, "mentors": [{"id": 7}]}')
    reading = examine(tmp_path / "r.json")
    assert (reading.round, reading.counts) == (None, ())
    assert {"programme.as_of", "mentors[0].id", "mentors[0].label"} <= {p.where for p in reading.problems}
    with pytest.raises(InputErrors) as caught:
        read_round(tmp_path / "r.json")
    assert caught.value.problems == reading.problems


# --- every row accounted for ---------------------------------------------------------------------


def counts(path) -> list[str]:
    return [str(count) for count in examine(path).counts]


def test_blank_rows_are_counted_and_not_read(tmp_path):
    book = good()
    book["Mentors"].insert(2, ["  ", None])
    book["Mentors"].append([None, " "])
    reading = examine(saved(book, tmp_path))
    assert reading.round is not None
    assert reading.counts[0] == SheetCount("Mentors", read=2, blank=1, blank_rows=(3,))
    assert str(reading.counts[0]) == "Mentors: 2 read + 1 blank = 3 rows (row 3 is blank)"


def test_rows_with_problems_are_read_and_counted(tmp_path):
    book = good()
    put(book, "Mentors!2.id", None)
    put(book, "Mentors!5.label", "#REF!")
    reading = examine(saved(book, tmp_path))
    assert reading.round is None
    assert (
        counts(saved(book, tmp_path))[0]
        == "Mentors: 3 read (1 accepted, 2 rejected) + 1 blank = 4 rows (row 4 is blank)"
    )


def test_the_example_row_counts_as_blank_and_is_said_so(tmp_path):
    book = good()
    book["Mentors"].insert(1, ["example-M1", "Robin"])
    book["KeepApart"].insert(1, ["Example-M1", "example-B1"])
    assert examine(saved(book, tmp_path)).round is not None
    assert counts(saved(book, tmp_path))[0] == (
        "Mentors: 2 read + 1 blank = 3 rows (the example row counts as blank)"
    )
    assert str(SheetCount("Avoid", 0, 3, 2)).endswith("3 rows (the example rows count as blank)")


def test_rows_of_a_sheet_without_a_header_are_counted_too(tmp_path):
    book = good()
    book["Navigators"] = [[], ["N1", "Asha", 4], [], ["N2", "Al", 1]]
    assert counts(saved(book, tmp_path))[2] == "Navigators: 2 read + 1 blank = 3 rows"


def test_json_is_counted_by_the_same_names(tmp_path):
    write_json(odd_round(1), tmp_path / "r.json")
    write_workbook(odd_round(1), tmp_path / "r.xlsx")
    empty = [line for line in counts(tmp_path / "r.xlsx") if line.endswith(": 0 read + 0 blank = 0 rows")]
    assert empty  # a workbook also has the sheets that hold nothing yet
    filled = [line for line in counts(tmp_path / "r.xlsx") if line not in empty]
    assert [line for line in counts(tmp_path / "r.json") if line not in empty] == filled


def test_an_untouched_template_says_kindly_what_to_fill_in(tmp_path):
    write_template(tmp_path / "t.xlsx")
    reading = examine(tmp_path / "t.xlsx")
    assert isinstance(reading, Reading)
    assert [(problem.sheet, problem.message, problem.advice) for problem in reading.problems] == [
        ("Mentors", "nothing is filled in yet.", "Maybe add a row for each, under the grey example."),
        ("Beneficiaries", "nothing is filled in yet.", "Maybe add a row for each, under the grey example."),
        ("Navigators", "nothing is filled in yet.", "Maybe add a row for each, under the grey example."),
        ("Programme", "nothing is filled in yet.", "Maybe add its one row, under the grey example."),
    ]
    assert {(count.read, count.blank, count.examples) for count in reading.counts} == {(0, 1, 1)}
