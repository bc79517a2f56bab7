"""A restriction names a place, never a person; other places stay open (S0:L214, S2:L190)."""

from tests.rules.judging import Example, asks, closes, each, in_a_group, judge, ready

CAFE = {"id": "P1", "label": "Blue Café", "kind": "cafe_public", "area": "Town"}
PLACES = [CAFE, {"id": "P2", "label": "Green Café", "kind": "cafe_public", "area": "Darnall"}]


def avoids(who, places=None, **what):
    return {"avoid": [{"who": who, **what}], "places": PLACES if places is None else places}


BARRING = [CAFE | {"bars_former_users": True}]
REMOTE = {"task": "forms_post", "venue": "remote"}
EXAMPLES = (
    ready("no row"),
    closes("the mentor avoids the place", venue="P1", rows=avoids("M1", place="P1")),
    closes("the person avoids the place", venue="P1", rows=avoids("B1", place="P1")),
    ready("other places of its kind stay open", venue="P2", rows=avoids("B1", place="P1")),
    closes("the kind is avoided, listed or not", venue="P1", rows=avoids("B1", kind="cafe_public")),
    closes("a kind of which none is listed", rows=avoids("M1", kind="cafe_public", places=[])),
    ready("other kinds stay open", venue="park", rows=avoids("M1", kind="cafe_public")),
    ready("somebody else's row", venue="P1", rows=avoids("M2", place="P1")),
    closes("the area is avoided", venue="P1", rows=avoids("B1", area="Town")),
    closes("the area in other letters", venue="P1", rows=avoids("M1", area="  tOWN ")),
    ready("another area", venue="P2", rows=avoids("B1", area="Town")),
    closes("a kind none is listed of is met near the person", rows=avoids("B1", area="Walkley", places=[])),
    ready("near the person, who avoids somewhere else", rows=avoids("B1", area="Town", places=[])),
    asks(
        "area/P1",
        "the area of the place is not known",
        venue="P1",
        rows=avoids("B1", area="Town", places=[CAFE | {"area": None}]),
    ),
    asks(
        "area/B1",
        "the person's area is not known",
        beneficiary={"area": None},
        rows=avoids("M1", area="Town", places=[]),
    ),
    ready(
        "the area is not known, and nobody avoids any", venue="P1", rows={"places": [CAFE | {"area": None}]}
    ),
    ready("by phone there is no area", rows=avoids("B1", area="Walkley"), **REMOTE),
    closes("but by phone can be avoided", rows=avoids("B1", kind="remote"), **REMOTE),
    ready("a time to avoid closes no place", venue="P1", rows=avoids("B1", time="Mon 10:00-12:00")),
    closes(
        "it bars those once supported there",
        venue="P1",
        rows={"places": BARRING},
        mentor={"provider_history": ["P1"]},
    ),
    ready("it bars others", venue="P1", rows={"places": BARRING}),
    ready(
        "supported there, and it bars nobody",
        venue="P1",
        rows={"places": PLACES},
        mentor={"provider_history": ["P1"]},
    ),
    ready(
        "supported elsewhere",
        venue="P1",
        rows={"places": [*BARRING, PLACES[1]]},
        mentor={"provider_history": ["P2"]},
    ),
    closes(
        "in a group the place counts all the same",
        **in_a_group(rows={"avoid": [{"who": "B1", "place": "hub"}]}),
    ),
)


@each(EXAMPLES)
def test_venue_access(example: Example):
    example.check("venue-access")


def test_nobody_can_tell_whose_row_it_is():
    mentors, persons = (
        judge("venue-access", venue="P1", rows=avoids(who, place="P1")) for who in ("M1", "B1")
    )
    assert mentors == persons
    assert not {"M1", "B1"} & set(f"{mentors.sentence} {mentors.remedy}".split())
