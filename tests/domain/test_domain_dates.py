"""What was done lies not after today, and an appointment not before it."""

import pytest

from matchmaker.domain.dates import wrong_dates
from tests.domain.raw_round import JUDGED, found, read

TODAY, TOMORROW = "2026-10-05", "2026-10-06"
PAIR = {"mentor": "M1", "task": "court"}
ROWS = {
    "clearances.set_on": PAIR | JUDGED | {"step": "alone"},
    "comfort.set_on": {"mentor": "M1", "situation": "crowds", "comfort": "yes", **JUDGED},
    "situations.set_on": {
        "beneficiary": "B1", "task": "any", "situation": "crowds", "level": "low", **JUDGED,
    },
    "stretch.agreed_on": PAIR | {"mitigation": "joint", "agreed_with": "N1"},
    "answers.on": {"question": "dual-worked/B1", "by": "N1", "answer": "no"},
    "matches.ended_on": {
        "id": "X1", "beneficiary": "B1", "mentor": "M1", "state": "ended", "end_manner": "planned_goodbye",
        "end_reason": "aims_met",
    },
}  # fmt: skip
CELLS = {
    "mentors": ("supervised_on", "checked_on"),
    "beneficiaries": ("asked_on", "ready_own_on", "ready_worker_on", "urgent_on"),
}
EVERY = [*ROWS, *(f"{collection}.{name}" for collection, names in CELLS.items() for name in names)]


def with_day(place: str, day: str):
    """Return what differs from the tiny round when this day stands there."""
    collection, name = place.split(".")
    if place in ROWS:
        return {collection: [ROWS[place] | {name: day}]}
    one = {"mentors": "mentor", "beneficiaries": "beneficiary"}[collection]
    urgent = {"urgent_by": "N1", "urgent_reason": "a move"} if name == "urgent_on" else {}
    return {one: urgent | {name: day}}


@pytest.mark.parametrize("place", EVERY)
def test_today_is_fine_and_tomorrow_is_not(place):
    collection, name = place.split(".")
    assert list(wrong_dates(read(**with_day(place, TODAY)))) == []
    assert found(**with_day(place, TOMORROW)) == [(f"{collection}[0].{name}", "in_the_future")]


@pytest.mark.parametrize(
    ("needed_on", "wrong"), [("2026-10-04 23:59", True), ("2026-10-05 00:00", False), ("2026-10-06 10:00", False)]
)  # fmt: skip
def test_an_appointment_is_today_or_later(needed_on, wrong):
    """An hour of today that is over is still today: the round knows days, not the clock."""
    changed = {"beneficiary": {"needed_on": needed_on}}
    if wrong:
        assert found(**changed) == [("beneficiaries[0].needed_on", "in_the_past")]
    else:
        assert list(wrong_dates(read(**changed))) == []


def test_every_wrong_day_is_told_at_once():
    both = {"mentor": {"supervised_on": TOMORROW}, "beneficiary": {"needed_on": "2026-10-04 10:00"}}
    assert [code for _, code in found(**both)] == ["in_the_past", "in_the_future"]
