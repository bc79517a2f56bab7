"""The leak test: the plan held fixed, a letter changes with what it may say and with nothing else.

Every field of every row of the round is changed, in all rows at once; a field is found from the schema, so
that one which is added later is tested until somebody lists it below with a reason. The same is done with
everything that a proposal says.
"""

from __future__ import annotations

import copy
import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pytest

import matchmaker as mm
from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Proposal, ProposedMatch
from matchmaker.domain.round import Round
from matchmaker.domain.words import COMPANIES
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors
from matchmaker.pages.pack.templating import rendered
from tests.cli.hamlet import ROOT
from tests.counts import SEED, count
from tests.pages.pack.another import Data, changed, differing, fields, plain
from tests.rounds import random_round
from tests.rules.judging import decision, round_of

Letters: TypeAlias = Mapping[str, str]
Writer: TypeAlias = Callable[[Agenda], Letters]
POLICY = mm.Policy.standard()

GROUPS = "20260108"
"""A random round in which somebody can join a group."""

PROGRAMME = {
    ("programme", "locality"): "who is writing",
    ("programme", "safeguarding_contact"): "whom to ring when something worries them",
}
CARD = {
    ("mentors", "label"): "what the mentor is called",
    ("mentors", "about_me"): "the mentor's own words for this card",
    ("mentors", "likes"): "on the card, which is the mentor's to show",
    ("mentors", "hopes"): "on the card, which is the mentor's to show",
    ("mentors", "skills"): "on the card, which is the mentor's to show",
    ("mentors", "style"): "on the card, which is the mentor's to show",
}
MAY_SAY: Mapping[str, Mapping[tuple[str, str], str]] = {
    "person": {**PROGRAMME, **CARD, ("beneficiaries", "label"): "the person it is written to"},
    "mentor": {
        **PROGRAMME,
        ("mentors", "label"): "the mentor it is written to",
        ("places", "label"): "where they would meet",
        ("places", "kind"): "some kinds of place stay unsaid; it is about nobody",
    },
}
"""What a letter may say of the rows it is about. Of all others it may say nothing."""
WRITERS: Mapping[str, Writer] = {"person": letters, "mentor": letters_to_mentors}
ABOUT_NOBODY = {("places", "kind")}
"""A kind of which a place is listed is no place of its own, so that another place may change what is said."""

OF_A_PROPOSAL = {"as_of": "the day", "round_hash": "names the file", "matches": "field by field, below"}
OF_A_MATCH = {
    "match_id": "names the file",
    "beneficiary": "to whom",
    "mentors": "whom they would meet, or to whom",
    "state": "only what is ready has letters",
    "company": "how they would meet",
    "arrangements": "what they would do, and where",
    "common_times": "when it could be",
}


@functools.cache
def base(which: str) -> tuple[Data, Agenda]:
    """Return a round as plain data, and what was proposed for it."""
    shipped = {"example": _example, "pair": lambda: round_of(beneficiary={"together": "paired"})}
    made = shipped.get(which, lambda: random_round(int(which), mentors=8, beneficiaries=12))
    data = plain(made())
    round_ = Round.from_dict(data)
    return data, Agenda(mm.propose(round_, POLICY), POLICY, POLICY.context(round_))


def _example() -> Round:
    """Return the shipped example, with rows of the kinds that it has none of, or none that nothing leads to."""
    round_ = mm.read_round(ROOT / "src" / "matchmaker" / "examples" / "locality.json")
    data = plain(round_)
    hosted = next(group for group in data["groups"] if group["host"].startswith("M"))
    joined = {"company": "group", "group": hosted["id"], "mentor": hosted["host"], "second_mentor": None}
    data["matches"].append({**data["matches"][0], "id": "X99", "state": "ended", **joined})
    data["navigators"].append({**data["navigators"][0], "id": "N99"})
    data["places"].append({**data["places"][0], "id": "place-99"})
    data["vocabulary"].append({"sort": "situation", "code": "sirens", "label": "sirens nearby"})
    return Round.from_dict(data)


def with_round(agenda: Agenda, data: Data) -> Agenda:
    """Return the same proposal on the changed round."""
    return Agenda(agenda.proposal, agenda.policy, POLICY.context(Round.from_dict(data)))


def rows_of(match: ProposedMatch, to: str, data: Data, name: str) -> list[int]:
    """Return the places of the rows that a letter is about."""
    codes = {
        "mentors": [*match.mentors],
        "beneficiaries": [match.beneficiary],
        "places": [meeting.venue for meeting in match.arrangements],
    }
    return [0] if name == "programme" else [
        place for place, row in enumerate(data[name]) if row.get("id") in codes.get(name, ())
    ]  # fmt: skip


def every_letter(agenda: Agenda) -> Letters:
    return {**letters(agenda), **letters_to_mentors(agenda)}


def unnamed(data: Data, agenda: Agenda, name: str) -> list[int]:
    """Return the rows that no suggestion names: with the plan held fixed, only their ids can change."""
    named = {code for match in agenda.proposal.matches for code in (match.beneficiary, *match.mentors)}
    named |= {meeting.venue for match in agenda.proposal.matches for meeting in match.arrangements}
    return [place for place, row in enumerate(data[name]) if row["id"] not in named]


ROUNDS = ["example", "pair", GROUPS, *(str(SEED + number) for number in range(count("letter_rounds")))]
FIELDS: Mapping[str, list[str]] = {
    name: [field for other, field in fields() if other == name] for name, _ in fields()
}


def leaks(
    which: str, name: str, writers: Mapping[str, Writer], only: Sequence[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield every field of a collection that reaches a letter, and to whom."""
    data, agenda = base(which)
    before = {to: write(agenda) for to, write in writers.items()}
    for field in (only or FIELDS[name]) if data[name] else ():
        other = changed(data, name, field, spots=unnamed(data, agenda, name) if field == "id" else None)
        assert which != "example" or differing(data, other, name), f"no other value for {name}.{field}"
        after = with_round(agenda, other)
        yield from ((to, field) for to, write in writers.items() if write(after) != before[to])


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("which", ROUNDS)
def test_nothing_that_is_not_listed_reaches_any_letter(which, name):
    """Beside the letters stand mutants that would say it all, and each of those is found."""

    def gossip(agenda: Agenda) -> Letters:
        rows = getattr(agenda.context.round, name)
        return {file: f"{page} {rows!r}" for file, page in letters(agenda).items()}

    found = set(leaks(which, name, {**WRITERS, "gossip": gossip}))
    assert {
        (to, field) for to, field in found if to != "gossip" and (name, field) not in MAY_SAY[to]
    } == set()
    if which == "example":
        assert {field for to, field in found if to == "gossip"} == {*FIELDS[name]}


def test_a_template_that_is_handed_another_persons_cell_would_be_found(monkeypatch):
    """The real letter with a slip: whom it is written to, and how somebody else is safe to be reached."""

    def write(agenda: Agenda) -> Letters:
        first, *_ = agenda.context.round.beneficiaries

        def slipped(template: str, **what: Any) -> str:
            return rendered(template, **what | {"contact": f"{what['contact']} {first.safe_contact}"})

        monkeypatch.setattr(sys.modules[letters.__module__], "rendered", slipped)
        return letters(agenda)

    only = ("area", "safe_contact", "wants")
    found = [field for _, field in leaks("example", "beneficiaries", {"person": write}, only)]
    assert found == ["safe_contact"]


@pytest.mark.parametrize(
    ("to", "name", "field"), [(to, *each) for to, listed in MAY_SAY.items() for each in listed]
)
def test_what_is_listed_reaches_only_the_letter_it_is_about(to, name, field):
    """It changes that letter, or the list is too long; the same cell of everybody else changes nothing."""
    data, agenda = base("example")
    write, everybody = WRITERS[to], range(1 if name == "programme" else len(data[name]))
    assert len(write(agenda)) > 20
    if (name, field) not in ABOUT_NOBODY:
        assert write(with_round(agenda, changed(data, name, field))) != write(agenda)
    for match in agenda.proposal.matches if (name, field) not in ABOUT_NOBODY else ():
        alone = Agenda(agenda.proposal.model_copy(update={"matches": (match,)}), POLICY, agenda.context)
        others = [place for place in everybody if place not in rows_of(match, to, data, name)]
        after = with_round(alone, changed(data, name, field, spots=others))
        assert write(after) == write(alone), match.match_id


@pytest.mark.parametrize("which", ROUNDS)
def test_whole_sheets_could_be_gone_and_no_letter_would_tell(which):
    data, agenda = base(which)
    rows = set(FIELDS) - {"programme", "mentors", "beneficiaries", "navigators", "places", "vocabulary"}
    bare = with_round(agenda, data | {name: [] for name in rows})
    assert every_letter(bare) == every_letter(agenda)
    noted = copy.deepcopy(data)
    for name in FIELDS:
        for row in noted[name] if name != "programme" else [noted[name]]:
            row["x_note"] = "carried, not read"
    assert every_letter(with_round(agenda, noted)) == every_letter(agenda)


def test_what_was_proposed_and_decided_before_is_in_no_letter():
    data, agenda = base("example")
    match = agenda.proposal.matches[0]
    veto = decision("veto", beneficiary=match.beneficiary, mentors=match.mentors, at="2026-11-15 10:00")
    before = Round.from_dict(data).with_previous(agenda.proposal)
    told = before.with_decisions([Decision.from_dict(veto | {"reason": "they know each other"})])
    assert every_letter(Agenda(agenda.proposal, POLICY, POLICY.context(told))) == every_letter(agenda)


@pytest.mark.parametrize("which", ROUNDS)
def test_of_the_proposal_a_letter_says_only_what_it_is_about(which):
    """All other introductions are taken away, and of its own everything that is not listed."""
    _, agenda = base(which)
    proposal = agenda.proposal
    blank = {name: () for name in Proposal.model_fields if isinstance(getattr(proposal, name), tuple)}
    assert blank.keys() >= {"unmatched", "warnings", "waivers", "hear_more", "matches"}
    nothing = {
        name: () if isinstance(value, tuple) else type(value)()
        for name in ProposedMatch.model_fields.keys() - OF_A_MATCH.keys()
        for value in [getattr(proposal.matches[0], name)]
    } if proposal.matches else {}  # fmt: skip
    for match in proposal.matches:
        bare = proposal.model_copy(update=blank | {"matches": (match.model_copy(update=nothing),)})
        alone = every_letter(Agenda(bare, POLICY, agenda.context))
        assert alone.items() <= every_letter(agenda).items()
        assert bool(alone) == (match.state == "ready")


def test_letters_of_every_company_are_among_them():
    companies = {m.company for which in ROUNDS for m in base(which)[1].proposal.matches if m.state == "ready"}
    assert companies == {*COMPANIES}
