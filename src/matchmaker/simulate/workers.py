"""The workers of a synthetic programme: who has how many people, and whose time everything rests on."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING, Final

from matchmaker.domain.windows import DAYS
from matchmaker.simulate import words
from matchmaker.simulate.dice import Dice, Row

if TYPE_CHECKING:
    from matchmaker.simulate.figures import Figures, Town

_TOO_FEW_FOR_A_POST: Final = 4
_MENTORS_EACH: Final = 10
APART: Final = "C"
"""What ids of a team begin with that supports mentors only."""


def caseloads(beneficiaries: int, *, figures: Figures, seed: str) -> list[int]:
    """Return how many people each worker has; a few left over go to the last one, who still has under 20."""
    found: list[int] = []
    left = beneficiaries
    while left >= _TOO_FEW_FOR_A_POST or not found:
        take = min(left, Dice(seed, "caseload", len(found)).one(figures.caseloads))
        found.append(take)
        left -= take
    found[-1] += left
    return found


def towns(count: int, figures: Figures) -> list[Town]:
    """Return the town of each worker: districts have small teams of their own (S0:L54)."""
    turn = [town for town in figures.towns for _ in range(town.workers)]
    return list(islice(cycle(turn), count))


def supporters(mentors: int, *, workers: int, figures: Figures) -> list[str]:
    """Return who supports each mentor, by place: some of the workers, or a team of its own."""
    count = max(1, -(-mentors // _MENTORS_EACH))
    if figures.supporters == "apart":
        return [words.named(APART, place * count // mentors) for place in range(mentors)]
    leads = min(count, workers)  # spread over the workers, so that every district has some
    return [words.named("N", (place * leads // mentors) * workers // leads) for place in range(mentors)]


def worker(letter: str, place: int, *, figures: Figures, seed: str) -> Row:
    """Return one worker; nobody has been asked about everything."""
    dice = Dice(seed, "navigator", letter, place)
    gender, names = dice.one({(words.WOMAN, figures.women): 62, (words.MAN, figures.men): 38})
    low, high = figures.first_visits
    row: Row = {
        "id": words.named(letter, place),
        "label": words.label(dice, names),
        "first_visits_free": dice.between(0, low) if dice.chance(0.12) else dice.between(low, high),
        "joint_hours": float(dice.between(*figures.joint_hours)),
        "supervision_places": dice.between(*figures.supervision_places),
        "free": [f"{day} 09:30-16:30" for day in DAYS[:5] if dice.chance(0.8)],
        "put_forward_for": [gender],
    }
    if letter == APART:  # they support mentors only, and introduce nobody
        row |= {"first_visits_free": 0, "joint_hours": 0.0}
    dice.forgets(
        row, {"joint_hours": 0.1, "supervision_places": 0.1, "free": 0.3, "put_forward_for": 0.15}
    )  # fmt: skip
    return row
