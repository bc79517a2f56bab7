"""The reference pages about the command line, read off the commands themselves."""

from __future__ import annotations

import click
from generate import table

from matchmaker.cli.exits import Exit
from matchmaker.cli.root import COMMANDS, root

MEANING = {
    Exit.DONE: "Done. People without a suggestion are no error.",
    Exit.BUG: "A bug in matchmaker. It names an error id, and never a value of the input.",
    Exit.USAGE: "The command was not understood.",
    Exit.INPUT: "The input has errors; all of them are listed, and nothing was written.",
    Exit.POLICY: "The policy has errors; all of them are listed.",
    Exit.IMPOSSIBLE: "No plan can keep every pin; the run folder says which and why.",
    Exit.TIME_RAN_OUT: "Time ran out or it was stopped: the plan keeps every rule, another may be better.",
    Exit.VERIFICATION: "Verification failed: a breach was found, or a file was edited.",
    Exit.READ_OR_WRITE: "Something cannot be read or written.",
    Exit.NO_PLAN: "Time ran out before there was a plan; nothing was written.",
    Exit.INTERRUPTED: "Interrupted; nothing was written.",
}


def commands() -> list[str]:
    """Every command with its arguments and options."""
    lines = [
        "# Commands",
        "",
        "Also `python -m matchmaker`. Results go to standard output, everything else to standard error.",
        "`--quiet` leaves only results and errors, `-v` says more; both may stand before or after the",
        "name of the command. Files are written whole or not at all, readable by you alone, and nothing",
        "that is there is replaced without `--force`. See also the [exit codes](exit-codes.md).",
    ]
    top = click.Context(root, info_name="matchmaker")
    for name in COMMANDS:
        command = root.get_command(top, name)
        if command is None:
            raise LookupError(f"{name} is listed and not there.")
        lines += _command(command, click.Context(command, info_name=name, parent=top))
    return lines


def _command(command: click.Command, context: click.Context) -> list[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [
        "", f"## `{context.command_path}`", "",
        "```text", f"{context.command_path} {usage}", "```", "",
        " ".join((command.help or "").split()),
    ]  # fmt: skip
    rows = [_option(each, context) for each in command.params if isinstance(each, click.Option)]
    lines += table(("option", "meaning", "standard"), sorted(row for row in rows if row))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                lines += _command(inner, click.Context(inner, info_name=name, parent=context))
    return lines


def _option(option: click.Option, context: click.Context) -> tuple[str, str, str] | None:
    if option.name in ("quiet", "verbose", "help"):
        return None
    value = "" if option.is_flag else f" {option.make_metavar(context)}"
    shown = option.show_default and option.default is not None
    names = ", ".join((*option.opts, *option.secondary_opts))
    return f"`{names}{value}`", option.help or "", f"`{option.default}`" if shown else ""


def exit_codes() -> list[str]:
    """Every exit code, and what it means."""
    return [
        "# Exit codes",
        "",
        "For whoever runs `matchmaker` from a script.",
        *table(("code", "meaning"), ((f"{code.value}", MEANING[code]) for code in Exit)),
    ]
