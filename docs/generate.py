"""Writes docs/reference, the page about presets and the tutorial's workbook, so that none gets out of date.

`python docs/generate.py` writes the pages; with `--check` it writes nothing and names those that are
stale. Sentences, objections and questions are not copied: the rules are run on the hand-worked examples
of their tests, and the pages print what they said.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
sys.path[:0] = [str(ROOT), str(ROOT / "docs")]

NOTICE = "<!-- Written by docs/generate.py from the code: change the code, then run it. -->"


def table(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Return a table of Markdown, with whatever would end a cell spelt out; without rows nothing."""
    heading, rows = list(heading), list(rows)
    lines = [" | ".join(_cell(cell) for cell in row) for row in (heading, ["---"] * len(heading), *rows)]
    return ["", *(f"| {line} |" for line in lines), ""] if rows else []


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())


def pages() -> dict[str, Callable[[], list[str]]]:
    """Return what makes each page, by the name of its file."""
    import reference_clauses
    import reference_commands
    import reference_files
    import reference_presets
    import reference_records
    import reference_simulated

    return {
        "records.md": reference_records.records,
        "words.md": reference_records.words,
        "rules.md": reference_clauses.rules,
        "criteria-and-limits.md": reference_clauses.criteria_and_limits,
        "policy.md": reference_clauses.policy,
        "questions.md": reference_clauses.questions,
        "../explanation/presets.md": reference_presets.presets,
        "decisions.md": reference_files.decisions,
        "files.md": reference_files.files,
        "commands.md": reference_commands.commands,
        "exit-codes.md": reference_commands.exit_codes,
        "simulated-programmes.md": reference_simulated.simulated,
    }


def workbooks() -> dict[str, Callable[[], bytes]]:
    """Return what makes each workbook to download, by the name of its file."""
    import first_meeting

    return {"../tutorial/first-meeting.xlsx": first_meeting.workbook}


def text_of(lines: list[str]) -> bytes:
    """Return a page with its notice below the title, as it stands in the file."""
    title, *rest = lines
    text = re.sub(r"\n{3,}", "\n\n", "\n".join((title, "", NOTICE, *rest)))
    return f"{text.rstrip()}\n".encode()


def main() -> int:
    """Write every page, or with --check say which are stale; the exit code is for make and CI."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a page is stale")
    check = parser.parse_args().check
    stale = []
    makers = {name: lambda made=made: text_of(made()) for name, made in pages().items()} | workbooks()
    for name, made in makers.items():
        path = REFERENCE / name
        content = made()
        if path.exists() and path.read_bytes() == content:
            continue
        stale.append(path.name)
        if not check:
            path.write_bytes(content)
    if stale:
        print(f"{'Stale' if check else 'Written'}: {', '.join(stale)}.")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
