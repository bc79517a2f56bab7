"""The same round filled in: most of it is ready, and who has nobody yet can be told an honest reason.

The answers below were worked out by hand from the rules; a trustee can check every sum.
"""

from __future__ import annotations

import pytest

import matchmaker as mm
from tests.golden.filled_in_rows import FILLED_IN
from tests.golden.golden_workbook import filled, objections

# --- who could meet whom -------------------------------------------------------------------------
# Their times leave few ways; the other rules leave those below. Minutes a week of the mentor are
#   (meeting + 2 × journey + 15 + 15) × meetings a month / 4, which for 60 minutes twice is 45 + journey.
# Fit is 40 × interests + 20 × practicalities + 15 × style + 15 × learning.
#   interests: likes in common 1: 25, 2: 40; a hope that the mentor shares 20
#   practicalities: common time for 4 meetings 30, 2: 20, 1: 10; journey to 15 minutes 25, to 30: 15;
#   a place they like 15; the company they like 30 (joint until they say otherwise), else alone 20, paired 10.
#   style: M05 may be named for the man that B06 would prefer 40 × 15 = 600. B05's wish is a must: a rule.
#   learning: every mentor who could meet somebody has room and nobody yet 25 × 15 = 375 ("turn" below);
#   M05 wants to grow into what B06 wants, with the worker there as agreed 60 × 15 = 900.
# Nobody asked for similar experience, and nobody has met before.
#
#                    minutes  interests               time  way  place  company     fit
# B01 M01 alone     45+15=60  chess jazz 40 + hope 20   20   25    15      30    2400 + 1800 + turn = 4575
#         joint     60        60                        20   25    15       0    2400 + 1200 + turn = 3975
# B02 M02 alone     45+20=65  baking 25 + hope 20       20   15    15      30    1800 + 1600 + turn = 3775
#         joint     65        45                        10   15    15       0    1800 +  800 + turn = 2975
#     M09 alone     45+15=60  baking films 40 + hope 20 10   25    15      30    2400 + 1600 + turn = 4375
# B03 M01+M03     65 and 60   M03: swimming football 40 20   15    15      30    1600 + 1600 + turn = 3575
# B04 M09 alone     45+15=60  crosswords 25             20   25    15      30    1000 + 1800 + turn = 3175
# B05 M02 alone          72   baking 25                 20   25    15      20    1000 + 1600 + turn = 2975
#         joint          72   25                        20   25    15      30    1000 + 1800 + turn = 3175
#     (45 + 20 + 30) × 3 / 4 = 71.25, so 72
# B06 M05 joint     45+10=55  trains 25 + hope 20       10   25     0      30    1800 + 1300 + turn = 3475
#                                                                                + 600 + 900        = 4975
# B07 M06 joint     45+30=75  drawing 25                20   15    15      30    1000 + 1600 + turn = 2975
# B09 M04 alone     45+20=65  history 25                30   15     0      20    1000 + 1300 + turn = 2675
# B10 M04 alone     45+20=65                             (needs the same place as B09)
# B13 M03 joint     45+15=60  football 25               20   25    15      30    1000 + 1800 + turn = 3175
# B14 M07 joint     45+20=65                             (needs the same place as B16)
# B15 M07 joint     45+30=75                             (needs the same place as B16)
# B16 M07 joint     45+20=65  cooking 25                20   15    15      30    1000 + 1600 + turn = 2975
#
# Nobody could meet B08 (no worker), B11 (M02, free then, has no check for shopping) or B12 (Sundays).
#
# Urgent first: B09, so M04 is not there for B10, who is overdue; B16, so M07 and the one introduction N3
# has room for are not there for B14, who is overdue. Then as many as possible: 10. Then fit:
#   B02 would fit better with M09, 4375, but then nobody is there for B04: 10 come before fit.
#   B05 would like it joint, 3175, but N1 has 2 hours = 120 minutes, and 72 + 55 for B06 are 127: alone.
#   All others have one way, or their best one.
# Ready earns 300 more; B07 and B16 are asked first.
#
#      fit + ready    days waited
# B01  4575 + 300     371  overdue
# B02  3775 + 300     182  overdue
# B03  3575 + 300      84  overdue
# B04  3175 + 300      83
# B05  2975 + 300     210  overdue
# B06  4975 + 300      56
# B07  2975           119  overdue
# B09  2675 + 300      21           urgent
# B13  3175 + 300      14
# B16  2975             7           urgent
#     34850 + 2400   1147
TOTALS = {"urgent": 2, "offered": 10, "overdue": 5, "fit": 37_250, "waited": 1_147}

READY, ASK, STRETCH = "Good to try", "Could work if…", "A stretch, with support"
MATCHES = {
    "B01": ("M01", "alone", READY, 4_575, "Mon 10:00-12:00"),
    "B02": ("M02", "alone", READY, 3_775, "Wed 10:00-12:00; Thu 10:00-11:00"),
    "B03": ("M01 M03", "paired", READY, 3_575, "Tue 10:00-12:00"),
    "B04": ("M09", "alone", READY, 3_175, "Wed 13:00-15:00"),
    "B05": ("M02", "alone", READY, 2_975, "Thu 10:00-12:00"),
    "B06": ("M05", "joint", STRETCH, 4_975, "Thu 13:00-14:00"),
    "B07": ("M06", "joint", ASK, 2_975, "Fri 10:00-12:00"),
    "B09": ("M04", "alone", READY, 2_675, "Tue 09:00-13:00"),
    "B13": ("M03", "joint", READY, 3_175, "Thu 13:00-15:00"),
    "B16": ("M07", "joint", ASK, 2_975, "Fri 14:00-16:00"),
}
POINTS = {
    "B01": (60, 90, 0, 25), "B02": (45, 80, 0, 25), "B03": (40, 80, 0, 25), "B04": (25, 90, 0, 25),
    "B05": (25, 80, 0, 25), "B06": (45, 65, 40, 85), "B07": (25, 80, 0, 25), "B09": (25, 65, 0, 25),
    "B13": (25, 90, 0, 25), "B16": (25, 80, 0, 25),
}  # fmt: skip
"""Interests, practicalities, style and learning, of 100 each; experience and continuity are 0."""

WHERE = {
    "B01": {"coffee_walk": "park"},
    "B02": {"coffee_walk": "library", "leisure": "library"},
    "B03": {"gym_sport": "leisure_centre"},
    "B04": {"forms_post": "library"},
    "B05": {"coffee_walk": "cafe_public"},
    "B06": {"travel_confidence": "cafe_public"},  # café, park and library are as near: the first by its code
    "B07": {"coffee_walk": "cafe_public"},  # the place B07 likes, though the hub is nearer
    "B09": {"court": "magistrates"},
    "B13": {"coffee_walk": "park"},
    "B16": {"coffee_walk": "library"},
}
QUESTIONS = {
    "B07": {"gender-wish/B07": "N2"},
    "B16": {"supervision/M07": "N3"},  # 29 October is 32 days ago, one too many; for M04 it is 31
}
OTHER_WAYS = {
    "B01": [("M01", "joint", 3_975)],
    "B02": [("M09", "alone", 4_375), ("M02", "joint", 2_975)],
    "B05": [("M02", "joint", 3_175)],
}

# --- nobody yet, and what stands in the way ------------------------------------------------------
# M08 only helps at the hub, M10 is not available, M11 has not started everyday things.
THE_USUAL_THREE = {"role": 1, "on-a-break": 1, "clearance": 1}
# B10 could only meet M04, whose one place B09 has.
# B14 and B15 could only meet M07, whose one place and N3's visits go to B16.
IN_THE_WAY = {
    "B08": THE_USUAL_THREE | {"has-a-navigator": 12},
    "B10": THE_USUAL_THREE
    | {"availability": 11, "clearance": 3, "people-at-once": 1},  # court: not started for M01, M03, M11
    "B11": THE_USUAL_THREE | {"availability": 11, "checks-and-training": 1},
    "B12": THE_USUAL_THREE | {"availability": 12},
    "B14": THE_USUAL_THREE | {"availability": 11, "introduction-visits": 1, "people-at-once": 1},
    "B15": THE_USUAL_THREE | {"availability": 11, "introduction-visits": 1, "people-at-once": 1},
}
WHO_HAS_THE_PLACE = {"B08": (), "B10": ("B09",), "B11": (), "B12": (), "B14": ("B16",), "B15": ("B16",)}


@pytest.fixture(scope="module")
def round_(tmp_path_factory) -> mm.Round:
    return mm.read_round(filled(FILLED_IN, tmp_path_factory.mktemp("filled_in")))


def test_the_totals_are_those_worked_out_by_hand_and_cannot_be_beaten(proposal):
    assert {level.name: level.total for level in proposal.priorities} == TOTALS
    assert proposal.status == "optimal"
    assert proposal.bounds == proposal.totals


def test_each_person_has_the_mentor_company_band_fit_and_times_worked_out_by_hand(match_of):
    found = {
        person: (
            " ".join(match.mentors), match.company, match.band, match.fit,
            "; ".join(map(str, match.common_times)),
        )
        for person, match in match_of.items()
    }  # fmt: skip
    assert found == MATCHES


def test_the_points_are_those_worked_out_by_hand(match_of):
    found = {person: tuple(part.points for part in match.contributions) for person, match in match_of.items()}
    assert found == {person: (*points, 0, 0) for person, points in POINTS.items()}


def test_they_meet_where_they_like_or_else_at_the_nearest_place(match_of):
    found = {
        person: {meeting.task: meeting.venue for meeting in match.arrangements}
        for person, match in match_of.items()
    }
    assert found == WHERE


def test_only_two_are_still_to_be_asked_about_and_each_has_one_question(match_of):
    asked = {person: match for person, match in match_of.items() if match.state == "ask first"}
    assert {p: {q.key: q.who for q in match.questions} for p, match in asked.items()} == QUESTIONS
    assert not [match for person, match in match_of.items() if person not in asked and match.questions]


def test_the_other_ways_are_listed_from_the_best_fit_down(match_of):
    found = {
        person: [(" ".join(way.mentors), way.company, way.fit) for way in match.alternatives]
        for person, match in match_of.items()
        if match.alternatives
    }
    assert found == OTHER_WAYS


def test_everybody_else_who_asked_is_told_what_stands_in_the_way(proposal):
    assert objections(proposal) == IN_THE_WAY


def test_those_who_could_meet_somebody_are_shown_who_has_the_place(proposal):
    assert {each.beneficiary: each.contested_with for each in proposal.unmatched} == WHO_HAS_THE_PLACE


def test_mentors_without_a_suggestion_are_named_with_a_reason(proposal):
    assert [spare.mentor for spare in proposal.mentors_without_a_match] == ["M08", "M10", "M11", "M12"]
    assert all(spare.reasons for spare in proposal.mentors_without_a_match)


def test_who_would_like_to_hear_more_hears_of_the_one_mentor_free_then(proposal):
    """B19 and M07: cooking 25 × 40; time 10, the hub 15 minutes away 25, joint 30, × 20; a turn 25 × 15."""
    (described,) = proposal.hear_more
    (way,) = described.introductions
    assert (described.beneficiary, way.mentors, way.company, way.state, way.fit) == (
        "B19", ("M07",), "joint", "ask first", 1_000 + 1_300 + 375,
    )  # fmt: skip


def test_only_what_is_still_true_is_warned_of(proposal):
    assert {warning.code for warning in proposal.warnings} == {"no-legal-basis", "said-no", "maybe-later"}


def test_an_independent_look_finds_nothing_wrong(round_, proposal):
    assert mm.verify(round_, mm.Policy.standard(), proposal) == ()


def test_the_same_round_as_json_gives_the_same_proposal(round_, proposal, tmp_path):
    path = tmp_path / "round.json"
    path.write_text(round_.to_json(), encoding="utf-8")
    again = mm.read_round(path)
    assert again == round_
    assert mm.propose(again).to_json() == proposal.to_json()
