"""The law for one pair in one arrangement: every objection of every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from matchmaker.rules.block import seen_by
from matchmaker.rules.waived import not_waived

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair, Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.domain.words import Company
    from matchmaker.rules.base import Rule


def objections(
    rules: Iterable[Rule],
    party: tuple[Mentor, ...],
    *,
    beneficiary: Beneficiary,
    where: tuple[str, Company, Venue],
    context: Context,
) -> Iterator[Objection]:
    """Yield what each rule that is not waived has against each mentor of the party meeting this person so."""
    task, company, venue = where
    counting = not_waived(tuple(rules), party, beneficiary=beneficiary, what=(task, company), context=context)
    for mentor, seen in seen_by(party, task, company=company, venue=venue):
        for rule in counting:
            found = rule.judge(mentor, beneficiary, seen, context)
            if found is not None:
                yield found


def objections_to(rules: Iterable[Rule], pair: Pair, *, context: Context) -> Iterator[Objection]:
    """Yield every objection to a pair, over all its venues."""
    kept = tuple(rules)
    for task, venue in pair.venues:
        where = (task, pair.company, venue)
        yield from objections(kept, pair.mentors, beneficiary=pair.beneficiary, where=where, context=context)
