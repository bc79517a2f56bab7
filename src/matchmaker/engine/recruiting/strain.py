"""Where it is tight already: workers without room for one more introduction, and mentors we rely on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.allocation import Change, solve, solve_again
from matchmaker.compile import PIN, Compiled, compiled, read_back
from matchmaker.explain.newcomers import WORKERS_LIMITS, for_people
from matchmaker.explain.short_of import MoreRoom, ReliedOn
from matchmaker.plan import changes_between
from matchmaker.plan.gain import OtherPlan, order_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation import Answer
    from matchmaker.engine.recruiting.clock import Clock
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan, Search


@dataclass(frozen=True)
class Strain:
    """One plan, asked again with a little more room or one mentor less."""

    plan: Plan
    base: Answer
    room: Room

    def rooms(self, clock: Clock) -> Iterator[MoreRoom | None]:
        """Yield what room for one more introduction would bring, worker by worker; None once time is over."""
        names = self.plan.policy.priorities
        for place, (code, worker) in enumerate(self.numbers.labels):
            most = self._taken.get((code, worker), 0)
            left = self.room.left_of(code, worker)
            if code not in WORKERS_LIMITS or left is None or left >= most:
                continue
            if clock.over:
                yield None
                return
            more = Change(at_most={place: int(self.numbers.problem.at_most[place]) + most})
            gain = self._again(more, clock.next).gain(self.base, order_of(self.plan))
            if for_people(names, gain):
                yield MoreRoom(worker, code, most, names, gain)

    def relied_on(self, clock: Clock) -> Iterator[ReliedOn | None]:
        """Yield each mentor without whom fewer people would have a suggestion; None once time is over.

        Those who meet most people are looked at first.
        """
        meets = Counter(mentor for option in self.plan.chosen for mentor in option.pair.mentor_ids)
        for mentor in sorted(meets, key=lambda one: (-meets[one], one)):
            if self._replaceable(mentor):
                continue
            if clock.over:
                yield None
                return
            found = self._without(mentor, clock.next)
            if len(found.chosen) < len(self.plan.chosen):
                changes = changes_between(self.plan.chosen, found.chosen)
                without = tuple(sorted(each.beneficiary for each in changes if each.after is None))
                yield ReliedOn(mentor, without, found.answer.status == "optimal")

    def _replaceable(self, mentor: str) -> bool:
        """Say whether the one person who meets this mentor could meet another one, with nobody else moved."""
        own = [option for option in self.plan.chosen if mentor in option.pair.mentor_ids]
        return len(own) == 1 and any(
            self.room.instead(option, of=own[0])
            for option in self.plan.options
            if option.pair.beneficiary.id == own[0].pair.beneficiary.id
            and mentor not in option.pair.mentor_ids
        )

    def _without(self, mentor: str, search: Search) -> OtherPlan:
        """Solve without a mentor; who is pinned to them would need another decision."""
        pinned = any(mentor in pin.mentors for pin in self.plan.context.decided.pins)
        options = [place for place, o in enumerate(self.plan.options) if mentor in o.pair.mentor_ids]
        if not pinned:
            return self._again(Change(veto=options), search)
        left = [option for option in self.plan.options if mentor not in option.pair.mentor_ids]
        numbers = compiled(left, policy=self.plan.policy, context=self.plan.context)
        least = numbers.problem.at_least.copy()
        held = set(numbers.problem.limit.tolist())
        for place, label in enumerate(numbers.labels):
            if label.code == PIN and place not in held:
                least[place] = 0
        answer = solve(
            replace(numbers.problem, at_least=least),
            seconds=search.seconds, workers=search.workers, cancel=search.cancel,
        )  # fmt: skip
        return OtherPlan(answer, read_back(answer, numbers) if answer.has_plan else ())

    def _again(self, change: Change, search: Search) -> OtherPlan:
        answer = solve_again(
            self.base, change, seconds=search.seconds, workers=search.workers, cancel=search.cancel
        )
        return OtherPlan(answer, read_back(answer, self.numbers) if answer.has_plan else ())

    @cached_property
    def numbers(self) -> Compiled:
        """What the limits of the plan's problem stand for."""
        return compiled(self.plan.options, policy=self.plan.policy, context=self.plan.context)

    @cached_property
    def _taken(self) -> dict[tuple[str, str], int]:
        """The most that one introduction would take of each worker's limits."""
        most: dict[tuple[str, str], int] = {}
        for option in self.plan.options:
            for what, amount in self.room.uses(option.pair).items():
                most[what] = max(amount, most.get(what, 0))
        return most
