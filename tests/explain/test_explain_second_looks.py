"""What can be read and still may not say what was meant; each sentence by hand."""

import re
from typing import Any

import pytest

import matchmaker as mm
from matchmaker.explain.second_looks import second_looks
from tests.cli.hamlet import hamlet, mentor, person

MODULES = ("boundaries", "safeguarding", "safety")


def told(**different: Any) -> list[str]:
    round_ = mm.Round.from_dict(hamlet(**{"situations": [], **different}))
    return list(second_looks(round_, MODULES))


def one_mentor(**cells: Any) -> list[str]:
    return told(mentors=[mentor("M1", cells.pop("label", "Kit"), **cells)], beneficiaries=[])


def with_a_wish(
    wished: str, *, wish: str = "must", named: tuple[str, ...] = ("a woman", "a man")
) -> list[str]:
    wanting = person("B1", "Sam", gender_wish=wish, gender_wished=wished)
    return told(mentors=[mentor("M1", "Kit", put_forward_for=list(named))], beneficiaries=[wanting])


@pytest.mark.parametrize(
    ("field", "word", "found"),
    [
        ("likes", "bingo, gardening", True),
        ("likes", "rock/pop", False),
        ("languages", "English/Urdu", True),
        ("languages", "Urdu, English", True),
        ("put_forward_for", "a woman, a parent", True),
        ("learning_goals", "cooking", False),
    ],
)
def test_several_things_that_are_read_as_one(field, word, found):
    sentence = f'M1, {field}: "{word}" is read as one thing. Maybe put ; between several.'
    assert one_mentor(**{field: [word]}) == [sentence] * found


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("Kath 07700 900123", True),
        ("kath@example.org", True),
        ("Kath (2)", False),
        ("Kath 123456", False),  # six digits are no telephone number
        ("Kath 1234567", True),
    ],
)
def test_a_label_by_which_somebody_could_be_reached(label, found):
    sentence = (
        f'M1, label: "{label}" looks as if somebody could be reached by it, and it is printed on every page. '
        "Maybe only what they are called."
    )
    assert one_mentor(label=label) == [sentence] * found


@pytest.mark.parametrize("wish", ["must", "prefer"])
def test_a_wish_in_other_words_than_the_mentors(wish):
    assert with_a_wish("woman", wish=wish) == [
        'B1, gender_wished: nobody is put forward for "woman"; the sheet Mentors says a woman and a man. '
        "Maybe use the same words."
    ]
    assert with_a_wish("A  Woman", wish=wish) == []


def test_a_wish_before_any_mentor_said_what_they_may_be_named_for():
    assert with_a_wish("a woman", named=()) == [
        'B1, gender_wished: nobody is put forward for "a woman"; no mentor has said so yet. '
        "Maybe ask mentors what they may be named for."
    ]


@pytest.mark.parametrize(
    ("training", "found"),
    [
        (["all"], True),
        (["DBS"], True),
        (["Safety"], False),
        (["safety", "DBS"], False),
        (None, False),
        ([], False),
    ],
)
def test_training_that_names_no_module(training, found):
    sentence = (
        "M1, training: none of what the standard policy asks for is there: boundaries, safeguarding, safety. "
        "Maybe name each of those they have done."
    )
    assert one_mentor(training=training) == [sentence] * found


def test_every_word_goes_through_what_makes_it_safe_to_print():
    wanting = person("B1", "12345678", gender_wish="must", gender_wished="w", likes=["x, y"])
    round_ = mm.Round.from_dict(
        hamlet(situations=[], mentors=[mentor("M1", "Kit", put_forward_for=["m"])], beneficiaries=[wanting])
    )
    looks = list(second_looks(round_, MODULES, shown=lambda text: f"<{text}>"))
    assert [re.findall("<.*?>", look) for look in looks] == [["<x, y>"], ["<12345678>"], ["<w>", "<m>"]]
