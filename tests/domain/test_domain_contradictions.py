"""Rows that contradict each other, worked out by hand."""

from types import SimpleNamespace

import pytest

from matchmaker.domain.contradictions import alike, flaws
from tests.domain.raw_round import JUDGED, found, read


@pytest.mark.parametrize(
    ("one", "other", "taken"),
    [
        ("M1", "m1", True),
        ("M1", "m-1", True),
        ("M.1", "M_1", True),
        ("M1", "Ml", True),
        ("M1", "MI", True),
        ("M0", "MO", True),
        ("B10", "BlO", True),
        ("M1", "M2", False),
        ("M1", "M11", False),
        ("M1", "N1", False),
        ("AL", "AI", False),
        ("AL", "al", True),
        ("ANNO", "ANN0", True),
        ("", "-", True),
    ],
)
def test_which_ids_are_too_easily_taken_for_each_other(one, other, taken):
    """Without a digit in either, a letter is a letter: AL and AI are two people's initials."""
    assert alike(one, other) is taken
    assert alike(other, one) is taken


def test_a_row_without_an_id_is_like_no_other():
    blank = SimpleNamespace(id=None, people_at_once=1, navigator=None, host=None, place=None)
    assert list(flaws({"groups": [(0, blank), (1, blank)]})) == []


COURT = {"mentor": "M1", "task": "court", "step": "alone", **JUDGED}
STRETCH = {
    "mentor": "M1",
    "task": "court",
    "mitigation": "joint",
    "agreed_with": "N1",
    "agreed_on": "2026-10-01",
}
SAID = {"question": "dual-worked/B1", "by": "N1", "on": "2026-10-01", "answer": "yes"}
WORD = {"sort": "kind", "code": "hall", "label": "a hall"}
PIN = {
    "id": "D1", "actor": "Sam", "at": "2026-10-05 09:00", "kind": "pin", "beneficiary": "B1", "mentors": ["M1"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("collection", "row", "other", "field"),
    [
        ("clearances", COURT, {"step": "joint"}, "task"),
        ("stretch", STRETCH, {"mitigation": "joint"}, "task"),
        ("answers", SAID, {"answer": "no"}, "question"),
        ("vocabulary", WORD, {"label": "the hall"}, "code"),
        ("decisions", PIN, {"company": "joint"}, "id"),
    ],
)
def test_what_is_told_once_is_wrong_at_the_second_telling(collection, row, other, field):
    rows = [row, row | other]
    assert (f"{collection}[1].{field}", "contradiction") in found(**{collection: rows})


@pytest.mark.parametrize(
    ("collection", "row", "other"),
    [
        ("clearances", COURT, {"task": "college"}),
        ("answers", SAID, {"question": "wish-covers-navigator/B1"}),
        ("vocabulary", WORD, {"code": "shed"}),
        ("decisions", PIN, {"id": "D2"}),
    ],
)
def test_about_something_else_it_is_another_row(collection, row, other):
    assert len(getattr(read(**{collection: [row, row | other]}), collection)) == 2


CELLS = [("dual_worked", "dual-worked/B1"), ("wish_covers_navigator", "wish-covers-navigator/B1")]
WISH = {"gender_wish": "must", "gender_wished": "a woman"}


def answered(field, key, *, cell, said, by="answers"):
    row = {"question": key, "answer": said}
    told = row | ({"by": "N1", "on": "2026-10-01"} if by == "answers" else
                  {"id": "D1", "actor": "N1", "at": "2026-10-01 09:00", "kind": "answer"})  # fmt: skip
    return {"beneficiary": WISH | {field: cell}, by: [told]}


@pytest.mark.parametrize("by", ["answers", "decisions"])
@pytest.mark.parametrize(("field", "key"), CELLS)
def test_a_yes_in_the_cell_beside_an_answer_of_no_is_refused(field, key, by):
    """The yes protects: were its cell blanked one day, the old no would open what it had kept shut."""
    place = f"beneficiaries[0].{field}"
    assert found(**answered(field, key, cell=True, said="no", by=by)) == [(place, "answered_otherwise")]


@pytest.mark.parametrize("by", ["answers", "decisions"])
@pytest.mark.parametrize(("field", "key"), CELLS)
@pytest.mark.parametrize(("cell", "said"), [(True, "yes"), (False, "no"), (False, "yes"), (None, "no")])
def test_every_other_cell_beside_an_answer_is_accepted(field, key, cell, said, by):
    """A no beside an answer of yes as well: there the answer is the careful one, and it counts."""
    assert read(**answered(field, key, cell=cell, said=said, by=by))


def test_an_answer_about_somebody_else_contradicts_nothing():
    key = "dual-worked/B2"
    other = read().beneficiaries[0].model_dump(mode="json") | {"id": "B2"}
    first = read().beneficiaries[0].model_dump(mode="json") | {"dual_worked": True}
    answers = [{"question": key, "by": "N1", "on": "2026-10-01", "answer": "no"}]
    assert read(beneficiaries=[first, other], answers=answers)


def test_two_are_one_team_only_once():
    rows = [
        {"id": f"T{n}", "one": one, "other": other} for n, one, other in ((1, "M1", "M2"), (2, "M2", "M1"))
    ]
    records = [(n, SimpleNamespace(**row)) for n, row in enumerate(rows)]
    assert [(place, code) for place, code, _ in flaws({"teams": records})] == [
        (("teams", 1, "other"), "contradiction")
    ]
