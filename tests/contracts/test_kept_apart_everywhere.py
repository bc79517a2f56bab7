"""What keeps people apart shows no count, no reason and nobody who asked, in anything that is put out.

On each round the rows of KeepApart are written another way: the other one asked, for another reason, for none,
or both asked. The plan is the same, and so must be every word of every output. Only the fingerprint of the
round differs, since a row is lifted by a key that tells two reasons apart; it is put aside here.
"""

from __future__ import annotations

import inspect
import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass, replace
from typing import Any, TypeAlias, get_args

import pytest

import matchmaker as mm
from matchmaker.domain.context import Context
from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.domain.rows import KeepApart
from matchmaker.domain.words import KEPT_APART, ApartKind
from matchmaker.engine import Study, propose
from matchmaker.engine.explaining import explained
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors, pack_page
from matchmaker.pages.summary import summary
from matchmaker.plan import Search
from matchmaker.rules.kept_apart import KeptApart
from matchmaker.verify.check import verify
from tests.cli.hamlet import hamlet, ran, run, saved
from tests.counts import SEED, count
from tests.rounds import random_round
from tests.rules.judging import ART, HUB, apart, data_of, decision, in_a_group, match, round_of

Rows: TypeAlias = tuple[KeepApart, ...]
POLICY = mm.Policy.standard()
SEARCH = Search(seconds=600)
KINDS: tuple[ApartKind, ...] = get_args(ApartKind)


def other_way_round(rows: Rows) -> Rows:
    """The other one asked; where it is about a situation there is only one."""
    return tuple(
        row.model_copy(update={"one": row.other, "other": row.one}) if row.other else row for row in rows
    )


def for_another_reason(rows: Rows) -> Rows:
    after = dict(zip((None, *KINDS), (*KINDS, None), strict=True))
    return tuple(row.model_copy(update={"kind": after[row.kind]}) for row in rows)


def for_no_reason(rows: Rows) -> Rows:
    return tuple(
        {(row.one, row.other, row.situation): row.model_copy(update={"kind": None}) for row in rows}.values()
    )


def both_asked(rows: Rows) -> Rows:
    return (*rows, *other_way_round(for_another_reason(rows)))


WRITTEN: Mapping[str, Callable[[Rows], Rows]] = {
    "the other one asked": other_way_round,
    "another reason": for_another_reason,
    "no reason": for_no_reason,
    "both asked": both_asked,
}


def rewritten(round_: Round, how: Callable[[Rows], Rows]) -> Round:
    """Return the round with its rows, and those of the last round, written another way."""
    before = round_.previous and round_.previous.model_copy(
        update={"keep_apart": how(round_.previous.keep_apart)}
    )
    return round_.revised(keep_apart=how(round_.keep_apart), previous=before)


def drawn(seed: int) -> Round:
    """Return a round with teams, groups and pins, and three rows more: of a mentor, a team and a worker."""
    round_ = random_round(
        seed, mentors=4, beneficiaries=4, max_options=8, previous=seed % 2 == 0, choices=seed % 3 > 0
    )
    more: list[tuple[str, str, ApartKind | None]]
    more = [("M1", "B1", "no_contact"), ("B2", "M2", None), ("M3", "N1", "exclusion"), ("M1", "M2", None)]
    rows = [KeepApart(one=one, other=other, kind=kind) for one, other, kind in more[seed % 2 :]]
    pin = decision("pin", beneficiary="B1", mentors=["M1"]) | {"id": "D-kept-apart"}
    pinned = [Decision.from_dict(pin)] if seed % 5 == 0 else []
    return round_.revised(keep_apart=(*round_.keep_apart, *rows)).with_decisions(pinned)


def outputs(round_: Round, caplog: pytest.LogCaptureFixture) -> dict[str, str]:
    """Return everything that is put out about a round, without its fingerprint."""
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    proposal = propose(round_, POLICY, search=SEARCH)
    study = Study(round_, POLICY, proposal, search=SEARCH)
    told = explained(proposal, study, search=SEARCH).proposal
    agenda = Agenda(told, POLICY, POLICY.context(round_))
    found = {
        "proposal": proposal.to_json(),
        "explained": told.to_json(),
        "summary": summary(round_, POLICY, proposal=told),
        "pack": pack_page(agenda),
        "room": pack_page(agenda, room=True),
        "letters": "".join(sorted((letters(agenda) | letters_to_mentors(agenda)).values())),
        "verify": repr([verify(round_, POLICY, each) for each in (proposal, *broken(proposal, round_))]),
        **{f"{name} {ids}": as_text(answer) for name, ids, answer in answers(study, round_)},
        "logs": caplog.text,
    }
    return {name: text.replace(round_.fingerprint, "the round") for name, text in found.items()}


def broken(proposal: Proposal, round_: Round) -> Iterator[Proposal]:
    """Yield the proposal with a pair that must not meet in place of each suggestion."""
    for first in proposal.matches[:1]:
        for mentor in round_.mentors:
            other = first.model_copy(update={"mentors": (mentor.id,)})
            yield proposal.model_copy(update={"matches": (other,)})


def answers(study: Study, round_: Round) -> Iterator[tuple[str, Any, Any]]:
    """Ask a study everything that it can be asked, of everybody and of every pair."""
    people = [person.id for person in POLICY.context(round_).requests]
    pairs = [(mentor.id, person) for mentor in round_.mentors for person in people]
    about: Mapping[tuple[str, ...], Sequence[tuple[Any, ...]]] = {
        (): [()],
        ("beneficiary",): [(person,) for person in people],
        ("mentor", "beneficiary"): pairs,
        ("groups",): [(dict.fromkeys(people[::2], "A"),)],
    }
    for name, method in inspect.getmembers(study, inspect.ismethod):
        if not name.startswith("_"):
            needed = [p.name for p in inspect.signature(method).parameters.values() if p.default is p.empty]
            for ids in about[tuple(needed)]:
                yield name, ids, method(*ids)


def as_text(answer: Any) -> str:
    """Return an answer with all its data and its sentences."""
    many = answer if isinstance(answer, tuple) else (answer,)
    data = [asdict(each) if is_dataclass(each) and not isinstance(each, type) else each for each in many]
    said = [getattr(each, "sentences", "") for each in many]
    return json.dumps([data, said], default=str, indent=1)


def in_groups(**places: Any) -> Round:
    """Return M1's art group at the hub, which B1 would like to join, and in which B2 is whom B1 must not meet."""
    given = in_a_group(rows={
        "keep_apart": [apart("B1", "B2", kind="exclusion")],
        "matches": [match("active", company="group", group="art") | {"beneficiary": "B2"}],
        **places,
    })  # fmt: skip
    data = data_of(**{part: given[part] for part in ("mentor", "beneficiary", "rows")})
    data["beneficiaries"].append(data["beneficiaries"][0] | {"id": "B2", "together": "joint"})
    return Round.from_dict(data)


PLOT = {"id": "plot", "label": "The plot", "kind": "allotment", "area": "Heeley"}
DIG = ART | {"id": "dig", "place": "plot", "slot": "Tue 10:00-12:00"}
BY_HAND = {
    "in a group": in_groups(),
    "in a group, and at another place not": in_groups(places=[HUB, PLOT], groups=[ART, DIG]),
    "of a team one": round_of(rows={"keep_apart": [apart("M2", "B1", kind="no_contact")]}),
    "of a team each other": round_of(rows={"keep_apart": [apart("M1", "M2", kind="declined_before")]}),
}


@pytest.mark.parametrize(
    ("which", "said"),
    [("in a group", "it is closed."), ("in a group, and at another place not", "it could be tried.")],
)
def test_of_a_group_only_whether_it_is_open_is_said(which, said):
    """At the hub B2 would be there, at the plot not; that the hub is closed, or why, is said nowhere."""
    round_ = BY_HAND[which]
    study = Study(round_, POLICY, propose(round_, POLICY))
    sentences = study.why_not("M1", "B1").sentences
    there = sentences.index(f"In a group: {said}")
    assert not sentences[there + 1 : there + 2] or sentences[there + 1].startswith(
        "With a second mentor, M2: "
    )
    text = as_text(study.why_not("M1", "B1")) + as_text(study.why("B1"))
    assert "not to be introduced" not in text
    assert "B2" not in text


@pytest.mark.parametrize("which", [*range(SEED, SEED + count("kept_apart_rounds")), *BY_HAND])
def test_who_asked_and_why_changes_no_word_of_anything(which, caplog):
    round_ = drawn(which) if isinstance(which, int) else BY_HAND[which]
    before = outputs(round_, caplog)
    for written, how in WRITTEN.items():
        other = rewritten(round_, how)
        assert other.fingerprint != round_.fingerprint
        assert differing(before, outputs(other, caplog)) == set(), written
    for name, text in before.items():
        assert not re.search("|".join(KINDS), text), name
        assert not counted_in(text), name


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_everything_is_asked_of_a_study(caplog):
    asked = {name.split()[0] for name in outputs(BY_HAND["in a group"], caplog)}
    assert asked >= {"why", "why_not", "recruit_next", "pack", "room", "letters", "logs"}


def test_a_law_that_says_who_asked_would_be_found(caplog, monkeypatch):
    def gossip(self: KeptApart, mentor: Any, beneficiary: Any, arrangement: Any, context: Context) -> Any:
        found = lawful(self, mentor, beneficiary, arrangement, context)
        rows = context.round.keep_apart
        return found and replace(found, sentence=f"{found.sentence} {rows[0].one} asked for it.")

    lawful = KeptApart.objection
    round_ = round_of(rows={"keep_apart": [apart("M2", "B1"), apart("M1", "B1")]})
    monkeypatch.setattr(KeptApart, "objection", gossip)
    found = differing(outputs(round_, caplog), outputs(rewritten(round_, other_way_round), caplog))
    assert any(name.startswith("why_not") for name in found)


def test_one_more_from_whom_somebody_is_kept_apart_is_not_counted(caplog):
    """M1 and B1 are kept apart; M2 is on a break, so that nothing of them comes near, and then kept apart as well."""
    away, rows = {"breaks": ["2026-10-01 to 2026-11-30"]}, [apart("M1", "B1")]
    one = round_of(second=away, rows={"keep_apart": rows, "teams": []})
    two = round_of(second=away, rows={"keep_apart": [*rows, apart("B1", "M2")], "teams": []})
    found = differing(outputs(one, caplog), outputs(two, caplog))
    assert found <= {"why_not ('M2', 'B1')"}


def test_every_file_and_every_command(tmp_path):
    """Through the commands: what stands in a run folder, and what each of them says."""
    first = hamlet(keep_apart=[apart("M1", "B2", kind="no_contact"), apart("B3", "M2")])
    second = hamlet(keep_apart=[apart("B2", "M1"), apart("M2", "B3", kind="exclusion"), apart("B3", "M2")])
    said = []
    for name, data in (("first", first), ("second", second)):
        folder = tmp_path / name
        folder.mkdir()
        there = ran(folder, round_=data)
        words = [
            ("check", saved(folder, data)),
            ("verify", there),
            ("match", folder / "round.json", "--out", folder / "again", "-v"),
        ]
        words += [("explain", there, "--beneficiary", person) for person in ("B1", "B2", "B3")]
        pairs = [("M1", "B2"), ("M2", "B3"), ("M2", "B2")]
        words += [("explain", there, "--pair", *pair, *more) for pair in pairs for more in ((), ("--json",))]
        words += [("explain", there, "--recruit"), ("explain", there, "--plans", "--json")]
        words += [("compare", there, folder / "again"), ("pack", there, "-o", folder / "pack.html")]
        pinned = ("--pin", "B2:M1", "--reason", "so", "--by", "Asha", "--on", "2026-11-16")
        words += [("decide", there, *pinned), ("decide", there)]
        words += [("match", there / "round.json", "--previous", there, "--out", folder / "pinned")]
        texts = {str(each[0]) + str(n): run(*each) for n, each in enumerate(words)}
        files = {
            path.name: path.read_text("utf-8")
            for path in there.iterdir()
            if path.suffix in (".txt", ".html", ".json")
        }
        files.pop("round.json")
        fingerprint = mm.load_run(there).round.fingerprint
        found = files | {key: f"{done.exit_code} {done.output}" for key, done in texts.items()}
        said.append(
            {key: text.replace(fingerprint, "").replace(str(folder), "") for key, text in found.items()}
        )
    assert differing(*said) == set()
    assert not [name for name, text in said[0].items() if counted_in(text) or "no_contact" in text]


def counted_in(text: str) -> bool:
    """Whether a number stands beside what keeps people apart, in words or in data."""
    words = r"\d+ (people|mentors|rows)[^.]{0,40}not to be introduced|not to be introduced[^.]{0,20}\d"
    data = rf'"code":\s*"{KEPT_APART}",\s*"mentors":\s*\d|"{KEPT_APART}":\s*\d'
    return bool(re.search(words, text) or re.search(data, text))


def test_a_count_would_be_seen():
    assert counted_in('{"code": "kept-apart", "mentors": 2}')
    assert counted_in("2 people who are not to be introduced")
    assert not counted_in('{"code": "kept-apart", "mentors": null}')
