"""Which rules were looked at for a match, and what each of them found in the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.reasons import Seen
from matchmaker.policy.waivers import in_words
from matchmaker.rules.block import seen_by

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.plan import Plan
    from matchmaker.rules import Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """One rule and what was looked at; for the coordinator alone."""

    rule: str
    sentences: tuple[str, ...]
    """What the records say, task by task where that differs; `kept-apart` says nothing."""
    noted: bool
    """Whether somebody wrote some of it down about these two."""


def checked(option: Option, plan: Plan) -> tuple[Checked, ...]:
    """Return every rule, in the policy's order, with what it found for the places and tasks suggested."""
    return tuple(_one(rule, option, plan) for rule in plan.policy.rules_on)


def _one(rule: Rule, option: Option, plan: Plan) -> Checked:
    found = list(dict.fromkeys(_found(rule, option, plan)))
    noted = [seen for seen in found if seen.noted]
    return Checked(rule.code, tuple(seen.sentence for seen in noted or found), bool(noted))


def _found(rule: Rule, option: Option, plan: Plan) -> Iterator[Seen]:
    pair, context = option.pair, plan.context
    about = (pair.beneficiary.id, pair.mentor_ids)
    for task, venue in pair.venues:
        waivers = context.decided.waivers_for(*about, company=pair.company, task=task)
        aside = next((each for each in waivers if each.rule == rule.code), None)
        if aside is not None and rule.strength == "policy":
            yield Seen(in_words(aside, plan.policy.rules_on, context=context))
            continue
        for mentor, arrangement in seen_by(pair.mentors, task, company=pair.company, venue=venue):
            seen = rule.looked_at(mentor, pair.beneficiary, arrangement, context)
            if seen is not None:
                yield seen


def told(rules: Iterable[Checked]) -> Iterator[str]:
    """Say how many rules were looked at, and what they found that somebody wrote down."""
    every = tuple(rules)
    found = [sentence for each in every if each.noted for sentence in each.sentences]
    if every:
        follows = " What is written down about these two:" if found else ""
        yield f"All {len(every)} rules were looked at.{follows}"
    yield from found
