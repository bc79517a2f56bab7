"""The options that every command has, wherever on the line they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
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
    """Return an option for a day, handed on without a time."""
    kind = click.DateTime(["%Y-%m-%d"])
    return click.option(*names, type=kind, callback=_without_time, metavar="DATE", help=help)


def _without_time(context: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


def _flag(*names: str, **settings: Any) -> Any:
    return click.option(*names, is_flag=True, expose_value=False, callback=_remember, **settings)


def _remember(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        context.find_root().meta[f"matchmaker.{parameter.name}"] = True
