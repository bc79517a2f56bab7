"""A first pass: only the needed cells are filled in, and the plan is worth a meeting all the same.

The answers below were worked out by hand from the rules; a trustee can check every sum.
"""

from __future__ import annotations

from collections import Counter

import pytest

import matchmaker as mm
from tests.golden.first_pass_rows import FIRST_PASS
from tests.golden.golden_workbook import filled, objections

# --- how many people each mentor can take --------------------------------------------------------
# Nobody has said where they start from, so a journey is taken to be 30 minutes one way:
#   (60 meeting + 2 × 30 journey + 15 write-up + 15 debrief) × 2 a month / 4 = 150 / 2 = 75 minutes a week.
#
#       hours   minutes   minutes / 75   people at once   places   why not more
#  M01    4       240      3 (225)            2              2
#  M02    2.5     150      2 (150)            2              2     to the minute
#  M03    2       120      1  (75)            2              1     hours
#  M04    3       180      2                  1              1
#  M05    2       120      1                  1              1
#  M06    1.25     75      1  (75)            1              1     to the minute
#  M07    3       180      2                  1              1
#  M08    4                                   2              0     offers only the hub and behind the scenes
#  M09    1        60      0                  1              0     75 is more than 60
#  M10    4                                   2              0     not available
#  M11    3       180      2                  1              1     has not started everyday things: court only
#  M12    4       240      3                  0              0     no places
#                                                       9 + 1
PLACES = {"M01": 2, "M02": 2, "M03": 1, "M04": 1, "M05": 1, "M06": 1, "M07": 1, "M11": 1}

# --- how many people each worker can introduce, at two visits each -------------------------------
#  N1  14 visits: 7    asked: B01 B02 B03 B04 B06 B09, and B05 whom nobody can be suggested to
#  N2   9 visits: 4    asked: B07 B10 B11 B12 B13                           one of five must wait
#  N3   2 visits: 1    asked: B14 B15 B16                                   two of three must wait
# 6 + 4 + 1 = 11 people for 10 places.
#
# M11's place is for B09 alone: everybody else wants something everyday as well. So B09 and nine others.
# First as many as possible (10), then as many overdue as possible (84 days), then the longest waits:
# fit decides nothing yet. All anyone knows is how people would like to meet, which is jointly until
# they say otherwise, 30 points × weight 20 = 600, and that every mentor with a place has nobody so far,
# 25 × 15 = 375: 975 for each of the ten, 9,750 together. That B06 would prefer a man costs B06 nothing,
# though no mentor has been asked yet for what they may be named.
#
#       asked on     days waited          offered
#  B01  2025-11-24   371   overdue   N1   371
#  B02  2026-06-01   182   overdue   N1   182
#  B03  2026-09-07    84   overdue   N1    84     84 days is 12 weeks to the day
#  B04  2026-09-08    83             N1    83
#  B06  2026-10-05    56             N1    56
#  B07  2026-08-03   119   overdue   N2   119
#  B09  2026-11-09    21             N1    21     the only one M11 could meet
#  B10  2026-07-06   147   overdue   N2   147
#  B11  2026-10-12    49             N2    49
#  B12  2026-10-26    35             N2     -     the shortest wait of those who compete for the nine places
#  B13  2026-11-16    14             N2     -
#  B14  2026-08-31    91   overdue   N3    91     N3 has room for one: the one overdue
#  B15  2026-09-14    77             N3     -
#  B16  2026-11-23     7             N3     -
#                    6 overdue           1203
OFFERED = {"B01", "B02", "B03", "B04", "B06", "B07", "B09", "B10", "B11", "B14"}
TOTALS = {"urgent": 0, "offered": 10, "overdue": 6, "fit": 9_750, "waited": 1_203}

# --- where to meet -------------------------------------------------------------------------------
# No place is listed and none is nearer than another, so it is the first by its code among the staffed
# or public ones: no allotment, though it comes first, for it is neither.
WHERE = {
    "B01": {"coffee_walk": "cafe_public"},
    "B02": {"coffee_walk": "cafe_public", "leisure": "cafe_public"},
    "B03": {"gym_sport": "leisure_centre"},
    "B04": {"forms_post": "cafe_public"},
    "B06": {"travel_confidence": "cafe_public"},
    "B07": {"coffee_walk": "cafe_public"},
    "B09": {"court": "court"},
    "B10": {"court": "court", "coffee_walk": "cafe_public"},
    "B11": {"shopping_with": "cafe_public"},
    "B14": {"coffee_walk": "cafe_public"},
}

# --- what to ask ---------------------------------------------------------------------------------
# Of every pair: six things that nobody has filled in. {M} is whoever is suggested, {N} the person's worker.
ALWAYS = (
    "dual-worked/{B}", "known-area/{B}/{M}",
    "training/{M}", "supervision/{M}", "free-times/{M}",
    "joint-room/{N}",
)  # fmt: skip
# Of each task: what could come up. Of each place: how far it is. Of court: how far along the mentor is.
MORE = {
    "B01": ("situation/{B}/coffee_walk", "area/{M}"),
    "B02": ("situation/{B}/coffee_walk", "situation/{B}/leisure", "area/{M}"),
    "B03": ("situation/{B}/gym_sport", "area/{M}"),
    "B04": ("situation/{B}/forms_post", "area/{M}"),
    "B06": ("situation/{B}/travel_confidence", "area/{M}"),
    "B07": ("situation/{B}/coffee_walk", "area/{M}", "gender-wish/{B}"),
    "B09": ("situation/{B}/court", "area/{M}", "clearance/{M}/court"),
    "B10": (
        "situation/{B}/court", "situation/{B}/coffee_walk",
        "area/{M}", "clearance/{M}/court",
    ),
    "B11": ("situation/{B}/shopping_with", "area/{M}"),
    "B14": ("situation/{B}/coffee_walk", "area/{M}"),
}  # fmt: skip
WORKER_OF = {
    "B01": "N1", "B02": "N1", "B03": "N1", "B04": "N1", "B06": "N1", "B09": "N1",
    "B07": "N2", "B10": "N2", "B11": "N2", "B14": "N3",
    "M01": "N1", "M02": "N1", "M03": "N1", "M04": "N2", "M05": "N2", "M06": "N2", "M07": "N3", "M11": "N2",
}  # fmt: skip
ASKED_OF_THE_MENTOR = {"training", "supervision", "free-times", "clearance", "area"}
"""The mentor's own worker asks these; all others are asked by the person's worker."""

# --- nobody yet, and what stands in the way ------------------------------------------------------
# Whoever wants something everyday cannot meet M08 (role), M10 (break) or M11 (not started).
THE_USUAL_THREE = {"role": 1, "on-a-break": 1, "clearance": 1}
# The nine others have no place or no 75 minutes left once the ten are suggested:
#   places: M01 M02 M04 M05 M06 M07 have given theirs, M12 has none                               7
#   minutes left: M02 150 - 150, M03 120 - 75, M05 120 - 75, M06 75 - 75, M09 60                  5
# and N3 has no visit left for B15 or B16, whichever of the nine mentors it were.
NO_ROOM = {"people-at-once": 7, "agreed-hours": 5}
IN_THE_WAY = {
    "B05": {"gender-wish": 12, **THE_USUAL_THREE},
    "B08": {"has-a-navigator": 12, **THE_USUAL_THREE},
    "B12": {**NO_ROOM, **THE_USUAL_THREE},
    "B13": {**NO_ROOM, **THE_USUAL_THREE},
    "B15": {"introduction-visits": 9, **NO_ROOM, **THE_USUAL_THREE},
    "B16": {"introduction-visits": 9, **NO_ROOM, **THE_USUAL_THREE},
}


@pytest.fixture(scope="module")
def round_(tmp_path_factory) -> mm.Round:
    return mm.read_round(filled(FIRST_PASS, tmp_path_factory.mktemp("first_pass")))


def test_the_workbook_is_read_whole(round_):
    assert (len(round_.mentors), len(round_.beneficiaries), len(round_.navigators)) == (12, 20, 3)


def test_the_totals_are_those_worked_out_by_hand_and_cannot_be_beaten(proposal):
    assert {level.name: level.total for level in proposal.priorities} == TOTALS
    assert proposal.status == "optimal"
    assert proposal.bounds == proposal.totals


def test_everybody_who_can_be_is_offered_an_introduction(match_of):
    assert set(match_of) == OFFERED


def test_all_are_pencilled_as_joint_visits_to_ask_about_first(proposal):
    assert {(match.state, match.company, match.band) for match in proposal.matches} == {
        ("ask first", "joint", "Could work if…")
    }


def test_each_visit_is_in_a_staffed_or_public_place(match_of):
    found = {
        person: {meeting.task: meeting.venue for meeting in match.arrangements}
        for person, match in match_of.items()
    }
    assert found == WHERE


def test_every_place_that_a_mentor_has_is_used_and_none_that_is_not_there(proposal):
    assert Counter(mentor for match in proposal.matches for mentor in match.mentors) == PLACES


def test_a_mentor_who_has_not_started_everyday_things_is_only_asked_about_court(match_of):
    assert match_of["B09"].mentors == ("M11",)


@pytest.mark.parametrize("person", sorted(OFFERED))
def test_the_questions_are_what_nobody_has_filled_in(match_of, person):
    (mentor,) = match_of[person].mentors
    names = {"B": person, "M": mentor, "N": WORKER_OF[person]}
    expected = sorted(key.format(**names) for key in ALWAYS + MORE[person])
    assert [question.key for question in match_of[person].questions] == expected


@pytest.mark.parametrize("person", sorted(OFFERED))
def test_each_question_says_which_worker_asks_it(match_of, person):
    (mentor,) = match_of[person].mentors
    for question in match_of[person].questions:
        about = mentor if question.key.split("/")[0] in ASKED_OF_THE_MENTOR else person
        assert (question.key, question.who) == (question.key, WORKER_OF[about])


@pytest.mark.parametrize("person", sorted(OFFERED))
def test_no_points_are_given_for_anything_but_meeting_jointly_and_a_turn(match_of, person):
    match = match_of[person]
    points = {part.criterion: part.points for part in match.contributions if part.points}
    assert (match.fit, points) == (600 + 375, {"practicalities": 30, "learning": 25})


def test_everybody_else_who_asked_is_told_what_stands_in_the_way(proposal):
    assert objections(proposal) == IN_THE_WAY


def test_those_who_could_meet_somebody_are_shown_who_has_the_places(proposal):
    """B05 and B08 could meet nobody; B12 and B13 could meet M01 to M07, who meet all but B09.

    B15 and B16 lack the same, and before that a visit of N3: the only one that N3 has room for is B14.
    """
    contested = {person.beneficiary: set(person.contested_with) for person in proposal.unmatched}
    expected = {("B05", "B08"): set(), ("B12", "B13"): OFFERED - {"B09"}, ("B15", "B16"): {"B14"}}
    assert contested == {person: others for people, others in expected.items() for person in people}


def test_mentors_without_a_suggestion_are_named_with_a_reason(proposal):
    assert [spare.mentor for spare in proposal.mentors_without_a_match] == ["M08", "M09", "M10", "M12"]
    assert all(spare.reasons for spare in proposal.mentors_without_a_match)


def test_who_would_like_to_hear_more_has_three_introductions_to_describe(proposal):
    (described,) = proposal.hear_more
    assert described.beneficiary == "B19"
    assert {(each.company, each.state) for each in described.introductions} == {("joint", "ask first")}
    mentors = {each.mentors for each in described.introductions}
    assert len(mentors) == 3
    assert not mentors & {("M08",), ("M10",), ("M11",)}, "not their role, on a break, not started"


def test_people_who_did_not_say_yes_are_counted_and_never_listed(proposal):
    said = {warning.code: warning.sentence for warning in proposal.warnings}
    assert set(said) == {"no-dpia", "no-legal-basis", "said-no", "maybe-later", "nobody-put-forward"}
    assert said["said-no"].startswith("2 ")
    assert said["maybe-later"].startswith("1 ")
    text = proposal.to_json()
    assert not [person for person in ("B17", "B18", "B20") if person in text]


def test_an_independent_look_finds_nothing_wrong(round_, proposal):
    assert mm.verify(round_, mm.Policy.standard(), proposal) == ()


def test_the_same_round_as_json_gives_the_same_proposal(round_, proposal, tmp_path):
    path = tmp_path / "round.json"
    path.write_text(round_.to_json(), encoding="utf-8")
    again = mm.read_round(path)
    assert again == round_
    assert mm.propose(again).to_json() == proposal.to_json()
