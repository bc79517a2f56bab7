"""The example comes as a workbook too, and it is the same round."""

from pathlib import Path

import matchmaker as mm
from matchmaker.files.workbook import workbook_bytes

EXAMPLES = Path(mm.__file__).parent / "examples"


def test_the_workbook_reads_to_the_same_round_as_the_json():
    assert mm.read_round(EXAMPLES / "locality.xlsx") == mm.read_round(EXAMPLES / "locality.json")


def test_the_workbook_is_what_the_library_writes():
    """Else it was edited by hand, and the next writing would undo that."""
    round_ = mm.read_round(EXAMPLES / "locality.json")
    assert (EXAMPLES / "locality.xlsx").read_bytes() == workbook_bytes(round_)
