"""Why a pin cannot be kept: in a sentence that names what is in the way, never in silence."""

from __future__ import annotations

import pytest

from matchmaker.domain.round import Round
from matchmaker.plan import Search, make_plan
from matchmaker.plan.pins import pins_in_the_way
from matchmaker.policy import Policy
from tests.rules.judging import apart, data_of, day, decision, match, round_of

POLICY = Policy.standard()


def plan(*decisions, rows=None, **different):
    round_ = round_of(rows={"decisions": list(decisions), **(rows or {})}, **different)
    return make_plan(round_, POLICY, search=Search())


def pin(mentors=("M1",), number=1, **about):
    return decision("pin", beneficiary="B1", mentors=list(mentors), **about) | {"id": f"P{number}"}


def veto(mentors=("M1",), **about):
    return decision("veto", beneficiary="B1", mentors=list(mentors), **about)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (lambda: plan(pin(), mentor={"available": False}), ["M1 is not taking on anybody new at present. (on-a-break)"]),
        (lambda: plan(pin(), rows={"keep_apart": [apart("M1", "B1")]}), ["this pair is not possible"]),
        (lambda: plan(pin(company="alone"), mentor={"check_in_plan": None}), ["(lone-working)"]),
        (lambda: plan(pin(), veto()), ["pinned", "vetoed"]),
        (lambda: plan(pin(company="alone"), veto(company="alone")), ["vetoed"]),
        (lambda: plan(pin(), pin(["M2"], 2)), ["B1 with M2 is pinned", "M1", "one of the two"]),
        (lambda: plan(pin(), beneficiary={"wants": "maybe_later"}), ["B1 makes no request at present"]),
        (lambda: plan(pin(), rows={"matches": [match("active", mentor="M2")]}), ["makes no request"]),
        (lambda: plan(pin(["M1", "M2"]), rows={"teams": []}), ["not listed as a team"]),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_said(found, words):
    made = found()
    assert (made.status, made.chosen) == ("impossible", ())
    (sentence, *_) = made.in_the_way
    for word in words:
        assert word in sentence


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("accept", {}, ("is accepted", "sheet Matches")),
        ("hold", {"until": day(7)}, ("is held", "let it go")),
        ("organic", {"company": "joint"}, ("found each other", "talk to their worker")),
    ],
)
def test_every_way_of_keeping_a_pair_is_called_by_its_name(kind, more, words):
    kept = decision(kind, beneficiary="B1", mentors=["M1"], **more)
    (sentence,) = plan(kept, beneficiary={"wants": "maybe_later"}).in_the_way
    for word in words:
        assert word in sentence


def test_who_keeps_whom_apart_is_not_said():
    (sentence,) = plan(pin(), rows={"keep_apart": [apart("B1", "M1", kind="no_contact")]}).in_the_way
    assert "no_contact" not in sentence
    assert "kept" not in sentence
    assert "this pair is not possible" in sentence


def test_pins_that_each_could_be_kept_but_not_within_the_limits():
    """No place at all: the option is open, there is just no room."""
    made = plan(pin(), mentor={"people_at_once": 0})
    assert (made.status, made.chosen) == ("impossible", ())
    assert made.in_the_way == (
        "What is to be kept does not fit within the limits: B1 with M1 is pinned. Maybe let one go.",
    )


def test_who_has_to_choose_which_pair_to_let_go_is_told_them_all():
    """Both of B1 and B2 with M1, who meets one person at a time."""
    held = decision("hold", beneficiary="B2", mentors=["M1"], until=day(7)) | {"id": "H1"}
    data = data_of(rows={"decisions": [pin(), held]}, mentor={"people_at_once": 1})
    (ben,) = data["beneficiaries"]
    data["beneficiaries"] = [ben, ben | {"id": "B2", "label": "Bea"}]
    made = make_plan(Round.from_dict(data), POLICY, search=Search())
    assert made.in_the_way == (
        "What is to be kept does not fit within the limits: B1 with M1 is pinned; B2 with M1 is held. "
        "Maybe let one go.",
    )


def test_a_pin_in_no_bodys_way_is_kept():
    for about in ({}, {"company": "joint"}, {"company": "alone"}):
        made = plan(pin(["M2"], **about), veto(["M1"]))
        assert made.in_the_way == ()
        (option,) = made.chosen
        assert option.pair.mentor_ids == ("M2",)
        assert about.get("company") in (None, option.pair.company)
        kept = pins_in_the_way(made.options, policy=POLICY, context=made.context)
        assert list(kept) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"seconds": 0}, {"seconds": -1}, {"seconds": 10**6}, {"seconds": float("nan")},
        {"workers": 0}, {"workers": 65},
    ],
)  # fmt: skip
def test_a_search_that_nobody_could_make_is_refused(wrong):
    with pytest.raises(ValueError, match="Maybe"):
        Search(**wrong)
