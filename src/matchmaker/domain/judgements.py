"""What people judged about tasks, visits and their own comfort, and whether it still counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from matchmaker.domain.round import Round
from matchmaker.domain.rows import Clearance, Comfort, Judgement, Situation, Stretch
from matchmaker.domain.words import ANY_TASK, Comfortable

_STRICTEST: tuple[Comfortable, ...] = ("no", "with_support", "yes")


@dataclass(frozen=True)
class Judgements:
    """The dated rows of a round, by whom and what they are about."""

    round: Round

    def in_date(self, row: Judgement) -> bool:
        """Say whether a judgement still counts; past its review date it is not known."""
        return row.review_on >= self.round.as_of

    def clearance(self, mentor: str, task: str) -> Clearance | None:
        """Return the mentor's row for a task, in date or not."""
        return self._clearances.get((mentor, task))

    @cached_property
    def _clearances(self) -> dict[tuple[str, str], Clearance]:
        return {(row.mentor, row.task): row for row in self.round.clearances}

    def stretch(self, mentor: str, task: str) -> Stretch | None:
        """Return the stretch goal a mentor has for a task."""
        return self._stretch.get((mentor, task))

    @cached_property
    def _stretch(self) -> dict[tuple[str, str], Stretch]:
        return {(row.mentor, row.task): row for row in self.round.stretch}

    def comfort(self, mentor: str, situation: str) -> Comfortable | None:
        """Return how comfortable a mentor is: the strictest answer in date, None when not known.

        A row past its review date is not known, so that beside it only a no in date is sure.
        """
        rows = self._comfort.get((mentor, situation), ())
        said = min((row.comfort for row in rows if self.in_date(row)), key=_STRICTEST.index, default=None)
        return said if said == "no" or all(self.in_date(row) for row in rows) else None

    @cached_property
    def _comfort(self) -> dict[tuple[str, str], list[Comfort]]:
        rows: dict[tuple[str, str], list[Comfort]] = defaultdict(list)
        for row in self.round.comfort:
            rows[row.mentor, row.situation].append(row)
        return dict(rows)

    def situations(self, beneficiary: str, task: str) -> Sequence[Situation]:
        """Return every row about a visit, those for any task included, in date or not."""
        return (
            *self._situations.get((beneficiary, task), ()),
            *self._situations.get((beneficiary, ANY_TASK), ()),
        )

    def high(self, beneficiary: str, tasks: Collection[str] | None) -> Sequence[Situation]:
        """Return the rows that call something highly likely at any of these tasks, in date or not.

        None stands for every task there is.
        """
        rows = self._high.get(beneficiary, ())
        return [row for row in rows if tasks is None or row.task == ANY_TASK or row.task in tasks]

    @cached_property
    def _high(self) -> dict[str, list[Situation]]:
        rows: dict[str, list[Situation]] = defaultdict(list)
        for row in self.round.situations:
            if row.level == "high":
                rows[row.beneficiary].append(row)
        return dict(rows)

    @cached_property
    def _situations(self) -> dict[tuple[str, str], list[Situation]]:
        rows: dict[tuple[str, str], list[Situation]] = defaultdict(list)
        for row in self.round.situations:
            rows[row.beneficiary, row.task].append(row)
        return dict(rows)
