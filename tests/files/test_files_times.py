"""Days and times in cells: what is read, and what each mistake earns."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.files.times import read_day, read_moment, read_window
from tests.files.test_files_cells import FIELDS, at, told

READ = {"day": read_day, "moment": read_moment, "window": read_window}


def read(sheet, name, raw):
    column = FIELDS[sheet, name]
    return READ[column.sort](raw, column)


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "value"),
    [
        ("Mentors", "supervised_on", date(2026, 11, 2), date(2026, 11, 2)),
        ("Mentors", "supervised_on", at(2026, 11, 2), date(2026, 11, 2)),
        ("Mentors", "supervised_on", "2026-11-02 ", "2026-11-02"),
        ("Mentors", "supervised_on", "2026-11-02 00:00:00", "2026-11-02"),
        ("Mentors", "supervised_on", "2026-11-02T00:00:00.000", "2026-11-02"),
        ("Beneficiaries", "needed_on", at(2026, 12, 3, 9, 59, 59, 999_999), at(2026, 12, 3, 10)),
        ("Avoid", "time", "Mon 09:00-12:00", "Mon 09:00-12:00"),
    ],
)
def test_a_day_or_a_time_is_read(sheet, name, raw, value):
    assert read(sheet, name, raw) == value


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "code", "sentence"),
    [
        ("Mentors", "supervised_on", "30/11/2026", "bad_date",
         "is not a date as we write it. Maybe 2026-11-30."),
        ("Mentors", "supervised_on", 46000.0, "bad_date",
         "is not a date as we write it. Maybe write it like 2026-11-30."),
        ("Mentors", "supervised_on", at(2026, 11, 2, 9, 30), "bad_date",
         "has a time of day, and we need the day only. Maybe 2026-11-02."),
        ("Beneficiaries", "needed_on", date(2026, 12, 3), "bad_moment",
         "has no time of day. Maybe 2026-12-03 10:00."),
        ("Beneficiaries", "needed_on", 3.0, "bad_moment",
         "is not a date and time. Maybe 2026-12-03 10:00."),
    ],
)  # fmt: skip
def test_what_is_no_day_or_time_is_named(sheet, name, raw, code, sentence):
    assert told(read(sheet, name, raw)) == (code, sentence)
