"""What was read is said so that it is read: sheets with rows by themselves, all others in one line."""

from __future__ import annotations

from matchmaker.files.counts import SheetCount, account

MENTORS = SheetCount("Mentors", read=2, blank=1, examples=1)
CLEARED = SheetCount("Areas", read=0, blank=2, examples=1, blank_rows=(3,))


def test_sheets_with_nothing_but_the_example_share_a_line():
    nothing = SheetCount("Teams", read=0, blank=1, examples=1)
    no_row = SheetCount("Groups", read=0)
    assert account([nothing, MENTORS, no_row]) == [str(MENTORS), "No rows yet: Teams, Groups."]


def test_a_sheet_with_a_blank_row_or_one_that_was_not_read_keeps_its_own():
    unknown = SheetCount("Avoid", read=0, known=False)
    assert account([MENTORS, CLEARED, unknown]) == [str(MENTORS), str(CLEARED), "Avoid: not read"]


def test_what_keeps_people_apart_is_read_to_its_end_and_not_counted():
    """One row or three, the line is the same; where one is blank or wrong, that is said."""
    assert {str(SheetCount("KeepApart", read=rows)) for rows in (1, 3)} == {"KeepApart: every row was read"}
    blank = SheetCount("KeepApart", read=2, blank=1, blank_rows=(3,))
    assert str(blank) == "KeepApart: every row was read (row 3 is blank)"
    assert str(SheetCount("KeepApart", read=2, rejected=1)) == "KeepApart: not every row is right yet"
