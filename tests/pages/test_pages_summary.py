"""The summary: in the meeting's order and words, and nothing in it that must not be read aloud."""

from __future__ import annotations

import re
from datetime import date

import pytest

import matchmaker as mm
from matchmaker.domain.proposal import ObjectionCount, Priority, Remedy, ToAsk, Unmatched
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.asking import to_ask
from matchmaker.pages.before import FIRST_PAGE
from matchmaker.pages.introductions import company_in_words
from matchmaker.pages.names import Names
from matchmaker.pages.not_yet import not_yet
from matchmaker.pages.other_ways import BANDS
from matchmaker.pages.others import who_has_got_time
from matchmaker.pages.setting import WIDTH, ended, listed, on_day, wrapped
from matchmaker.pages.summary import summary
from matchmaker.pages.sure import how_sure_we_are
from tests.cli.hamlet import ROOT, hamlet, mentor, person

POLICY = mm.Policy.standard()


def told(data, **changes):
    """Return round, proposal and the summary in one line."""
    round_ = mm.Round.from_dict(data)
    proposal = mm.propose(round_, POLICY).model_copy(update=changes)
    return round_, proposal, " ".join(summary(round_, POLICY, proposal=proposal).split())


@pytest.fixture(scope="module")
def example():
    round_ = mm.read_round(ROOT / "src" / "matchmaker" / "examples" / "locality.json")
    proposal = mm.propose(round_, POLICY)
    return round_, proposal, summary(round_, POLICY, proposal=proposal)


def test_the_order_is_that_of_the_meeting(example):
    *_, text = example
    headings = re.findall(r"^(.+)\n-+$", text, re.MULTILINE)
    assert headings == [
        "Before we start",
        "Who's waiting",
        "Not yet, and what we need to find out or arrange",
        "Have we got room?",
        "Possible introductions",
        "Mentors without a suggestion",
        "People who would like to hear more",
        "How sure we are",
    ]
    bands = re.findall(r"^\*\*\* (.+) \(\d+\) \*\*\*$", text, re.MULTILINE)
    assert bands == list(BANDS) == ["Good to try", "Could work if…", "A stretch, with support"]


def test_the_first_page_is_word_for_word(example):
    *_, text = example
    assert " ".join(text.split()).index(" ".join(FIRST_PAGE)) < 200


def test_lines_are_short_and_plain(example):
    *_, text = example
    assert max(map(len, text.splitlines())) <= WIDTH
    assert not re.search(r"[\u2500-\u259f\t\x1b]", text), "no box drawing"
    assert not re.search(r"\d\.\d", text), "no decimals"
    assert not re.search(r"\.\.(?!\.)", text.replace("...", "")), "no two full stops"


def test_everybody_who_asked_is_named_and_those_who_said_no_are_not(example):
    round_, proposal, text = example
    for entry in (*proposal.matches, *proposal.unmatched):
        assert re.search(rf"^{entry.beneficiary} ", text, re.MULTILINE), entry.beneficiary
    for each in round_.beneficiaries:
        if each.wants in ("no", "maybe_later"):
            assert not re.search(rf"\b{each.id}\b", text)


def test_no_fit_of_anybody_is_printed(example):
    _, proposal, text = example
    fits = {match.fit for match in proposal.matches} | {dict(enumerate(proposal.totals))[3]}
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    assert not {fit for fit in fits if fit > 999} & numbers


def test_people_are_shown_with_what_they_are_called(example):
    round_, _, text = example
    one_line = " ".join(text.split())
    for each in round_.mentors:
        for found in re.finditer(rf"(?<![\w/.-]){each.id}(?![\w/-])", one_line):
            assert one_line[found.end() :].startswith(f" {each.label}"), one_line[found.start() :][:40]


def test_what_keeps_people_apart_is_never_counted():
    data = hamlet(keep_apart=[{"one": "M1", "other": "B3"}, {"one": "M2", "other": "B3"}])
    _, proposal, text = told(data)
    entry = next(each for each in proposal.unmatched if each.beneficiary == "B3")
    assert ObjectionCount(code="kept-apart", mentors=None) in entry.objections
    assert "Somebody is not to be introduced." in text
    assert "people who are not to be introduced (" not in text


def test_codes_are_put_into_words_and_questions_name_who_asks():
    names = Names(POLICY.context(mm.Round.from_dict(hamlet())))
    asked = list(to_ask([ToAsk(key="dual-worked/B2", ask="Do two workers visit B2?", who="N1")], names))
    assert asked == ["  For N1 Asha K. to ask:", "    - Do two workers visit B2 Jo L.? [dual-worked/B2]"]
    round_ = mm.Round.from_dict(hamlet())
    entry = Unmatched(
        beneficiary="B3",
        objections=tuple(
            ObjectionCount(code=code, mentors=n)
            for code, n in [
                ("travel", 9),
                ("language", 8),
                ("together", 7),
                ("role", 6),
                ("clearance", 5),
                ("x", 4),
            ]
        ),
        contested_with=("B1",),
    )
    proposal = mm.propose(round_).model_copy(update={"unmatched": (entry,)})
    text = " ".join(" ".join(not_yet(Agenda(proposal, POLICY, POLICY.context(round_)))).split())
    assert "the journey (9), a language in common (8), no single thing but several together (7)" in text
    assert "what is offered and wanted (6) and 2 more." in text
    assert "suggested for B1 Sam T." in text
    assert text.count("Might help: ") == 3
    assert "Might help: Somewhere nearer to meet, or help with the way." in text


def test_what_was_worked_out_to_help_stands_in_place_of_what_might():
    entry = Unmatched(
        beneficiary="B3",
        objections=(ObjectionCount(code="travel", mentors=2),),
        remedies=(Remedy(change="Meet at the library."),),
    )
    *_, text = told(hamlet(), unmatched=(entry,))
    assert "What would help: Meet at the library." in text
    assert "Might help" not in text


def test_a_person_without_a_worker():
    *_, text = told(hamlet(beneficiaries=[person("B1", "Sam T.", navigator="none_yet")], situations=[]))
    assert "B1 Sam T. (no worker yet), waiting since 5 October 2026: a coffee or a walk" in text


def test_a_round_with_nobody_in_it():
    *_, text = told(hamlet(beneficiaries=[], mentors=[], situations=[]))
    assert "Everyone who asked has a suggestion." in text
    assert "Every mentor has one." in text


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("optimal", "No other plan that keeps every rule is better"),
        ("feasible", "We stopped looking before we could be sure"),
        ("impossible", "No plan can keep every pin"),
    ],
)
def test_how_sure_we_are_in_words(status, sentence):
    *_, text = told(hamlet(), status=status)
    assert sentence in text


def test_priorities_that_were_not_proved_say_what_could_not_be_ruled_out():
    priorities = (
        Priority(name="offered", total=2, bound=3, proof="not proved"),
        Priority(name="fit", total=5000, bound=9000, proof="not proved"),
    )
    *_, text = told(hamlet(), priorities=priorities, status="feasible", reproducible=False)
    assert "1. People offered an introduction: 2; we could not rule out 3." in text
    assert "2. How well the introductions fit: perhaps not yet as well as they can." in text
    assert "we stopped looking before the end" in text
    assert how_sure_we_are.__doc__


def test_no_clock_is_blamed_where_there_is_no_plan_to_come_out_differently():
    *_, text = told(hamlet(), status="impossible", reproducible=False)
    assert "clock" not in text


def test_labels_cannot_break_a_line_or_hide():
    odd = mentor("M1", "Robin\nP.\u2028Q.")
    *_, text = told(hamlet(mentors=[odd]))
    assert "M1 Robin P. Q." in text


def test_ids_are_found_in_sentences_only_where_they_stand_alone():
    data = hamlet(mentors=[mentor("M1", "Robin P."), mentor("M1-b", "Kit W."), mentor("20", "Al")])
    names = Names(POLICY.context(mm.Round.from_dict(data)))
    assert names.told("M1, M1-b and M10 took 20 minutes with M1.") == (
        "M1 Robin P., M1-b Kit W. and M10 took 20 minutes with M1 Robin P."
    )
    assert names.of("20") == "20 Al"
    assert names.of_all(("M1", "B1")) == "M1 Robin P. and B1 Sam T."
    assert (names.task("unheard_of"), names.venue("unheard_of")) == ("unheard of", "unheard of")


def test_the_small_words():
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert on_day(date(2026, 3, 3)) == "3 March 2026"
    assert ended("Sam T.") == ended("Sam T") == "Sam T."
    assert wrapped("a " * 50, indent=2, mark="- ")[1].startswith("    a")
    assert company_in_words("joint", "N1 Asha K.") == "together with N1 Asha K."
    assert who_has_got_time.__doc__
