"""Two appointments at once by hand: Tuesday the 6th is tomorrow, and a meeting lasts an hour."""

from __future__ import annotations

from tests.limits.judging import Example, each, fits, full
from tests.rules.judging import match

TEN, HALF_PAST, ELEVEN = "2026-10-06 10:00", "2026-10-06 10:30", "2026-10-06 11:00"
M1_AT_TEN, M1_HALF = "M1 on 2026-10-06 at 10:00", "M1 on 2026-10-06 at 10:30"
BOTH = ("B1 M1", "B2 M1")


def needed(first, second, *, rows=None, session=None, **third):
    """B1 and B2 with their appointments; of B1 also how long it lasts."""
    others = {"B2": {"needed_on": second, "session_minutes": None}}
    others |= {name: {"needed_on": at, "session_minutes": None} for name, at in third.items()}
    return {
        "beneficiary": {"needed_on": first, "session_minutes": session}, "others": others, "rows": rows or {},
        "mentor": {"people_at_once": 3}, "navigator": {"first_visits_free": 6},
    }  # fmt: skip


def clash(*moments, amount=2, left=1):
    return {"uses": dict.fromkeys(moments, amount), "left": dict.fromkeys(moments, left)}


GOING = {"matches": [match("active", beneficiary="B2", mentor="M1")]}
WITH_B2 = {"matches": [match("active", beneficiary="B2", mentor="M2", second_mentor="M1")]}

EXAMPLES = (
    full("at the same moment", *BOTH, **clash(M1_AT_TEN), **needed(TEN, TEN)),
    full("10:00 to 11:00, and 10:30: both are there at 10:30", *BOTH, **clash(M1_HALF),
         **needed(TEN, HALF_PAST)),
    fits("one ends as the next begins", *BOTH, uses={}, **needed(TEN, ELEVEN)),
    full("61 minutes are a minute too long", *BOTH, **clash("M1 on 2026-10-06 at 11:00"),
         **needed(TEN, ELEVEN, session=61)),
    fits("on another day", *BOTH, uses={}, **needed(TEN, "2026-10-13 10:00")),
    fits("only one of them has an appointment", *BOTH, uses={}, **needed(TEN, None)),
    fits("with a mentor each", "B1 M1", "B2 M2", uses={M1_AT_TEN: 1, "M2 on 2026-10-06 at 10:00": 1},
         left={M1_AT_TEN: 1, "M2 on 2026-10-06 at 10:00": 1}, **needed(TEN, TEN)),
    full("two who go together are both away", "B1 M1+M2 paired", "B2 M2",
         uses={M1_AT_TEN: 1, "M2 on 2026-10-06 at 10:00": 2},
         left={M1_AT_TEN: 1, "M2 on 2026-10-06 at 10:00": 1}, **needed(TEN, TEN)),
    full("somebody under way needs the mentor then", "B1 M1", **clash(M1_AT_TEN, amount=1, left=0),
         **needed(TEN, TEN, rows=GOING)),
    full("also as the second mentor", "B1 M1", **clash(M1_AT_TEN, amount=1, left=0),
         **needed(TEN, TEN, rows=WITH_B2)),
    fits("a match that has ended needs nobody", "B1 M1", **clash(M1_AT_TEN, amount=1),
         **needed(TEN, TEN, rows={"matches": [match("ended", beneficiary="B2")]})),
    # B1 10:00–11:00, B2 10:30–11:30, B3 11:00–12:00: at 10:30 B1 and B2, at 11:00 B2 and B3; never all three.
    fits("first and last of a chain", "B1 M1", "B3 M1",
         uses={M1_HALF: 1, "M1 on 2026-10-06 at 11:00": 1}, left={M1_HALF: 1, "M1 on 2026-10-06 at 11:00": 1},
         **needed(TEN, HALF_PAST, B3=ELEVEN)),
    full("the middle of a chain with one end", "B2 M1", "B3 M1",
         uses={M1_HALF: 1, "M1 on 2026-10-06 at 11:00": 2}, left={M1_HALF: 1, "M1 on 2026-10-06 at 11:00": 1},
         **needed(TEN, HALF_PAST, B3=ELEVEN)),
)  # fmt: skip


@each(EXAMPLES)
def test_one_offs(example: Example):
    example.check("one-offs")
