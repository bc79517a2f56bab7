"""Who could step in: for each introduction a mentor who has room for it, shared out as well as can be.

A standby is somebody to think of, not a promise: each is possible if that one introduction falls through.
When several do, the plan is made again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation import Problem
from matchmaker.domain.proposal import STANDS_BY_FOR
from matchmaker.limits import Taking
from matchmaker.plan.solving import solved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matchmaker.compile import Option
    from matchmaker.limits.taking import What
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


def standbys(plan: Plan, *, search: Search) -> dict[str, Option] | None:
    """Return by person how somebody else could step in; None when there was no time to find out.

    As many introductions as can be have one; then they fit as well as they can, ready counting for what the
    policy says. One mentor stands by for three at most.
    """
    options = tuple(_possible(plan))
    fits = [_fit(option, plan) for option in options]
    people = sorted({option.pair.beneficiary.id for option in options})
    number = {person: place for place, person in enumerate(people)}
    limit = [option.pair.mentor_ids[0] for option in options]
    mentors = {mentor: place for place, mentor in enumerate(sorted(set(limit)))}
    problem = Problem.from_arrays(
        requests=len(people),
        request=np.array([number[option.pair.beneficiary.id] for option in options], np.int64),
        value=np.array([[1] * len(options), fits], np.int64),
        limit=np.array([mentors[mentor] for mentor in limit], np.int64),
        option=np.arange(len(options)),
        amount=np.ones(len(options), np.int64),
        at_most=np.full(len(mentors), STANDS_BY_FOR),
        key=np.array([option.key for option in options], np.uint64),
    )
    answer = solved(problem, search)
    if answer.status != "optimal" or not answer.canonical:
        return None
    chosen = [options[place] for place in answer.chosen.tolist() if place >= 0]
    return {option.pair.beneficiary.id: option for option in chosen}


def _possible(plan: Plan) -> Iterator[Option]:
    """Yield for each match and other mentor the best way for which there is room once the match is gone."""
    room = _Room(plan)
    here = {option.pair.beneficiary.id: option for option in plan.chosen}
    best: dict[tuple[str, str], Option] = {}
    for option in plan.options:
        person, mentors = option.pair.beneficiary.id, option.pair.mentor_ids
        instead = here.get(person)
        if instead is None or len(mentors) > 1 or mentors[0] in instead.pair.mentor_ids:
            continue
        known = best.get((person, mentors[0]))
        if (known is None or _fit(option, plan) > _fit(known, plan)) and room.for_(option, instead):
            best[person, mentors[0]] = option
    yield from best.values()


def _fit(option: Option, plan: Plan) -> int:
    return option.fit + (plan.policy.ready_bonus if option.state == "ready" else 0)


class _Room:
    """What the plan leaves of every limit."""

    def __init__(self, plan: Plan) -> None:
        self._taking = Taking(plan.policy.limits_on, plan.context)
        left = ((limit.code, limit.left(plan.context)) for limit in plan.policy.limits_on)
        self._left: dict[What, int] = {(code, key): most for code, room in left for key, most in room.items()}
        taken = _summed([self._uses(option) for option in plan.chosen])
        self._after = {what: most - taken[what] for what, most in self._left.items()}

    def for_(self, option: Option, instead: Option) -> bool:
        """Say whether an option has room in place of a match."""
        back = self._uses(instead)
        uses = self._uses(option).items()
        return all(
            amount <= self._after[what] + back.get(what, 0) for what, amount in uses if what in self._after
        )

    def _uses(self, option: Option) -> Mapping[What, int]:
        taken = self._taking.of(option.pair)
        return {(limit.code, key): amount for limit, by in taken for key, amount in by.items()}


def _summed(each: Sequence[Mapping[What, int]]) -> Counter[What]:
    total: Counter[What] = Counter()
    for uses in each:
        total.update(uses)
    return total
