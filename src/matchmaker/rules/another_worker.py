"""A worker with room, where somebody needs one or another one.

Which of them is not told by how much room they have: if it always were the one with most, whoever is passed
over would be known to be kept apart from the person.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from matchmaker.domain.mends import Cell, Mend

if TYPE_CHECKING:
    from collections.abc import Callable

    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor, Navigator


def of_a_person(
    person: Beneficiary, context: Context, *, fits: Callable[[Navigator], bool] = lambda _: True
) -> Mend | None:
    """Return that a worker who fits becomes theirs, or None where nobody has time for the first visits.

    Where there are such, one with time beside what those ask for whose worker they are already.
    """
    visits = context.habits.intro_visits
    asked = Counter(each.navigator for each in context.requests)
    free = {
        worker.id: worker.first_visits_free - visits * asked[worker.id]
        for worker in context.round.navigators
        if worker.id != person.navigator and worker.first_visits_free >= visits and fits(worker)
    }
    return _becomes("beneficiaries", person, free, enough=visits, context=context)


def of_a_mentor(mentor: Mentor, context: Context) -> Mend | None:
    """Return that a worker becomes theirs who has room to supervise somebody."""
    places = {worker.id: worker.supervision_places for worker in context.round.navigators}
    free = {name: room if room is not None else 1 for name, room in places.items() if room != 0}
    return _becomes("mentors", mentor, free, enough=1, context=context)


def _becomes(
    sheet: str, who: Mentor | Beneficiary, free: dict[str, int], *, enough: int, context: Context
) -> Mend | None:
    possible = [name for name in free if not context.protection.kept_apart(name, who.id)]
    best = min(possible, key=lambda name: (free[name] < enough, _lot(who.id, name)), default=None)
    if best is None:
        return None
    cell = Cell(sheet, who.id, "navigator", best)
    return Mend("make room", f"{best} becomes the worker of {who.id}.", cells=(cell,))


def _lot(who: str, worker: str) -> str:
    """Draw lots, the same ones every time."""
    return hashlib.sha256(f"{who} {worker}".encode()).hexdigest()
