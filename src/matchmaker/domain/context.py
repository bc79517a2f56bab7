"""Everything a rule may look at besides the pair itself, found by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from matchmaker.domain.arrangement import Pair, Venue
from matchmaker.domain.decided import Decided
from matchmaker.domain.fields import folded
from matchmaker.domain.groups import Groups
from matchmaker.domain.habits import Habits
from matchmaker.domain.history import History
from matchmaker.domain.judgements import Judgements
from matchmaker.domain.one_offs import OneOffs
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.protection import Protection
from matchmaker.domain.round import Round
from matchmaker.domain.rows import Match, Team
from matchmaker.domain.vocabulary import REMOTE, STANDARD, Vocabulary
from matchmaker.domain.windows import Window, overlap, times_in_common
from matchmaker.domain.wishes import Wish, Wishes, names_of, wishes
from matchmaker.domain.words import MET, RESTING, Company

_NO_MEETING = ("known_to_each_other", "meetings_didnt_get_going")


@dataclass(frozen=True)
class Context:
    """A round, indexed. It is built once and never changes."""

    round: Round
    habits: Habits = field(default_factory=Habits)

    @property
    def as_of(self) -> date:
        """The day everything is judged on."""
        return self.round.as_of

    @cached_property
    def decided(self) -> Decided:
        """Pins, vetoes and answers."""
        return Decided(self.round)

    @cached_property
    def protection(self) -> Protection:
        """What keeps people apart, or away from places, times and situations."""
        return Protection(self.round, self.decided)

    @cached_property
    def judgements(self) -> Judgements:
        """Clearances, comfort, situations and stretch goals."""
        return Judgements(self.round)

    @cached_property
    def one_offs(self) -> OneOffs:
        """One-off appointments, and which of them overlap."""
        return OneOffs(self.round, self.habits)

    @cached_property
    def history(self) -> History:
        """Matches and groups by mentor, and whom the last proposal named."""
        return History(self.round)

    @cached_property
    def groups(self) -> Groups:
        """Groups that mentors host: where, when, and who may be there."""
        return Groups(self.round, self.protection, self.habits)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the standard and of this programme."""
        return STANDARD.with_words(self.round.vocabulary)

    @cached_property
    def mentors(self) -> dict[str, Mentor]:
        """Mentors by id."""
        return {mentor.id: mentor for mentor in self.round.mentors}

    @cached_property
    def beneficiaries(self) -> dict[str, Beneficiary]:
        """Beneficiaries by id."""
        return {person.id: person for person in self.round.beneficiaries}

    @cached_property
    def navigators(self) -> dict[str, Navigator]:
        """Navigators by id."""
        return {navigator.id: navigator for navigator in self.round.navigators}

    @cached_property
    def teams(self) -> dict[frozenset[str], Team]:
        """Teams by the ids of their two mentors."""
        return {frozenset((team.one, team.other)): team for team in self.round.teams}

    @cached_property
    def venues(self) -> tuple[Venue, ...]:
        """Every listed place, and every kind of which none is listed."""
        kinds = self.vocabulary.kinds
        listed = {place.kind for place in self.round.places}
        places = [
            Venue(
                place.id, place.kind, place.label,
                kinds[place.kind].public if place.public is None else place.public,
                kinds[place.kind].staffed if place.staffed is None else place.staffed,
                place.area, listed=True, bars_former_users=place.bars_former_users,
            )
            for place in self.round.places
        ]  # fmt: skip
        unlisted = [
            Venue(k.code, k.code, k.label, k.public, k.staffed, elsewhere=k.elsewhere)
            for k in kinds.values()
            if k.code not in listed
        ]
        return (*places, *unlisted)

    @cached_property
    def venue(self) -> dict[str, Venue]:
        """Venues by code."""
        return {venue.code: venue for venue in self.venues}

    def venues_for(self, task: str) -> tuple[Venue, ...]:
        """Return the venues where a task can happen."""
        return self._venues_by_task[task]

    @cached_property
    def _venues_by_task(self) -> dict[str, tuple[Venue, ...]]:
        tasks = self.vocabulary.tasks.values()
        return {task.code: tuple(v for v in self.venues if v.kind in task.kinds) for task in tasks}

    def said(self, task: str) -> str:
        """Return a task as people say it."""
        return self.vocabulary.tasks[task].label

    def words(self, written: tuple[str, ...]) -> Mapping[str, str]:
        """Return what somebody wrote, by the form in which two words are equal, in the order of that form."""
        if written not in self._words:
            ordered = sorted(written, key=lambda word: (folded(word), word))
            self._words[written] = {folded(word): " ".join(word.split()) for word in ordered}
        return self._words[written]

    @cached_property
    def _words(self) -> dict[tuple[str, ...], dict[str, str]]:
        """Remember what is asked for with each pair, by the words themselves so that it never ages."""
        return {}

    def task(self, code: str) -> Wish:
        """Return a task as people say it, with the words that name it."""
        return self._tasks[code]

    @cached_property
    def _tasks(self) -> dict[str, Wish]:
        tasks = self.vocabulary.tasks.values()
        return {task.code: Wish(task.label, names_of(task.code, task.label)) for task in tasks}

    def wishes(self, person: Beneficiary) -> Wishes:
        """Return what a person hopes for and wants to do, each thing once."""
        key = (person.hopes, person.nice_tasks, person.wants_to_do)
        if key not in self._wishes:
            nice, must = (map(self.task, tasks) for tasks in (person.nice_tasks, person.wants_to_do))
            self._wishes[key] = wishes(self.words(person.hopes), nice=nice, must=must)
        return self._wishes[key]

    @cached_property
    def _wishes(self) -> dict[tuple[tuple[str, ...], ...], Wishes]:
        return {}

    def venues_in(self, task: str, company: Company, *, host: Mentor) -> tuple[Venue, ...]:
        """Return where a task can happen in a company: in a group, only where this mentor hosts one."""
        venues = self.venues_for(task)
        if company != "group":
            return venues
        places = self.groups.places(host.id)
        return tuple(venue for venue in venues if venue.code in places)

    def journey(self, mentor: Mentor, beneficiary: Beneficiary, *, venue: Venue) -> int | None:
        """Return a mentor's minutes to a venue, one way; None when not known."""
        return self._way(mentor.area, venue.area_for(beneficiary), kind=venue.kind)

    def way_to(self, mentor: Mentor, place: str) -> int | None:
        """Return a mentor's minutes to a listed place, one way; None when not known."""
        venue = self.venue[place]
        return self._way(mentor.area, venue.area, kind=venue.kind)

    def _way(self, start: str | None, end: str | None, *, kind: str) -> int | None:
        if kind == REMOTE:
            return 0
        if start is None or end is None:
            return None
        same = self.habits.same_area_minutes if folded(start) == folded(end) else None
        return self._minutes.get(frozenset((folded(start), folded(end))), same)

    def common_times(
        self, mentors: Sequence[Mentor], beneficiary: Beneficiary, *, joint: bool
    ) -> tuple[Window, ...] | None:
        """Return the weekly times all of them have; None when no mentor's are known.

        A person's blank times are still to be agreed, so they limit nothing; nor do a worker's.
        """
        key = (*(mentor.id for mentor in mentors), beneficiary.id, str(joint))
        if key not in self._common:
            worker = self.navigators.get(beneficiary.navigator) if joint else None
            free = [mentor.free for mentor in mentors]
            taken = [time for mentor in mentors for time in mentor.protected_time]
            taken += [
                time for who in (*mentors, beneficiary) for time in self.protection.avoided_times(who.id)
            ]
            others = (beneficiary.free, worker.free if worker else None)
            self._common[key] = times_in_common(free, taken, others=others)
        return self._common[key]

    def times_of(self, pair: Pair) -> tuple[Window, ...]:
        """Return the weekly times that all of this pair have; in a group, those of the group."""
        if pair.company == "group":
            venues = [venue for _, venue in pair.venues[:1]]
            host, person = pair.mentors[0], pair.beneficiary
            return tuple(time for v in venues for time in self.groups.times(host, person, venue=v))
        return self.common_times(pair.mentors, pair.beneficiary, joint=pair.company == "joint") or ()

    def meeting_times(self, pair: Pair) -> tuple[Window, ...]:
        """Return the weekly times at which this pair could meet; alone, only while a worker can be rung."""
        times, reachable = self.times_of(pair), self.round.programme.staff_reachable
        return overlap(times, reachable) if pair.company == "alone" and reachable is not None else times

    @cached_property
    def _common(self) -> dict[tuple[str, ...], tuple[Window, ...] | None]:
        """Remember what several rules and criteria ask for."""
        return {}

    @cached_property
    def _minutes(self) -> dict[frozenset[str], int]:
        rows: dict[frozenset[str], int] = {}
        for row in self.round.areas:
            key = frozenset((folded(row.start), folded(row.end)))
            rows[key] = max(row.minutes, rows.get(key, 0))
        return rows

    @cached_property
    def under_way(self) -> tuple[Match, ...]:
        """Matches that use places and hours."""
        return tuple(match for match in self.round.matches if match.under_way)

    @cached_property
    def _met(self) -> frozenset[tuple[str, str]]:
        met = [
            m
            for m in self.round.matches
            if m.state in MET and (m.state != "ended" or m.end_reason) and m.end_reason not in _NO_MEETING
        ]
        return frozenset((mentor, match.beneficiary) for match in met for mentor in match.mentors)

    def have_met(self, mentor: str, beneficiary: str) -> bool:
        """Say whether the two have met through us, however it went."""
        return (mentor, beneficiary) in self._met

    @cached_property
    def requests(self) -> tuple[Beneficiary, ...]:
        """People who asked for a mentor, have no match under way or resting, and did not say not now."""
        busy = {m.beneficiary for m in self.round.matches if m.under_way or m.state in RESTING}
        busy |= self.decided.none_for_now
        return tuple(p for p in self.round.beneficiaries if p.wants == "yes" and p.id not in busy)

    @cached_property
    def curious(self) -> tuple[Beneficiary, ...]:
        """People who would like to hear more, and did not say not now."""
        not_now = self.decided.none_for_now
        people = self.round.beneficiaries
        return tuple(p for p in people if p.wants == "would_like_to_hear_more" and p.id not in not_now)

    @cached_property
    def suggested_before(self) -> dict[str, frozenset[str]]:
        """Which mentors the last proposal suggested for each person."""
        matches = self.round.previous.proposal.matches if self.round.previous else ()
        return {match.beneficiary: frozenset(match.mentors) for match in matches}

    def languages(self, person: Mentor | Beneficiary) -> frozenset[str]:
        """Return the languages somebody speaks; blank means the usual one."""
        spoken = person.languages if person.languages is not None else (self.round.programme.usual_language,)
        return frozenset(folded(language) for language in spoken)
