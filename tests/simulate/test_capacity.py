"""What there is room for goes down as it is used, by the same sum as the limit of agreed hours."""

from matchmaker.simulate import STYLES
from matchmaker.simulate.capacity import capacity_of

NEAR = {"id": "M1", "people_at_once": 1, "hours_per_week": 2.0, "area": "Oval", "usual_step": "alone",
        "navigator": "C1", "available": True}  # fmt: skip
PERSON = {"id": "B1", "wants": "yes", "navigator": "N1", "area": "Brixton", "session_minutes": 45}
MINUTES = {("Oval", "Brixton"): 19}


def there(*mentors, style="vocational"):
    return capacity_of(mentors, [], groups=[], minutes=MINUTES, figures=STYLES[style])


def test_the_weeks_minutes_are_those_of_the_limit():
    """45 together + 2 × 19 on the way + 15 + 15 = 113; twice in four weeks is 56.5, rounded up 57."""
    assert there(NEAR).weekly(NEAR, PERSON) == 57
    assert there(NEAR).weekly(NEAR, PERSON | {"meetings_a_month": 4}) == 113
    assert there(NEAR).weekly(NEAR, {"id": "B1"}) == 75, "60 + 2 × 30 + 30 = 150, half of it"


def test_a_host_has_that_much_less_time():
    """Two hours less an hour, the ways and half an hour: -60, so nobody else fits in."""
    room = capacity_of([NEAR], [], groups=[{"id": "G1", "host": "M1", "places": 4}], minutes=MINUTES,
                     figures=STYLES["vocational"])  # fmt: skip
    assert (room.places_left["G1"], room.minutes_left["M1"]) == (4, -60)
    assert not room.has_room(NEAR, PERSON)


def test_what_is_used_is_not_there_any_more():
    room = there(NEAR)
    assert room.has_room(NEAR, PERSON)
    room.take(NEAR, PERSON)
    assert (room.places_left, room.minutes_left) == ({"M1": 0}, {"M1": 63})
    assert not room.has_room(NEAR, PERSON)
