"""Days that cannot be right: judgements from the future, appointments in the past, waivers without end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from matchmaker.domain.decisions import WAIVED_AT_MOST

if TYPE_CHECKING:
    from matchmaker.domain.record import Flaw


def wrong_dates(record: Any) -> Iterator[Flaw]:
    """Yield days that lie after the day the round is judged on, and appointments before it."""
    as_of = record.as_of
    for collection, names in _PAST.items():
        for index, row in enumerate(getattr(record, collection)):
            for name in names:
                value = getattr(row, name)
                if value is not None and value > as_of:
                    yield (
                        (collection, index, name),
                        "in_the_future",
                        f"lies after {as_of}, the day of this round. Maybe the year is wrong.",
                    )
    for index, row in enumerate(record.beneficiaries):
        if row.needed_on and row.needed_on.date() < as_of:
            yield (
                ("beneficiaries", index, "needed_on"),
                "in_the_past",
                f"lies before {as_of}, the day of this round. Maybe clear it.",
            )
    yield from _waived_too_long(record)


def _waived_too_long(record: Any) -> Iterator[Flaw]:
    """A waiver counts from the day of the round, so that one dated next year is none until then."""
    latest = record.as_of + WAIVED_AT_MOST
    for index, row in enumerate(record.decisions):
        if row.kind == "waive" and row.until is not None and row.until > latest:
            text = f"is more than {WAIVED_AT_MOST.days} days after {record.as_of}. Maybe {latest} or before."
            yield ("decisions", index, "until"), "until_too_far", text


_PAST = {
    "mentors": ("supervised_on", "checked_on"),
    "beneficiaries": ("asked_on", "ready_own_on", "ready_worker_on", "urgent_on"),
    "clearances": ("set_on",),
    "comfort": ("set_on",),
    "situations": ("set_on",),
    "stretch": ("agreed_on",),
    "answers": ("on",),
    "matches": ("ended_on",),
}
