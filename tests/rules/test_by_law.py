"""The law is asked once for each thing that a rule says it looks at, and what it says holds for all alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.reasons import Objection
from matchmaker.rules.block import FULL, Block
from matchmaker.rules.by_law import axes, masks_by_law
from tests.rules.judging import round_of


@dataclass(frozen=True)
class Asked:
    """A law that remembers what it was asked, and closes courts."""

    looks_at: frozenset[Any]
    looks_at_in_a_group: frozenset[Any] = frozenset()
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def mentor_key(self, mentor, context):
        return mentor.id

    def beneficiary_key(self, beneficiary, context):
        return beneficiary.id

    def judge(self, mentor, beneficiary, arrangement, context):
        self.asked.append((mentor.id, arrangement.task, arrangement.venue.code))
        closes = arrangement.task == "court"
        return Objection(code="asked", sentence="Not in court.", strength="policy") if closes else None


def block_of(*companies) -> Block:
    """Return two mentors, each by themselves, and one person's two tasks."""
    context = Context(round_of())
    (person,) = context.round.beneficiaries
    visits = ((person, "coffee_walk"), (person, "court"))
    return Block(tuple((m,) for m in context.round.mentors), visits, companies or ("alone",), context)


@pytest.mark.parametrize(
    ("looks_at", "times"),
    [
        (frozenset({"task"}), 2),  # two tasks
        (frozenset({"task", "mentor"}), 4),  # … each for two mentors
        (frozenset({"task", "company"}), 4),  # … or in two companies
    ],
)
def test_what_the_law_cannot_tell_apart_is_asked_once(looks_at, times):
    law, block = Asked(looks_at), block_of("alone", "joint")
    masks = masks_by_law(law, block)
    assert len(law.asked) == times
    assert masks.open.shape == (2, 2, 2, block.words)
    assert (masks.open[:, 0] == FULL).all()
    assert not masks.open[:, 1].any()


def test_each_venue_is_asked_about_where_the_law_looks_at_it():
    law, block = Asked(frozenset({"task", "venue"})), block_of()
    masks_by_law(law, block)
    context = block.context
    venues = [(task, v.code) for task in ("coffee_walk", "court") for v in context.venues_for(task)]
    assert sorted((task, venue) for _, task, venue in law.asked) == sorted(venues)


def test_what_is_looked_at_in_a_group_counts_in_groups_only():
    law = Asked(frozenset({"task"}), frozenset({"venue"}))
    assert axes(law, block_of("alone")) == {"task"}
    assert axes(law, block_of("alone", "group")) == {"task", "venue"}
