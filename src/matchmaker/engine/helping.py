"""What would help, cheapest first: every remedy is tried by solving the round again with it applied."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from matchmaker.errors import InputErrors
from matchmaker.explain.helps import help_of
from matchmaker.explain.openings import openings
from matchmaker.plan import mended_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matchmaker.domain.mends import Mend
    from matchmaker.explain.helps import Help
    from matchmaker.explain.ledger import Ledger
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan, Search

ENOUGH: Final = 3
"""How many remedies that would match somebody are enough to choose from."""
TRIES: Final = 8


def helps_for(
    plan: Plan, room: Room, *, ledger: Ledger, beneficiary: str, search: Search
) -> tuple[Help, ...]:
    """Return remedies that would match somebody, cheapest first; if there is none, those that open a way.

    All trials together take no longer than the search may.
    """
    if plan.answer is None or not plan.answer.has_plan:
        return ()  # what cannot be kept has to be settled before anything else
    ends = monotonic() + search.seconds
    found: list[Help] = []
    for opening in openings(plan, room, ledger=ledger, beneficiary=beneficiary)[:TRIES]:
        left = ends - monotonic()
        matched = [each for each in found if each.comes == "matched"]
        if left <= 0 or len(matched) == ENOUGH:
            break
        if any(_about(each.mends) <= _about(opening.mends) for each in matched):
            continue  # less is enough
        try:
            trial = mended_plan(
                plan,
                opening.mends,
                beneficiary=beneficiary,
                search=replace(search, seconds=left, progress=None),
            )
        except InputErrors:
            continue  # two things that cannot both be so are no remedy
        if help_ := help_of(trial, beneficiary=beneficiary):
            found.append(help_)
    ordered = sorted(found, key=lambda each: each.order)
    return tuple(each for each in ordered if each.comes == "matched") or tuple(ordered[:ENOUGH])


def _about(mends: Iterable[Mend]) -> set[object]:
    return {what for mend in mends for what in mend.about}
