"""A row without its id is one more problem, never a crash that hides the others."""

import pytest

from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors

PROGRAMME = {"as_of": "2026-10-05", "locality": "X", "usual_language": "English", "safeguarding_contact": "Y"}
NAVIGATOR = {"label": "N", "first_visits_free": 2}
MENTOR = {
    "id": "M1", "label": "M", "navigator": "N9", "available": True, "offers": ["befriending"],
    "hours_per_week": 2.0, "people_at_once": 1, "usual_step": "joint",
}  # fmt: skip


@pytest.mark.parametrize(
    ("extra", "missing"),
    [
        ({"navigators": [NAVIGATOR]}, "navigators[0].id"),
        ({"vocabulary": [{"sort": "task", "label": "singing", "kinds": ["library"]}]}, "vocabulary[0].code"),
    ],
)
def test_a_row_without_its_id_and_a_reference_to_nobody_are_both_told(extra, missing):
    with pytest.raises(InputErrors) as told:
        Round.from_dict({"programme": PROGRAMME, "mentors": [MENTOR]} | extra)
    assert {problem.where for problem in told.value.problems} == {missing, "mentors[0].navigator"}
