"""A round in which every text that somebody can type says where it stands, so that pages can be searched."""

from __future__ import annotations

import copy
import re
from typing import Any

from matchmaker.domain.round import Round
from tests.cli.hamlet import hamlet, mentor, person

MARK = re.compile(r"Z[a-z]+")
DATED = {"by": "x", "set_on": "2026-11-02", "review_on": "2027-02-01"}
AREA = {"mentors": "Zmentorarea", "beneficiaries": "Zpersonarea"}
KEPT = {("answers", "question"), ("programme", "usual_language")}
"""Texts that name something; another one would not be a valid round."""


def everything() -> dict[str, Any]:
    """Return a round with a row of every collection, two introductions and one person without."""
    data = hamlet(
        comfort=[{"mentor": "M1", "situation": "crowds", "comfort": "yes", **DATED}],
        clearances=[{"mentor": "M1", "task": "court", "step": "joint", **DATED}],
        keep_apart=[{"one": "M2", "other": "B1", "kind": "no_contact"}],
        avoid=[{"who": "B3", "area": "x"}],
        teams=[{"id": "T1", "one": "M1", "other": "M2"}],
        answers=[{"question": "known-area/B1/M1", "by": "x", "on": "2026-11-02", "answer": "no"}],
        areas=[{"start": AREA["mentors"], "end": AREA["beneficiaries"], "minutes": 10}],
        places=[{"id": "P1", "label": "x", "kind": "allotment"}],
        groups=[{"id": "G1", "label": "x", "host": "N1", "place": "P1", "slot": "Wed 13:00-15:00", "places": 2}],
        stretch=[
            {"mentor": "M2", "task": "court", "mitigation": "joint", "agreed_with": "x", "agreed_on": "2026-11-02"}
        ],
        matches=[
            {"id": "X1", "beneficiary": "B6", "mentor": "M2", "state": "active", "started_on": "2026-06-01"}
        ],
        vocabulary=[{"sort": "task", "code": "choir", "label": "x", "kinds": ["library"]}],
    )  # fmt: skip
    data["mentors"] = [mentor("M1", "x"), mentor("M2", "x", people_at_once=3, hours_per_week=9)]
    data["beneficiaries"] += [person("B6", "x")]
    for each in data["beneficiaries"]:
        each |= {"urgent_on": "2026-11-02", "ready_own": "no", "ready_worker": "no", "gender_wish": "prefer"}
    for name, area in AREA.items():
        for each in data[name]:
            each |= {"area": area}
    return marked(data)


def marked(data: dict[str, Any]) -> dict[str, Any]:
    """Set every text to its canary, such as Zmentorslikes; lists of words also share one that both like."""
    found = copy.deepcopy(data)
    schema = Round.model_json_schema()
    for name, rows in found.items():
        for row in rows if isinstance(rows, list) else [rows]:
            for field, many in texts(schema, name).items():
                if (name, field) not in KEPT and (name, field[-4:]) not in ((n, "area") for n in AREA):
                    if name == "avoid" and field != "area":
                        continue
                    if name in ("areas", "keep_apart"):
                        continue
                    row[field] = (
                        [canary(name, field), *row.get(field, ()), "English"] if many else canary(name, field)
                    )
    return found


def canary(name: str, field: str) -> str:
    return f"Z{name}{field}".replace("_", "")


def texts(schema: dict[str, Any], name: str) -> dict[str, bool]:
    """Return the free texts of a collection, and whether each is a list, from the schema that checks them."""
    kind = schema["properties"][name]
    reference = kind.get("$ref") or kind["items"]["$ref"]
    fields = schema["$defs"][reference.rpartition("/")[2]]["properties"]
    found = {}
    for field, said in fields.items():
        for each in said.get("anyOf", [said]):
            if each.get("type") == "array" and free(each["items"]):
                found[field] = True
            elif free(each):
                found[field] = False
    return found


def free(said: dict[str, Any]) -> bool:
    return said.get("type") == "string" and not {"pattern", "format", "enum", "const"} & said.keys()


def found_in(page: str, data: dict[str, Any]) -> set[str]:
    """Return the canaries of a round that stand in a page, as collection.field."""
    schema = Round.model_json_schema()
    every = {(name, field) for name in data for field in texts(schema, name) if name != "schema_version"}
    return {f"{name}.{field}" for name, field in every if canary(name, field) in page}


def dressed(data: Any, string: str) -> Any:
    """Return a round with a string before every mark, as far as the field has room for it."""
    if isinstance(data, dict):
        return {key: dressed(value, string) for key, value in data.items()}
    if isinstance(data, list):
        return [dressed(each, string) for each in data]
    if isinstance(data, str) and MARK.fullmatch(data):
        return f"{string[: 99 - len(data)]} {data}"
    return data
