"""Compile, solve, read back: a plan in memory that can be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.allocation import Answer
from matchmaker.compile import compiled, judged, read_back, sifted
from matchmaker.errors import SolverError
from matchmaker.plan.pins import pins_in_the_way, too_many
from matchmaker.plan.proof import priorities_of, proved
from matchmaker.plan.solving import planned
from matchmaker.policy.order import Order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.compile import Judged, Option, Sifted
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Priority, Status
    from matchmaker.domain.round import Round
    from matchmaker.plan.proof import Proved
    from matchmaker.plan.search import Search
    from matchmaker.policy import Policy


@dataclass(frozen=True)
class Plan:
    """The best plan, everything it was chosen from, and why there is none if there is none."""

    policy: Policy
    context: Context
    judged: tuple[Judged, ...]
    options: tuple[Option, ...]
    chosen: tuple[Option, ...]
    answer: Answer | None
    in_the_way: tuple[str, ...] = ()
    below_floor: tuple[Option, ...] = ()
    proved: Proved | None = None
    """What was proved with prices that anybody may add up again, as far as that goes."""

    @cached_property
    def order(self) -> Order:
        """The order of priorities over its round."""
        return Order(self.policy, self.context)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each person's options stand in `options`, the best fit first."""
        found: dict[str, list[int]] = {}
        for place, option in enumerate(self.options):
            found.setdefault(option.pair.beneficiary.id, []).append(place)
        return {person: tuple(places) for person, places in found.items()}

    @cached_property
    def _matches(self) -> Mapping[str, Option]:
        return {option.pair.beneficiary.id: option for option in self.chosen}

    @cached_property
    def served(self) -> frozenset[str]:
        """Everybody who has a suggestion."""
        return frozenset(self._matches)

    def match_of(self, person: str) -> Option | None:
        """Return what is suggested for a person, if anything is."""
        return self._matches.get(person)

    @property
    def status(self) -> Status:
        """How sure we are; pins that cannot be kept make it `impossible`.

        A proposal that was cut short may suggest less than the answer behind it: then it is not the best.
        """
        if self.answer is None:
            return "impossible"
        worth = tuple(map(sum, zip(*(option.worth for option in self.chosen), strict=True)))
        best = worth == self.answer.totals or not (self.chosen or any(self.answer.totals))
        return self.answer.status if best or self.answer.status != "optimal" else "feasible"

    @property
    def stopped(self) -> str:
        """Whether somebody asked to stop looking, or the time ran out."""
        return self.answer.stopped if self.answer else ""

    @property
    def priorities(self) -> tuple[Priority, ...]:
        """What was reached at each priority, what no plan could, and who says so."""
        certified = self.proved.levels if self.proved else 0
        return priorities_of(self.policy, self.context, answer=self.answer, certified=certified)


def make_plan(round_: Round, policy: Policy, *, search: Search) -> Plan:
    """Return the best plan under the policy's order of priorities."""
    context = policy.context(round_)
    blocks = judged(context.requests, policy=policy, context=context)
    found = sifted(blocks, policy=policy, context=context)
    return plan_of(found, policy=policy, context=context, search=search, blocks=blocks)


def plan_of(
    sifted_: Sifted, *, policy: Policy, context: Context, search: Search, blocks: tuple[Judged, ...] = ()
) -> Plan:
    """Return the best plan that these options allow."""
    options, below = sifted_
    if in_the_way := tuple(pins_in_the_way(options, policy=policy, context=context)):
        return Plan(policy, context, blocks, options, (), None, in_the_way, below)
    numbers = compiled(options, policy=policy, context=context)
    answer = planned(numbers.problem, search)
    if not isinstance(answer, Answer):
        raise SolverError("the solver gave no answer; no plan is made of it.")
    chosen = read_back(answer, numbers) if answer.has_plan else ()
    in_the_way = (too_many(context),) if answer.status == "impossible" else ()
    sure = proved(numbers, answer, policy=policy, context=context)
    return Plan(policy, context, blocks, options, chosen, answer, in_the_way, below, sure)
