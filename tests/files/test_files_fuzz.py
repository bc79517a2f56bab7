"""Whatever stands in the cells: a round, or problems at cells that are there; never anything else."""

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from matchmaker.files import told
from matchmaker.files.cells import Broken, Worked, is_blank
from matchmaker.files.grid import Grid
from matchmaker.files.schema import sheets
from matchmaker.files.workbook_in import round_from
from tests.files.books import good
from tests.files.odd_rounds import ODD

JUNK: tuple[Any, ...] = (
    *ODD, "", None, "   ", "M1", "M2", "m1", "B1", "N1", "none_yet", "court", "any", "task", "example-x",
    "x_y", "id", "diagnosis", "no", "high", "Mon 10:00-9:00", "2026-13-01", "2026-12-01 00:00", ";;", "a;a",
    "\u202e", "\x00", "\ud800", "x" * 40_000, 0.0, 1.0, -1.0, 2.5, 1e300, float("inf"), float("nan"),
    True, False, date(2026, 1, 1), date(9999, 12, 31), datetime.fromisoformat("2026-12-03 10:00"), time(10),
    timedelta(days=400), Broken("#REF!"), Broken("="), Worked("M1"), Worked(""), Worked(1.0),
)  # fmt: skip


def spoilt(seed: int) -> tuple[Grid, ...]:
    draw = random.Random(seed)
    book: dict[str, list[list[Any]]] = good()
    for sheet in sheets():
        names = [column.name for column in sheet.columns]
        rows = book.setdefault(sheet.title, [names])
        rows += [[draw.choice(JUNK) for _ in names] for _ in range(draw.randint(0, 2))]
    for _ in range(draw.randint(0, 6)):
        rows = book[draw.choice(list(book))]
        row = draw.randrange(len(rows))
        if rows[row]:
            rows[row][draw.randrange(len(rows[row]))] = draw.choice(JUNK)
    for title in draw.sample(list(book), draw.choice([0, 0, 1, 2])):
        book[title] = book.pop(title)[draw.choice([0, 1]) :]
    return tuple(Grid(title, tuple(tuple(row) for row in rows)) for title, rows in book.items())


@given(st.integers(0, 2**32))
def test_whatever_stands_in_the_cells_is_read_or_named(seed):
    grids = spoilt(seed)
    round_, problems, counts = round_from(grids)
    assert (round_ is None) == bool(problems)
    places = {
        f"{grid.title}!{chr(ord('A') + at) if at < 26 else 'A' + chr(ord('A') + at - 26)}{row + 1}"
        for grid in grids
        for row, cells in enumerate(grid.rows)
        for at in range(max(len(cells), len(grid.rows[0]), 1))
    }
    for problem in problems:
        assert told(problem).isprintable()
        assert problem.where in places or "!" not in problem.where
    assert len({(p.where, p.row, p.column, p.code, p.message, p.value) for p in problems}) == len(problems)
    for count in counts:
        grid = next(grid for grid in grids if grid.title == count.sheet)
        held = [any(not is_blank(cell) for cell in row) for row in grid.rows[1:]]
        assert (count.read + count.examples, count.rows) == (sum(held), len(held))


def test_a_spoilt_workbook_is_hardly_ever_good_and_the_unspoilt_one_always():
    assert sum(round_from(spoilt(seed))[0] is not None for seed in range(40)) < 20
    plain = tuple(Grid(title, tuple(tuple(row) for row in rows)) for title, rows in good().items())
    assert round_from(plain)[1] == ()
