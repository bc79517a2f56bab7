"""JSON is read strictly, and every problem is named at once (cases J01 to J15 of the bad inputs)."""

import json

import pytest

from matchmaker.domain.reading import DEEPEST, parse_json, path
from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors

PROGRAMME = {
    "as_of": "2026-11-30",
    "locality": "Leeds",
    "usual_language": "English",
    "safeguarding_contact": "The duty worker",
}
MENTOR = {
    "id": "M1",
    "label": "Robin",
    "navigator": "none_yet",
    "available": True,
    "offers": ["hub"],
    "hours_per_week": 2,
    "people_at_once": 2,
    "usual_step": "joint",
}


def text(mentor=None, **changes) -> str:
    return json.dumps({"programme": PROGRAMME, "mentors": [mentor or MENTOR], **changes})


def said(text: str | bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(InputErrors) as caught:
        Round.from_json(text)
    return [(p.code, p.where, f"{p.message} {p.advice}") for p in caught.value.problems]


def test_a_good_round_is_read():
    assert Round.from_json(text()).mentors[0].id == "M1"


@pytest.mark.parametrize(
    "deep", ["[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000, "[" * 100_000]
)
def test_j01_what_is_nested_without_end_is_refused(deep):
    assert [code for code, _, _ in said(deep)] == ["too_deep"]


def test_j01_depth_is_counted_outside_strings_and_up_to_the_limit():
    assert parse_json("[" * DEEPEST + "]" * DEEPEST)
    assert parse_json('["' + "[" * 100 + r"\"[\\" + '"]') == ["[" * 100 + '"[\\']
    with pytest.raises(InputErrors, match=f"nested more than {DEEPEST} deep"):
        parse_json("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_j03_a_number_that_is_none_is_refused(number):
    spoilt = text().replace('"hours_per_week": 2', f'"hours_per_week": {number}')
    assert said(spoilt) == [("bad_number", number, "is not a number we can use. Maybe leave it blank.")]


@pytest.mark.parametrize("number", [2**63, 2**53 + 1, -(2**63), -1])
def test_j05_a_number_out_of_range_is_refused(number):
    (problem,) = said(text(MENTOR | {"people_at_once": number}))
    assert problem[:2] in (
        ("less_than_equal", "mentors[0].people_at_once"),
        ("greater_than_equal", "mentors[0].people_at_once"),
    )


def test_j05_ids_are_text_and_never_rounded():
    assert said(text(MENTOR | {"id": 2**53 + 1})) == [
        ("string_type", "mentors[0].id", "is not text. Maybe put it in quotation marks.")
    ]
    digits = str(2**53 + 1)
    assert Round.from_json(text(MENTOR | {"id": digits})).mentors[0].id == digits


def test_j05_a_number_with_thousands_of_digits_is_refused():
    assert said(text().replace('"people_at_once": 2', '"people_at_once": ' + "1" * 5_000)) == [
        ("bad_number", "(the whole input)", "holds a number too long to read. Maybe shorten it.")
    ]


def test_j07_a_byte_order_mark_is_fine():
    assert Round.from_json("\ufeff" + text()) == Round.from_json(b"\xef\xbb\xbf" + text().encode())


@pytest.mark.parametrize("root", ["[]", "1", "null", '"round"', "true"])
def test_j09_a_root_that_is_no_record_is_refused(root):
    assert said(root) == [
        ("model_type", "(the whole input)", "is not a record. Maybe it should be { … } with named fields.")
    ]


@pytest.mark.parametrize(
    ("spoilt", "where", "advice"),
    [
        (text(mentrs=[]), "mentrs", "Maybe mentors?"),
        (text(MENTOR | {"hours_a_week": 2}), "mentors[0].hours_a_week", "Maybe hours_per_week?"),
        (
            text(programme=PROGRAMME | {"women_olny": True}),
            "programme.women_olny",
            "Maybe start its name with x_ to carry it unread.",
        ),
    ],
)
def test_j11_an_unknown_field_is_refused_at_any_level(spoilt, where, advice):
    assert said(spoilt) == [("unknown_field", where, f"there is no field of this name. {advice}")]


def test_j11_a_field_that_starts_with_x_is_carried_unread():
    assert Round.from_json(text(MENTOR | {"x_own": {"a": [1]}})).mentors[0].model_extra == {
        "x_own": {"a": [1]}
    }


@pytest.mark.parametrize("value", [True, "2", 2.0, " 7 ", None, [2]])
def test_j13_nothing_is_coerced_into_a_number(value):
    assert said(text(MENTOR | {"people_at_once": value})) == [
        (
            "int_type",
            "mentors[0].people_at_once",
            "is not a whole number. Maybe 2, without quotation marks or a decimal point.",
        )
    ]


@pytest.mark.parametrize("value", ["yes", 1, "true", None])
def test_j13_nothing_is_coerced_into_yes_or_no(value):
    assert said(text(MENTOR | {"available": value})) == [
        (
            "bool_type",
            "mentors[0].available",
            "is neither true nor false. Maybe true or false, without quotation marks.",
        )
    ]


@pytest.mark.parametrize("key", ["__class__", "py/object", "$ref", "__reduce__"])
def test_j15_nothing_is_made_imported_or_fetched(key):
    for spoilt, where in [
        (text(**{key: "os.system"}), key),
        (text(MENTOR | {key: "http://127.0.0.1:9/"}), f"mentors[0].{key}"),
    ]:
        assert [(code, at) for code, at, _ in said(spoilt)] == [("unknown_field", where)]


def test_a_key_written_twice_is_refused():
    assert said('{"programme": {"as_of": "2026-11-30", "as_of": "2026-12-01"}, "programme": {}}') == [
        ("key_twice", "as_of", "is written twice in one record. Maybe leave one out."),
        ("key_twice", "programme", "is written twice in one record. Maybe leave one out."),
    ]


def test_a_large_record_with_a_key_twice_is_told_at_once():
    many = ",".join(f'"k{n}":1' for n in range(300_000))
    assert [where for _, where, _ in said(f'{{{many},"k299999":1}}')] == ["k299999"]


@pytest.mark.parametrize("tail", ["", "\\", "\n"])
def test_a_string_without_an_end_is_told_at_once(tail):
    assert [code for code, _, _ in said('"' + '\\"' * 300_000 + tail)] == ["bad_json"]


@pytest.mark.parametrize(
    ("spoilt", "code", "where"),
    [
        ("", "bad_json", "line 1, column 1"),
        ('{"programme": }', "bad_json", "line 1, column 15"),
        ("{\n 'a': 1}", "bad_json", "line 2, column 2"),
        (b'{"a": "\xff"}', "bad_encoding", "byte 7"),
    ],
)
def test_what_is_not_json_is_refused_with_its_place(spoilt, code, where):
    assert [(found, at) for found, at, _ in said(spoilt)] == [(code, where)]


def test_all_problems_come_at_once_each_with_its_path():
    spoilt = text(
        MENTOR | {"id": "M 1", "free": ["Mon 10-12"], "supervised_on": "30/11/2026", "offers": []},
        navigators=[{"id": "N1"}],
    )
    assert sorted((code, where) for code, where, _ in said(spoilt)) == [
        ("bad_date", "mentors[0].supervised_on"),
        ("bad_id", "mentors[0].id"),
        ("bad_window", "mentors[0].free[0]"),
        ("missing", "navigators[0].first_visits_free"),
        ("missing", "navigators[0].label"),
        ("too_short", "mentors[0].offers"),
    ]


def test_a_value_is_shown_short_and_a_record_not_at_all():
    with pytest.raises(InputErrors) as caught:
        Round.from_json(text(MENTOR | {"available": "x" * 500, "hours_per_week": {"secret": 1}}))
    assert [problem.value for problem in caught.value.problems] == ["x" * 80, None]


def test_a_path_is_written_as_one_would_type_it():
    assert path(("mentors", 3, "free", 0)) == "mentors[3].free[0]"
    assert path(()) == ""
