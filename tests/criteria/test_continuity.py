"""Continuity: 100 if the two have met and nothing between them was a reason to stop, else nothing."""

from typing import get_args

import pytest

from matchmaker.domain.words import EndReason
from tests.criteria.scoring import met, scored

GOOD = {
    "aims_met", "no_longer_needed", "moved_on", "mentor_got_job", "wellbeing_break", "crisis", "lost_touch",
    "moved_area", "custody", "death",
}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "expected"),
    [("handover", 100), ("intro_visit_1", 100), ("mentor_asked", 0), ("declined", 0), ("ended", 0)],
)
def test_people_have_met_once_there_was_a_visit(state, expected):
    """Ended, without saying why, is not known to be a meeting."""
    assert scored("continuity", matches=(met(state),)).points == expected


@pytest.mark.parametrize("reason", get_args(EndReason))
def test_how_they_got_on_counts_and_what_happened_does_not(reason):
    found = scored("continuity", matches=(met("ended", end_reason=reason),))
    assert found == ((100, "B1 has met M1 before") if reason in GOOD else (0, ""))


def test_one_parting_outweighs_another_meeting():
    matches = (met("ended", end_reason="aims_met"), met("ended", id="X2", end_reason="not_right_fit"))
    assert scored("continuity", matches=matches) == (0, "")


def test_a_group_they_both_came_to_is_a_meeting():
    assert scored("continuity", matches=(met("ended", company="group", end_reason="moved_on"),)).points == 100


def test_nobody_has_met_whom_they_have_not():
    assert scored("continuity") == (0, "")
    assert scored("continuity", matches=(met("active", mentor="M2"),)).points == 0
    assert scored("continuity", matches=(met("active", beneficiary="B2"),)).points == 0


def test_one_of_two_mentors_is_enough():
    one = (met("handover", mentor="M2"),)
    assert scored("continuity", {}, {}, {}, matches=one) == (100, "B1 has met M2 before")
    both = (met("handover", mentor="M2", second_mentor="M1"),)
    assert scored("continuity", {}, {}, {}, matches=both) == (100, "B1 has met M1 and M2 before")
