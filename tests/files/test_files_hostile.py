"""Two hundred hostile strings in every text of a round: a workbook holds them as text and nothing is live."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import matchmaker as mm
from matchmaker.files.workbook import workbook_bytes
from tests.hostile import FORMULAS, TYPED
from tests.pages.pack.canaries import dressed, everything

PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_a_workbook_holds_text_and_nothing_that_acts(part, tmp_path):
    data = everything()
    for string in TYPED[part::PARTS]:
        round_ = mm.Round.from_dict(dressed(data, string))
        book = workbook_bytes(round_)
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            for name in archive.namelist():
                assert not re.search(r"externalLink|vba|comments|pivot|hyperlink", name), (string, name)
                if name.startswith("xl/worksheets/sheet"):
                    sheet = archive.read(name).decode()
                    assert not re.search(r"<f[ >/]|<hyperlink|hidden=|t=\"str\"", sheet), (string, name)
        if string in FORMULAS:
            path = tmp_path / "round.xlsx"
            path.write_bytes(book)
            assert mm.read_round(path) == round_, string
