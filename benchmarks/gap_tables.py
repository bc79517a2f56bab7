"""Generalised assignments side by side, and how far the aims are met on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from benchmarks.instances.cases import COUNTED
from benchmarks.results import Record, latest
from benchmarks.timing import shown, table

OURS, PEERS = "matchmaker", ("HiGHS", "CP-SAT")
SMALLEST, EASY, HARD = "g", "gabc", "de"
NEAR = Fraction(1, 1000)
NOTHING = float("-inf")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one tool reached on one instance."""

    record: Record
    known: int

    @property
    def reached(self) -> float:
        """Minus the cost; minus infinity for no plan, or one that leaves a job out."""
        record = self.record
        if record.get("totals") is None:
            return NOTHING
        left_out = record["instance"].endswith(COUNTED) and record["totals"][0] != record["bounds"][0]
        return NOTHING if left_out else float(record["totals"][-1])

    @property
    def proved(self) -> bool:
        """Whether the tool says that nothing is cheaper; a wrong claim is shown as one."""
        return bool(self.record.get("proved"))

    @property
    def near(self) -> bool:
        """Whether it is within 0.1% of the best known."""
        return self.reached >= self.known * (1 + NEAR)

    def __str__(self) -> str:
        """Return the cost; when it was proved, or how far above the best known it is."""
        if self.reached == NOTHING:
            return "fault" if "fault" in self.record else "no plan"
        cost = f"{-self.reached:.0f}"
        if self.proved and self.reached < self.known:
            return f"{cost} claimed as proved, which is wrong"
        if self.proved:
            ties = ", ties open" if self.record.get("canonical") is False else ""
            return f"{cost} proved, {shown(self.record['wall'])}{ties}"
        return f"{cost}, +{100 * (self.known - self.reached) / -self.known:.3f}%"


def side_by_side(records: list[Record]) -> str:
    """Return a row for each instance, a column for each tool, and the verdict below."""
    known = {each["instance"]: each["published"] for each in records if "published" in each}
    found = {
        key: Cell(record, known[key[0]])
        for key, record in latest(records, "instance", "tool").items()
        if key[0] in known
    }
    names = sorted(known, key=lambda name: ("gabcde".index(name[0]), name))
    tools = [tool for tool in (OURS, *PEERS) if any((name, tool) in found for name in names)]
    small = [name for name in names if name[0] in SMALLEST]
    rows = [
        (name, str(-known[name]), *(str(found.get((name, tool), "")) for tool in tools))
        for name in names
        if name not in small
    ]
    if small:
        rows.insert(0, (f"gap1 to gap8 ({len(small)})", "", *(_all(found, small, tool) for tool in tools)))
    return table(("instance", "best known", *tools), rows) + f"\n\n{verdict(found, names)}"


def _all(found: dict[tuple[str, ...], Cell], names: list[str], tool: str) -> str:
    """Return many small ones as one: how many are proved, and the slowest."""
    cells = [found[name, tool] for name in names if (name, tool) in found]
    proved = [cell for cell in cells if cell.proved and cell.reached == cell.known]
    slowest = max((cell.record["wall"] for cell in proved), default=0.0)
    return f"{len(proved)} of {len(cells)} proved, slowest {shown(slowest)}" if cells else ""


def verdict(found: dict[tuple[str, ...], Cell], names: Iterable[str]) -> str:
    """Say how far the aims are met, among the instances that ours, or ours and all peers, were asked."""
    ours = {name: found[name, OURS] for name in names if (name, OURS) in found}
    peers = {
        name: [found[name, peer] for peer in PEERS]
        for name in ours
        if all((name, peer) in found for peer in PEERS)
    }
    best = {name: max(cell.reached for cell in cells) for name, cells in peers.items()}
    easy = [name for name in ours if name[0] in EASY]
    unproved = [
        name for name, cells in peers.items() if name[0] in HARD and not any(cell.proved for cell in cells)
    ]
    return "\n".join(
        f"- {what}: {len(kept)} of {len(asked)}" + _but(asked, kept)
        for what, asked, kept in (
            ("A, B, C and Cattrysse's proved", easy, [name for name in easy if ours[name].proved]),
            ("within 0.1% of the best known", list(ours), [name for name in ours if ours[name].near]),
            ("no peer better", list(best), [name for name in best if ours[name].reached >= best[name]]),
            (
                "strictly better on D and E that no peer proves",
                unproved,
                [name for name in unproved if ours[name].reached > best[name]],
            ),
        )
    )


def _but(asked: list[str], kept: list[str]) -> str:
    rest = [name for name in asked if name not in kept]
    return f" (not {', '.join(rest)})" if rest else ""
