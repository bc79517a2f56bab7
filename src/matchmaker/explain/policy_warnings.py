"""What a coordinator should know about the policy of this run, and what it does to this round."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.policy.banners import banners, kinds

if TYPE_CHECKING:
    from matchmaker.plan import Plan


def policy_warnings(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield what is switched off, what has no legal basis, what is mistyped and whom the floor leaves out."""
    for sentence in banners(plan.policy):
        yield "switched-off", sentence
    yield from _legal_basis(plan)
    yield from _unknown_tasks(plan)
    yield from _floor(plan)


def _legal_basis(plan: Plan) -> Iterator[tuple[str, str]]:
    """Somebody's wish is heard either way; that the programme may act on it is the programme's to say."""
    wished = any(person.gender_wish in ("must", "prefer") for person in plan.context.requests)
    if wished and not plan.policy.legal_basis_gender:
        yield (
            "no-legal-basis",
            "Wishes about gender are acted on, and the policy names no legal basis for it. "
            "Maybe fill in legal_basis_gender in the policy file.",
        )


def _unknown_tasks(plan: Plan) -> Iterator[tuple[str, str]]:
    """A mistyped task would quietly ask for nothing; the programme's own tasks are known only here."""
    known = plan.context.vocabulary.tasks
    for _, clause in kinds(plan.policy):
        for name, field in type(clause).model_fields.items():
            extra = field.json_schema_extra
            if not (isinstance(extra, dict) and extra.get("names") == "tasks"):
                continue
            for task in getattr(clause, name):
                if task not in known:
                    near = difflib.get_close_matches(task, known, n=1)
                    maybe = f" Maybe {near[0]}?" if near else " Maybe add it to the sheet Vocabulary."
                    yield "unknown-task", f"{clause.code} names {task}, and there is no such task.{maybe}"


def _floor(plan: Plan) -> Iterator[tuple[str, str]]:
    """A floor must not turn an unfilled form into no introduction: say whose wishes nobody wrote down."""
    below = {option.pair.beneficiary.id for option in plan.below_floor}
    unasked = sorted(p.id for p in plan.context.requests if p.id in below and not (p.likes or p.hopes))
    if unasked:
        yield (
            "floor-unasked",
            f"What {', '.join(unasked)} would like or hope for is not written down, and the policy asks for "
            "something in common. Maybe ask them, or pin somebody who you know would suit.",
        )
