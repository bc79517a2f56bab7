"""What one more mentor would bring: who that would be, whom they could meet, and what holds it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import listed
from matchmaker.explain.gains import brings, for_people, is_settled, people_part

if TYPE_CHECKING:
    from matchmaker.explain.profiles import Profile
    from matchmaker.plan import Gain
    from matchmaker.policy.priorities import PriorityName

_LACKS: Final = {
    "introduction-visits": "has no introduction visits left",
    "supervision-places": "has no supervision places left",
    "joint-hours": "has no hours left for joint visits",
}
"""What a worker can be short of, by the limit's code."""
WORKERS_LIMITS: Final = tuple(_LACKS)
_NAMED: Final = 3


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


def some(people: Sequence[str]) -> str:
    """Name a few people and count the others."""
    if len(people) <= _NAMED + 1:
        return listed(people)
    return listed((*people[:_NAMED], f"{len(people) - _NAMED} others"))
