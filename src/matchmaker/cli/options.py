"""The options that every command has, wherever on the line they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def common(command: F) -> F:
    """Give a command --quiet and -v."""
    for option in (
        _flag("--quiet", "-q", "quiet", help="Only results and errors."),
        _flag("--verbose", "-v", "verbose", help="What is being done, on standard error."),
    ):
        command = option(command)
    return command


def day(*names: str, help: str) -> Callable[[F], F]:  # noqa: A002 - as click calls it
    """Return an option for a day."""
    return click.option(*names, callback=_as_day, metavar="DATE", help=help)


def seconds_to_look(command: F) -> F:
    """Give a command --seconds, as `match` has it."""
    what = "How long to look."
    option = click.option(
        "--seconds", metavar="NUMBER", default="30", callback=_a_while, show_default=True, help=what
    )
    return option(command)


def _a_while(context: click.Context, parameter: click.Parameter, text: str) -> float:
    """Refuse what is no length of time; a NaN slips through every range."""
    try:
        value = float(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a number. Maybe 30.", context, parameter) from None
    if not 0.1 <= value <= 86_400:
        raise click.BadParameter(f"{value} is not between 0.1 and 86400.")
    return value


def _as_day(context: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
    """Read a day as it is written everywhere else; which of 4.1. and 1/4 is the month is not guessed."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        what = f"{text} is not a day as we write it. Maybe write it like 2026-11-30."
        raise click.BadParameter(what, context, parameter) from None


def _flag(*names: str, **settings: Any) -> Any:
    return click.option(*names, is_flag=True, expose_value=False, callback=_remember, **settings)


def _remember(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        context.find_root().meta[f"matchmaker.{parameter.name}"] = True
