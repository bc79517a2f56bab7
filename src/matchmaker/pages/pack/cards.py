"""'About me' cards: a mentor in their own words, to be shown to the person who may meet them.

Only mentors of an introduction that is ready get one: one that asks first is mentioned to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from matchmaker.pages.pack.marked import strung, typed
from matchmaker.pages.setting import in_turn

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.domain.people import Mentor
    from matchmaker.domain.words import Style
    from matchmaker.pages.pack.view import View

STYLES: Final[Mapping[Style, str]] = {
    "gentle": "Gentle, and happy to go slowly.",
    "direct": "Direct: says what they think, kindly.",
}


@dataclass(frozen=True)
class Card:
    """What a mentor tells about themselves."""

    name: Markup
    words: Markup | None
    likes: Markup
    hopes: Markup
    skills: Markup
    style: str


def cards(view: View) -> tuple[Card, ...]:
    """Return a card for every mentor who is suggested and ready; a room needs none."""
    ready = {m for match in view.matches if match.state == "ready" for m in match.mentors}
    return () if view.room else tuple(card(view.context.mentors[m], view) for m in sorted(ready, key=in_turn))


def card(mentor: Mentor, view: View) -> Card:
    """Return one mentor's card."""
    return Card(
        name=view.say.alone(mentor.id),
        words=typed(mentor.about_me) if mentor.about_me else None,
        likes=_list(mentor.likes),
        hopes=_list(mentor.hopes),
        skills=_list(mentor.skills),
        style=STYLES[mentor.style] if mentor.style else "",
    )


def _list(words: Iterable[str]) -> Markup:
    return strung(map(typed, words))
