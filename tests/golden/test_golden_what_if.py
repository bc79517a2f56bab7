"""The filled-in round with one thing changed: each limit and rule bites just where the sums say it does.

Fit, minutes and days are those of `test_golden_filled_in`; a total is urgent, offered, overdue, fit, waited.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

import matchmaker as mm
from tests.golden.filled_in_rows import FILLED_IN
from tests.golden.golden_workbook import filled, objections

Totals = tuple[int, ...]
KEY = {"clearances": ("mentor", "task"), "answers": ("question",), "situations": (), "keep_apart": ()}
"""What names a row, where it is not its id; rows of the last two are only ever added here."""

AS_IT_IS = (2, 10, 5, 37_250, 1_147)


@pytest.fixture(scope="module")
def round_(tmp_path_factory) -> mm.Round:
    return mm.read_round(filled(FILLED_IN, tmp_path_factory.mktemp("what_if")))


def less(total: Totals, *, urgent: int = 0, overdue: int = 0, fit: int, days: int) -> Totals:
    """Return a total without one person."""
    return tuple(a - b for a, b in zip(total, (urgent, 1, overdue, fit, days), strict=True))


def changed(round_: mm.Round, *changes: tuple[str, dict[str, Any]]) -> mm.Round:
    """Return the round with cells of a row replaced, or a row added where there is none with that key."""
    data = json.loads(round_.to_json())
    for sheet, cells in changes:
        rows = data.setdefault(sheet, [])
        key = KEY.get(sheet, ("id",))
        found = [row for row in rows if key and all(row[name] == cells[name] for name in key)]
        if found:
            found[0].update(cells)
        else:
            rows.append(cells)
    return mm.Round.from_dict(data)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            # B03 takes 60 of M03's minutes and B13 60: 120 are 2 hours. B03 is overdue, so B13 waits.
            ("mentors", {"id": "M03", "hours_per_week": 1.75}),
            less(AS_IT_IS, fit=3_475, days=14),
            id="M03 has hours for two, to the minute",
        ),
        pytest.param(
            # B04 takes 60 of 60; with 45 M09 can meet nobody.
            ("mentors", {"id": "M09", "hours_per_week": 0.75}),
            less(AS_IT_IS, fit=3_475, days=83),
            id="M09 has hours for one, to the minute",
        ),
        pytest.param(
            # B07 takes 75 of 75.
            ("mentors", {"id": "M06", "hours_per_week": 1}),
            less(AS_IT_IS, overdue=1, fit=2_975, days=119),
            id="M06 has hours for one, to the minute",
        ),
        pytest.param(
            # B07 takes 75 and B13 60 of N2's 135 minutes; of 120 only one of them. B07 is overdue.
            ("navigators", {"id": "N2", "joint_hours": 2}),
            less(AS_IT_IS, fit=3_475, days=14),
            id="N2 has joint hours for two, to the minute",
        ),
        pytest.param(
            # B06 takes 55, and M05 meets nobody without a worker; 45 are too few.
            ("navigators", {"id": "N1", "joint_hours": 0.75}),
            less(AS_IT_IS, fit=5_275, days=56),
            id="a stretch needs the worker's time",
        ),
        pytest.param(
            # 72 for B05 and 55 for B06 are 127 of 135: B05 meets jointly, 3175 rather than 2975.
            ("navigators", {"id": "N1", "joint_hours": 2.25}),
            (2, 10, 5, 37_450, 1_147),
            id="with more joint hours B05 meets as they would like",
        ),
        pytest.param(
            # 60 for B02 and 60 for B04: B02 meets M09, 4375 rather than 3775 with M02.
            ("mentors", {"id": "M09", "hours_per_week": 2, "people_at_once": 2}),
            (2, 10, 5, 37_850, 1_147),
            id="with two places M09 meets B02 as well",
        ),
        pytest.param(
            # M02 is there on Wednesday mornings and M09 in the afternoon: no hour when both could go.
            ("teams", {"id": "T2", "one": "M02", "other": "M09"}),
            AS_IT_IS,
            id="two mentors who are never free together meet nobody together",
        ),
        pytest.param(
            # 30 October is 31 days ago. Jointly 2975, now ready; alone would be 2775.
            ("mentors", {"id": "M07", "supervised_on": "2026-10-30"}),
            (2, 10, 5, 37_550, 1_147),
            id="after a supervision B16 is ready",
        ),
        pytest.param(
            ("beneficiaries", {"id": "B07", "gender_wish": "no_wish"}),
            (2, 10, 5, 37_550, 1_147),
            id="once B07 has been asked about gender they are ready",
        ),
        pytest.param(
            # Of M02 and M09 only M09 is left for B02 (4375 + 300, overdue), so nobody is for B04 (3475).
            ("keep_apart", {"one": "M02", "other": "B02"}),
            (2, 9, 5, 37_250 - 4_075 + 4_675 - 3_475, 1_147 - 83),
            id="who is kept apart takes another way",
        ),
        pytest.param(
            # Four of N1's seven: B09 is urgent; of B01, B02, B03 and B05, all overdue, the three that fit
            # best. B04 has no place any more, so B02 has M09's: 4875 + 4675 + 3875 (B05: 3475).
            # With B07 2975, B09 2975, B13 3475, B16 2975. Days: 371 + 182 + 84 + 119 + 21 + 14 + 7.
            ("navigators", {"id": "N1", "first_visits_free": 9}),
            (2, 7, 4, 4_875 + 4_675 + 3_875 + 2_975 + 2_975 + 3_475 + 2_975, 798),
            id="nine visits introduce four people",
        ),
    ],
)
def test_one_thing_changed_changes_the_totals_as_worked_out_by_hand(round_, change, expected):
    assert mm.propose(changed(round_, change)).totals == expected


def test_with_room_for_one_more_the_overdue_person_comes_before_the_better_fit(round_):
    """B14 and M07, asked first: time 10, the hub 25, joint 30, × 20, and a turn 375 = 1675. B15 would have 1875, at 77 days.

    M07 has 180 minutes: 65 for B16 and 60 for B14.
    """
    more = changed(
        round_,
        ("mentors", {"id": "M07", "people_at_once": 2}),
        ("navigators", {"id": "N3", "first_visits_free": 4}),
    )
    proposal = mm.propose(more)
    assert proposal.totals == (2, 11, 6, 37_250 + 1_675, 1_147 + 91)
    assert "B15" in {each.beneficiary for each in proposal.unmatched}


AT_COURT_ONLY_JOINTLY = ("clearances", {"mentor": "M04", "task": "court", "step": "joint"})
MON_AND_THU = ["Mon 09:00-17:00", "Thu 09:00-14:00"]


def test_a_worker_who_is_there_at_the_hour_can_go_along_to_court(round_):
    """65 for B09 and 55 for B06 are N1's 120 minutes. Time 20, way 15, joint 30: 1000 + 1300 + 375, as alone."""
    there = ("navigators", {"id": "N1", "free": [*MON_AND_THU, "Tue 10:00-12:00"]})
    assert mm.propose(changed(round_, AT_COURT_ONLY_JOINTLY, there)).totals == AS_IT_IS


def test_a_worker_who_is_busy_at_the_hour_cannot(round_):
    later = ("navigators", {"id": "N1", "free": [*MON_AND_THU, "Tue 11:00-13:00"]})
    without = less(AS_IT_IS, urgent=1, fit=2_975, days=21)
    assert mm.propose(changed(round_, AT_COURT_ONLY_JOINTLY, later)).totals == without


def test_a_wish_that_may_cover_the_worker_is_no_question_when_they_meet_without(round_):
    """Jointly B05 would have to be asked, 3175; alone they are ready, 2975 + 300."""
    change = ("navigators", {"id": "N1", "joint_hours": 2.25})
    unsaid = ("beneficiaries", {"id": "B05", "wish_covers_navigator": None})
    proposal = mm.propose(changed(round_, change, unsaid))
    (match,) = [match for match in proposal.matches if match.beneficiary == "B05"]
    assert (proposal.totals, match.company, match.state) == (AS_IT_IS, "alone", "ready")


def test_asked_again_with_nothing_changed_nobody_is_moved(round_, proposal):
    again = mm.propose(round_, previous=proposal)
    assert (again.totals, again.matches) == (proposal.totals, proposal.matches)


def test_nobody_is_moved_for_less_than_the_price_of_moving(round_, proposal):
    """With two places at M09, B02 would gain 600: less than 1000, so B02 stays with M02."""
    room = ("mentors", {"id": "M09", "hours_per_week": 2, "people_at_once": 2})
    assert mm.propose(changed(round_, room), previous=proposal).totals == AS_IT_IS


@pytest.mark.parametrize(
    ("together", "high", "expected"),
    [(1, 2, AS_IT_IS), (2, 2, (2, 11, 5, 38_825, 1_182)), (2, 1, AS_IT_IS)],
)
def test_a_team_goes_to_see_no_more_people_than_it_agreed_to(round_, together, high, expected):
    """B12 now wants what only M01 and M03 together can give, who have hours for both B03 and B12.

    Nothing in common yet; time 20, way 15, in a pair 10; a turn: 900 + 375 + 300, after 35 days. B03 is overdue.
    With both something is highly likely to come up, so a mentor who meets one such person at most stays with B03.
    """
    limits = [
        x.model_copy(update={"people": high}) if x.code == "high-situations" else x
        for x in mm.Policy.standard().limits
    ]
    policy = mm.Policy.standard().model_copy(update={"limits": tuple(limits)})
    anywhere = {"task": "any", "by": "Tariq", "set_on": "2026-11-16", "review_on": "2027-05-16"}
    more = changed(
        round_,
        ("mentors", {"id": "M01", "hours_per_week": 6, "people_at_once": 3}),
        ("mentors", {"id": "M03", "hours_per_week": 4, "people_at_once": 3}),
        ("teams", {"id": "T1", "people_at_once": together}),
        (
            "beneficiaries",
            {"id": "B12", "wants_to_do": ["gym_sport"], "area": "Southbank", "free": ["Tue 10:00-12:00"]},
        ),
        ("situations", {"beneficiary": "B12", "situation": "heated_exchange", "level": "high", **anywhere}),
    )
    assert mm.propose(more, policy).totals == expected


def test_two_who_know_each_other_are_kept_apart_and_the_page_gives_no_number(round_):
    """M01 is the only one there for B01 on Mondays: the other mentors' times do not meet but for M08's.

    B01 asked for befriending, which M03 and M06 do not offer, nor M08.
    """
    answer = {"question": "known-area/B01/M01", "by": "Irma", "on": "2026-11-20", "answer": "yes"}
    proposal = mm.propose(changed(round_, ("answers", answer)))
    assert proposal.totals == less(AS_IT_IS, overdue=1, fit=4_875, days=371)
    assert objections(proposal)["B01"] == {
        "availability": 10, "role": 3, "on-a-break": 1, "clearance": 1, "kept-apart": None,
    }  # fmt: skip
