"""Somebody who would like to hear more, looked at as if they had said yes."""

from matchmaker.domain.stand_in import as_if_yes
from tests.rules.judging import round_of

CURIOUS = {"wants": "would_like_to_hear_more", "asked_on": None}


def person(**cells):
    return round_of(beneficiary=CURIOUS | cells).beneficiaries[0]


def test_who_named_nothing_is_looked_at_for_a_coffee_or_a_walk():
    before = person(wants_to_do=[])
    seen = as_if_yes(before)
    assert (seen.wants, seen.wants_to_do) == ("yes", ("coffee_walk",))
    assert (before.wants, before.wants_to_do) == ("would_like_to_hear_more", ()), "the round is as it was"


def test_what_they_named_stands_and_so_does_all_else():
    before = person(wants_to_do=["court"])
    seen = as_if_yes(before)
    assert seen.wants_to_do == ("court",)
    assert seen.model_copy(update={"wants": before.wants}) == before
