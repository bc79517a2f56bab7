"""Rounds as files: one workbook or JSON, read with every problem at once, written whole."""

from matchmaker.files.as_json import write_json
from matchmaker.files.counts import SheetCount
from matchmaker.files.reading import Reading, examine, read_round
from matchmaker.files.telling import told
from matchmaker.files.template import write_template
from matchmaker.files.workbook import write_workbook

__all__ = [
    "Reading",
    "SheetCount",
    "examine",
    "read_round",
    "told",
    "write_json",
    "write_template",
    "write_workbook",
]
