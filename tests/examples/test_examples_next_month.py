"""The example workbook of one month, what was decided on it, and the workbook of the next month."""

from __future__ import annotations

from datetime import timedelta
from importlib import resources
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.domain.context import Context
from matchmaker.domain.proposal import Proposal
from matchmaker.files import write_workbook
from matchmaker.policy import Policy
from matchmaker.runs import Run, add_decisions, following, load_run, write_run

POLICY = Policy.standard()


def decided(kind: str, number: int, **about: object) -> mm.Decision:
    said = {"id": f"D{number}", "actor": "Farida K.", "at": "2026-11-16 11:00", "kind": kind}
    return mm.Decision.from_dict(said | about)


@pytest.fixture(scope="module")
def november(tmp_path_factory) -> Path:
    """The run of November: every ready suggestion but the last is accepted, the last rejected."""
    folder = tmp_path_factory.mktemp("november")
    example = resources.files("matchmaker") / "examples" / "locality.xlsx"
    (folder / "november.xlsx").write_bytes(example.read_bytes())
    round_ = mm.read_round(folder / "november.xlsx")
    write_run(Run(round_, POLICY, mm.propose(round_, POLICY)), folder / "run")
    run = load_run(folder / "run")
    ready = [match for match in run.proposal.matches if match.state == "ready"]
    made = [
        decided("accept", n, beneficiary=match.beneficiary, mentors=list(match.mentors))
        for n, match in enumerate(ready[:-1])
    ]
    last = {"beneficiary": ready[-1].beneficiary, "mentors": list(ready[-1].mentors)}
    made.append(decided("reject", 900, **last, reason="they would rather wait for the course"))
    made.append(decided("none_for_now", 901, beneficiary=run.proposal.unmatched[0].beneficiary))
    add_decisions(folder / "run", run, more=made)
    return folder


@pytest.fixture(scope="module")
def december(november) -> tuple[mm.Round, Proposal]:
    """The workbook of December, written, read, and matched with the run of November at hand."""
    run = load_run(november / "run")
    later = mm.next_round(
        run.round, run.proposal, run.decisions, as_of=run.round.as_of + timedelta(28), policy=run.policy
    )
    write_workbook(later, november / "december.xlsx")
    round_ = following(november / "run", mm.read_round(november / "december.xlsx"))
    return round_, mm.propose(round_, POLICY)


def test_the_workbook_says_what_the_round_says(november, december):
    run = load_run(november / "run")
    later = mm.next_round(run.round, run.proposal, run.decisions, as_of=run.round.as_of + timedelta(28))
    read = mm.read_round(november / "december.xlsx")
    assert read == later.revised(previous=None, decisions=())
    assert december[0] == later


def test_nobody_accepted_is_moved_or_asked_about_again(november, december):
    run, (round_, proposal) = load_run(november / "run"), december
    accepted = {(d.beneficiary, frozenset(d.mentors)) for d in run.decisions if d.kind == "accept"}
    assert len(accepted) > 10
    under_way = {(m.beneficiary, frozenset(m.mentors)) for m in Context(round_).under_way}
    assert accepted <= under_way
    asked = {match.beneficiary for match in proposal.matches}
    asked |= {entry.beneficiary for entry in proposal.unmatched}
    assert not asked & {person for person, _ in accepted}


def test_who_was_rejected_is_suggested_somebody_else_or_nobody(november, december):
    (rejected,) = [d for d in load_run(november / "run").decisions if d.kind == "reject"]
    _, proposal = december
    again = [m for m in proposal.matches if m.beneficiary == rejected.beneficiary]
    assert all(set(match.mentors) != set(rejected.mentors) for match in again)


def test_who_would_rather_wait_is_not_on_the_list(november, december):
    (not_now,) = [d.beneficiary for d in load_run(november / "run").decisions if d.kind == "none_for_now"]
    round_, proposal = december
    assert {p.id: p.wants for p in round_.beneficiaries}[not_now or ""] == "maybe_later"
    assert not_now not in {entry.beneficiary for entry in proposal.unmatched}


def test_the_new_plan_is_sound_and_says_what_it_follows(december):
    round_, proposal = december
    assert mm.verify(round_, POLICY, proposal) == ()
    assert proposal.previous_hash is not None
    assert "rows-still-hold" not in {warning.code for warning in proposal.warnings}  # none was forgotten
