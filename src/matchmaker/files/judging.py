"""From drafts to a round, or to everything that is wrong with them, each thing at its own cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from matchmaker.domain.reading import problems_of
from matchmaker.domain.round import Round
from matchmaker.files.schema import Column, sheets
from matchmaker.files.spots import Fault
from matchmaker.files.standins import BETWEEN_ROWS, bare_row, stand_in

if TYPE_CHECKING:
    from matchmaker.errors import InputProblem
    from matchmaker.files.drafts import Draft, Row

PASSES = 6
"""Field, row, then round: what is wrong with one hides the next, until a stand-in takes its place."""

_HALF = "half_filled"
_PEOPLE = {"mentors", "beneficiaries", "navigators"}
_SHEETS_OF = {
    "people": _PEOPLE,
    "mentors or beneficiaries": _PEOPLE - {"navigators"},
    "venues": {"places", "vocabulary"},
    **{key: {"vocabulary"} for key in ("tasks", "tasks or any", "kinds", "situations")},
}
"""The sheets in which a reference may find what it names, where that is not the sheet of its own name."""
_TOO = {
    "greater_than_equal": ("is too small.", "Maybe greater than or equal to ", " or more."),
    "less_than_equal": ("is too large.", "Maybe less than or equal to ", " or less."),
}


def judge(drafts: Mapping[str, Draft]) -> Round | None:
    """Return the round, or None with every finding noted in the drafts."""
    unreadable = _unreadable_sheets(drafts)
    for _ in range(PASSES):
        try:
            round_ = Round.model_validate(_data(drafts))
        except ValidationError as error:
            if not _note_all(error, drafts, unreadable):
                return None
        else:
            return round_ if _is_whole(drafts) else None
    return None


def _is_whole(drafts: Mapping[str, Draft]) -> bool:
    """Say whether no stand-in can be in the round."""
    programme = drafts.get("programme")
    return bool(programme and programme.rows) and not any(d.findings for d in drafts.values())


def _unreadable_sheets(drafts: Mapping[str, Draft]) -> set[str]:
    """Name the sheets whose ids we do not have; what points there is not at fault."""
    lost = {sheet.field for sheet in sheets() if sheet.required and sheet.field not in drafts}
    return lost | {name for name, draft in drafts.items() if not draft.is_readable}


def _data(drafts: Mapping[str, Draft]) -> dict[str, Any]:
    data: dict[str, Any] = {name: [_values(r, d) for r in d.rows] for name, d in drafts.items()}
    programme = data.get("programme")
    data["programme"] = programme[0] if programme else _no_programme()
    return data


def _no_programme() -> dict[str, Any]:
    sheet = next(sheet for sheet in sheets() if sheet.one_row)
    return bare_row(sheet, 2)


def _values(row: Row, draft: Draft) -> dict[str, Any]:
    """Return the row with a stand-in for each bad field of which nothing could be read."""
    if row.aside:
        return row.values
    bad = (draft.sheet.column(name) for name in row.bad if not row.values.get(name))
    return row.values | {c.name: stand_in(c, draft.sheet, row=row.number) for c in bad if c}


def _note_all(error: ValidationError, drafts: Mapping[str, Draft], unreadable: set[str]) -> bool:
    """Note what is new, put stand-ins in its place, and say whether anything was."""
    mend: list[tuple[Draft, Row, str, str]] = []
    for line, problem in zip(error.errors(include_url=False), problems_of(error), strict=True):
        field, index, name = _steps(line["loc"])
        draft = drafts.get(field)
        if draft is None or index >= len(draft.rows):
            continue
        row = draft.rows[index]
        if row.aside or _follows(problem, draft.sheet.column(name), drafts, unreadable):
            continue
        if name in row.bad:
            # Its own cells contradict each other, and one of them was named before.
            mend += [(draft, row, name, problem.code)] if problem.code == _HALF else []
            continue
        _note(draft, row, name=name, problem=problem)
        mend.append((draft, row, name, problem.code))
    for draft, row, name, code in mend:
        _mend(draft, row, name=name, code=code)
    return bool(mend)


def _steps(path: tuple[str | int, ...]) -> tuple[str, int, str]:
    field, *rest = path
    index = rest.pop(0) if rest and isinstance(rest[0], int) else 0
    return str(field), int(index), str(rest[0]) if rest else ""


def _follows(
    problem: InputProblem, column: Column | None, drafts: Mapping[str, Draft], unreadable: set[str]
) -> bool:
    """Say whether this is only what follows from something that is named elsewhere."""
    if problem.code == "unknown_reference" and column:
        return bool(_SHEETS_OF.get(column.names, {column.names}) & unreadable)
    if problem.code == "unknown_question":
        return bool(_PEOPLE & unreadable)
    if problem.code in ("in_the_future", "in_the_past"):
        rows = drafts["programme"].rows if "programme" in drafts else []
        return not rows or "as_of" in rows[0].bad
    return False


def _note(draft: Draft, row: Row, *, name: str, problem: InputProblem) -> None:
    if name in draft.header.numbers:
        draft.note(draft.spot(row.number, name), _fault(problem, row, draft.sheet.column(name)))
    elif name not in draft.header.suspected:
        draft.header.suspected.add(name)
        text = f"there is no column {name}, and it {problem.message}"
        draft.note(draft.spot(1, name), Fault("missing_column", text, problem.advice))


def _fault(problem: InputProblem, row: Row, column: Column | None) -> Fault:
    """Say it in the words of a sheet, with the value as it looks there; private text stays there."""
    value = row.shown.get(column.name) if column else None
    if column and column.many and problem.value is not None and not column.private:
        value = problem.value
    message, advice = problem.message, problem.advice
    if problem.code in _TOO:
        message, words, tail = _TOO[problem.code]
        advice = f"Maybe {advice.removeprefix(words).rstrip('.')}{tail}"
    return Fault(problem.code, message, advice, value)


def _mend(draft: Draft, row: Row, *, name: str, code: str) -> None:
    row.bad.add(name)
    if code == _HALF:
        row.values = bare_row(draft.sheet, row.number, also=name)
        row.aside = True
    elif code not in BETWEEN_ROWS:
        row.values.pop(name, None)
