"""The journey, one way: the mentor's own limit counts, or else the programme's 45 minutes."""

from tests.rules.judging import Example, asks, closes, each, in_a_group, ready

OTHER = {"limit_minutes": 30}


def journey(minutes, start="Heeley", end="Walkley"):
    return {"areas": [{"start": start, "end": end, "minutes": minutes}]}


CAFE = {"id": "P1", "label": "Blue Café", "kind": "cafe_public", "area": "Town"}
REMOTE = {"task": "forms_post", "venue": "remote"}
EXAMPLES = (
    ready("20 minutes of at most 45"),
    ready("exactly 45 minutes", rows=journey(45)),
    closes("46 minutes", rows=journey(46)),
    ready("the journey back counts as the journey there", rows=journey(45, "Walkley", "Heeley")),
    ready("areas in other letters", rows=journey(45, "HEELEY", " walkley ")),
    closes(
        "of two figures the longer",
        rows={"areas": journey(10)["areas"] + journey(46, "Walkley", "Heeley")["areas"]},
    ),
    ready("the mentor's own limit, exactly", rows=journey(60), mentor={"travel_limit_minutes": 60}),
    closes("the mentor's own limit, one minute over", rows=journey(20), mentor={"travel_limit_minutes": 19}),
    ready("15 minutes within one area", beneficiary={"area": "Heeley"}, mentor={"travel_limit_minutes": 15}),
    closes(
        "a mentor who does not travel", beneficiary={"area": "Heeley"}, mentor={"travel_limit_minutes": 0}
    ),
    ready(
        "a figure for one area beats the usual 15",
        beneficiary={"area": "Heeley"},
        rows=journey(5, "Heeley", "Heeley"),
        mentor={"travel_limit_minutes": 5},
    ),
    asks("minutes/Heeley/Walkley", "no figure for the two areas", rows={"areas": []}),
    asks("area/M1", "the mentor's area is blank", mentor={"area": None}),
    asks("area/B1", "the person's area is blank", beneficiary={"area": None}),
    ready(
        "to a listed place it is the place's area",
        venue="P1",
        beneficiary={"area": None},
        rows={"places": [CAFE]} | journey(45, "Heeley", "Town"),
    ),
    closes(
        "the place is too far although the person lives near",
        venue="P1",
        rows={"places": [CAFE], "areas": journey(46, "Heeley", "Town")["areas"] + journey(5)["areas"]},
    ),
    asks(
        "area/P1",
        "a listed place without an area",
        venue="P1",
        rows={"places": [CAFE | {"area": None}]},
    ),
    ready("by phone nobody travels", mentor={"area": None, "travel_limit_minutes": 0}, **REMOTE),
    ready("the policy allows an hour", rule={"limit_minutes": 60}, rows=journey(60)),
    closes("the policy allows ten minutes", rule={"limit_minutes": 10}, rows=journey(11)),
    ready("a host is there anyway, however far", **in_a_group(mentor={"travel_limit_minutes": 0})),
    ready("a host is there anyway, area not known", **in_a_group(mentor={"area": None})),
    closes(
        "to the same hub on another day it is too far",
        **in_a_group(mentor={"travel_limit_minutes": 0}) | {"company": "alone"},
    ),
)


@each(EXAMPLES)
def test_travel(example: Example):
    example.check("travel")
