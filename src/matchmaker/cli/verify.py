"""`matchmaker verify`: a saved run, judged from its own round and policy, trusting nobody."""

from __future__ import annotations

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.options import common


@click.command()
@click.argument("run", metavar="RUN")
@common
def verify(run: str) -> int:
    """Check the run folder RUN: every rule, every limit, every sum, and that nothing was edited.

    The certificate that nothing better exists comes with a later version.
    """
    from matchmaker.cli.say import note, result
    from matchmaker.pages.names import Names
    from matchmaker.runs import edited, load_run, sealed
    from matchmaker.verify.check import breaches

    saved = load_run(run)
    changed = edited(run) if sealed(run) else ()
    if not sealed(run):
        note("There is no SHA256SUMS in it, so edits that break no rule would not be noticed.")
    found = breaches(saved.round, saved.policy, saved.proposal)
    lines = [f"edited: {name} is not as it was written." for name in changed]
    lines += [f"{breach.code}: {breach.sentence}" for breach in found]
    if lines:
        names = Names(saved.policy.context(saved.round))
        count = f"{len(lines)} breach{'es' if len(lines) != 1 else ''}"
        result("\n".join((f"Not sound, {count}:", *(f"  {names.told(line)}" for line in lines))))
        return Exit.VERIFICATION
    count = f"{len(saved.proposal.matches)} introduction{'s' if len(saved.proposal.matches) != 1 else ''}"
    unedited = ", and nothing was edited" if sealed(run) else ""
    result(f"Sound: {count}; every rule and limit is kept{unedited}.")
    return Exit.DONE
