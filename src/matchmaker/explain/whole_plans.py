"""Whole plans to choose from: the recommended one, two that follow another idea, and some nearly as good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from matchmaker.domain.words import counted, listed
from matchmaker.explain.contrast import Contrast, contrast
from matchmaker.explain.explanation import Explanation
from matchmaker.plan.forced import worth_of
from matchmaker.plan.whole import affected, as_before
from matchmaker.policy.priorities import WHOM

if TYPE_CHECKING:
    from matchmaker.domain.words import Company
    from matchmaker.plan import Plan
    from matchmaker.policy.priorities import PriorityName

Idea: TypeAlias = Literal["recommended", "fewest changes", "longest waiters", "nearly as good"]

TITLES: Final[Mapping[Idea, str]] = {
    "recommended": "The plan we recommend",
    "fewest changes": "With the fewest changes since the last proposal",
    "longest waiters": "Strictly in the order in which people asked",
    "nearly as good": "Nearly as good, and different for as many people as we could find",
}
_SHORT: Final[Mapping[Idea, str]] = {
    "recommended": "we recommend",
    "fewest changes": "with the fewest changes",
    "longest waiters": "in the order in which people asked",
    "nearly as good": "that is nearly as good",
}
"""How a plan is told of in a sentence about another one."""
_NO_PLAN: Final = "There is no plan, so there is none to set beside it."
_NO_TIME: Final = "There was not enough time to find the plan again, so none is set beside it."
_EACH_KEEPS: Final = (
    "Each of these plans keeps every rule and every limit. Which one to go by is yours to decide."
)
_NO_LAST: Final = "there was no proposal before this one, so it is the plan we recommend."
_IS_THE_SAME: Final = "it is the plan we recommend."
_HOW_ONLY: Final = "Everybody would meet the same mentor, some of them in another way."
_NOT_SURE: Final = "There may be a better plan of this kind, but none was found in time."
_NOT_FOUND: Final = "none was found in time."


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whom somebody would meet, and how."""

    beneficiary: str
    mentors: tuple[str, ...]
    company: Company


@dataclass(frozen=True, slots=True)
class WholePlan:
    """One plan: whom it suggests, what it comes to by the programme's own order, and what it would mean."""

    idea: Idea
    meets: tuple[Meeting, ...]
    priorities: tuple[PriorityName, ...]
    totals: tuple[int, ...]
    sure: bool
    """Whether it is proved that no plan follows this idea better; of those nearly as good nobody says so."""
    affected: int
    """How many people would meet other mentors than in the recommended plan, or nobody."""
    as_last_time: int | None
    """How many would meet the mentors of the last proposal; None where there was none."""
    contrast: Contrast

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what it is and what it comes to, what it would mean, and what makes way for what."""
        return tuple(self._sentences(self._title()))

    def beside(self, earlier: Sequence[WholePlan], alike: int) -> tuple[str, ...]:
        """Say the same below the plans before it: under a heading of its own, and no plan twice.

        Args:
            earlier: the plans that were said already.
            alike: how many there are of its idea; of several, each says which of them it is.
        """
        before = [each for each in earlier if each.idea == self.idea]
        title = self._title() + (f", plan {len(before) + 1} of {alike}" if alike > 1 else "")
        same = next((each for each in earlier if each.meets == self.meets), None)
        if same is None or same.idea == "recommended":
            return tuple(self._sentences(title))
        unsure = () if self.sure or self.idea == "nearly as good" else (_NOT_SURE,)
        return (f"{title}: it is the same as the plan {_SHORT[same.idea]}.", *unsure)

    def _sentences(self, title: str) -> Iterator[str]:
        if self.idea != "recommended" and not self.contrast.chains:
            nothing_before = self.idea == "fewest changes" and self.as_last_time is None
            yield f"{title}: {_NO_LAST if nothing_before else _IS_THE_SAME}"
        else:
            yield f"{title}: {self._offered()}"
        if self.idea == "fewest changes" and self.as_last_time is not None:
            people = counted(self.as_last_time, "person", many="people")
            yield f"{people} would meet the same mentor as in the last proposal."
        if not self.sure and self.idea != "nearly as good":
            yield _NOT_SURE
        if self.contrast.chains:
            people = counted(self.affected, "person", many="people")
            yield f"It differs for {people}. {self.contrast.means}" if self.affected else _HOW_ONLY
        for chain in self.contrast.told:
            yield from chain

    def _title(self) -> str:
        urgent = self.idea == "longest waiters" and self.priorities[0] == "urgent"
        return TITLES[self.idea] + (f", after {WHOM['urgent'].those}" if urgent else "")

    def _offered(self) -> str:
        """Say how many people would be offered an introduction."""
        totals = dict(zip(self.priorities, self.totals, strict=True))
        parts = [
            f"{totals[name]} {whom.is_one if totals[name] == 1 else whom.are}"
            for name, whom in WHOM.items()
            if totals.get(name) and name != "offered"
        ]
        people = counted(len(self.meets), "person", many="people")
        return f"{people} would be offered one{'; of those, ' if parts else ''}{listed(parts)}."


@dataclass(frozen=True, slots=True)
class WholePlans(Explanation):
    """The recommended plan with others beside it."""

    plans: tuple[WholePlan, ...]
    missing: tuple[Idea, ...]
    """Ideas for which no plan was found in time."""
    loss_percent: int
    """How much of the fit a plan that is nearly as good may lose."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say all of them, one after the other."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """Say the same, plan by plan."""
        if not self.plans:
            return ((_NO_TIME if "recommended" in self.missing else _NO_PLAN,),)
        missing = ((f"{TITLES[idea]}: {_NOT_FOUND}",) for idea in self.missing)
        ideas = Counter(plan.idea for plan in self.plans)
        said = (plan.beside(self.plans[:place], ideas[plan.idea]) for place, plan in enumerate(self.plans))
        return ((_EACH_KEEPS,), *said, *missing)


def whole_plan(idea: Idea, plan: Plan, *, beside: Plan, sure: bool) -> WholePlan:
    """Return a plan beside the recommended one.

    Raises:
        VerificationFailed: the parts of what is different do not add up to the whole.
    """
    before = plan.context.suggested_before
    pairs = sorted((option.pair for option in plan.chosen), key=lambda pair: pair.beneficiary.id)
    return WholePlan(
        idea,
        tuple(Meeting(pair.beneficiary.id, pair.mentor_ids, pair.company) for pair in pairs),
        plan.policy.priorities,
        plan.order.told(worth_of(plan.chosen, plan.order)),
        sure,
        affected(plan, beside),
        sum(as_before(option, plan) for option in plan.chosen) if before else None,
        contrast(beside, plan),
    )
