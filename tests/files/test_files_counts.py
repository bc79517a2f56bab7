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
