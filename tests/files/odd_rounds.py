"""Random valid rounds full of what spreadsheets get wrong: signs, zeros, dates, the word none."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from typing import Any

from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.files.schema import Column, sheets

AS_OF = date(2026, 11, 30)
ODD = (
    "=1+1", "@x", "+7", "-", "007", "7", "1,000", "TRUE", "yes", "none", "None;", "none;", "a;b", ";",
    "\\", "a\\b", "a\\;b", "\\;", "\\\\", "_x0041_", "é𝄞", "two\nlines", "a\ttab", "'quoted", "<b>&amp;",
    "2026-11-30", "30/11/2026", "http://a.b", "#REF!", "1e400", "Mon 10:00-12:30", "x" * 100,
)  # fmt: skip


def odd_round(seed: int) -> Round:
    draw = random.Random(seed)
    data: dict[str, Any] = {"programme": _programme(draw)}
    ids = {
        "mentors": [f"M{n}" for n in range(draw.randint(2, 4))],
        "beneficiaries": [f"B{n}" for n in range(draw.randint(1, 4))],
        "navigators": ["N1", "none-2"],
        "places": ["7", "office.a"],
        "tasks": ["odd_task", *STANDARD.tasks],
        "kinds": list(STANDARD.kinds),
        "situations": list(STANDARD.situations),
    }
    ids |= {
        "tasks or any": [*ids["tasks"], "any"],
        "venues": ids["kinds"] + ids["places"],
        "people": ids["mentors"] + ids["beneficiaries"] + ids["navigators"],
        "mentors or beneficiaries": ids["mentors"] + ids["beneficiaries"],
    }
    for sheet in sheets():
        if sheet.one_row or sheet.field == "vocabulary":
            continue
        own = ids.get(sheet.field) or [f"{sheet.field}.{n}" for n in range(draw.randint(0, 3))]
        own = own[:1] if sheet.field == "teams" else own  # two mentors are one team
        if sheet.field == "groups":
            ids["groups"] = own
        rows = [_row(sheet.columns, draw, ids) | ({"id": name} if sheet.column("id") else {}) for name in own]
        data[sheet.field] = [_settled(sheet.field, row, ids, n) for n, row in enumerate(rows)]
    data["vocabulary"] = [{"sort": "task", "code": "odd_task", "label": "an odd task", "kinds": ["home"]}]
    return Round.from_dict(data)


def _programme(draw: random.Random) -> dict[str, Any]:
    return {
        "as_of": AS_OF.isoformat(),
        "locality": draw.choice(ODD),
        "usual_language": draw.choice(ODD),
        "safeguarding_contact": draw.choice(ODD),
        "staff_reachable": draw.choice([None, [], ["Mon 09:00-17:00"]]),
    }


def _row(columns: tuple[Column, ...], draw: random.Random, ids: dict[str, list[str]]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in columns:
        if not column.required and draw.random() < 0.4:
            continue
        if column.many:
            many = {_item(column, draw, ids) for _ in range(draw.randint(int(column.required), 3))}
            row[column.name] = sorted(many)
        else:
            row[column.name] = _item(column, draw, ids)
    if draw.random() < 0.3:
        row["x_own"] = draw.choice(ODD)
    return row


def _item(column: Column, draw: random.Random, ids: dict[str, list[str]]) -> Any:
    day = AS_OF - timedelta(days=draw.randint(0, 400))
    later = datetime.fromisoformat("2026-12-01") + timedelta(minutes=draw.choice([0, 600, 1439, 99_999]))
    plain = {
        "yes_no": draw.random() < 0.5,
        "whole": draw.randint(15, 99),
        "number": draw.choice([0, 1.25, 168.0]),
        "day": day.isoformat() if draw.random() < 0.8 else draw.choice(["0001-01-01", "1900-02-28"]),
        "moment": later.isoformat(" ", "minutes"),
        "window": draw.choice(["Mon 00:00-24:00", "Sun 09:05-10:00", "Wed 13:00-15:30"]),
        "days": draw.choice(["2026-12-01", "2026-12-01 to", "2026-12-01 to 2026-12-14"]),
    }
    if column.sort == "word":
        return draw.choice(column.words)
    if column.sort == "id":
        return draw.choice(ids.get(column.names) or ["G.1"])
    return plain[column.sort] if column.sort in plain else draw.choice(ODD)


def _settled(field: str, row: dict[str, Any], ids: dict[str, list[str]], n: int) -> dict[str, Any]:
    """Put right what must hold across fields and rows."""
    if "review_on" in row:
        row["review_on"] = "2027-06-01"
    if field == "beneficiaries":
        for name in ("urgent_by", "urgent_reason", "urgent_on"):
            row.pop(name, None)
        row |= {"asked_on": "2026-10-05", "wants_to_do": ["court", "odd_task"]}
        row["gender_wished"] = "a woman"
        row.setdefault("gender_wish", "not_asked")
    if field == "keep_apart":
        row |= {"one": ids["mentors"][0], "other": ids["beneficiaries"][0]}
        row.pop("situation", None)
    if field == "avoid":
        for name in [name for name in ("place", "kind", "area") if name in row]:
            del row[name]
        row["time"] = "Mon 09:00-12:00"
    if field == "teams":
        row |= {"one": ids["mentors"][0], "other": ids["mentors"][1]}
    if field in ("clearances", "stretch"):
        row["task"] = ids["tasks"][n]
    _make_sense(field, row, ids, n)
    return row


def _make_sense(field: str, row: dict[str, Any], ids: dict[str, list[str]], n: int) -> None:
    """Nobody lists a home, a match is in its mentor's group, answers are to real questions, and strict."""
    if field == "groups":
        row["host"] = ids["mentors"][0]
    if field == "matches" and row.pop("group", None) and ids["groups"]:
        row |= {"group": ids["groups"][-1], "company": "group", "mentor": ids["mentors"][0]}
    if field == "places" and row["kind"] == "home":
        row["kind"] = "library"
    if field == "answers":
        people, mentors = ids["beneficiaries"], ids["mentors"]
        asked = [f"dual-worked/{b}" for b in people] + [
            f"known-area/{b}/{m}" for b in people for m in mentors
        ]
        row |= {"question": asked[n], "answer": "yes"}
