"""A folder of CSV files is read strictly: who stands in it is read, or named as not read."""

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.errors import CannotRead, CannotWrite
from matchmaker.files import examine, told, write_csv
from matchmaker.files.csv_in import TooMany, delimiter_of, grid_of
from matchmaker.files.csv_out import csv_files
from matchmaker.files.folder import read_folder
from matchmaker.files.sizes import LARGE, STANDARD
from matchmaker.files.written import Written, number
from tests.counts import SEED, count
from tests.files.books import good, put, saved, saved_csv
from tests.files.odd_rounds import odd_round

HEADER = "id,label,navigator,wants\n"
NAVIGATORS = "id,label,first_visits_free\nN1,Asha,4\n"
PROGRAMME = "as_of,locality,usual_language,safeguarding_contact\n2026-11-30,Leeds,English,The duty worker\n"
MENTORS = (
    "id,label,navigator,available,offers,hours_per_week,people_at_once,usual_step,device\n"
    "M1,Robin,N1,yes,hub,2,1,joint,yes\nM2,Kit,N1,no,hub,1.5,1,joint,\n"
)


def folder(tmp_path: Path, **files: str | bytes) -> Path:
    """Write a small good round, with these files in place of its own."""
    place = tmp_path / "round"
    place.mkdir(exist_ok=True)
    usual: dict[str, str | bytes] = {
        "Mentors": MENTORS, "Beneficiaries": HEADER + "B1,Alex,N1,no\n", "Navigators": NAVIGATORS,
        "Programme": PROGRAMME,
    }  # fmt: skip
    for name, text in (usual | files).items():
        data = text if isinstance(text, bytes) else text.encode()
        (place / f"{name}.csv").write_bytes(data)
    return place


def sentences(place: Path) -> list[str]:
    return [told(problem) for problem in examine(place).problems]


def with_people(tmp_path: Path, rows: str | bytes, header: str = HEADER) -> list[str]:
    data = rows if isinstance(rows, bytes) else rows.encode()
    return sentences(folder(tmp_path, Beneficiaries=header.encode() + data))


# --- what is read --------------------------------------------------------------------------------


def test_a_folder_reads_to_the_same_round_as_the_workbook(tmp_path):
    book = good()
    book["Mentors"][2][5] = 1.5
    assert mm.read_round(saved_csv(book, tmp_path)) == mm.read_round(saved(book, tmp_path))


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: '"' + text.replace(",", '","').replace("\n", '"\n"')[:-1],
        lambda text: text.replace("\n", ",,\n"),
        lambda text: text.replace("id,label", "ID *,Label"),
    ],
    ids=["mark", "CRLF", "CR", "no last end", "semicolons", "tabs", "quoted", "blank columns", "header"],
)  # fmt: skip
def test_however_a_program_writes_csv_it_says_the_same(tmp_path, change):
    plain = mm.read_round(folder(tmp_path))
    assert mm.read_round(folder(tmp_path, Mentors=change(MENTORS), Programme=change(PROGRAMME))) == plain


def test_text_stays_text_and_digits_become_numbers_only_where_one_belongs(tmp_path):
    text = MENTORS.replace("M1,Robin", "007,00123").replace(",2,1,", ",2.00,1.0,")
    mentor = mm.read_round(folder(tmp_path, Mentors=text)).mentors[0]
    assert (mentor.id, mentor.label, mentor.hours_per_week, mentor.people_at_once) == ("007", "00123", 2.0, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2", 2.0), (" 2.50 ", 2.5), ("-1", -1.0), ("007", 7.0), ("1,5", None), ("inf", None), ("nan", None),
     ("1e999", None), ("0x10", None), ("1_000", None), ("\u0663", None), ("", None), ("TRUE", None), ("=2", None),
     ("9" * 400, None)],
)  # fmt: skip
def test_what_is_a_number_in_a_file_of_text(text, value):
    assert number(Written(text)) == value
    assert number(text) is None, "in a workbook, text is no number"


# --- what is refused, once, at its place ------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ('B1,"Alex,N1,no\nB2,Jo,N1,no\nB3,Cy,N1,no\n',
         "Beneficiaries.csv, row 2: a quotation mark in this row is not closed, or stands in the middle of "
         'a cell. Maybe write it twice (""), or take it away.'),
        ('B1,Alex,N1,no\nB2,"Jo,N1,no\nB3,"Cy",N1,no\n',
         "Beneficiaries.csv, row 3: a quotation mark in this row is not closed, or stands in the middle of "
         'a cell. Maybe write it twice (""), or take it away.'),
        ("B1,Alex\n",
         "Beneficiaries.csv, row 2: it ends after 2 of 4 cells. "
         "Maybe a line break cut it in two, or commas at its end are missing."),
        ("B1,Smith, Alex,N1,no\n",
         "Beneficiaries.csv, row 2: it holds 5 cells, and there are 4 columns. "
         "Maybe a cell with a comma in it needs quotation marks around it."),
        (b"B1,Zo\xeb,N1,no\n",
         "Beneficiaries.csv, row 2: byte 31 of the file is not UTF-8 text. Maybe save it again as CSV UTF-8."),
        ("B1,A\0x,N1,no\n",
         "Beneficiaries.csv, cell B2 (label): it holds a hidden character. Maybe type it again."),
        (f"B1,{'x' * 10_001},N1,no\n",
         "Beneficiaries.csv, cell B2 (label): it is longer than 10,000 signs. Maybe shorten it."),
        (f"B1,{'x' * 140_000},N1,no\n",
         "Beneficiaries.csv, row 2: a cell in this row is far too long. Maybe shorten it."),
        ("B1,Alex,N1,no\n" + HEADER + "B2,Jo,N1,no\n",
         "Beneficiaries.csv, row 3: it is the row of column names again. "
         "Maybe two files were put together; delete this row."),
        ('B1,"Alex,N1,no\nB2,Jo",N1,no\n',
         "Beneficiaries.csv, cell B2 (label): it holds a line that looks like a row of its own. "
         "Maybe a quotation mark is missing before that line."),
        ("B1,Alex,N1,no\nB1,Jo,N1,no\n",
         'Beneficiaries.csv, cell A3 (id): "B1" is there twice. Maybe give one a new id.'),
        ("B\u200b1,Alex,N1,no\n",
         'Beneficiaries.csv, cell A2 (id): "B\\u200b1" is not an id. '
         "Maybe use only letters, digits, dots, dashes and underscores."),
        ("B1,Alex,N9,no\n",
         "Beneficiaries.csv, cell C2 (navigator): N9 is not among the navigators. "
         "Maybe look up the id; nobody else's will do."),
    ],
)  # fmt: skip
def test_one_mistake_in_a_file_gives_one_sentence(tmp_path, rows, sentence):
    assert with_people(tmp_path, rows) == [sentence]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("Beneficiaries", b"", "Beneficiaries.csv: the file is empty, without even the names of columns. "
         "Maybe save it again, or take it out of the folder."),
        ("KeepApart", b"", "KeepApart.csv: the file is empty, without even the names of columns. "
         "Maybe save it again, or take it out of the folder."),
        ("Avoid", "who,time\n".encode("utf-16"), "Avoid.csv: the file is UTF-16 text, and we read UTF-8. "
         "Maybe save it again as CSV UTF-8."),
        ("Avoid", b"sep=;\nwho;time\n", "Avoid.csv, row 1: this line is no row. "
         "Maybe delete the line that says sep=."),
        ("Avoid", b"\n\nwho,time\n", "Avoid.csv: the first row is blank, and the names of the columns belong "
         "there. Maybe copy it from the template."),
        ("Navigator", b"id\n", "Navigator.csv: this is not a sheet we know. Maybe Navigators?"),
        ("navigators", NAVIGATORS.encode(), "navigators.csv: this sheet is there twice. "
         "Maybe put all rows on one."),
        ("Equality monitoring", b"id\n", "Equality monitoring.csv: equality monitoring and outcome scores are "
         "kept apart from matching. Maybe move this sheet to its own file."),
    ],
)  # fmt: skip
def test_one_file_that_is_not_right_gives_one_sentence(tmp_path, name, data, sentence):
    assert sentences(folder(tmp_path, **{name: data})) == [sentence]


def test_a_file_that_cannot_be_read_does_not_put_the_others_in_the_wrong(tmp_path):
    """Whoever names a mentor is right, though we cannot see the mentors; the rest is still looked at."""
    place = folder(tmp_path, Mentors=b"", KeepApart="one,other\nM1,B1\n", Navigators=NAVIGATORS + "N1,Al,x\n")
    assert [told.split(":")[0] for told in sentences(place)] == [
        "Mentors.csv", "Navigators.csv, cell A3 (id)", "Navigators.csv, cell C3 (first_visits_free)",
    ]  # fmt: skip
    assert [str(each) for each in examine(place).counts][:1] == ["Mentors: not read"]


def test_a_row_that_is_set_aside_still_has_its_id(tmp_path):
    place = folder(tmp_path, Beneficiaries=HEADER + "B1,Smith, Alex,N1,no\n", KeepApart="one,other\nM1,B1\n")
    assert len(sentences(place)) == 1


# --- every row accounted for -------------------------------------------------------------------------


def test_blank_rows_and_rows_of_only_commas_are_counted_and_left_out(tmp_path):
    place = folder(tmp_path, Beneficiaries=HEADER + "\nB1,Alex,N1,no\n,,,\n \nB2,Jo,N1,no\n,,,\n\n")
    reading = examine(place)
    assert reading.round is not None
    assert [person.id for person in reading.round.beneficiaries] == ["B1", "B2"]
    assert str(reading.counts[1]) == "Beneficiaries: 2 read + 5 blank = 7 rows (rows 2, 4 and 5 are blank)"


def test_accepted_and_rejected_and_blank_are_all_there_is(tmp_path):
    place = folder(tmp_path, Beneficiaries=HEADER + "B1,Alex,N1,no\n\nB2,Jo\nB3,Al,N1,perhaps\nB4,Di,N9,?\n")
    found = examine(place).counts[1]
    assert (found.accepted, found.rejected, found.blank, found.rows) == (1, 3, 1, 5)
    assert str(found) == "Beneficiaries: 4 read (1 accepted, 3 rejected) + 1 blank = 5 rows (row 3 is blank)"


# --- limits ------------------------------------------------------------------------------------------


def refused(place: Path, sizes) -> str:
    with pytest.raises(CannotRead) as caught:
        read_folder(place, sizes)
    return str(caught.value)


def test_a_folder_is_weighed_as_one(tmp_path):
    place = folder(tmp_path)
    all_bytes = sum(path.stat().st_size for path in place.iterdir())
    assert read_folder(place, replace(STANDARD, file_bytes=all_bytes))
    assert "is larger than" in refused(place, replace(STANDARD, file_bytes=all_bytes - 1))


@pytest.mark.parametrize(
    ("sizes", "fine"),
    [
        ({"rows": 2}, True), ({"rows": 1}, False),
        ({"columns": 9}, True), ({"columns": 8}, False),
        ({"cells": 27}, True), ({"cells": 26}, False),
    ],
)  # fmt: skip
def test_as_many_rows_columns_and_cells_as_the_limit_says(tmp_path, sizes, fine):
    """Three lines of nine cells, the first of them the header."""
    if fine:
        assert len(read_folder(folder(tmp_path), replace(STANDARD, **sizes))[0].rows) == 3
    else:
        said = "Mentors.csv holds more than a round does. Maybe use --limits large, or make it less."
        assert refused(folder(tmp_path), replace(STANDARD, **sizes)) == said


def test_a_file_of_a_million_rows_is_not_read_to_its_end():
    with pytest.raises(TooMany):
        grid_of("Mentors", b"id,label\n" + b"M1,a\n" * 100_001, sizes=STANDARD)
    assert len(grid_of("Mentors", b"id,label\n" + b"M1,a\n" * 100_001, sizes=LARGE).rows) == 100_002


# --- what lies in a folder ---------------------------------------------------------------------------


def test_what_is_no_sheet_is_left_alone(tmp_path):
    place = folder(tmp_path, x_bus_passes="=1\x00\n", ReadMe=b"\xff\xfe", Words="a,b\n")
    for name in (".DS_Store", ".~lock.Mentors.csv#", "~$Mentors.xlsx", "README.md", "policy.toml"):
        (place / name).write_bytes(b"\xff")
    assert examine(place).problems == ()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda place: (place / "Avoid.csv").symlink_to("/etc/passwd"),
         "Avoid.csv: this is a link, and we do not follow it. Maybe put the file itself here."),
        (lambda place: os.mkfifo(place / "Avoid.csv"),
         "Avoid.csv: this is not a file. Maybe move it out of the folder."),
        (lambda place: (place / "Avoid").mkdir(),
         "Avoid: this is not a file. Maybe move it out of the folder."),
        (lambda place: (place / "Keep apart.xlsx").write_bytes(b""),
         "Keep apart.xlsx: this has the name of a sheet and is no .csv file, so that nobody reads it. "
         "Maybe save it as CSV UTF-8, or move it out of the folder."),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_sheet_is_said(tmp_path, make, sentence):
    place = folder(tmp_path)
    make(place)
    assert sentences(place) == [sentence]


def test_a_sheet_that_slipped_one_folder_down_is_said_and_a_copy_of_one_is_not(tmp_path):
    """KeepApart would be lost without a word; last month's copies in a folder of their own lose nothing."""
    place = folder(tmp_path)
    below = place / "New folder"
    below.mkdir()
    shutil.copy(place / "Mentors.csv", below)
    assert sentences(place) == []
    (below / "KeepApart.csv").write_text("one,other,situation,kind\nM1,B1,,\n")
    assert sentences(place) == [
        "New folder: this folder holds a sheet that is not beside the others, so that nobody reads it. "
        "Maybe move the sheet up to the others."
    ]


def test_a_folder_that_is_no_round(tmp_path):
    assert refused(tmp_path, STANDARD).endswith("is a folder without a .csv file. Maybe see the template.")
    (tmp_path / "round.json").write_text("{}")
    assert refused(tmp_path, STANDARD).endswith("Maybe name the round.json in it.")
    assert "more files than a round" in refused(tmp_path, replace(STANDARD, entries=0))
    with pytest.raises(CannotRead, match="is not there"):
        mm.read_round(tmp_path / "gone")


# --- writing -----------------------------------------------------------------------------------------


def test_a_folder_is_ours_alone_and_whole(tmp_path):
    previous = os.umask(0)
    try:
        write_csv(odd_round(1), tmp_path / "out")
    finally:
        os.umask(previous)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()} == {0o600}


@pytest.mark.parametrize(
    "make", [lambda path: path.write_text("mine"), lambda path: (path / "x").mkdir(parents=True)]
)
def test_what_is_there_is_never_written_over(tmp_path, make):
    make(tmp_path / "out")
    with pytest.raises(CannotWrite, match="out is there already"):
        write_csv(odd_round(1), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_finished_is_not_begun(tmp_path, monkeypatch):
    from matchmaker.files import whole

    def full(path, content):
        if path.name == "Programme.csv":
            raise CannotWrite("no room")

    monkeypatch.setattr(whole, "write_whole", full)
    with pytest.raises(CannotWrite, match="no room"):
        write_csv(odd_round(1), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_csv(odd_round(1), tmp_path / "gone" / "out")


def test_numbers_are_bare_and_text_is_quoted_and_guarded():
    round_ = mm.Round.from_dict({
        "programme": {"as_of": "2026-11-30", "locality": "=1+1", "usual_language": "English",
                      "safeguarding_contact": "+44 113 496 0000"},
        "navigators": [{"id": "N1", "label": "@sha", "first_visits_free": 4, "x_own": "a;=1"}],
    })  # fmt: skip
    files = csv_files(round_)
    assert list(files) == ["Mentors.csv", "Beneficiaries.csv", "Navigators.csv", "Programme.csv"]
    rows = files["Navigators.csv"].decode("utf-8-sig").splitlines()
    assert rows[1].startswith('"N1","\'@sha",4,')
    assert rows[1].endswith(',"a;\'=1"')
    assert '"2026-11-30","\'=1+1","English","\'+44 113 496 0000"' in files["Programme.csv"].decode()


def test_what_could_not_be_read_again_is_not_written():
    likes = [f"{n} " + "x" * 90 for n in range(120)]
    mentor = {
        "id": "M1", "label": "Robin", "navigator": "none_yet", "available": True, "offers": ["hub"],
        "hours_per_week": 2, "people_at_once": 1, "usual_step": "joint", "likes": likes,
    }  # fmt: skip
    programme = {"as_of": "2026-11-30", "locality": "L", "usual_language": "E", "safeguarding_contact": "D"}
    with pytest.raises(CannotWrite, match="Mentors, row 2: a cell is too long for a CSV file"):
        csv_files(mm.Round.from_dict({"programme": programme, "mentors": [mentor]}))
    with pytest.raises(CannotWrite, match="Programme, row 2: a line in a cell looks like a row of its own"):
        csv_files(mm.Round.from_dict({"programme": programme | {"x_own": "see\nM2,Bob"}}))
    with pytest.raises(CannotWrite, match="Programme, row 2: a cell holds a hidden sign"):
        csv_files(mm.Round.from_dict({"programme": programme | {"x_own": "\0"}}))
    with pytest.raises(CannotWrite, match="Programme: it holds a sign that no file can hold"):
        csv_files(mm.Round.from_dict({"programme": programme | {"x_own": "\ud800"}}))


# --- whatever happened to it -------------------------------------------------------------------------


def test_the_sign_between_cells_is_the_one_that_gives_names():
    assert [delimiter_of(text) for text in ("id,label", "id;label", '"id"\t"label"', "id", "", "a;b,c")] == [
        ",", ";", "\t", ",", ",", ",",
    ]  # fmt: skip


JUNK = (b'"', b"\n", b"\r", b",", b";", b"\0", b"\xeb", b"\xff\xfe", b"=", b"'", b'""', b"id,label\n", b"")


def test_whatever_happened_to_a_file_it_is_read_or_refused(tmp_path):
    book = good()
    put(book, "Mentors!2.about_me", 'Says "hello"; likes, commas\nand lines')
    place = saved_csv(book, tmp_path)
    whole = {path: path.read_bytes() for path in sorted(place.iterdir())}
    outcomes = set()
    for seed in range(SEED, SEED + count("csv_bytes")):
        draw = random.Random(seed)
        for path, data in whole.items():
            spoilt = bytearray(data)
            for _ in range(draw.choice((0, 0, 1, 2))):
                at = draw.randrange(len(spoilt))
                spoilt[at : at + draw.randint(0, 3)] = draw.choice(JUNK)
            path.write_bytes(bytes(spoilt))
        reading = examine(place)
        assert (reading.round is None) == bool(reading.problems)
        assert all(told(problem).isprintable() for problem in reading.problems)
        outcomes.add(reading.round is None)
    assert outcomes == {True, False}
