"""Synthetic beneficiaries: what they asked for, how long they have waited, and what nobody has asked."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from matchmaker.simulate import words
from matchmaker.simulate.dice import Dice, Row, ago
from matchmaker.simulate.mentors import FIRST_PASS
from matchmaker.simulate.weeks import week

if TYPE_CHECKING:
    from matchmaker.simulate.figures import Figures

_REQUIRED: Final = (
    "id", "label", "navigator", "wants", "asked_on", "wants_to_do", "gender_wish", "gender_wished",
)  # fmt: skip
_BLANK: Final = {
    "area": 0.03, "free": 0.3, "dual_worked": 0.04, "together": 0.3, "wish_covers_navigator": 0.2,
    "meet_where": 0.6, "relationship": 0.5, "relationship_word": 0.7, "own_story": 0.4, "route": 0.3,
    "likes": 0.05, "hopes": 0.2, "session_minutes": 0.8, "meetings_a_month": 0.6, "age_band_wish": 0.9,
    "style_wish": 0.6, "similar_experience": 0.7, "nice_tasks": 0.5, "safe_contact": 0.6,
    "needed_on": 0.1,
}  # fmt: skip
_TASKS: Final = {
    "coffee_walk": 30, "leisure": 14, "gym_sport": 8, "forms_post": 7, "travel_confidence": 7,
    "shopping_with": 4, "group_first_time": 6, "appointment_health": 6, "appointment_benefits": 4,
    "appointment_housing": 4, "appointment_treatment": 3, "hospital_visit": 1, "home_visit": 1,
    "bank_account": 2, "college": 3, "job_search": 4, "advocacy": 2, "moving_on": 2,
}  # fmt: skip
_ONE_OFF: Final = ("court", "prison_gate_pickup", "open_day")
_SATURDAY: Final = 5
_URGENT: Final = 0.04


def beneficiary(place: int, *, places: Row, figures: Figures, seed: str) -> Row:
    """Return one person; `places` says who their worker is and which areas are near."""
    dice = Dice(seed, "beneficiary", place)
    gender, names = dice.one({(words.WOMAN, figures.women): 37, (words.MAN, figures.men): 63})
    tasks = words.shared_out(_TASKS, figures.tasks)
    row: Row = {
        "id": words.named("B", place),
        "label": words.label(dice, names),
        "navigator": places["navigator"] if dice.chance(0.97) else "none_yet",
        "wants": dice.one(figures.wants),
        "together": dice.one(figures.together),
        "area": dice.choice(places["areas"]),
        "free": week(dice, slots=(2, 4), hours=(2, 4)),
        "likes": dice.some((*words.LIKES, *figures.likes), low=1, high=4),
        "dislikes": dice.some(words.DISLIKES, low=0, high=2),
        "hopes": dice.some((*words.HOPES, *figures.hopes), low=1, high=2),
        "nice_tasks": [dice.one(tasks)],
        "session_minutes": dice.choice((45, 90)),
        "meetings_a_month": dice.one(figures.meetings_a_month),
        "relationship": dice.one({"mentoring": 65, "befriending": 35}),
        "relationship_word": dice.choice(figures.relationship_words),
        "age_band_wish": dice.choice(words.AGES),
        "style_wish": dice.one({"gentle": 60, "direct": 40}),
        "own_story": dice.one({"welcome": 40, "not_yet": 20, "either": 40}),
        "similar_experience": dice.some(words.SHARED, low=1, high=1),
        "meet_where": dice.some(("cafe_public", "park", "library", "office_hub"), low=1, high=2),
        "safe_contact": dice.choice(words.CONTACT),
        "dual_worked": dice.chance(figures.dual_worked),
        "route": dice.one(figures.routes),
    }
    row |= _ready(dice)
    if row["wants"] == "yes":
        row |= _request(dice, gender, figures=figures, tasks=tasks)
    if dice.chance(0.1):
        row["languages"] = [*(("English",) if dice.chance(0.7) else ()), dice.choice(figures.languages)]
    dice.forgets(row, _BLANK)
    return {k: row[k] for k in _REQUIRED if k in row} if dice.chance(FIRST_PASS) else row


def _ready(dice: Dice) -> Row:
    """Return what half of the people and a third of the workers said of being ready; it is advice only."""
    row: Row = {}
    for cell, share in (("ready_own", 0.5), ("ready_worker", 0.35)):
        if dice.chance(share):
            row |= {cell: dice.one({"yes": 80, "no": 20}), f"{cell}_on": ago(dice.between(3, 200))}
    return row


def _request(dice: Dice, gender: str, *, figures: Figures, tasks: dict[str, int]) -> Row:
    """Return what a yes comes with."""
    wanted = {dice.one(tasks) for _ in range(dice.one({1: 65, 2: 28, 3: 7}))}
    row: Row = {
        "asked_on": ago(dice.spread(figures.waited_days)),
        "wants_to_do": [task for task in tasks if task in wanted],
        "gender_wish": dice.one({"no_wish": 68, "prefer": 12, "must": 14, "not_asked": 6}),
    }
    if row["gender_wish"] in ("must", "prefer"):
        row["gender_wished"] = gender
        row["wish_covers_navigator"] = dice.chance(0.2)
    if wanted & set(_ONE_OFF):
        row["needed_on"] = _appointment(dice)
    if dice.chance(_URGENT):
        row["urgent_by"] = "The team meeting"
        row["urgent_reason"] = dice.choice(words.URGENT)
        row["urgent_on"] = ago(dice.between(1, 14))
    return row


def _appointment(dice: Dice) -> datetime:
    """Return a weekday of the coming weeks, in office hours; courts and gates are shut on others."""
    day = ago(-dice.between(3, 40))
    day += timedelta(max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)
    return datetime.combine(day, time(dice.between(9, 14), dice.choice((0, 30))))
