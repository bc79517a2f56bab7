"""Cells that can be read and may still not say what was meant: told to whoever fills in the sheets.

`bingo, gardening` is one thing to like, so that nobody shares it; `woman` is not `a woman`; and a telephone
number that stands in a label is printed on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.fields import folded
from matchmaker.domain.words import listed

if TYPE_CHECKING:
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.round import Round

_LISTS = (
    "likes", "dislikes", "hopes", "skills", "services_known", "languages", "shares", "put_forward_for",
    "training", "learning_goals", "similar_experience",
)  # fmt: skip
_REACHES = re.compile(r"@|\d[\d ()+-]{5,}\d")
"""An address, or seven digits and more as in a telephone number."""


def second_looks(
    round_: Round, modules: Collection[str], *, shown: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield a sentence for each; `modules` the policy asks for, `shown` makes a word safe to print."""
    people: tuple[Mentor | Beneficiary, ...] = (*round_.mentors, *round_.beneficiaries)
    for person in people:
        yield from _together(person, shown)
    for each in (*people, *round_.navigators):
        if _REACHES.search(each.label):
            text = f'{each.id}, label: "{shown(each.label)}" looks as if somebody could be reached by it,'
            yield f"{text} and it is printed on every page. Maybe only what they are called."
    yield from _wishes(round_, shown)
    for mentor in round_.mentors:
        if mentor.training and not {folded(word) for word in mentor.training} & {*map(folded, modules)}:
            asked = f"none of what the standard policy asks for is there: {', '.join(modules)}"
            yield f"{mentor.id}, training: {asked}. Maybe name each of those they have done."


def _together(person: Mentor | Beneficiary, shown: Callable[[str], str]) -> Iterator[str]:
    for field in _LISTS:
        signs = ",/" if field == "languages" else ","
        for word in getattr(person, field, None) or ():
            if any(sign in word for sign in signs):
                text = f'{person.id}, {field}: "{shown(word)}" is read as one thing.'
                yield f"{text} Maybe put ; between several."


def _wishes(round_: Round, shown: Callable[[str], str]) -> Iterator[str]:
    """Yield wishes for which no mentor is put forward in the same words."""
    named = {folded(word): shown(word) for mentor in round_.mentors for word in mentor.put_forward_for}
    there = f"the sheet Mentors says {listed(list(named.values()))}" if named else "no mentor has said so yet"
    for person in round_.beneficiaries:
        wished = person.gender_wished
        if wished and person.gender_wish in ("must", "prefer") and folded(wished) not in named:
            maybe = "Maybe use the same words." if named else "Maybe ask mentors what they may be named for."
            yield f'{person.id}, gender_wished: nobody is put forward for "{shown(wished)}"; {there}. {maybe}'
