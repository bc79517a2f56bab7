"""Options: every way to meet a request, what each is worth, and a name that does not depend on the others."""

from __future__ import annotations

import hashlib

import numpy as np

from matchmaker.compile import compiled, honours, judged, options_of, read_back, salt_of
from matchmaker.domain.context import Context
from matchmaker.domain.decisions import Decision
from matchmaker.policy import Policy
from tests.counts import SEED
from tests.oracles.rounds_exhaustive import choices_of
from tests.rounds import random_round
from tests.rules.judging import apart, decision, match, round_of

POLICY = Policy.standard()


def options(round_):
    context = POLICY.context(round_)
    return options_of(
        judged(context.requests, policy=POLICY, context=context), policy=POLICY, context=context
    )


def names(**different):
    return {
        (*option.pair.mentor_ids, option.pair.company, option.state)
        for option in options(round_of(**different))
    }


def test_each_mentor_alone_and_jointly_and_the_team_once():
    assert names() == {
        ("M1", "alone", "ready"), ("M1", "joint", "ready"), ("M2", "alone", "ready"),
        ("M2", "joint", "ready"), ("M1", "M2", "paired", "ready"),
    }  # fmt: skip


def test_what_asks_is_only_there_jointly_and_what_is_closed_is_not_there():
    assert names(mentor={"supervised_on": None}, rows={"teams": []}) == {
        ("M1", "joint", "ask first"), ("M2", "alone", "ready"), ("M2", "joint", "ready"),
    }  # fmt: skip
    assert names(rows={"keep_apart": [apart("M1", "B1")]}) == {
        ("M2", "alone", "ready"),
        ("M2", "joint", "ready"),
    }
    assert names(beneficiary={"wants": "no"}) == set()
    assert names(rows={"matches": [match("active")]}) == set()


def test_of_two_who_could_lead_the_better_fit_leads_and_then_the_first():
    """With M1 in the lead only public places are open; M2 may lead to the office that B1 likes."""
    assert ("M1", "M2", "paired", "ready") in names()
    assert ("M2", "M1", "paired", "ready") in names(mentor={"usual_step": "accompanied"})
    assert not any("paired" in name for name in names(
        mentor={"usual_step": "accompanied"}, second={"usual_step": "accompanied"})
    )  # fmt: skip
    likes_the_office = {"meet_where": ["office_hub"]}
    found = names(mentor={"usual_step": "alone_public"}, beneficiary=likes_the_office)
    assert ("M2", "M1", "paired", "ready") in found


def test_a_veto_takes_out_just_what_it_speaks_of():
    def vetoed(**about):
        return names() - names(rows={"decisions": [decision("veto", beneficiary="B1", **about)]})

    assert vetoed(mentors=["M1"], company="alone") == {("M1", "alone", "ready")}
    assert vetoed(mentors=["M1"]) == {
        ("M1", "alone", "ready"), ("M1", "joint", "ready"), ("M1", "M2", "paired", "ready"),
    }  # fmt: skip
    assert vetoed(mentors=["M1", "M2"]) == {("M1", "M2", "paired", "ready")}
    assert vetoed(mentors=["M1"], at="2026-10-01 09:00", until="2026-10-04") == set()
    assert vetoed(mentors=["M1"], until="2026-10-05", company="joint") == {("M1", "joint", "ready")}


def test_the_key_names_salt_person_mentors_and_company_and_nothing_else():
    """BLAKE2b of them, so that anybody can compute the tie-break; who leads does not matter."""
    for option in options(round_of()):
        pair = option.pair
        name = "\x1f".join(("2026-10-05", "B1", *sorted(pair.mentor_ids), pair.company))
        assert option.key == int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")
    assert salt_of(Context(round_of())) == "2026-10-05"


def test_somebody_elses_row_changes_no_key():
    keys = {option.name: option.key for option in options(round_of())}
    data = round_of(mentor={"likes": ["tea"]}).model_dump(mode="json")
    data["mentors"].append(data["mentors"][0] | {"id": "M3"})
    more = {option.name: option.key for option in options(type(round_of()).from_dict(data))}
    assert more.keys() > keys.keys()
    assert all(more[name] == key for name, key in keys.items())
    assert len(set(more.values())) == len(more)


def test_options_are_those_of_the_law_with_the_same_worth():
    for seed in range(40):
        round_ = random_round(SEED + seed, mentors=5, beneficiaries=4, previous=True, choices=True)
        people = [p.id for p in POLICY.context(round_).requests]
        by_law = {
            (person, *choice.way.name, choice.way.ready): choice.worth
            for person, choices in zip(people, choices_of(round_, POLICY), strict=True)
            for choice in choices
        }
        found = {(*option.name, option.state == "ready"): option.worth for option in options(round_)}
        assert found == by_law


# --- into numbers ----------------------------------------------------------------------------------


def numbers(**different):
    context = POLICY.context(round_of(**different))
    found = options_of(
        judged(context.requests, policy=POLICY, context=context), policy=POLICY, context=context
    )
    return compiled(found, policy=POLICY, context=context)


def uses(problem, limit):
    rows = [place for place, each in enumerate(problem.limit.tolist()) if each == limit]
    return {int(problem.option[place]): int(problem.amount[place]) for place in rows}


def test_the_numbers_of_a_tiny_round():
    """5 options; M1 and M2 have 2 places and 240 minutes, at 65; N1 has 4 visits, at 2, and 240 minutes."""
    numeric = numbers(rows={"areas": [{"start": "Heeley", "end": "Walkley", "minutes": 20}]})
    problem, count = numeric.problem, len(numeric.options)
    assert (problem.requests, count, problem.levels) == (1, 5, 5)
    assert problem.value.tolist() == [
        list(level) for level in zip(*(o.worth for o in numeric.options), strict=True)
    ]
    found = sorted(
        (int(problem.at_most[limit]), tuple(sorted(uses(problem, limit).values())))
        for limit in range(len(problem.at_most))
    )
    assert found == [
        (1, (1,)),  # the team
        (2, (1, 1, 1)), (2, (1, 1, 1)),  # places: alone, joint, paired
        (4, (2, 2, 2, 2, 2)),  # introduction visits of N1
        (240, (65, 65)),  # joint hours of N1: M1 or M2
        (240, (65, 65, 65)), (240, (65, 65, 65)),  # minutes of M1 and M2
    ]  # fmt: skip
    assert not problem.at_least.any()


def test_a_pin_is_a_minimum_that_any_company_meets_unless_it_names_one():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    for about, expected in ((pin, {"alone", "joint"}), (pin | {"company": "joint"}, {"joint"})):
        numeric = numbers(rows={"decisions": [about]})
        (limit,) = np.flatnonzero(numeric.problem.at_least).tolist()
        assert numeric.problem.at_least[limit] == numeric.problem.at_most[limit] == 1
        kept = [numeric.options[place].pair for place in uses(numeric.problem, limit)]
        assert {pair.company for pair in kept} == expected
        assert {pair.mentor_ids for pair in kept} == {("M1",)}


def test_a_pin_of_one_is_not_honoured_by_a_pair_and_the_other_way_round():
    made = {"id": "Z", "actor": "S", "at": "2026-10-05T09:00", "kind": "pin", "beneficiary": "B1"}
    for mentors in (["M1"], ["M2", "M1"]):
        pin = Decision.model_validate(made | {"mentors": mentors})
        for option in numbers().options:
            assert honours(option, pin) == (set(option.pair.mentor_ids) == set(mentors))


def test_nobody_and_nothing_are_a_problem_too():
    for different in (
        {"beneficiary": {"wants": "no"}},
        {"mentor": {"available": False}, "second": {"available": False}},
    ):
        numeric = numbers(**different)
        assert numeric.options == ()
        assert numeric.problem.levels == 5
    assert read_back(type("Answer", (), {"chosen": np.array([-1])})(), numbers()) == ()
