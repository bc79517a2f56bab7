"""Sound proposals to break, and the tools to break one thing in them and nothing else.

A case is a round and a proposal whose hashes agree, so that being stale is never what is found.
Alternatives and described introductions are left out, so that one broken pair is told once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from itertools import islice, pairwise
from typing import Any

from matchmaker.domain.hashing import fingerprint
from matchmaker.domain.proposal import Priority, Proposal, ProposedMatch
from matchmaker.domain.round import Round
from matchmaker.domain.windows import DAYS
from matchmaker.engine import propose
from matchmaker.policy import Policy
from matchmaker.verify.check import verify
from tests.counts import DEEP, SEED
from tests.rounds import random_round

POLICY = Policy.standard()
SEEDS = 160 if DEEP else 100
Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A round and a proposal, and where they come from, to be seen in a failure."""

    name: str
    round: Round
    proposal: Proposal

    @cached_property
    def data(self) -> Row:
        """The round as fresh plain data; blank cells are not there."""
        return json.loads(self.round.to_json())

    def codes(self) -> set[str]:
        """What verify finds."""
        return {breach.code for breach in verify(self.round, POLICY, self.proposal)}

    def rows(self, collection: str) -> list[Row]:
        return self.data.get(collection, [])

    def row(self, collection: str, name: str) -> Row:
        """The row of this id, without what is blank."""
        return next(row for row in self.rows(collection) if row["id"] == name)

    def edit(self, collection: str, name: str, **cells: Any) -> Case:
        """Return the case with some cells of one row filled in otherwise; None makes them blank."""
        changed = {key: value for key, value in cells.items() if value is not None}
        rows = [
            {k: v for k, v in row.items() if k not in cells} | changed if row["id"] == name else row
            for row in self.rows(collection)
        ]
        return self.with_rows(collection, rows)

    def add(self, collection: str, **cells: Any) -> Case:
        """Return the case with one more row."""
        return self.with_rows(collection, [*self.rows(collection), cells])

    def drop(self, collection: str, gone: Callable[[Row], bool]) -> Case:
        """Return the case without the rows of which this is true."""
        return self.with_rows(collection, [row for row in self.rows(collection) if not gone(row)])

    def with_rows(self, collection: str, rows: list[Row]) -> Case:
        return self.with_round(Round.from_dict(self.data | {collection: rows}))

    def with_round(self, round_: Round) -> Case:
        return replace(self, round=round_, proposal=stamped(self.proposal, round_))

    def with_proposal(self, **parts: Any) -> Case:
        """Return the case with some parts of the proposal put otherwise."""
        return replace(self, proposal=self.proposal.model_copy(update=parts))

    def with_match(self, match: ProposedMatch, **parts: Any) -> Case:
        """Return the case with some parts of one match put otherwise."""
        changed = match.model_copy(update=parts)
        matches = tuple(changed if m is match else m for m in self.proposal.matches)
        return self.with_proposal(matches=matches)

    def adding(self, **more: int) -> Case:
        """Return the case with stated totals and bounds that are higher by so much."""
        found = [
            priority.model_copy(update={
                "total": priority.total + more.get(priority.name, 0),
                "bound": priority.bound + more.get(priority.name, 0),
            })
            for priority in self.proposal.priorities
        ]  # fmt: skip
        return self.with_proposal(priorities=tuple(found))

    def with_priority(self, name: str, **parts: Any) -> Case:
        found: list[Priority] = [
            priority.model_copy(update=parts) if priority.name == name else priority
            for priority in self.proposal.priorities
        ]
        return self.with_proposal(priorities=tuple(found))


Mutator = Callable[[Case, ProposedMatch], Iterator[Case]]


def stamped(proposal: Proposal, round_: Round) -> Proposal:
    """Return the proposal as if it had been made from this round and the standard policy."""
    previous = fingerprint(round_.previous.proposal) if round_.previous else None
    hashes = {"round_hash": round_.fingerprint, "policy_hash": POLICY.fingerprint}
    return proposal.model_copy(update={**hashes, "previous_hash": previous, "as_of": round_.as_of})


def sound(name: str, round_: Round) -> Case:
    """Return a round with its proposal, stripped to what is to be broken; verify finds nothing in it."""
    full = propose(round_, POLICY)
    matches = tuple(match.model_copy(update={"alternatives": ()}) for match in full.matches)
    told = tuple(entry.model_copy(update={"introductions": ()}) for entry in full.hear_more)
    case = Case(name, round_, full.model_copy(update={"matches": matches, "hear_more": told}))
    assert case.codes() == set(), name
    return case


@cache
def example() -> Case:
    """The shipped example."""
    text = resources.files("matchmaker").joinpath("examples/locality.json").read_text(encoding="utf-8")
    return sound("example", Round.from_json(text))


@cache
def drawn(seed: int) -> Case:
    """A random round; in every fourth nobody may go alone, so that teams go; in every eighth many join groups."""
    past, choices = seed % 2 == 0, seed % 3 == 0
    round_ = random_round(SEED + seed, mentors=6, beneficiaries=6, previous=past, choices=choices)
    made = {3: _in_pairs, 5: _in_groups, 7: _in_pairs}.get(seed % 8)
    return sound(f"round {SEED + seed}", made(round_) if made else round_)


def _in_groups(round_: Round) -> Round:
    """Every mentor hosts a group at the library on a day of their own, and everybody would like one."""
    data = json.loads(round_.to_json())
    data["places"] = [*data.get("places", ()), {"id": "PG", "label": "Library", "kind": "library"}]
    data["groups"] = [
        {"id": f"GG{n}", "label": "Art", "host": mentor["id"], "place": "PG",
         "slot": f"{DAYS[n]} 10:00-12:00", "places": 2}
        for n, mentor in enumerate(data["mentors"])
    ]  # fmt: skip
    for match in data.get("matches", ()):
        match.pop("group", None)
    for mentor in data["mentors"]:
        mentor["offers"] = ["befriending", "mentoring", "group"]
    for person in data["beneficiaries"]:
        person["together"] = "group"
    for worker in data["navigators"]:
        worker["first_visits_free"] = 12
    return Round.from_dict(data)


def _in_pairs(round_: Round) -> Round:
    data = json.loads(round_.to_json())
    for mentor in data["mentors"]:
        mentor |= {"check_in_plan": False, "usual_step": "alone", "hours_per_week": 6, "people_at_once": 3}
    data["groups"] = []
    for match in data.get("matches", ()):
        match.pop("group", None)
    for person in data["beneficiaries"]:
        person["together"] = "paired"
    for worker in data["navigators"]:
        worker["first_visits_free"] = 12
    ids = [mentor["id"] for mentor in data["mentors"]]
    pairs = pairwise(ids)
    data["teams"] = [{"id": f"T{n}", "one": a, "other": b} for n, (a, b) in enumerate(pairs)]
    return Round.from_dict(data)


def bases() -> Iterator[tuple[Case, ProposedMatch]]:
    """Yield sound cases, match by match; the example gives its first twelve matches last."""
    for seed in range(SEEDS):
        for match in drawn(seed).proposal.matches:
            yield drawn(seed), match
    for match in example().proposal.matches[:12]:
        yield example(), match


def mutants(mutator: Mutator, most: int) -> list[Case]:
    """Return so many cases that this mutator breaks, or all there are."""
    return list(islice((case for base in bases() for case in mutator(*base)), most))
