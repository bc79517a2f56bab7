"""A round is the same however its rows are sorted, and its fingerprint is of what can change a plan."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors
from tests.domain.raw_round import raw, read
from tests.rounds import random_round, rounds


@given(round_=rounds(), seed=st.integers(0, 2**16))
def test_shuffled_rows_give_an_equal_round_and_an_equal_fingerprint(round_, seed):
    order = random.Random(seed)
    rows = {
        name: order.sample(rows, len(rows))
        for name, rows in ((name, getattr(round_, name)) for name in Round.model_fields)
        if isinstance(rows, tuple)
    }
    again = round_.revised(**rows)
    assert again == round_
    assert again.fingerprint == round_.fingerprint
    assert again.to_json() == round_.to_json()


def test_the_rows_are_sorted_by_their_content():
    ids = [mentor.id for mentor in random_round(1, mentors=12, beneficiaries=0).mentors]
    assert ids == sorted(ids)


@pytest.mark.parametrize("who", ["mentor", "beneficiary", "navigator"])
def test_labels_lie_outside_the_fingerprint(who):
    renamed = read(**{who: {"label": "Somebody Else"}})
    assert renamed != read()
    assert renamed.fingerprint == read().fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"mentor": {"about_me": "Tea first."}},
        {"programme": {"safeguarding_contact": "somebody else"}},
    ],
)
def test_what_is_private_lies_outside_the_fingerprint(change):
    assert read(**change).fingerprint == read().fingerprint


def test_whatever_can_change_a_plan_or_a_word_of_it_lies_inside_the_fingerprint():
    """A lift names the kind of a row, and a safe contact is a line on the page."""
    plain, told = ([{"one": "M1", "other": "B1", "kind": kind}] for kind in (None, "no_contact"))
    assert len({read(keep_apart=rows).fingerprint for rows in ([], plain, told)}) == 3
    assert read(beneficiary={"safe_contact": "by post"}).fingerprint != read().fingerprint


@pytest.mark.parametrize(
    "change",
    [
        {"mentor": {"available": False}},
        {"mentor": {"id": "M2"}},
        {"mentor": {"free": ["Mon 10:00-12:00"]}},
        {"mentor": {"free": []}},
        {"beneficiary": {"dual_worked": False}},
        {"beneficiary": {"asked_on": "2026-09-02"}},
        {"navigator": {"first_visits_free": 5}},
        {"programme": {"as_of": "2026-10-06"}},
        {"avoid": [{"who": "B1", "kind": "park"}]},
        {"places": [{"id": "P1", "label": "Blue Café", "kind": "cafe_public"}]},
    ],
)
def test_whatever_can_change_a_plan_changes_the_fingerprint(change):
    assert read(**change).fingerprint != read().fingerprint


def lift(id_: str, **more) -> Decision:
    row = {"actor": "Sam", "at": "2026-10-05 09:00", "kind": "lift", "row": "avoid/B1/kind:park"}
    return Decision.model_validate({"id": id_} | row | more)


def test_a_decision_that_is_already_there_changes_nothing():
    once = read().with_decisions([lift("D1")])
    assert once.with_decisions([lift("D1")]) == once
    assert len(once.with_decisions([lift("D2")]).decisions) == 2


def test_the_same_id_with_other_content_is_a_conflict():
    once = read().with_decisions([lift("D1")])
    with pytest.raises(InputErrors, match="twice"):
        once.with_decisions([lift("D1", row="avoid/B1/kind:library")])


def test_decisions_come_in_the_order_they_were_made():
    later, earlier = lift("D1", at="2026-10-05 10:00"), lift("D2", at="2026-10-05 09:59")
    made = read().with_decisions([later, earlier]).decisions
    assert [decision.id for decision in made] == ["D2", "D1"]


def test_a_revised_round_is_checked_again_and_the_old_one_is_untouched():
    round_ = read()
    without_mentors = round_.revised(mentors=[])
    assert without_mentors.mentors == ()
    with pytest.raises(InputErrors, match="N1"):
        round_.revised(navigators=[])
    assert round_ == read()


def test_what_it_came_from_can_change_without_changing_the_round():
    data = raw()
    round_ = Round.from_dict(data)
    data["mentors"][0]["available"] = False
    data["mentors"].clear()
    assert round_ == read()


@pytest.mark.parametrize(
    ("version", "advice"),
    [("2.0", "update"), ("10.1", "update"), ("1.2", "update"), ("0.9", "1.1"), ("1", "1.1"), ("", "1.1")],
)
def test_another_schema_is_refused_unchanged(version, advice):
    """What is newer may say things that we would not hear; older than the first there is none."""
    with pytest.raises(InputErrors, match=f"schema_version: .* Maybe .*{advice}"):
        read(schema_version=version)


@pytest.mark.parametrize("data", [None, [], "round", 5])
def test_what_is_no_round_at_all_is_said_plainly(data):
    with pytest.raises(InputErrors, match="whole input"):
        Round.from_dict(data)
