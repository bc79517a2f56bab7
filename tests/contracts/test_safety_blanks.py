"""A blank never makes anything safer: not in one cell that the schema marks `safety`, in any record.

Either the round is refused, or nothing becomes ready and nothing opens alone or paired. Protective facts
are rows: one that is gone since the last round still holds until a decision lifts it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, get_args

import pytest

from matchmaker.compile import judged, options_of
from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Previous, Round
from matchmaker.engine import propose
from matchmaker.errors import InputErrors
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.rounds import random_round

POLICY = Policy.standard()
ROWS = (
    "mentors", "beneficiaries", "navigators", "clearances", "comfort", "situations", "answers", "stretch",
)  # fmt: skip
BATCH = 25
NEVER_IN_THE_EXAMPLE: set[tuple[str, str]] = set()
"""Safety fields that no record of the example fills in."""

Way = tuple[str, frozenset[str], str]


def kinds() -> dict[str, Any]:
    """Return the record of each collection of a round."""
    fields = {name: get_args(info.annotation) for name, info in Round.model_fields.items()}
    return {name: args[0] for name, args in fields.items() if args and hasattr(args[0], "model_fields")}


def marked() -> Iterator[tuple[str, str]]:
    """Yield every collection and field that the schema marks `safety`."""
    for collection, kind in kinds().items():
        for field, info in kind.model_fields.items():
            extra = info.json_schema_extra
            if isinstance(extra, dict) and extra.get("safety"):
                yield collection, field


MARKED = sorted(marked())


def ways(round_: Round) -> tuple[set[Way], set[Way]]:
    """Return the ready ways to meet, and all ways alone or paired."""
    context = POLICY.context(round_)
    found = options_of(
        judged(context.requests, policy=POLICY, context=context), policy=POLICY, context=context
    )
    ready = {option.name for option in found if option.state == "ready"}
    return ready, {option.name for option in found if option.pair.company != "joint"}


def everything(round_: Round) -> dict[Way, str]:
    """Return every way that is open, and its state."""
    context = POLICY.context(round_)
    found = options_of(
        judged(context.requests, policy=POLICY, context=context), policy=POLICY, context=context
    )
    return {option.name: option.state for option in found}


@cache
def example() -> Round:
    text = resources.files("matchmaker").joinpath("examples/locality.json").read_text(encoding="utf-8")
    return Round.from_json(text)


@cache
def example_ways() -> tuple[set[Way], set[Way]]:
    return ways(example())


def blanked(round_: Round, collection: str, field: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each record in which the field is filled in, and the round's data without that cell."""
    data = json.loads(round_.to_json())
    for place, row in enumerate(data.get(collection, [])):
        if row.get(field) is not None:
            rest = {name: value for name, value in row.items() if name != field}
            rows = [rest if n == place else other for n, other in enumerate(data[collection])]
            yield row, data | {collection: rows}


def spread(items: list[Any], most: int) -> list[Any]:
    """Return at most so many, from first to last."""
    step = max(1, -(-len(items) // most))
    return items[::step]


def opens_nothing(data: dict[str, Any], before: tuple[set[Way], set[Way]], what: object) -> bool:
    """Say whether the round was read; if so, hold it to the promise."""
    try:
        round_ = Round.from_dict(data)
    except InputErrors:
        return False
    ready, unaccompanied = ways(round_)
    assert ready <= before[0], (what, ready - before[0])
    assert unaccompanied <= before[1], (what, unaccompanied - before[1])
    return True


def test_the_marks_are_where_the_specification_wants_them():
    """Required answers, dual_worked, step, level, comfort, checks, device, dates of rows."""
    must = {
        ("beneficiaries", "wants"), ("beneficiaries", "wants_to_do"), ("beneficiaries", "gender_wish"),
        ("beneficiaries", "dual_worked"), ("mentors", "usual_step"), ("clearances", "step"),
        ("situations", "level"), ("comfort", "comfort"), ("mentors", "cleared_for"),
        ("mentors", "checked_on"), ("mentors", "recheck_on"), ("mentors", "device"), ("mentors", "training"),
        ("stretch", "mitigation"),
        *((rows, name) for rows in ("clearances", "comfort", "situations")
          for name in ("by", "set_on", "review_on")),
    }  # fmt: skip
    assert must <= set(MARKED)
    assert {collection for collection, _ in MARKED} == set(ROWS)


@pytest.mark.parametrize(("collection", "field"), MARKED)
def test_a_blank_in_the_example_opens_nothing(collection, field):
    cases = spread(list(blanked(example(), collection, field)), count("shuffles"))
    assert bool(cases) != ((collection, field) in NEVER_IN_THE_EXAMPLE)
    for row, data in cases:
        opens_nothing(data, example_ways(), row)


@pytest.mark.parametrize("start", range(0, count("random_rounds") // 3, BATCH))
def test_a_blank_in_a_random_round_opens_nothing(start):
    read = 0
    for seed in range(start, start + BATCH):
        round_ = random_round(SEED + seed, mentors=4, beneficiaries=3, previous=seed % 2 == 0, choices=True)
        before = ways(round_)
        for place, (collection, field) in enumerate(MARKED):
            cases = list(blanked(round_, collection, field))
            for row, data in cases[(seed + place) % 3 : (seed + place) % 3 + 1]:
                read += opens_nothing(data, before, (seed, field, row))
    assert read >= BATCH


@pytest.mark.parametrize("said", ["yes", "no"])
@pytest.mark.parametrize(
    ("field", "key"),
    [("dual_worked", "dual-worked/B1"), ("wish_covers_navigator", "wish-covers-navigator/B1")],
)
def test_a_blank_cell_does_not_bring_back_what_an_older_answer_opened(field, key, said):
    """A strict cell beside a lax answer is refused at once; beside a strict one, a blank opens nothing."""
    for seed in range(10):
        data = json.loads(random_round(SEED + seed, mentors=4, beneficiaries=1).to_json())
        wish = {"gender_wish": "must", "gender_wished": "a woman"} if field != "dual_worked" else {}
        person = data["beneficiaries"][0] | {"wants": "yes", field: True} | wish
        workers = [worker | {"put_forward_for": []} for worker in data["navigators"]]
        answers = [{"question": key, "by": "N1", "on": "2026-10-01", "answer": said}]
        data |= {"navigators": workers}
        strict = data | {"beneficiaries": [person], "answers": [*data.get("answers", []), *answers]}
        blank = strict | {"beneficiaries": [{k: v for k, v in person.items() if k != field}]}
        if said == "no":
            with pytest.raises(InputErrors, match="an answer says no"):
                Round.from_dict(strict)
        else:
            opens_nothing(blank, ways(Round.from_dict(strict)), (seed, field, said))


# --- protective rows ------------------------------------------------------------------------------


def protective(round_: Round) -> list[tuple[str, Any]]:
    return [("keep_apart", row) for row in round_.keep_apart] + [("avoid", row) for row in round_.avoid]


def without(round_: Round, collection: str, row: Any) -> Round:
    return round_.revised(**{collection: tuple(r for r in getattr(round_, collection) if r.key != row.key)})


@pytest.mark.parametrize("collection", ["keep_apart", "avoid"])
def test_half_a_protective_row_is_refused(collection):
    """Whichever cell is blank: the row cannot be kept, and must not be forgotten."""
    data = json.loads(example().to_json())
    assert data[collection]
    for place, row in enumerate(data[collection]):
        for field in set(row) - {"kind" if collection == "keep_apart" else ""}:
            rest = {name: value for name, value in row.items() if name != field}
            rows = [rest if n == place else other for n, other in enumerate(data[collection])]
            with pytest.raises(InputErrors):
                Round.from_dict(data | {collection: rows})


def test_a_protective_row_of_the_last_round_holds_until_it_is_lifted():
    """Gone is as good as there, lifted is as good as gone; what it keeps closed is told by neither."""
    closes = 0
    last = propose(random_round(SEED, mentors=1, beneficiaries=1), POLICY)
    empty = last.model_copy(update={"matches": ()})
    for seed in range(count("random_rounds") // 3):
        round_ = random_round(SEED + seed, mentors=4, beneficiaries=4)
        for collection, row in protective(round_)[:1]:
            gone = without(round_, collection, row)
            rows: dict[str, Any] = {collection: (row,)}
            before = Previous(proposal=empty, **rows)
            held = gone.with_previous(before)
            lift = Decision.model_validate({
                "id": "D1", "actor": "Sam", "at": "2026-10-05T09:00", "kind": "lift", "row": row.key,
            })  # fmt: skip
            assert everything(held) == everything(round_), row
            assert everything(held.with_decisions([lift])) == everything(gone), row
            assert everything(round_.with_decisions([lift])) == everything(round_), row
            closes += everything(gone) != everything(round_)
    assert closes >= 5
