"""A worker's room for supervision by hand: one place for each mentor of each new match; N2 supports both."""

from __future__ import annotations

from tests.limits.judging import Example, crowd, each, fits, full, like_b1, limit_with
from tests.rules.judging import in_a_group, match

TWO = {"others": like_b1("B2")}


def free(places):
    """N1 has so many places, and supports M1."""
    return {"navigator": {"supervision_places": places}, "mentor": {"navigator": "N1"}}


def hosting(places):
    """The same, and M1 hosts the group that B1 would like to join."""
    said = in_a_group(
        navigator={"supervision_places": places}, mentor={"navigator": "N1", "offers": ["group"]}
    )
    return {name: value for name, value in said.items() if name not in ("company", "venue")}


EXAMPLES = (
    fits("one of one", "B1 M1", uses={"N1": 1}, left={"N1": 1}, **free(1)),
    full("two new people are two places", "B1 M1", "B2 M1", uses={"N1": 2}, left={"N1": 1}, **free(1), **TWO),
    fits("two of two", "B1 M1", "B2 M1", uses={"N1": 2}, left={"N1": 2}, **free(2), **TWO),
    full("none left", "B1 M1", uses={"N1": 1}, left={"N1": 0}, **free(0)),
    fits("blank is not limited", "B1 M1", "B2 M1", uses={"N1": 2}, left={}, **free(None), **TWO),
    fits("the mentor's own worker, not the person's", "B1 M2", uses={"N2": 1}, left={"N1": 0}, **free(0)),
    fits("what is free is free, whatever is under way", "B1 M1", uses={"N1": 1}, left={"N1": 1},
         others=like_b1("B9"), rows={"matches": [match("active", beneficiary="B9")]}, **free(1)),
    full("two who go together are two places, here of one worker", "B1 M1+M2 paired",
         uses={"N1": 2}, left={"N1": 1}, second={"navigator": "N1"}, **free(1)),
    fits("joining a group takes none", "B1 M1 group", uses={}, left={"N1": 0}, **hosting(0)),
    fits("or one place of each of their workers", "B1 M1+M2 paired", uses={"N1": 1, "N2": 1},
         left={"N1": 1}, **free(1)),
)  # fmt: skip


@each(EXAMPLES)
def test_supervision_places(example: Example):
    example.check("supervision-places")


def test_who_has_no_worker_takes_no_place():
    """The rule has-a-navigator speaks of it; here there is nobody whose place it could be."""
    alone = {"navigator": {"supervision_places": 0}, "mentor": {"navigator": "none_yet"}}
    fits("nobody's", "B1 M1", uses={}, left={"N1": 0}, **alone).check("supervision-places")


def test_every_match_with_a_worker_who_wrote_down_nothing_stays_possible():
    from matchmaker.domain.context import Context

    assert limit_with("supervision-places").room(Context(crowd())) == {}
