"""One row a sheet to look at; a round of its own, so that it can never disagree with the records."""

from __future__ import annotations

from typing import Any

from matchmaker.domain.round import Round

_DATED: dict[str, Any] = {"by": "Asha", "set_on": "2026-10-05", "review_on": "2027-04-05"}
_MENTOR: dict[str, Any] = {
    "id": "example-M1",
    "label": "Robin",
    "navigator": "example-N1",
    "available": True,
    "offers": ["befriending", "mentoring"],
    "hours_per_week": 4,
    "people_at_once": 2,
    "usual_step": "alone_public",
    "area": "example-north",
    "free": ["Mon 10:00-12:30", "Thu 14:00-16:00"],
    "likes": ["gardening", "music"],
    "languages": ["English"],
    "put_forward_for": ["a woman"],
    "breaks": ["2026-12-01 to 2026-12-14"],
    "supervised_on": "2026-11-02",
    "training": ["boundaries", "safeguarding", "safety"],
    "cleared_for": ["court"],
}
_EXAMPLE: dict[str, Any] = {
    "mentors": [_MENTOR, _MENTOR | {"id": "example-M2", "label": "Kit"}],
    "beneficiaries": [
        {
            "id": "example-B1",
            "label": "Alex",
            "navigator": "example-N1",
            "wants": "yes",
            "asked_on": "2026-10-05",
            "wants_to_do": ["coffee_walk", "court"],
            "gender_wish": "no_wish",
            "together": "joint",
            "area": "example-south",
            "free": ["Mon 09:00-13:00"],
            "likes": ["music"],
            "needed_on": "2026-12-03 10:00",
        }
    ],
    "navigators": [
        {
            "id": "example-N1",
            "label": "Asha",
            "first_visits_free": 4,
            "joint_hours": 3,
            "free": ["Mon 09:00-17:00"],
        }
    ],
    "programme": {
        "as_of": "2026-11-30",
        "locality": "example-town",
        "usual_language": "English",
        "safeguarding_contact": "The duty worker, 01234 567890",
        "staff_reachable": ["Mon 09:00-17:00", "Thu 09:00-17:00"],
    },
    "clearances": [{"mentor": "example-M1", "task": "court", "step": "accompanied", **_DATED}],
    "comfort": [{"mentor": "example-M1", "situation": "crowds", "comfort": "with_support", **_DATED}],
    "situations": [
        {
            "beneficiary": "example-B1",
            "task": "court",
            "situation": "crowds",
            "level": "some",
            **_DATED,
        }
    ],
    "keep_apart": [{"one": "example-M2", "other": "example-B1"}],
    "avoid": [{"who": "example-B1", "time": "Mon 09:00-12:00"}],
    "teams": [{"id": "example-T1", "one": "example-M1", "other": "example-M2"}],
    "answers": [
        {
            "question": "known-area/example-B1/example-M1",
            "by": "Asha",
            "on": "2026-11-05",
            "answer": "no",
        }
    ],
    "areas": [{"start": "example-north", "end": "example-south", "minutes": 25}],
    "places": [{"id": "example-office", "label": "The hub", "kind": "office_hub", "area": "example-north"}],
    "groups": [
        {
            "id": "example-art",
            "label": "Art group",
            "host": "example-M1",
            "place": "example-office",
            "slot": "Wed 13:00-15:00",
            "places": 6,
        }
    ],
    "stretch": [
        {
            "mentor": "example-M1",
            "task": "college",
            "mitigation": "joint",
            "agreed_with": "Asha",
            "agreed_on": "2026-11-02",
        }
    ],
    "matches": [
        {
            "id": "example-X1",
            "beneficiary": "example-B1",
            "mentor": "example-M1",
            "state": "ended",
            "company": "joint",
            "tasks": ["coffee_walk"],
            "started_on": "2026-03-02",
            "ended_on": "2026-08-03",
            "end_reason": "aims_met",
            "end_manner": "planned_goodbye",
        }
    ],
    "vocabulary": [
        {
            "sort": "task",
            "code": "example-choir",
            "label": "choir practice",
            "kinds": ["office_hub"],
            "everyday": True,
        }
    ],
}


def example_round() -> Round:
    """Return the round that the grey rows of the template come from."""
    return Round.from_dict(_EXAMPLE)
