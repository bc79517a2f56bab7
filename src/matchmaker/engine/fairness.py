"""How a round turns out for groups: read beside a plan that is made already, and forgotten again."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING, Final

from matchmaker.domain.fields import folded
from matchmaker.explain.fair_to import FairTo, GroupTold, Range, coded
from matchmaker.explain.small_cells import SMALLEST, hidden, pooled
from matchmaker.plan.clock import Clock
from matchmaker.plan.face import between
from matchmaker.plan.whole import before_fit
from matchmaker.policy.priorities import days_waited

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from matchmaker.explain.small_cells import Members
    from matchmaker.plan import Plan, Search

NOT_SAID: Final = ""
_OTHERS: Final = "\0"
"""No group is called that: no cell can hold it."""


def fair_to(plan: Plan, groups: Mapping[str, str], *, search: Search) -> FairTo:
    """Return what may be told of each group of the people who asked, in large numbers only.

    Args:
        plan: the plan there is.
        groups: the group of each person, by the person's id; who is not in it has not said.
        search: how long all of it may take.
    """
    people = [person.id for person in plan.context.requests]
    rows = _rows(people, groups)
    served = plan.served
    hide = hidden({name: (len(own & served), len(own - served)) for name, own in rows.items()})
    ranges = _ranges(plan, {name: own for name, own in rows.items() if name not in hide}, Clock.of(search))
    usual = _days(people, plan)
    return FairTo(
        asked=len(people),
        offered=len(served),
        weeks=usual // 7 if len(people) >= SMALLEST else None,
        groups=tuple(
            GroupTold(
                kind="others" if name == _OTHERS else "group" if name else "not said",
                group="" if name == _OTHERS else name,
                asked=len(own),
                weeks=_days(own, plan) // 7,
                waits_longer=2 * _days(own, plan) > 3 * usual,
                offered=None if name in hide else len(own & served),
                just_as_good=ranges.get((name, False)),
                as_many=ranges.get((name, True)),
            )
            for name, own in rows.items()
        ),
        not_in_round=len(groups.keys() - {person.id for person in plan.context.round.beneficiaries}),
    )


def _rows(people: Iterable[str], groups: Mapping[str, str]) -> dict[str, Members]:
    """Return whom each row is about: groups by their names, who has not said, and all others together."""
    by_group: dict[str, set[str]] = {}
    for person in people:
        by_group.setdefault(groups.get(person, NOT_SAID), set()).add(person)
    shown, others = pooled({name: frozenset(members) for name, members in by_group.items()})
    names = sorted(shown, key=lambda name: (name == NOT_SAID, folded(name), name))
    rows = {name: shown[name] for name in names} | ({_OTHERS: others} if others else {})
    return rows if len(rows) > 1 else {}


def _days(people: Collection[str], plan: Plan) -> int:
    """Return how long at least half of them have waited."""
    known = plan.context.beneficiaries
    return median_low([days_waited(known[person], plan.context) for person in people] or [0])


def _ranges(plan: Plan, rows: Mapping[str, Members], clock: Clock) -> dict[tuple[str, bool], Range]:
    """Return the range of each group by every priority, and by those before how well introductions fit."""
    if plan.answer is None or not plan.answer.has_plan:
        return {}
    every, before = plan.order.levels, before_fit(plan)
    levels = {False: every} | ({True: before} if before < every else {})
    asked = [(name, only) for name in rows for only in levels]
    found = {}
    for done, (name, only) in enumerate(asked):
        own, search = rows[name], clock.at_most(clock.left / (2 * (len(asked) - done)))
        it = between(plan, own, levels=levels[only], search=search)
        found[name, only] = Range(coded(it.least, len(own)), coded(it.most, len(own)), it.proved)
    return found
