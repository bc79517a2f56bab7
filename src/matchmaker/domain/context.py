"""Everything a rule may look at besides the pair itself, found by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.availability import Availability
from matchmaker.domain.decided import Decided
from matchmaker.domain.fields import folded
from matchmaker.domain.groups import Groups
from matchmaker.domain.habits import Habits
from matchmaker.domain.history import History
from matchmaker.domain.journeys import Journeys
from matchmaker.domain.judgements import Judgements
from matchmaker.domain.one_offs import OneOffs
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.protection import Protection
from matchmaker.domain.round import Round
from matchmaker.domain.rows import Match, Team
from matchmaker.domain.venues import venues_of
from matchmaker.domain.vocabulary import STANDARD, Vocabulary
from matchmaker.domain.wishes import Wish, Wishes, names_of, wishes
from matchmaker.domain.words import RESTING, Company


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
    def journeys(self) -> Journeys:
        """How long mentors are on the way."""
        return Journeys(self.round, self.habits)

    @cached_property
    def availability(self) -> Availability:
        """When people could meet."""
        return Availability(self.round, self.protection, self.groups)

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
        return venues_of(self.round, self.vocabulary)

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

    @cached_property
    def under_way(self) -> tuple[Match, ...]:
        """Matches that use places and hours."""
        return tuple(match for match in self.round.matches if match.under_way)

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
