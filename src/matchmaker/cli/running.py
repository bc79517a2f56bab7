"""Propose, write the run folder, show what came out: what match and demo have in common."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matchmaker.cli.exits import Exit, exit_of
from matchmaker.cli.interrupt import Work
from matchmaker.cli.say import asked, detail, document, note, problem, result
from matchmaker.engine import proposed
from matchmaker.runs import Run, write_run

if TYPE_CHECKING:
    from matchmaker.allocation import Progress
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.engine import Proposed
    from matchmaker.plan import Search
    from matchmaker.policy import Policy


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the run folder goes, and what is shown."""

    folder: Path
    force: bool = False
    as_json: bool = False


def signed_in_as_root() -> bool:
    """Say whether what is written would belong to root; some systems have no such thing."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run_and_write(round_: Round, policy: Policy, *, wanted: Wanted, search: Search) -> int:
    """Return the exit code, once the folder is written and the result shown."""
    if signed_in_as_root():
        note("You are signed in as root, who will own the run folder. Maybe use your own account.")
    found, stopped = _proposed(round_, policy, search)
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


def _proposed(round_: Round, policy: Policy, search: Search) -> tuple[Proposed, bool]:
    """Return the proposal, and whether somebody pressed Ctrl-C; progress only shows on a terminal."""
    shown = not asked("quiet") and sys.stderr.isatty()

    def do(work: Work[Proposed]) -> Proposed:
        def progress(news: Progress) -> None:
            work.begun.set()
            if shown:
                click.echo(f"\r{str(news)[:59]:<59}", nl=False, err=True)

        return proposed(round_, policy, search=replace(search, cancel=work.cancelled, progress=progress))

    work = Work(do)
    found = work.wait()
    if shown:
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)
    return found, work.cancelled.is_set()


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
