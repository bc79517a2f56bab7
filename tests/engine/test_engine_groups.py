"""Groups from a round to a plan, by hand: who joins, who cannot, what is said of it."""

from __future__ import annotations

import pytest

from matchmaker.domain.people import Beneficiary
from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.pages.summary import summary
from matchmaker.policy import Policy
from matchmaker.policy.judgement import open_pair
from matchmaker.verify.check import verify
from tests.rules.judging import ART, HUB, apart, day, decision, in_a_group, match, round_of

POLICY = Policy.standard()


def round_with(people: int = 1, more=None, **different) -> Round:
    """Return M1's art group and so many people who would like a group; M2 takes on nobody."""
    given = in_a_group(second={"available": False}, **different)
    first = round_of(**{k: v for k, v in given.items() if k not in ("company", "venue", "rows")})
    (person,) = first.beneficiaries
    others = [person.model_copy(update={"id": f"B{n}"}) for n in range(2, people + 1)]
    workers = [worker.model_copy(update={"first_visits_free": 20}) for worker in first.navigators]
    calm = [row.model_copy(update={"beneficiary": p.id}) for row in first.situations for p in others]
    round_ = first.revised(beneficiaries=[person, *others], navigators=workers, teams=[])
    return round_.revised(**given["rows"], situations=[*round_.situations, *calm], **(more or {}))


def ways(round_: Round) -> dict[str, str]:
    """Return everybody's company in the plan, which verify finds nothing against."""
    proposal = propose(round_, POLICY)
    assert verify(round_, POLICY, proposal) == ()
    assert proposal.status == "optimal"
    return {found.beneficiary: found.company for found in proposal.matches}


def test_who_would_like_a_group_joins_one_at_its_place_and_time():
    """M1 hosts art at the hub on Mondays from ten to twelve; there is no other way that B1 likes better."""
    proposal = propose(round_with(), POLICY)
    (found,) = proposal.matches
    assert (found.company, found.mentors, found.state, found.band) == (
        "group",
        ("M1",),
        "ready",
        "Good to try",
    )
    assert [(meeting.task, meeting.venue) for meeting in found.arrangements] == [("coffee_walk", "hub")]
    assert list(map(str, found.common_times)) == ["Mon 10:00-12:00"]
    assert "in a group" in summary(round_with(), POLICY, proposal=proposal)
    assert {entry.mentor for entry in proposal.mentors_without_a_match} == {"M2"}, "a host is not idle"


def test_one_slot_serves_as_many_as_there_are_places_and_the_host_still_meets_somebody():
    """Five people; art has 3 places, and M1 meets one other person with hours for one: 3 + 1."""
    host = {"people_at_once": 1, "offers": ["befriending", "group"]}
    found = ways(round_with(5, mentor=host, group={"places": 3}))
    assert sorted(found.values()).count("group") == 3
    assert len(found) == 4


def test_two_groups_at_one_place_are_filled_by_those_who_can_come():
    """Art, Mondays, 1 place; tea, Wednesdays, 1 place. B1 and B2 can come on Mondays only, B3 any day: two join."""
    groups = [ART | {"places": 1}, ART | {"id": "tea", "slot": "Wed 13:00-15:00", "places": 1}]
    round_ = round_with(3, mentor={"people_at_once": 0}, rows={"groups": groups})
    people = [
        p.model_copy(update={"free": Beneficiary.model_validate(p.model_dump() | {"free": times}).free})
        for p, times in zip(
            round_.beneficiaries, (["Mon 10:00-12:00"], ["Mon 09:00-12:00"], None), strict=True
        )
    ]
    found = ways(round_.revised(beneficiaries=people))
    assert found["B3"] == "group"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("person", "host", "joins"),
    [
        ({}, {}, True),
        ({"together": "joint"}, {}, False),
        ({"together": None}, {}, False),
        ({}, {"offers": ["befriending"]}, False),
        ({"dual_worked": True}, {}, False),
        ({"free": ["Tue 10:00-12:00"]}, {}, False),
        ({"wants_to_do": ["coffee_walk", "court"]}, {}, False),  # court is not at the hub
        ({"wants_to_do": ["coffee_walk", "forms_post"]}, {}, True),
    ],
)
def test_whom_a_group_is_for(person, host, joins):
    round_ = round_with(beneficiary=person, mentor=host)
    context = POLICY.context(round_)
    party = (context.mentors["M1"],)
    found = open_pair(party, context.beneficiaries["B1"], company="group", policy=POLICY, context=context)
    assert (found is not None) is joins
    if person.get("dual_worked") is None and joins:
        assert ways(round_) == {"B1": "group"}
    else:
        assert "group" not in ways(round_).values()


def test_all_they_want_to_do_is_done_in_one_group():
    """A coffee can be at the hub or in the garden, leisure in the garden only: so the garden it is, for both."""
    garden = {"id": "plot", "label": "The plot", "kind": "allotment", "area": "Heeley", "public": True}
    rows = {
        "places": [HUB, garden],
        "groups": [ART, ART | {"id": "dig", "place": "plot", "slot": "Tue 10:00-12:00"}],
    }
    person = {"wants_to_do": ["coffee_walk", "leisure"], "meet_where": ["office_hub"]}
    (found,) = propose(round_with(beneficiary=person, rows=rows), POLICY).matches
    assert [meeting.venue for meeting in found.arrangements] == ["plot", "plot"]
    assert list(map(str, found.common_times)) == ["Tue 10:00-12:00"]


def test_two_who_are_kept_apart_do_not_both_come_and_nobody_reads_why():
    round_ = round_with(2, rows={"keep_apart": [apart("B1", "B2", kind="no_contact")]})
    assert "group" not in ways(round_).values()
    proposal = propose(
        round_.revised(mentors=[m.model_copy(update={"people_at_once": 0}) for m in round_.mentors])
    )
    for entry in proposal.unmatched:
        assert not {"B1", "B2"} - {entry.beneficiary} & {*entry.contested_with}
        assert all(
            objection.mentors is None for objection in entry.objections if objection.code == "kept-apart"
        )


@pytest.mark.parametrize(
    ("different", "words"),
    [
        ({"beneficiary": {"together": "joint"}}, "B1 has not said that they would like to meet in a group."),
        ({"group": {"host": "M2"}}, "M1 hosts no group."),
        (
            {"group": {"slot": "Mon 10:00-12:00"}, "beneficiary": {"free": ["Fri 10:00-12:00"]}},
            "(availability)",
        ),
    ],
)
def test_a_pin_to_a_group_is_kept_or_it_is_said_why_not(different, words):
    pin = {"decisions": [decision("pin", beneficiary="B1", mentors=["M1"], company="group")]}
    assert ways(round_with(more=pin)) == {"B1": "group"}
    proposal = propose(round_with(more=pin, **different), POLICY)
    assert proposal.status == "impossible"
    (told,) = [warning.sentence for warning in proposal.warnings if warning.code == "pin-cannot-be-kept"]
    assert words in told


def codes(round_: Round) -> list[str]:
    return [warning.code for warning in propose(round_, POLICY).warnings]


def test_a_host_who_does_not_offer_groups_is_told():
    assert "group-not-offered" not in codes(round_with())
    assert "group-not-offered" in codes(round_with(mentor={"offers": ["befriending"]}))


def test_who_comes_already_and_should_not_is_looked_at_again():
    """B1 comes to art; B2, whom B1 is kept from, would like a group now."""
    going = {"matches": [match("active", company="group", group="art", started_on=day(-9))]}
    assert "look-again" not in codes(round_with(2, rows=going))
    kept = {"keep_apart": [apart("B1", "B2")]}
    assert "look-again" in codes(round_with(2, rows=going | kept))
    assert "look-again" in codes(round_with(1, rows=going, beneficiary={"dual_worked": True}))


def test_a_host_with_places_only_in_a_group_is_not_said_to_have_none():
    """M1 takes nobody of their own, and nobody would like the group."""
    round_ = round_with(beneficiary={"together": "joint"}, mentor={"people_at_once": 0})
    reasons = {e.mentor: e.reasons for e in propose(round_, POLICY).mentors_without_a_match}
    assert "has no place for anybody at present" not in reasons["M1"]
