"""Results on standard output, everything else on standard error, and nothing that moves a cursor."""

from __future__ import annotations

import contextlib
import os
import sys
from io import TextIOWrapper

import click

from matchmaker.errors import CannotWrite


class ReaderLeft(Exception):
    """Whoever read our output has closed it, such as `head`."""


def ready_for_any_text() -> None:
    """Let both streams spell out what their encoding cannot say, such as a label under LANG=C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def printable(text: str) -> str:
    """Return text whose lines hold only what prints; escapes and surrogates are spelt out."""
    return "\n".join(
        "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)
        for line in text.split("\n")
    )


def result(text: str) -> None:
    """Write a result for people."""
    _out(printable(text).rstrip("\n") + "\n")


def document(text: str) -> None:
    """Write one JSON document, as UTF-8 whatever the terminal speaks."""
    _out(text.encode())


def _out(text: str | bytes) -> None:
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still in the buffer would fail once more when Python ends.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ReaderLeft from None
    except OSError as error:
        why = (error.strerror or "").lower()
        raise CannotWrite(f"Standard output cannot be written ({why}). Maybe make room.") from None


def note(text: str) -> None:
    """Say something that is worth knowing, unless --quiet."""
    if not asked("quiet"):
        click.echo(printable(text), err=True)


def detail(text: str) -> None:
    """Say something that only -v wants to know, and the log; never a label, a value or who is kept apart."""
    _log(text)
    if asked("verbose"):
        click.echo(printable(text), err=True)


def _log(text: str) -> None:
    """Hand it to whoever listens to the logger of our name; by default nobody does."""
    import logging

    log = logging.getLogger("matchmaker")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    log.info(printable(text))


def problem(text: str) -> None:
    """Say what went wrong."""
    click.echo(printable(text), err=True)


def asked(flag: str) -> bool:
    """Say whether a flag that every command has was given, before or after the command's name."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get(f"matchmaker.{flag}"))
