"""One value for each kind of cell, and one mistake for each, with the sentence it earns."""

from datetime import date, datetime, time

import pytest

from matchmaker.files.cells import Broken, Worked, is_blank, joined, read_cell, split
from matchmaker.files.dates import advice_for_day, guesses
from matchmaker.files.schema import sheets
from matchmaker.files.values import said
from matchmaker.files.words import Words, nearest, plain


def at(year, month, day, *clock):
    """Return a time as a spreadsheet has it: without a zone."""
    return datetime(year, month, day, *clock)  # noqa: DTZ001


FIELDS = {(sheet.title, column.name): column for sheet in sheets() for column in sheet.columns}
WORDS = Words([("task", "choir_practice", "choir practice")])


def read(sheet, name, raw):
    return read_cell(raw, FIELDS[sheet, name], words=WORDS)


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "value"),
    [
        ("Mentors", "id", "007", "007"),
        ("Mentors", "id", " M1 ", "M1"),
        ("Mentors", "id", 7.0, "7"),
        ("Mentors", "id", 999_999_999_999_999.0, "999999999999999"),
        ("Mentors", "navigator", "None yet", "none_yet"),
        ("Mentors", "label", "007", "007"),
        ("Mentors", "label", "two\r\nlines", "two\nlines"),
        ("Mentors", "available", "Yes ", True),
        ("Mentors", "available", "no", False),
        ("Mentors", "offers", "Behind the scenes; hub;", ["behind_the_scenes", "hub"]),
        ("Mentors", "hours_per_week", 2.5, 2.5),
        ("Mentors", "people_at_once", 2.0, 2),
        ("Mentors", "usual_step", "Alone-Public", "alone_public"),
        ("Mentors", "free", "Mon 10:00-12:30; Thu 14:00-16:00", ["Mon 10:00-12:30", "Thu 14:00-16:00"]),
        ("Mentors", "free", "None", []),
        ("Mentors", "likes", "tea;; coffee ;", ["tea", "coffee"]),
        ("Mentors", "breaks", date(2026, 12, 1), ["2026-12-01"]),
        ("Mentors", "breaks", "2026-12-01 to 2026-12-14", ["2026-12-01 to 2026-12-14"]),
        ("Mentors", "supervised_on", date(2026, 11, 2), date(2026, 11, 2)),
        ("Mentors", "supervised_on", at(2026, 11, 2), date(2026, 11, 2)),
        ("Mentors", "supervised_on", "2026-11-02 ", "2026-11-02"),
        ("Mentors", "supervised_on", "2026-11-02 00:00:00", "2026-11-02"),
        ("Mentors", "supervised_on", "2026-11-02T00:00:00.000", "2026-11-02"),
        ("Beneficiaries", "gender_wish", "No wish", "no_wish"),
        ("Beneficiaries", "ready_own", "Yes", "yes"),
        ("Beneficiaries", "wants_to_do", "a coffee or a walk; Court", ["coffee_walk", "court"]),
        ("Beneficiaries", "wants_to_do", "coffee walk", ["coffee_walk"]),
        ("Beneficiaries", "wants_to_do", "Choir practice", ["choir_practice"]),
        ("Beneficiaries", "needed_on", at(2026, 12, 3, 9, 59, 59, 999_999), at(2026, 12, 3, 10)),
        ("Situations", "task", "Any", "any"),
        ("Situations", "situation", "Heated exchanges", "heated_exchange"),
        ("Avoid", "time", "Mon 09:00-12:00", "Mon 09:00-12:00"),
        ("Places", "kind", "a library", "library"),
        ("Mentors", "area", Worked("north"), "north"),
    ],
)  # fmt: skip
def test_what_a_cell_says_is_read(sheet, name, raw, value):
    assert read(sheet, name, raw) == (value, [])


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "code", "sentence"),
    [
        ("Mentors", "id", 7.5, "bad_id", "is not an id. Maybe a short code such as M07."),
        ("Mentors", "id", 1e15, "id_precision",
         "has more digits than a spreadsheet keeps (15). Maybe set the cell to text, and type the id again."),
        ("Mentors", "id", float("inf"), "bad_id", "is not an id. Maybe a short code such as M07."),
        ("Mentors", "navigator", "N 1", "unknown_reference",
         "is not among the navigators. Maybe add it first, or check its spelling."),
        ("Mentors", "label", 113496.0, "not_text",
         "is a number here, not text. Maybe set the cell to text, and type it again."),
        ("Mentors", "label", date(2026, 1, 2), "not_text",
         "is a date here, not text. Maybe set the cell to text, and type it again."),
        ("Mentors", "available", "Y", "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "available", True, "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "available", 1.0, "bad_yes_no", "is neither yes nor no. Maybe yes or no."),
        ("Mentors", "offers", "hub, group", "unknown_word",
         "is not one of the words for this. Maybe put ; between the words."),
        ("Mentors", "offers", ";", "blank", "holds only a ;. Maybe none, or clear the cell."),
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
        ("Beneficiaries", "wants_to_do", "gym and sport", "unknown_reference",
         "is not among the tasks. Maybe gym_sport?"),
        ("Mentors", "hours_per_week", float("inf"), "bad_number", "is not a number. Maybe 2 or 2.5."),
        ("Mentors", "people_at_once", 2.5, "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "2,5", "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "2,0", "not_whole", "is not a whole number. Maybe 2 or 3."),
        ("Mentors", "people_at_once", "1,000", "bad_number",
         "is not a whole number. Maybe 1000, without the comma."),
        ("Mentors", "people_at_once", "2", "bad_number",
         "is not a whole number. Maybe set the cell to number and type 2 again: it is held as text."),
        ("Mentors", "usual_step", "alone in publik", "unknown_word",
         "is not one of the words for this. Maybe alone_public?"),
        ("Mentors", "style", "loud", "unknown_word",
         "is not one of the words for this. Maybe one of: gentle, direct."),
        ("Mentors", "free", time(10), "bad_window",
         "is not a weekday and two times. Maybe write it like Mon 10:00-12:30."),
        ("Mentors", "breaks", 14.0, "bad_span",
         "is not a stretch of days. Maybe write it like 2026-12-01 to 2026-12-14."),
        ("Mentors", "supervised_on", "30/11/2026", "bad_date",
         "is not a date as we write it. Maybe 2026-11-30."),
        ("Mentors", "supervised_on", 46000.0, "bad_date",
         "is not a date as we write it. Maybe write it like 2026-11-30."),
        ("Mentors", "supervised_on", at(2026, 11, 2, 9, 30), "bad_date",
         "has a time of day, and we need the day only. Maybe 2026-11-02."),
        ("Mentors", "area", Broken("#REF!"), "error_cell",
         "is an error of the spreadsheet. Maybe type the value itself, or clear the cell."),
        ("Mentors", "area", Broken("="), "formula_without_value",
         "holds a formula without a value. Maybe type the value itself."),
        ("Mentors", "device", Worked("yes"), "formula",
         "is worked out by a formula, and this is a cell that people rely on. Maybe type the value itself."),
        ("Mentors", "id", Worked("M1"), "formula",
         "is worked out by a formula, and this is a cell that people rely on. Maybe type the value itself."),
        ("Beneficiaries", "wants_to_do", "cofee wlk", "unknown_reference",
         "is not among the tasks. Maybe coffee_walk?"),
        ("Beneficiaries", "wants_to_do", "court, college", "unknown_reference",
         "is not among the tasks. Maybe put ; between them: court; college."),
        ("Beneficiaries", "needed_on", date(2026, 12, 3), "bad_moment",
         "has no time of day. Maybe 2026-12-03 10:00."),
        ("Beneficiaries", "needed_on", 3.0, "bad_moment",
         "is not a date and time. Maybe 2026-12-03 10:00."),
    ],
)  # fmt: skip
def test_what_a_cell_does_not_say_is_named(sheet, name, raw, code, sentence):
    value, faults = read(sheet, name, raw)
    assert not value
    assert [(fault.code, f"{fault.message} {fault.advice}") for fault in faults] == [(code, sentence)]


def test_each_wrong_part_of_a_list_is_named_and_the_right_ones_are_kept():
    value, faults = read("Mentors", "offers", "hub; hubb; mentoringg")
    assert value == ["hub"]
    assert [(fault.value, fault.advice) for fault in faults] == [
        ("hubb", "Maybe hub?"),
        ("mentoringg", "Maybe mentoring?"),
    ]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["tea", "coffee"], "tea; coffee"),
        (["a;b", "c"], r"a\;b; c"),
        (["a\\", "b"], "a\\\\; b"),
        (["none"], "none;"),
        (["None", "x"], "None; x"),
    ],
)
def test_a_list_in_a_cell_comes_apart_as_it_was_put_together(parts, text):
    assert joined(parts) == text
    assert split(text) == parts


@pytest.mark.parametrize(
    ("raw", "text"),
    [(2.0, "2"), (2.5, "2.5"), (True, "TRUE"), (at(2026, 12, 3, 10), "2026-12-03 10:00"), ("a", "a")],
)
def test_a_value_is_shown_as_it_looks(raw, text):
    assert said(raw) == text


@pytest.mark.parametrize(
    ("raw", "blank"), [(None, True), (" \n", True), ("", True), (0.0, False), (False, False)]
)
def test_only_nothing_is_blank(raw, blank):
    assert is_blank(raw) is blank


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("30/11/2026", "Maybe 2026-11-30."),
        ("30.11.26", "Maybe 2026-11-30."),
        ("11/30/2026", "Maybe 2026-11-30."),
        ("2026/11/30", "Maybe 2026-11-30."),
        ("03/04/2026", "Maybe 2026-04-03 or 2026-03-04: the year first, then month and day."),
        ("04/04/2026", "Maybe 2026-04-04."),
        ("30 Nov 2026", "Maybe 2026-11-30."),
        ("1st December 2026", "Maybe 2026-12-01."),
        ("November 30, 2026", "Maybe 2026-11-30."),
        ("26-11-02", "Maybe 2002-11-26 or 2026-11-02: the year first, then month and day."),
        ("05-10-26", "Maybe 2026-10-05 or 2026-05-10: the year first, then month and day."),
        ("30 Foo 2026", "Maybe write it like 2026-11-30."),
        ("soon", "Maybe write it like 2026-11-30."),
    ],
)
def test_advice_guesses_the_day_and_never_reads_it(text, advice):
    assert advice_for_day(text) == advice


def test_a_day_that_is_not_in_the_calendar_is_no_guess():
    assert guesses("31/02/2026") == []


def test_words_are_found_by_code_label_and_own_label():
    assert [WORDS.find("tasks", text) for text in ("COURT", "a day at court", "choir-practice")] == [
        "court", "court", "choir_practice",
    ]  # fmt: skip
    assert WORDS.find("mentors", "court") is None
    assert WORDS.near("situations", "crowd") == "crowds"
    assert plain(" No -  Wish_") == "no_wish"
    assert nearest("hours_per_weak", ["hours_per_week", "id"]) == "hours_per_week"
