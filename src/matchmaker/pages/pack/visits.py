"""Have we got room? What the suggestions would take of each worker's introduction visits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.pages.pack.view import View


@dataclass(frozen=True)
class Visits:
    """One worker's introduction visits."""

    name: Markup
    taken: int
    free: int
    introduced: int
    not_yet: int


def visits(view: View) -> tuple[Visits, ...]:
    """Return every worker's room."""
    proposal, each = view.agenda.proposal, view.agenda.policy.habits.intro_visits
    people = Counter(view.person(match.beneficiary).navigator for match in view.matches)
    left = Counter(view.person(entry.beneficiary).navigator for entry in proposal.unmatched)
    return tuple(
        Visits(
            view.say.of(worker.id), people[worker.id] * each, worker.first_visits_free,
            people[worker.id], left[worker.id],
        )
        for worker in view.context.round.navigators
    )  # fmt: skip
