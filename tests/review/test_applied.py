"""Decisions told as facts, row by row; what else `next_round` does is in its own tests."""

from matchmaker.domain.context import Context
from matchmaker.domain.decisions import Decision
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.review import applied, next_round
from matchmaker.review.fitting import Way
from tests.rules.judging import (
    ART,
    HUB,
    TODAY,
    apart,
    data_of,
    decision,
    in_a_group,
    match,
    round_of,
)


def test_two_introductions_of_one_worker_take_four_visits_and_never_less_than_none():
    """N1 has 3 visits free; two introductions take 2 each."""
    context = Context(round_of(navigator={"first_visits_free": 3}))
    way = Way("B1", ("M1",), "joint", "ready")
    assert [w.first_visits_free for w in applied.navigators(context, [way], visits=2)] == [1, 4]
    assert [w.first_visits_free for w in applied.navigators(context, [way, way], visits=2)] == [0, 4]


def test_a_team_takes_a_supervision_place_of_each_mentors_worker_and_blank_stays_blank():
    """M1 and M2 are both supported by N2, who had 5 places; N1 said nothing."""
    rows = {"navigators": [
        {"id": "N1", "label": "Nora", "first_visits_free": 4},
        {"id": "N2", "label": "Nils", "first_visits_free": 4, "supervision_places": 5},
    ]}  # fmt: skip
    found = applied.navigators(
        Context(round_of(rows=rows)), [Way("B1", ("M1", "M2"), "paired", "ready")], visits=2
    )
    assert [worker.supervision_places for worker in found] == [None, 5 - 2]


def test_a_new_match_never_takes_the_id_of_an_old_one():
    accept = Decision.from_dict(decision("accept", beneficiary="B1", mentors=["M1", "M2"]) | {"id": "X1"})
    context = Context(round_of(rows={"matches": [match("ended", end_reason="moved_area")]}))
    old, new = applied.matches(context, [(accept, Way("B1", ("M2", "M1"), "paired", "ready"))])
    assert (old.id, new.id) == ("X1", "X1-2")
    assert (new.mentor, new.second_mentor, new.company) == ("M2", "M1", "paired")


def test_whoever_accepted_a_group_has_it_written_down_where_only_one_suits():
    """M1 hosts art on Mondays; with a tea on Wednesdays as well, somebody has to say which it is."""
    accept = Decision.from_dict(decision("accept", beneficiary="B1", mentors=["M1"]))
    tea = ART | {"id": "tea", "slot": "Wed 13:00-15:00"}
    for groups, expected in (([ART], "art"), ([ART, tea], None)):
        given = in_a_group(rows={"groups": groups})
        context = Context(round_of(**{k: v for k, v in given.items() if k not in ("company", "venue")}))
        (new,) = applied.matches(context, [(accept, Way("B1", ("M1",), "group", "ready"))])
        assert (new.company, new.group) == ("group", expected)


def test_nobody_is_written_down_for_a_group_at_another_place_than_was_suggested():
    """B1 is free on Wednesdays only, and a manager waived common times for art at the hub on Mondays.

    The tea at the library on Wednesdays would suit by its time, but B2 comes there, from whom B1 is kept.
    """
    waiver = decision(
        "waive", beneficiary="B1", mentors=["M1"], company="group", tasks=["coffee_walk"], rule="availability",
        mitigation="they come later", until=TODAY, reason="agreed",
    )  # fmt: skip
    accept = decision("accept", beneficiary="B1", mentors=["M1"])
    library = {"id": "lib", "label": "The library", "kind": "library", "area": "Heeley"}
    tea = ART | {"id": "tea", "place": "lib", "slot": "Wed 13:00-15:00"}
    data = data_of(
        mentor={"offers": ["group"], "people_at_once": 0},
        beneficiary={"together": "group", "free": ["Wed 09:00-17:00"]},
        second={"available": False},
        rows={
            "places": [HUB, library], "groups": [ART, tea], "keep_apart": [apart("B1", "B2")],
            "decisions": [waiver],
            "matches": [{"id": "X2", "beneficiary": "B2", "mentor": "M1", "state": "active", "company": "group",
                         "group": "tea"}],
        },
    )  # fmt: skip
    other = data["beneficiaries"][0] | {"id": "B2", "wants": "no", "together": None}
    round_ = Round.from_dict(data | {"beneficiaries": [*data["beneficiaries"], other]})
    proposal = propose(round_)
    (match_,) = proposal.matches
    assert [meeting.venue for meeting in match_.arrangements] == ["hub"]
    later = next_round(round_, proposal, [Decision.from_dict(accept)])
    assert {m.group for m in later.matches if m.beneficiary == "B1"} == {"art"}


def test_a_match_that_leaves_its_group_is_in_none():
    given = in_a_group(rows={
        "matches": [match("active", company="group", group="art")],
        "decisions": [decision("change_company", match="X1", company="joint")],
    })  # fmt: skip
    context = Context(round_of(**{k: v for k, v in given.items() if k not in ("company", "venue")}))
    (changed,) = applied.matches(context, [])
    assert (changed.company, changed.group) == ("joint", None)
