"""What is typed behind `decide`, read as decisions; by hand."""

import pytest

from matchmaker.cli.deciding import Said, decisions_from
from matchmaker.engine import propose
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


def test_an_answer_is_split_at_its_last_sign():
    run = Run(round_of(), Policy.standard(), propose(round_of()))
    (made,) = decisions_from(Said(("dual-worked/B1=no",), {}, by="Nora"), run).values()
    assert (made.question, made.answer) == ("dual-worked/B1", "no")
