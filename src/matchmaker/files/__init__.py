"""Rounds as files: workbooks, CSV and JSON, read with every problem at once, written whole."""

from matchmaker.files.as_json import write_json
from matchmaker.files.counts import SheetCount
from matchmaker.files.csv_out import write_csv
from matchmaker.files.group_file import read_groups
from matchmaker.files.ods import write_ods
from matchmaker.files.reading import Reading, examine, read_round
from matchmaker.files.telling import told
from matchmaker.files.template import write_template
from matchmaker.files.workbook import write_workbook
from matchmaker.files.writing import write_round

__all__ = [
    "Reading",
    "SheetCount",
    "examine",
    "read_groups",
    "read_round",
    "told",
    "write_csv",
    "write_json",
    "write_ods",
    "write_round",
    "write_template",
    "write_workbook",
]
