"""Propose, write the run folder, show what came out: what match and demo have in common."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from matchmaker.cli.exits import Exit, exit_of
from matchmaker.cli.interrupt import Work
from matchmaker.cli.say import asked, detail, document, note, problem, result
from matchmaker.engine import Study, explained, proposed
from matchmaker.plan.clock import Clock
from matchmaker.runs import Run, write_run

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.engine import Proposed
    from matchmaker.plan import Search
    from matchmaker.policy import Policy


FEW: Final = 500
"""Up to so many people a run is explained without being asked."""
SHARE: Final = 0.5
"""How much of the time explaining may take, of what the plan leaves."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the run folder goes, what is shown, and whether it is explained; None leaves that to the size."""

    folder: Path
    force: bool = False
    as_json: bool = False
    explain: bool | None = None

    def explains(self, round_: Round) -> bool:
        """Say whether a run of this round is to be explained."""
        return len(round_.beneficiaries) <= FEW if self.explain is None else self.explain


def signed_in_as_root() -> bool:
    """Say whether what is written would belong to root; some systems have no such thing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run_and_write(round_: Round, policy: Policy, *, wanted: Wanted, search: Search) -> int:
    """Return the exit code, once the folder is written and the result shown."""
    if signed_in_as_root():
        note("You are signed in as root, who will own the run folder. Maybe use your own account.")
    found, stopped = _proposed(round_, policy, search, explain=wanted.explains(round_))
    proposal = found.proposal
    detail(f"{len(proposal.matches)} introductions, {len(proposal.unmatched)} without: {proposal.status}")
    if not proposal.matches and proposal.status in ("unknown", "feasible"):
        if stopped:
            raise KeyboardInterrupt
        return _no_plan(proposal, wanted)
    run = Run(round_, policy, proposal, certificate=found.certificate)
    folder = write_run(run, wanted.folder, force=wanted.force)
    if wanted.as_json:
        document(run.files["proposal.json"])
    else:
        result(run.files["summary.txt"])
    note(f"Everything is in {folder}: {', '.join(sorted(run.files))}.")
    _say_why(proposal, stopped=stopped)
    return exit_of(proposal.status)


def _proposed(round_: Round, policy: Policy, search: Search, *, explain: bool) -> tuple[Proposed, bool]:
    """Return the proposal, and whether somebody pressed Ctrl-C; progress only shows on a terminal."""
    shown = not asked("quiet") and sys.stderr.isatty()
    lacking: list[str] = []

    def do(work: Work[Proposed]) -> Proposed:
        def progress(news: object) -> None:
            work.begun.set()
            if shown:
                click.echo(f"\r{str(news)[:59]:<59}", nl=False, err=True)

        clock = Clock.of(replace(search, cancel=work.cancelled))
        found = proposed(round_, policy, search=replace(clock.search, progress=progress))
        if not explain:
            return found
        progress("what other ways would mean for others")
        found, not_reached = _explained(found, clock)
        lacking.extend(not_reached)
        return found

    work = Work(do)
    found = work.wait()
    if shown:
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
    for text in lacking:
        note(f"{text} That stays blank, and the summary says so. Maybe allow more with --seconds.")
    return found, work.cancelled.is_set()


def _explained(found: Proposed, clock: Clock) -> tuple[Proposed, tuple[str, ...]]:
    """Explain a proposal in the time that the plan left, but half of all the time at most."""
    plan, proposal = found.plan, found.proposal
    if plan is None or proposal.status not in ("optimal", "feasible"):
        return found, ()
    study = Study(plan.context.round, plan.policy, proposal, plan=plan)
    told = explained(proposal, study, search=clock.at_most(SHARE * clock.search.seconds))
    return replace(found, proposal=told.proposal), told.not_reached


def _no_plan(proposal: Proposal, wanted: Wanted) -> int:
    """An empty proposal that nobody worked out is not written as if it were one."""
    if wanted.as_json:
        document(proposal.to_json())
    problem("Time ran out before there was a plan; nothing was written. Maybe allow more with --seconds.")
    return Exit.NO_PLAN


def _say_why(proposal: Proposal, *, stopped: bool) -> None:
    if proposal.status == "impossible":
        reasons = [w.sentence for w in proposal.warnings if w.code == "pin-cannot-be-kept"]
        problem(
            "\n".join(("No plan can keep every pin; nothing is suggested:", *(f"  {r}" for r in reasons)))
        )
    elif proposal.status == "feasible":
        why = "It was stopped" if stopped else "Time ran out"
        note(f"{why} before this was sure to be the best plan; it keeps every rule and limit.")
