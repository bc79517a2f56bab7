"""The worker with most room, of those who fit; nobody with no time, and nobody who is kept apart."""

from __future__ import annotations

from matchmaker.policy import Policy
from matchmaker.rules.another_worker import of_a_mentor, of_a_person
from tests.rules.judging import apart, round_of

POLICY = Policy.standard()


def does(mend):
    """Return what is to be done."""
    return mend.do


def context_of(*workers, **different):
    """Return the tiny round with these workers besides N1 and N2, as (id, first visits, supervision)."""
    data = round_of(**different).model_dump(mode="json")
    nora = data["navigators"][0]
    data["navigators"] += [
        nora | {"id": name, "first_visits_free": visits, "supervision_places": places}
        for name, visits, places in workers
    ]
    return POLICY.context(type(round_of()).from_dict(data))


def test_the_worker_with_most_time_for_first_visits():
    """N1 is theirs already and N2 has 4 free; N8 and N9 have 6, and N8 comes first. Nobody asks through them."""
    context = context_of(("N9", 6, 1), ("N8", 6, 1))
    assert does(of_a_person(context.beneficiaries["B1"], context)) == "N8 becomes the worker of B1."


def test_one_who_fits_and_has_time():
    """Two visits begin every match: one is too few."""
    context = context_of(("N8", 1, 1), ("N9", 2, 1))
    person = context.beneficiaries["B1"]
    mend = of_a_person(person, context, fits=lambda worker: worker.id in ("N8", "N9"))
    assert does(mend) == "N9 becomes the worker of B1."
    assert of_a_person(person, context, fits=lambda worker: worker.id == "N8") is None


def test_nobody_who_is_kept_apart_from_them():
    """N2 has four visits free, as N9 has; N2 is kept apart from B1."""
    context = context_of(("N9", 4, 1), rows={"keep_apart": [apart("N2", "B1")]})
    assert does(of_a_person(context.beneficiaries["B1"], context)) == "N9 becomes the worker of B1."


def test_a_mentor_needs_one_with_a_place_to_supervise():
    context = context_of(("N8", 9, 0), ("N9", 0, 3))
    assert does(of_a_mentor(context.mentors["M1"], context)) == "N9 becomes the worker of M1."


def test_time_that_others_ask_for_is_not_free():
    """N9 has 6 visits, and B2 and B3 ask through them: 6 less 2 × 2 is 2, and N2 has 4."""
    context = context_of(("N9", 6, 1))
    data = context.round.model_dump(mode="json")
    first = data["beneficiaries"][0]
    data["beneficiaries"] += [first | {"id": name, "navigator": "N9"} for name in ("B2", "B3")]
    again = POLICY.context(type(context.round).from_dict(data))
    assert does(of_a_person(again.beneficiaries["B1"], again)) == "N2 becomes the worker of B1."
