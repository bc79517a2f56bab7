"""One value of each sort that is no number and no time: what is read, and what each mistake earns."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.files.values import read_value
from tests.files.test_files_cells import FIELDS, WORDS, told


def read(sheet, name, raw):
    return read_value(raw, FIELDS[sheet, name], words=WORDS)


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "value"),
    [
        ("Mentors", "id", "007", "007"),
        ("Mentors", "id", " M1 ", "M1"),
        ("Mentors", "id", 7.0, "7"),
        ("Mentors", "id", 999_999_999_999_999.0, "999999999999999"),
        ("Mentors", "label", "007", "007"),
        ("Mentors", "label", "two\r\nlines", "two\nlines"),
        ("Mentors", "available", "Yes ", True),
        ("Mentors", "available", "no", False),
        ("Mentors", "usual_step", "Alone-Public", "alone_public"),
        ("Beneficiaries", "gender_wish", "No wish", "no_wish"),
        ("Places", "kind", "a library", "library"),
    ],
)
def test_what_a_value_says_is_read(sheet, name, raw, value):
    assert read(sheet, name, raw) == value


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "code", "sentence"),
    [
        ("Mentors", "id", 7.5, "bad_id", "is not an id. Maybe a short code such as M07."),
        ("Mentors", "id", 1e15, "id_precision",
         "has more digits than a spreadsheet keeps (15). Maybe set the cell to text, and type the id again."),
        ("Mentors", "id", float("inf"), "bad_id", "is not an id. Maybe a short code such as M07."),
        ("Mentors", "label", 113496.0, "not_text",
         "is a number here, not text. Maybe set the cell to text, and type it again."),
        ("Mentors", "label", date(2026, 1, 2), "not_text",
         "is a date here, not text. Maybe set the cell to text, and type it again."),
        ("Mentors", "available", "Y", "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "available", True, "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "available", 1.0, "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "usual_step", "alone in publik", "unknown_word",
         "is not one of the words for this. Maybe alone_public?"),
        ("Mentors", "style", "loud", "unknown_word",
         "is not one of the words for this. Maybe one of: gentle, direct."),
    ],
)  # fmt: skip
def test_what_a_value_does_not_say_is_named(sheet, name, raw, code, sentence):
    assert told(read(sheet, name, raw)) == (code, sentence)
