"""Sheets into a round: which sheets there are, then cells, then rows, then what binds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from matchmaker.domain.refused import why_sheet_refused
from matchmaker.domain.round import Round
from matchmaker.errors import InputProblem, MatchmakerError
from matchmaker.files.counts import SheetCount
from matchmaker.files.drafting import read_draft
from matchmaker.files.headers import UNREAD
from matchmaker.files.judging import judge
from matchmaker.files.mixed_up import Found, told_apart
from matchmaker.files.schema import IGNORED, sheets
from matchmaker.files.spots import Fault, Finding, Spot, in_order
from matchmaker.files.words import Words, nearest

if TYPE_CHECKING:
    from matchmaker.files.drafts import Draft
    from matchmaker.files.grid import Grid

Outcome = tuple[Round | None, tuple[InputProblem, ...], tuple[SheetCount, ...]]


def round_from(grids: Sequence[Grid]) -> Outcome:
    """Return the round or None, every problem in order of reading, and the count of each sheet."""
    found, findings = _by_field(grids)
    words = Words(_own_words(found))
    drafts = {sheet.field: read_draft(grid, sheet, order=order, words=words) for order, grid, sheet in found}
    _account(found, drafts)
    _rows_needed(drafts)
    round_ = judge(drafts)
    for draft in drafts.values():
        findings += draft.findings
    if round_ is None and not findings:
        raise MatchmakerError("A workbook was refused, and we cannot say why. This is a bug.")
    counts = tuple(draft.counted for draft in drafts.values())
    return (None if findings else round_), in_order(findings), counts


def _account(found: Iterable[Found], drafts: Mapping[str, Draft]) -> None:
    """Make sure that every row was read, or counted as blank: nobody disappears on the way in."""
    for _, grid, sheet in found:
        count = drafts[sheet.field].count
        if count.known and count.rows != max(len(grid.rows) - 1, 0):
            raise MatchmakerError(f"Rows of {sheet.title} were lost on the way in. This is a bug.")


def _form(title: str) -> str:
    return re.sub(r"[\s_-]+", "", title.casefold())


def _by_field(grids: Sequence[Grid]) -> tuple[list[Found], list[Finding]]:
    """Pair grids with the sheets they are, and find those that are unknown, twice or not there."""
    known = {_form(sheet.title): sheet for sheet in sheets()}
    found: dict[str, Found] = {}
    findings: list[Finding] = []
    for order, grid in enumerate(grids, 1):
        sheet = known.get(_form(grid.title))
        if sheet and sheet.field not in found:
            found[sheet.field] = (order, grid, sheet)
        elif fault := _not_ours(grid.title, twice=sheet is not None):
            findings.append(Spot(grid.name, order).finding(fault))
    named = {nearest(grid.title, (s.title for s in sheets())) for _, grid in enumerate(grids)}
    for sheet in sheets():
        if sheet.required and sheet.field not in found and sheet.title not in named:
            fault = Fault("missing_sheet", "there is no such sheet.", "Maybe add it, as in the template.")
            findings.append(Spot(sheet.title, 0).finding(fault))
    sorted_out, mixed = told_apart(list(found.values()))
    return sorted_out, findings + mixed


def _not_ours(title: str, *, twice: bool) -> Fault | None:
    if twice:
        return Fault("sheet_twice", "this sheet is there twice.", "Maybe put all rows on one.")
    if why := why_sheet_refused(title):
        message, maybe, advice = why.partition(" Maybe ")
        return Fault("refused_sheet", message, f"Maybe {advice}" if maybe else "")
    if title.casefold().startswith(UNREAD) or _form(title) in map(_form, IGNORED):
        return None
    near = nearest(title, (sheet.title for sheet in sheets()))
    advice = f"Maybe {near}?" if near else "Maybe start its name with x_, and it is left alone."
    return Fault("unknown_sheet", "this is not a sheet we know.", advice)


def _own_words(found: Iterable[Found]) -> list[tuple[str, str, str]]:
    """Read the Vocabulary sheet first, so that its labels can be said everywhere else."""
    for order, grid, sheet in found:
        if sheet.field == "vocabulary":
            rows = read_draft(grid, sheet, order=order, words=Words()).rows
            keys = ("sort", "code", "label")
            return [
                (row.values["sort"], row.values["code"], row.values["label"])
                for row in rows
                if not row.aside and not row.bad & set(keys)
            ]
    return []


def _rows_needed(drafts: Mapping[str, Draft]) -> None:
    """Ask for the one row of Programme; a workbook that nobody has filled in hears of all four."""
    programme = drafts.get("programme")
    if programme is None or not programme.header.fields:
        return
    extra, programme.rows = programme.rows[1:], programme.rows[:1]
    for row in extra:
        text = "is a second row, and a round has one programme."
        fault = Fault("second_row", text, "Maybe leave only the one that holds today.")
        programme.findings = [f for f in programme.findings if f.problem.row != row.number]
        programme.note(programme.spot(row.number), fault)
    if programme.rows:
        return
    for draft in drafts.values():
        if draft.sheet.required and draft.header.fields and not draft.rows:
            what = "its one row" if draft.sheet.one_row else "a row for each"
            text = "nothing is filled in yet."
            fault = Fault("no_rows", text, f"Maybe add {what}, under the grey example.")
            draft.note(draft.spot(), fault)
