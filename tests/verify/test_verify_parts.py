"""Each part of verify by itself: a sound proposal of the tiny round, and one thing changed in it."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.proposal import Alternative, HearMore, Meeting, Proposal, Remedy, Unmatched
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.verify.claims import claim_breaches
from matchmaker.verify.decisions import decision_breaches
from matchmaker.verify.everyone import everyone_breaches
from matchmaker.verify.identity import identity_breaches
from matchmaker.verify.law import law_breaches
from matchmaker.verify.pairs import pair_of
from matchmaker.verify.prices import price_breaches
from matchmaker.verify.room import room_breaches
from matchmaker.verify.shape import shape_breaches
from matchmaker.verify.standby import standby_breaches
from matchmaker.verify.sums import sum_breaches
from tests.rules.judging import decision, round_of

POLICY = Policy.standard()
ROUND = round_of(beneficiary={"together": "alone"}, second={"available": False})
SOUND = propose(ROUND, POLICY)
(MATCH,) = SOUND.matches


def breaches(part: Any, proposal: Proposal, round_=ROUND) -> set[str]:
    """Return what one part finds, handing it what it asks for."""
    context = POLICY.context(round_)
    given = {"proposal": proposal, "policy": POLICY, "context": context, "round_": round_}
    code = part.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    by_place = [given[name] for name in names[: code.co_argcount]]
    by_name = {name: given[name] for name in names[code.co_argcount :]}
    return {breach.code for breach in part(*by_place, **by_name)}


PARTS = (
    claim_breaches,
    decision_breaches, everyone_breaches, identity_breaches, law_breaches, room_breaches, shape_breaches,
    standby_breaches, sum_breaches,
)  # fmt: skip


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_no_part_finds_anything_in_a_sound_proposal(part):
    assert breaches(part, SOUND) == set()


def with_match(**cells: Any) -> Proposal:
    return SOUND.model_copy(update={"matches": (MATCH.model_copy(update=cells),)})


def priorities(**changed: Any):
    first, *rest = SOUND.priorities
    return (first.model_copy(update=changed), *rest)


PARIS = (Meeting(task="coffee_walk", venue="paris"),)
CLOSED = (Alternative(mentors=("M2",), company="alone", state="ready", fit=MATCH.fit),)
ITSELF = (Alternative(mentors=("M1",), company="alone", state="ready", fit=MATCH.fit),)


def helped(**different):
    """Return somebody without a suggestion and a remedy that was tried, but for what is different."""
    remedy = Remedy(change="M1 does safety.", gain=(0, 1, 0, 90, 30), verified=True)
    return Unmatched(beneficiary="B1", remedies=(remedy.model_copy(update=different),))


def priced(**said: Any) -> dict[str, Any]:
    """Return the other ways with the first one priced: 500 of fit less, and only B1 moves."""
    first, *rest = MATCH.alternatives
    price = {"regret": (0, 0, 0, 500, 0), "moves": ("B1",)} | said
    return {"alternatives": (first.model_copy(update=price), *rest)}


CHANGED: list[tuple[Any, dict[str, Any], dict[str, Any], str]] = [
    (identity_breaches, {"salt": "another"}, {}, "stale-proposal"),
    (identity_breaches, {"round_hash": "0"}, {}, "stale-proposal"),
    (identity_breaches, {}, {"mentors": ("M9",)}, "unknown-id"),
    (identity_breaches, {}, {"arrangements": PARIS}, "unknown-id"),
    (shape_breaches, {}, {"mentors": ("M1", "M2")}, "wrong-company"),
    (shape_breaches, {}, {"company": "paired"}, "wrong-company"),
    (shape_breaches, {}, {"arrangements": MATCH.arrangements * 2}, "tasks"),
    (shape_breaches, {}, {"arrangements": (Meeting(task="coffee_walk", venue="court"),)}, "wrong-venue"),
    (law_breaches, {}, {"mentors": ("M2",)}, "on-a-break"),
    (law_breaches, {}, {"state": "ask first"}, "wrong-state"),
    (law_breaches, {}, {"fit": MATCH.fit + 1}, "wrong-words"),
    (law_breaches, {}, {"match_id": "another"}, "wrong-words"),
    (law_breaches, {}, {"alternatives": CLOSED}, "closed-alternative"),
    (sum_breaches, {"priorities": priorities(total=7, bound=7)}, {}, "totals"),
    (sum_breaches, {"priorities": SOUND.priorities[::-1]}, {}, "priorities"),
    (sum_breaches, {"status": "impossible"}, {}, "status"),
    (sum_breaches, {"priorities": priorities(bound=7)}, {}, "status"),
    (claim_breaches, {"waivers": ("by Sam",)}, {}, "claim"),
    (
        claim_breaches,
        {
            "priorities": (
                SOUND.priorities[0].model_copy(update={"proof": "solver-claimed"}),
                *SOUND.priorities[1:],
            )
        },
        {},
        "proof",
    ),
    (standby_breaches, {}, {"standby": ("M2",)}, "standby"),
    (standby_breaches, {}, {"standby": ("M1",)}, "standby"),
    (standby_breaches, {}, {"standby": ("M2", "M3")}, "standby"),
    (identity_breaches, {}, {"standby": ("M9",)}, "unknown-id"),
    (claim_breaches, {}, {"alternatives": ITSELF}, "claim"),
    (claim_breaches, {}, {"alternatives": CLOSED * 2}, "claim"),
    (claim_breaches, {}, priced(regret=(0, 0, 0, 500)), "claim"),
    (claim_breaches, {}, priced(regret=(0, 0, 0, -1, 0)), "claim"),
    (claim_breaches, {}, priced(regret=(0, -1, 0, 500, 0)), "claim"),
    (claim_breaches, {}, priced(regret=None), "claim"),
    (claim_breaches, {}, priced(moves=()), "claim"),
    (claim_breaches, {}, priced(moves=("B2",)), "claim"),
    (claim_breaches, {}, priced(moves=("B1", "B1")), "claim"),
    (claim_breaches, {}, priced(moves=("B1", "M1")), "claim"),
    (claim_breaches, {}, priced(impossible=True), "claim"),
    (claim_breaches, {}, priced(regret_at_least=(0, 0)), "claim"),
    (claim_breaches, {}, priced(regret=None, moves=(), regret_at_least=(0,) * 6), "claim"),
    (claim_breaches, {"unmatched": (helped(gain=None),)}, {}, "claim"),
    (claim_breaches, {"unmatched": (helped(gain=(0, 1)),)}, {}, "claim"),
    (claim_breaches, {"unmatched": (helped(gain=(0, -1, 0, 90, 0)),)}, {}, "claim"),
    (claim_breaches, {"unmatched": (helped(verified=False),)}, {}, "claim"),
    (claim_breaches, {}, priced(regret=None, moves=(), regret_at_least=(0, -1)), "claim"),
    (everyone_breaches, {"matches": ()}, {}, "missing"),
    (everyone_breaches, {"matches": (MATCH, MATCH)}, {}, "twice"),
    (everyone_breaches, {"mentors_without_a_match": ()}, {}, "spare-mentors"),
]


@pytest.mark.parametrize(("part", "parts", "cells", "code"), CHANGED)
def test_one_thing_changed_is_found_by_the_part_that_looks_at_it(part, parts, cells, code):
    proposal = with_match(**cells) if cells else SOUND.model_copy(update=parts)
    assert code in breaches(part, proposal)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"regret": (0, 0, 0, 0, 0)},
        {"regret": (0, 0, 0, 500, -7)},
        {"regret": None, "moves": (), "regret_at_least": (0, 0, 1)},
        {"regret": None, "moves": (), "impossible": True},
    ],
)
def test_a_price_that_can_be_is_left_in_peace(said):
    assert breaches(claim_breaches, with_match(**priced(**said))) == set()


def test_a_plan_that_is_not_proved_may_have_something_better_beside_it():
    """The bound at fit leaves 100: a way that is worth 100 more can be, one that is worth 101 more cannot."""
    named = [priority.name for priority in SOUND.priorities].index("fit")
    open_ = tuple(
        each.model_copy(update={"bound": each.total + 100, "proof": "not proved"}) if place == named else each
        for place, each in enumerate(SOUND.priorities)
    )
    for better, found in ((100, set()), (101, {"claim"})):
        proposal = with_match(**priced(regret=(0, 0, 0, -better, 0)))
        proposal = proposal.model_copy(update={"priorities": open_, "status": "feasible"})
        assert breaches(price_breaches, proposal) == found


@pytest.mark.parametrize(
    ("second", "found"),
    [({"available": True}, set()), ({"available": True, "people_at_once": 0}, {"standby"})],
)
def test_a_standby_has_to_have_room(second, found):
    with_room = round_of(beneficiary={"together": "alone"}, second=second)
    assert breaches(standby_breaches, with_match(standby=("M2",)), with_room) == found


def test_nobody_stands_by_for_more_than_three():
    four = SOUND.model_copy(
        update={"matches": tuple(MATCH.model_copy(update={"standby": ("M2",)}) for _ in range(4))}
    )
    here = round_of(
        beneficiary={"together": "alone"},
        mentor={"people_at_once": 4, "hours_per_week": 9},
        navigator={"first_visits_free": 20},
    )
    said = {breach.sentence for breach in standby_breaches(four, POLICY, context=POLICY.context(here))}
    assert said == {"M2 stands by for more than 3 introductions."}


def test_what_is_only_described_has_no_price():
    way = MATCH.alternatives[0]
    for price, found in (({}, set()), ({"regret": (0,) * 5, "moves": ("B1",)}, {"claim"})):
        told = HearMore(beneficiary="B1", introductions=(way.model_copy(update=price),))
        assert breaches(claim_breaches, SOUND.model_copy(update={"hear_more": (told,)})) == found


def test_a_match_is_read_as_the_pair_it_speaks_of():
    pair = pair_of(MATCH, POLICY.context(ROUND))
    assert (pair.mentor_ids, pair.beneficiary.id, pair.company) == (("M1",), "B1", "alone")
    assert [(task, venue.code) for task, venue in pair.venues] == [("coffee_walk", "cafe_public")]


def test_hours_that_a_match_does_not_leave_are_told_by_the_limit():
    """(60 + 2 × 20 + 30) × 2 / 4 = 65 minutes a week, of which there are 60."""
    tired = round_of(mentor={"hours_per_week": 1})
    assert breaches(room_breaches, SOUND, tired) == {"agreed-hours"}
    assert breaches(room_breaches, SOUND, round_of(mentor={"hours_per_week": 1.25})) == set()


PAIR = {"beneficiary": "B1", "mentors": ["M1"]}


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (decision("veto", **PAIR), {"vetoed"}),
        (decision("veto", company="joint", **PAIR), set()),
        (decision("pin", **PAIR), set()),
        (decision("pin", company="joint", **PAIR), {"pin"}),
    ],
)
def test_pins_and_vetoes_are_looked_up(made, code):
    assert breaches(decision_breaches, SOUND, round_of(rows={"decisions": [made]})) == code


def test_a_banner_has_to_say_what_who_and_why():
    off = {"off": True, "off_by": "Ada", "off_because": "one small town."}
    rules = tuple(r.model_copy(update=off) if r.code == "known-area" else r for r in POLICY.rules)
    policy = POLICY.model_copy(update={"rules": rules})
    proposal = propose(ROUND, policy)
    context = policy.context(ROUND)
    assert not list(everyone_breaches(proposal, policy, context=context))
    (warning,) = (each for each in proposal.warnings if each.code == "switched-off")
    for missing in ("known-area", "Ada", "one small town"):
        less = warning.model_copy(update={"sentence": warning.sentence.replace(missing, "…")})
        found = everyone_breaches(proposal.model_copy(update={"warnings": (less,)}), policy, context=context)
        assert [breach.code for breach in found] == ["no-banner"]
