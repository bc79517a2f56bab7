"""Waivers in use: which rule a manager set aside for a pair, and which decisions waive what nobody may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from matchmaker.domain.words import listed, on_day
from matchmaker.errors import InputProblem
from matchmaker.rules.block import seen_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.arrangement import Pair, Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.round import Round
    from matchmaker.rules.base import Rule


def waivers_used(pair: Pair, rules: Iterable[Rule], *, context: Context) -> tuple[Decision, ...]:
    """Return the waivers without which a rule would have something against this pair, by id."""
    by_code = {rule.code: rule for rule in rules if rule.strength == "policy"}
    used: dict[str, Decision] = {}
    for task, venue in pair.venues:
        who, company = (pair.beneficiary.id, pair.mentor_ids), pair.company
        for waiver in context.decided.waivers_for(*who, company=company, task=task):
            rule = by_code.get(waiver.rule or "")
            if rule and _objects(rule, pair, where=(task, venue), context=context):
                used[waiver.id] = waiver
    return tuple(used[name] for name in sorted(used))


def _objects(rule: Rule, pair: Pair, *, where: tuple[str, Venue], context: Context) -> bool:
    task, venue = where
    seen = seen_by(pair.mentors, task, company=pair.company, venue=venue)
    return any(rule.judge(mentor, pair.beneficiary, as_seen, context) for mentor, as_seen in seen)


def in_words(waiver: Decision, rules: Iterable[Rule], *, context: Context) -> str:
    """Return the waiver as a sentence: what is set aside, by whom, until when, what makes it safe."""
    title = next((rule.title for rule in rules if rule.code == waiver.rule), waiver.rule)
    until = on_day(waiver.until) if waiver.until else ""
    tasks = listed(map(context.said, waiver.tasks))
    text = f"{waiver.actor} set a rule aside for {tasks} until {until} ({title}). What makes it safe: "
    return f"{text}{(waiver.mitigation or '').removesuffix('.')}."


def wrong_waivers(round_: Round, rules: Iterable[Rule]) -> Iterator[InputProblem]:
    """Yield each waiver of a rule that is not there, or that nobody may set aside."""
    strengths = {rule.code: rule.strength for rule in rules}
    for place, decision in enumerate(round_.decisions):
        if decision.kind != "waive" or strengths.get(decision.rule or "") == "policy":
            continue
        known = decision.rule in strengths
        what = "is absolute: nobody can waive it" if known else "is not a rule of this policy"
        advice = "Maybe change the record it rests on." if known else f"Maybe one of {_may(strengths)}."
        where = f"decisions[{place}].rule"
        yield InputProblem("cannot_be_waived", where, f"{decision.rule} {what}.", advice)


def _may(strengths: Mapping[str, str]) -> str:
    return ", ".join(sorted(code for code, strength in strengths.items() if strength == "policy"))
