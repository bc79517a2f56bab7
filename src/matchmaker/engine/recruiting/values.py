"""What each new mentor would be worth, and which few of them would be best together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.allocation import is_flow
from matchmaker.explain.newcomers import BestNext, MentorValue, Next
from matchmaker.plan.newcomers import Newcomers
from matchmaker.plan.scanned import one_place, scanned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matchmaker.allocation import Answer
    from matchmaker.compile import Option
    from matchmaker.engine.recruiting.candidates import Candidate
    from matchmaker.engine.recruiting.trained import Trained
    from matchmaker.plan import Plan, Search
    from matchmaker.plan.clock import Clock
    from matchmaker.plan.gain import OtherPlan


@dataclass(frozen=True)
class Values:
    """A few candidates, each as often as they could be wanted, and the plans in which they join."""

    plan: Plan
    base: Answer
    candidates: Sequence[Candidate]
    trained: Trained
    copies: int

    def plan_with(
        self, places: Sequence[int], search: Search, *, room: Mapping[tuple[str, str], int] | None = None
    ) -> OtherPlan:
        """Return the best plan when the candidates at these places join; one may join more than once."""
        count: Counter[int] = Counter()
        names = []
        for place in places:
            names.append(self._name(place, count[place]))
            count[place] += 1
        return self._pool.joining(names, search=search, room=room)

    def alone(self, clock: Clock) -> Iterator[OtherPlan]:
        """Yield the plan with each of them alone, as long as there is time; a flow tells of all at once."""
        names = [self._name(place, 0) for place in range(len(self.candidates))]
        known = {} if clock.over else scanned(self._pool, self.base, ids=names)
        for place, name in enumerate(names):
            if clock.over:
                return
            yield known.get(name) or self.plan_with([place], clock.next)

    def value(self, place: int, found: OtherPlan) -> MentorValue:
        """Say what such a plan means."""
        candidate, gain = self.candidates[place], found.gain(self.base, self.plan.order)
        names = self.plan.policy.priorities
        return MentorValue(candidate.profile, candidate.could_meet, candidate.first_way, names, gain)

    def best(self, alone: Sequence[OtherPlan], clock: Clock) -> BestNext:
        """Return the best next few: each time whoever brings most beside those chosen already.

        Nobody brings more later than before where all is a flow, for what mentors with one place each bring
        together has gross substitutes (Paes Leme, "Gross substitutability: an algorithmic survey", 2017).
        So whoever brought less than the best brings now is not asked again, and the few are the best
        together. Elsewhere both are good guesses, and are not called more.
        """
        order = self.plan.order
        fresh, asked = dict(enumerate(alone)), [*alone]
        brings = {place: _more(found, self.base.totals) for place, found in fresh.items()}
        chosen: list[int] = []
        steps: list[Next] = []
        now = self.base.totals
        while len(steps) < self.copies and brings:
            place = max(brings, key=lambda each: (brings[each], -each))
            if not any(brings[place]):
                break
            if place not in fresh:
                if clock.over:
                    return BestNext(self.plan.policy.priorities, tuple(steps), False, False)
                fresh[place] = self.plan_with([*chosen, place], clock.next)
                asked.append(fresh[place])
                brings[place] = _more(fresh[place], now)
                continue
            chosen.append(place)
            now = max(now, fresh[place].answer.totals)
            gain = fresh[place].gain(self.base, order)
            steps.append(Next(self.candidates[place].profile, gain))
            fresh = {}
        sure = all(each.answer.status == "optimal" for each in asked) and self.base.status == "optimal"
        proved = sure and len(alone) == len(self.candidates) and self._all_flows(clock)
        return BestNext(self.plan.policy.priorities, tuple(steps), proved, True)

    def _all_flows(self, clock: Clock) -> bool:
        """Say whether the whole problem with everybody in it is a flow."""
        everybody = [place for place in range(len(self.candidates)) for _ in range(self.copies)]
        alone = is_flow(self.base) and one_place(self._pool) and not clock.over
        return alone and is_flow(self.plan_with(everybody, clock.next).answer)

    def _name(self, place: int, copy: int) -> str:
        return self._pool.newcomers[place * self.copies + copy].mentor.id

    @cached_property
    def _pool(self) -> Newcomers:
        each = [
            self.trained.mentor(candidate.profile, f"{place}-{copy}")
            for place, candidate in enumerate(self.candidates)
            for copy in range(self.copies)
        ]
        return Newcomers(self.plan, tuple(each))

    def options_of(self, place: int) -> Sequence[Option]:
        """Return every way to meet a candidate that the rules leave open."""
        return self._pool.options[self._name(place, 0)]


def _more(found: OtherPlan, now: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(max(found.answer.totals, now), now, strict=True))
