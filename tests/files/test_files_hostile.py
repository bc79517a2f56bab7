"""Two hundred hostile strings in every text of a round: files hold them as text, and nothing is live."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.files import write_csv, write_ods, write_workbook
from tests.hostile import FORMULAS, LIVE, TYPED
from tests.pages.pack.canaries import dressed, everything

PARTS = 4


def parts_of(path: Path | io.BytesIO) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def workbook_is_dead(path: Path) -> None:
    for name, text in parts_of(path).items():
        assert not re.search(r"externalLink|vba|pivot|hyperlink|comments|drawings/", name)
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(r'<f[ >/]|<hyperlink|hidden=|t="str"', text)


def ods_is_dead(path: Path) -> None:
    for name, text in parts_of(path).items():
        assert not re.search(r"Basic|Scripts|Object", name)
        assert not re.search(r"table:formula|xlink:href|<script|office:scripts><", text)


def csv_is_dead(path: Path) -> None:
    for each in path.iterdir():
        for row in csv.reader(io.StringIO(each.read_text(encoding="utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(LIVE)]


@pytest.mark.parametrize("part", range(PARTS))
def test_files_hold_text_and_nothing_that_acts(part, tmp_path):
    data = everything()
    for n, string in enumerate(TYPED[part::PARTS]):
        round_ = mm.Round.from_dict(dressed(data, string))
        for write, name, dead in (
            (write_workbook, f"{n}.xlsx", workbook_is_dead),
            (write_ods, f"{n}.ods", ods_is_dead),
            (write_csv, f"{n}", csv_is_dead),
        ):
            write(round_, tmp_path / name)
            dead(tmp_path / name)
            if string in FORMULAS:
                assert mm.read_round(tmp_path / name) == round_, (string, name)
