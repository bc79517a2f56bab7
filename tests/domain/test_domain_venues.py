"""Venues: listed places stand for their kind, and say where they differ from what is usual for it."""

from __future__ import annotations

import pytest

from matchmaker.domain.venues import venues_of
from tests.domain.test_domain_context import context


def test_a_listed_place_stands_for_its_kind():
    """A kind is a venue only while no place of it is listed."""
    place = {"id": "P1", "label": "Blue Café", "kind": "cafe_public", "area": "Town"}
    found = context(rows={"places": [place]})
    codes = {venue.code for venue in venues_of(found.round, found.vocabulary)}
    assert "P1" in codes
    assert "cafe_public" not in codes
    assert found.venue["P1"].area_for(found.beneficiaries["B1"]) == "Town"
    assert found.venue["park"].area_for(found.beneficiaries["B1"]) == "Walkley"


@pytest.mark.parametrize(
    ("cells", "public", "staffed"),
    [
        ({}, True, False),
        ({"public": False}, False, False),
        ({"staffed": True}, True, True),
        ({"public": False, "staffed": False}, False, False),
    ],
)
def test_public_and_staffed_are_as_usual_for_the_kind_unless_the_place_says_otherwise(cells, public, staffed):
    place = {"id": "P1", "label": "Blue Café", "kind": "cafe_public", **cells}
    venue = context(rows={"places": [place]}).venue["P1"]
    assert (venue.public, venue.staffed, venue.sheltered) == (public, staffed, public or staffed)
