"""What would help, cheapest first: every remedy is tried by solving the round again with it applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matchmaker.errors import InputErrors
from matchmaker.explain.openings import openings, worth_trying
from matchmaker.explain.remedies import Tried, tried_remedy
from matchmaker.plan import mended_plan
from matchmaker.plan.clock import ONE_QUESTION, Clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.mends import Mend
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.remedies import Looked, TriedRemedy
    from matchmaker.explain.waiting import Waiting
    from matchmaker.plan import Search

ENOUGH: Final = 3
"""How many remedies that would match somebody are enough to choose from."""


def remedies_for(waiting: Waiting, *, ledger: Ledger, beneficiary: str, search: Search) -> Tried:
    """Return remedies that would match somebody, cheapest first; if there is none, those that open a way.

    All trials together take no longer than the search may.
    """
    plan = waiting.plan
    if plan.answer is None or not plan.answer.has_plan:
        return Tried((), "not at all" if plan.status == "impossible" else "while there was time")
    clock = Clock.of(search)
    found: list[TriedRemedy] = []
    looked: Looked = "to the end"
    for opening in worth_trying(openings(waiting, ledger=ledger, beneficiary=beneficiary)):
        matched = [each for each in found if each.comes == "matched"]
        if len(matched) == ENOUGH:
            break
        if clock.over:
            looked = "while there was time"
            break
        if any(_about(each.mends) <= _about(opening.mends) for each in matched):
            continue  # less is enough
        try:
            within = clock.at_most(ONE_QUESTION)
            trial = mended_plan(plan, opening.mends, beneficiary=beneficiary, search=within)
        except InputErrors:
            continue  # two things that cannot both be so are no remedy
        if remedy := tried_remedy(trial, beneficiary=beneficiary):
            found.append(remedy)
    ordered = sorted(found, key=lambda each: each.order)
    best = tuple(each for each in ordered if each.comes == "matched")
    return Tried(best or tuple(ordered[:ENOUGH]), looked)


def _about(mends: Iterable[Mend]) -> set[object]:
    return {what for mend in mends for what in mend.about}
