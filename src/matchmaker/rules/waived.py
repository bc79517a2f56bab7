"""A policy rule that a named manager set aside for one pair, company and task: in the law and its twin.

An absolute rule is never set aside, whatever a decision says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.rules.block import FULL, Masks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.words import Company
    from matchmaker.rules.base import Rule
    from matchmaker.rules.block import Block, Party


def not_waived(
    rules: Sequence[Rule],
    party: Party,
    *,
    beneficiary: Beneficiary,
    what: tuple[str, Company],
    context: Context,
) -> Sequence[Rule]:
    """Return the rules that count for this party and person at a task, in a company."""
    if not context.decided.waivers:
        return rules
    ids, (task, company) = (mentor.id for mentor in party), what
    waivers = context.decided.waivers_for(beneficiary.id, ids, company=company, task=task)
    waived = {waiver.rule for waiver in waivers}
    return tuple(rule for rule in rules if rule.strength == "absolute" or rule.code not in waived)


def set_aside(rule: Rule, masks: Masks, *, block: Block) -> Masks:
    """Return what a rule leaves ready and open, all of it where the rule is waived."""
    waived = {waiver.rule for waiver in block.context.decided.waivers}
    if rule.strength == "absolute" or rule.code not in waived:
        return masks
    import numpy as np

    shape = (len(block.parties), len(block.visits), len(block.companies), block.words)
    ready, open_ = (np.broadcast_to(bits, shape).copy() for bits in masks)
    for p, party in enumerate(block.parties):
        ids = [mentor.id for mentor in party]
        for v, (person, task) in enumerate(block.visits):
            for c, company in enumerate(block.companies):
                said = block.context.decided.waivers_for(person.id, ids, company=company, task=task)
                if any(waiver.rule == rule.code for waiver in said):
                    ready[p, v, c] = open_[p, v, c] = FULL
    return Masks(ready, open_)
