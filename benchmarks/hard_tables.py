"""Tables of what bench_hard.py measured, and whether the aims of the project were met."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from benchmarks.instances.cases import COUNTED, DRAWN, STANDARD
from benchmarks.results import Record, latest
from benchmarks.timing import shown, table

OURS, PEERS = "matchmaker", ("HiGHS", "CP-SAT")
EASY, HARD = "gabc", "de"
NEAR = Fraction(1, 1000)


def show(records: list[Record]) -> None:
    """Print the newest of every instance, tool and clock."""
    newest = latest(records, "instance", "tool", "seconds")
    drawn = [each for each in newest.values() if each["instance"] in (*DRAWN, *STANDARD)]
    if drawn:
        print(f"\n{by_levels(drawn)}")
    rest = [each for each in newest.values() if each["instance"] not in (*DRAWN, *STANDARD)]
    for seconds in sorted({each["seconds"] for each in rest}):
        print(f"\nGeneralised assignment at {seconds:g} s: cost, when proved, or gap to the best known\n")
        print(side_by_side([each for each in rest if each["seconds"] == seconds]))


def by_levels(records: Iterable[Record]) -> str:
    """Return a row for each instance and tool: the levels' totals and the gaps that are left."""
    rows = [
        (each["instance"], each["tool"], f"{each['seconds']:g} s", *_levels(each))
        for each in sorted(records, key=lambda each: each["instance"])
    ]
    return table(
        ("instance", "tool", "clock", "took", "processor", "levels", "gap of each", "proved by"), rows
    )


def _levels(record: Record) -> tuple[str, ...]:
    if "fault" in record:
        return "", "", record["fault"].splitlines()[-1], "", ""
    took = shown(record["wall"]), shown(record["processor"])
    if record["totals"] is None:
        return *took, "no plan", "", ""
    pairs = zip(record["totals"], record["bounds"], strict=False)
    gaps = ", ".join(_percent(total, bound) for total, bound in pairs)
    proof = ", ".join(sorted(set(record["proofs"]))) or ("itself" if record["proved"] else "")
    return *took, " / ".join(f"{total:,}" for total in record["totals"]), gaps, proof


def _percent(total: int, bound: int | None) -> str:
    if bound is None:
        return "?"
    if bound == total:
        return "0"
    return f"{100 * (bound - total) / abs(total):.3f}%" if total else f"{bound} above 0"


def side_by_side(records: list[Record]) -> str:
    """Return a row for each generalised assignment, a column for each tool, and the verdict below."""
    found = latest(records, "instance", "tool")
    names = sorted({each["instance"] for each in records}, key=lambda name: ("gabcde".index(name[0]), name))
    tools = [tool for tool in (OURS, *PEERS) if any((name, tool) in found for name in names)]
    rows = []
    for name in names:
        known = next(
            each["published"] for each in records if each["instance"] == name and "published" in each
        )
        rows.append((name, -known, *(_cost(found.get((name, tool)), known) for tool in tools)))
    return table(("instance", "best known", *tools), rows) + f"\n\n{verdict(found, names)}"


def _cost(record: Record | None, known: int) -> str:
    if record is None:
        return ""
    if record.get("totals") is None or not served(record):
        return "no plan" if "fault" not in record else "fault"
    total = record["totals"][-1]
    if record["proved"]:
        return f"{-total} proved, {shown(record['wall'])}"
    return f"{-total}, +{100 * (known - total) / -known:.3f}%"


def served(record: Record) -> bool:
    """Say whether every job is served, where that is a level and not a limit."""
    return not record["instance"].endswith(COUNTED) or record["totals"][0] == record["bounds"][0]


def verdict(found: dict[tuple[str, ...], Record], names: Iterable[str]) -> str:
    """Say in words how far the aims are met, among the instances that all tools were asked."""
    asked = [name for name in names if (name, OURS) in found]
    easy = [name for name in asked if name[0] in EASY]
    proved = [name for name in easy if found[name, OURS].get("proved")]
    near = [name for name in asked if _reached(found, name, OURS) >= _aim(found, name)]
    both = [name for name in asked if all((name, peer) in found for peer in PEERS)]
    peers = {name: max(_reached(found, name, peer) for peer in PEERS) for name in both}
    worse = [name for name in both if _reached(found, name, OURS) < peers[name]]
    open_ = [
        name
        for name in both
        if name[0] in HARD and not any(found[name, peer].get("proved") for peer in PEERS)
    ]
    better = [name for name in open_ if _reached(found, name, OURS) > peers[name]]
    hardest = f"{len(better)} of {len(open_)}{_but(open_, better)}"
    return "\n".join(
        (
            f"- easy types proved: {len(proved)} of {len(easy)}{_but(easy, proved)}",
            f"- within 0.1% of the best known: {len(near)} of {len(asked)}{_but(asked, near)}",
            f"- worse than a peer at the same clock: {len(worse)} of {len(both)} {worse or ''}",
            f"- strictly better on D and E that neither proves: {hardest}",
        )
    )


def _but(asked: list[str], kept: list[str]) -> str:
    rest = [name for name in asked if name not in kept]
    return f", not {', '.join(rest)}" if rest else ""


def _reached(found: dict[tuple[str, ...], Record], name: str, tool: str) -> float:
    record = found[name, tool]
    there = record.get("totals") is not None and served(record)
    return float(record["totals"][-1]) if there else float("-inf")


def _aim(found: dict[tuple[str, ...], Record], name: str) -> float:
    """Return the cost, raised to a negative number, that is 0.1% above the best known."""
    known = next(
        record["published"] for (other, _), record in found.items() if other == name and "published" in record
    )
    return float(known * (1 + NEAR))
