"""Workbook, ods, CSV folder and JSON carry the same round, and writing it again gives the same bytes."""

import shutil
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.errors import CannotWrite
from matchmaker.files import write_csv, write_json, write_ods, write_workbook
from matchmaker.files.csv_out import csv_files
from matchmaker.files.ods import ods_bytes
from matchmaker.files.workbook import workbook_bytes
from matchmaker.files.writing import WRITERS, write_round
from tests.counts import SEED, count
from tests.files.odd_rounds import odd_round
from tests.rounds import random_round

NAMES = ("r.json", "r.xlsx", "r.ods", "r")


def rounds():
    for seed in range(SEED, SEED + count("formats")):
        yield odd_round(seed) if seed % 2 else random_round(seed, mentors=seed % 5, beneficiaries=seed % 7)


def content(path: Path) -> dict[str, bytes]:
    if path.is_dir():
        return {each.name: each.read_bytes() for each in sorted(path.iterdir())}
    return {path.suffix: path.read_bytes()}


def test_every_kind_of_file_reads_back_to_the_equal_round_and_writes_the_same_bytes_again(tmp_path):
    for round_ in rounds():
        for name in NAMES:
            path, again = tmp_path / name, tmp_path / f"again-{name}"
            write_round(round_, path)
            found = mm.read_round(path)
            assert found == round_
            assert found.fingerprint == round_.fingerprint
            write_round(found, again)
            assert content(path) == content(again)
            for place in (path, again):
                shutil.rmtree(place) if place.is_dir() else place.unlink()


def test_from_one_kind_to_the_next_nothing_is_lost(tmp_path):
    """x_ columns travel too; the previous proposal and the decisions only in JSON."""
    round_ = random_round(SEED, mentors=4, beneficiaries=5, previous=True, choices=True)
    assert round_.previous is not None
    assert round_.decisions
    write_round(round_, tmp_path / "first.json")
    assert mm.read_round(tmp_path / "first.json") == round_
    bare = round_.revised(previous=None, decisions=())
    path = tmp_path / "first.json"
    for name in ("b.xlsx", "c.ods", "d", "e.json"):
        write_round(mm.read_round(path), tmp_path / name)
        path = tmp_path / name
        assert mm.read_round(path) == bare


def test_the_ending_chooses_the_writer(tmp_path):
    assert {".json": write_json, ".xlsx": write_workbook, ".ods": write_ods, "": write_csv} == WRITERS
    with pytest.raises(CannotWrite, match=r"r\.csv is no kind of file that we write\. Maybe \.xlsx, \.ods"):
        mm.write_round(odd_round(1), tmp_path / "r.csv")
    write_round(odd_round(1), tmp_path / "R.ODS")
    assert mm.read_round(tmp_path / "R.ODS") == odd_round(1)


def test_the_same_round_gives_the_same_bytes_however_often():
    first, second = odd_round(5), odd_round(5)
    assert ods_bytes(first) == ods_bytes(second)
    assert workbook_bytes(first) == workbook_bytes(second)
    assert csv_files(first) == csv_files(second)
    assert first.to_json() == second.to_json()
