"""Groups, once more from the plain records: who hosts one where, and who else may be there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from matchmaker.verify.absolute_times import touch

Row: TypeAlias = Mapping[str, Any]
GROUP = "group"
_MAY_COME = frozenset({
    "mentor_asked", "options_ready", "choosing", "intro_visit_1", "intro_visit_2", "intro_visit_3",
    "three_way_feedback", "confirmed", "active", "paused", "parking_bay", "handover",
})  # fmt: skip


def hosts_of(round_: Row) -> dict[str, frozenset[str]]:
    """Return who hosts a group, by place."""
    rows = round_.get("groups", ())
    return {
        row["place"]: frozenset(each["host"] for each in rows if each["place"] == row["place"])
        for row in rows
    }


def there_of(round_: Row) -> dict[tuple[str, str], frozenset[str]]:
    """Return who may be there when somebody's groups meet at a place: hosts, those who come, who wish to.

    Whoever comes to a group that is not named may be in any that their mentor hosts, and so may somebody of
    whom it is not written down how they meet.
    """
    rows = round_.get("groups", ())
    wishing = {
        row["id"]
        for row in round_.get("beneficiaries", ())
        if row.get("together") == GROUP and row["wants"] in ("yes", "would_like_to_hear_more")
    }
    there: dict[tuple[str, str], set[str]] = {}
    for mine in rows:
        people = there.setdefault((mine["host"], mine["place"]), set(wishing))
        for other in rows:
            if other["place"] == mine["place"] and touch(other["slot"], mine["slot"]):
                people.add(other["host"])
                people.update(_coming(round_, other))
    return {key: frozenset(people) for key, people in there.items()}


def _coming(round_: Row, group: Row) -> Iterator[str]:
    for row in round_.get("matches", ()):
        here = row.get("group") in (None, group["id"]) and row["mentor"] == group["host"]
        so = row.get("company") == GROUP or not (row.get("company") or row.get("second_mentor"))
        if here and so and row["state"] in _MAY_COME:
            yield row["beneficiary"]
