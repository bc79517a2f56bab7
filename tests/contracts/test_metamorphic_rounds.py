"""What must not change a plan, and what can only change it one way, on random rounds."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.rounds import random_round

POLICY = Policy.standard()
ID = re.compile(r"\b([MBNPTX])(\d+)\b")
Data = dict[str, Any]


def drawn(number: int) -> Round:
    """A round of up to 6 × 6; every second has a past, two of three have decisions."""
    size = 3 + number % 4
    return random_round(
        SEED + number, mentors=size, beneficiaries=size, previous=number % 2 == 1, choices=number % 3 > 0
    )


def plain(number: int) -> Round:
    """A round in which nothing was decided, so that there is always a plan."""
    return random_round(SEED + number, mentors=5, beneficiaries=5, previous=number % 2 == 1)


def data_of(round_: Round) -> Data:
    return json.loads(round_.to_json())


def suggested(proposal: Proposal) -> list[tuple[str, tuple[str, ...], str]]:
    return [(match.beneficiary, match.mentors, match.company) for match in proposal.matches]


NUMBERS = pytest.mark.parametrize("number", range(count("shuffles")))


# --- the same ------------------------------------------------------------------------------------


def mixed(value: Any, draw: random.Random) -> Any:
    """Return plain data with the keys of every record, and the records of every list, in another order.

    The last proposal is no table of ours to sort: its order is part of what it says.
    """
    if isinstance(value, dict):
        names = draw.sample(sorted(value), len(value))
        return {name: value[name] if name == "previous" else mixed(value[name], draw) for name in names}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [mixed(each, draw) for each in draw.sample(value, len(value))]
    return value


@NUMBERS
def test_shuffled_rows_and_columns_give_the_same_proposal_byte_for_byte(number):
    round_, draw = drawn(number), random.Random(number)
    expected = propose(round_, POLICY).to_json()
    for _ in range(3):
        shuffled = Round.from_dict(mixed(data_of(round_), draw))
        assert propose(shuffled, POLICY).to_json() == expected


@NUMBERS
def test_a_second_run_is_byte_identical_and_the_input_is_as_it_was(number):
    round_ = drawn(number)
    before, policy = round_.to_json(), POLICY.model_dump_json()
    first = propose(round_, POLICY)
    assert propose(round_, POLICY).to_json() == first.to_json()
    assert (round_.to_json(), POLICY.model_dump_json()) == (before, policy)
    assert propose(Round.from_json(before), POLICY).to_json() == first.to_json()


@NUMBERS
def test_renamed_ids_change_no_total(number):
    round_, draw = drawn(number), random.Random(number)
    numbers = draw.sample(range(200, 300), 100)
    renamed = ID.sub(lambda found: f"{found[1]}.{numbers[int(found[2])]}", round_.to_json())
    before, after = propose(round_, POLICY), propose(Round.from_json(renamed), POLICY)
    assert renamed != round_.to_json()
    assert (after.totals, after.bounds, after.status) == (before.totals, before.bounds, before.status)


@NUMBERS
def test_labels_and_private_words_change_nothing_that_is_suggested(number):
    round_ = drawn(number)
    data = data_of(round_)
    for row in data["mentors"] + data["beneficiaries"] + data["navigators"]:
        row["label"] = f"Somebody {row['id']}"
    before, after = propose(round_, POLICY), propose(Round.from_dict(data), POLICY)
    assert after.to_json() == before.to_json()


@NUMBERS
def test_somebody_whom_nobody_could_meet_changes_no_match(number):
    """A14: a mentor on a break, or whom everybody is kept apart from."""
    round_ = drawn(number)
    data = data_of(round_)
    newcomer = data["mentors"][0] | {"id": "M77", "available": False}
    apart = newcomer | {"id": "M78", "available": True}
    rows = [{"one": "M78", "other": person["id"]} for person in data["beneficiaries"]]
    data["mentors"] += [newcomer, apart]
    data["keep_apart"] = data.get("keep_apart", []) + rows
    before, after = propose(round_, POLICY), propose(Round.from_dict(data), POLICY)
    assert after.matches == before.matches
    assert (after.priorities, after.status) == (before.priorities, before.status)
    spare = {entry.mentor for entry in after.mentors_without_a_match}
    assert spare == {entry.mentor for entry in before.mentors_without_a_match} | {"M77", "M78"}


@NUMBERS
def test_previous_and_decisions_may_come_with_the_round_or_beside_it(number):
    whole = random_round(SEED + number, mentors=4, beneficiaries=4, previous=True, choices=True)
    first = propose(random_round(SEED + number, mentors=4, beneficiaries=4), POLICY)
    bare = whole.revised(previous=None, decisions=())
    beside = propose(bare, POLICY, previous=first, decisions=whole.decisions)
    within = propose(bare.with_previous(first).with_decisions(whole.decisions), POLICY)
    assert beside.to_json() == within.to_json()
    assert beside.previous_hash is not None


@NUMBERS
def test_the_same_proposal_again_moves_nobody(number):
    """With the last proposal as the past and nothing else changed, staying is free and moving is not."""
    round_ = plain(number).revised(previous=None)
    first = propose(round_, POLICY)
    again = propose(round_, POLICY, previous=first)
    assert suggested(again) == suggested(first)
    assert again.totals == first.totals


# --- only one way --------------------------------------------------------------------------------


@NUMBERS
def test_one_more_mentor_never_worsens_the_totals(number):
    round_ = plain(number)
    data = data_of(round_)
    before = propose(round_, POLICY)
    for like in data["mentors"][:2]:
        more = {**data, "mentors": [*data["mentors"], like | {"id": "M77", "available": True}]}
        after = propose(Round.from_dict(more), POLICY)
        assert after.status == "optimal"
        assert after.totals >= before.totals


def tightened(data: Data, draw: random.Random) -> Iterator[Data]:
    """Yield the round with less of one thing; nobody is left with more."""
    cells = (
        ("mentors", "hours_per_week", 0.25), ("mentors", "people_at_once", 1),
        ("navigators", "first_visits_free", 1), ("navigators", "joint_hours", 0.25),
        ("teams", "people_at_once", 1),
    )  # fmt: skip
    for collection, name, step in cells:
        rows = [row for row in data.get(collection, []) if row.get(name, 1)]
        for row in draw.sample(rows, min(2, len(rows))):
            if name in row:
                less = row | {name: max(0, row[name] - step * draw.choice((1, 2, 99)))}
                yield data | {collection: [less if each is row else each for each in data[collection]]}


@NUMBERS
def test_less_room_never_improves_the_totals(number):
    round_ = plain(number)
    before = propose(round_, POLICY)
    tried = 0
    for data in tightened(data_of(round_), random.Random(number)):
        after = propose(Round.from_dict(data), POLICY)
        assert after.status == "optimal"
        assert after.totals <= before.totals
        tried += 1
    assert tried


def decided(data: Data, kind: str, **about: Any) -> Round:
    made = {"id": "Z1", "actor": "Sam", "at": "2026-10-05T09:00", "kind": kind, **about}
    return Round.from_dict(data | {"decisions": [*data.get("decisions", []), made]})


@NUMBERS
def test_a_veto_is_kept_and_never_improves_the_totals(number):
    round_ = plain(number)
    before = propose(round_, POLICY)
    for person, mentors, company in suggested(before):
        for only in (None, company):
            about = {"beneficiary": person, "mentors": list(mentors), "company": only}
            after = propose(decided(data_of(round_), "veto", **about), POLICY)
            assert after.totals <= before.totals
            assert (person, mentors, company) not in suggested(after)
            assert only or mentors not in {each[1] for each in suggested(after) if each[0] == person}


@NUMBERS
def test_a_pin_is_honoured_or_the_reason_is_told(number):
    """Any mentor, in any company or in one; never dropped in silence, and never better than without it."""
    round_ = plain(number)
    before, asked = propose(round_, POLICY), {p.id for p in round_.beneficiaries}
    draw = random.Random(number)
    for person in sorted(asked):
        mentor = draw.choice(round_.mentors).id
        company = draw.choice((None, "alone", "joint"))
        about = {"beneficiary": person, "mentors": [mentor], "company": company}
        after = propose(decided(data_of(round_), "pin", **about), POLICY)
        if after.status == "impossible":
            assert after.matches == ()
            reasons = [w.sentence for w in after.warnings if w.code == "pin-cannot-be-kept"]
            assert reasons
            assert any(person in each or "limits" in each for each in reasons)
        else:
            met = {(b, m) for b, m, c in suggested(after) if company in (None, c)}
            assert (person, (mentor,)) in met
            assert after.totals <= before.totals
