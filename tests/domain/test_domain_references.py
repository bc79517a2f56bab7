"""What must hold between rows: ids once, references that lead somewhere, nothing said twice."""

import pytest

from matchmaker.domain.references import REFERENCES
from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors
from tests.domain.raw_round import JUDGED, found, problems, raw, read

MENTOR, BENEFICIARY = raw()["mentors"][0], raw()["beneficiaries"][0]
PLACE = {"id": "P1", "label": "Blue Café", "kind": "cafe_public"}


def test_the_same_id_twice_is_an_error_at_the_second():
    assert found(mentors=[MENTOR, MENTOR]) == [("mentors[1].id", "id_twice")]


@pytest.mark.parametrize(
    ("one", "other"),
    [("M1", "m1"), ("M1", "M-1"), ("M01", "MO1"), ("M10", "M1O"), ("M1", "Ml"), ("M1", "MI"), ("ann", "ANN")],
)
def test_ids_too_easily_taken_for_each_other_are_an_error(one, other):
    """Whoever types one of the two by hand would protect or match the wrong person."""
    rows = [MENTOR | {"id": one}, MENTOR | {"id": other}]
    assert ("mentors[1].id", "id_alike") in found(mentors=rows)


@pytest.mark.parametrize(("one", "other"), [("M1", "M2"), ("M1", "M11"), ("M1", "N1"), ("leo", "1eo2")])
def test_ids_that_differ_clearly_are_fine(one, other):
    rows = [MENTOR | {"id": one, "navigator": "none_yet"}, MENTOR | {"id": other, "navigator": "none_yet"}]
    assert len(read(mentors=rows, beneficiaries=[], navigators=[]).mentors) == 2


def test_an_id_means_one_person_in_all_three_sheets():
    assert found(beneficiaries=[BENEFICIARY | {"id": "M1"}]) == [("beneficiaries[0].id", "id_twice")]
    assert ("navigators[0].id", "id_alike") in found(navigator={"id": "m1"})


GROUP = {"id": "G1", "label": "Art", "host": "M1", "place": "P1", "slot": "Wed 13:00-15:00", "places": 6}
STRETCH = {"task": "court", "mitigation": "joint", "agreed_with": "N1", "agreed_on": "2026-10-01"}
MATCH = {"id": "X1", "beneficiary": "B1", "mentor": "M1", "state": "active"}
SWITCH = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "switch_navigator", "mentors": ["M1"]}
PAUSE = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "pause"}
PIN = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "pin", "beneficiary": "B1"}
DANGLING = [
    ("decisions[0].navigator", {"decisions": [SWITCH | {"navigator": "N9"}]}),
    ("decisions[0].match", {"decisions": [PAUSE | {"match": "X9"}]}),
    ("mentors[0].navigator", {"mentor": {"navigator": "N9"}}),
    ("mentors[0].cleared_for", {"mentor": {"cleared_for": ["courtt"]}}),
    ("mentors[0].provider_history", {"mentor": {"provider_history": ["P9"]}}),
    ("beneficiaries[0].navigator", {"beneficiary": {"navigator": "N9"}}),
    ("beneficiaries[0].wants_to_do", {"beneficiary": {"wants_to_do": ["courtt"]}}),
    ("beneficiaries[0].nice_tasks", {"beneficiary": {"nice_tasks": ["courtt"]}}),
    ("beneficiaries[0].meet_where", {"beneficiary": {"meet_where": ["moon"]}}),
    ("clearances[0].mentor", {"clearances": [{"mentor": "B1", "task": "court", "step": "alone", **JUDGED}]}),
    ("clearances[0].task", {"clearances": [{"mentor": "M1", "task": "any", "step": "alone", **JUDGED}]}),
    ("comfort[0].situation", {"comfort": [{"mentor": "M1", "situation": "rain", "comfort": "no", **JUDGED}]}),
    (
        "situations[0].beneficiary",
        {
            "situations": [
                {"beneficiary": "M1", "task": "any", "situation": "crowds", "level": "low", **JUDGED}
            ]
        },
    ),
    (
        "situations[0].task",
        {
            "situations": [
                {"beneficiary": "B1", "task": "courtt", "situation": "crowds", "level": "low", **JUDGED}
            ]
        },
    ),
    ("keep_apart[0].other", {"keep_apart": [{"one": "M1", "other": "B99"}]}),
    ("keep_apart[0].one", {"keep_apart": [{"one": "M99", "other": "B1"}]}),
    ("keep_apart[0].situation", {"keep_apart": [{"one": "M1", "situation": "rain"}]}),
    ("avoid[0].who", {"avoid": [{"who": "B99", "kind": "park"}]}),
    ("avoid[0].place", {"avoid": [{"who": "B1", "place": "P9"}]}),
    ("avoid[0].kind", {"avoid": [{"who": "B1", "kind": "moon"}]}),
    ("teams[0].other", {"teams": [{"id": "T1", "one": "M1", "other": "M9"}]}),
    ("places[0].kind", {"places": [PLACE | {"kind": "moon"}]}),
    ("groups[0].host", {"places": [PLACE], "groups": [GROUP | {"host": "X"}]}),
    ("groups[0].place", {"groups": [GROUP | {"place": "park"}]}),
    ("stretch[0].mentor", {"stretch": [STRETCH | {"mentor": "M9"}]}),
    ("matches[0].second_mentor", {"matches": [MATCH | {"second_mentor": "M9"}]}),
    ("matches[0].group", {"matches": [MATCH | {"company": "group", "group": "G9"}]}),
    (
        "vocabulary[0].kinds",
        {"vocabulary": [{"sort": "task", "code": "choir", "label": "choir", "kinds": ["moon"]}]},
    ),
    ("decisions[0].mentors", {"decisions": [PIN | {"mentors": ["M9"]}]}),
]


@pytest.mark.parametrize(("where", "change"), DANGLING, ids=[where for where, _ in DANGLING])
def test_a_reference_that_leads_nowhere_is_an_error(where, change):
    """A dropped exclusion could hurt someone."""
    assert found(**change) == [(where, "unknown_reference")]


def test_the_nearest_name_is_suggested():
    (problem,) = problems(beneficiary={"wants_to_do": ["courtt"]})
    assert problem.advice == "Maybe court?"


def test_a_place_to_avoid_is_avoided_by_a_mentor_or_a_person():
    """A worker's row would protect nobody, for no rule reads it: then it must not look accepted."""
    assert found(avoid=[{"who": "N1", "kind": "park"}]) == [("avoid[0].who", "unknown_reference")]


def test_nobody_has_to_have_a_navigator_yet():
    assert read(mentor={"navigator": "none_yet"}, beneficiary={"navigator": "none_yet"})
    assert ("navigators[0].id", "reserved") in found(navigator={"id": "none_yet"})


CLEARANCE = {"mentor": "M1", "task": "court", "step": "alone", **JUDGED}
ANSWER = {"question": "dual-worked/B1", "by": "N1", "on": "2026-10-01", "answer": "no"}
DECISION = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "lift", "row": "avoid/B1/kind:park"}


@pytest.mark.parametrize(
    "question", ["dual-worked/B9", "dual-worked", "dual-worked/M1", "known-area/M1/B1", "duel-worked/B1"]
)
def test_an_answer_to_no_question_is_an_error(question):
    """An answer that nobody reads would leave the coordinator thinking that it was settled."""
    assert [where for where, _ in found(answers=[ANSWER | {"question": question}])] == ["answers[0].question"]


@pytest.mark.parametrize(
    ("collection", "row", "other"),
    [
        ("clearances", CLEARANCE, {"step": "paused"}),
        ("answers", ANSWER, {"answer": "yes"}),
        ("decisions", DECISION, {"row": "avoid/B1/kind:library"}),
        ("vocabulary", {"sort": "kind", "code": "hall", "label": "a hall"}, {"public": True}),
    ],
)
def test_two_rows_that_contradict_each_other_are_an_error(collection, row, other):
    """Which of the two counts would be chance."""
    assert [code for _, code in found(**{collection: [row, row | other]})] == ["contradiction"]


def test_a_mentor_may_have_an_answer_and_a_workers_limit_for_the_same_situation():
    rows = [{"mentor": "M1", "situation": "crowds", "comfort": said, **JUDGED} for said in ("yes", "no")]
    assert len(read(comfort=rows).comfort) == 2


def test_keeping_a_person_from_a_situation_belongs_into_situations():
    (problem,) = problems(keep_apart=[{"one": "B1", "situation": "crowds"}])
    assert (problem.code, "Situations" in problem.advice) == ("not_a_mentor", True)


def test_a_place_is_not_called_like_a_kind_of_place():
    assert found(places=[PLACE | {"id": "park"}]) == [("places[0].id", "id_is_a_kind")]


def test_nor_like_a_kind_the_programme_added():
    """A plan that says "hall" would name two places."""
    words = [{"sort": "kind", "code": "hall", "label": "a hall"}]
    assert found(places=[PLACE | {"id": "hall"}], vocabulary=words) == [("places[0].id", "id_is_a_kind")]


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("mentors[0].supervised_on", {"mentor": {"supervised_on": "2026-10-06"}}),
        ("mentors[0].checked_on", {"mentor": {"checked_on": "2026-10-06"}}),
        ("beneficiaries[0].asked_on", {"beneficiary": {"asked_on": "2027-09-01"}}),
        ("clearances[0].set_on", {"clearances": [CLEARANCE | {"set_on": "2026-10-06"}]}),
        ("answers[0].on", {"answers": [ANSWER | {"on": "2026-10-06"}]}),
    ],
)
def test_what_has_been_done_cannot_lie_in_the_future(where, change):
    assert found(**change) == [(where, "in_the_future")]


def test_today_is_not_the_future():
    assert read(mentor={"supervised_on": "2026-10-05"}, clearances=[CLEARANCE | {"set_on": "2026-10-05"}])


def test_an_appointment_lies_not_in_the_past():
    past = {"needed_on": "2026-10-04 10:00"}
    assert found(beneficiary=past) == [("beneficiaries[0].needed_on", "in_the_past")]
    assert read(beneficiary={"needed_on": "2026-10-05 08:00"})


PAIR = {"beneficiary": "B1", "mentors": ["M1"]}
WAIVER = {
    "tasks": ["court"],
    "company": "joint", "rule": "travel", "mitigation": "a taxi", "until": "2026-11-01", "reason": "far"
}  # fmt: skip


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ({"kind": "pin", "mentors": ["M1"]}, "beneficiary"),
        ({"kind": "veto", "beneficiary": "B1"}, "mentors"),
        ({"kind": "answer", "question": "dual-worked/B1"}, "answer"),
        ({"kind": "lift"}, "row"),
        ({"kind": "accept", "beneficiary": "B1"}, "mentors"),
        ({"kind": "reject", **PAIR}, "reason"),
        ({"kind": "hold", **PAIR}, "until"),
        ({"kind": "none_for_now"}, "beneficiary"),
        ({"kind": "need_information", "beneficiary": "B1"}, "reason"),
        ({"kind": "switch_navigator", "beneficiary": "B1"}, "navigator"),
        ({"kind": "organic", **PAIR}, "company"),
        *(
            ({"kind": "waive", **PAIR, **WAIVER} | {left_out: [] if left_out == "tasks" else None}, left_out)
            for left_out in WAIVER
        ),
    ],
)
def test_a_decision_says_what_it_is_about(decision, missing):
    made = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00"} | decision
    assert found(decisions=[made]) == [(f"decisions[0].{missing}", "blank")]


@pytest.mark.parametrize(
    ("decision", "problem"),
    [
        ({"kind": "end", "match": "X1", "end_manner": "drifted"}, ("end_reason", "blank")),
        ({"kind": "change_company", "match": "X1"}, ("company", "blank")),
        ({"kind": "pause"}, ("match", "blank")),
        ({"kind": "switch_navigator", "navigator": "N1"}, ("beneficiary", "half_filled")),
        ({"kind": "switch_navigator", "navigator": "N1", **PAIR}, ("beneficiary", "half_filled")),
        ({"kind": "hold", **PAIR, "until": "2026-10-04"}, ("until", "until_before")),
        # it would be gone for good in the next round, or forgotten one day, whatever was meant
        ({"kind": "lift", "row": "keep_apart/B1/M1", "until": "2026-10-12"}, ("until", "for_good")),
        (
            {"kind": "answer", "question": "dual-worked/B1", "answer": "yes", "until": "2026-10-12"},
            ("until", "for_good"),
        ),
        # the year is wrong: it would protect nobody, and nobody would notice
        ({"kind": "veto", **PAIR, "until": "2025-12-05"}, ("until", "until_before")),
        ({"kind": "reject", **PAIR, "reason": "no", "until": "2026-10-04"}, ("until", "until_before")),
        # 5 October and 90 days is 3 January
        ({"kind": "waive", **PAIR, **WAIVER, "until": "2027-01-04"}, ("until", "until_too_far")),
    ],
)
def test_what_no_decision_can_mean(decision, problem):
    made = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00"} | decision
    where, code = problem
    assert found(decisions=[made], matches=[MATCH]) == [(f"decisions[0].{where}", code)]


def test_a_waiver_may_last_ninety_days():
    made = {"id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "waive", **PAIR, **WAIVER}
    assert read(decisions=[made | {"until": "2027-01-03"}])


def test_a_waiver_dated_years_ahead_does_not_count_from_today_on():
    """It lasts 59 days from its own date, and would have been in force for 36 years before that."""
    made = {"id": "D1", "actor": "Sam", "at": "2062-01-01 09:00", "kind": "waive", **PAIR, **WAIVER}
    assert found(decisions=[made | {"until": "2062-03-01"}]) == [("decisions[0].until", "until_too_far")]


def test_every_reference_of_the_table_is_broken_once_above_or_is_of_a_kind_that_is():
    """A target that no example leads astray would not be missed if its line went."""
    broken = {tuple(where.replace("[0]", "").split(".")) for where, _ in DANGLING}
    targets = {target for collection, field, target in REFERENCES if (collection, field) in broken}
    assert targets == {target for *_, target in REFERENCES}
    assert broken <= {(collection, field) for collection, field, _ in REFERENCES}
    assert {collection for collection, *_ in REFERENCES} <= set(Round.model_fields)


@pytest.mark.parametrize("name", ["programme", "previous", "schema_version"])
def test_a_list_where_there_is_only_one_is_said_and_not_looked_into(name):
    with pytest.raises(InputErrors) as caught:
        Round.from_dict(raw() | {name: [{}]})
    assert [problem.where for problem in caught.value.problems] == [name]


def test_a_match_is_in_a_group_of_its_own_mentor():
    going = MATCH | {"company": "group", "group": "G1"}
    assert read(places=[PLACE], groups=[GROUP], matches=[going]).matches[0].group == "G1"
    hosted = GROUP | {"host": "N1"}
    assert found(places=[PLACE], groups=[hosted], matches=[going]) == [("matches[0].group", "another_host")]


def test_a_group_is_named_only_where_the_company_is_a_group():
    for company in ("alone", "joint", None):
        rows = [MATCH | {"company": company, "group": "G1"}]
        assert found(places=[PLACE], groups=[GROUP], matches=rows) == [("matches[0].group", "not_in_a_group")]


def test_nobody_hosts_more_groups_at_a_place_than_a_week_has_days():
    """Seven are fine; the eighth is one too many, and so is no other."""
    groups = [GROUP | {"id": f"day{chr(97 + n)}"} for n in range(9)]
    assert len(read(places=[PLACE], groups=groups[:7]).groups) == 7
    assert found(places=[PLACE], groups=groups) == [("groups[7].host", "many_groups")]
