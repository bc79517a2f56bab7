"""A plan asked again with a little more of one limit, or without one mentor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.allocation import Change
from matchmaker.compile import PIN, Compiled, compiled
from matchmaker.plan.gain import OtherPlan
from matchmaker.plan.solving import solved, solved_again

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.allocation import Answer
    from matchmaker.compile import Label
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


@dataclass(frozen=True)
class WhatIf:
    """One plan with its answer, and what the limits of its problem stand for."""

    plan: Plan
    base: Answer

    @property
    def limits(self) -> Sequence[Label]:
        """The limits that are in the way of something, by their places in the problem."""
        return self._numbers.labels

    def with_more(self, limit: int, amount: int, *, search: Search) -> OtherPlan:
        """Return the best plan when there is so much more of the limit at a place of `limits`."""
        at_most = int(self._numbers.problem.at_most[limit]) + amount
        return self._again(Change(at_most={limit: at_most}), search)

    def without(self, mentor: str, *, search: Search) -> OtherPlan:
        """Return the best plan without a mentor; who is pinned to them would need another decision."""
        pinned = any(mentor in pin.mentors for pin in self.plan.context.decided.pins)
        if not pinned:
            options = [place for place, o in enumerate(self.plan.options) if mentor in o.pair.mentor_ids]
            return self._again(Change(veto=options), search)
        left = [option for option in self.plan.options if mentor not in option.pair.mentor_ids]
        numbers = compiled(left, policy=self.plan.policy, context=self.plan.context)
        least = numbers.problem.at_least.copy()
        held = set(numbers.problem.limit.tolist())
        for place, label in enumerate(numbers.labels):
            if label.code == PIN and place not in held:
                least[place] = 0
        return OtherPlan.of(solved(replace(numbers.problem, at_least=least), search), numbers)

    def _again(self, change: Change, search: Search) -> OtherPlan:
        return OtherPlan.of(solved_again(self.base, change, search=search), self._numbers)

    @cached_property
    def _numbers(self) -> Compiled:
        return compiled(self.plan.options, policy=self.plan.policy, context=self.plan.context)
