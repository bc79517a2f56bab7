"""Who may read what, held by value: every text that can be typed is followed to the pages it reaches.

A field that is added later is marked like all others, and fails here until somebody allows it.
"""

from __future__ import annotations

import pytest

from matchmaker.domain.proposal import (
    Contribution,
    ObjectionCount,
    Remedy,
    RunWarning,
    SpareMentor,
    ToAsk,
    Unmatched,
)
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors, pack_page
from matchmaker.pages.pack.view import CLAUSES, CRITERIA, QUESTIONS, WARNINGS
from matchmaker.policy import Policy
from tests.cli.hamlet import hamlet
from tests.pages.pack.canaries import everything, found_in
from tests.pages.pack.packs import POLICY, Seen, agenda, pack, view

NAMES = {"mentors.label", "beneficiaries.label", "navigators.label"}
ALWAYS = {"programme.locality", "programme.safeguarding_contact"}
SHARED = {"mentors.likes", "beneficiaries.likes", "mentors.hopes", "beneficiaries.hopes"}
CARD = {"mentors.about_me", "mentors.likes", "mentors.hopes", "mentors.skills"}

COORDINATOR = NAMES | ALWAYS | SHARED | CARD | {"beneficiaries.urgent_by", "vocabulary.label", "places.label"}
ROOM = NAMES | ALWAYS | SHARED | {"places.label"}
LETTER = ALWAYS | CARD | {"mentors.label", "beneficiaries.label"}


@pytest.fixture(scope="module")
def data():
    return everything()


def test_every_text_of_the_round_is_marked(data):
    """Only then does a page without a mark prove something."""
    marks = found_in(str(data), data)
    assert len(marks) > 40
    assert {"beneficiaries.safe_contact", "beneficiaries.urgent_reason", "matches.feedback"} <= marks
    made = agenda(data)
    assert {match.state for match in made.proposal.matches} == {"ready", "ask first"}


@pytest.mark.parametrize(("room", "allowed"), [(False, COORDINATOR), (True, ROOM)], ids=["all", "room"])
def test_the_pack_shows_only_what_its_readers_may_see(data, room, allowed):
    shown = found_in(pack_page(agenda(data), room=room), data)
    assert shown <= allowed
    assert shown >= NAMES | ALWAYS


def test_a_letter_holds_the_cards_words_and_nothing_else(data):
    made = letters(agenda(data))
    assert len(made) == 1
    for page in made.values():
        assert found_in(page, data) == LETTER


def test_a_letter_to_a_mentor_names_them_and_nobody_else(data):
    (page,) = letters_to_mentors(agenda(data)).values()
    assert found_in(page, data) == ALWAYS | {"mentors.label"}


def private(made: Agenda) -> Agenda:
    """Return an agenda whose proposal says Zsecret wherever the room must not read."""
    proposal = made.proposal
    kinds = (
        "situation",
        "comfort",
        "dual-worked",
        "clearance",
        "check",
        "gender-wish",
        "known-area",
        "new-one",
    )
    asked = tuple(ToAsk(key=f"{kind}/B1", ask=f"Zsecret {kind}?", who="N1") for kind in kinds)
    secret = Contribution(criterion="experience", points=9, weight=9, because="Zsecret in common")
    matches = tuple(
        match.model_copy(update={"prompts": ("Zsecret to do",), "questions": asked,
                                 "contributions": (*match.contributions, secret)})
        for match in proposal.matches
    )  # fmt: skip
    entry = Unmatched(
        beneficiary="B3", questions=asked, remedies=(Remedy(change="Zsecret change"),), contested_with=("B1",),
        objections=tuple(ObjectionCount(code=c, mentors=1) for c in ("situation", "gender-wish", "travel"))
        + (ObjectionCount(code="kept-apart", mentors=None),),
    )  # fmt: skip
    codes = ("past-review", "rows-lost", "look-again", "pin-cannot-be-kept", "nobody-put-forward", "new-one")
    return Agenda(
        proposal.model_copy(
            update={
                "matches": matches,
                "unmatched": (entry,),
                "warnings": tuple(RunWarning(code=code, sentence=f"Zsecret {code}") for code in codes),
                "waivers": ("Zsecret waiver",),
                "mentors_without_a_match": (SpareMentor(mentor="M2", reasons=("Zsecret reason",)),),
            }
        ),
        made.policy,
        made.context,
    )


def test_the_room_reads_nothing_of_situations_comfort_wishes_and_what_keeps_apart():
    made = private(agenda(hamlet()))
    room, all_of_it = (Seen(pack_page(made, room=room)).text for room in (True, False))
    assert "Zsecret" not in room
    for kind in ("situation?", "to do", "in common", "change", "past-review"):
        assert f"Zsecret {kind}" in all_of_it, kind
    assert "Somebody is not to be introduced." in all_of_it
    assert "not to be introduced" not in room
    assert "the journey" in room
    for code in ("situation", "gender-wish", "kept-apart", "clearance"):
        assert next(rule.title for rule in POLICY.rules if rule.code == code) not in room


def test_the_room_hears_of_an_introduction_that_asks_first_without_the_mentor():
    data = hamlet()
    data["mentors"][0]["label"], data["mentors"][1]["label"] = "Zfirst", "Zsecond"
    found = agenda(data).proposal.matches
    made = agenda(data, matches=tuple(match.model_copy(update={"alternatives": ()}) for match in found))
    asked = next(match for match in found if match.state == "ask first")
    text = Seen(pack_page(made, room=True)).text
    label = made.names.label(asked.mentors[0])
    assert label not in text
    assert label in Seen(pack_page(made)).text
    assert "Jo L. B2: Asha K. N1 asks." in text


def test_a_question_that_names_a_mentor_is_not_for_the_room():
    made = view(hamlet(), room=True)
    keys = (
        "area/M1",
        "area/B1",
        "area/P1",
        "minutes/Northside/Southside",
        "joint-room/N1",
        "comfort/M1/crowds",
    )
    may = [key for key in keys if made.may_ask(ToAsk(key=key, ask="?", who="N1"))]
    assert may == ["area/B1", "area/P1", "minutes/Northside/Southside", "joint-room/N1"]


def test_what_the_room_may_hear_are_kinds_that_there_are():
    policy = Policy.standard()
    assert {clause.code for clause in (*policy.rules, *policy.limits)} >= CLAUSES
    assert {criterion.code for criterion in policy.criteria} >= CRITERIA
    assert "situation" not in CLAUSES | QUESTIONS | WARNINGS
    assert not CLAUSES & {"kept-apart", "gender-wish", "clearance", "checks-and-training", "dual-worked"}


def test_what_keeps_people_apart_is_never_counted():
    data = hamlet(keep_apart=[{"one": "M1", "other": "B3"}, {"one": "M2", "other": "B3"}])
    seen = pack(data)
    assert seen.text.count("Somebody is not to be introduced.") == 1
    assert "people who are not to be introduced" not in seen.text
    assert not {"no_contact", "exclusion"} & set(seen.text.split())


def test_changing_another_persons_record_leaves_a_letter_byte_for_byte():
    data = hamlet()
    made = agenda(data)
    before = letters(made)
    changed = hamlet()
    for other in changed["beneficiaries"][1:]:
        other |= {"label": "Somebody Else", "safe_contact": "by text"}
    changed["mentors"][1] |= {"label": "Other", "about_me": "other words"}
    changed["navigators"][0] |= {"label": "Another worker"}
    changed["comfort"] = [
        {"mentor": "M1", "situation": "crowds", "comfort": "no", "by": "N1", "set_on": "2026-11-02",
         "review_on": "2027-02-01"}
    ]  # fmt: skip
    same = Agenda(made.proposal, POLICY, agenda(changed).context)
    assert len(before) == 1
    assert letters(same) == before
