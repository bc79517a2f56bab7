"""Standard rounds: simulated programmes under the full rule set, as the engine hands them to the core."""

from __future__ import annotations

from benchmarks.instances.instance import Instance
from matchmaker.compile import compiled, judged, options_of
from matchmaker.policy import Policy
from matchmaker.simulate import simulate

STANDARD_SIZES = {"XS": (15, 30), "S": (30, 60), "M": (120, 400)}
"""Mentors, beneficiaries."""


def standard(size: str, *, seed: int = 1) -> Instance:
    """Simulate, judge and compile a round; M takes some seconds, most of them for judging."""
    mentors, beneficiaries = STANDARD_SIZES[size]
    round_ = simulate(mentors=mentors, beneficiaries=beneficiaries, seed=seed, style="wyfi")
    policy = Policy.standard()
    context = policy.context(round_)
    blocks = judged(context.requests, policy=policy, context=context)
    options = options_of(blocks, policy=policy, context=context)
    return Instance(
        f"standard {size}, seed {seed}", compiled(options, policy=policy, context=context).problem
    )
