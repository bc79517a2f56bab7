"""A change that might help: what somebody would do, and the round as it would then be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from matchmaker.domain.rows import Answer
from matchmaker.domain.words import COORDINATOR

if TYPE_CHECKING:
    from datetime import date

    from matchmaker.domain.record import Record
    from matchmaker.domain.round import Round

MendKind: TypeAlias = Literal["find out", "agree", "learn", "make room", "set aside"]
CHEAPEST_FIRST: Final[tuple[MendKind, ...]] = get_args(MendKind)
"""To ask costs least, to set a rule aside most."""

_SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "clearances": ("mentor", "task"),
    "comfort": ("mentor", "situation"),
    "situations": ("beneficiary", "task", "situation"),
    "answers": ("question",),
}
"""What tells that a row speaks of the same thing as another, which then no longer counts."""
_CONCERNS: Final[Mapping[str, tuple[str, ...]]] = {
    "clearances": ("mentor",),
    "comfort": ("mentor",),
    "teams": ("one", "other"),
    "situations": ("beneficiary",),
    "decisions": ("beneficiary",),
}
"""The columns that name whom a row of a sheet concerns; an answer names them in its question."""
_NO_RULES_BUSINESS: Final = ("first_visits_free", "supervision_places")
_LOOKED_AT_AGAIN: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it would be: on which sheet, in whose row, in which column."""

    sheet: str
    row: str
    column: str
    value: object


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that somebody could do, and what the round would then say."""

    kind: MendKind
    do: str
    given: str = ""
    """What has to come out of it for it to help, such as: if they are fine with support."""
    cells: tuple[Cell, ...] = ()
    rows: tuple[tuple[str, Record], ...] = ()
    """Sheets and rows that are put in, in place of rows that speak of the same thing."""

    @property
    def about(self) -> tuple[object, ...]:
        """What it changes, however far: the cells, and the rows that are put in."""
        return (*((cell.sheet, cell.row, cell.column) for cell in self.cells), *self.rows)

    @property
    def order(self) -> int:
        """Its place among the kinds, cheapest first."""
        return CHEAPEST_FIRST.index(self.kind)


@dataclass(frozen=True, slots=True)
class Touched:
    """Whose pairs have to be judged again: those of these people, and those with these mentors."""

    people: frozenset[str]
    mentors: frozenset[str]


def touched(mends: Iterable[Mend], round_: Round) -> Touched | None:
    """Return whom a change concerns; None where it may be everybody, as with a new place.

    No rule looks at the visits and places that a worker has free, so that they concern nobody's pairs.
    """
    names = set[str]()
    for mend in mends:
        names |= {cell.row for cell in mend.cells if cell.column not in _NO_RULES_BUSINESS}
        for sheet, row in mend.rows:
            if isinstance(row, Answer):
                names.update(row.question.split("/")[1:])
            elif sheet in _CONCERNS:
                names.update(getattr(row, column) for column in _CONCERNS[sheet])
            else:
                return None
    people = (person for person in round_.beneficiaries if {person.id, person.navigator} & names)
    mentors = (mentor.id for mentor in round_.mentors if mentor.id in names)
    return Touched(frozenset(person.id for person in people), frozenset(mentors))


def mended(round_: Round, mends: Iterable[Mend]) -> Round:
    """Return the round as it would be once all of this is done.

    Raises:
        InputErrors: together they say what cannot be.
    """
    changed: dict[str, list[Any]] = {}
    for mend in mends:
        for cell in mend.cells:
            sheet = changed.setdefault(cell.sheet, list(getattr(round_, cell.sheet)))
            place = next(place for place, row in enumerate(sheet) if row.id == cell.row)
            sheet[place] = sheet[place].model_copy(update={cell.column: cell.value})
        for name, row in mend.rows:
            sheet = changed.setdefault(name, list(getattr(round_, name)))
            same = _SAME.get(name, ())
            sheet[:] = [each for each in sheet if not same or _differ(each, row, same)]
            sheet.append(row)
    return round_.revised(**{name: tuple(rows) for name, rows in changed.items()})


def _differ(one: Record, other: Record, columns: tuple[str, ...]) -> bool:
    return any(getattr(one, column) != getattr(other, column) for column in columns)


def answered(question: str, said: Literal["yes", "no"], *, on: date) -> tuple[tuple[str, Record], ...]:
    """Return the row of an answer given today."""
    return (("answers", Answer(question=question, by=COORDINATOR, on=on, answer=said)),)


def as_judged(on: date) -> dict[str, Any]:
    """Return who judged something today, and when it is to be looked at again."""
    return {"by": COORDINATOR, "set_on": on, "review_on": on + _LOOKED_AT_AGAIN}
