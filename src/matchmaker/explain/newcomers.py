"""What one more mentor would bring: who that would be, whom they could meet, and what holds it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import counted, listed

if TYPE_CHECKING:
    from matchmaker.plan import Gain
    from matchmaker.policy.priorities import PriorityName

ABOUT_PEOPLE: Final[frozenset[PriorityName]] = frozenset({"urgent", "offered", "overdue", "waiting_order"})
"""Priorities about who is offered one; a plan that only fits a little better is no reason to look further."""

_LACKS: Final = {
    "introduction-visits": "has no introduction visits left",
    "supervision-places": "has no supervision places left",
    "joint-hours": "has no hours left for joint visits",
}
"""What a worker can be short of, by the limit's code."""
WORKERS_LIMITS: Final = tuple(_LACKS)
_AMONG: Final[dict[PriorityName, str]] = {
    "urgent": "those who are urgent",
    "overdue": "those who have waited too long",
}
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody who might be looked for: only what people asked for, never what anybody is taken to be."""

    tasks: tuple[str, ...]
    tasks_said: tuple[str, ...]
    area: str | None
    free: tuple[str, ...]
    """Weekly times at which people could meet them."""
    languages: tuple[str, ...]
    """Besides the usual one."""
    put_forward_for: tuple[str, ...]
    """Wishes that people have and that this mentor would agree to be put forward for."""
    shares_interests: bool
    """Whether they share what people enjoy, without which the programme introduces nobody."""

    @property
    def asks(self) -> int:
        """How much is asked of somebody; of two who help alike the simpler one is looked for."""
        return sum(map(len, (self.tasks, self.languages, self.put_forward_for, self.free)))

    def is_part_of(self, other: Profile) -> bool:
        """Say whether the other one has to bring all that this one brings and more, times and area aside."""
        own = ({*self.tasks}, {*self.languages}, {*self.put_forward_for})
        others = ({*other.tasks}, {*other.languages}, {*other.put_forward_for})
        return own != others and all(mine <= theirs for mine, theirs in zip(own, others, strict=True))

    @property
    def phrase(self) -> str:
        """Say it, as it stands behind the words one more mentor who."""
        return listed(self._parts()) or "has done the training"

    def _parts(self) -> Iterator[str]:
        if self.tasks_said:
            yield f"is cleared for {listed(self.tasks_said)}"
        if self.languages:
            yield f"speaks {listed(self.languages)}"
        for wish in self.put_forward_for:
            yield f"agrees to be put forward for ‘asked for {wish}’"
        if self.area:
            yield f"starts from {self.area}"
        if self.free:
            yield f"is free {listed(self.free)}"
        if self.shares_interests:
            yield "shares some of what they enjoy"


@dataclass(frozen=True, slots=True)
class Lack:
    """A worker who has no room for it, and what of."""

    code: str
    worker: str

    @property
    def phrase(self) -> str:
        """Say it."""
        return f"{self.worker} {_LACKS[self.code]}"


@dataclass(frozen=True, slots=True)
class HeldUp:
    """What has to be there before one more mentor can help some people: checked by giving that much more."""

    lacks: tuple[Lack, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentorValue:
    """One more mentor: by priority what the best plan is worth more with them."""

    profile: Profile
    could_meet: tuple[str, ...]
    """People without a suggestion for whom this would be a way, whoever else needs the place."""
    first_way: tuple[str, ...]
    """Those of them who could meet nobody so far."""
    priorities: tuple[PriorityName, ...]
    gain: Gain
    held_up: tuple[HeldUp, ...] = ()
    """Whose room would have to grow before such a mentor could help."""

    @property
    def helps(self) -> bool:
        """Whether more people would be offered an introduction."""
        return for_people(self.priorities, self.gain)

    @property
    def settled(self) -> bool:
        """Whether there was time enough to tell whether they would help."""
        return self.helps or is_settled(self.priorities, self.gain)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what, and for whom; nothing of somebody who would not help."""
        return tuple(self._said()) if self.helps else ()

    def _said(self) -> Iterator[str]:
        yield f"One more mentor who {self.profile.phrase}: {brings(self.priorities, self.gain)}."
        if self.first_way:
            yield f"For {some(self.first_way)} it would be the first way to meet anybody."
        others = [person for person in self.could_meet if person not in self.first_way]
        if others:
            have = "has" if len(others) == 1 else "have"
            too = " too" if self.first_way else ""
            who = f"{some(others)}{too}, who {have} no suggestion yet"
            yield f"It could be a way for {who}, if there is room."


@dataclass(frozen=True, slots=True)
class Next:
    """One mentor after the other, and what all of them up to here bring together."""

    profile: Profile
    in_all: Gain


@dataclass(frozen=True, slots=True)
class BestNext:
    """The best next few mentors: each brings less than the one before, so totals are told, not a rate."""

    priorities: tuple[PriorityName, ...]
    steps: tuple[Next, ...]
    proved: bool
    """Whether no others of those looked at would be better together."""
    finished: bool
    """Whether there was time for all of them."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say each step that brings people more, with what it comes to in all."""
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        told = [people_part(self.priorities, step.in_all) for step in self.steps]
        steps = [
            step
            for step, it, last in zip(self.steps, told, ((), *told), strict=False)
            if any(it) and it != last
        ]
        for number, step in enumerate(steps, 1):
            start = "First somebody" if number == 1 else "Then somebody"
            in_all = "" if number == 1 else "in all, "
            yield f"{start} who {step.profile.phrase}: {in_all}{brings(self.priorities, step.in_all)}."
        if len(steps) > 1:
            yield (
                f"No other {len(steps)} of the mentors we looked at would bring more together."
                if self.proved
                else f"This is a good choice, not proved to be the best {len(steps)} together."
            )


def for_people(priorities: tuple[PriorityName, ...], gain: Gain) -> bool:
    """Say whether the first thing that changes is who is offered an introduction."""
    first = next((name for name, more in zip(priorities, gain.more, strict=True) if more), None)
    return first in ABOUT_PEOPLE


def is_settled(priorities: tuple[PriorityName, ...], gain: Gain) -> bool:
    """Say whether it is proved what changes for people; a plan found too soon may just be a poor one."""
    return all(gain.sure(place) == "exact" for place, name in enumerate(priorities) if name in ABOUT_PEOPLE)


def people_part(priorities: tuple[PriorityName, ...], gain: Gain) -> tuple[int, ...]:
    """Return what is won at the priorities that are about people."""
    here = zip(priorities, gain.more, strict=True)
    return tuple(more for name, more in here if name in ABOUT_PEOPLE)


def some(people: Sequence[str]) -> str:
    """Name a few people and count the others."""
    if len(people) <= _NAMED + 1:
        return listed(people)
    return listed((*people[:_NAMED], f"{len(people) - _NAMED} others"))


def brings(priorities: tuple[PriorityName, ...], gain: Gain) -> str:
    """Say what is won for people: as far as it is proved, or else the first of it and how sure that is."""
    about = [place for place, name in enumerate(priorities) if name in ABOUT_PEOPLE and gain.more[place]]
    told = [place for place in about if gain.sure(place) == "exact"] or about[:1]
    said = _for_whom({priorities[place]: gain.more[place] for place in told})
    sure = gain.sure(told[0]) if told else "exact"
    return said if sure == "exact" else f"{sure}, {said}"


def _for_whom(more: dict[PriorityName, int]) -> str:
    offered = more.get("offered", 0)
    among = [
        f"{abs(more[name])} {_word(more[name])} of {whom}" for name, whom in _AMONG.items() if more.get(name)
    ]
    count = counted(abs(offered), f"{_word(offered)} person", many=f"{_word(offered)} people")
    parts = ([count] if offered else []) + among
    if not parts:
        return "the order in which people asked would be kept more closely"
    return f"{parts[0]} would be offered an introduction" + "".join(f", and {part}" for part in parts[1:])


def _word(number: int) -> str:
    return "more" if number > 0 else "fewer"
