"""More people than places: by hand, and on random rounds counted again from scratch."""

from __future__ import annotations

from matchmaker.explain.competing import Competing, competing
from matchmaker.explain.room import Room
from matchmaker.plan import Search, make_plan
from matchmaker.policy import Policy
from tests.counts import SEED, count
from tests.limits.judging import crowd, like_b1
from tests.oracles.test_oracle_rounds import small_round

POLICY = Policy.standard()
ROOMY = {"people_at_once": 9, "hours_per_week": 20}


def test_the_sentence_names_what_there_is_too_little_of():
    what = (("introduction-visits", "N1"), ("people-at-once", "M2"))
    group = Competing(("B1", "B2", "B3"), 2, what, ("introduction visits", "places"))
    assert group.sentence == ("3 people compete for 2 places: introduction visits (N1) and places (M2).")


def test_three_people_and_a_worker_who_makes_four_visits():
    """Two visits each: N1 can introduce two of the three, whichever mentors there are."""
    plan = make_plan(crowd(others=like_b1("B2", "B3"), mentor=ROOMY, second=ROOMY), POLICY, search=Search())
    served = {option.pair.beneficiary.id for option in plan.chosen}
    (waiting,) = {person.id for person in plan.context.requests} - served
    found = competing(plan, Room(plan), beneficiary=waiting)
    assert found is not None
    assert (found.people, found.places, found.what) == (
        ("B1", "B2", "B3"),
        2,
        (("introduction-visits", "N1"),),
    )


def test_every_group_that_is_named_cannot_all_be_matched():
    """Counted again over the options: each of them needs one of these things, and they do not go round."""
    named = 0
    for seed in range(SEED, SEED + count("random_rounds")):
        plan = make_plan(small_round(seed), POLICY, search=Search())
        if plan.answer is None or not plan.answer.has_plan:
            continue
        room = Room(plan)
        served = {option.pair.beneficiary.id for option in plan.chosen}
        for person in {person.id for person in plan.context.requests} - served:
            group = competing(plan, room, beneficiary=person)
            if group is None:
                continue
            named += 1
            assert person in group.people
            assert group.places < len(group.people)
            ways = [o for o in plan.options if o.pair.beneficiary.id in group.people and room.at_all(o.pair)]
            assert {o.pair.beneficiary.id for o in ways} == set(group.people)
            assert all(set(group.what) & set(room.uses(option.pair)) for option in ways), (
                "a way past the group"
            )
            least = {
                what: min(room.uses(option.pair)[what] for option in ways if what in room.uses(option.pair))
                for what in group.what
            }
            assert sum(room.before[what] // least[what] for what in group.what) == group.places
            assert len(served & set(group.people)) <= group.places
    assert named > 3
