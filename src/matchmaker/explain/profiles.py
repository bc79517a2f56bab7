"""Who might be looked for as a new mentor, described by what people asked for and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matchmaker.domain.words import listed


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
