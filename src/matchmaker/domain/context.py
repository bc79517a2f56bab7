"""Everything a rule may look at besides the pair itself, found by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from matchmaker.domain.arrangement import Venue
from matchmaker.domain.decisions import Decision
from matchmaker.domain.fields import folded
from matchmaker.domain.habits import Habits
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.round import Round
from matchmaker.domain.rows import (
    Avoid,
    Clearance,
    Comfort,
    Judgement,
    KeepApart,
    Match,
    Situation,
    Stretch,
    Team,
)
from matchmaker.domain.vocabulary import REMOTE, STANDARD, Vocabulary
from matchmaker.domain.windows import Window, merged, times_in_common
from matchmaker.domain.words import ANY_TASK, RESTING, Comfortable, Company, YesNo

J = TypeVar("J", bound=Judgement)
_STRICTEST: tuple[Comfortable, ...] = ("no", "with_support", "yes")


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
            Venue(k.code, k.code, k.label, k.public, k.staffed)
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

    def in_date(self, row: Judgement) -> bool:
        """Say whether a judgement still counts; past its review date it is not known."""
        return row.review_on >= self.as_of

    def clearance(self, mentor: str, task: str) -> Clearance | None:
        """Return the mentor's row for a task, in date or not."""
        return self._clearances.get((mentor, task))

    @cached_property
    def _clearances(self) -> dict[tuple[str, str], Clearance]:
        return {(row.mentor, row.task): row for row in self.round.clearances}

    @cached_property
    def _stretch(self) -> dict[tuple[str, str], Stretch]:
        return {(row.mentor, row.task): row for row in self.round.stretch}

    def stretch(self, mentor: str, task: str) -> Stretch | None:
        """Return the stretch goal a mentor has for a task."""
        return self._stretch.get((mentor, task))

    def comfort(self, mentor: str, situation: str) -> Comfortable | None:
        """Return how comfortable a mentor is: the strictest answer in date, None when not known."""
        rows = self._comfort.get((mentor, situation), ())
        return min((row.comfort for row in rows if self.in_date(row)), key=_STRICTEST.index, default=None)

    @cached_property
    def _comfort(self) -> dict[tuple[str, str], list[Comfort]]:
        rows: dict[tuple[str, str], list[Comfort]] = defaultdict(list)
        for row in self.round.comfort:
            rows[row.mentor, row.situation].append(row)
        return dict(rows)

    def situations(self, beneficiary: str, task: str) -> Sequence[Situation]:
        """Return every row about a visit, those for any task included, in date or not."""
        return self._situations.get((beneficiary, task), []) + self._situations.get(
            (beneficiary, ANY_TASK), []
        )

    @cached_property
    def _situations(self) -> dict[tuple[str, str], list[Situation]]:
        rows: dict[tuple[str, str], list[Situation]] = defaultdict(list)
        for row in self.round.situations:
            rows[row.beneficiary, row.task].append(row)
        return dict(rows)

    @cached_property
    def protective(self) -> tuple[tuple[KeepApart, ...], tuple[Avoid, ...]]:
        """The protective rows in force: all of today's, and earlier ones that no decision lifted."""
        lifted = {decision.row for decision in self._decided("lift")}
        earlier = self.round.previous
        apart = {row.key: row for row in (earlier.keep_apart if earlier else ()) if row.key not in lifted}
        avoid = {row.key: row for row in (earlier.avoid if earlier else ()) if row.key not in lifted}
        apart |= {row.key: row for row in self.round.keep_apart}
        avoid |= {row.key: row for row in self.round.avoid}
        return tuple(apart.values()), tuple(avoid.values())

    def kept_apart(self, one: str, other: str) -> bool:
        """Say whether a row keeps these two apart."""
        return frozenset((one, other)) in self._apart

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset((row.one, row.other)) for row in self.protective[0] if row.other)

    def kept_from(self, mentor: str) -> frozenset[str]:
        """Return the situations that a mentor must not be brought into."""
        return self._kept_from.get(mentor, frozenset())

    @cached_property
    def _kept_from(self) -> dict[str, frozenset[str]]:
        rows: dict[str, set[str]] = defaultdict(set)
        for row in self.protective[0]:
            if row.situation:
                rows[row.one].add(row.situation)
        return {mentor: frozenset(situations) for mentor, situations in rows.items()}

    def avoids(self, who: str) -> Sequence[Avoid]:
        """Return what somebody has to avoid."""
        return self._avoids.get(who, [])

    @cached_property
    def _avoids(self) -> dict[str, list[Avoid]]:
        rows: dict[str, list[Avoid]] = defaultdict(list)
        for row in self.protective[1]:
            rows[row.who].append(row)
        return dict(rows)

    def avoided_times(self, who: str) -> tuple[Window, ...]:
        """Return the weekly times that somebody has to avoid."""
        return merged(row.time for row in self.avoids(who) if row.time)

    def answer(self, question: str) -> YesNo | None:
        """Return the answer to a question, from a row or a decision; the later decision wins."""
        return self._answers.get(question)

    @cached_property
    def _answers(self) -> dict[str, YesNo]:
        rows = {row.question: row.answer for row in self.round.answers}
        decided = {d.question: d.answer for d in self._decided("answer") if d.question and d.answer}
        return rows | decided

    def _decided(self, kind: str) -> Iterable[Decision]:
        return (decision for decision in self.round.decisions if decision.kind == kind)

    @cached_property
    def pins(self) -> tuple[Decision, ...]:
        """Pairs that the coordinator wants kept."""
        return tuple(self._decided("pin"))

    @cached_property
    def vetoes(self) -> tuple[Decision, ...]:
        """Pairs that the coordinator does not want, as long as the veto lasts."""
        return tuple(veto for veto in self._decided("veto") if veto.until is None or self.as_of <= veto.until)

    def vetoed(self, beneficiary: str, mentors: Iterable[str], *, company: Company) -> bool:
        """Say whether a veto in force speaks of this."""
        ids = tuple(mentors)
        return any(veto.is_about(beneficiary, ids, company=company) for veto in self.vetoes)

    def journey(self, mentor: Mentor, beneficiary: Beneficiary, venue: Venue) -> int | None:
        """Return a mentor's minutes to a venue, one way; None when not known."""
        if venue.kind == REMOTE:
            return 0
        start, end = mentor.area, venue.area_for(beneficiary)
        if start is None or end is None:
            return None
        same = self.habits.same_area_minutes if folded(start) == folded(end) else None
        return self._minutes.get(frozenset((folded(start), folded(end))), same)

    def common_times(
        self, mentor: Mentor, beneficiary: Beneficiary, *, joint: bool
    ) -> tuple[Window, ...] | None:
        """Return the weekly times all of them have; None when the mentor's are not known.

        A person's blank times are still to be agreed, so they limit nothing; nor do a worker's.
        """
        key = (mentor.id, beneficiary.id, joint)
        if key not in self._common:
            worker = self.navigators.get(beneficiary.navigator) if joint else None
            avoided = self.avoided_times(mentor.id) + self.avoided_times(beneficiary.id)
            taken = mentor.protected_time + avoided
            others = (beneficiary.free, worker.free if worker else None)
            self._common[key] = times_in_common(mentor.free, taken, others=others)
        return self._common[key]

    @cached_property
    def _common(self) -> dict[tuple[str, str, bool], tuple[Window, ...] | None]:
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
    def _together(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (mentor, match.beneficiary) for match in self.round.matches for mentor in match.mentors
        )

    def have_met(self, mentor: str, beneficiary: str) -> bool:
        """Say whether the two have been introduced before."""
        return (mentor, beneficiary) in self._together

    @cached_property
    def requests(self) -> tuple[Beneficiary, ...]:
        """People who asked for a mentor and have no match under way or resting."""
        busy = {m.beneficiary for m in self.round.matches if m.under_way or m.state in RESTING}
        return tuple(p for p in self.round.beneficiaries if p.wants == "yes" and p.id not in busy)

    @cached_property
    def suggested_before(self) -> dict[str, tuple[frozenset[str], Company]]:
        """What the last proposal suggested for each person: the mentors, and the company."""
        matches = self.round.previous.proposal.matches if self.round.previous else ()
        return {match.beneficiary: (frozenset(match.mentors), match.company) for match in matches}

    def languages(self, person: Mentor | Beneficiary) -> frozenset[str]:
        """Return the languages somebody speaks; blank means the usual one."""
        spoken = person.languages if person.languages is not None else (self.round.programme.usual_language,)
        return frozenset(folded(language) for language in spoken)
