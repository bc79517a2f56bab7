"""What people in a synthetic programme like, hope for and say. Nobody here exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matchmaker.simulate.dice import Dice, Row

WOMAN: Final = "a woman"
MAN: Final = "a man"

LIKES: Final = (
    "allotments", "fishing", "bikes", "cooking", "baking", "football", "bingo", "dog walking", "art",
    "music", "singing", "guitar", "films", "reading", "quizzes", "swimming", "the gym", "gardening",
    "charity shops", "canal walks", "chess", "boxing", "crafts", "birdwatching", "photography", "dominoes",
    "poetry", "local history", "cars", "darts", "pool", "cats", "walking football", "cricket",
)  # fmt: skip
DISLIKES: Final = (
    "crowds", "being hurried", "loud places", "small talk", "waiting rooms", "rain", "being late",
    "forms", "lifts", "phone calls",
)  # fmt: skip
HOPES: Final = (
    "getting out more", "a paid job", "an allotment", "college maths", "seeing family", "a quiet flat",
    "learning to cook", "getting fit", "joining a group", "reading better", "playing in a band",
    "a bus pass and places to go", "volunteering", "a dog", "somebody to eat with", "a computer course",
)  # fmt: skip
SKILLS: Final = (
    "filling in forms", "knowing who to ring", "cooking on a budget", "fixing bikes", "art", "decorating",
    "computers", "listening", "finding a bargain", "growing vegetables",
)  # fmt: skip
SERVICES: Final = (
    "housing options", "the job centre", "the court", "the food bank", "adult education", "the credit union",
    "the library", "the law centre",
)  # fmt: skip
SHARED: Final = ("losing a home", "hostel life", "sleeping rough", "being on your own", "debt")
AGES: Final = ("20s", "30s", "40s", "50s", "60s")
GOALS: Final = (
    "running a group", "college", "job_search", "note writing", "public speaking", "advocacy",
    "computers", "first aid", "appointment_housing", "court",
)  # fmt: skip

_ABOUT: Final = (
    "I like {one} and {other}. We can go at your pace.",
    "Happy to have a brew and talk about {one}. No pressure.",
    "Ask me about {one}. I am better at listening than at small talk.",
    "I am easy company. I like {one}, {other} and a good laugh.",
    "I turn up when I say I will. These days it is all {one} for me.",
    "We could try {one} together, or just have a cup of tea.",
    "For me it is {one} and {other} that make a good week. What about you?",
    "I was nervous the first time too. We could talk about {one}, or about nothing much.",
    "I know my way around, and I like {one}. You choose where we go.",
)
CONTACT: Final = (
    "Through the worker only.", "A text is fine; please leave no voicemail.", "Ring after eleven.",
    "Leave a note at the desk.", "Not on Fridays.",
)  # fmt: skip
URGENT: Final = (
    "Moves into a new flat next week and knows nobody near it.",
    "Their worker leaves at the end of the month.",
    "Has hardly been out for weeks and asked for company.",
    "A first appointment is coming up, and they do not want to go by themselves.",
)
GOING_WELL: Final = (
    "We get on. We have been out four times now.", "It took a few weeks to get going, and that was fine.",
    "We would both like to carry on.", "We walk first and talk later, which suits us.",
    "A bit quiet at first. Last week we laughed a lot.",
)  # fmt: skip
LOOKING_BACK: Final = (
    "It was good while it lasted.", "The timing was not right.", "We said goodbye over a cup of tea.",
    "I would do it again with somebody who likes the outdoors.", "We never found a day that suited us both.",
)  # fmt: skip


def about_me(dice: Dice, likes: Sequence[str]) -> str:
    """Return the words on a mentor's card; they name two things they like."""
    return dice.choice(_ABOUT).format(one=likes[0], other=likes[-1])


def label(dice: Dice, names: Sequence[str]) -> str:
    """Return a first name and an initial."""
    return f"{dice.choice(names)} {dice.choice('ABCDEFGHJKLMNOPRSTW')}"


def told_apart(rows: Iterable[Row]) -> None:
    """Give whoever has the name and initial of somebody before them a second letter, while they last."""
    taken: set[str] = set()
    for row in rows:
        tries = (row["label"], *(row["label"] + more for more in "aeiouhlry"))
        row["label"] = next((each for each in tries if each not in taken), row["label"])
        taken.add(row["label"])


def shared_out(weights: Mapping[str, int], more: Mapping[str, int]) -> dict[str, int]:
    """Return the weights of everywhere and those of one style together."""
    return {word: weights.get(word, 0) + more.get(word, 0) for word in (*weights, *more)}


def named(letter: str, place: int) -> str:
    """Return an id such as M007; it does not depend on how many there are."""
    return f"{letter}{place + 1:03d}"
