"""A clean proposal broken in exactly one rule, in many ways: each is caught, and as that rule."""

from __future__ import annotations

import json
import random
from itertools import combinations, permutations, product

import pytest

from tests.counts import SEED, count
from tests.verify.plain_rounds import clean, codes, match, mentor, row, ways

WAYS = range(len(ways(clean()[1])))


def way_of(number):
    """Return a fresh clean case, and the person and the way to meet of that number in it."""
    case = clean()
    return (*case, *ways(case[1])[number])


def wants():
    for name, answer in product(["B1", "B2", "B3", "B4"], ["no", "maybe_later", "would_like_to_hear_more"]):
        round_, proposal = clean()
        row(round_, name)["wants"] = answer
        yield round_, proposal
    for answer in ("yes", "no", "maybe_later"):
        round_, proposal = clean()
        row(round_, "B5")["wants"] = answer
        yield round_, proposal
    for name, who, company in product(["B6", "B7"], ["M1", "M2", "M3", "M4", "M5", "M6"], ["alone", "joint"]):
        round_, proposal = clean()
        proposal["matches"].append(match(name, company, who))
        yield round_, proposal


def apart():
    for number, when in product(WAYS, ["now", "before"]):
        name, way = way_of(number)[2:]
        meeting = [*way["mentors"], name, *(["N1"] if way["company"] == "joint" else [])]
        rows = [{"one": one, "other": other} for one, other in permutations(meeting, 2)]
        rows += [{"one": who, "situation": "crowds"} for who in way["mentors"]]
        for each, level in product(rows, ["some", "high"]):
            round_, proposal = clean()
            round_ |= {"keep_apart": [each]} if when == "now" else {"previous": {"keep_apart": [each]}}
            seen = {"beneficiary": name, "task": "any", "situation": "crowds", "level": level}
            round_["situations"] = [seen]
            yield round_, proposal


def gender():
    for number in WAYS:
        round_, proposal, name, way = way_of(number)
        row(round_, name).update(gender_wish="must", gender_wished="a man")
        yield round_, proposal
        for blank in (None, "not_asked") if way["state"] == "ready" else ():
            round_, proposal = clean()
            row(round_, name)["gender_wish"] = blank
            yield round_, proposal
    for who, company, number in product(["M1", "M3", "M4", "M5"], ["alone", "joint"], [0, 1]):
        round_, proposal = clean()  # B2 asked for a woman
        here = proposal["matches"][1]
        (here, here["alternatives"][0])[number].update(mentors=[who], company=company)
        yield round_, proposal
    for words, blank in product([[], ["a man"], ["woman"]], ["M2", "M6", "N1"]):
        round_, proposal = clean()
        row(round_, blank)["put_forward_for"] = words
        yield round_, proposal
    round_, proposal = clean()
    row(round_, "B2")["wish_covers_navigator"] = None
    yield round_, proposal


def dual():
    for number, known in product(WAYS, [True, None]):
        round_, proposal, name, way = way_of(number)
        if way["state"] == "ready" and not (known and way["company"] == "joint"):
            row(round_, name)["dual_worked"] = known
            yield round_, proposal
    for who, company, number in product(["M1", "M2", "M3", "M4", "M6"], ["alone", "group"], [0, 1]):
        round_, proposal = clean()  # B4 is dual-worked
        here = proposal["matches"][3]
        (here, here["alternatives"][0])[number].update(mentors=[who], company=company, state="ready")
        yield round_, proposal
    for number, team in product([0, 1], [["M3", "M4"], ["M2", "M6"]]):
        round_, proposal = clean()
        here = proposal["matches"][3]
        (here, here["alternatives"][0])[number].update(mentors=team, company="paired", state="ready")
        yield round_, proposal


def resting():
    spans = ["2026-11-02", "2026-11-02 to", "2026-10-01 to 2026-11-02", "2026-11-01 to 2026-11-30"]
    for number, span in product(WAYS, [None, *spans]):
        round_, proposal, _, way = way_of(number)
        for who in way["mentors"]:
            row(round_, who).update({"breaks": [span]} if span else {"available": False})
        yield round_, proposal
    for who, cells in product(["M1", "M3", "M4"], [
        {"breaks": ["2026-12-03"]}, {"breaks": ["2026-12-01 to 2026-12-03"]},
        {"protected_time": ["Thu 10:59-11:30"]}, {"protected_time": ["Thu 00:00-24:00"]},
    ]):  # fmt: skip
        round_, proposal = clean()  # B3 goes to court on a Thursday at ten
        row(round_, who).update(cells)
        yield round_, proposal
    round_, proposal = clean()
    row(round_, "B3")["session_minutes"] = 61  # into M4's own time from 11:00
    yield round_, proposal


def unknown():
    for number, name in product(WAYS, ["M9", "B1", "N1", "m1"]):
        round_, proposal, _, way = way_of(number)
        way["company"], way["mentors"] = "joint", [name]
        yield round_, proposal
    for number, part, name in product(range(4), ["task", "venue"], ["nowhere", "M1"]):
        round_, proposal = clean()
        proposal["matches"][number]["arrangements"][0][part] = name
        yield round_, proposal
    for part, name in product(["matches", "hear_more"], ["B9", "M1"]):
        round_, proposal = clean()
        proposal[part][0]["beneficiary"] = name
        yield round_, proposal


def twice():
    for number, company in product(WAYS, ["paired", "joint"]):
        round_, proposal, name, way = way_of(number)
        if way["state"] == "ready" and (name != "B4" or company == "joint"):
            way |= {"company": company, "mentors": way["mentors"][:1] * 2}
            yield round_, proposal
    for number, who in product([0, 2], ["M1", "M2", "M5", "M6"]):
        round_, proposal = clean()
        again = proposal["matches"][number]["beneficiary"]
        proposal["matches"].append(match(again, "alone", who, task="coffee_walk"))
        yield round_, proposal
    for part, number in [("matches", 0), ("matches", 1), ("matches", 2), ("matches", 3), ("hear_more", 0)]:
        round_, proposal = clean()
        proposal[part].append(proposal[part][number])
        yield round_, proposal


def team():
    listed = ({"M3", "M4"}, {"M2", "M6"})
    for pair, place in product(combinations(["M1", "M2", "M3", "M4", "M5", "M6"], 2), [0, 1, 2]):
        round_, proposal = clean()  # B1 has a match and two alternatives
        if set(pair) not in listed:
            ways(proposal)[place][1].update(company="paired", state="ready", mentors=list(pair))
            yield round_, proposal
    for company, place in product(["alone", "joint"], [0, 1, 2]):
        round_, proposal = clean()
        ways(proposal)[place][1].update(company=company, state="ready", mentors=["M3", "M4"])
        yield round_, proposal


def asking():
    for number, who, company in product(
        [0, 1, 2, 5, 6], ["M1", "M2", "M3", "M4", "M5", "M6"], ["alone", "group"]
    ):
        round_, proposal, _, way = way_of(number)
        way |= {"company": company, "state": "ask first", "mentors": [who]}
        for meeting in way.get("arrangements", ()):
            meeting["venue"] = "room"
        yield round_, proposal


def group():
    for number, who in product(WAYS, ["M1", "M2", "M3"]):  # nobody hosts anything any more, or somebody else
        round_, proposal, name, way = way_of(number)
        if name not in ("B2", "B4") and way["state"] == "ready":
            way |= {"company": "group", "mentors": [who], "state": "ready"}
            for rest in ([], [g for g in round_["groups"] if g["host"] != who]):
                yield round_ | {"groups": rest}, proposal
    for number, together in product([0, 1, 2], [None, "alone", "joint", "paired"]):
        round_, proposal = clean()  # B1 did not ask for a group
        row(round_, "B1")["together"] = together
        ways(proposal)[number][1].update(company="group", mentors=["M1"], state="ready")
        yield round_, proposal
    for venue in ("park", "library", "office_hub"):
        round_, proposal = clean()
        proposal["matches"][0] |= {
            "company": "group",
            "arrangements": [{"task": "coffee_walk", "venue": venue}],
        }
        yield round_, proposal


RULES = {
    "wants-a-mentor": wants, "kept-apart": apart, "gender-wish": gender, "dual-worked": dual,
    "on-a-break": resting, "unknown-id": unknown, "twice": twice, "no-such-team": team,
    "ask-first-not-joint": asking, "no-such-group": group,
}  # fmt: skip
LEAST = 20


@pytest.mark.parametrize("code", RULES)
def test_every_mutant_is_caught_as_what_it_is(code):
    mutants = {json.dumps(case, sort_keys=True) for case in RULES[code]()}
    assert len(mutants) >= LEAST
    for text in mutants:
        assert codes(*json.loads(text)) == {code}, text


def test_nothing_is_said_of_people_whom_no_suggestion_touches():
    rng = random.Random(SEED)
    for number in range(count("mutants")):
        round_, proposal = clean()
        round_["mentors"].append(mentor(f"X{number}", available=rng.random() < 0.5, breaks=["2026-11-01 to"]))
        others = ["B6", "B7", "M1", "N1"]
        round_["keep_apart"] = [{"one": f"X{number}", "other": rng.choice(others)}]
        row(round_, "B6").update(dual_worked=None, gender_wish=rng.choice(["must", "not_asked"]))
        assert codes(round_, proposal) == set()
