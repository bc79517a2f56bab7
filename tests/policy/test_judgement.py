"""Ready, ask first or closed, and the venue that is named: by hand."""

from __future__ import annotations

import pytest

from matchmaker.policy import Policy
from matchmaker.policy.bands import band_of
from matchmaker.policy.judgement import open_pair, questions_of, state_of
from matchmaker.policy.venues import best_venue
from tests.rules.judging import cleared, likely, round_of

POLICY = Policy.standard()


@pytest.mark.parametrize(
    ("closes", "company", "sheltered", "expected"),
    [
        ([], "alone", False, "ready"), ([], "joint", False, "ready"),
        ([False], "joint", True, "ask first"), ([False, False], "joint", True, "ask first"),
        ([False], "joint", False, None),  # only in staffed or public places
        ([False], "alone", True, None), ([False], "paired", True, None),  # only jointly
        ([True], "joint", True, None), ([False, True], "joint", True, None),
    ],
)  # fmt: skip
def test_ask_first_is_only_a_joint_visit_in_a_staffed_or_public_place(closes, company, sheltered, expected):
    assert state_of(iter(closes), company, sheltered=sheltered) == expected


def way(company="joint", **different):
    context = POLICY.context(round_of(**different))
    party = tuple(context.mentors[m] for m in (("M1", "M2") if company == "paired" else ("M1",)))
    return context, open_pair(
        party, context.beneficiaries["B1"], company=company, policy=POLICY, context=context
    )


def test_every_must_task_needs_a_place_and_one_that_asks_makes_the_whole_ask():
    context, found = way(beneficiary={"wants_to_do": ["coffee_walk", "court"]})
    assert found is not None
    assert found[1] == "ready"
    assert [task for task, _ in found[0].venues] == ["coffee_walk", "court"]
    coffee_only = [cleared("home_visit", "alone", mentor="M1")]
    context, found = way(
        beneficiary={"wants_to_do": ["coffee_walk", "court"]}, rows={"clearances": coffee_only}
    )
    assert found is not None
    assert found[1] == "ask first"
    assert [question.key for question in questions_of(found[0], policy=POLICY, context=context)] == [
        "clearance/M1/court"
    ]
    assert band_of(*found, policy=POLICY, context=context) == "Could work if…"


def test_one_task_without_a_place_closes_the_whole():
    _, found = way(
        beneficiary={"wants_to_do": ["coffee_walk", "court"]},
        rows={"avoid": [{"who": "B1", "kind": "court"}]},
    )
    assert found is None


def test_a_band_comes_from_state_and_stretch_never_from_fit():
    agreed = {"agreed_with": "N1", "agreed_on": "2026-10-01"}
    stretch = [{"mentor": "M1", "task": "coffee_walk", "mitigation": "joint", **agreed}]
    context, found = way(rows={"stretch": stretch})
    assert found is not None
    assert band_of(*found, policy=POLICY, context=context) == "A stretch, with support"
    context, found = way()
    assert found is not None
    assert band_of(*found, policy=POLICY, context=context) == "Good to try"


# --- venues ----------------------------------------------------------------------------------------


def chosen(*codes, person=None, party=("M1",), **rows):
    context = POLICY.context(round_of(beneficiary=person, rows=rows))
    venues = [context.venue[code] for code in codes]
    mentors = [context.mentors[mentor] for mentor in party]
    return best_venue(venues, mentors, beneficiary=context.beneficiaries["B1"], context=context).code


PLACES = [
    {"id": "P1", "label": "Far", "kind": "library", "area": "Totley"},
    {"id": "P2", "label": "Near", "kind": "library", "area": "Heeley"},
    {"id": "P3", "label": "Lost", "kind": "library"},
]
AREAS = [
    {"start": "Heeley", "end": "Totley", "minutes": 40}, {"start": "Heeley", "end": "Walkley", "minutes": 20},
]  # fmt: skip


def test_a_place_they_like_comes_first_however_far():
    liked = {"meet_where": ["P1"]}
    assert chosen("P2", "P1", person=liked, places=PLACES, areas=AREAS) == "P1"
    assert chosen("park", "P1", person={"meet_where": ["library"]}, places=PLACES, areas=AREAS) == "P1"


def test_then_a_staffed_or_public_one():
    """An allotment is neither; a park is public."""
    assert chosen("allotment", "park") == "park"
    assert chosen("allotment", "park", person={"meet_where": ["allotment"]}) == "allotment"


def test_then_the_nearest_and_a_way_nobody_knows_is_the_farthest():
    assert chosen("P1", "P2", "P3", places=PLACES, areas=AREAS) == "P2"  # 40, 15, not known
    assert chosen("P1", "P3", places=PLACES, areas=AREAS) == "P1"
    assert chosen("park", "P1", places=PLACES, areas=AREAS) == "park"  # 20 to where the person is


def test_then_the_first_by_its_code_whatever_came_first():
    assert chosen("park", "cafe_public") == chosen("cafe_public", "park") == "cafe_public"


def test_with_two_mentors_whoever_travels_furthest_counts():
    """M1 starts in Heeley, so does M2; the same for both, and the nearest wins."""
    assert chosen("P1", "P2", party=("M1", "M2"), places=PLACES, areas=AREAS) == "P2"


def test_the_match_names_the_place_that_is_ready_rather_than_one_that_asks():
    """Somebody avoids Totley; of the place they like we do not know the area, and would have to ask."""
    rows = {"places": PLACES, "areas": AREAS, "avoid": [{"who": "B1", "area": "Totley"}]}
    _, found = way(beneficiary={"wants_to_do": ["college"], "meet_where": ["P3"]}, rows={
        **rows, "clearances": [cleared("college", "alone")], "situations": [likely("low", "crowds")],
    })  # fmt: skip
    assert found is not None
    assert (found[1], found[0].venues[0][1].code) == ("ready", "P2")
