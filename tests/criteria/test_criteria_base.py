"""A criterion gives 0 to 100 whole points with a reason, or the run stops by its name."""

from typing import ClassVar, Literal

import pytest
from pydantic import ValidationError

from matchmaker.criteria.base import Criterion, Points, Weight
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.errors import RuleError
from tests.rules.judging import round_of

CONTEXT = Context(round_of())
PAIR = Pair((CONTEXT.mentors["M1"],), CONTEXT.beneficiaries["B1"], "alone", ())


class Fixed(Criterion):
    """Gives what the test says."""

    code: Literal["fixed"] = "fixed"
    title: ClassVar[str] = "what the test says"
    weight: Weight = 10
    given: ClassVar[object] = None

    def sentence(self) -> str:
        return "What the test says."

    def score(self, pair, context):
        if isinstance(self.given, Exception):
            raise self.given
        return self.given


def judged(given) -> Points:
    kind = type("Given", (Fixed,), {"given": given, "__module__": __name__})
    return kind().judge(PAIR, CONTEXT)


@pytest.mark.parametrize("points", [0, 1, 100])
def test_whole_points_from_0_to_100_are_handed_on(points):
    assert judged(Points(points, "because")) == (points, "because")


@pytest.mark.parametrize(
    "given",
    [Points(-1, "x"), Points(101, "x"), Points(1.0, "x"), Points(True, "x"), (1, "x"), 1, None],  # type: ignore[arg-type]
)
def test_anything_else_stops_the_run_by_name(given):
    with pytest.raises(RuleError, match="the criterion fixed gave something other"):
        judged(given)


def test_a_criterion_that_fails_is_named_and_what_it_saw_is_not():
    with pytest.raises(RuleError, match=r"fixed could not judge a pair \(KeyError\)") as error:
        judged(KeyError("told in confidence"))
    assert "confidence" not in str(error.value)


@pytest.mark.parametrize("weight", [-1, 101, 1.5, "10", True])
def test_a_weight_is_whole_and_from_0_to_100(weight):
    with pytest.raises(ValidationError):
        Fixed(weight=weight)
