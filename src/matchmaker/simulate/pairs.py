"""What keeps people apart, or away from a place or time, and what was answered about two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.simulate.dice import Dice, Row, ago

if TYPE_CHECKING:
    from collections.abc import Mapping

_APART: Final = {"no_contact": 10, "exclusion": 15, "known_to_each_other": 50, "declined_before": 25}
_AVOIDED: Final = {"office_hub": 15, "park": 15, "kind": 30, "area": 25, "time": 15}
_KINDS: Final = {"hostel_communal": 20, "gp_hospital": 10}
_TIME: Final = "Mon 09:00-12:00"


def kept_apart(
    mentors: Sequence[Row], beneficiaries: Sequence[Row], *, workers: Sequence[str], dice: Dice
) -> Iterator[Row]:
    """Yield rows about one in twelve people and a mentor or worker, and of mentors and a situation."""
    if not mentors:
        return
    for person in _share(beneficiaries, 12, dice):
        others = [worker for worker in workers if worker != person["navigator"]]
        other = dice.choice(others) if others and dice.chance(0.1) else dice.choice(mentors)["id"]
        yield {"one": person["id"], "other": other, "kind": dice.one(_APART)}
    for mentor in _share(mentors, 25, dice):
        yield {"one": mentor["id"], "situation": "heated_exchange", "kind": "exclusion"}


def avoided(people: Sequence[Row], *, places: Sequence[Row], dice: Dice) -> Iterator[Row]:
    """Yield a place, kind of place, area or time to avoid for one in fifteen people."""
    for person in _share(people, 15, dice):
        what = dice.one(_AVOIDED)
        if what == "kind":
            yield {"who": person["id"], "kind": dice.one(_KINDS)}
        elif what == "time":
            yield {"who": person["id"], "time": _TIME}
        elif what == "area":
            yield {"who": person["id"], "area": dice.choice(places)["area"]}
        else:
            spots = [place["id"] for place in places if place["kind"] == what]
            yield {"who": person["id"], "place": dice.choice(spots)}


def answers(
    mentors: Sequence[Row],
    beneficiaries: Sequence[Row],
    *,
    workers: Sequence[Row],
    labels: Mapping[str, str],
    dice: Dice,
) -> Iterator[Row]:
    """Yield what somebody answered since: about blank cells, and about two who start from one area."""
    near: dict[str, list[str]] = {}
    for mentor in mentors:
        near.setdefault(mentor.get("area", ""), []).append(mentor["id"])
    for person in beneficiaries:
        if person["wants"] != "yes" or "dislikes" not in person:
            continue
        by = labels.get(person["navigator"], "The coordinator")
        if "dual_worked" not in person and dice.chance(0.3):
            yield _answer(dice, by, f"dual-worked/{person['id']}", yes=0.1)
        if person.get("gender_wished") and "wish_covers_navigator" not in person and dice.chance(0.3):
            yield _answer(dice, by, f"wish-covers-navigator/{person['id']}", yes=0.2)
        if person.get("area") in near and dice.chance(0.1):
            mentor_id = dice.choice(near[person["area"]])
            yield _answer(dice, by, f"known-area/{person['id']}/{mentor_id}", yes=0.15)
    for worker in workers:
        if "joint_hours" not in worker and dice.chance(0.3):
            yield _answer(dice, worker["label"], f"joint-room/{worker['id']}", yes=0.7)


def _answer(dice: Dice, by: str, question: str, *, yes: float) -> Row:
    said = "yes" if dice.chance(yes) else "no"
    return {"question": question, "by": by, "on": ago(dice.between(1, 60)), "answer": said}


def _share(people: Sequence[Row], one_in: int, dice: Dice) -> list[Row]:
    return dice.some(people, low=len(people) // one_in, high=len(people) // one_in)
