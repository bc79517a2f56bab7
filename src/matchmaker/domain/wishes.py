"""What a person hopes for, as they say it, and the words by which a mentor may have written the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from matchmaker.domain.fields import folded
from matchmaker.domain.words import spoken


class Wish(NamedTuple):
    """One thing, as it is said, and every word that names it."""

    said: str
    names: frozenset[str]

    def among(self, words: Mapping[str, str]) -> bool:
        """Say whether somebody wrote it."""
        return not self.names.isdisjoint(words)


class Wishes(NamedTuple):
    """Hopes with tasks that would be nice, and the same with the must tasks as well; each thing once."""

    hopes: tuple[Wish, ...]
    everything: tuple[Wish, ...]


def names_of(code: str, label: str) -> frozenset[str]:
    """Return the words by which somebody may have written a task."""
    return frozenset(map(folded, (code, spoken(code), label)))


def wishes(hopes: Mapping[str, str], *, nice: Iterable[Wish], must: Iterable[Wish]) -> Wishes:
    """Put hopes and tasks together; a hope that names a task is that task, in the person's own words."""
    nice, must = sorted(nice), sorted(must)
    named = {word: task.names for task in (*must, *nice) for word in task.names}
    own = [Wish(said, named.get(word, frozenset({word}))) for word, said in hopes.items()]
    return Wishes(_each_once((*own, *nice)), _each_once((*own, *nice, *must)))


def _each_once(found: Iterable[Wish]) -> tuple[Wish, ...]:
    kept: list[Wish] = []
    for wish in found:
        if all(wish.names.isdisjoint(other.names) for other in kept):
            kept.append(wish)
    return tuple(kept)
