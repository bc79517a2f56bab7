"""A plan asked again: what choosing one option anyway would mean for everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.allocation import forced
from matchmaker.plan.solving import heard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from matchmaker.compile import Option
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search
    from matchmaker.policy.order import Order


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody whose suggestion is another one in another plan: what it was and what it would be."""

    beneficiary: str
    before: Option | None
    after: Option | None


@dataclass(frozen=True, slots=True)
class ForcedPlan:
    """The best plan that takes an option, beside the plan there is."""

    option: Option
    impossible: bool
    """Whether no plan takes it. Without that and without changes, nobody could tell in time."""
    found: bool
    regret: tuple[int, ...]
    """By priority, what the plan found is worth less; below 0 where it is worth more."""
    at_least: tuple[int, ...]
    """By priority, what any such plan is worth less, as far as it is proved."""
    changes: tuple[Change, ...]
    """Whoever is affected: first the person it is about, then one after the other as it goes on."""
    canonical: bool = True
    """Whether the same changes come out again, ties and all."""

    @property
    def exact(self) -> bool:
        """Whether no plan with the option is better than the one found, and that is proved."""
        return self.found and self.regret == self.at_least


def forced_plan(plan: Plan, place: int, *, search: Search) -> ForcedPlan:
    """Return the best plan that takes the option at a place of `plan.options`, beside the plan there is.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    option = plan.options[place]
    if plan.answer is None or not plan.answer.has_plan:
        return ForcedPlan(option, False, False, (), (), ())
    answer = forced(plan.answer, place, seconds=search.seconds, workers=search.workers, cancel=search.cancel)
    found = heard(answer, search)
    if found.chosen is None:
        return ForcedPlan(option, found.impossible, False, (), (), ())
    order = plan.order
    chosen = [plan.options[each] for each in found.chosen.tolist() if each >= 0]
    base, with_it = worth_of(plan.chosen, order), worth_of(chosen, order)
    gap = [total - was for total, was in zip(base, plan.answer.totals, strict=True)]
    least = [loss + more for loss, more in zip(found.at_least, gap, strict=False)]
    return ForcedPlan(
        option,
        False,
        True,
        order.told([total - other for total, other in zip(base, with_it, strict=True)]),
        order.told([*least, *[0] * (order.levels - len(least))])[: order.whole(len(least))],
        changes_between(plan.chosen, chosen, first=option.pair.beneficiary.id),
        found.canonical,
    )


def worth_of(options: Iterable[Option], order: Order) -> tuple[int, ...]:
    """Return what a plan is worth at every level."""
    totals = [0] * order.levels
    for option in options:
        totals = [total + value for total, value in zip(totals, option.worth, strict=True)]
    return tuple(totals)


def changes_between(
    before: Iterable[Option], after: Iterable[Option], *, first: str | None = None
) -> tuple[Change, ...]:
    """Return whose suggestion differs, in the order in which one makes the next necessary.

    Each is followed by whoever had what they take up now; what is left begins anew with the first id.
    """
    old, new = _by_person(before), _by_person(after)
    left = {
        person: Change(person, old.get(person), new.get(person))
        for person in sorted({*old, *new})
        if _name(old.get(person)) != _name(new.get(person))
    }
    chain: list[Change] = []
    while left:
        taken = _mentors(chain[-1].after) if chain else frozenset[str]()
        follows = next((who for who, each in left.items() if taken & _mentors(each.before)), None)
        start = first if not chain and first in left else next(iter(left))
        chain.append(left.pop(follows if follows is not None else start))
    return tuple(chain)


def _by_person(options: Iterable[Option]) -> Mapping[str, Option]:
    return {option.pair.beneficiary.id: option for option in options}


def _name(option: Option | None) -> object:
    return option and option.name


def _mentors(option: Option | None) -> frozenset[str]:
    return frozenset(option.pair.mentor_ids) if option else frozenset()
