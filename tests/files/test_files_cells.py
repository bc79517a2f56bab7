"""One value for each kind of cell, and one mistake for each, with the sentence it earns."""

from datetime import date, datetime, time

import pytest

from matchmaker.files.cells import Broken, Worked, is_blank, joined, read_cell, split
from matchmaker.files.dates import advice_for_day, guesses
from matchmaker.files.schema import sheets
from matchmaker.files.shown import said
from matchmaker.files.words import Words, nearest, plain


def at(year, month, day, *clock):
    """Return a time as a spreadsheet has it: without a zone."""
    return datetime(year, month, day, *clock)  # noqa: DTZ001


FIELDS = {(sheet.title, column.name): column for sheet in sheets() for column in sheet.columns}
WORDS = Words([("task", "choir_practice", "choir practice")])


def told(fault):
    """Return a fault by its code, and as it is said."""
    return fault.code, f"{fault.message} {fault.advice}"


def read(sheet, name, raw):
    return read_cell(raw, FIELDS[sheet, name], words=WORDS)


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "value"),
    [
        ("Mentors", "navigator", "None yet", "none_yet"),
        ("Mentors", "offers", "Behind the scenes; hub;", ["behind_the_scenes", "hub"]),
        ("Mentors", "free", "Mon 10:00-12:30; Thu 14:00-16:00", ["Mon 10:00-12:30", "Thu 14:00-16:00"]),
        ("Mentors", "free", "None", []),
        ("Mentors", "likes", "tea;; coffee ;", ["tea", "coffee"]),
        ("Mentors", "breaks", date(2026, 12, 1), ["2026-12-01"]),
        ("Mentors", "breaks", "2026-12-01 to 2026-12-14", ["2026-12-01 to 2026-12-14"]),
        ("Beneficiaries", "ready_own", "Yes", "yes"),
        ("Beneficiaries", "wants_to_do", "a coffee or a walk; Court", ["coffee_walk", "court"]),
        ("Beneficiaries", "wants_to_do", "coffee walk", ["coffee_walk"]),
        ("Beneficiaries", "wants_to_do", "Choir practice", ["choir_practice"]),
        ("Situations", "task", "Any", "any"),
        ("Situations", "situation", "Heated exchanges", "heated_exchange"),
        ("Mentors", "area", Worked("north"), "north"),
    ],
)  # fmt: skip
def test_what_a_cell_says_is_read(sheet, name, raw, value):
    assert read(sheet, name, raw) == (value, [])


@pytest.mark.parametrize(
    ("sheet", "name", "raw", "code", "sentence"),
    [
        ("Mentors", "navigator", "N 1", "unknown_reference",
         "is not among the navigators. Maybe add it first, or check its spelling."),
        ("Mentors", "offers", "hub, group", "unknown_word",
         "is not one of the words for this. Maybe put ; between the words."),
        ("Mentors", "offers", ";", "blank", "holds only a ;. Maybe none, or clear the cell."),
        ("Beneficiaries", "wants_to_do", "gym and sport", "unknown_reference",
         "is not among the tasks. Maybe gym_sport?"),
        ("Mentors", "free", time(10), "bad_window",
         "is not a weekday and two times. Maybe write it like Mon 10:00-12:30."),
        ("Mentors", "breaks", 14.0, "bad_span",
         "is not a stretch of days. Maybe write it like 2026-12-01 to 2026-12-14."),
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
    ],
)  # fmt: skip
def test_what_a_cell_does_not_say_is_named(sheet, name, raw, code, sentence):
    value, faults = read(sheet, name, raw)
    assert not value
    assert list(map(told, faults)) == [(code, sentence)]


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
