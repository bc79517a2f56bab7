"""Synthetic mentors: what they offer, how far along they are, and what nobody has asked them yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.simulate import words
from matchmaker.simulate.dice import Dice, Row, ago
from matchmaker.simulate.weeks import slot, week

if TYPE_CHECKING:
    from matchmaker.domain.words import Offer
    from matchmaker.simulate.figures import Figures

FIRST_PASS: Final = 0.06
"""Share of people of whom a first pass has only the required cells."""

REQUIRED: Final = (
    "id", "label", "navigator", "available", "offers", "hours_per_week", "people_at_once", "usual_step",
)  # fmt: skip
_BLANK: Final = {
    "area": 0.02, "free": 0.04, "likes": 0.04, "dislikes": 0.3, "hopes": 0.3, "device": 0.05,
    "check_in_plan": 0.05, "supervised_on": 0.03, "training": 0.03, "cleared_for": 0.06,
    "checked_on": 0.04, "recheck_on": 0.04, "travel_limit_minutes": 0.3, "put_forward_for": 0.12,
    "shares": 0.4, "style": 0.15, "age_band": 0.4, "about_me": 0.3, "support_hours_per_week": 0.2,
    "expenses_ready": 0.1, "learning_goals": 0.4,
}  # fmt: skip
_OFFERS: Final[Mapping[tuple[Offer, ...], int]] = {
    ("mentoring",): 27,
    ("befriending",): 14,
    ("befriending", "mentoring"): 56,
    ("behind_the_scenes",): 3,  # as with the property searches of S1:L113
}
_ALSO: Final[Mapping[Offer, float]] = {"group": 0.25, "hub": 0.15, "behind_the_scenes": 0.05}
_MODULES: Final = ("boundaries", "safeguarding", "safety")
_CHECKED: Final = ("home_visit", "prison_visit", "hospital_visit", "bank_account", "shopping_with")


def mentor(place: int, *, places: Row, figures: Figures, seed: str) -> Row:
    """Return one mentor; `places` says who supports them, which areas are near and which hubs there are."""
    dice = Dice(seed, "mentor", place)
    gender, names = dice.one({(words.WOMAN, figures.women): 45, (words.MAN, figures.men): 55})
    likes = dice.some((*words.LIKES, *figures.likes), low=2, high=5)
    row: Row = {
        "id": words.named("M", place),
        "label": words.label(dice, names),
        "navigator": places["navigator"] if dice.chance(0.97) else "none_yet",
        "available": dice.chance(figures.mentors_free),
        "offers": _offers(dice),
        "hours_per_week": float(dice.one(figures.hours_per_week)),
        "people_at_once": dice.one(figures.people_at_once),
        "usual_step": dice.one(figures.steps),
        "area": dice.choice(places["areas"]),
        "free": week(dice, slots=(3, 5), hours=(3, 6)),
        "likes": likes,
        "dislikes": dice.some(words.DISLIKES, low=0, high=2),
        "hopes": dice.some((*words.HOPES, *figures.hopes), low=0, high=2),
        "skills": dice.some(words.SKILLS, low=0, high=2),
        "services_known": dice.some(words.SERVICES, low=0, high=2),
        "style": dice.one({"gentle": 60, "direct": 40}),
        "shares": dice.some(words.SHARED, low=1, high=2),
        "put_forward_for": [gender],
        "about_me": words.about_me(dice, likes),
        "age_band": dice.choice(words.AGES),
        "travel_limit_minutes": dice.choice((30, 40, 45, 60)),
        "learning_goals": dice.some(words.GOALS, low=1, high=2),
    }
    row |= _agreed(dice, figures) | _now_and_then(dice, places, figures)
    dice.forgets(row, _BLANK)
    return {cell: row[cell] for cell in REQUIRED} if dice.chance(FIRST_PASS) else row


def _offers(dice: Dice) -> list[Offer]:
    main = dice.one(_OFFERS)
    return [*main, *(offer for offer, share in _ALSO.items() if dice.chance(share) and offer not in main)]


def _agreed(dice: Dice, figures: Figures) -> Row:
    """Return what the organisation owes a mentor and has agreed with them; a few are behind."""
    overdue = dice.chance(0.05)
    checked = dice.between(30, 1130)
    return {
        "device": dice.chance(figures.devices),
        "check_in_plan": dice.chance(0.92),
        "supervised_on": ago(dice.between(32, 60) if overdue else dice.between(0, figures.supervision_days)),
        "support_hours_per_week": dice.choice((0.5, 1.0)),
        "training": list(_MODULES) if dice.chance(0.95) else list(_MODULES[:2]),
        "cleared_for": [task for task in _CHECKED if dice.chance(0.85)],
        "checked_on": ago(checked),
        "recheck_on": ago(checked - 3 * 365),
        "expenses_ready": dice.chance(0.85),
    }


def _now_and_then(dice: Dice, places: Row, figures: Figures) -> Row:
    """Return what only some have: a language, a time that is theirs, days off, a service they once used."""
    row: Row = {}
    if dice.chance(0.15):
        row["languages"] = ["English", dice.choice(figures.languages)]
    if dice.chance(0.2):
        row["protected_time"] = [slot(dice, hours=(1, 2))]
    if dice.chance(0.1):
        row["breaks"] = [f"{ago(dice.between(0, 10))} to {ago(-dice.between(5, 30))}"]
    if dice.chance(0.08):
        row["provider_history"] = [dice.choice(places["hubs"])]
    return row


def teams(mentors: Sequence[Row], dice: Dice) -> Iterator[Row]:
    """Yield pairs of mentors who agreed to go together, about one for twelve mentors (S0:L124)."""
    able = [m for m in mentors if m["usual_step"] in ("accompanied", "alone_public", "alone")]
    by_worker: dict[str, list[Row]] = {}
    for each in able:
        by_worker.setdefault(each["navigator"], []).append(each)
    pairs = [pair for near in by_worker.values() for pair in zip(near[::2], near[1::2], strict=False)]
    count = min(-(-len(mentors) // 12), len(pairs))
    for place, (one, other) in enumerate(dice.some(pairs, low=count, high=count)):
        yield {
            "id": words.named("T", place),
            "one": one["id"],
            "other": other["id"],
            "people_at_once": dice.between(1, 2),
        }
