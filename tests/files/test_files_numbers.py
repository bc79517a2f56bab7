"""Numbers in cells: what is read, and what each mistake earns."""

from __future__ import annotations

import pytest

from matchmaker.files.numbers import read_number, read_whole
from tests.files.test_files_cells import FIELDS, told

READ = {"number": read_number, "whole": read_whole}


def read(sheet, name, raw):
    column = FIELDS[sheet, name]
    return READ[column.sort](raw, column)


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "value"),
    [
        ("Mentors", "hours_per_week", 2.5, 2.5),
        ("Mentors", "people_at_once", 2.0, 2),
    ],
)
def test_a_number_is_read(sheet, name, raw, value):
    assert read(sheet, name, raw) == value


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "code", "sentence"),
    [
        ("Mentors", "hours_per_week", "two", "bad_number", "is not a number. Maybe 2 or 2.5."),
        ("Mentors", "hours_per_week", "2,5", "bad_number", "is not a number. Maybe 2.5, with a point."),
        ("Mentors", "hours_per_week", "2 hours", "bad_number", "is not a number. Maybe 2."),
        ("Mentors", "hours_per_week", "1/2", "bad_number", "is not a number. Maybe 2 or 2.5."),
        ("Mentors", "hours_per_week", "1h30", "bad_number", "is not a number. Maybe 2 or 2.5."),
        ("Mentors", "travel_limit_minutes", "30 mins", "bad_number", "is not a whole number. Maybe 30."),
        ("Mentors", "travel_limit_minutes", "half an hour", "bad_number",
         "is not a whole number. Maybe 60 for an hour."),
        ("Beneficiaries", "session_minutes", "1 hour", "bad_number",
         "is not a whole number. Maybe 60 for an hour."),
        ("Mentors", "hours_per_week", float("inf"), "bad_number", "is not a number. Maybe 2 or 2.5."),
        ("Mentors", "people_at_once", 2.5, "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "2,5", "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "2,0", "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "1,000", "bad_number",
         "is not a whole number. Maybe 1000, without the comma."),
        ("Mentors", "people_at_once", "2", "bad_number",
         "is not a whole number. Maybe set the cell to number and type 2 again: it is held as text."),
    ],
)  # fmt: skip
def test_what_is_no_number_is_named_with_what_was_meant(sheet, name, raw, code, sentence):
    assert told(read(sheet, name, raw)) == (code, sentence)
