"""What an introduction is worth, written a second time from the specification and its published figures.

Nothing here comes from `policy`, `criteria` or `limits`; times are sets of minutes, journeys a plain table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from itertools import combinations

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.context import Context
from matchmaker.domain.fields import folded
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.round import Round
from matchmaker.domain.windows import Window
from matchmaker.domain.words import Company
from tests.oracles.rounds_liking import fit_of_the_people

LEAST_STAFFED: dict[Company, int] = {"alone": 20, "paired": 10, "joint": 0, "group": 0}
OVERDUE_DAYS, READY_EARNS, MOVING_COSTS = 84, 300, 1_000
SESSION, WRITE_UP, DEBRIEF, MEETINGS, WITHIN_AREA, UNKNOWN_WAY = 60, 15, 15, 2, 15, 30

BUSY = {
    "mentor_asked", "options_ready", "choosing", "intro_visit_1", "intro_visit_2", "intro_visit_3",
    "three_way_feedback", "confirmed", "active",
}  # fmt: skip
RESTING = {"paused", "parking_bay"}

Minutes = set[tuple[int, int]]


@dataclass(frozen=True)
class Way:
    """One or two mentors who could meet a person in one company, and where each task happens."""

    party: tuple[Mentor, ...]
    person: Beneficiary
    company: Company
    ready: bool
    venues: tuple[Venue, ...] = ()
    tasks: tuple[str, ...] | None = None
    """Of a match under way: what they do together, none when that was not written down; else None."""

    @property
    def name(self) -> tuple[frozenset[str], str]:
        return frozenset(mentor.id for mentor in self.party), self.company


@dataclass(frozen=True)
class Ground:
    """A round, read with dictionaries and sets alone."""

    round: Round

    @property
    def venues(self) -> tuple[Venue, ...]:
        """Where people can meet, as the domain lists it."""
        return Context(self.round).venues

    def under_way(self) -> Iterator[Way]:
        """Matches that use what there is; a group is one slot of its host, not a place of each."""
        mentors = {mentor.id: mentor for mentor in self.round.mentors}
        people = {person.id: person for person in self.round.beneficiaries}
        for match in self.round.matches:
            if match.state in BUSY:
                party = tuple(mentors[each] for each in (match.mentor, match.second_mentor) if each)
                usual: Company = "joint" if len(party) == 1 else "paired"  # the careful one
                yield Way(party, people[match.beneficiary], match.company or usual, True, (), match.tasks)

    @cached_property
    def at_once(self) -> tuple[str, ...]:
        """Every two people whose one-off appointments share a minute."""
        minutes = {person.id: _appointment(person) for person in self.round.beneficiaries}
        return tuple(f"{a}/{b}" for a, b in combinations(minutes, 2) if minutes[a] & minutes[b])

    @cached_property
    def minutes_between(self) -> dict[frozenset[str], int]:
        table: dict[frozenset[str], int] = {}
        for row in self.round.areas:
            key = frozenset({folded(row.start), folded(row.end)})
            table[key] = max(table.get(key, 0), row.minutes)
        return table

    def way_to(self, mentor: Mentor, person: Beneficiary, venue: Venue | None) -> int | None:
        """Minutes one way; without a venue, to where the person is."""
        if venue is not None and venue.kind == "remote":
            return 0
        return self.way(mentor.area, venue.area if venue is not None and venue.listed else person.area)

    def way(self, start: str | None, end: str | None) -> int | None:
        """Minutes from one area to another."""
        if start is None or end is None:
            return None
        ends = frozenset({folded(start), folded(end)})
        return self.minutes_between.get(ends, WITHIN_AREA if len(ends) == 1 else None)

    def weekly(self, mentor: Mentor, person: Beneficiary, venues: tuple[Venue, ...]) -> int:
        """The longest way both ways, the meeting, writing up and debrief, over four weeks, rounded up."""
        ways = [self.way_to(mentor, person, venue) for venue in venues or (None,)]
        longest = max(UNKNOWN_WAY if way is None else way for way in ways)
        meeting = (person.session_minutes or SESSION) + 2 * longest + WRITE_UP + DEBRIEF
        month = meeting * (person.meetings_a_month or MEETINGS)
        return month // 4 + (month % 4 > 0)

    @cached_property
    def avoided(self) -> dict[str, Minutes]:
        lifted = {d.row for d in self.round.decisions if d.kind == "lift"}
        before = self.round.previous.avoid if self.round.previous else ()
        found: dict[str, Minutes] = {}
        for row in (*self.round.avoid, *(row for row in before if row.key not in lifted)):
            if row.time:
                found.setdefault(row.who, set()).update(_minutes((row.time,)))
        return found

    def common(self, way: Way, mentor: Mentor) -> Minutes:
        """Minutes of the week in which they could meet; none when the mentor's are not known."""
        person = way.person
        times = _minutes(mentor.free or ()) - _minutes(mentor.protected_time)
        times -= self.avoided.get(mentor.id, set()) | self.avoided.get(person.id, set())
        if person.free is not None:
            times &= _minutes(person.free)
        workers = {worker.id: worker for worker in self.round.navigators}
        worker = workers.get(person.navigator)
        if way.company == "joint" and worker is not None and worker.free is not None:
            times &= _minutes(worker.free)
        return times

    def seats(self, way: Way) -> dict[str, Minutes]:
        """The groups that somebody could join there, and the minutes at which they would be in each."""
        (host,), person, venue, found = way.party, way.person, way.venues[0], {}
        kept = self.avoided.get(host.id, set()) | self.avoided.get(person.id, set())
        kept = kept | _minutes(host.protected_time)
        for group in self.round.groups:
            if (group.host, group.place) == (host.id, venue.code):
                there = _minutes((group.slot,)) - kept
                if not venue.staffed:
                    there &= _minutes(self.round.programme.staff_reachable or ())
                lasts = min(person.session_minutes or SESSION, group.slot.end - group.slot.start)
                times = there if person.free is None else there & _minutes(person.free)
                stretch = {(d, m) for d, m in times if _stretch_around(times, d, m) >= lasts}
                if stretch and (person.needed_on is None or _hour(person.needed_on, lasts) <= there):
                    found[group.id] = stretch
        return found

    def free_seats(self) -> dict[str, int]:
        """Places in each group, less one for all who come, and for all who may as their group is not named."""
        free = {group.id: group.places for group in self.round.groups}
        for match in self.round.matches:
            if match.state in BUSY and match.company == "group":
                for group in self.round.groups:
                    if group.host == match.mentor and match.group in (None, group.id):
                        free[group.id] -= 1
        return {group: max(0, left) for group, left in free.items()}

    def fit(self, way: Way) -> int:
        """Interests and hopes 40, practicalities 20, of 100; the others as they are published."""
        return 20 * self._practical(way) + fit_of_the_people(self.round, way.party, way.person, way.company)

    def _practical(self, way: Way) -> int:
        session = way.person.session_minutes or SESSION
        times = [self.common(way, mentor) for mentor in way.party]
        if way.company == "group":
            times = [set().union(*self.seats(way).values())]
        meetings = len(set.intersection(*times)) // session
        points = 30 if meetings >= 4 else 20 if meetings >= 2 else 10 if meetings else 0
        ways = [self.way_to(mentor, way.person, venue) for mentor in way.party for venue in way.venues]
        known = [each for each in ways if each is not None]
        if len(known) == len(ways):
            points += 25 if max(known) <= 15 else 15 if max(known) <= 30 else 5 if max(known) <= 45 else 0
        liked = sum(bool({venue.code, venue.kind} & {*way.person.meet_where}) for venue in way.venues)
        points += 15 * liked // len(way.venues)
        return points + (
            30 if (way.person.together or "joint") == way.company else LEAST_STAFFED[way.company]
        )

    def worth(self, way: Way) -> tuple[int, ...]:
        """Urgent, offered, overdue, fit with ready's bonus and the price of a move, days waited."""
        waited = (self.round.as_of - way.person.asked_on).days if way.person.asked_on else 0
        fit = self.fit(way) + (READY_EARNS if way.ready else 0) - (MOVING_COSTS if self.moved(way) else 0)
        return int(way.person.urgent_by is not None), 1, int(waited >= OVERDUE_DAYS), fit, waited

    def moved(self, way: Way) -> bool:
        """Whether the last proposal suggested somebody else for this person, in whatever company."""
        last = self.round.previous.proposal.matches if self.round.previous else ()
        before = [frozenset(m.mentors) for m in last if m.beneficiary == way.person.id]
        return bool(before) and frozenset(mentor.id for mentor in way.party) not in before


def _appointment(person: Beneficiary) -> set[datetime]:
    if person.needed_on is None:
        return set()
    return {person.needed_on + timedelta(minutes=n) for n in range(person.session_minutes or SESSION)}


def _minutes(windows: tuple[Window, ...]) -> Minutes:
    return {(window.day, minute) for window in windows for minute in range(window.start, window.end)}


def _stretch_around(times: Minutes, day: int, minute: int) -> int:
    """How many minutes in a row there are around this one, on its day."""
    first, last = minute, minute
    while (day, first - 1) in times:
        first -= 1
    while (day, last + 1) in times:
        last += 1
    return last + 1 - first


def _hour(moment: datetime, minutes: int) -> Minutes:
    each = (moment + timedelta(minutes=passed) for passed in range(minutes))
    return {(one.weekday(), one.hour * 60 + one.minute) for one in each}
