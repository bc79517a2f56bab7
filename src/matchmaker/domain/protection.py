"""What keeps people apart, or away from places, times and situations. Nobody is told why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from matchmaker.domain.decided import Decided
from matchmaker.domain.questions import KNOWN_AREA
from matchmaker.domain.round import Round
from matchmaker.domain.rows import Avoid, KeepApart
from matchmaker.domain.windows import Window, merged
from matchmaker.domain.words import ApartKind

_KNOWN: Final = "known_to_each_other"


@dataclass(frozen=True)
class Protection:
    """The protective rows in force: all of today's, and earlier ones that no decision lifted."""

    round: Round
    decided: Decided

    @cached_property
    def keep_apart(self) -> tuple[KeepApart, ...]:
        """Rows about two people, or a mentor and a situation; who said they know each other counts too."""
        earlier = self.round.previous.keep_apart if self.round.previous else ()
        held = {row.key: row for row in earlier if row.key not in self.decided.lifted}
        return tuple((held | {row.key: row for row in self.told_today}).values())

    @cached_property
    def told_today(self) -> tuple[KeepApart, ...]:
        """The rows that this round itself tells: in KeepApart, by an answer or by a match."""
        return (*self.round.keep_apart, *self._acquainted())

    def _acquainted(self) -> Iterator[KeepApart]:
        """Yield a row for each two who know each other or of whom one declined; nobody is told (S0:L196).

        A decision that ends a match says so from that day on, not only once the sheet does.
        """
        for question, said in self.decided.answers.items():
            code, *about = question.split("/")
            if code == KNOWN_AREA and said == "yes":
                one, other = about
                yield KeepApart(one=one, other=other, kind=_KNOWN)
        ending = {d.match for d in self.round.decisions if d.end_reason == _KNOWN}
        for match in self.round.matches:
            known = match.end_reason == _KNOWN or match.id in ending
            if known or match.state == "declined":
                for mentor in match.mentors:
                    kind: ApartKind = _KNOWN if known else "declined_before"
                    yield KeepApart(one=match.beneficiary, other=mentor, kind=kind)

    @cached_property
    def avoid(self) -> tuple[Avoid, ...]:
        """Rows about somebody and a place, kind of place, area or time."""
        earlier = self.round.previous.avoid if self.round.previous else ()
        held = {row.key: row for row in earlier if row.key not in self.decided.lifted}
        return tuple((held | {row.key: row for row in self.round.avoid}).values())

    def kept_apart(self, one: str, other: str) -> bool:
        """Say whether these two are to be kept apart."""
        return frozenset((one, other)) in self._apart

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset((row.one, row.other)) for row in self.keep_apart if row.other)

    def kept_from(self, mentor: str) -> frozenset[str]:
        """Return the situations that a mentor must not be brought into."""
        return self._kept_from.get(mentor, frozenset())

    @cached_property
    def _kept_from(self) -> dict[str, frozenset[str]]:
        rows: dict[str, set[str]] = defaultdict(set)
        for row in self.keep_apart:
            if row.situation:
                rows[row.one].add(row.situation)
        return {mentor: frozenset(situations) for mentor, situations in rows.items()}

    def avoids(self, who: str) -> Sequence[Avoid]:
        """Return what somebody has to avoid."""
        return self._avoids.get(who, ())

    @cached_property
    def _avoids(self) -> dict[str, list[Avoid]]:
        rows: dict[str, list[Avoid]] = defaultdict(list)
        for row in self.avoid:
            rows[row.who].append(row)
        return dict(rows)

    def avoided_times(self, who: str) -> tuple[Window, ...]:
        """Return the weekly times that somebody has to avoid."""
        return merged(row.time for row in self.avoids(who) if row.time)
