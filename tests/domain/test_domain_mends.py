"""A change that might help: cells and rows as they would be, and nothing else."""

from __future__ import annotations

import pytest

from matchmaker.domain.mends import Cell, Mend, answered, as_judged, mended
from matchmaker.domain.rows import Clearance, Team
from matchmaker.domain.words import Step
from matchmaker.errors import InputErrors
from tests.rules.judging import TODAY, cleared, day, round_of

DEVICE = Mend("agree", "Find a device.", cells=(Cell("mentors", "M2", "device", None),))


def clearance(step: Step) -> Clearance:
    return Clearance(mentor="M1", task="court", step=step, **as_judged(TODAY))


def test_a_cell_changes_one_row_and_leaves_the_round_as_it_was():
    round_ = round_of()
    again = mended(round_, (DEVICE,))
    assert [(m.id, m.device) for m in again.mentors] == [("M1", True), ("M2", None)]
    assert [m.device for m in round_.mentors] == [True, True]
    assert again.beneficiaries == round_.beneficiaries


def test_a_row_takes_the_place_of_what_speaks_of_the_same():
    """M1 and court had a row; M2's stays."""
    round_ = round_of(
        rows={"clearances": [cleared("court", "joint"), cleared("court", "alone", mentor="M2")]}
    )
    again = mended(round_, (Mend("learn", "…", rows=(("clearances", clearance("accompanied")),)),))
    assert {(row.mentor, row.step) for row in again.clearances} == {("M1", "accompanied"), ("M2", "alone")}
    (row,) = (row for row in again.clearances if row.mentor == "M1")
    assert (row.by, row.set_on, row.review_on) == ("coordinator", TODAY, day(90))


def test_an_answer_counts_instead_of_an_earlier_one():
    round_ = round_of(
        rows={"answers": [{"question": "dual-worked/B1", "by": "N1", "on": day(-9), "answer": "yes"}]}
    )
    again = mended(round_, (Mend("find out", "…", rows=answered("dual-worked/B1", "no", on=TODAY)),))
    assert [row.answer for row in again.answers] == ["no"]


def test_several_are_applied_together():
    round_ = round_of(rows={"teams": []})
    team = Mend("agree", "…", rows=(("teams", Team(id="new", one="M1", other="M2")),))
    again = mended(round_, (DEVICE, team))
    assert [team.id for team in again.teams] == ["new"]
    assert [m.device for m in again.mentors] == [True, None]


def test_what_cannot_be_is_refused_as_everywhere():
    nobody = Mend("agree", "…", rows=(("teams", Team(id="new", one="M1", other="M9")),))
    with pytest.raises(InputErrors, match="M9"):
        mended(round_of(), (nobody,))


def test_kinds_are_in_order_and_what_is_changed_is_the_same_however_far():
    more = Mend("agree", "Find another.", cells=(Cell("mentors", "M2", "device", True),))
    assert more.about == DEVICE.about == (("mentors", "M2", "device"),)
    assert [Mend(kind, "").order for kind in ("find out", "agree", "learn", "make room", "set aside")] == [
        0,
        1,
        2,
        3,
        4,
    ]
