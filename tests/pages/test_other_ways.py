"""Other ways in their bands, what each would mean for others in words, and who could step in."""

from __future__ import annotations

import json
import threading
from html import unescape

import pytest

from matchmaker.domain.proposal import Alternative
from matchmaker.domain.round import Round
from matchmaker.engine import Study, explained, propose
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.other_ways import by_band, could_step_in, coverage, means, unordered
from matchmaker.pages.pack.introductions import introduction
from matchmaker.pages.pack.page import pack_page
from matchmaker.pages.pack.view import View
from matchmaker.pages.summary import summary
from matchmaker.plan import Search
from matchmaker.policy import Policy
from tests.cli.hamlet import hamlet
from tests.pages.pack.packs import agenda
from tests.rules.judging import decision, round_of

POLICY = Policy.standard()


def way(*mentors: str, company="alone", state="ready", **more) -> Alternative:
    return Alternative(mentors=mentors, company=company, state=state, fit=7, **more)


def with_ways(data, *ways: Alternative) -> Agenda:
    """Return the hamlet's agenda in which B1 has these other ways."""
    made = agenda(data)
    first, *rest = made.proposal.matches
    matches = (first.model_copy(update={"alternatives": ways}), *rest)
    return agenda(data, matches=matches)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        (
            {"regret": (0, 0, 0, 0, 0), "moves": ("B1",)},
            "A free swap: the whole plan would be just as good, and nobody else would change.",
        ),
        (
            {"regret": (0, 0, 0, 0, 0), "moves": ("B1", "B2")},
            "A free swap: the whole plan would be just as good, and what we suggest for B2 would change too.",
        ),
        (
            {"regret": (0, 1, 0, 0, 0), "moves": ("B1", "B2", "B3")},
            "For everybody together, 1 fewer person would be offered one; what we suggest for B2 and B3 would "
            "change too.",
        ),
        (
            {"regret": (0, 0, 0, 500, -3), "moves": ("B1",)},
            "For everybody together, the introductions would fit a little less well and those offered one would "
            "have waited 3 days more in all; nobody else would change.",
        ),
        (
            {"regret_at_least": (0, 1)},
            "At least: 1 fewer person would be offered one. There was no time to find out the rest.",
        ),
        ({"regret_at_least": (0, 0)}, ""),
        ({"impossible": True}, "As things are decided, no plan has room for it."),
    ],
)
def test_what_it_would_mean_for_others_in_words_without_figures_of_fit(said, words):
    assert means(way("M2", **said), "B1", agenda=agenda(hamlet())) == words


def test_what_there_was_no_time_for_is_said_where_it_is_missing_and_once_before():
    """Before, on a busy machine, some ways stood there with a price and others without, and no page said why."""
    data = hamlet()
    round_ = Round.from_dict(data)
    proposal, over = propose(round_, POLICY), threading.Event()
    over.set()
    cut_short = explained(proposal, Study(round_, POLICY, proposal), search=Search(cancel=over)).proposal
    context = POLICY.context(round_)
    made = Agenda(cut_short, POLICY, context)
    (first, *_) = cut_short.matches
    for each in (way("M2"), way("M2", regret_at_least=(0, 0))):
        assert means(each, first.beneficiary, agenda=made) == (
            "There was no time to find out what it would mean for others."
        )
    text = " ".join(summary(round_, POLICY, proposal=cut_short).split())
    page = unescape(pack_page(made))
    every = sum(len(match.alternatives) for match in cut_short.matches)
    for said in (
        f"For {every} of {every} other ways there was no time to find out what each means for others.",
        "There was no time to find out who could step in.",
    ):
        assert f"{said} Maybe run it again with more time (--seconds)." in text
        assert said in page


def test_within_a_band_nothing_comes_first_but_by_id():
    told = [way("M10"), way("M9", "M10", company="paired"), way("M9", company="joint"), way("M9")]
    assert [(each.mentors, each.company) for each in unordered(told)] == [
        (("M9",), "alone"),
        (("M9",), "joint"),
        (("M9", "M10"), "paired"),
        (("M10",), "alone"),
    ]


def test_the_bands_are_those_of_suggestions():
    stretch = {
        "agreed_on": "2026-11-02",
        "agreed_with": "N1",
        "mentor": "M2",
        "task": "coffee_walk",
        "mitigation": "joint",
    }
    ways = (way("M2", company="joint"), way("M1", company="joint", state="ask first"), way("M1"))
    made = with_ways(hamlet(stretch=[stretch]), *ways)
    found = by_band(made.proposal.matches[0], made)
    assert [(each.band, [w.mentors for w in each.ways]) for each in found] == [
        ("Good to try", [("M1",)]),
        ("Could work if…", [("M1",)]),
        ("A stretch, with support", [("M2",)]),
    ]


def test_a_way_that_rests_on_a_waiver_is_never_good_to_try():
    waiver = decision(
        "waive", beneficiary="B1", mentors=["M1"], tasks=["coffee_walk"], company="alone", rule="lone-working",
        until="2026-11-01", reason="They know the café.", mitigation="The café's owner is told.",
    )  # fmt: skip
    round_ = round_of(mentor={"check_in_plan": False}, rows={"decisions": [waiver], "teams": []})
    proposal = propose(round_, POLICY)
    made = Agenda(proposal, POLICY, POLICY.context(round_))
    (match,) = proposal.matches
    bands = {(each.mentors, each.company): band for band, ways in by_band(match, made) for each in ways} | {
        (match.mentors, match.company): match.band
    }
    assert bands[("M1",), "alone"] == "Could work if…"
    assert bands[("M1",), "joint"] == "Good to try"


def explained_hamlet() -> tuple[Round, Agenda, Agenda]:
    """Return the hamlet with an easier day for M2, with and without explanations."""
    data = hamlet()
    data["mentors"] = [mentor | {"people_at_once": 2} for mentor in data["mentors"]]
    data["navigators"] = [worker | {"first_visits_free": 9} for worker in data["navigators"]]
    round_ = Round.from_dict(data)
    plain = propose(round_, POLICY)
    told = explained(plain, Study(round_, POLICY, plain)).proposal
    context = POLICY.context(round_)
    return round_, Agenda(plain, POLICY, context), Agenda(told, POLICY, context)


def test_where_nobody_worked_it_out_only_the_way_stands_there():
    made = with_ways(hamlet(), way("M2", company="joint"))
    view = View(made)
    [others] = introduction(view.matches[0], view).others
    assert [meant for _, meant in others.ways] == [""]


def test_summary_and_pack_say_who_could_step_in_and_for_whom_nobody_can():
    round_, plain, told = explained_hamlet()
    assert any(match.standby for match in told.proposal.matches)
    text = " ".join(summary(round_, POLICY, proposal=told.proposal).split())
    page = pack_page(told)
    for found in could_step_in(told):
        assert found in text
    assert "Could step in:" in text
    assert "Who could step in, if that one introduction falls through" in page
    assert "A free swap" in text
    assert "A free swap" in page
    before = summary(round_, POLICY, proposal=plain.proposal)
    assert "step in" not in before
    assert tuple(could_step_in(plain)) == ()
    assert "step in" not in pack_page(plain)


def test_people_without_a_standby_are_named_as_ours_to_think_about():
    _, _, told = explained_hamlet()
    first, *rest = told.proposal.matches
    some = (first.model_copy(update={"standby": ()}), *rest)
    proposal = told.proposal.model_copy(update={"matches": some})
    said = tuple(could_step_in(Agenda(proposal, POLICY, told.context)))
    names = told.names.of(first.beneficiary)
    assert said == (
        coverage(len(rest), len(some)),
        f"People we have no standby for at present: {names} Think of a back-up, such as the worker or a group, "
        "before the first visit.",
    )
    assert "For 1 of 2 introductions somebody else could step in" in coverage(1, 2)


def test_the_room_hears_nothing_of_it():
    """Neither bands, nor what it would mean, nor who stands by: the page is the same with and without."""
    _, plain, told = explained_hamlet()
    assert plain.proposal != told.proposal
    assert pack_page(plain, room=True) == pack_page(told, room=True)


def test_the_order_of_other_ways_tells_nothing():
    _, _, told = explained_hamlet()
    turned = told.proposal.model_copy(
        update={
            "matches": tuple(
                match.model_copy(update={"alternatives": match.alternatives[::-1]})
                for match in told.proposal.matches
            )
        }
    )
    assert json.loads(turned.to_json()) != json.loads(told.proposal.to_json())
    for room in (False, True):
        assert pack_page(Agenda(turned, POLICY, told.context), room=room) == pack_page(told, room=room)
