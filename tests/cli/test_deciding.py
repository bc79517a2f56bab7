"""What is typed behind `decide`, read as decisions; by hand."""

from datetime import date

import pytest

from matchmaker.cli.deciding import Said, decisions_from, listed_in_words
from matchmaker.domain.decisions import Decision
from matchmaker.engine import propose
from matchmaker.errors import InputErrors
from matchmaker.policy import Policy
from matchmaker.runs import Run
from tests.rules.judging import decision, round_of


def read(**pairs):
    """Of M1 and M2 only M1 is there, so that M1 is suggested for B1; the round has a decision D1."""
    older = decision("need_information", beneficiary="B1", reason="which days?") | {"id": "D1"}
    round_ = round_of(second={"available": False}, rows={"decisions": [older]})
    run = Run(round_, Policy.standard(), propose(round_))
    said = Said((), {k: (v,) for k, v in pairs.items()}, by="Nora", reason="so")
    (made,) = decisions_from(said, run).values()
    return made


@pytest.mark.parametrize(
    ("words", "mentors", "company"),
    [
        ("B1:M2", ("M2",), None),
        ("B1:M1+M2", ("M1", "M2"), None),
        ("B1:M2:joint", ("M2",), "joint"),
    ],
)
def test_a_mentor_or_two_and_a_company_can_be_named(words, mentors, company):
    made = read(pin=words)
    assert (made.kind, made.beneficiary, made.mentors, made.company) == ("pin", "B1", mentors, company)


def test_a_person_alone_means_who_is_suggested_and_how():
    """Jointly is what B1 would like until they say otherwise."""
    made = read(accept="B1")
    assert (made.kind, made.mentors, made.company) == ("accept", ("M1",), "joint")


def test_ids_go_on_after_those_that_are_there():
    made = read(pin="B1")
    assert (made.id, made.actor, made.reason) == ("D2", "Nora", "so")


@pytest.mark.parametrize("answer", ["no", "No", " NO "])
def test_an_answer_is_split_at_its_last_sign(answer):
    run = Run(round_of(), Policy.standard(), propose(round_of()))
    (made,) = decisions_from(Said((f"dual-worked/B1={answer}",), {}, by="Nora"), run).values()
    assert (made.question, made.answer) == ("dual-worked/B1", "no")


def test_an_answer_typed_beside_a_hold_does_not_end_with_it():
    """Else "yes, two workers always visit" would be forgotten on the day the hold ends."""
    run = Run(round_of(), Policy.standard(), propose(round_of()))
    said = Said(
        ("dual-worked/B1=yes",),
        {"hold": ("B1:M1",)},
        by="Nora",
        on=date(2026, 10, 5),
        until=date(2026, 10, 12),
    )
    answer, hold = decisions_from(said, run).values()
    assert (answer.kind, answer.until) == ("answer", None)
    assert (hold.kind, hold.until) == ("hold", date(2026, 10, 12))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"pairs": {"accept": ("B1",)}}, "--accept B1: names no mentor, and there is no suggestion to take"),
        (
            {"pairs": {"accept": ("Mick",)}},
            "--accept Mick: Mick is not among the beneficiaries. Maybe type their id",
        ),
        ({"pairs": {"reject": ("B1:M1",)}}, "--reject B1:M1: needs a reason. Maybe add --reason"),
        ({"pairs": {"hold": ("B1:M1",)}}, "--hold B1:M1: needs a last day. Maybe add --until"),
        ({"answers": ("known-area/B1/M1",)}, "--answer known-area/B1/M1: holds no answer. Maybe end it with"),
    ],
)
def test_what_was_left_out_is_said_in_the_words_of_the_command(said, told):
    """Nobody is suggested: B1 wants none."""
    round_ = round_of(beneficiary={"wants": "no"})
    run = Run(round_, Policy.standard(), propose(round_))
    with pytest.raises(InputErrors) as raised:
        decisions_from(Said(**{"answers": (), "pairs": {}, "by": "Nora"} | said), run)
    assert str(raised.value).startswith(told)


def test_what_was_decided_on_another_day_is_dated_then():
    run = Run(round_of(), Policy.standard(), propose(round_of()))
    said = Said((), {"pin": ("B1:M1",)}, by="Nora", on=date(2031, 5, 2))
    (made,) = decisions_from(said, run).values()
    assert made.at.isoformat() == "2031-05-02T12:00:00"


def test_a_row_that_is_lifted_is_not_told_by_its_key():
    """The key says who is kept apart, and on what that rests."""
    lift = Decision.from_dict(decision("lift", row="keep_apart/B1/M1/no_contact"))
    assert listed_in_words([lift]) == "D-lift: lift a protective row (N1, 5 October 2026)"
