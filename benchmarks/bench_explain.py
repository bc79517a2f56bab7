"""How long an explanation takes from a study that is warm: one person's page, one pair, a whole proposal.

Plain rounds are simulated ones whose only limits are people at once, introduction visits and supervision
places; standard rounds have all of them.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.timing import Clock, machine, shown, table
from matchmaker.engine import Study, explained, proposed
from matchmaker.plan import Search
from matchmaker.policy import Policy
from matchmaker.simulate import simulate

SEED = 1
SIZES = {"S": (30, 60), "M": (120, 400)}
KINDS = ("plain", "standard")
ASKED = {"plain": 60, "standard": 12}
"""How many people's pages, and as many pairs."""
AIMS = {("plain", "M", "page"): 0.05, ("standard", "M", "pair"): 2.0}
"""Seconds."""
UNITS = frozenset({"people-at-once", "introduction-visits", "supervision-places"})
OFF = {"off": True, "off_by": "the benchmark", "off_because": "plain rounds have only limits that count"}


def main() -> None:
    """Print a row for each size and kind of round."""
    given = arguments()
    sizes = ["S"] if given.smoke else given.size
    rows = [
        row_of(size, kind, smoke=given.smoke, seconds=given.seconds) for size in sizes for kind in given.kind
    ]
    print(f"Medians of processor time, and of wall time behind them; {machine()}.\n")
    heads = ("size", "kind", "options", "matches", "one page", "wall", "one pair", "wall", "exact")
    print(table((*heads, "whole proposal", "other ways told"), rows))


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="Only show that it runs.")
    parser.add_argument("--size", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--seconds", type=float, default=15.0, help="For explaining a whole proposal.")
    return parser.parse_args()


def policy_of(kind: str) -> Policy:
    """Return the standard policy, for plain rounds without the limits that weigh."""
    policy = Policy.standard()
    if kind == "standard":
        return policy
    limits = (each if each.code in UNITS else each.model_copy(update=OFF) for each in policy.limits)
    return policy.model_copy(update={"limits": tuple(limits)})


def row_of(size: str, kind: str, *, smoke: bool, seconds: float) -> tuple[str, ...]:
    """Propose once, then ask."""
    mentors, people = SIZES[size]
    round_, policy = simulate(mentors=mentors, beneficiaries=people, seed=SEED, style="wyfi"), policy_of(kind)
    made, clock = proposed(round_, policy), Clock()
    study = Study(round_, policy, made.proposal, plan=made.plan, search=Search(seconds=30))
    matches = made.proposal.matches[: 2 if smoke else ASKED[kind]]
    study.why(matches[0].beneficiary)
    for match in matches:
        clock.time("page", partial(study.why, match.beneficiary))
    exact = 0
    for match in matches:
        others = [way for way in match.alternatives if set(way.mentors) - set(match.mentors)]
        if others:
            found = clock.time("pair", partial(study.why_not, others[-1].mentors[0], match.beneficiary))
            exact += bool(found.for_others and (found.for_others.exact or not found.for_others.possible))
    told = clock.time("all", partial(explained, made.proposal, study, search=Search(seconds=seconds)))
    ways = [way for match in told.proposal.matches for way in match.alternatives]
    known = sum(way.regret is not None or way.impossible for way in ways)
    counts = (f"{len(study.plan.options):,}", str(len(made.proposal.matches)))
    pages, pairs = (_times(clock, what, (kind, size, what)) for what in ("page", "pair"))
    sure = f"{exact} of {len(clock.wall['pair'])}"
    return (
        size,
        kind,
        *counts,
        *pages,
        *pairs,
        sure,
        shown(clock.median_wall("all")),
        f"{known} of {len(ways)}",
    )


def _times(clock: Clock, what: str, aim: tuple[str, str, str]) -> tuple[str, str]:
    said = f" (aim {AIMS[aim]:g} s)" if aim in AIMS else ""
    return f"{shown(clock.median(what))}{said}", shown(clock.median_wall(what))


if __name__ == "__main__":
    main()
