"""What a proposal says of a match, of mentors without one, of those who would hear more, and in warnings."""

from __future__ import annotations

from datetime import date

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.policy import Policy
from tests.rules.judging import Row, cleared, day, likely, match, round_of

POLICY = Policy.standard()


def proposal(policy: Policy = POLICY, **different):
    return propose(round_of(**different), policy)


def the_match(**different):
    (found,) = proposal(**different).matches
    return found


ONLY_M1 = {"second": {"available": False}}


# --- a match ---------------------------------------------------------------------------------------


def test_everything_a_ready_match_says():
    """Alone 20, way of 20 minutes 15, 240 minutes 30: 65 × 20; one shared like 25 × 40; M1 has room 25 × 15."""
    likes = {"likes": ["dogs"]}
    found = the_match(beneficiary=likes | {"together": "alone"}, mentor=likes, **ONLY_M1)
    assert (found.beneficiary, found.mentors, found.company, found.state) == ("B1", ("M1",), "alone", "ready")
    assert (found.band, found.questions) == ("Good to try", ())
    assert [(meeting.task, meeting.venue) for meeting in found.arrangements] == [
        ("coffee_walk", "cafe_public")
    ]
    assert [str(window) for window in found.common_times] == ["Mon 10:00-12:00", "Tue 10:00-12:00"]
    said = [(each.criterion, each.points, each.weight) for each in found.contributions]
    assert said == [
        ("interests", 25, 40), ("practicalities", 30 + 15 + 30, 20), ("style", 0, 15),
        ("learning", 25, 15), ("experience", 0, 5), ("continuity", 0, 5),
    ]  # fmt: skip
    assert found.fit == 25 * 40 + 75 * 20 + 25 * 15
    (other,) = found.alternatives
    assert (other.mentors, other.company, other.state) == (("M1",), "joint", "ready")
    assert (other.fit, other.regret, other.moves) == (25 * 40 + (30 + 15) * 20 + 25 * 15, None, ())


def test_questions_come_each_once_with_who_asks():
    """Two tasks and both ask about training; it is asked once, of the mentor's worker."""
    found = the_match(
        beneficiary={"wants_to_do": ["coffee_walk", "forms_post"], "dual_worked": None},
        mentor={"training": None}, **ONLY_M1,
    )  # fmt: skip
    assert (found.state, found.company, found.band) == ("ask first", "joint", "Could work if…")
    asked = [(question.key, question.who) for question in found.questions]
    assert asked == [("dual-worked/B1", "N1"), ("training/M1", "N2")]


def test_other_ways_come_by_fit_and_no_more_than_the_policy_lists():
    """M1 or M2, alone or joint, or both: five ways, one suggested."""
    likes = {"likes": ["dogs"]}
    found = the_match(beneficiary=likes, mentor=likes)
    assert len(found.alternatives) == 3
    assert len({(other.mentors, other.company) for other in found.alternatives}) == 3
    assert (found.mentors, found.company) not in {(o.mentors, o.company) for o in found.alternatives}
    (none,) = proposal(Policy(alternatives=0), beneficiary=likes, mentor=likes).matches
    assert none.alternatives == ()
    (all_,) = proposal(Policy(alternatives=10), beneficiary=likes, mentor=likes).matches
    assert len(all_.alternatives) == 4


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({}, "Agree a time with B1."),
        ({}, "Arrange expenses for M1"),
        ({"beneficiary": {"ready_worker": "no"}}, "whether now is a good time"),
        ({"beneficiary": {"safe_contact": "post only"}}, "safe to reach B1"),
        ({"beneficiary": {"needed_on": "2026-10-06 10:30"}}, "6 October 2026 at 10:30"),
    ],
)
def test_prompts_for_before_the_first_outing(different, words):
    found = the_match(**different, **ONLY_M1)
    assert any(words in prompt for prompt in found.prompts)
    assert "post only" not in " ".join(found.prompts)


def test_nothing_to_prompt_when_all_is_arranged():
    found = the_match(beneficiary={"free": ["Mon 10:00-12:00"]}, mentor={"expenses_ready": True}, **ONLY_M1)
    assert found.prompts == ()


# --- totals ----------------------------------------------------------------------------------------


def test_totals_and_bounds_agree_and_are_certified():
    found = proposal()
    assert found.status == "optimal"
    assert found.totals == found.bounds
    assert {priority.proof for priority in found.priorities} == {"certified"}
    assert tuple(priority.name for priority in found.priorities) == POLICY.priorities
    assert (found.as_of, found.salt) == (date(2026, 10, 5), "2026-10-05")


# --- mentors without a match -----------------------------------------------------------------------


def spare(**different):
    return {entry.mentor: " ".join(entry.reasons) for entry in proposal(**different).mentors_without_a_match}


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ({"available": False}, "not taking on anybody new"),
        ({"breaks": [f"{day(-3)} to {day(0)}"]}, "not taking on anybody new"),
        ({"people_at_once": 0}, "no place for anybody"),
        ({"hours_per_week": 0.5}, "no room left: hours a week"),
        ({"languages": ["Polish"]}, "language in common"),
        ({}, "whoever asked has another one"),
    ],
)
def test_a_mentor_without_a_suggestion_and_why(second, words):
    """M1 shares an interest, so that M1 is suggested and M2 is not."""
    likes = {"likes": ["dogs"]}
    found = spare(beneficiary=likes, mentor=likes, second=second, rows={"teams": []})
    assert list(found) == ["M2"]
    assert words in found["M2"]


@pytest.mark.parametrize(
    "different",
    [
        {"rows": {"teams": [], "keep_apart": [{"one": "M2", "other": "B1"}]}},
        {"beneficiary": {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": False},
         "mentor": {"put_forward_for": ["a woman"]}, "rows": {"teams": []}},
    ],
)  # fmt: skip
def test_what_somebody_else_wished_is_no_reason_about_a_mentor(different):
    """Nobody is told who keeps them apart, nor who did not tick a wish."""
    reason = spare(**different)["M2"]
    assert not any(word in reason for word in ("apart", "introduced", "gender", "asked for", "woman", "wish"))


# --- would like to hear more -----------------------------------------------------------------------


def curious(**different):
    wants: Row = {
        "wants": "would_like_to_hear_more",
        "asked_on": None,
        "wants_to_do": [],
        "gender_wish": "no_wish",
    }
    found = proposal(beneficiary=wants | different.pop("beneficiary", {}), **different)
    (entry,) = found.hear_more
    assert (entry.beneficiary, found.matches, found.unmatched) == ("B1", (), ())
    assert found.totals == (0, 0, 0, 0, 0)
    return [(other.mentors, other.company, other.state) for other in entry.introductions]


def test_introductions_are_described_one_for_each_mentor_or_team_and_none_counted():
    found = curious()
    assert len(found) == 3
    assert {frozenset(mentors) for mentors, _, _ in found} == {
        frozenset({"M1"}), frozenset({"M2"}), frozenset({"M1", "M2"}),
    }  # fmt: skip


def test_ready_ones_are_described_first_and_nobody_whom_a_rule_closes():
    found = curious(mentor={"supervised_on": None}, rows={"teams": []})
    assert [(mentors, state) for mentors, _, state in found] == [(("M2",), "ready"), (("M1",), "ask first")]
    assert curious(mentor={"available": False}, second={"languages": ["Polish"]}) == []


def test_a_wish_nobody_asked_about_is_asked_before_anyone_is_described_as_ready():
    assert {state for _, _, state in curious(beneficiary={"gender_wish": None})} == {"ask first"}


# --- warnings --------------------------------------------------------------------------------------


def warnings(policy: Policy = POLICY, **different):
    return {warning.code: warning.sentence for warning in proposal(policy, **different).warnings}


def off(code: str) -> Policy:
    data = Policy.standard().as_data()
    for rule in data["rules"]:
        rule |= {"off": True, "off_by": "Ada", "off_because": "small town"} if rule["code"] == code else {}
    return Policy.model_validate(data)


def test_a_quiet_round_warns_only_of_what_its_data_reveal():
    assert set(warnings()) == {"no-dpia"}
    assert warnings(programme={"dpia_reference": "DPIA 7"}) == {}


@pytest.mark.parametrize(
    ("code", "different"),
    [
        ("said-no", {"beneficiary": {"wants": "no"}}),
        ("maybe-later", {"beneficiary": {"wants": "maybe_later"}}),
        ("small-pool", ONLY_M1),
        ("nobody-put-forward", {"beneficiary": {"gender_wish": "must", "gender_wished": "a woman"}}),
        ("past-review", {"rows": {"clearances": [cleared("court", "alone", review=-1)]}}),
        ("past-review", {"rows": {"situations": [likely("low", review=-1)]}}),
        ("blanket-bar", {"rows": {"places": [
            {"id": "P1", "label": "Office", "kind": "office_hub", "bars_former_users": True}]}}),
    ],
)  # fmt: skip
def test_what_a_coordinator_should_know(code, different):
    assert code in warnings(**different)
    assert code not in warnings()


def test_somebody_who_said_no_is_a_count_and_never_named():
    assert "B1" not in warnings(beneficiary={"wants": "no"})["said-no"]
    assert warnings(beneficiary={"wants": "no"})["said-no"].startswith("1 ")


def test_a_rule_that_is_off_is_said_with_who_and_why():
    sentence = warnings(off("role"))["switched-off"]
    assert all(word in sentence for word in ("role", "Ada", "small town"))


@pytest.mark.parametrize(
    ("name", "telling"),
    [("4857773456", True), ("LS1-4AB", True), ("Margaret", True), ("M07", False), ("artist", False)],
)  # fmt: skip
def test_ids_that_look_like_a_name_a_number_or_a_postcode(name, telling):
    data = round_of().model_dump(mode="json")
    data["beneficiaries"].append(data["beneficiaries"][0] | {"id": name, "wants": "no"})
    found = {warning.code for warning in propose(Round.from_dict(data), POLICY).warnings}
    assert ("telling-ids" in found) == telling


@pytest.mark.parametrize(("people", "warned"), [(12, False), (13, True)])
def test_more_than_twelve_people_are_a_full_load(people, warned):
    data = round_of().model_dump(mode="json")
    more = [data["beneficiaries"][0] | {"id": f"B{n}", "wants": "no"} for n in range(2, people + 1)]
    data["beneficiaries"] += more
    found = {warning.code for warning in propose(Round.from_dict(data), POLICY).warnings}
    assert ("caseload" in found) == warned


def test_a_match_under_way_makes_no_request_and_is_no_gap():
    found = proposal(rows={"matches": [match("active")]})
    assert (found.matches, found.unmatched) == ((), ())
    assert {entry.mentor for entry in found.mentors_without_a_match} == {"M1", "M2"}
