"""The reference pages about files: what can be read and written, and what each decision has to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, get_args

from generate import table

from matchmaker.cli.decide import decide
from matchmaker.cli.exits import Exit
from matchmaker.domain.decisions import (
    _SAID,
    KEEPING,
    NEEDS,
    REFUSING,
    REJECTED_FOR,
    WAIVED_AT_MOST,
    Decision,
)
from matchmaker.domain.fields import SCHEMA_VERSION
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.domain.words import listed
from matchmaker.files.schema import sheets
from matchmaker.files.sizes import LARGE, STANDARD
from matchmaker.files.writing import WRITERS
from matchmaker.policy import Policy
from matchmaker.runs.decided import DECISIONS
from matchmaker.runs.run import CERTIFICATE, PACK, POLICY, PROPOSAL, ROUND, SUMMARY, SUMS

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from matchmaker.domain.record import Record
    from matchmaker.domain.words import DecisionKind

KINDS = {
    ".xlsx": ("a workbook of Excel, LibreOffice or Google", "no"),
    ".ods": ("a workbook of LibreOffice", "no"),
    "": ("a folder with one `.csv` file a sheet", "no"),
    ".json": ("one JSON document; `-` reads it from standard input", "yes"),
}
"""For each ending what it is, and whether it also holds the previous proposal and the decisions."""
IN_A_RUN = {
    ROUND: "what went in, as it was read",
    POLICY: "the policy it was judged by, every parameter spelt out",
    PROPOSAL: "what came out: matches, alternatives, questions, everybody without a suggestion",
    CERTIFICATE: "what proves that no plan is better: a price for every limit, with a fingerprint; it is "
    "there as far as that is [certified](../explanation/what-a-certificate-proves.md)",
    SUMMARY: "the summary, as it was printed",
    PACK: "the pack for the meeting",
    SUMS: "a checksum of each of these; `verify` finds what was edited since",
    DECISIONS: "what was decided since, one JSON record a line; it is there once something was",
}
SIZES = {
    "file_bytes": "bytes of a file",
    "unzipped_bytes": "bytes of a workbook once it is unpacked",
    "ratio": "times that a part of a workbook may be smaller packed than unpacked",
    "entries": "parts of a workbook",
    "rows": "rows of a sheet",
    "columns": "columns of a sheet",
    "cells": "cells of all sheets together",
    "cell": "signs of one cell of a CSV file",
}


def decisions() -> list[str]:
    """Every kind of decision with what it has to say, and every field."""
    typed = {option.name for option in decide.params}
    days, rejected = WAIVED_AT_MOST.days, REJECTED_FOR.days
    rows = (
        (f"`{kind}`", _SAID[kind], _needs(kind), "yes" if {kind, f"{kind}s"} & typed else "")
        for kind in NEEDS
    )
    return [
        "# Decisions",
        "",
        "What people decided on a run. What becomes of each a month later is told in",
        "[from one meeting to the next](../how-to/from-one-meeting-to-the-next.md). A rejected pair is not",
        f"suggested for {rejected} days unless `until` says otherwise; a waiver lasts {days} days at most.",
        "Every decision also says its `id`, who decided (`actor`), when (`at`) and its `kind`.",
        *table(("kind", "to", "has to say", "can be typed"), rows),
        f"{_listed(KEEPING)} keep the pair in the plan; {_listed(REFUSING)} keep it out.",
        "",
        "A kind that cannot be typed comes from a file of JSON lines, with `matchmaker decide --import`.",
        "",
        "## Fields",
        *table(
            ("field", "needed", "meaning"),
            (
                (f"`{name}`", "yes" if info.is_required() else "", f"{info.description}{_words(info)}")
                for name, info in Decision.model_fields.items()
            ),
        ),
    ]


def _words(info: FieldInfo) -> str:
    """Return the words that a field may hold, if they are a fixed few."""
    words = [word for each in (info.annotation, *get_args(info.annotation)) for word in get_args(each)]
    fixed = [f"`{word}`" for word in words if isinstance(word, str)]
    return f" One of: {', '.join(fixed)}." if fixed else ""


def _needs(kind: DecisionKind) -> str:
    names = ", ".join(f"`{name}`" for name in NEEDS[kind])
    return f"{names}, and one `beneficiary` or one of `mentors`" if kind == "switch_navigator" else names


def _listed(kinds: frozenset[DecisionKind]) -> str:
    """Return the kinds in the order of the table."""
    return listed(f"`{kind}`" for kind in NEEDS if kind in kinds)


def files() -> list[str]:
    """Every kind of file, its limits, the run folder and the versions of the schema."""
    formats = (
        (f"`{ending}`" if ending else "none", *KINDS[ending]) for ending in sorted(WRITERS, reverse=True)
    )
    limits = (
        (SIZES[field.name], f"{getattr(STANDARD, field.name):,}", f"{getattr(LARGE, field.name):,}")
        for field in fields(STANDARD)
    )
    needed = ", ".join(sheet.title for sheet in sheets() if sheet.required)
    return [
        "# Files",
        "",
        "## A round",
        "",
        f"There are {len(sheets())} sheets or CSV files. Always needed: {needed}.",
        "All kinds of file hold the same [records](records.md), and a round that is written and read",
        "again is equal.",
        *table(("ending", "what it is", "also the previous proposal and the decisions"), formats),
        "Text that a spreadsheet would work out, such as one that begins with `=`, gets an apostrophe in",
        "front on the way out, and loses it on the way in. A formula counts for the value that it shows,",
        "except in a column marked *safety*: people rely on that one, so it has to be typed.",
        "",
        f"What is bigger than this ends with code {Exit.READ_OR_WRITE.value}; `--limits large` allows more.",
        *table(("at most", "standard", "large"), limits),
        "## A run folder",
        "",
        "Only its owner can read it.",
        *table(("file", "what it holds"), ((f"`{name}`", about) for name, about in IN_A_RUN.items())),
        "## Decisions",
        "",
        "JSON lines: one [decision](decisions.md) a line; blank lines are passed over, and the same decision",
        "told twice counts once.",
        "",
        "## Versions of the schema",
        "",
        f"JSON says `schema_version`; this matchmaker writes {SCHEMA_VERSION}. An older one is read and",
        "becomes the present one; a newer one is refused unchanged. JSON without a version is taken to be of",
        "the present one. Workbooks, `.ods` and CSV carry no version: their columns carry names.",
        "`matchmaker schema` prints the JSON Schema of a round, a policy, a proposal or a decision.",
        *table(("since", "record", "fields"), _since()),
    ]


def _since() -> Iterator[tuple[str, str, str]]:
    """Yield what later versions added, record by record."""
    for record in _records():
        added: dict[str, list[str]] = {}
        for name, info in record.model_fields.items():
            extra = info.json_schema_extra
            if isinstance(extra, dict) and "since" in extra:
                added.setdefault(str(extra["since"]), []).append(f"`{name}`")
        yield from ((since, record.__name__, ", ".join(names)) for since, names in sorted(added.items()))


def _records() -> tuple[type[Record], ...]:
    return (Round, *(sheet.record for sheet in sheets()), Policy, Proposal, Decision)
