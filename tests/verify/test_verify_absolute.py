"""Every absolute rule on rounds worked out by hand: clean, broken, and on the line between."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import matchmaker.verify.absolute as module
from matchmaker.domain.breach import Breach
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.domain.rows import KeepApart
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.verify.absolute import absolute_breaches
from matchmaker.verify.absolute_facts import KINDS, TASKS, apart_key, facts_of
from matchmaker.verify.absolute_rules import RULES
from matchmaker.verify.absolute_shape import once_each
from matchmaker.verify.absolute_suggestion import STANDBY, suggestions
from matchmaker.verify.absolute_times import covers, meets
from tests.verify.plain_rounds import clean, codes, match, mentor, one_match, option, row

CLEAN: set[str] = set()


def through_json(round_, proposal):
    """Return both as they come back from the records, so that the shapes here are the real ones."""
    written = Round.from_dict(round_).to_json(), Proposal.from_json(json.dumps(proposal)).to_json()
    return tuple(json.loads(text) for text in written)


def test_the_clean_round_is_clean():
    assert absolute_breaches(*clean()) == ()


def test_the_clean_round_is_clean_as_the_records_write_it():
    assert absolute_breaches(*through_json(*clean())) == ()


def test_breaches_are_found_as_the_records_write_them():
    round_, proposal = clean()
    row(round_, "M1")["breaks"] = ["2026-11-02 to"]
    row(round_, "M3")["protected_time"] = ["Thu 10:30-11:00"]
    row(round_, "B2")["wish_covers_navigator"] = None
    row(round_, "B4")["wants"] = "maybe_later"
    round_["keep_apart"] = [{"one": "B3", "other": "M4", "kind": "no_contact"}]
    assert absolute_breaches(*through_json(round_, proposal)) == (
        Breach("gender-wish", ("M2", "B2"), "M2 with B2 cannot be called ready: we do not know yet "
               "if the wish of B2 also holds for their worker."),
        Breach("kept-apart", ("M4", "B3"), "M4 and B3 are not to be introduced to each other."),
        Breach("on-a-break", ("M1", "B1"), "M1 is on a break or has time of their own when B1 asks."),
        Breach("on-a-break", ("M1", "B3"), "M1 is on a break or has time of their own when B3 asks."),
        Breach("on-a-break", ("M1", "B4"), "M1 is on a break or has time of their own when B4 asks."),
        Breach("on-a-break", ("M1", "B5"), "M1 is on a break or has time of their own when B5 asks."),
        Breach("on-a-break", ("M3", "B3"), "M3 is on a break or has time of their own when B3 asks."),
        Breach("wants-a-mentor", ("B4",), "B4 has not asked for a mentor."),
    )  # fmt: skip


def test_everything_that_brings_people_together_is_judged_by_every_rule():
    round_, proposal = clean()
    found = list(suggestions(facts_of(round_, 60), proposal))
    # 4 matches, 2 + 1 + 1 + 1 alternatives, 2 standbys, 2 introductions to describe
    assert len(found) == 4 + 5 + 2 + 2
    assert [way.about for way in found if way.company == STANDBY] == [("M3", "B1"), ("M6", "B2")]
    names = ["kept_apart", "gender_wish", "dual_worked", "on_a_break"]
    assert [rule.__name__ for rule in RULES] == names


def test_an_empty_proposal_is_clean():
    round_, _ = clean()
    assert absolute_breaches(round_, {}) == ()
    assert list(once_each({})) == []


# --- wants-a-mentor ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wants", "expected"),
    [
        ("yes", CLEAN),
        ("no", {"wants-a-mentor"}),
        ("maybe_later", {"wants-a-mentor"}),
        ("would_like_to_hear_more", {"wants-a-mentor"}),
    ],
)
def test_only_who_asked_is_matched(wants, expected):
    assert codes(*one_match({"wants": wants}, mentor("M1"))) == expected


@pytest.mark.parametrize("wants", ["yes", "no", "maybe_later"])
def test_only_who_would_like_to_hear_more_is_told_more(wants):
    round_, proposal = clean()
    row(round_, "B5")["wants"] = wants
    proposal["hear_more"][0]["introductions"] = []
    assert absolute_breaches(round_, proposal) == (
        Breach("wants-a-mentor", ("B5",), "B5 has not asked to hear more about mentors."),
    )


# --- kept-apart ----------------------------------------------------------------------------------

APART = {"one": "M1", "other": "B1"}
NO_CROWDS = {"one": "M1", "situation": "crowds"}


def lift(key, kind="lift"):
    return {"id": "D1", "actor": "N1", "at": "2026-11-01T09:00", "kind": kind, "row": key}


@pytest.mark.parametrize(
    ("now", "before", "decisions", "expected"),
    [
        ([APART], [], [], {"kept-apart"}),
        ([{"one": "B1", "other": "M1"}], [], [], {"kept-apart"}),
        ([{"one": "M2", "other": "B1"}], [], [], CLEAN),
        ([], [APART], [], {"kept-apart"}),  # dropped: lost, not settled
        ([], [APART], [lift("keep_apart/B1/M1")], CLEAN),
        ([], [APART], [lift("keep_apart/M1/B1")], {"kept-apart"}),  # names no row
        ([], [APART], [lift("keep_apart/B1/M2")], {"kept-apart"}),
        ([], [APART], [lift("keep_apart/B1/M1", kind="pin")], {"kept-apart"}),
        ([APART], [APART], [lift("keep_apart/B1/M1")], {"kept-apart"}),  # entered again
    ],
)
def test_a_row_keeps_two_people_apart(now, before, decisions, expected):
    round_, proposal = one_match({}, mentor("M1"))
    round_ |= {"keep_apart": now, "decisions": decisions, "previous": {"keep_apart": before}}
    assert codes(round_, proposal) == expected


@pytest.mark.parametrize(
    ("pair", "company", "expected"),
    [
        (("M1", "N1"), "joint", {"kept-apart"}),
        (("B1", "N1"), "joint", {"kept-apart"}),
        (("M1", "N1"), "alone", {"kept-apart"}),
        (("B1", "N1"), "alone", {"kept-apart"}),
        (("M1", "N2"), "joint", CLEAN),
    ],
)
def test_the_navigator_meets_both_at_the_first_visits_in_every_company(pair, company, expected):
    round_, proposal = one_match({}, mentor("M1"), company=company)
    round_["keep_apart"] = [{"one": pair[0], "other": pair[1]}]
    assert codes(round_, proposal) == expected


@pytest.mark.parametrize(("said", "expected"), [("yes", {"kept-apart"}), ("no", CLEAN)])
def test_two_who_said_that_they_know_each_other_are_kept_apart(said, expected):
    round_, proposal = one_match({}, mentor("M1"))
    round_["answers"] = [{"question": "known-area/B1/M1", "by": "N1", "on": "2026-11-02", "answer": said}]
    assert codes(round_, proposal) == expected


def test_two_mentors_of_a_team_can_be_kept_apart():
    round_, proposal = one_match({}, mentor("M1"), mentor("M2"), company="paired")
    round_["keep_apart"] = [{"one": "M2", "other": "M1"}]
    assert [breach.about for breach in absolute_breaches(round_, proposal)] == [("M1", "M2")]


@pytest.mark.parametrize(
    ("task", "level", "code", "expected"),
    [
        ("coffee_walk", "some", "crowds", {"kept-apart"}),
        ("coffee_walk", "high", "crowds", {"kept-apart"}),
        ("any", "high", "crowds", {"kept-apart"}),
        ("coffee_walk", "low", "crowds", CLEAN),
        ("court", "high", "crowds", CLEAN),  # another task
        ("any", "high", "late_or_dark", CLEAN),
    ],
)
@pytest.mark.parametrize("when", ["now", "before"])
def test_a_mentor_is_kept_from_a_situation(task, level, code, expected, when):
    round_, proposal = one_match({}, mentor("M1"), company="joint")
    rows = [NO_CROWDS]
    round_ |= {"keep_apart": rows} if when == "now" else {"previous": {"keep_apart": rows}}
    # Past its review date, and still a reason to keep away.
    dates = {"by": "N1", "set_on": "2025-01-01", "review_on": "2025-06-01"}
    seen = {"beneficiary": "B1", "task": task, "situation": code, "level": level}
    round_["situations"] = [seen | dates]
    assert codes(round_, proposal) == expected
    round_["decisions"] = [lift("keep_apart/M1/situation:crowds")]
    assert codes(round_, proposal) == (expected if when == "now" else CLEAN)


def test_leaving_a_task_out_of_a_match_hides_no_situation():
    round_, proposal = one_match({}, mentor("M1"), arrangements=[])
    round_["keep_apart"] = [NO_CROWDS]
    round_["situations"] = [
        {"beneficiary": "B1", "task": "coffee_walk", "situation": "crowds", "level": "some"}
    ]
    assert codes(round_, proposal) == {"kept-apart"}


def test_a_situation_on_somebody_elses_visit_keeps_nobody_apart():
    round_, proposal = clean()
    round_["keep_apart"] = [NO_CROWDS]
    round_["situations"] = [{"beneficiary": "B7", "task": "any", "situation": "crowds", "level": "high"}]
    assert codes(round_, proposal) == CLEAN


def test_nothing_says_why_two_are_kept_apart():
    round_, proposal = one_match({}, mentor("M1"))
    round_["keep_apart"] = [APART | {"kind": "exclusion"}]
    by_pair = absolute_breaches(round_, proposal)
    round_["keep_apart"] = [NO_CROWDS]
    round_["situations"] = [{"beneficiary": "B1", "task": "any", "situation": "crowds", "level": "some"}]
    assert absolute_breaches(round_, proposal) == by_pair
    assert by_pair[0].sentence == "M1 and B1 are not to be introduced to each other."


def test_keys_are_those_of_the_rows():
    assert KeepApart(one="M1", other="B1").key == apart_key("M1", "B1") == "keep_apart/B1/M1"
    assert KeepApart(one="M1", situation="crowds").key == apart_key("situation:crowds", "M1")


# --- gender-wish ---------------------------------------------------------------------------------

MUST = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": False}
WOMAN = mentor("M1", put_forward_for=["something else", "  A\u00a0WOMAN "])


@pytest.mark.parametrize(
    ("cells", "who", "expected"),
    [
        (MUST, WOMAN, CLEAN),
        (MUST, mentor("M1"), {"gender-wish"}),  # not put forward is not put forward
        (MUST, mentor("M1", put_forward_for=["a woman of my age"]), {"gender-wish"}),
        (MUST | {"gender_wish": "prefer"}, mentor("M1"), CLEAN),
        (MUST | {"wish_covers_navigator": None}, WOMAN, CLEAN),  # nobody else comes
        ({"gender_wish": "no_wish"}, mentor("M1"), CLEAN),
        ({"gender_wish": "not_asked"}, WOMAN, {"gender-wish"}),
        ({"gender_wish": None}, WOMAN, {"gender-wish"}),
        (MUST | {"gender_wished": None}, WOMAN, {"gender-wish"}),
    ],
)
def test_a_must_holds_for_the_mentor(cells, who, expected):
    assert codes(*one_match(cells, who)) == expected


def test_a_must_holds_for_both_of_a_team():
    for words, expected in ((["a woman"], CLEAN), ([], {"gender-wish"})):
        second = mentor("M2", put_forward_for=words)
        assert codes(*one_match(MUST, WOMAN, second, company="paired")) == expected


@pytest.mark.parametrize(
    ("covers", "words", "state", "expected"),
    [
        (True, ["a woman"], "ready", CLEAN),
        (True, [], "ready", {"gender-wish"}),
        (True, [], "ask first", {"gender-wish"}),
        (False, [], "ready", CLEAN),
        (None, ["a woman"], "ready", {"gender-wish"}),
        (None, [], "ask first", CLEAN),
    ],
)
def test_a_must_can_cover_the_navigator(covers, words, state, expected):
    cells = MUST | {"wish_covers_navigator": covers}
    round_, proposal = one_match(cells, WOMAN, company="joint", state=state)
    round_["navigators"][0]["put_forward_for"] = words
    assert codes(round_, proposal) == expected


def test_a_wish_that_covers_the_navigator_needs_a_navigator():
    cells = MUST | {"wish_covers_navigator": True, "navigator": "none_yet"}
    assert codes(*one_match(cells, WOMAN, company="joint")) == {"gender-wish"}


def test_a_wish_not_asked_can_be_asked_on_a_joint_visit():
    cells = {"gender_wish": "not_asked"}
    way = {"company": "joint", "state": "ask first"}
    assert codes(*one_match(cells, mentor("M1"), **way)) == CLEAN


def test_the_sentence_tells_nobody_who_is_not_put_forward():
    found = absolute_breaches(*one_match(MUST, WOMAN, mentor("M2"), company="paired"))
    assert [breach.sentence for breach in found] == [
        "M1 and M2 with B1: a wish that B1 named as a must is not met."
    ]


# --- answers that settle a blank -----------------------------------------------------------------


def said(question, answer, on="2026-10-20"):
    return {"question": question, "by": "N1", "on": on, "answer": answer}


def decided(question, answer, at="2026-11-01T09:00"):
    what = {"question": question, "answer": answer}
    return {"id": "D1", "actor": "N1", "at": at, "kind": "answer"} | what


COVERS, DUAL = "wish-covers-navigator/B1", "dual-worked/B1"


@pytest.mark.parametrize(
    ("answers", "decisions", "covers", "dual"),
    [
        # With "no" the match stands; with "yes" it breaks; without an answer it is not ready.
        ([], [], {"gender-wish"}, {"dual-worked"}),
        (["no"], [], CLEAN, CLEAN),
        (["yes"], [], {"gender-wish"}, {"dual-worked"}),
        ([], ["no"], CLEAN, CLEAN),
        ([], ["yes"], {"gender-wish"}, {"dual-worked"}),
        (["yes"], ["no"], CLEAN, CLEAN),  # the later one counts
        (["no"], ["yes"], {"gender-wish"}, {"dual-worked"}),
    ],
)
def test_an_answer_settles_a_blank(answers, decisions, covers, dual):
    for question, blank, company, expected in (
        (COVERS, MUST | {"wish_covers_navigator": None}, "joint", covers),
        (DUAL, {"dual_worked": None}, "alone", dual),
    ):
        round_, proposal = one_match(blank, WOMAN, company=company)
        round_["navigators"][0]["put_forward_for"] = []
        round_["answers"] = [said(question, answer) for answer in answers]
        round_["decisions"] = [decided(question, answer) for answer in decisions]
        assert codes(round_, proposal) == expected


def test_an_answer_about_somebody_else_settles_nothing():
    round_, proposal = one_match({"dual_worked": None}, mentor("M1"))
    round_["answers"] = [said("dual-worked/B2", "no")]
    assert codes(round_, proposal) == {"dual-worked"}


def test_an_answer_does_not_overrule_a_cell():
    round_, proposal = one_match({"dual_worked": True}, mentor("M1"))
    round_["answers"] = [said(DUAL, "no")]
    assert codes(round_, proposal) == {"dual-worked"}


def test_of_two_answers_at_once_the_careful_one_counts():
    for first, second in (("yes", "no"), ("no", "yes")):
        round_, proposal = one_match({"dual_worked": None}, mentor("M1"))
        round_["decisions"] = [decided(DUAL, first), decided(DUAL, second)]
        assert codes(round_, proposal) == {"dual-worked"}


# --- dual-worked ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dual", "company", "state", "expected"),
    [
        (True, "joint", "ready", CLEAN),
        (True, "joint", "ask first", CLEAN),
        (True, "alone", "ready", {"dual-worked"}),
        (True, "group", "ready", {"dual-worked"}),
        (False, "alone", "ready", CLEAN),
        (None, "alone", "ready", {"dual-worked"}),
        (None, "joint", "ready", {"dual-worked"}),
        (None, "joint", "ask first", CLEAN),
    ],
)
def test_who_is_dual_worked_is_visited_jointly(dual, company, state, expected):
    cells = {"dual_worked": dual}
    assert codes(*one_match(cells, mentor("M1"), company=company, state=state)) == expected


# --- on-a-break ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("breaks", "expected"),
    [
        (["2026-10-01 to 2026-11-01"], CLEAN),  # ends the day before
        (["2026-10-01 to 2026-11-02"], {"on-a-break"}),
        (["2026-11-02"], {"on-a-break"}),
        (["2026-11-03"], CLEAN),
        (["2026-11-03 to"], {"on-a-break"}),  # not now, but on the day it is needed
        (["2026-12-04 to"], CLEAN),
        (["2026-12-01 to 2026-12-02"], CLEAN),
        (["2026-12-01 to 2026-12-03"], {"on-a-break"}),
        (["2026-12-03 to 2026-12-09"], {"on-a-break"}),  # begins on the day
        (["2026-12-04 to 2026-12-09", "2026-12-03"], {"on-a-break"}),
    ],
)
def test_nobody_is_asked_on_a_break(breaks, expected):
    cells = {"needed_on": "2026-12-03T10:00"}
    assert codes(*one_match(cells, mentor("M1", breaks=breaks))) == expected


@pytest.mark.parametrize("available", [False, None])
def test_who_is_not_available_is_not_suggested(available):
    assert codes(*one_match({}, mentor("M1", available=available))) == {"on-a-break"}


@pytest.mark.parametrize(
    ("window", "session", "usual", "expected"),
    [
        ("Thu 09:00-10:00", None, 60, CLEAN),  # touches 10:00
        ("Thu 09:00-10:01", None, 60, {"on-a-break"}),
        ("Thu 11:00-12:00", None, 60, CLEAN),  # touches 10:00 + 60 = 11:00
        ("Thu 10:59-12:00", None, 60, {"on-a-break"}),
        ("Thu 11:00-12:00", None, 61, {"on-a-break"}),
        ("Thu 11:00-12:00", 90, 60, {"on-a-break"}),  # 10:00 + 90 = 11:30
        ("Thu 10:45-12:00", 45, 60, CLEAN),
        ("Thu 10:15-10:30", None, 60, {"on-a-break"}),  # inside
        ("Thu 08:00-18:00", None, 60, {"on-a-break"}),  # around
        ("Fri 10:00-11:00", None, 60, CLEAN),
    ],
)
def test_time_of_their_own_stays_their_own(window, session, usual, expected):
    cells = {"needed_on": "2026-12-03T10:00", "session_minutes": session}
    case = one_match(cells, mentor("M1", protected_time=[window]))
    assert codes(*case, session_minutes=usual) == expected


def test_protected_time_alone_closes_nothing():
    assert codes(*one_match({}, mentor("M1", protected_time=["Mon 00:00-24:00"]))) == CLEAN


# --- days and times ------------------------------------------------------------------------------


def test_a_late_start_runs_on_into_the_next_day_and_week():
    sunday = datetime(2026, 12, 6, 23, 30)  # noqa: DTZ001 - local time, as in the round
    assert meets("Mon 00:00-01:00", sunday, minutes=31)
    assert not meets("Mon 00:00-01:00", sunday, minutes=30)
    assert meets("Sun 22:00-24:00", sunday, minutes=30)


@pytest.mark.parametrize(
    "text",
    ["", "Mon", "Day 10:00-11:00", "Mon 11:00-10:00", "Mon 10:00-10:00", "Mon 10:00-25:00", "Mon 10-11"],
)
def test_a_time_that_cannot_be_read_never_passes(text):
    with pytest.raises(ValueError, match="Maybe write it like Mon"):
        meets(text, datetime(2026, 12, 3, 10), minutes=60)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["", "soon", "to 2026-12-01", "2026-12-01 until 2026-12-02"])
def test_a_break_that_cannot_be_read_never_passes(text):
    with pytest.raises(ValueError, match="Maybe write it like 2026"):
        covers(text, date(2026, 12, 1))


# --- known, once, in a real company --------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "entry", "about"),
    [
        ("matches", match("B9", "alone", "M1"), "B9"),
        ("matches", match("B6", "alone", "M9"), "M9"),
        ("matches", match("B6", "alone", "B1"), "B1"),  # known, but not as a mentor
        ("matches", match("B6", "alone", "M1", standby=["M9"]), "M9"),
        ("matches", match("B6", "alone", "M1", task="skydiving"), "skydiving"),
        ("matches", match("B6", "alone", "M1",
                          arrangements=[{"task": "court", "venue": "moon"}]), "moon"),
        ("matches", match("B6", "alone", "M1",
                          alternatives=[option("alone", "M1") | {"moves": ["B9"]}]), "B9"),
        ("hear_more", {"beneficiary": "B9", "introductions": []}, "B9"),
        ("unmatched", {"beneficiary": "B9", "contested_with": []}, "B9"),
        ("unmatched", {"beneficiary": "B6", "contested_with": ["B9"]}, "B9"),
        ("mentors_without_a_match", {"mentor": "M9", "reasons": []}, "M9"),
    ],
)  # fmt: skip
def test_ids_lead_somewhere(part, entry, about):
    round_, proposal = clean()
    row(round_, "B6")["wants"] = "yes"
    proposal[part].append(entry)
    found = absolute_breaches(round_, proposal)
    assert [(breach.code, breach.about) for breach in found] == [("unknown-id", (about,))]


def test_places_and_words_of_the_programme_are_known():
    round_, proposal = one_match({}, mentor("M1"))
    round_["places"] += [{"id": "hub_a", "label": "Hub", "kind": "office_hub"}]
    round_["vocabulary"] = [
        {"sort": "task", "code": "choir", "label": "choir", "kinds": ["hall"]},
        {"sort": "kind", "code": "hall", "label": "hall"},
    ]
    proposal["matches"][0]["arrangements"] = [
        {"task": "choir", "venue": "hall"}, {"task": "choir", "venue": "hub_a"}
    ]  # fmt: skip
    assert codes(round_, proposal) == CLEAN


def test_the_words_written_here_are_those_of_the_domain():
    assert set(STANDARD.kinds) == KINDS
    assert set(STANDARD.tasks) == TASKS


def test_a_person_is_in_one_match():
    round_, proposal = clean()
    proposal["matches"].append(match("B1", "alone", "M2"))
    assert [breach.about for breach in absolute_breaches(round_, proposal)] == [("B1",)]
    assert codes(round_, proposal) == {"twice"}


def test_a_mentor_is_in_a_match_once():
    case = one_match({}, mentor("M1"), company="paired", state="ready")
    case[1]["matches"][0]["mentors"] = ["M1", "M1"]
    assert codes(*case) == {"twice"}


@pytest.mark.parametrize(
    ("company", "mentors", "expected"),
    [
        ("paired", ["M3", "M4"], CLEAN),
        ("paired", ["M4", "M3"], CLEAN),  # either may lead
        ("paired", ["M1", "M3"], {"no-such-team"}),
        ("paired", ["M3"], {"no-such-team"}),
        ("alone", ["M3", "M4"], {"no-such-team"}),
        ("joint", ["M3", "M4"], {"no-such-team"}),
        ("alone", [], {"no-such-team"}),
    ],
)
def test_two_mentors_are_a_listed_team(company, mentors, expected):
    round_, proposal = clean()
    proposal["matches"][0] |= {"company": company, "mentors": mentors}
    assert codes(round_, proposal) == expected


@pytest.mark.parametrize("company", ["alone", "group"])
def test_ask_first_is_only_a_joint_visit(company):
    case = one_match({}, mentor("M1"), company=company, state="ask first")
    assert codes(*case) == {"ask-first-not-joint"}


def test_a_state_that_nobody_knows_claims_to_be_ready():
    case = one_match({"dual_worked": None}, mentor("M1"), company="joint", state="Ask first")
    assert codes(*case) == {"dual-worked"}


def test_somebody_who_may_step_in_is_judged_as_well():
    round_, proposal = clean()
    round_["keep_apart"] = [{"one": "M3", "other": "B1"}]
    proposal["matches"][0]["alternatives"] = []
    assert [breach.about for breach in absolute_breaches(round_, proposal)] == [("M3", "B1")]


def test_somebody_who_may_step_in_claims_no_company_yet():
    cells = {"gender_wish": "not_asked", "dual_worked": None}
    way = {"company": "joint", "state": "ask first", "standby": ["M1"]}
    assert codes(*one_match(cells, mentor("M1"), **way)) == CLEAN
    case = one_match({"dual_worked": True}, mentor("M1"), company="joint", standby=["M1"])
    assert codes(*case) == CLEAN


# --- on its own ----------------------------------------------------------------------------------

ALONE = """
import importlib.abc, json, sys, types
from pathlib import Path

class Blocker(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("pydantic", "pydantic_core", "numpy", "ortools", "networkx"):
            raise ImportError(name + " is blocked")

sys.meta_path.insert(0, Blocker())
given = json.load(sys.stdin)
for name in ("matchmaker", "matchmaker.domain", "matchmaker.verify"):
    room = sys.modules[name] = types.ModuleType(name)  # an empty package in place of the real one
    room.__path__ = [str(Path(given["package"], *name.split(".")[1:]))]
before = set(sys.modules)
from matchmaker.verify.absolute import absolute_breaches
found = [breach.code for breach in absolute_breaches(given["round"], given["proposal"])]
new = {name for name in set(sys.modules) - before}
ours = {name for name in new if name.startswith("matchmaker.")}
foreign = {name for name in new - ours if name.split(".")[0] not in sys.stdlib_module_names}
print(json.dumps([found, sorted(foreign), sorted(ours)]))
"""


def test_it_stands_on_the_standard_library_alone():
    round_, proposal = clean()
    row(round_, "B1")["wants"] = "no"
    package = str(Path(module.__file__).parents[1])
    given = json.dumps({"package": package, "round": round_, "proposal": proposal})
    done = subprocess.run(
        [sys.executable, "-I", "-c", ALONE], input=given, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found, foreign, ours = json.loads(done.stdout)
    assert (found, foreign) == (["wants-a-mentor"], [])
    outside = [name for name in ours if not name.startswith("matchmaker.verify.absolute")]
    assert outside == ["matchmaker.domain.breach"]
