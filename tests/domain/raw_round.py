"""A tiny round as plain data, to break in one place at a time."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors, InputProblem

Raw = dict[str, Any]
JUDGED: Raw = {"by": "N1", "set_on": "2026-09-01", "review_on": "2026-12-01"}
_RAW: Raw = {
    "programme": {
        "as_of": "2026-10-05",
        "locality": "Riverside",
        "usual_language": "English",
        "safeguarding_contact": "the duty worker",
    },
    "mentors": [
        {
            "id": "M1",
            "label": "Ann",
            "navigator": "N1",
            "available": True,
            "offers": ["mentoring"],
            "hours_per_week": 2,
            "people_at_once": 1,
            "usual_step": "alone",
        },
    ],
    "beneficiaries": [
        {
            "id": "B1",
            "label": "Ben",
            "navigator": "N1",
            "wants": "yes",
            "asked_on": "2026-09-01",
            "wants_to_do": ["coffee_walk"],
            "gender_wish": "no_wish",
        },
    ],
    "navigators": [{"id": "N1", "label": "Nora", "first_visits_free": 4}],
}


def raw(**collections: Any) -> Raw:
    """Return the tiny round; `mentor`, `beneficiary`, `navigator` change its one row of each."""
    data = copy.deepcopy(_RAW)
    singles = {"mentor": "mentors", "beneficiary": "beneficiaries", "navigator": "navigators"}
    for name, plural in singles.items():
        data[plural][0] |= collections.pop(name, {})
    data["programme"] |= collections.pop("programme", {})
    return data | collections


def read(**collections: Any) -> Any:
    """Return the round, typed loosely: what is asked of it here is often whether it is there."""
    return Round.from_dict(raw(**collections))


def problems(**collections: Any) -> tuple[InputProblem, ...]:
    """Return everything that is wrong with the tiny round after these changes."""
    with pytest.raises(InputErrors) as error:
        read(**collections)
    return error.value.problems


def found(**collections: Any) -> list[tuple[str, str]]:
    """Return where it is wrong, and the stable code of how."""
    return sorted((problem.where, problem.code) for problem in problems(**collections))
