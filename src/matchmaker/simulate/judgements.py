"""What was judged about synthetic mentors and visits: by whom, until when, and what nobody judged yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from matchmaker.domain.vocabulary import STANDARD, Vocabulary, Word
from matchmaker.simulate.dice import Dice, Row, ago

if TYPE_CHECKING:
    from matchmaker.simulate.figures import Figures

_COMFORT: Final = {"yes": 65, "with_support": 23, "no": 12}
_LEVELS: Final = {"low": 66, "some": 27, "high": 7}
_FURTHER: Final = {"joint": 1, "accompanied": 1, "shadowed": 1}
_COORDINATOR: Final = "The coordinator"


def vocabulary(figures: Figures) -> Vocabulary:
    """Return the words of a programme of this style."""
    return STANDARD.with_words(Word.model_validate(dict(row)) for row in figures.vocabulary)


def about_mentor(
    mentor: Row, *, words: Vocabulary, labels: Row, figures: Figures, seed: str
) -> tuple[list[Row], list[Row], list[Row]]:
    """Return the steps for tasks beyond everyday ones, their own answers about situations, and a stretch."""
    dice = Dice(seed, "judgements", mentor["id"])
    if "skills" not in mentor:  # a first pass has no rows yet
        return [], [], []
    worker = labels.get(mentor["navigator"], _COORDINATOR)
    clearances = [
        {"mentor": mentor["id"], "task": task.code, "step": _step(dice, mentor)} | dice.judged(worker)
        for task in words.tasks.values()
        if not task.everyday and dice.chance(figures.clearances)
    ]
    comfort = [
        {"mentor": mentor["id"], "situation": situation, "comfort": dice.one(_COMFORT)}
        | dice.judged(mentor["label"])
        for situation in words.situations
        if dice.chance(0.85)
    ]
    return clearances, comfort, list(_stretch(dice, mentor, clearances, worker))


def _step(dice: Dice, mentor: Row) -> str:
    usual: str = mentor["usual_step"]
    return usual if dice.chance(0.8) else dice.one(_FURTHER)


def _stretch(dice: Dice, mentor: Row, clearances: list[Row], worker: str) -> Iterator[Row]:
    """Yield what one in eight wants to grow into, with the support agreed for it (S0:L128-130)."""
    if clearances and dice.chance(0.12):
        yield {
            "mentor": mentor["id"],
            "task": dice.choice(clearances)["task"],
            "mitigation": dice.one({"joint": 75, "paired": 25}),
            "agreed_with": worker,
            "agreed_on": ago(dice.between(5, 120)),
        }


def visits(person: Row, *, words: Vocabulary, labels: Row, seed: str) -> Iterator[Row]:
    """Yield what may come up when this person is met; of some nobody has thought about it yet."""
    dice = Dice(seed, "visits", person["id"])
    if "dislikes" not in person:  # a first pass has no rows yet
        return
    worker = labels.get(person["navigator"], _COORDINATOR)
    every = tuple(words.situations)
    if dice.chance(0.95):
        yield _visit(dice, person, "any", dice.choice(every)) | dice.judged(worker)
    for task in person.get("wants_to_do", ()):
        if task == "home_visit" or dice.chance(0.2):
            situation = "others_present" if task == "home_visit" else dice.choice(every)
            yield _visit(dice, person, task, situation) | dice.judged(worker)


def _visit(dice: Dice, person: Row, task: str, situation: str) -> Row:
    level = dice.one(_LEVELS)
    return {"beneficiary": person["id"], "task": task, "situation": situation, "level": level}
