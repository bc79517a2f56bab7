"""What every limit does with the matches under way, and when it fails; by hand."""

from typing import ClassVar, Literal

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.errors import RuleError
from matchmaker.limits.base import Limit, as_pair, weekly_minutes
from tests.rules.judging import match, round_of


class Cups(Limit):
    """A mentor has so many cups, and each match takes two."""

    code: Literal["cups"] = "cups"
    title: ClassVar[str] = "cups"
    has: int = 5
    taking: ClassVar[object] = 2

    def sentence(self) -> str:
        return "There are only so many cups."

    def uses(self, match, context):
        if isinstance(self.taking, Exception):
            raise self.taking
        return {match.mentors[0].id: self.taking}

    def room(self, context):
        return {"M1": self.has, "M2": self.has}


def context(*matches) -> Context:
    return Context(round_of(rows={"matches": list(matches)}))


@pytest.mark.parametrize(("has", "left"), [(5, 3), (2, 0), (1, 0)])
def test_matches_under_way_take_their_share_and_never_leave_less_than_nothing(has, left):
    """5 − 2 = 3; 2 − 2 = 0; 1 − 2 would be below nothing."""
    assert Cups(has=has).left(context(match("active"))) == {"M1": left, "M2": has}


@pytest.mark.parametrize("state", ["ended", "declined", "requested", "parking_bay"])
def test_a_match_that_is_not_under_way_takes_nothing(state):
    assert Cups().left(context(match(state))) == {"M1": 5, "M2": 5}


def test_a_limit_of_new_matches_only_does_not_look_at_those_under_way():
    class OnlyNew(Cups):
        counts_under_way: ClassVar[bool] = False

    assert OnlyNew().left(context(match("active"))) == {"M1": 5, "M2": 5}


@pytest.mark.parametrize("taking", [-1, 0.5, True, "2", KeyError("told in confidence")])
def test_a_limit_that_fails_stops_the_run_by_name(taking):
    kind = type("Failing", (Cups,), {"taking": taking, "__module__": __name__})
    with pytest.raises(RuleError, match="the limit cups") as error:
        kind().left(context(match("active")))
    assert "confidence" not in str(error.value)


@pytest.mark.parametrize(
    ("cells", "company", "mentors"),
    [
        ({}, "joint", ("M1",)),
        ({"company": "alone"}, "alone", ("M1",)),
        ({"second_mentor": "M2"}, "paired", ("M1", "M2")),
        ({"second_mentor": "M2", "company": "joint"}, "joint", ("M1", "M2")),
    ],
)
def test_a_match_under_way_as_a_pair(cells, company, mentors):
    found = context(match("active", **cells))
    pair = as_pair(found.round.matches[0], found)
    assert (pair.company, pair.mentor_ids, pair.beneficiary.id) == (company, mentors, "B1")


@pytest.mark.parametrize(
    ("venues", "minutes"), [(("park",), 65), (("park", "remote"), 65), (("remote",), 45)]
)
def test_the_longest_way_of_a_match_counts(venues, minutes):
    """(60 + 2 × 20 + 30) × 2 / 4 = 65 near the person, and (60 + 0 + 30) × 2 / 4 = 45 by telephone."""
    found = context()
    where = tuple(("forms_post", found.venue[code]) for code in venues)
    pair = Pair((found.mentors["M1"],), found.beneficiaries["B1"], "alone", where)
    assert weekly_minutes(pair, found) == minutes
