"""`matchmaker verify`: a saved run, judged from its own round and policy, trusting nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.options import common

if TYPE_CHECKING:
    from matchmaker.domain.breach import Breach
    from matchmaker.runs import Run


@click.command()
@click.argument("run", metavar="RUN")
@common
def verify(run: str) -> int:
    """Check the run folder RUN: every rule, limit and sum, the certificate, and that nothing was edited.

    The certificate proves that no plan is better. It is added up again without a solver; where there is
    none, that is said.
    """
    from matchmaker.cli.say import note, result
    from matchmaker.pages.names import Names
    from matchmaker.policy.banners import banners
    from matchmaker.runs import edited, load_run, sealed

    saved = load_run(run)
    changed = edited(run) if sealed(run) else ()
    unedited = sealed(run) and not changed
    if not sealed(run):
        note("There is no SHA256SUMS in it, so edits that break no rule would not be noticed.")
    lines = [f"edited: {name} is not as it was written." for name in changed]
    found = breaches_of(saved, unedited=unedited)
    lines += [": ".join((b.code, *((", ".join(b.about),) if b.about else ()), b.sentence)) for b in found]
    if lines:
        names = Names(saved.policy.context(saved.round))
        count = f"{len(lines)} breach{'es' if len(lines) != 1 else ''}"
        result("\n".join((f"Not sound, {count}:", *(f"  {names.told(line)}" for line in lines))))
        return Exit.VERIFICATION
    count = f"{len(saved.proposal.matches)} introduction{'s' if len(saved.proposal.matches) != 1 else ''}"
    sound = f"Sound: {count}; every rule and limit is kept{', and nothing was edited' if unedited else ''}."
    result("\n".join((sound, *_proof_of(saved), *banners(saved.policy))))
    return Exit.DONE


def _proof_of(saved: Run) -> tuple[str, ...]:
    """Say what the certificate came to, and who says that no plan is better; without a plan, nothing."""
    from matchmaker.pages.sure import who_says_so

    who = who_says_so(saved.proposal)
    found = "There is no certificate in it."
    if saved.certificate:
        whole = all(priority.proof == "certified" for priority in saved.proposal.priorities)
        found = "The certificate adds up." if whole else "The certificate is for a part of it, and adds up."
    return (f"{found} {' '.join(who)}".strip(),) if saved.certificate or who else ()


def breaches_of(saved: Run, *, unedited: bool) -> tuple[Breach, ...]:
    """Return every breach; an edit can leave something that no rule can look at, which is one too."""
    from matchmaker.plan import certificate_breaches
    from matchmaker.verify.check import verify

    def law() -> tuple[Breach, ...]:
        return verify(saved.round, saved.policy, saved.proposal)

    def proof() -> tuple[Breach, ...]:
        return certificate_breaches(
            saved.round, saved.policy, proposal=saved.proposal, certificate=saved.certificate
        )

    found = _judged(law, unedited=unedited)
    if any(breach.code in _NO_SUCH_PROBLEM for breach in found):
        return found
    return (*found, *_judged(proof, unedited=unedited))


_NO_SUCH_PROBLEM = ("stale-proposal", "not-judged")
"""Then there is nothing that a certificate could speak of."""


def _judged(judge: Callable[[], tuple[Breach, ...]], *, unedited: bool) -> tuple[Breach, ...]:
    from matchmaker.domain.breach import Breach

    try:
        return judge()
    except Exception as error:
        if unedited:
            raise
        what = f"It holds something that cannot be judged ({type(error).__name__})."
        return (Breach("not-judged", (), f"{what} Maybe run match again."),)
