"""Records take what they know, as it is written, and say everything that is wrong at once."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from matchmaker.domain.refused import why_sheet_refused
from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors
from tests.domain.raw_round import JUDGED, found, problems, raw, read

# --- fields it does not know ---------------------------------------------------------------------


def test_the_tiny_round_is_right():
    assert read().mentors[0].hours_per_week == 2


def test_an_unknown_field_is_refused_and_the_nearest_is_suggested():
    (problem,) = problems(mentor={"hours_per_weak": 2})
    assert (problem.where, problem.code) == ("mentors[0].hours_per_weak", "unknown_field")
    assert problem.advice == "Maybe hours_per_week?"


def test_an_unknown_field_without_a_near_one_is_told_how_to_be_carried():
    (problem,) = problems(mentor={"qqq": 2})
    assert "x_" in problem.advice


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("mystery", {"mystery": 1}),
        ("programme.mystery", {"programme": {"mystery": 1}}),
        ("beneficiaries[0].mystery", {"beneficiary": {"mystery": 1}}),
        ("keep_apart[0].mystery", {"keep_apart": [{"one": "M1", "other": "B1", "mystery": 1}]}),
        ("areas[0].mystery", {"areas": [{"start": "a", "end": "b", "minutes": 1, "mystery": 1}]}),
        ("mentors[0].__class__", {"mentor": {"__class__": "x"}}),
        ("mentors[0].$ref", {"mentor": {"$ref": "http://example"}}),
    ],
)
def test_an_unknown_field_is_refused_at_every_level(where, change):
    assert found(**change) == [(where, "unknown_field")]


def test_a_field_of_ones_own_is_carried_unread_and_comes_out_again():
    round_ = read(mentor={"x_shoe_size": 44}, programme={"x_team": "west"}, x_export="case system")
    assert round_.mentors[0].model_extra == {"x_shoe_size": 44}
    again = json.loads(round_.to_json())
    assert again["mentors"][0]["x_shoe_size"] == 44
    assert (again["programme"]["x_team"], again["x_export"]) == ("west", "case system")
    assert Round.from_json(round_.to_json()) == round_


def test_what_is_carried_unread_changes_no_fingerprint():
    assert read(mentor={"x_shoe_size": 44}).fingerprint == read().fingerprint


# --- fields it does not want ---------------------------------------------------------------------

REFUSED = (
    "offence",
    "offences",
    "diagnosis",
    "drug",
    "recovery_length",
    "sobriety",
    "dbs_contents",
    "outcomes_star",
    "outcome_score",
    "ethnicity",
    "religion",
    "sexual_orientation",
    "equality_monitoring",
)


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("front", ["", "x_", "X_"])
def test_what_we_do_not_want_to_know_is_refused_with_the_reason_also_behind_x(name, front):
    for collection in ("mentor", "beneficiary"):
        (problem,) = problems(**{collection: {f"{front}{name}": "anything"}})
        assert problem.code == "refused_field"
        assert len(problem.message) > 20, "the reason, not only a no"
        assert "anything" not in str(problem), "and never the value itself"


@pytest.mark.parametrize(
    "name",
    [
        "Ethnicity",
        "Sexual orientation",
        "sexual-orientation",
        "SEXUAL_ORIENTATION",
        "Outcomes Star",
        "sexualOrientation",
        "recoveryLength",
        "outcome_scores",
        "x_sexualOrientation",
    ],
)
def test_another_spelling_does_not_help_it(name):
    assert [code for _, code in found(beneficiary={name: 1})] == ["refused_field"]


@pytest.mark.parametrize("name", ["Equality monitoring", "x_ethnicity", "Outcomes Star"])
def test_a_whole_sheet_of_it_is_refused(name):
    assert why_sheet_refused(name)
    assert why_sheet_refused("Mentors") is None


def test_ordinary_words_are_not_refused():
    assert found(mentor={"condition_of_bike": 1}) == [("mentors[0].condition_of_bike", "unknown_field")]
    assert read(mentor={"x_drums": "plays well"}).mentors


# --- nothing is coerced --------------------------------------------------------------------------


@pytest.mark.parametrize("value", [True, "2", 2.0, " 7 ", -1, 1_001, None, [2]])
def test_a_count_is_a_whole_number_and_nothing_else(value):
    assert [where for where, _ in found(mentor={"people_at_once": value})] == ["mentors[0].people_at_once"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), True, "2", -0.25, 168.25, 1.1])
def test_hours_are_quarters_of_an_hour_in_a_week(value):
    assert [where for where, _ in found(mentor={"hours_per_week": value})] == ["mentors[0].hours_per_week"]


@pytest.mark.parametrize(("value", "kept"), [(2, 2), (2.0, 2), (1.25, 1.25), (0, 0), (168, 168)])
def test_hours_may_be_whole(value, kept):
    assert read(mentor={"hours_per_week": value}).mentors[0].hours_per_week == kept


@pytest.mark.parametrize("value", [1, 0, "yes", "true", "Y", "", None])
def test_a_safety_cell_is_true_or_false_and_nothing_else(value):
    assert [where for where, _ in found(mentor={"available": value})] == ["mentors[0].available"]


@pytest.mark.parametrize(
    "value", ["5 Oct 2026", "2026-13-01", "2026-02-30", "05/10/2026", 20260901, "", True]
)
def test_a_day_is_an_iso_date(value):
    assert [where for where, _ in found(mentor={"supervised_on": value})] == ["mentors[0].supervised_on"]


@pytest.mark.parametrize("value", ["2026-12-03", "2026-12-03 25:00", "10:00", 5, "2026-12-03T10:00:00Z"])
def test_an_appointment_has_a_day_and_an_hour(value):
    assert [where for where, _ in found(beneficiary={"needed_on": value})] == ["beneficiaries[0].needed_on"]


@pytest.mark.parametrize(
    "value", ["mentoring", {"mentoring": 1}, [], ["mentoring", "mentoring"], ["mentoring", "juggling"]]
)
def test_a_list_is_a_list_each_thing_once_and_known(value):
    (where, _), *more = found(mentor={"offers": value})
    assert where.startswith("mentors[0].offers")
    assert not more


def test_a_list_with_one_wrong_word_is_one_problem_and_not_called_empty():
    assert found(mentor={"offers": ["juggling"]}) == [("mentors[0].offers[0]", "literal_error")]


@pytest.mark.parametrize(
    "value", ["M\uff11", " M1", "M1\u00a0", "M\u200b1", "", "a" * 65, "M/1", "M 1", 1, None]
)
def test_an_id_is_plain_letters_and_digits(value):
    assert "mentors[0].id" in [where for where, _ in found(mentor={"id": value})]


@pytest.mark.parametrize("value", ["Ann\u202e", "An\x00n", "Ann\u200b", "   ", "", "a" * 201])
def test_a_label_hides_nothing_and_is_not_blank(value):
    assert [where for where, _ in found(mentor={"label": value})] == ["mentors[0].label"]


def test_the_composed_form_of_a_label_is_kept():
    assert read(mentor={"label": " Zoe\u0308 "}).mentors[0].label == "Zo\u00eb"


@pytest.mark.parametrize(
    "name",
    ["id", "label", "navigator", "available", "offers", "hours_per_week", "people_at_once", "usual_step"],
)
def test_what_is_required_of_a_mentor_is_never_made_up(name):
    data = raw()
    del data["mentors"][0][name]
    with pytest.raises(InputErrors) as error:
        Round.from_dict(data)
    assert (f"mentors[0].{name}", "missing") in [(p.where, p.code) for p in error.value.problems]


@pytest.mark.parametrize("name", ["asked_on", "wants_to_do", "gender_wish"])
def test_a_request_needs_its_answers_and_a_no_needs_none(name):
    blank: dict[str, Any] = {name: [] if name == "wants_to_do" else None}
    assert found(beneficiary=blank) == [(f"beneficiaries[0].{name}", "blank")]
    assert read(beneficiary={"wants": "no"} | blank)


@pytest.mark.parametrize("wish", ["must", "prefer"])
def test_a_wish_needs_its_words(wish):
    assert found(beneficiary={"gender_wish": wish}) == [("beneficiaries[0].gender_wished", "blank")]
    assert read(beneficiary={"gender_wish": wish, "gender_wished": "a woman"})


URGENT = {"urgent_by": "N1", "urgent_reason": "a release", "urgent_on": "2026-10-01"}


@pytest.mark.parametrize("name", URGENT)
def test_urgent_needs_who_and_why_and_when(name):
    assert found(beneficiary=URGENT | {name: None}) == [(f"beneficiaries[0].{name}", "blank")]
    assert read(beneficiary=URGENT).beneficiaries[0].urgent
    assert not read().beneficiaries[0].urgent


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("session_minutes", 0, "too_brief"),
        ("session_minutes", 14, "too_brief"),
        ("meetings_a_month", 0, "zero"),
    ],
)
def test_no_meeting_lasts_no_time(name, value, code):
    """A 1 in the cell was meant as an hour."""
    assert found(beneficiary={name: value}) == [(f"beneficiaries[0].{name}", code)]
    assert read(beneficiary={"session_minutes": 15})


def test_a_record_never_changes():
    mentor: Any = read().mentors[0]
    with pytest.raises(ValidationError):
        mentor.available = False


# --- rows ----------------------------------------------------------------------------------------

CLEARANCE = {"mentor": "M1", "task": "court", "step": "alone", **JUDGED}
COMFORT = {"mentor": "M1", "situation": "crowds", "comfort": "no", **JUDGED}
SITUATION = {"beneficiary": "B1", "task": "any", "situation": "crowds", "level": "high", **JUDGED}
JUDGEMENTS = [("clearances", CLEARANCE), ("comfort", COMFORT), ("situations", SITUATION)]


@pytest.mark.parametrize(("collection", "row"), JUDGEMENTS)
def test_a_judgement_without_who_when_or_review_is_refused(collection, row):
    """Every restriction names its task or situation, who set it, when, and its review (S0:L226)."""
    assert read(**{collection: [row]})
    for name in row:
        less = {key: value for key, value in row.items() if key != name}
        assert (f"{collection}[0].{name}", "missing") in found(**{collection: [less]})


@pytest.mark.parametrize(("collection", "row"), JUDGEMENTS)
def test_a_review_lies_not_before_the_judgement(collection, row):
    early = row | {"review_on": "2026-08-31"}
    assert found(**{collection: [early]}) == [(f"{collection}[0].review_on", "review_before_set")]
    assert read(**{collection: [row | {"review_on": "2026-09-01"}]})


@pytest.mark.parametrize(
    ("collection", "row", "code"),
    [
        ("keep_apart", {"one": "M1"}, "half_filled"),
        ("keep_apart", {"one": "M1", "other": "B1", "situation": "crowds"}, "half_filled"),
        ("keep_apart", {"one": "M1", "other": "M1"}, "same_person"),
        ("keep_apart", {"other": "B1"}, "missing"),
        ("avoid", {"who": "B1"}, "half_filled"),
        ("avoid", {"who": "B1", "kind": "park", "area": "Town"}, "half_filled"),
        ("avoid", {"kind": "park"}, "missing"),
        ("avoid", {"who": "B1", "time": "Mondays"}, "bad_window"),
        ("teams", {"id": "T1", "one": "M1", "other": "M1"}, "same_person"),
    ],
)
def test_a_half_filled_protective_row_is_an_error_never_skipped(collection, row, code):
    assert code in [each for _, each in found(**{collection: [row]})]


def test_a_row_about_two_people_has_one_key_whichever_way_round():
    one, other = (
        read(keep_apart=[{"one": a, "other": b}]).keep_apart[0].key for a, b in (("M1", "B1"), ("B1", "M1"))
    )
    assert one == other


# --- every flaw at once --------------------------------------------------------------------------


def test_everything_that_is_wrong_is_said_at_once():
    """Fields, rows and references together: one round of mending is enough."""
    wrong = found(
        programme={"locality": ""},
        mentor={"people_at_once": "2", "navigator": "N9", "diagnosis": "x"},
        beneficiary={"gender_wish": "must", "wants_to_do": ["courtt"]},
        clearances=[CLEARANCE | {"mentor": "M7", "step": "expert"}],
        keep_apart=[{"one": "M1"}],
        typo=[],
    )
    assert wrong == sorted(
        [
            ("programme.locality", "blank"),
            ("mentors[0].people_at_once", "int_type"),
            ("mentors[0].navigator", "unknown_reference"),
            ("mentors[0].diagnosis", "refused_field"),
            ("beneficiaries[0].gender_wished", "blank"),
            ("beneficiaries[0].wants_to_do", "unknown_reference"),
            ("clearances[0].mentor", "unknown_reference"),
            ("clearances[0].step", "literal_error"),
            ("keep_apart[0].other", "half_filled"),
            ("typo", "unknown_field"),
        ]
    )


def test_every_problem_comes_with_advice():
    for problem in problems(mentor={"people_at_once": "2", "navigator": "N9"}, keep_apart=[{"one": "M1"}]):
        assert problem.advice.startswith("Maybe"), problem


def test_a_problem_never_repeats_what_was_told_in_confidence():
    wrong = problems(beneficiary={"safe_contact": ["ring her sister"], "diagnosis": "flu"})
    assert not any("sister" in str(problem) or "flu" in str(problem) for problem in wrong)
