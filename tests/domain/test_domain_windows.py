"""Weekly windows and stretches of days: read, joined, cut, compared. Minutes by hand."""

from datetime import date, datetime

import pytest

from matchmaker.domain.spans import Span
from matchmaker.domain.windows import Window, longest, merged, moment_windows, overlap, without


def times(*texts: str) -> tuple[Window, ...]:
    return tuple(Window.parse(text) for text in texts)


def told(windows) -> list[str]:
    return [str(window) for window in windows]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("Mon 10:00-12:30", Window(0, 600, 750)),
        ("Sun 00:00-24:00", Window(6, 0, 1440)),
        ("tue 9:05-9:06", Window(1, 545, 546)),
        (" Wednesday 14:00 - 16:00 ", Window(2, 840, 960)),
        ("Thu 14:00–16:00", Window(3, 840, 960)),
    ],
)
def test_a_window_is_read(text, window):
    assert Window.parse(text) == window
    assert Window.parse(str(window)) == window


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mon",
        "10:00-12:00",
        "Mon 12:00-10:00",
        "Mon 10:00-10:00",
        "Mon 10:60-11:00",
        "Mon 10:00-11:60",
        "Mon 25:00-26:00",
        "Mon 10:00-25:00",
        "Mon 10:00-24:30",
        "Mon 10:00-00:00",
        "Mon 24:00-24:00",
        "Lun 10:00-12:00",
        "Mon 10-12",
        "Mon 10:00",
        "Mon 10:00-12:00; Tue 10:00-12:00",
    ],
)
def test_what_is_no_window_is_refused_with_advice(text):
    with pytest.raises(ValueError, match="Maybe"):
        Window.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("Mon 10:00-12:00", "Mon 11:00-13:00", ["Mon 11:00-12:00"]),
        ("Mon 10:00-12:00", "Mon 12:00-13:00", []),
        ("Mon 10:00-12:00", "Tue 10:00-12:00", []),
        ("Mon 10:00-12:00", "Mon 10:30-11:00", ["Mon 10:30-11:00"]),
    ],
)
def test_what_two_have_in_common(one, other, common):
    assert told(overlap(times(one), times(other))) == common
    assert told(overlap(times(other), times(one))) == common


def test_pieces_in_common_that_touch_are_one():
    assert told(overlap(times("Mon 10:00-12:00"), times("Mon 10:00-11:00", "Mon 11:00-12:00"))) == [
        "Mon 10:00-12:00"
    ]


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ("Mon 11:00-11:30", ["Mon 10:00-11:00", "Mon 11:30-12:00"]),
        ("Mon 09:00-11:00", ["Mon 11:00-12:00"]),
        ("Mon 11:00-13:00", ["Mon 10:00-11:00"]),
        ("Mon 10:00-12:00", []),
        ("Mon 00:00-24:00", []),
        ("Mon 12:00-13:00", ["Mon 10:00-12:00"]),
        ("Tue 10:00-12:00", ["Mon 10:00-12:00"]),
    ],
)
def test_what_is_left_when_time_is_taken(taken, left):
    assert told(without(times("Mon 10:00-12:00"), times(taken))) == left


def test_time_can_be_taken_more_than_once():
    free, taken = times("Mon 10:00-12:00"), times("Mon 10:30-11:00", "Mon 10:45-11:15", "Mon 11:45-12:00")
    assert told(without(free, taken)) == ["Mon 10:00-10:30", "Mon 11:15-11:45"]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Mon 10-12", "Maybe Mon 10:00-12:00."),
        ("monday 9.30 to 12", "Maybe Mon 09:30-12:00."),
        ("Mon 9-1", "Maybe write it like Mon 10:00-12:30."),  # one at night or at noon is not ours to say
        ("Mon 2-4pm", "Maybe write it like Mon 10:00-12:30."),
        ("Mon 9:30-12:30, Thu 13:00-15:00",
         "Maybe put ; between times: Mon 10:00-12:30; Thu 14:00-16:00."),
        ("any time", "Maybe write it like Mon 10:00-12:30."),
        ("Foo 10-12", "Maybe write it like Mon 10:00-12:30."),
    ],
)  # fmt: skip
def test_advice_writes_the_time_that_was_nearly_written(text, advice):
    with pytest.raises(ValueError, match="is not a weekday and two times") as raised:
        Window.parse(text)
    assert str(raised.value) == f"is not a weekday and two times. {advice}"


def test_windows_that_touch_or_overlap_are_joined_and_sorted():
    rows = times(
        "Tue 09:00-10:00", "Mon 11:00-12:00", "Mon 10:00-11:00", "Mon 10:30-10:45", "Mon 12:01-13:00"
    )
    assert told(merged(rows)) == ["Mon 10:00-12:00", "Mon 12:01-13:00", "Tue 09:00-10:00"]


def test_the_longest_stretch_is_of_one_piece():
    assert longest(times("Mon 10:00-10:59", "Tue 10:00-11:00")) == 60
    assert longest(()) == 0


def test_an_appointment_falls_into_weekly_windows_and_goes_on_past_midnight():
    wednesday = datetime.fromisoformat("2026-10-07 14:05")
    assert told(moment_windows(wednesday, 60)) == ["Wed 14:05-15:05"]
    assert told(moment_windows(wednesday.replace(hour=23, minute=0), 60)) == ["Wed 23:00-24:00"]
    late = wednesday.replace(hour=23, minute=30)
    assert told(moment_windows(late, 60)) == ["Wed 23:30-24:00", "Thu 00:00-00:30"]
    sunday = datetime.fromisoformat("2026-10-11 23:30")
    assert told(moment_windows(sunday, 45)) == ["Sun 23:30-24:00", "Mon 00:00-00:15"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-12-01 to 2026-12-14", "2026-12-01", "2026-12-14"),
        ("2026-12-01", "2026-12-01", "2026-12-01"),
        ("2026-12-01 to", "2026-12-01", None),
        (" 2026-12-01 to 2026-12-01 ", "2026-12-01", "2026-12-01"),
    ],
)
def test_a_stretch_of_days_is_read(text, first, last):
    span = Span.parse(text)
    assert (span.first, span.last) == (date.fromisoformat(first), last and date.fromisoformat(last))
    assert Span.parse(str(span)) == span


@pytest.mark.parametrize(
    "text",
    ["", "December", "2026-12-14 to 2026-12-01", "2026-13-01", "2026-12-01 - 2026-12-14", "to 2026-12-01"],
)
def test_what_is_no_stretch_of_days_is_refused(text):
    with pytest.raises(ValueError, match=r"Maybe|month|isoformat"):
        Span.parse(text)


def test_both_ends_belong_to_it():
    span = Span.parse("2026-12-01 to 2026-12-14")
    days = ("2026-11-30", "2026-12-01", "2026-12-14", "2026-12-15")
    assert [span.holds(date.fromisoformat(day)) for day in days] == [False, True, True, False]
    assert Span.parse("2026-12-01 to").holds(date(9999, 12, 31))
