"""Where it is tight already: workers without room for one more introduction, and mentors we rely on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.allocation import Change
from matchmaker.compile import PIN, Compiled, compiled, read_back
from matchmaker.explain.newcomers import WORKERS_LIMITS, for_people, is_settled
from matchmaker.explain.short_of import MoreRoom, ReliedOn
from matchmaker.plan import changes_between
from matchmaker.plan.gain import OtherPlan
from matchmaker.plan.solving import solved, solved_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.allocation import Answer
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan, Search
    from matchmaker.plan.clock import Clock


@dataclass(frozen=True)
class Strain:
    """One plan, asked again with a little more room or one mentor less."""

    plan: Plan
    base: Answer
    room: Room

    def rooms(self, clock: Clock) -> Iterator[MoreRoom | None]:
        """Yield what room for one more introduction would bring, worker by worker; None for want of time."""
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
            gain = self._again(more, clock.next).gain(self.base, self.plan.order)
            if for_people(names, gain):
                yield MoreRoom(worker, code, most, names, gain)
            elif not is_settled(names, gain):
                yield None

    def relied_on(self, clock: Clock) -> Iterator[ReliedOn | None]:
        """Yield each mentor without whom fewer people would have a suggestion; None for want of time.

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
            fewer, exact = self._fewer(found)
            if fewer > 0:
                yield ReliedOn(mentor, fewer, exact, self._left_out(found))
            elif not exact:
                yield None

    def _fewer(self, found: OtherPlan) -> tuple[int, bool]:
        """Return for how many fewer people there is a plan, or at least so many, and which of the two.

        A plan that was found in haste may be a poor one: what it lacks shows nothing. What no plan
        reaches, does.
        """
        answer, names = found.answer, self.plan.policy.priorities
        fewer = len(self.plan.chosen) - len(found.chosen)
        if answer.status == "optimal":
            return max(0, fewer), True
        if "offered" not in names:
            return 0, False
        order = self.plan.order
        most = order.told(answer.bounds)[names.index("offered")]
        least = max(0, len(self.plan.chosen) - most)
        return least, answer.has_plan and least == fewer

    def _left_out(self, found: OtherPlan) -> tuple[str, ...]:
        """Return who has a suggestion and would have none in the best plan there is then."""
        if found.answer.status != "optimal":
            return ()
        changes = changes_between(self.plan.chosen, found.chosen)
        return tuple(sorted(each.beneficiary for each in changes if each.after is None))

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
        answer = solved(replace(numbers.problem, at_least=least), search)
        return OtherPlan(answer, read_back(answer, numbers) if answer.has_plan else ())

    def _again(self, change: Change, search: Search) -> OtherPlan:
        answer = solved_again(self.base, change, search=search)
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
