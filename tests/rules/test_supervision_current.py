"""Overdue supervision is ours to mend: it asks, it never closes."""

from tests.rules.judging import Example, asks, day, each, in_a_group, judge, ready

KEY = "supervision/M1"
OTHER = {"every_days": 14}
EXAMPLES = (
    ready("ten days ago"),
    ready("today", mentor={"supervised_on": day(0)}),
    ready("exactly 31 days ago", mentor={"supervised_on": day(-31)}),
    asks(KEY, "32 days ago", mentor={"supervised_on": day(-32)}),
    asks(KEY, "not known", mentor={"supervised_on": None}),
    asks(KEY, "overdue, joint", company="joint", mentor={"supervised_on": day(-99)}),
    ready(
        "fortnightly, exactly 14 days ago (S0:L210)",
        rule={"every_days": 14},
        mentor={"supervised_on": day(-14)},
    ),
    asks(KEY, "fortnightly, 15 days ago", rule={"every_days": 14}, mentor={"supervised_on": day(-15)}),
    ready("another mentor's is overdue", second={"supervised_on": None}),
    asks(KEY, "overdue, in a group", **in_a_group(mentor={"supervised_on": day(-99)})),
)


@each(EXAMPLES)
def test_supervision_current(example: Example):
    example.check("supervision-current")


def test_it_is_we_who_owe():
    found = judge("supervision-current", mentor={"supervised_on": day(-32)})
    assert found.sentence == "We owe M1 a supervision."
    assert found.question.who == "N2", "the mentor's own worker"
