"""Synthetic beneficiaries: what they asked for, how long they have waited, and what may come up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from matchmaker.simulate import words
from matchmaker.simulate.dice import Dice, Row, ago
from matchmaker.simulate.mentors import FIRST_PASS
from matchmaker.simulate.weeks import week

if TYPE_CHECKING:
    from matchmaker.simulate.styles import Figures

_REQUIRED: Final = (
    "id", "label", "navigator", "wants", "asked_on", "wants_to_do", "gender_wish", "gender_wished",
)  # fmt: skip
_BLANK: Final = {
    "area": 0.03, "free": 0.3, "dual_worked": 0.04, "together": 0.3, "wish_covers_navigator": 0.2,
    "meet_where": 0.6, "relationship": 0.5, "own_story": 0.4, "route": 0.3, "likes": 0.05, "hopes": 0.2,
    "session_minutes": 0.8, "age_band_wish": 0.9, "style_wish": 0.6, "similar_experience": 0.7,
}  # fmt: skip
_WANTS: Final = {"yes": 72, "would_like_to_hear_more": 9, "maybe_later": 9, "no": 10}
_TASKS: Final = {
    "coffee_walk": 30, "leisure": 14, "gym_sport": 8, "forms_post": 7, "travel_confidence": 7,
    "shopping_with": 4, "group_first_time": 6, "appointment_health": 6, "appointment_benefits": 4,
    "appointment_housing": 4, "appointment_treatment": 3, "hospital_visit": 1, "home_visit": 1,
    "bank_account": 2, "college": 3, "job_search": 4, "advocacy": 2, "moving_on": 2,
}  # fmt: skip
_ROUTES: Final = {"reinforce_progress": 50, "build_trust_early": 25, "step_down": 15, "task_only": 10}
_ONE_OFF: Final = ("court", "prison_gate_pickup")
_SITUATIONS: Final = (
    "heated_exchange", "others_present", "under_influence", "crowds", "money_handling", "upsetting_news",
    "late_or_dark",
)  # fmt: skip
_LEVELS: Final = {"low": 66, "some": 27, "high": 7}
_LONGEST_WAIT_DAYS: Final = 540
_URGENT: Final = 0.04


def beneficiary(place: int, *, of: int, places: Row, figures: Figures, seed: int) -> Row:
    """Return one person; `places` says which areas, workers and kinds of place there are."""
    dice = Dice(seed, "beneficiary", place)
    gender = dice.one({words.WOMAN: 37, words.MAN: 63})
    workers = places["navigators"]
    row: Row = {
        "id": words.named("B", place, of=of),
        "label": words.label(dice, gender),
        "navigator": workers[place % len(workers)] if dice.chance(0.97) else "none_yet",
        "wants": dice.one(_WANTS),
        "together": dice.one(figures.together),
        "area": dice.choice(places["areas"]),
        "free": week(dice, slots=(2, 4), hours=(2, 4)),
        "likes": dice.some(words.LIKES, low=1, high=4),
        "dislikes": dice.some(words.DISLIKES, low=0, high=2),
        "hopes": dice.some(words.HOPES, low=1, high=2),
        "session_minutes": dice.choice((45, 90)),
        "relationship": dice.one({"mentoring": 65, "befriending": 35}),
        "age_band_wish": dice.choice(words.AGES),
        "style_wish": dice.one({"gentle": 60, "direct": 40}),
        "own_story": dice.one({"welcome": 40, "not_yet": 20, "either": 40}),
        "similar_experience": dice.some(words.SHARED, low=1, high=1),
        "meet_where": dice.some(("cafe_public", "park", "library", "office_hub"), low=1, high=2),
        "dual_worked": dice.chance(figures.dual_worked),
        "route": dice.one(_ROUTES),
    }
    if row["wants"] == "yes":
        row |= _request(dice, gender, figures)
    if dice.chance(0.1):
        row["languages"] = [*(("English",) if dice.chance(0.7) else ()), dice.choice(words.LANGUAGES)]
    dice.forgets(row, _BLANK)
    return {k: row[k] for k in _REQUIRED if k in row} if dice.chance(FIRST_PASS) else row


def _request(dice: Dice, gender: str, figures: Figures) -> Row:
    """Return what a yes comes with: half wait under seven weeks, a few for more than a year."""
    waited = min(_LONGEST_WAIT_DAYS, int(dice.lognormvariate(3.8, 1.0)))
    tasks = _TASKS | {task: weight + _TASKS.get(task, 0) for task, weight in figures.tasks.items()}
    wanted = {dice.one(tasks) for _ in range(dice.one({1: 65, 2: 28, 3: 7}))}
    row: Row = {
        "asked_on": ago(waited),
        "wants_to_do": [task for task in tasks if task in wanted],
        "gender_wish": dice.one({"no_wish": 68, "prefer": 12, "must": 14, "not_asked": 6}),
    }
    if row["gender_wish"] in ("must", "prefer"):
        row["gender_wished"] = gender
        row["wish_covers_navigator"] = dice.chance(0.2)
    if wanted & set(_ONE_OFF):
        hour = time(dice.randint(9, 14), dice.choice((0, 30)))
        row["needed_on"] = datetime.combine(ago(-dice.randint(3, 40)), hour)
    if dice.chance(_URGENT):
        row["urgent_by"] = "The team meeting"
        row["urgent_reason"] = "Alone in a new place since the move."
        row["urgent_on"] = ago(dice.randint(1, 14))
    return row


def visits(person: Row, *, workers: Row, seed: int) -> Iterator[Row]:
    """Yield what may come up when this person is met; of some nobody has thought about it yet."""
    dice = Dice(seed, "visits", person["id"])
    if "dislikes" not in person:  # a first pass has no rows yet
        return
    worker = workers.get(person["navigator"], "The coordinator")
    about = {"beneficiary": person["id"]}
    if dice.chance(0.95):
        level = dice.one(_LEVELS)
        situation = dice.choice(_SITUATIONS)
        yield about | {"task": "any", "situation": situation, "level": level} | dice.judged(worker)
    for task in person.get("wants_to_do", ()):
        if task == "home_visit" or dice.chance(0.2):
            situation = "others_present" if task == "home_visit" else dice.choice(_SITUATIONS)
            level = dice.one(_LEVELS)
            yield about | {"task": task, "situation": situation, "level": level} | dice.judged(worker)
