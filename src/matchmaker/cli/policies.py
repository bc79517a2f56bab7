"""A policy from the command line: a file, a preset's name or a run's policy.json, and its risks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from matchmaker.policy import Policy


def policy_of(name: str | None) -> Policy:
    """Return the policy of this name, the standard one without; say what anybody else could do to its file.

    A preset is meant by its bare name; a file of just that name has to be said with its folder.
    """
    from matchmaker.cli.say import note
    from matchmaker.domain.near import near
    from matchmaker.errors import CannotRead
    from matchmaker.files.telling import shown
    from matchmaker.policy import PRESETS, Policy
    from matchmaker.policy.toml_file import risks_of
    from matchmaker.runs import load_policy

    if name is None:
        return Policy.standard()
    if name in PRESETS:
        if Path(name).is_file():
            raise click.UsageError(
                f"{name} is a preset, and there is a file {name} here too. "
                f"Maybe ./{name} for the file; for the preset, another folder."
            )
        return Policy.preset(name)
    if not os.path.lexists(name) and (meant := near(name, PRESETS)):
        raise CannotRead(f"{shown(name)} is no preset, and there is no such file. Maybe {meant}?")
    found = load_policy(name)
    for risk in risks_of(Path(name)):
        note(risk)
    return found
