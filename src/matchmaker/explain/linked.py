"""Whose changes belong together: one takes what another gives up, and could not otherwise.

Each group could be made by itself. What its people take of a limit was free before, or is given up by
somebody in the same group; so the first plan with the changes of one group is a plan too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from matchmaker.explain.room import Room

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.explain.sides import Planned
    from matchmaker.limits.taking import What
    from matchmaker.plan import Change


Links = Mapping[int, Sequence[int]]
"""Who takes what somebody gives up, by their places among the changes."""


def linked(
    changes: Sequence[Change], before: Planned, *, after: Planned
) -> list[tuple[list[Change], frozenset[str]]]:
    """Return the changes in groups, each from those who give to those who take, and who gives nothing on."""
    takers = _takers(changes, before, after)
    found = []
    for group in _groups(len(changes), takers):
        last = frozenset(changes[place].beneficiary for place in group if not takers[place])
        found.append(([changes[place] for place in _in_turn(group, takers)], last))
    return found


def _takers(changes: Sequence[Change], before: Planned, after: Planned) -> Links:
    """Return who takes what each of them gives up, of everything there is not enough of for both."""
    old, new = Room(before), Room(after)
    used = _summed(old.uses(option.pair) for option in before.chosen)
    gives: dict[What, list[int]] = {}
    takes: dict[What, list[int]] = {}
    wanted = dict(used)
    for place, change in enumerate(changes):
        had, has = _uses(old, change.before), _uses(new, change.after)
        for what in sorted({*had, *has}):
            more = has.get(what, 0) - had.get(what, 0)
            if more:
                (takes if more > 0 else gives).setdefault(what, []).append(place)
            wanted[what] = wanted.get(what, 0) + max(0, more)
    found: dict[int, dict[int, None]] = {place: {} for place in range(len(changes))}
    for what, givers in gives.items():
        room = min((side.before[what] for side in (old, new) if what in side.before), default=None)
        if room is not None and wanted[what] > room:
            for giver in givers:
                found[giver].update(dict.fromkeys(takes.get(what, ())))
    return {place: tuple(others) for place, others in found.items()}


def _uses(room: Room, option: Option | None) -> Mapping[What, int]:
    return room.uses(option.pair) if option else {}


def _summed(uses: Iterable[Mapping[What, int]]) -> dict[What, int]:
    total: dict[What, int] = {}
    for each in uses:
        for what, amount in each.items():
            total[what] = total.get(what, 0) + amount
    return total


def _groups(many: int, takers: Links) -> list[list[int]]:
    """Return who hangs together, whichever way the giving goes."""
    beside: dict[int, set[int]] = {place: set() for place in range(many)}
    for giver, others in takers.items():
        for taker in others:
            beside[giver].add(taker)
            beside[taker].add(giver)
    groups, left = [], dict.fromkeys(range(many))
    while left:
        group, ahead = [], [next(iter(left))]
        while ahead:
            place = ahead.pop()
            if place in left:
                del left[place]
                group.append(place)
                ahead += beside[place]
        groups.append(sorted(group))
    return groups


def _in_turn(group: Sequence[int], takers: Links) -> list[int]:
    """Return a group as it goes on: somebody who takes from nobody, then who takes from them, and so on."""
    taking = {taker for giver in group for taker in takers[giver]}
    left = dict.fromkeys(sorted(group, key=lambda place: (place in taking, place)))
    found: list[int] = []
    while left:
        follows = next((place for place in takers[found[-1]] if place in left), None) if found else None
        place = next(iter(left)) if follows is None else follows
        del left[place]
        found.append(place)
    return found
