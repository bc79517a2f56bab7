"""A worker with room, drawn by lot; nobody with no time, and nobody who is kept apart."""

from __future__ import annotations

from collections.abc import Sequence

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


def chosen(person: str, *workers, apart_from: Sequence[str] = ()) -> str:
    """Return who becomes the worker of a person of this id."""
    data = round_of().model_dump(mode="json")
    data["beneficiaries"][0]["id"] = person
    data["beneficiaries"][0]["navigator"] = "none_yet"
    nora = data["navigators"][0]
    data["navigators"] = [nora | {"id": name, "first_visits_free": visits} for name, visits in workers]
    data["mentors"] = [mentor | {"navigator": workers[0][0]} for mentor in data["mentors"]]
    data |= dict.fromkeys(("situations", "teams", "answers", "matches", "clearances", "comfort"), ())
    data["keep_apart"] = [apart(worker, person) for worker in apart_from]
    context = POLICY.context(type(round_of()).from_dict(data))
    mend = of_a_person(context.beneficiaries[person], context)
    assert mend is not None
    return str(mend.cells[0].value)


def test_of_workers_with_time_one_is_drawn_and_not_always_the_one_with_most():
    """Whoever were always named for having most time would be known to be kept apart where another one is.

    N8 has most. A worker who is passed over is passed over in ordinary cases too, in about two of three.
    """
    found = [chosen(f"B{n}", ("N7", 4), ("N8", 20), ("N9", 6)) for n in range(1, 31)]
    assert set(found) == {"N7", "N8", "N9"}
    assert 3 <= found.count("N8") <= 20
    assert found == [chosen(f"B{n}", ("N9", 6), ("N8", 20), ("N7", 4)) for n in range(1, 31)]


def test_who_is_kept_apart_from_a_worker_reads_what_somebody_else_could_read():
    """Somebody draws N9 by lot; kept apart from both others they are told the same."""
    workers = (("N7", 4), ("N8", 20), ("N9", 6))
    person = next(f"B{n}" for n in range(1, 31) if chosen(f"B{n}", *workers) == "N9")
    assert chosen(person, *workers, apart_from=("N8", "N7")) == "N9"


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
    """Of N1, N2, N8 and N9 only N9 has a place."""
    data = context_of(("N8", 9, 0), ("N9", 0, 3)).round.model_dump(mode="json")
    data["navigators"] = [
        each | ({"supervision_places": 0} if each["id"] in ("N1", "N2") else {})
        for each in data["navigators"]
    ]
    context = POLICY.context(type(round_of()).from_dict(data))
    assert does(of_a_mentor(context.mentors["M1"], context)) == "N9 becomes the worker of M1."


def test_time_that_others_ask_for_is_not_free():
    """B1 would draw N2, who has four visits; but B2 and B3 ask through N2, and 4 less 2 × 2 is none."""
    context = context_of(("N9", 2, 1))
    assert does(of_a_person(context.beneficiaries["B1"], context)) == "N2 becomes the worker of B1."
    data = context.round.model_dump(mode="json")
    first = data["beneficiaries"][0]
    data["beneficiaries"] += [first | {"id": name, "navigator": "N2"} for name in ("B2", "B3")]
    again = POLICY.context(type(context.round).from_dict(data))
    assert does(of_a_person(again.beneficiaries["B1"], again)) == "N9 becomes the worker of B1."
