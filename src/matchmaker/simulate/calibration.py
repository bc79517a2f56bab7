"""What the sources count, and the same counted in a synthetic round, so that a drift is seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean, median
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import NO_NAVIGATOR, RESTING, UNDER_WAY

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.round import Round
    from matchmaker.domain.rows import Match
    from matchmaker.simulate.styles import ProgrammeStyle

MENTORS, BENEFICIARIES, SEEDS = 121, 418, range(5)
"""The size of ICM: 121 trained, and 71 people who were 17% of all (S3:L53)."""
_A_MONTH: Final = 30.4
_LONG: Final = ("active", "confirmed", "paused", "parking_bay", "ended")
_FIRST_VISITS: Final = ("intro_visit_1", "intro_visit_2", "intro_visit_3")


@dataclass(frozen=True, slots=True)
class Known:
    """A figure of the sources, and how far the average of a few synthetic rounds may be from it."""

    style: ProgrammeStyle
    figure: str
    value: float
    within: float
    source: str


SAID: Final[Mapping[str, str]] = {
    "mentors free": "share of trained mentors who can take somebody on",
    "people each worker": "people of each worker",
    "supervised in a fortnight": "share of mentors supervised in the last fortnight",
    "supervised in a month": "share of mentors supervised in the last month",
    "mentored each mentor": "people mentored for each trained mentor",
    "mentored": "share of people mentored",
    "over": "share of those mentored with whom it is over",
    "months before": "months from asking to the first visit",
    "months together": "months with a mentor, so far or in all",
    "longest": "months with a mentor, the longest",
    "meetings a month": "meetings a month",
    "hours": "hours a week of most mentors",
    "at once": "people at once, the most",
    "first visits joint": "share of first visits with the worker there",
}

KNOWN: Final = (
    Known("wyfi", "mentors free", 50 / 75, 0.08, "50 of 75 placed, S0:L90"),
    Known("wyfi", "people each worker", 10, 2, "8 to 12, S0:L85"),
    Known("wyfi", "supervised in a fortnight", 1, 0.1, "every fortnight, S0:L210"),
    Known("icm", "mentors free", 80 / 121, 0.08, "41 of 121 found work, S3:L149"),
    Known("icm", "mentored each mentor", 71 / 121, 0.08, "71 to 121, S3:L53"),
    Known("icm", "mentored", 0.17, 0.025, "about 17%, S3:L53"),
    Known("icm", "over", 20 / 71, 0.07, "20 of 71 left, S3:L99-105"),
    Known("icm", "months before", 9, 1.2, "about 9, S3:L59"),
    Known("icm", "months together", 13, 2, "13 on average, S3:L55"),
    Known("icm", "longest", 42, 4, "three and a half years, S3:L55"),
    Known("icm", "meetings a month", 25 / 13, 0.15, "25 in 13 months, S3:L57"),
    Known("housing-first", "supervised in a month", 1, 0.1, "often monthly, S1:L99"),
    Known("housing-first", "first visits joint", 1, 0, "two to three visits together, S1:L144"),
    Known("vocational", "hours", 2, 0, "two paid hours, S4:L102"),
    Known("vocational", "at once", 1, 0, "one person at a time, S4:L186"),
    Known("vocational", "months together", 12 * 7 / _A_MONTH, 0.5, "12 weeks, S4:L41"),
    Known("vocational", "longest", 6, 0.3, "a pilot of six months, S4:L102"),
)


def measured(round_: Round) -> dict[str, float]:
    """Return every figure of `SAID` for one round; who met once or twice is not mentored, as in S3:L49."""
    now = [match for match in round_.matches if match.state in UNDER_WAY | RESTING]
    over = [match for match in round_.matches if match.state == "ended"]
    met = [match for match in (*now, *over) if match.end_reason != "meetings_didnt_get_going"]
    people = {match.beneficiary for match in met}
    asked = {person.id: person.asked_on for person in round_.beneficiaries}
    mentors, loads = round_.mentors, Counter(person.navigator for person in round_.beneficiaries)
    together = [_months(match, round_) for match in met if match.state in _LONG]
    return {
        "mentors free": _mean(mentor.available for mentor in mentors),
        "people each worker": _mean(n for worker, n in loads.items() if worker != NO_NAVIGATOR),
        "supervised in a fortnight": _supervised(round_, 14),
        "supervised in a month": _supervised(round_, 31),
        "mentored each mentor": len(people) / max(1, len(mentors)),
        "mentored": len(people) / max(1, len(asked)),
        "over": _mean(match.state == "ended" for match in met),
        "months before": _mean(_days(asked[m.beneficiary], m.started_on) / _A_MONTH for m in now),
        "months together": _mean(together),
        "longest": max(together, default=0),
        "meetings a month": _mean(p.meetings_a_month for p in round_.beneficiaries if p.meetings_a_month),
        "hours": median([mentor.hours_per_week for mentor in mentors] or [0]),
        "at once": max((mentor.people_at_once for mentor in mentors), default=0),
        "first visits joint": _mean(m.company == "joint" for m in now if m.state in _FIRST_VISITS),
    }


def _months(match: Match, round_: Round) -> float:
    return _days(match.started_on, match.ended_on or round_.as_of) / _A_MONTH


def _days(start: date | None, end: date | None) -> int:
    return (end - start).days if start and end else 0


def _supervised(round_: Round, days: int) -> float:
    last = [mentor.supervised_on for mentor in round_.mentors if mentor.supervised_on]
    return _mean((round_.as_of - day).days <= days for day in last)


def _mean(values: Iterable[float]) -> float:
    return mean([*map(float, values)] or [0.0])
