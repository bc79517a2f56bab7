"""A small programme as plain records, worked out by hand: nothing in its proposal breaks a rule.

Each mentor hosts a group in the reading room on a day of their own, and everybody would like one, but all
of the proposal's matches are in other companies.

2 November 2026 is a Monday, 3 December 2026 a Thursday.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from matchmaker.verify.absolute import absolute_breaches


def mentor(name: str, **cells: Any) -> dict[str, Any]:
    return {
        "id": name, "label": f"Mentor {name}", "navigator": "N1", "available": True,
        "offers": ["mentoring"], "hours_per_week": 4, "people_at_once": 2, "usual_step": "alone",
    } | cells  # fmt: skip


def person(name: str, **cells: Any) -> dict[str, Any]:
    return {
        "id": name, "label": f"Person {name}", "navigator": "N1", "wants": "yes",
        "asked_on": "2026-10-05", "wants_to_do": ["coffee_walk"], "gender_wish": "no_wish",
        "dual_worked": False, "together": "group",
    } | cells  # fmt: skip


def option(company: str, *mentors: str, state: str = "ready") -> dict[str, Any]:
    return {
        "mentors": list(mentors), "company": company, "state": state, "fit": 5000,
        "regret": None, "moves": [],
    }  # fmt: skip


def match(name: str, company: str, *mentors: str, task: str = "coffee_walk", **more: Any) -> Any:
    return {
        "match_id": f"{name}-{'-'.join(mentors)}", "beneficiary": name, "mentors": list(mentors),
        "company": company, "state": "ready", "questions": [], "fit": 6000, "contributions": [],
        "arrangements": [{"task": task, "venue": "court" if task == "court" else "room"}],
        "common_times": [], "band": "Good to try", "alternatives": [], "standby": [], "prompts": [],
    } | more  # fmt: skip


_ROUND: dict[str, Any] = {
    "programme": {
        "as_of": "2026-11-02", "locality": "Here", "usual_language": "English",
        "safeguarding_contact": "the duty desk",
    },
    "navigators": [
        {"id": "N1", "label": "Worker", "first_visits_free": 9, "put_forward_for": ["a woman"]},
    ],
    "mentors": [
        mentor("M1"),
        mentor("M2", put_forward_for=["A  Woman"]),
        mentor("M3", breaks=["2026-12-10 to 2026-12-14"]),
        mentor("M4", protected_time=["Thu 11:00-12:00", "Thu 09:00-10:00"]),
        mentor("M5", breaks=["2026-10-20 to 2026-11-01"]),
        mentor("M6", put_forward_for=["a woman"]),
    ],
    "places": [{"id": "room", "label": "The reading room", "kind": "library"}],
    "groups": [
        {"id": f"G{n}", "label": "Art", "host": f"M{n}", "place": "room", "slot": f"{day} 13:00-15:00", "places": 6}
        for n, day in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat"), 1)
    ],
    "teams": [{"id": "T1", "one": "M3", "other": "M4"}, {"id": "T2", "one": "M6", "other": "M2"}],
    "beneficiaries": [
        person("B1"),
        person("B2", gender_wish="must", gender_wished="a woman", wish_covers_navigator=True),
        person("B3", wants_to_do=["court"], needed_on="2026-12-03T10:00"),
        person("B4", dual_worked=True),
        {"id": "B5", "label": "Person B5", "navigator": "N1", "wants": "would_like_to_hear_more"},
        person("B6", wants="maybe_later"),
        person("B7", wants="no"),
    ],
}  # fmt: skip

_PROPOSAL: dict[str, Any] = {
    "engine_version": "0", "as_of": "2026-11-02", "round_hash": "r", "policy_hash": "p",
    "previous_hash": None, "salt": "s", "status": "optimal", "reproducible": True,
    "priorities": [], "unmatched": [], "waivers": [], "warnings": [],
    "mentors_without_a_match": [],
    "matches": [
        match("B1", "alone", "M1", standby=["M3"],
              alternatives=[option("joint", "M5", state="ask first"), option("paired", "M4", "M3")]),
        match("B2", "joint", "M2", standby=["M6"], alternatives=[option("paired", "M2", "M6")]),
        match("B3", "paired", "M3", "M4", task="court", alternatives=[option("alone", "M1")]),
        match("B4", "joint", "M5", alternatives=[option("joint", "M1", state="ask first")]),
    ],
    "hear_more": [
        {"beneficiary": "B5", "introductions": [
            option("joint", "M1", state="ask first"), option("joint", "M6", state="ask first")]},
    ],
}  # fmt: skip


def clean() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a fresh round and proposal that tests may break."""
    return deepcopy(_ROUND), deepcopy(_PROPOSAL)


def row(round_: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the record of that id."""
    people = [*round_["mentors"], *round_["beneficiaries"], *round_["navigators"]]
    return next(each for each in people if each["id"] == name)


def ways(proposal: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return everything that brings people together: matches, alternatives, introductions."""
    found = []
    for each in proposal["matches"]:
        found += [(each["beneficiary"], way) for way in (each, *each["alternatives"])]
    for each in proposal["hear_more"]:
        found += [(each["beneficiary"], way) for way in each["introductions"]]
    return found


def codes(round_: dict[str, Any], proposal: dict[str, Any], **more: Any) -> set[str]:
    return {breach.code for breach in absolute_breaches(round_, proposal, **more)}


def one_match(cells: dict[str, Any], *mentors: dict[str, Any], **more: Any) -> Any:
    """Return a round of one person with one match, in which only a few cells matter."""
    round_, proposal = clean()
    round_["mentors"], round_["beneficiaries"] = list(mentors), [person("B1", **cells)]
    round_["teams"] = [{"id": "T1", "one": "M1", "other": "M2"}]
    way = {"company": "alone", "state": "ready"} | more
    proposal["matches"] = [match("B1", way.pop("company"), *(m["id"] for m in mentors), **way)]
    proposal["hear_more"] = []
    return round_, proposal
