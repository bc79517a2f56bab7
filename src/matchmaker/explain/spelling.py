"""Free words that protect or close, and are written almost like others: told, never put right or merged.

`safegaurding` is no training in safeguarding, and an area to avoid that is nobody's area keeps nobody away.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.fields import folded

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.round import Round

CLOSE = 0.84
"""How much of two words must be the same: `Polsh` and `Polish` are, `Norton` and `Morton` are not."""
NOWHERE, SPELLING = "avoid-nowhere", "spelling"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be meant as another."""

    code: str
    field: str
    who: str
    said: str
    meant: str

    @property
    def sentence(self) -> str:
        """Say it on a run, where others may read: not what it says, and not who avoids something."""
        if self.code == NOWHERE:
            return "Avoid names an area that is nobody's and no place's. Maybe look at its spelling."
        text = f"{self.who}: one word in {self.field} is written almost like another that is used here."
        return f"{text} Maybe it is the same."

    def in_full(self, shown: Callable[[str], str] = str) -> str:
        """Say it to whoever fills in the sheets; `shown` makes a word safe to print."""
        said, meant = shown(self.said), shown(self.meant)
        if self.code == NOWHERE:
            maybe = f"Maybe {meant}?" if meant else "Maybe look at its spelling."
            return f"Avoid: the area \"{said}\" is nobody's and no place's, so it keeps nobody away. {maybe}"
        return f'{self.who}, {self.field}: "{said}" is written almost like {meant}. Maybe it is the same?'


def doubts(round_: Round, modules: Iterable[str]) -> tuple[Doubt, ...]:
    """Return the words to look at; `modules` are those that the policy asks for."""
    return (*_training(round_, tuple(modules)), *_languages(round_), *_areas(round_))


def _training(round_: Round, modules: Sequence[str]) -> Iterator[Doubt]:
    asked = {folded(module): module for module in modules}
    for mentor in round_.mentors:
        has = {folded(word) for word in mentor.training or ()}
        for word in mentor.training or ():
            near = _near(word, asked.keys() - has)
            if near and folded(word) not in asked:
                yield Doubt(SPELLING, "training", mentor.id, word, asked[near])


def _languages(round_: Round) -> Iterator[Doubt]:
    people: tuple[Mentor | Beneficiary, ...] = (*round_.mentors, *round_.beneficiaries)
    spoken = [(each.id, word) for each in people for word in each.languages or ()]
    usual = round_.programme.usual_language
    yield from _rare("languages", spoken, [*(word for _, word in spoken), usual, usual])


def _areas(round_: Round) -> Iterator[Doubt]:
    everybody: tuple[Mentor | Beneficiary, ...] = (*round_.mentors, *round_.beneficiaries)
    people = [(each.id, each.area) for each in everybody if each.area]
    places = [place.area for place in round_.places if place.area]
    ways = [name for row in round_.areas for name in (row.start, row.end)]
    yield from _rare("area", people, [*(area for _, area in people), *places, *ways])
    known = {folded(area): area for area in (*(area for _, area in people), *places)}
    for area in dict.fromkeys(row.area for row in round_.avoid if row.area):
        if folded(area) not in known:
            near = _near(area, known)
            yield Doubt(NOWHERE, "area", "", area, known[near] if near else "")


def _rare(field: str, said: Iterable[tuple[str, str]], used: Iterable[str]) -> Iterator[Doubt]:
    """Yield words that are written almost like one that is used more often."""
    words = tuple(used)
    often = Counter(folded(word) for word in words)
    spelt = {folded(word): word for word in reversed(words)}
    near: dict[str, str] = {}  # a round has many people and few words
    for who, word in said:
        form = folded(word)
        if form not in near:
            near[form] = _near(word, {other for other in often if often[other] > often[form]})
        if near[form]:
            yield Doubt(SPELLING, field, who, word, spelt[near[form]])


def _near(word: str, others: Iterable[str]) -> str:
    """Return the word that this one may be meant as: areas that differ in a number are two areas."""
    form = folded(word)
    same = [each for each in others if each != form and _digits(each) == _digits(form)]
    return next(iter(difflib.get_close_matches(form, sorted(same), n=1, cutoff=CLOSE)), "")


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
