"""A tiny round whose figures can be counted by hand."""

MENTOR = {
    "navigator": "N1", "offers": ["mentoring"], "usual_step": "alone", "available": True, "people_at_once": 1,
}  # fmt: skip
YES = {"wants": "yes", "asked_on": "2026-06-01", "wants_to_do": ["coffee_walk"], "gender_wish": "no_wish"}
HAND_MADE = {
    "programme": {
        "as_of": "2026-11-01", "locality": "Riverside", "usual_language": "English",
        "safeguarding_contact": "the duty worker",
    },
    "navigators": [{"id": f"N{n}", "label": f"Worker {n}", "first_visits_free": 4} for n in (1, 2)],
    "mentors": [
        MENTOR | {"id": "M1", "label": "Kit", "hours_per_week": 2, "supervised_on": "2026-10-25"},
        MENTOR | {"id": "M2", "label": "Lee", "hours_per_week": 4, "supervised_on": "2026-09-25",
                  "available": False, "people_at_once": 2},
    ],
    "beneficiaries": [
        YES | {"id": "B1", "label": "Ash", "navigator": "N1", "meetings_a_month": 3},
        {"id": "B2", "label": "Bo", "navigator": "N1", "wants": "no"},
        {"id": "B3", "label": "Cy", "navigator": "N1", "wants": "no"},
        {"id": "B4", "label": "Di", "navigator": "N2", "wants": "no"},
        {"id": "B5", "label": "Eve", "navigator": "none_yet", "wants": "no"},
    ],
    "matches": [
        {"id": "X1", "beneficiary": "B1", "mentor": "M1", "state": "active", "started_on": "2026-08-01"},
        {"id": "X2", "beneficiary": "B2", "mentor": "M2", "state": "ended", "started_on": "2026-07-01",
         "ended_on": "2026-08-01", "end_reason": "aims_met", "end_manner": "planned_goodbye"},
        {"id": "X3", "beneficiary": "B3", "mentor": "M2", "state": "ended", "started_on": "2026-07-01",
         "ended_on": "2026-07-09", "end_reason": "meetings_didnt_get_going", "end_manner": "drifted"},
        {"id": "X4", "beneficiary": "B4", "mentor": "M2", "state": "hesitant"},
    ],
}  # fmt: skip
