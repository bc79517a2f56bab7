"""A limit is asked once about what is the same to it, and never about less than it looks at."""

from __future__ import annotations

from typing import ClassVar, Literal

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.words import Company
from matchmaker.limits.base import Limit, Part, Whose
from matchmaker.limits.taking import Taking
from tests.limits.judging import crowd, like_b1


class Chairs(Limit):
    """Counts how often it is asked."""

    code: Literal["chairs"] = "chairs"
    title: ClassVar[str] = "chairs"
    whose: ClassVar[Whose] = "mentor"
    looks_at: ClassVar[frozenset[Part]] = frozenset({"mentors", "company"})
    asked: ClassVar[list[str]] = []

    def sentence(self) -> str:
        return "There are only so many chairs."

    def uses(self, match, context):
        self.asked.append(match.beneficiary.id)
        return dict.fromkeys(match.mentor_ids, 2 if match.company == "joint" else 1)

    def room(self, context):
        return {}


def test_a_limit_is_asked_once_for_all_people_that_are_the_same_to_it():
    """Two mentors, two companies, three people: twelve matches, and four that differ to the limit."""
    context = Context(crowd(others=like_b1("B2", "B3")))
    companies: tuple[tuple[Company, int], ...] = (("alone", 1), ("joint", 2))
    Chairs.asked.clear()
    taking = Taking([Chairs()], context)
    for company, wanted in companies:
        for mentor in context.mentors.values():
            for person in context.beneficiaries.values():
                ((limit, taken),) = taking.of(Pair((mentor,), person, company, ()))
                assert (limit.code, taken) == ("chairs", {mentor.id: wanted})
    assert Chairs.asked == ["B1"] * 4


def test_by_default_a_limit_looks_at_everything():
    assert Limit.looks_at == {"mentors", "beneficiary", "company", "venues"}
