"""`matchmaker verify`: a saved run, judged from its own round and policy, trusting nobody."""

from __future__ import annotations

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
    """Check the run folder RUN: every rule, every limit, every sum, and that nothing was edited.

    The certificate that nothing better exists comes with a later version.
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
    result("\n".join((sound, *banners(saved.policy))))
    return Exit.DONE


def breaches_of(saved: Run, *, unedited: bool) -> tuple[Breach, ...]:
    """Return every breach; an edit can leave something that no rule can look at, which is one too."""
    from matchmaker.domain.breach import Breach
    from matchmaker.verify.check import verify

    try:
        return verify(saved.round, saved.policy, saved.proposal)
    except Exception as error:
        if unedited:
            raise
        what = f"It holds something that cannot be judged ({type(error).__name__})."
        return (Breach("not-judged", (), f"{what} Maybe run match again."),)
