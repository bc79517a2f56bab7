"""Dated judgements: whose they are, what they are about, and until when they count; by hand."""

from typing import Any

import pytest

from matchmaker.domain.judgements import Judgements
from tests.rules.judging import cleared, comfort, day, likely, round_of

STRETCH = {"mentor": "M1", "task": "court", "mitigation": "joint", "agreed_with": "N1", "agreed_on": day(-5)}


def judgements(**rows) -> Judgements:
    empty: dict[str, list[Any]] = {"clearances": [], "comfort": [], "situations": [], "stretch": []}
    return Judgements(round_of(rows=empty | rows))


@pytest.mark.parametrize(("review", "counts"), [(1, True), (0, True), (-1, False)])
def test_a_row_counts_until_its_review_day_and_on_it(review, counts):
    found = judgements(clearances=[cleared("court", "alone", review=review)])
    row = found.clearance("M1", "court")
    assert row is not None, "past its day the row is still there, only no longer known to be right"
    assert found.in_date(row) is counts


def test_a_clearance_and_a_stretch_are_of_one_mentor_for_one_task():
    found = judgements(clearances=[cleared("court", "joint")], stretch=[STRETCH])
    for look in (found.clearance, found.stretch):
        assert look("M1", "court") is not None
        assert look("M2", "court") is None
        assert look("M1", "college") is None


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([], None),
        ([comfort("yes"), comfort("no")], "no"),
        ([comfort("no"), comfort("yes")], "no"),
        ([comfort("yes"), comfort("with_support")], "with_support"),
        ([comfort("no", review=-1), comfort("yes", review=0)], None),
        ([comfort("yes", review=-1)], None),
        ([comfort("no", "sharps_or_animals"), comfort("no", mentor="M2")], None),
    ],
)
def test_the_strictest_answer_counts_and_past_review_it_is_not_known(rows, counts):
    assert judgements(comfort=rows).comfort("M1", "crowds") == counts


def test_a_visit_has_its_own_rows_first_and_then_those_for_any_task():
    """Past their review date they are still listed: not known is not the same as never asked."""
    rows = [
        likely("low", task="any"),
        likely("high", task="court", review=-1),
        likely("some", task="college"),
    ]
    found = judgements(situations=rows)
    assert [row.level for row in found.situations("B1", "court")] == ["high", "low"]
    assert [row.level for row in found.situations("B1", "library")] == ["low"]
    assert list(found.situations("B2", "court")) == []
