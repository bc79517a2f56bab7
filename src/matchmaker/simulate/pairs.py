"""What is already between people: those kept apart, places avoided, matches under way and ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.simulate.dice import Dice, Row, ago
from matchmaker.simulate.words import AREAS, named

if TYPE_CHECKING:
    from matchmaker.simulate.styles import Figures

_APART: Final = {"no_contact": 10, "exclusion": 15, "known_to_each_other": 50, "declined_before": 25}
_STATES: Final = {
    "active": 60, "confirmed": 10, "intro_visit_1": 8, "intro_visit_2": 6, "three_way_feedback": 3,
    "choosing": 3, "mentor_asked": 3, "paused": 7,
}  # fmt: skip
_ENDINGS: Final = {
    ("aims_met", "planned_goodbye"): 25,
    ("no_longer_needed", "planned_goodbye"): 10,
    ("moved_on", "planned_no_goodbye"): 8,
    ("mentor_got_job", "planned_goodbye"): 12,
    ("not_right_fit", "planned_no_goodbye"): 12,
    ("lost_touch", "drifted"): 15,
    ("meetings_didnt_get_going", "drifted"): 13,
    ("wellbeing_break", "sudden"): 5,
}
_AVOIDED: Final = {
    ("place", "office_hub_1"): 15,
    ("place", "park_1"): 15,
    ("kind", "hostel_communal"): 20,
    ("kind", "gp_hospital"): 10,
    ("area", AREAS[0]): 25,
    ("time", "Mon 09:00-12:00"): 15,
}
_UNDER_WAY, _ENDED = 0.2, 0.08
_WEEKLY_MINUTES = 90
_TRIES = 8


def kept_apart(mentors: Sequence[Row], beneficiaries: Sequence[Row], *, dice: Dice) -> Iterator[Row]:
    """Yield rows about one in twelve people and a mentor, and a few mentors and a situation."""
    if not mentors:
        return
    for person in dice.sample(beneficiaries, len(beneficiaries) // 12):
        yield {"one": person["id"], "other": dice.choice(mentors)["id"], "kind": dice.one(_APART)}
    for mentor in dice.sample(mentors, len(mentors) // 25):
        yield {"one": mentor["id"], "situation": "heated_exchange", "kind": "exclusion"}


def avoided(people: Sequence[Row], dice: Dice) -> Iterator[Row]:
    """Yield a place, kind of place, area or time to avoid for one in fifteen people."""
    for person in dice.sample(people, len(people) // 15):
        cell, what = dice.one(_AVOIDED)
        yield {"who": person["id"], cell: what}


def matches(
    mentors: Sequence[Row], beneficiaries: Sequence[Row], *, figures: Figures, dice: Dice
) -> list[Row]:
    """Return matches under way, within what their mentors have room for, and some that ended."""
    room = {mentor["id"]: _room(mentor) for mentor in mentors}
    found: list[Row] = []
    for person in beneficiaries:
        draw = dice.random()
        if person["wants"] != "yes" or not mentors or draw > _UNDER_WAY + _ENDED:
            continue
        ended = draw > _UNDER_WAY
        mentor = _mentor_for(person, mentors, room={} if ended else room, dice=dice)
        if mentor is None:
            continue
        company = _company(person, figures, dice)
        row: Row = {"beneficiary": person["id"], "mentor": mentor["id"], "company": company}
        found.append(row | {"tasks": person["wants_to_do"]} | (_ending(dice) if ended else _course(dice)))
        if not ended:
            room[mentor["id"]] -= 1
    return [{"id": named("X", place, of=len(found))} | row for place, row in enumerate(found)]


def _room(mentor: Row) -> int:
    """Return how many people fit into both what a mentor agreed to and their hours."""
    agreed: int = mentor["people_at_once"]
    return min(agreed, int(mentor["hours_per_week"] * 60) // _WEEKLY_MINUTES)


def _mentor_for(person: Row, mentors: Sequence[Row], *, room: dict[str, int], dice: Dice) -> Row | None:
    """Return somebody with room who is what the person asked for, if a few tries find one."""
    for mentor in (dice.choice(mentors) for _ in range(_TRIES)):
        named_for = mentor.get("put_forward_for", ())
        wished = person["gender_wish"] != "must" or person["gender_wished"] in named_for
        speaks = {*person.get("languages", ("English",))} & {*mentor.get("languages", ("English",))}
        if wished and speaks and mentor["navigator"] != "none_yet" and room.get(mentor["id"], 1) > 0:
            return mentor
    return None


def _company(person: Row, figures: Figures, dice: Dice) -> str:
    company = dice.one(figures.together)
    return "joint" if person.get("dual_worked", True) or company == "paired" else company


def _course(dice: Dice) -> Row:
    return {"state": dice.one(_STATES), "started_on": ago(dice.randint(5, 420))}


def _ending(dice: Dice) -> Row:
    """Thirteen months on average, between one and forty-two (S3:L57)."""
    lasted = min(1260, max(30, int(dice.expovariate(1 / 390))))
    ended = dice.randint(10, 300)
    reason, manner = dice.one(_ENDINGS)
    return {
        "state": "ended",
        "started_on": ago(ended + lasted),
        "ended_on": ago(ended),
        "end_reason": reason,
        "end_manner": manner,
    }
