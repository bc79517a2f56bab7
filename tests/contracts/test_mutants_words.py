"""What a proposal says of itself, put otherwise in a sound plan: verify does not take its word for it.

Each way to lie changes one thing; what else it cannot help changing (a band, a total) is put right, or
is listed beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from matchmaker.domain.proposal import (
    Alternative,
    HearMore,
    Meeting,
    ObjectionCount,
    ProposedMatch,
    SpareMentor,
    ToAsk,
    Unmatched,
)
from tests.counts import count
from tests.oracles.rounds_broken import POLICY, Case, Mutator, mutants
from tests.oracles.rounds_exhaustive import ways_of

READY = POLICY.ready_bonus
ASKS = {
    "gender-wish": {"gender-wish"}, "wish-covers-navigator": {"gender-wish"}, "dual-worked": {"dual-worked"},
    "clearance": {"clearance"}, "situation": {"situation"}, "comfort": {"situation"},
    "training": {"checks-and-training"}, "check": {"checks-and-training"},
    "supervision": {"supervision-current"}, "joint-room": {"has-a-navigator"},
    "free-times": {"availability"}, "minutes": {"travel"}, "known-area": {"known-area"},
    "area": {"travel", "venue-access"},
}  # fmt: skip
"""The rules that may ask, by the first word of the question's key; an area is asked for once."""
SHELTERED = "ask-first-not-joint"


# --- a match and what it says of itself -----------------------------------------------------------


def ready_says_ask_first(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        said = case.with_match(match, state="ask first", band="Could work if…")
        yield said.adding(fit=-READY)


def ask_first_says_ready(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """With its band and total put right, only the rules that ask are left to say so."""
    if match.state == "ask first":
        stretch = {(row["mentor"], row["task"]) for row in case.rows("stretch")}
        goes = {(mentor, meeting.task) for mentor in match.mentors for meeting in match.arrangements}
        band = "A stretch, with support" if goes & stretch else "Good to try"
        yield case.with_match(match, state="ready", band=band).adding(fit=READY)


def other_questions(case: Case, match: ProposedMatch) -> Iterator[Case]:
    asked = match.questions
    yield case.with_match(match, questions=(*asked, ToAsk(key="x/1", ask="Is it far?", who="N1")))
    for place, question in enumerate(asked):
        rest = asked[:place] + asked[place + 1 :]
        yield case.with_match(match, questions=rest)
        yield case.with_match(match, questions=(*rest, question.model_copy(update={"who": "N99"})))
        yield case.with_match(match, questions=(*rest, question.model_copy(update={"ask": "All well?"})))


def other_band(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for band in {"Good to try", "Could work if…", "A stretch, with support"} - {match.band}:
        yield case.with_match(match, band=band)


def other_fit(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for more in (-1, 1, READY):
        yield case.with_match(match, fit=match.fit + more)
        yield case.with_match(match, fit=match.fit + more).adding(fit=more)


def other_reasons(case: Case, match: ProposedMatch) -> Iterator[Case]:
    first, *rest = match.contributions
    wrong = (first.points + 1) % 101
    for said in ({"points": wrong}, {"weight": 41}, {"because": "both like dogs a lot"}, {"criterion": "x"}):
        yield case.with_match(match, contributions=(first.model_copy(update=said), *rest))
    yield case.with_match(match, contributions=tuple(rest))
    yield case.with_match(match, contributions=(*match.contributions, first))


def other_tasks(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Nothing to do, the same twice, or something nobody asked for."""
    first = match.arrangements[0]
    yield case.with_match(match, arrangements=(*match.arrangements, first))
    if len(match.arrangements) > 1:
        yield case.with_match(match, arrangements=match.arrangements[1:])
    for task in sorted({"job_search", "advocacy"} - {meeting.task for meeting in match.arrangements}):
        there = Meeting(task=task, venue="remote")
        yield case.with_match(match, arrangements=(*match.arrangements[1:], there))


def venue_where_it_cannot_be(case: Case, match: ProposedMatch) -> Iterator[Case]:
    first, *rest = match.arrangements
    for venue in ("street_outreach", "vehicle", "prison_inside"):
        yield case.with_match(match, arrangements=(Meeting(task=first.task, venue=venue), *rest))


def venue_nobody_knows(case: Case, match: ProposedMatch) -> Iterator[Case]:
    first, *rest = match.arrangements
    for venue in ("moon", "P99", "Cafe_public"):
        yield case.with_match(match, arrangements=(Meeting(task=first.task, venue=venue), *rest))


def team_nobody_listed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "paired":
        gone = {frozenset((row["one"], row["other"])): row["id"] for row in case.rows("teams")}
        name = gone[frozenset(match.mentors)]
        yield case.drop("teams", lambda row: row["id"] == name)


def two_who_do_not_go_as_a_pair(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "paired":
        yield case.with_match(match, company="joint")
        yield case.with_match(match, company="alone")
    else:
        yield case.with_match(match, company="paired")


def group_that_is_not(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Nobody hosts one there, or nobody asked for one."""
    hosts = {(row["host"], row["place"]) for row in case.rows("groups")}
    for venue in {meeting.venue for meeting in match.arrangements}:
        asked = case.row("beneficiaries", match.beneficiary).get("together") == "group"
        if match.company != "group" and not (asked and (match.mentors[0], venue) in hosts):
            yield case.with_match(match, company="group", mentors=match.mentors[:1])
    if match.company == "group":
        yield case.edit("beneficiaries", match.beneficiary, together="alone")


def mentor_nobody_knows(case: Case, match: ProposedMatch) -> Iterator[Case]:
    yield case.with_match(match, mentors=(*match.mentors[:-1], "M999"))
    yield case.with_match(match, beneficiary="B999")


# --- totals, bounds, status -----------------------------------------------------------------------


def other_totals(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for name in POLICY.priorities:
        for more in (-1, 1):
            yield case.adding(**{name: more})


def other_bounds(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Optimal, although a bound leaves room for a better plan, or is below what was reached."""
    for priority in case.proposal.priorities:
        for more in (-1, 1, 100):
            yield case.with_priority(priority.name, bound=priority.bound + more)


def better_than_its_bound(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Even a plan that claims less than the best cannot be better than a proved bound."""
    open_ = case.with_proposal(status="feasible")
    first = open_.proposal.priorities[0]
    yield open_.with_priority(first.name, bound=first.bound - 1)


def proved_where_it_is_not(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """From the first bound that leaves room on, nothing is proved; before it, everything is."""
    for place, priority in enumerate(case.proposal.priorities):
        if priority.proof != "not proved":
            yield case.with_priority(priority.name, proof="not proved")
            after = [p.name for p in case.proposal.priorities[place:]]
            gap = case.with_proposal(status="feasible").with_priority(after[0], bound=priority.bound + 1)
            for name in after[:-1]:
                gap = gap.with_priority(name, proof="not proved")
            yield gap if len(after) > 1 else gap.with_priority(after[0], proof="solver-claimed")


def other_priorities(case: Case, match: ProposedMatch) -> Iterator[Case]:
    first, second, *rest = case.proposal.priorities
    yield case.with_proposal(priorities=(second, first, *rest))
    yield case.with_proposal(priorities=(second, *rest))
    yield case.with_proposal(priorities=(first.model_copy(update={"name": "fairness"}), second, *rest))


def no_plan_that_suggests(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for status in ("unknown", "impossible"):
        yield case.with_proposal(status=status)


# --- everybody, once ------------------------------------------------------------------------------


def left_out(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Somebody who asked is neither suggested anybody nor named among those who are not."""
    for entry in case.proposal.unmatched:
        rest = tuple(each for each in case.proposal.unmatched if each is not entry)
        yield case.with_proposal(unmatched=rest)


def match_left_out(case: Case, match: ProposedMatch) -> Iterator[Case]:
    rest = tuple(each for each in case.proposal.matches if each is not match)
    yield case.with_proposal(matches=rest)


def twice_unmatched(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for entry in case.proposal.unmatched:
        yield case.with_proposal(unmatched=(*case.proposal.unmatched, entry))
    yield case.with_proposal(unmatched=(*case.proposal.unmatched, Unmatched(beneficiary=match.beneficiary)))


def suggested_twice(case: Case, match: ProposedMatch) -> Iterator[Case]:
    yield case.with_proposal(matches=(*case.proposal.matches, match))


def who_did_not_ask(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for person in case.rows("beneficiaries"):
        if person["wants"] != "yes":
            entry = Unmatched(beneficiary=person["id"])
            yield case.with_proposal(unmatched=(*case.proposal.unmatched, entry))


def no_reason(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for entry in case.proposal.unmatched:
        silent = entry.model_copy(update={"objections": ()})
        rest = tuple(silent if each is entry else each for each in case.proposal.unmatched)
        yield case.with_proposal(unmatched=rest)


def reason_that_is_none(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Nobody who asked is in the way of themselves, so that this rule never stands in the way."""
    for entry in case.proposal.unmatched:
        wrong = entry.model_copy(update={"objections": (ObjectionCount(code="wants-a-mentor", mentors=1),)})
        rest = tuple(wrong if each is entry else each for each in case.proposal.unmatched)
        yield case.with_proposal(unmatched=rest)


def other_spare_mentors(case: Case, match: ProposedMatch) -> Iterator[Case]:
    spare = case.proposal.mentors_without_a_match
    busy = SpareMentor(mentor=match.mentors[0], reasons=())
    yield case.with_proposal(mentors_without_a_match=(*spare, busy))
    for entry in spare[:2]:
        yield case.with_proposal(mentors_without_a_match=tuple(each for each in spare if each is not entry))
        yield case.with_proposal(mentors_without_a_match=(*spare, entry))


def hear_more_left_out(case: Case, match: ProposedMatch) -> Iterator[Case]:
    told = case.proposal.hear_more
    for entry in told:
        yield case.with_proposal(hear_more=tuple(each for each in told if each is not entry))


def hear_more_twice(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for entry in case.proposal.hear_more:
        yield case.with_proposal(hear_more=(*case.proposal.hear_more, entry))


def hear_more_unasked(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for person in case.rows("beneficiaries"):
        if person["wants"] != "would_like_to_hear_more":
            entry = HearMore(beneficiary=person["id"], introductions=())
            yield case.with_proposal(hear_more=(*case.proposal.hear_more, entry))


def kept_apart_counted(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """How many are kept apart from somebody is told to nobody; how many another rule stops is told."""
    for entry in case.proposal.unmatched:
        rest = tuple(each for each in case.proposal.unmatched if each is not entry)
        for said in (ObjectionCount(code="kept-apart", mentors=2), ObjectionCount(code="role", mentors=None)):
            told = entry.model_copy(update={"objections": (*entry.objections, said)})
            yield case.with_proposal(unmatched=(*rest, told))


# --- hashes, decisions, other ways ----------------------------------------------------------------


def made_from_something_else(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """J17: a proposal that was made from other data is stale, whatever it says."""
    yesterday = case.round.as_of - timedelta(1)
    for hash_ in ("round_hash", "policy_hash", "previous_hash"):
        yield case.with_proposal(**{hash_: "0" * 64})
    yield case.with_proposal(as_of=yesterday)
    changed = case.edit("mentors", match.mentors[0], likes=["something else"])
    yield Case(case.name, changed.round, case.proposal)


def vetoed_since(case: Case, match: ProposedMatch) -> Iterator[Case]:
    made = {"id": "Z", "actor": "Sam", "at": f"{case.round.as_of}T09:00", "kind": "veto"}
    about = made | {"beneficiary": match.beneficiary, "mentors": list(match.mentors)}
    yield case.add("decisions", **about)
    yield case.add("decisions", company=match.company, until=str(case.round.as_of), **about)
    yield case.add("decisions", **(about | {"mentors": [match.mentors[-1]]}))


def pinned_since(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A pin of somebody else, or in another company; what is suggested does not keep it."""
    made = {"id": "Z", "actor": "Sam", "at": f"{case.round.as_of}T09:00", "kind": "pin"}
    made |= {"beneficiary": match.beneficiary}
    others = [mentor["id"] for mentor in case.rows("mentors") if mentor["id"] not in match.mentors]
    yield case.add("decisions", mentors=others[:1], **made)
    company = "joint" if match.company == "alone" else "alone"
    yield case.add("decisions", mentors=list(match.mentors[:1]), company=company, **made)


def _others(case: Case, match: ProposedMatch) -> list[Alternative]:
    """Ways to meet the same person that are open, as they would truly be listed."""
    people = {person.id: person for person in case.round.beneficiaries}
    from tests.oracles.rounds_worth import Ground

    ground = Ground(case.round)
    return [
        Alternative(
            mentors=tuple(mentor.id for mentor in way.party), company=way.company,
            state="ready" if way.ready else "ask first", fit=ground.fit(way),
        )
        for way in ways_of(people[match.beneficiary], case.round, POLICY)
        if way.name != (frozenset(match.mentors), match.company)
    ]  # fmt: skip


def listing(case: Case, match: ProposedMatch, other: Alternative, **said: object) -> Case:
    return case.with_match(match, alternatives=(other.model_copy(update=said),))


def other_way_misjudged(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for other in _others(case, match):
        yield listing(case, match, other, fit=other.fit + 1)
        if other.state == "ready":
            yield listing(case, match, other, state="ask first")


def other_way_not_ready(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for other in _others(case, match):
        if other.state == "ask first":
            yield listing(case, match, other, state="ready")


def other_way_closed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    open_ = {(other.mentors, other.company) for other in _others(case, match)}
    for mentor in case.rows("mentors"):
        for company in ("alone", "joint"):
            way = ((mentor["id"],), company)
            if way not in open_ and way != (match.mentors, match.company):
                said = Alternative(mentors=way[0], company=company, state="ask first", fit=0)
                yield case.with_match(match, alternatives=(said,))


def other_way_vetoed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    made = {"id": "Z", "actor": "Sam", "at": f"{case.round.as_of}T09:00", "kind": "veto"}
    for other in _others(case, match):
        if not set(other.mentors) <= set(match.mentors):
            about = {"beneficiary": match.beneficiary, "mentors": list(other.mentors)}
            yield listing(case, match, other).add("decisions", **about, **made)


def other_way_unknown(case: Case, match: ProposedMatch) -> Iterator[Case]:
    said = Alternative(mentors=("M999",), company="joint", state="ask first", fit=0)
    yield case.with_match(match, alternatives=(said,))


def standby_who_may_not(case: Case, match: ProposedMatch) -> Iterator[Case]:
    open_ = {other.mentors[0] for other in _others(case, match) if len(other.mentors) == 1}
    for mentor in case.rows("mentors"):
        if mentor["id"] not in open_ | set(match.mentors):
            yield case.with_match(match, standby=(mentor["id"],))


def standby_who_is_there_anyway(case: Case, match: ProposedMatch) -> Iterator[Case]:
    yield case.with_match(match, standby=match.mentors[:1])


NONE: set[str] = set()
RULES: set[str] = {rule.code for rule in POLICY.rules}
LIMITS: set[str] = {limit.code for limit in POLICY.limits}
SPARE = {"spare-mentors"}
LIES: dict[Mutator, tuple[str, set[str]]] = {
    ready_says_ask_first: ("wrong-state", {SHELTERED}),
    other_questions: ("wrong-words", NONE),
    other_band: ("wrong-words", NONE),
    other_fit: ("wrong-words", {"totals"}),
    other_reasons: ("wrong-words", NONE),
    other_tasks: ("tasks", RULES | LIMITS | {"no-such-group", "wrong-words", "totals", "wrong-state", SHELTERED}),
    venue_where_it_cannot_be: ("wrong-venue", RULES | LIMITS | {"no-such-group", "wrong-words", "totals", SHELTERED}),
    venue_nobody_knows: ("unknown-id", NONE),
    team_nobody_listed: ("no-such-team", NONE),
    two_who_do_not_go_as_a_pair: ("wrong-company", RULES | LIMITS | {
        "no-such-team", "wrong-words", "totals", "wrong-state", SHELTERED, "pin", "vetoed",
    }),
    group_that_is_not: ("no-such-group", RULES | LIMITS | {
        "wrong-words", "totals", "wrong-state", SHELTERED, "pin", "vetoed", "spare-mentors",
    }),
    mentor_nobody_knows: ("unknown-id", NONE),
    other_totals: ("totals", NONE),
    other_bounds: ("status", {"bounds", "proof"}),
    better_than_its_bound: ("bounds", {"proof"}),
    proved_where_it_is_not: ("proof", NONE),
    other_priorities: ("priorities", NONE),
    no_plan_that_suggests: ("status", NONE),
    left_out: ("missing", NONE),
    match_left_out: ("missing", {"totals", "pin"} | SPARE),
    twice_unmatched: ("twice", NONE),
    suggested_twice: ("twice", LIMITS | {"totals"}),
    who_did_not_ask: ("no-request", NONE),
    no_reason: ("no-reason", NONE),
    reason_that_is_none: ("reason", NONE),
    other_spare_mentors: ("spare-mentors", NONE),
    hear_more_left_out: ("hear-more", NONE),
    hear_more_twice: ("hear-more", {"twice"}),
    hear_more_unasked: ("hear-more", {"wants-a-mentor"}),
    kept_apart_counted: ("counted", NONE),
    made_from_something_else: ("stale-proposal", NONE),
    vetoed_since: ("vetoed", NONE),
    pinned_since: ("pin", NONE),
    other_way_misjudged: ("wrong-words", {SHELTERED}),
    other_way_not_ready: ("closed-alternative", RULES),
    other_way_closed: ("closed-alternative", RULES | {SHELTERED}),
    other_way_vetoed: ("vetoed", NONE),
    other_way_unknown: ("unknown-id", NONE),
    standby_who_may_not: ("standby", RULES),
    standby_who_is_there_anyway: ("standby", NONE),
}  # fmt: skip
"""Each way to lie, the code it is found by, and what else it cannot help breaking."""


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_verify_does_not_take_a_proposal_at_its_word(lie):
    code, followers = LIES[lie]
    cases = mutants(lie, count("mutants"))
    assert len(cases) == count("mutants")
    for case in cases:
        found = case.codes()
        assert code in found, (case.name, found)
        assert found - {code} <= followers, (case.name, found)


def test_a_match_that_claims_ready_is_told_every_rule_that_asks():
    cases = mutants(ask_first_says_ready, count("mutants"))
    assert len(cases) == count("mutants")
    for case in cases:
        claimed = [match for match in case.proposal.matches if match.state == "ready"]
        asked = [ASKS[question.key.split("/")[0]] for match in claimed for question in match.questions]
        found = case.codes()
        assert asked, case.name
        assert found <= set().union(*asked), case.name
        assert all(found & rules for rules in asked), case.name


def test_a_true_list_of_other_ways_is_left_in_peace():
    def listed(case: Case, match: ProposedMatch) -> Iterator[Case]:
        vetoed = {d.beneficiary for d in case.round.decisions if d.kind == "veto"}
        if match.beneficiary not in vetoed:
            others = tuple(_others(case, match))[: POLICY.alternatives]
            yield case.with_match(match, alternatives=others)

    for case in mutants(listed, count("mutants")):
        assert case.codes() == set(), case.name


def test_names_and_private_words_are_outside_the_hash():
    for case in mutants(lambda case, match: iter([case]), count("mutants")):
        renamed = [row | {"label": "Somebody else"} for row in case.rows("mentors")]
        data = case.data | {"mentors": renamed}
        assert Case(case.name, type(case.round).from_dict(data), case.proposal).codes() == set()
