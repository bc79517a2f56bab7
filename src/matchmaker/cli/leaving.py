"""From an error to what is said about it and the exit code; never a value, a label or a traceback."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.say import ReaderLeft, detail, problem
from matchmaker.errors import (
    CannotRead,
    CannotWrite,
    InputErrors,
    PolicyErrors,
    RuleError,
    VerificationFailed,
)


def exit_code_of(error: BaseException) -> int:
    """Say what happened and return the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else int(error.code is not None)
    if isinstance(error, KeyboardInterrupt | click.Abort):
        problem("Interrupted.")
        return Exit.INTERRUPTED
    if isinstance(error, ReaderLeft):
        return Exit.READ_OR_WRITE
    if isinstance(error, click.ClickException):
        return _usage(error)
    for kinds, code in _EXPECTED:
        if isinstance(error, kinds):
            problem(_in_words(error))
            return code
    return _bug(error)


_EXPECTED: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Exit], ...] = (
    (PolicyErrors, Exit.POLICY),
    (InputErrors, Exit.INPUT),
    ((CannotRead, CannotWrite), Exit.READ_OR_WRITE),
    (VerificationFailed, Exit.VERIFICATION),
)


def _in_words(error: BaseException) -> str:
    if not isinstance(error, InputErrors):
        return str(error)
    from matchmaker.files import told

    count = len(error.problems)
    what = "policy" if isinstance(error, PolicyErrors) else "input"
    head = f"The {what} has {count} problem{'s' if count != 1 else ''}; nothing was written:"
    return "\n".join((head, *(f"  {told(each)}" for each in error.problems)))


_MISSING: Final[Mapping[str, str]] = {
    "ROUND": "ROUND is missing. Maybe name a workbook, such as round.xlsx.",
    "RUN": "RUN is missing. Maybe name the folder that match wrote, such as first-run.",
}
"""What to say first when a command is typed alone; the usage line tells only those who know its words."""


def _usage(error: click.ClickException) -> int:
    missing = error.param.metavar if isinstance(error, click.MissingParameter) and error.param else None
    problem(_MISSING.get(missing or "") or error.format_message())
    context = getattr(error, "ctx", None)
    if context is not None:
        problem(f"{context.get_usage()}\nMaybe look at {context.command_path} --help.")
    return Exit.USAGE


def _bug(error: BaseException) -> int:
    """Say that it is a bug: its kind, an id that is the same whenever it happens, and no value at all."""
    places = [
        f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    kind = type(error).__name__
    number = hashlib.sha256("\n".join((kind, *places)).encode()).hexdigest()[:8]
    said = f": {error}" if isinstance(error, RuleError) else ""
    problem(f"This is a bug in matchmaker ({kind}{said}), error id {number}.")
    problem("Maybe tell whoever looks after matchmaker the error id; -v adds where it happened.")
    for place in places:
        detail(f"  {place}")
    return Exit.BUG
