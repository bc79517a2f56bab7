"""A break needs no reason and is never argued with. Today is Monday 2026-10-05."""

from tests.rules.judging import Example, closes, each, in_a_group, judge, ready

WEDNESDAY = {"needed_on": "2026-10-07 14:00"}  # an hour, so 14:00-15:00

EXAMPLES = (
    ready("around"),
    closes("paused", mentor={"available": False}),
    closes("paused, joint too", company="joint", mentor={"available": False}),
    closes("in the middle of a break", mentor={"breaks": ["2026-10-01 to 2026-10-09"]}),
    closes("the last day is today", mentor={"breaks": ["2026-09-01 to 2026-10-05"]}),
    ready("the last day was yesterday", mentor={"breaks": ["2026-09-01 to 2026-10-04"]}),
    closes("the first day is today", mentor={"breaks": ["2026-10-05 to 2026-10-19"]}),
    ready("it starts tomorrow", mentor={"breaks": ["2026-10-06 to 2026-10-19"]}),
    closes("a break of one day, today", mentor={"breaks": ["2026-10-05"]}),
    closes("a break without an end", mentor={"breaks": ["2026-09-01 to"]}),
    closes("the second of two breaks", mentor={"breaks": ["2026-01-01", "2026-10-05"]}),
    ready("around when needed", beneficiary=WEDNESDAY),
    closes("away when needed", beneficiary=WEDNESDAY, mentor={"breaks": ["2026-10-07"]}),
    ready("back when needed", beneficiary=WEDNESDAY, mentor={"breaks": ["2026-10-06"]}),
    closes(
        "their own time when needed", beneficiary=WEDNESDAY, mentor={"protected_time": ["Wed 14:59-18:00"]}
    ),
    ready(
        "their own time starts as it ends",
        beneficiary=WEDNESDAY,
        mentor={"protected_time": ["Wed 15:00-18:00"]},
    ),
    ready(
        "their own time ends as it starts",
        beneficiary=WEDNESDAY,
        mentor={"protected_time": ["Wed 09:00-14:00"]},
    ),
    closes(
        "a longer meeting runs into it",
        beneficiary=WEDNESDAY | {"session_minutes": 61},
        mentor={"protected_time": ["Wed 15:00-18:00"]},
    ),
    ready(
        "their own time on another day", beneficiary=WEDNESDAY, mentor={"protected_time": ["Thu 14:00-15:00"]}
    ),
    ready("their own time, and no appointment", mentor={"protected_time": ["Wed 14:00-15:00"]}),
    closes("a host who is away", **in_a_group(mentor={"available": False})),
    ready("a host who is around", **in_a_group()),
)


@each(EXAMPLES)
def test_on_a_break(example: Example):
    example.check("on-a-break")


def test_nobody_is_told_how_long_or_why():
    found = judge("on-a-break", mentor={"breaks": ["2026-10-01 to 2026-10-09"]})
    assert found.sentence == "M1 is not taking on anybody new at present."
    assert found.remedy is None
