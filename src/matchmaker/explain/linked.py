"""Whose changes belong together: one takes what another gives up, and could not otherwise.

Each group could be made by itself. What its people take of a limit was free before, or is given up by
somebody in the same group; so the first plan with the changes of one group is a plan too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from matchmaker.domain.words import in_turn, listed
from matchmaker.explain.room import Room

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.explain.sides import Planned
    from matchmaker.limits.taking import What
    from matchmaker.plan import Change


Links = Mapping[int, Mapping[int, Sequence["What"]]]
"""Who takes what somebody gives up, by their places among the changes, and what that is."""


class Linked(NamedTuple):
    """Changes that belong together."""

    changes: list[Change]
    """From those who give to those who take."""
    last: frozenset[str]
    """Who gives nothing on."""
    ties: tuple[What, ...]
    """What ties some together who have no mentor in common: the room that a worker has, or a group."""


def linked(changes: Sequence[Change], before: Planned, *, after: Planned) -> list[Linked]:
    """Return the changes in groups, each of which could be made by itself."""
    return linked_by(changes, Room(before), after=Room(after))


def linked_by(changes: Sequence[Change], before: Room, *, after: Room) -> list[Linked]:
    """Return the same where it is known already what there is of everything in the two rounds."""
    takers = _takers(changes, before, after)
    apart = _apart(changes, takers)
    found = []
    for group in _groups(len(changes), takers):
        last = frozenset(changes[place].beneficiary for place in group if not takers[place])
        ties = dict.fromkeys(
            what
            for giver in group
            for taker, shared in takers[giver].items()
            if apart[giver] != apart[taker]
            for what in shared
        )
        found.append(Linked([changes[place] for place in _in_turn(group, takers)], last, tuple(ties)))
    return found


def in_words(ties: Sequence[What], titles: Mapping[str, str]) -> str:
    """Say why one change makes another one necessary, where no mentor does; else nothing."""
    if not ties:
        return ""
    whose: dict[str, list[str]] = {}
    for code, key in ties:
        whose.setdefault(titles.get(code, code), []).append(key)
    parts = (f"{title} ({listed(sorted(keys, key=in_turn))})" for title, keys in whose.items())
    return f"Those without a mentor in common share something else that is short: {listed(parts)}."


def _apart(changes: Sequence[Change], takers: Links) -> dict[int, int]:
    """Number the groups that mentors alone make: who takes up a mentor is with whoever gave them up."""
    by_mentor = {
        giver: {
            taker: shared
            for taker, shared in others.items()
            if _mentors(changes[giver].before) & _mentors(changes[taker].after)
        }
        for giver, others in takers.items()
    }
    groups = enumerate(_groups(len(changes), by_mentor))
    return {place: number for number, group in groups for place in group}


def _mentors(option: Option | None) -> frozenset[str]:
    return frozenset(option.pair.mentor_ids) if option else frozenset()


def _takers(changes: Sequence[Change], old: Room, new: Room) -> Links:
    """Return who takes what each of them gives up, of everything there is not enough of for both."""
    used = _summed(old.uses(option.pair) for option in old.plan.chosen)
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
    found: dict[int, dict[int, list[What]]] = {place: {} for place in range(len(changes))}
    for what, givers in gives.items():
        room = min((side.before[what] for side in (old, new) if what in side.before), default=None)
        if room is not None and wanted[what] > room:
            for giver in givers:
                for taker in takes.get(what, ()):
                    found[giver].setdefault(taker, []).append(what)
    return found


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
