"""Every limit, broken in a sound plan by as little as can be: verify says so by that limit's code alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from matchmaker.domain.proposal import ProposedMatch
from tests.counts import count
from tests.oracles.rounds_broken import POLICY, Case, Mutator, mutants
from tests.oracles.rounds_room import Resource, hosting, new_uses_of, uses_of
from tests.oracles.rounds_worth import Ground, Way


def used(case: Case) -> Counter[Resource]:
    """What matches under way and the proposal use together, worked out by hand."""
    ground = Ground(case.round)
    mentors = {mentor.id: mentor for mentor in case.round.mentors}
    people = {person.id: person for person in case.round.beneficiaries}
    venues = {venue.code: venue for venue in ground.venues}
    total: Counter[Resource] = Counter()
    for way in ground.under_way():
        total.update(uses_of(way, ground))
    for match in case.proposal.matches:
        party = tuple(mentors[each] for each in match.mentors)
        where = tuple(venues[meeting.venue] for meeting in match.arrangements)
        way = Way(party, people[match.beneficiary], match.company, ready=True, venues=where)
        total.update(new_uses_of(way, ground, POLICY))
    return total


def quarter_below(minutes: int) -> float:
    """The most hours, in quarters, that are less than these minutes."""
    return (minutes - 1) // 15 / 4


def _roomy(case: Case, mentor: str) -> Case:
    return case.edit("mentors", mentor, hours_per_week=100)


def one_place_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in match.mentors if match.company != "group" else ():
        yield case.edit("mentors", mentor, people_at_once=used(case)["places", mentor] - 1)


def somebody_under_way(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A match that goes on already takes the place; its person makes no request."""
    if match.company == "group":
        return
    mentor = match.mentors[0]
    full = _roomy(case, mentor).edit("mentors", mentor, people_at_once=used(case)["places", mentor])
    label = {"id": "B99", "label": "Somebody", "navigator": "none_yet", "wants": "no"}
    for state in ("mentor_asked", "choosing", "intro_visit_3", "active"):
        yield full.add("beneficiaries", **label).add(
            "matches", id="X99", beneficiary="B99", mentor=mentor, state=state
        )


def a_quarter_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in match.mentors if match.company != "group" else ():
        hours = quarter_below(used(case)["minutes", mentor])
        yield case.edit("mentors", mentor, hours_per_week=hours)


def meets_more_often(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """As many meetings as the hours just do not hold; joint visits would take the worker's time as well."""
    if match.company == "alone":
        yield case.edit("beneficiaries", match.beneficiary, meetings_a_month=1_000)


def hosts_a_group(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A group at which the mentor is all week long: a slot of 23 hours is more than anybody agreed to."""
    place = {"id": "P99", "label": "Hall", "kind": "park"}
    group = {"id": "G99", "label": "Art", "place": "P99", "slot": "Sun 00:00-23:00", "places": 6}
    if match.company != "group" and "park" not in {meeting.venue for meeting in match.arrangements}:
        yield case.add("places", **place).add("groups", host=match.mentors[0], **group)


def one_supervision_place_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Joining a group takes none."""
    workers = {case.row("mentors", mentor)["navigator"] for mentor in match.mentors}
    for worker in sorted(workers) if match.company != "group" else ():
        places = used(case)["supervision", worker] - 1
        yield case.edit("navigators", worker, supervision_places=places)


def a_full_load(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Twenty people, each of whom said no."""
    worker = case.row("beneficiaries", match.beneficiary)["navigator"]
    there = sum(row["navigator"] == worker for row in case.rows("beneficiaries"))
    for more in (20 - there, 21 - there):
        for n in range(more):
            case = case.add("beneficiaries", id=f"F{more}-{n}", label="Else", navigator=worker, wants="no")
        yield case
        case = case.drop("beneficiaries", lambda row: row["label"] == "Else")


def one_visit_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    worker = case.row("beneficiaries", match.beneficiary)["navigator"]
    yield case.edit("navigators", worker, first_visits_free=used(case)["visits", worker] - 1)


def fewer_joint_hours(case: Case, match: ProposedMatch) -> Iterator[Case]:
    worker = case.row("beneficiaries", match.beneficiary)["navigator"]
    if match.company == "joint" and "joint_hours" in case.row("navigators", worker):
        yield case.edit("navigators", worker, joint_hours=quarter_below(used(case)["joint", worker]))


def joint_under_way(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A joint match that goes on already takes the worker's hours every week; another mentor goes there."""
    worker = case.row("beneficiaries", match.beneficiary)["navigator"]
    if match.company == "joint" and "joint_hours" in case.row("navigators", worker):
        label = {"id": "B99", "label": "Somebody", "navigator": worker, "wants": "no"}
        known = case.add("beneficiaries", **label)
        blank = {"usual_step": "joint", "offers": ["hub"], "available": False, "navigator": worker}
        known = known.add(
            "mentors", id="M99", label="Mo", hours_per_week=50, people_at_once=9, **blank
        ).with_proposal(mentors_without_a_match=(*case.proposal.mentors_without_a_match, _spare("M99")))
        going = {"id": "X99", "beneficiary": "B99", "mentor": "M99", "state": "active", "company": "joint"}
        hours = quarter_below(used(known.add("matches", **going))["joint", worker])
        yield known.edit("navigators", worker, joint_hours=hours).add("matches", **going)


def _spare(mentor: str):
    from matchmaker.domain.proposal import SpareMentor

    return SpareMentor(mentor=mentor, reasons=())


def one_team_place_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for team in case.rows("teams"):
        if match.company == "paired" and {team["one"], team["other"]} == set(match.mentors):
            yield case.edit("teams", team["id"], people_at_once=used(case)["team", team["id"]] - 1)


def team_under_way(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """The team already goes to see somebody; each of the two still has places and hours enough."""
    for team in case.rows("teams"):
        if match.company == "paired" and {team["one"], team["other"]} == set(match.mentors):
            for mentor in match.mentors:
                case = _roomy(case, mentor).edit("mentors", mentor, people_at_once=9)
            full = case.edit("teams", team["id"], people_at_once=used(case)["team", team["id"]])
            known = full.add("beneficiaries", id="B99", label="Somebody", navigator="none_yet", wants="no")
            both = {"mentor": team["other"], "second_mentor": team["one"]}
            yield known.add("matches", id="X99", beneficiary="B99", state="confirmed", **both)


def one_group_place_less(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """With two groups at one place neither has a place left, so that nobody can change over."""
    if match.company == "group":
        for group in case.rows("groups"):
            if group["host"] == match.mentors[0]:
                case = case.edit("groups", group["id"], places=0)
        yield case


def group_under_way(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Others come already, and take every place that there is."""
    hosted = [row for row in case.rows("groups") if row["host"] == match.mentors[0]]
    if match.company == "group":
        label = {"label": "Somebody", "navigator": "none_yet", "wants": "no"}
        going = {"mentor": match.mentors[0], "state": "active", "company": "group"}
        for n in range(max(group["places"] for group in hosted)):
            known = case.add("beneficiaries", id=f"B9{n}", **label)
            case = known.add("matches", id=f"X9{n}", beneficiary=f"B9{n}", **going)
        yield case


BROKEN: dict[str, tuple[Mutator, ...]] = {
    "people-at-once": (one_place_less, somebody_under_way),
    "agreed-hours": (a_quarter_less, meets_more_often, hosts_a_group),
    "introduction-visits": (one_visit_less,),
    "joint-hours": (fewer_joint_hours, joint_under_way),
    "supervision-places": (one_supervision_place_less,),
    "caseload": (a_full_load,),
    "teams": (one_team_place_less, team_under_way),
    "group-places": (one_group_place_less, group_under_way),
}
"""Limits that one cell can break; the others, and new ones, are broken as their examples say, and by a
solver that forgets them (`test_limits_examples`, `test_limits_forgotten`)."""


TAKES_A_TURN = (one_place_less, somebody_under_way, team_under_way, hosts_a_group, group_under_way)
TURN = {"totals", "wrong-words"}
"""Who has room and nobody at present is part of the fit, so that fit and total no longer follow."""


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_verify_names_the_limit_that_a_plan_breaks_and_no_other(code):
    tried = 0
    for mutator in BROKEN[code]:
        cases = mutants(mutator, count("mutants"))
        assert cases, f"{mutator.__name__} had nothing to break"
        for case in cases:
            followers = TURN if mutator in TAKES_A_TURN else set()
            found = case.codes()
            assert {code} <= found <= {code} | followers, (case.name, mutator.__name__)
        tried += len(cases)
    assert tried >= count("mutants")


def test_a_plan_that_uses_all_there_is_keeps_every_limit():
    """The boundary from the other side: exactly the places, visits and quarters that are used."""
    for case in mutants(_exactly_enough, count("mutants")):
        assert case.codes() <= TURN, case.name


def _exactly_enough(case: Case, match: ProposedMatch) -> Iterator[Case]:
    amounts, worker = used(case), case.row("beneficiaries", match.beneficiary)["navigator"]
    for mentor in match.mentors if match.company != "group" else ():
        hours = -(-(amounts["minutes", mentor] + hosting(mentor, Ground(case.round))) // 15) / 4
        case = case.edit("mentors", mentor, people_at_once=amounts["places", mentor], hours_per_week=hours)
    for team in case.rows("teams"):
        case = case.edit("teams", team["id"], people_at_once=amounts["team", team["id"]])
    if "joint_hours" in case.row("navigators", worker):
        case = case.edit("navigators", worker, joint_hours=-(-amounts["joint", worker] // 15) / 4)
    yield case.edit("navigators", worker, first_visits_free=amounts["visits", worker])
