"""Fit: what looks only at who would meet is judged once for all their ways, and never for anybody else."""

from typing import ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Weight
from matchmaker.domain.arrangement import Pair
from matchmaker.policy import Policy
from matchmaker.policy.fit import Fit
from tests.criteria.scoring import pair_of

ASKED: list[tuple[str, str]] = []


class Counting(Criterion):
    """Remembers about whom it was asked."""

    code: Literal["counting"] = "counting"
    title: ClassVar[str] = "how often"
    looks_at: ClassVar = frozenset()
    weight: Weight = 1

    def sentence(self) -> str:
        return "How often."

    def score(self, pair, context):
        ASKED.append((pair.mentor_ids[0], pair.company))
        return Points(len(pair.mentor_ids[0]), "because")


class Anew(Counting):
    """The same, and it says that it looks at the company."""

    looks_at: ClassVar = frozenset({"company"})


def judged(kind: type[Counting]) -> list[tuple[str, str]]:
    pair, context = pair_of()
    policy = Policy.standard().model_copy(update={"criteria": (kind(),)})
    other = (context.mentors["M2"],)
    ASKED.clear()
    fit = Fit(policy, context)
    for mentors in (pair.mentors, other):
        for company in ("alone", "joint"):
            assert fit.of(Pair(mentors, pair.beneficiary, company, pair.venues)) == 2
    return list(ASKED)


def test_it_is_judged_once_for_the_same_people():
    assert judged(Counting) == [("M1", "alone"), ("M2", "alone")]


def test_what_looks_at_the_company_is_judged_for_each():
    assert judged(Anew) == [("M1", "alone"), ("M1", "joint"), ("M2", "alone"), ("M2", "joint")]


def test_it_is_points_times_weight_of_all_six():
    """Both like dogs: 25 × 40. Alone 20, a way of 20 minutes 15, four hours 30: 65 × 20.

    M1 has room and nobody: 25 × 15.
    """
    pair, context = pair_of({"likes": ["dogs"]}, {"likes": ["dogs"]})
    assert Fit(Policy.standard(), context).of(pair) == 1_000 + 1_300 + 375
