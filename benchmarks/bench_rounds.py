"""Where the time goes from a round on disk to a verified proposal, and what grows with its size.

`--large` adds M (120 × 400), one run. `--profile` prints the costliest functions of the last size.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.timing import Clock, arguments, machine, shown, table
from matchmaker.allocation import solve
from matchmaker.compile import compiled, judged, options_of, read_back
from matchmaker.domain.round import Round
from matchmaker.explain import proposal_of
from matchmaker.plan import Plan
from matchmaker.policy import Policy
from matchmaker.simulate import simulate
from matchmaker.verify.check import verify

SEED = 1
SECONDS = 30.0
SIZES = ((8, 16, 5), (15, 30, 5), (30, 60, 3), (60, 120, 3))
M = (120, 400, 1)
STAGES = ("read", "judge", "options", "compile", "solve", "explain", "verify")


def main() -> None:
    """Print a row for each size and a table of what each rule costs at the last."""
    given = arguments(__doc__ or "", "--large", "--profile")
    sizes = SIZES[:1] if given.smoke else (*SIZES, M) if given.large else SIZES
    measured = [measure(*size[:2], runs=1 if given.smoke else size[2]) for size in sizes]
    print(f"Processor time, medians of up to 5 runs, solve at most {SECONDS:.0f} s; {machine()}.\n")
    headings = ("mentors × beneficiaries", "requests", "options", *STAGES, "all", "on the wall", "status")
    print(table(headings, [row for row, _ in measured]))
    last, rules = measured[-1]
    costly = sorted(rules.processor, key=rules.median, reverse=True)
    print(f"\nJudging {last[0]}, rule by rule:\n")
    print(table(("rule", "median"), [(rule, shown(rules.median(rule))) for rule in costly]))
    if given.profile:
        profiled(sizes[-1])


def measure(mentors: int, beneficiaries: int, *, runs: int) -> tuple[tuple[object, ...], Clock]:
    """Return the row of one size, and what each rule's twin took by itself."""
    text = simulate(mentors=mentors, beneficiaries=beneficiaries, seed=SEED, style="wyfi").to_json()
    clock, rules = Clock(), Clock()
    plan = staged(text, clock, rules)
    for _ in range(runs - 1):
        staged(text, clock, rules)
    times = [clock.median(stage) for stage in STAGES]
    wall = sum(median(clock.wall[stage]) for stage in STAGES)
    size = (f"{mentors} × {beneficiaries}", len(plan.context.requests), len(plan.options))
    return (*size, *map(shown, times), shown(sum(times)), shown(wall), plan.status), rules


def staged(text: str, clock: Clock, rules: Clock) -> Plan:
    """Run one round stage by stage; the clock gets each stage, `rules` each rule's twin by itself."""
    policy = Policy.standard()
    round_ = clock.time("read", lambda: Round.from_json(text))
    context = policy.context(round_)
    blocks = clock.time("judge", lambda: judged(context.requests, policy=policy, context=context))
    options = clock.time("options", lambda: options_of(blocks, policy=policy, context=context))
    numbers = clock.time("compile", lambda: compiled(options, policy=policy, context=context))
    answer = clock.time("solve", lambda: solve(numbers.problem, seconds=SECONDS, workers=2))
    plan = Plan(policy, context, blocks, options, read_back(answer, numbers), answer)
    proposal = clock.time("explain", lambda: proposal_of(plan))
    found = clock.time("verify", lambda: verify(round_, policy, proposal))
    assert not found, found
    block = replace(blocks[0].block, context=policy.context(round_))
    for rule in policy.rules_on:
        rules.time(rule.code, partial(rule.open, block))
    return plan


def profiled(size: tuple[int, int, int]) -> None:
    """Print the functions that cost most at this size."""
    text = simulate(mentors=size[0], beneficiaries=size[1], seed=SEED, style="wyfi").to_json()
    profile = cProfile.Profile()
    profile.enable()
    staged(text, Clock(), Clock())
    profile.disable()
    for order in ("cumulative", "tottime"):
        pstats.Stats(profile).strip_dirs().sort_stats(order).print_stats(40)


if __name__ == "__main__":
    main()
