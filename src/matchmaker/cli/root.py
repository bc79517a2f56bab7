"""The command itself: what commands there are, each loaded when it is used, and how it leaves."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from matchmaker.cli.leaving import exit_code_of
from matchmaker.cli.options import common
from matchmaker.version import __version__

COMMANDS: Final = {
    "demo": "Run the example programme and show what comes out.",
    "template": "Write a blank workbook to fill in.",
    "check": "Every problem in a workbook, by sheet, cell and column.",
    "match": "Suggest introductions: the main job.",
    "decide": "Say what was decided on a run: accept, reject, hold, answer.",
    "next": "This month's workbook from last month's run and its decisions.",
    "verify": "Check a saved run: every rule, every limit, nothing edited.",
    "explain": "Why this match, why not that one, and what it would mean for others.",
    "compare": "Who moves, who gains and who loses between two runs.",
    "pack": "What is printed for the meeting: page, letters, PDF.",
    "policy": "The policy as one page of English; its problems; its schema.",
    "simulate": "Invent a programme to try things on.",
    "schema": "The JSON Schema of what goes in and comes out.",
    "doctor": "What is installed, what is missing.",
}
"""Every command has its own file of this name, with one function of this name."""


class Root(click.Group):
    """A group that knows its commands by name and loads one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"matchmaker.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Name the nearest command when there is none of this name."""
        if not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            maybe = f" Maybe {near[0]}?" if near else " Maybe look at matchmaker --help."
            raise click.UsageError(f"There is no command {args[0]}.{maybe}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and say what went wrong while it is still known what was asked for."""
        try:
            return super().invoke(ctx)
        except click.exceptions.Exit:
            raise
        except BaseException as error:
            return exit_code_of(error)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run, and leave with the exit code of what happened."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name, **extra)
        except BaseException as error:
            code = exit_code_of(error)
        sys.exit(code if isinstance(code, int) else 0)


EXIT_CODES: Final = (
    "For scripts, exit codes: 0 done, 1 a bug, 2 usage, 3 the input has errors, 4 the policy has errors, "
    "5 no plan can keep the pins, 6 time ran out with a plan, 7 verification failed, 8 cannot read or write, "
    "9 time ran out without a plan, 130 interrupted."
)


@click.group(cls=Root, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="matchmaker")
@common
def root() -> None:
    """Suggest who could meet whom in a peer-mentoring programme: safe, explained, decided by people."""
