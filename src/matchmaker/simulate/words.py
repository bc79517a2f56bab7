"""Invented names, areas and interests. Nobody here exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matchmaker.simulate.dice import Dice

WOMAN: Final = "a woman"
MAN: Final = "a man"

_FIRST: Final = {
    WOMAN: (
        "Sandra", "Donna", "Bev", "Aneta", "Kerry", "Shazia", "Lorraine", "Mandy", "Precious", "Joanne",
        "Tracey", "Nasreen", "Gemma", "Pauline", "Ewa", "Michelle", "Leanne", "Yvonne", "Ruth", "Carly",
        "Denise", "Hannah", "Fozia", "Marta", "Jackie", "Stacey", "Olive", "Colette", "Sharon", "Amina",
    ),
    MAN: (
        "Kev", "Imran", "Mick", "Alan", "Darren", "Wojtek", "Curtis", "Yusuf", "Gary", "Liam", "Tunde",
        "Steve", "Colin", "Andre", "Paul", "Sajid", "Lee", "Barry", "Tomasz", "Neil", "Delroy", "Craig",
        "Hamid", "Ian", "Jordan", "Raymond", "Phil", "Dean", "Stuart", "Marek",
    ),
}  # fmt: skip

AREAS: Final = (
    "Town Centre", "Wharfside", "Moorend", "Beckfoot", "Hagg Lane", "Kiln Hill", "Ings Road", "Thornley",
    "Station Quarter", "Far Royd", "Mill Green", "Low Field", "Carr Bank", "Priory", "Sand Lane", "Northgate",
    "Ashworth", "Crow Nest", "Bridge End", "Heathcote", "Spen Side", "Holme Park", "Quarry Top", "Eastwell",
)  # fmt: skip

LIKES: Final = (
    "walking", "football", "gym", "cooking", "baking", "dogs", "cats", "fishing", "gardening", "painting",
    "music", "singing", "films", "reading", "quizzes", "swimming", "bike repair", "charity shops", "canals",
    "chess", "boxing", "crafts", "birdwatching", "photography", "dominoes", "poetry", "local history", "cars",
)  # fmt: skip
DISLIKES: Final = ("crowds", "being hurried", "loud places", "small talk", "waiting rooms", "rain")
HOPES: Final = (
    "getting out more", "a paid job", "an allotment", "a course", "seeing family", "a quiet flat",
    "learning to cook", "getting fit", "joining a group", "reading better",
    "a bus pass and places to go", "playing in a band",
)  # fmt: skip
SKILLS: Final = ("filling in forms", "knowing who to ring", "cooking on a budget", "fixing bikes", "art")
SERVICES: Final = ("housing options", "the job centre", "the court", "the food bank", "adult education")
SHARED: Final = ("losing a home", "hostel life", "sleeping rough", "living with worry", "debt")
LANGUAGES: Final = ("Polish", "Urdu", "Punjabi", "Romanian", "Farsi", "Arabic", "Portuguese")
AGES: Final = ("20s", "30s", "40s", "50s", "60s")


def label(dice: Dice, gender: str) -> str:
    """Return a first name and an initial; in a large programme two people can have the same."""
    return f"{dice.choice(_FIRST[gender])} {dice.choice('ABCDEFGHJKLMNOPRSTW')}."


def named(letter: str, place: int, *, of: int) -> str:
    """Return an id such as M07, as wide as the last of them."""
    return f"{letter}{place + 1:0{max(2, len(str(of)))}d}"
