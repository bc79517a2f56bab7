"""What people ask for, in the form in which a mentor could bring it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.domain.fields import folded
from matchmaker.domain.windows import Window, longest, moment_windows, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary

_TIMES: Final = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody needs a mentor to bring; people with the same ask are looked at together."""

    tasks: tuple[str, ...]
    languages: tuple[str, ...]
    wishes: tuple[str, ...]
    needed: tuple[Window, ...]

    @property
    def size(self) -> tuple[int, str]:
        """How much it is; of the same size, in the order of the alphabet."""
        parts = (self.tasks, self.languages, self.wishes, self.needed)
        return sum(map(len, parts)), repr(self)


def ask_of(person: Beneficiary, context: Context) -> Ask:
    """Return what a person asks for.

    Tasks for every day need nothing special, and a gender counts only where the person says it must be.
    """
    usual = folded(context.round.programme.usual_language)
    spoken = person.languages or ()
    other = spoken[:1] if spoken and usual not in map(folded, spoken) else ()
    wish = (person.gender_wished,) if person.gender_wish == "must" and person.gender_wished else ()
    tasks = sorted(task for task in person.wants_to_do if not context.vocabulary.tasks[task].everyday)
    minutes = context.habits.session(person)
    needed = moment_windows(person.needed_on, minutes) if person.needed_on else ()
    return Ask(tuple(tasks), other, wish, needed)


def times_for(people: Iterable[Beneficiary], context: Context) -> Sequence[Window]:
    """Return up to three of the times that these people said: each suits most of those still left."""
    left = {person.id: person for person in people if person.free}
    windows = sorted({window for person in left.values() for window in person.free or ()})
    chosen: list[Window] = []
    while left and len(chosen) < _TIMES:
        suits = {window: _who(left.values(), window, context) for window in windows}
        best = max(windows, key=lambda window, of=suits: len(of[window]))  # type: ignore[misc]
        if not suits[best]:
            break
        chosen.append(best)
        for who in suits[best]:
            del left[who]
    return sorted(chosen)


def _who(people: Iterable[Beneficiary], window: Window, context: Context) -> list[str]:
    """Return who could have a whole meeting at this time."""
    return [
        person.id
        for person in people
        if longest(overlap(person.free or (), (window,))) >= context.habits.session(person)
    ]
