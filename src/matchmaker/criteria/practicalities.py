"""Time, distance, place and company: what makes meeting easy (S4:L204, S2:L78)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Weight

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.words import Company

_LEAST_STAFFED: dict[Company, int] = {"alone": 20, "paired": 10, "joint": 0, "group": 0}
_COMPANY_THEY_LIKE = 30
_THEIR_WISH: dict[Company, str] = {
    "alone": "to meet alone",
    "paired": "two mentors to come",
    "joint": "the worker to come along",
    "group": "to meet in a group",
}


class Practicalities(Criterion):
    """30 for time in common, 25 for a short way, 15 for the places they like, 30 for the company."""

    code: Literal["practicalities"] = "practicalities"
    title: ClassVar[str] = "time, distance, place and company"
    weight: Weight = 20

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "Time in common, a short way, the places and the company they like count for "
            f"{self.weight} of 100; "
            "joint is what they would like until they say otherwise, then the least staffed is worth most."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Add up the four; what is not known earns nothing."""
        parts = (_time(pair, context), _distance(pair, context), _place(pair), _company(pair))
        reasons = "; ".join(part.because for part in parts if part.points)
        return Points(sum(part.points for part in parts), reasons or "still to be arranged")


def _time(pair: Pair, context: Context) -> Points:
    """Four meetings' worth of common time in a week leaves room for a change of plan."""
    minutes = sum(window.minutes for window in context.availability.of(pair))
    fits = minutes // context.habits.session(pair.beneficiary)
    because = "time in common" if pair.beneficiary.free is not None else "times that could suit"
    return Points(30 if fits >= 4 else 20 if fits >= 2 else 10 if fits else 0, because)


def _distance(pair: Pair, context: Context) -> Points:
    ways = [
        context.journeys.minutes(mentor, pair.beneficiary, venue=venue)
        for mentor in pair.mentors
        for _, venue in pair.venues
    ]
    known = [way for way in ways if way is not None]
    if not known or len(known) < len(ways):
        return Points(0, "")
    longest = max(known)
    points = 25 if longest <= 15 else 15 if longest <= 30 else 5 if longest <= 45 else 0
    return Points(points, f"{longest} minutes to travel")


def _place(pair: Pair) -> Points:
    liked = set(pair.beneficiary.meet_where)
    there = [venue for _, venue in pair.venues if {venue.code, venue.kind} & liked]
    return Points(15 * len(there) // len(pair.venues), "a place they like")


def _company(pair: Pair) -> Points:
    """What they would like, which is joint until they say otherwise; then the least staffed."""
    if pair.beneficiary.together == pair.company:
        return Points(_COMPANY_THEY_LIKE, "the company they would like")
    if pair.beneficiary.together is None and pair.company == "joint":
        return Points(_COMPANY_THEY_LIKE, "joint until they say otherwise")
    said = {"paired": "in a pair", "group": "in a group"}.get(pair.company, pair.company)
    wish = pair.beneficiary.together
    but = f", though they would like {_THEIR_WISH[wish]}" if wish else ""
    return Points(_LEAST_STAFFED[pair.company], f"meeting {said}{but}")
