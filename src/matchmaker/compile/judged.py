"""Every pair of a round judged by the fast twins, all rules together and each by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.words import SINGLY
from matchmaker.policy.venues import best_venue
from matchmaker.rules.block import Block, Masks
from matchmaker.rules.waived import set_aside

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.words import State
    from matchmaker.policy.policy import Policy
    from matchmaker.rules.block import Bits, Party


@dataclass(frozen=True)
class Judged:
    """One block with the verdict of all rules, and of each rule alone."""

    block: Block
    people: tuple[Beneficiary, ...]
    together: Masks
    alone: tuple[tuple[str, Masks], ...]

    def options(self, masks: Masks) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return where an option exists (parties × people × companies), and where it is ready."""
        if not (self.people and self.block.parties):
            none = np.zeros((len(self.block.parties), len(self.people), len(self.block.companies)), np.bool_)
            return none, none
        everything = self.block.everything()
        ready = np.any(masks.ready & everything.ready, axis=-1)
        sheltered = np.any(masks.open & everything.open & self._sheltered, axis=-1)
        asked = np.logical_or(ready, sheltered & self._joint)
        return self._every_task(asked), self._every_task(ready)

    def pairs(self) -> Iterator[tuple[Pair, State]]:
        """Yield every pair that is not closed, with a venue for each task, and its state."""
        exists, ready = self.options(self.together)
        for p, b, c in np.argwhere(exists).tolist():
            state: State = "ready" if ready[p, b, c] else "ask first"
            yield self._pair(p, b, c), state

    def _pair(self, p: int, b: int, c: int) -> Pair:
        party, person = self.block.parties[p], self.people[b]
        venues = []
        for row in range(self._starts[b], self._starts[b] + len(person.wants_to_do)):
            found = self._venues(self.together.ready[p, row, c] & self._task_bits[0, row, 0])
            found = found or self._venues(
                self.together.open[p, row, c] & self._task_bits[0, row, 0] & self._sheltered
            )
            venue = best_venue(found, party, beneficiary=person, context=self.block.context)
            venues.append((self.block.visits[row][1], venue))
        return Pair(party, person, self.block.companies[c], tuple(venues))

    def at_one_place(self, context: Context) -> Masks:
        """Return the verdict with only the hosts' own places open, and those for all tasks of a person alike.

        Somebody joins one group, not one for each task.
        """
        hosted = np.zeros((len(self.block.parties), 1, 1, self.block.words), np.uint32)
        for p, (host, *_) in enumerate(self.block.parties):
            for place in context.groups.places(host.id):
                word, bit = self.block.bit[place]
                hosted[p, 0, 0, word] |= np.uint32(bit)
        counts = [len(person.wants_to_do) for person in self.people]

        def shared(bits: Bits) -> Bits:
            there = np.bitwise_and.reduceat(bits & self._task_bits & hosted, self._starts, axis=1)
            return np.repeat(there, counts, axis=1)

        return Masks(shared(self.together.ready), shared(self.together.open))

    def _venues(self, bits: Bits) -> list[Venue]:
        words = bits.tolist()
        return [
            venue for place, venue in enumerate(self.block.venues) if words[place // 32] >> place % 32 & 1
        ]

    @cached_property
    def _task_bits(self) -> Bits:
        return self.block.everything().open

    @cached_property
    def _starts(self) -> list[int]:
        counts = (len(person.wants_to_do) for person in self.people)
        return list(accumulate(counts, initial=0))[:-1]

    @cached_property
    def _sheltered(self) -> Bits:
        bits = np.zeros(self.block.words, np.uint32)
        for venue in self.block.venues:
            if venue.sheltered:
                word, bit = self.block.bit[venue.code]
                bits[word] |= np.uint32(bit)
        return bits

    @cached_property
    def _joint(self) -> NDArray[np.bool_]:
        return np.array([company == "joint" for company in self.block.companies])

    def _every_task(self, visits: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return np.logical_and.reduceat(visits, self._starts, axis=1)


def judged(
    people: tuple[Beneficiary, ...],
    *,
    policy: Policy,
    context: Context,
    mentors: Collection[str] | None = None,
) -> tuple[Judged, ...]:
    """Judge these people with every mentor, alone and jointly; with every team, either leading; in groups.

    With mentors, only where one of these is there.
    """
    with_them = tuple(m for m in context.round.mentors if mentors is None or m.id in mentors)
    teams: tuple[Party, ...] = tuple(
        (context.mentors[lead], context.mentors[second])
        for team in context.round.teams
        if mentors is None or {team.one, team.other} & set(mentors)
        for lead, second in ((team.one, team.other), (team.other, team.one))
    )
    visits = tuple((person, task) for person in people for task in person.wants_to_do)
    paired = Block(teams, visits, ("paired",), context)
    return (
        judged_singly(with_them, people, policy=policy, context=context),
        _judge(paired, people, policy),
        _in_groups(with_them, people, policy=policy, context=context),
    )


def judged_singly(
    mentors: Iterable[Mentor], people: tuple[Beneficiary, ...], *, policy: Policy, context: Context
) -> Judged:
    """Judge these people with some mentors of the round, alone and together with the worker."""
    parties: tuple[Party, ...] = tuple((mentor,) for mentor in mentors)
    visits = tuple((person, task) for person in people for task in person.wants_to_do)
    return _judge(Block(parties, visits, SINGLY, context), people, policy)


def _in_groups(
    mentors: Iterable[Mentor], people: tuple[Beneficiary, ...], *, policy: Policy, context: Context
) -> Judged:
    """Judge those who would like a group with the mentors who host one, at the place where it meets."""
    hosts: tuple[Party, ...] = tuple((m,) for m in mentors if context.groups.places(m.id))
    asking = tuple(person for person in people if person.together == "group") if hosts else ()
    visits = tuple((person, task) for person in asking for task in person.wants_to_do)
    found = _judge(Block(hosts, visits, ("group",), context), asking, policy)
    return replace(found, together=found.at_one_place(context)) if asking else found


def _judge(block: Block, people: tuple[Beneficiary, ...], policy: Policy) -> Judged:
    shape = (len(block.parties), len(block.visits), len(block.companies), block.words)
    everything = np.full(shape, 2**32 - 1, np.uint32)
    together = Masks(everything, everything.copy())
    alone = []
    if block.parties and block.visits:
        for rule in policy.rules_on:
            masks = set_aside(rule, rule.open(block), block=block)
            together = together & masks
            alone.append((rule.code, masks))
    return Judged(block, people, together, tuple(alone))
