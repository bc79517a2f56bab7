"""Synthetic mentors: what they offer, how far along they are, and what nobody has asked them yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.domain.vocabulary import STANDARD
from matchmaker.simulate import words
from matchmaker.simulate.dice import Dice, Row, ago
from matchmaker.simulate.weeks import week

if TYPE_CHECKING:
    from matchmaker.domain.words import Offer
    from matchmaker.simulate.styles import Figures

FIRST_PASS: Final = 0.06
"""Share of people of whom a first pass has only the required cells."""

_REQUIRED: Final = (
    "id", "label", "navigator", "available", "offers", "hours_per_week", "people_at_once", "usual_step",
)  # fmt: skip
_BLANK: Final = {
    "area": 0.02, "free": 0.04, "device": 0.05, "check_in_plan": 0.05, "supervised_on": 0.03,
    "training": 0.03, "cleared_for": 0.06, "travel_limit_minutes": 0.3, "put_forward_for": 0.12,
    "shares": 0.4, "style": 0.15, "age_band": 0.4, "about_me": 0.3,
}  # fmt: skip
_OFFERS: Final[Mapping[tuple[Offer, ...], int]] = {
    ("mentoring",): 30,
    ("befriending",): 15,
    ("befriending", "mentoring"): 55,
}
_MODULES: Final = ["boundaries", "safeguarding", "safety"]
_CHECKED: Final = ("home_visit", "prison_visit", "hospital_visit", "bank_account", "shopping_with")
_PRACTISED: Final = tuple(task.code for task in STANDARD.tasks.values() if not task.everyday)
_COMFORT: Final = {"yes": 65, "with_support": 23, "no": 12}


def mentor(place: int, *, of: int, places: Row, figures: Figures, seed: int) -> Row:
    """Return one mentor; `places` says which areas, workers and hubs there are."""
    dice = Dice(seed, "mentor", place)
    gender = dice.one({words.WOMAN: 45, words.MAN: 55})
    likes = dice.some(words.LIKES, low=2, high=5)
    row: Row = {
        "id": words.named("M", place, of=of),
        "label": words.label(dice, gender),
        "navigator": dice.choice(places["navigators"]) if dice.chance(0.97) else "none_yet",
        "available": dice.chance(0.92),
        "offers": [*dice.one(_OFFERS)],
        "hours_per_week": float(dice.choice(figures.hours_per_week)),
        "people_at_once": dice.choice(figures.people_at_once),
        "usual_step": dice.one(figures.steps),
        "area": dice.choice(places["areas"]),
        "free": week(dice, slots=(3, 5), hours=(3, 6)),
        "likes": likes,
        "dislikes": dice.some(words.DISLIKES, low=0, high=2),
        "hopes": dice.some(words.HOPES, low=0, high=2),
        "skills": dice.some(words.SKILLS, low=0, high=2),
        "services_known": dice.some(words.SERVICES, low=0, high=2),
        "style": dice.one({"gentle": 60, "direct": 40}),
        "shares": dice.some(words.SHARED, low=1, high=2),
        "put_forward_for": [gender],
        "about_me": f"I like {likes[0]} and {likes[1]}. We can go at your pace.",
        "age_band": dice.choice(words.AGES),
        "travel_limit_minutes": dice.choice((30, 40, 45, 60)),
    }
    row |= _agreed(dice, figures)
    if dice.chance(0.15):
        row["languages"] = ["English", dice.choice(words.LANGUAGES)]
    if dice.chance(0.08):
        row["provider_history"] = [dice.choice(places["hubs"])]
    dice.forgets(row, _BLANK)
    return {cell: row[cell] for cell in _REQUIRED} if dice.chance(FIRST_PASS) else row


def _agreed(dice: Dice, figures: Figures) -> Row:
    """Return what the organisation owes a mentor and has agreed with them; a few are behind."""
    overdue = dice.chance(0.05)
    checked = dice.randint(30, 900)
    row: Row = {
        "device": dice.chance(figures.devices),
        "check_in_plan": dice.chance(0.92),
        "supervised_on": ago(dice.randint(32, 60) if overdue else dice.randint(0, figures.supervision_days)),
        "support_hours_per_week": dice.choice((0.5, 1.0)),
        "training": list(_MODULES) if dice.chance(0.95) else _MODULES[:2],
        "cleared_for": [task for task in _CHECKED if dice.chance(0.85)],
        "checked_on": ago(checked),
        "recheck_on": ago(checked - 3 * 365),
        "expenses_ready": dice.chance(0.85),
    }
    if dice.chance(0.1):
        row["breaks"] = [f"{ago(dice.randint(0, 10))} to {ago(-dice.randint(5, 30))}"]
    return row


def judgements(mentor: Row, *, workers: Row, seed: int) -> tuple[list[Row], list[Row]]:
    """Return the mentor's steps for tasks beyond everyday ones, and their own answers about situations."""
    dice = Dice(seed, "judgements", mentor["id"])
    if "likes" not in mentor:  # a first pass has no rows yet
        return [], []
    worker = workers.get(mentor["navigator"], "The coordinator")
    steps = [task for task in _PRACTISED if dice.chance(0.85)]
    usual = mentor["usual_step"]
    clearances = [
        {"mentor": mentor["id"], "task": task, "step": usual if dice.chance(0.8) else "joint"}
        | dice.judged(worker)
        for task in steps
    ]
    comfort = [
        {"mentor": mentor["id"], "situation": situation, "comfort": dice.one(_COMFORT)}
        | dice.judged(mentor["label"])
        for situation in STANDARD.situations
        if dice.chance(0.85)
    ]
    return clearances, comfort


def teams(mentors: Sequence[Row], dice: Dice) -> Iterator[Row]:
    """Yield pairs of mentors who agreed to go together, about one for twelve mentors (S0:L124)."""
    able = [m["id"] for m in mentors if m["usual_step"] in ("accompanied", "alone_public", "alone")]
    count = min(len(mentors) // 12 + len(mentors) % 12 // 6, len(able) // 2)
    chosen = dice.sample(able, 2 * count)
    for place in range(count):
        yield {
            "id": words.named("T", place, of=count),
            "one": chosen[2 * place],
            "other": chosen[2 * place + 1],
            "people_at_once": dice.randint(1, 2),
        }
