"""Synthetic matches: those being arranged, those under way, and those that ended, with how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.simulate import words
from matchmaker.simulate.dice import AS_OF, Dice, Row, ago
from matchmaker.simulate.figures import MENTOR_LEFT

if TYPE_CHECKING:
    from matchmaker.simulate.capacity import Capacity

_LONG: Final = {"active": 80, "paused": 8, "parking_bay": 4, "confirmed": 8}
_NEW: Final = {
    "intro_visit_1": 25, "intro_visit_2": 20, "intro_visit_3": 8, "three_way_feedback": 12, "choosing": 12,
    "options_ready": 8, "mentor_asked": 15,
}  # fmt: skip
_NOT_YET: Final = {
    "requested": 18, "preparing_person": 17, "hesitant": 14, "declined": 10, "not_now": 8,
    "no_option_yet": 9, "waiting_capacity": 10, "navigator_only_for_now": 7, "handover": 7,
}  # fmt: skip
"""In these states nobody's time is used yet, or any more, and the person's request stands."""
_NEW_SHARE: Final = 0.25
_NOT_YET_SHARE: Final = 0.06
_LOOK_AT: Final = 40


def matches(beneficiaries: Sequence[Row], *, there: Capacity, seed: str) -> list[Row]:
    """Return every match, past and present; who sees a mentor now asked before the first visit."""
    found: list[Row] = []
    for person in beneficiaries if there.mentors else ():
        dice = Dice(seed, "match", person["id"])
        draw, figures = dice.random(), there.figures
        if person["wants"] == "yes" and draw < figures.under_way:
            found += _under_way(person, there, dice)
        elif draw > 1 - figures.ended:
            found += _ended(person, there, dice)
        elif person["wants"] == "yes" and dice.chance(_NOT_YET_SHARE):
            found += _not_yet(person, there, dice)
    return [{"id": words.named("X", place)} | row for place, row in enumerate(found)]


def _suits(mentor: Row, person: Row) -> bool:
    named_for = mentor.get("put_forward_for", ())
    wished = person.get("gender_wish") != "must" or person["gender_wished"] in named_for
    speaks = {*person.get("languages", ("English",))} & {*mentor.get("languages", ("English",))}
    started = mentor["usual_step"] not in ("not_started", "paused")
    return bool(wished and speaks and started and mentor["navigator"] != "none_yet")


def _somebody(person: Row, there: Capacity, dice: Dice, *, room: bool) -> Row | None:
    """Return a mentor who is what the person asked for and lives near, if there soon is one."""
    first = dice.between(0, len(there.mentors) - 1)
    best: tuple[int, Row] | None = None
    for step in range(min(_LOOK_AT, len(there.mentors))):
        mentor = there.mentors[(first + step) % len(there.mentors)]
        if _suits(mentor, person) and (not room or there.has_room(mentor, person)):
            weekly = there.weekly(mentor, person)
            best = (weekly, mentor) if best is None or weekly < best[0] else best
    return best[1] if best else None


def _under_way(person: Row, there: Capacity, dice: Dice) -> list[Row]:
    group = _group(person, there, dice)
    mentor = there.by_id[group["host"]] if group else _somebody(person, there, dice, room=True)
    if mentor is None or person["navigator"] == "none_yet":
        return []
    new = not group and dice.chance(_NEW_SHARE)
    begun = dice.between(3, 45) if new else dice.spread(there.figures.lasted_days)
    person["asked_on"] = ago(begun + dice.spread(there.figures.before_days))
    row = _between(person, mentor, dice.one(_NEW if new else _LONG)) | {"started_on": ago(begun)}
    if group:
        there.places_left[group["id"]] -= 1
        row |= {"company": "group", "group": group["id"]}
    else:
        there.take(mentor, person)
        row |= _company(person, mentor, there, dice=dice, new=new)
    if not new and dice.chance(0.35):
        row["feedback"] = dice.choice(words.GOING_WELL)
    return [row]


def _group(person: Row, there: Capacity, dice: Dice) -> Row | None:
    """Return a group that this person comes to, if that is how they would like to meet."""
    if person.get("together") != "group" or person.get("dual_worked", True):
        return None
    open_to = [
        group
        for group in there.groups
        if there.places_left[group["id"]] > 0 and _suits(there.by_id[group["host"]], person)
    ]
    return dice.choice(open_to) if open_to else None


def _between(person: Row, mentor: Row, state: str) -> Row:
    about = {"beneficiary": person["id"], "mentor": mentor["id"], "state": state}
    return about | {"tasks": person.get("wants_to_do", ["coffee_walk"])}


def _company(person: Row, mentor: Row, there: Capacity, *, dice: Dice, new: bool) -> Row:
    """Return how they meet: joint at first and with two workers; in a pair where the team has room."""
    company = person.get("together") or dice.one(there.figures.together)
    if new or person.get("dual_worked", True) or company == "group":
        return {"company": "joint"}
    second = there.by_id.get(there.partner.get(mentor["id"], ""))
    if company == "paired" and second and there.has_room(second, person) and _suits(second, person):
        there.take(second, person)
        return {"company": "paired", "second_mentor": second["id"]}
    return {"company": "joint" if company == "paired" else company}


def _ended(person: Row, there: Capacity, dice: Dice) -> list[Row]:
    """Return a match that is over; whoever asked again did so afterwards."""
    mentor = _somebody(person, there, dice, room=False)
    if mentor is None:
        return []
    left = not mentor["available"] and there.places_left[mentor["id"]] == mentor["people_at_once"]
    reason, manner = dice.one(MENTOR_LEFT if left else there.figures.endings)
    brief = reason == "meetings_didnt_get_going"
    lasted = dice.between(7, 28) if brief else dice.spread(there.figures.lasted_days)
    since = (AS_OF - person["asked_on"]).days if "asked_on" in person else 0
    ended = since + dice.between(5, 300)
    row = _between(person, mentor, "ended") | {"company": dice.one({"alone": 60, "joint": 40})}
    row |= {"started_on": ago(ended + lasted), "ended_on": ago(ended)}
    if dice.chance(0.4):
        row["feedback"] = dice.choice(words.LOOKING_BACK)
    return [row | {"end_reason": reason, "end_manner": manner}]


def _not_yet(person: Row, there: Capacity, dice: Dice) -> list[Row]:
    mentor = _somebody(person, there, dice, room=False)
    if mentor is None:
        return []
    return [_between(person, mentor, dice.one(_NOT_YET)) | {"started_on": ago(dice.between(2, 30))}]
