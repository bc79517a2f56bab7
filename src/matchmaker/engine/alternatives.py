"""Other ways than the one that was chosen: which are worth telling, and what each would mean for others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.explain.for_others import for_others
from matchmaker.plan import forced_plan

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.explain.for_others import ForOthers
    from matchmaker.explain.room import Room
    from matchmaker.plan import ForcedPlan, Plan, Search


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The options of one plan, each of which could be chosen anyway; each question takes one search."""

    plan: Plan
    room: Room
    search: Search

    def best(self, person: str, had: Option | None) -> list[int]:
        """Return the places of the best options with other mentors, each in its best company."""
        taken = {had.name[1]} if had else set()
        found = []
        for place in self.plan.places.get(person, ()):
            option = self.plan.options[place]
            mentors = option.name[1]
            if mentors not in taken and self._could_be(option):
                taken.add(mentors)
                found.append(place)
        return found[: self.plan.policy.alternatives]

    def means(self, place: int) -> ForOthers:
        """Return what choosing the option at a place would mean."""
        return for_others(self._forced(place), self.room)

    def cheapest(self, mentor: str, beneficiary: str) -> ForOthers | None:
        """Return what the way that costs least would mean; None where there is no way."""
        found = [
            self._forced(place)
            for place in self.plan.places.get(beneficiary, ())
            if mentor in self.plan.options[place].pair.mentor_ids and self._could_be(self.plan.options[place])
        ]
        best = min(found, key=lambda each: (not each.found, each.regret, each.impossible), default=None)
        return None if best is None else for_others(best, self.room)

    def _forced(self, place: int) -> ForcedPlan:
        return forced_plan(self.plan, place, search=self.search)

    def _could_be(self, option: Option) -> bool:
        """Say whether there is room for an option at all, and a plan that could make way for it."""
        answer = self.plan.answer
        return answer is not None and answer.has_plan and self.room.at_all(option.pair)
