"""Somebody who would like to hear more, looked at as if they had said yes."""

from __future__ import annotations

from matchmaker.domain.people import Beneficiary

_FIRST_THING = ("coffee_walk",)


def as_if_yes(person: Beneficiary) -> Beneficiary:
    """Return the person as if they had said yes, to a coffee or a walk if they named nothing.

    Only for describing introductions; nothing about it is stored, and nothing counts as agreed.
    """
    return person.model_copy(update={"wants": "yes", "wants_to_do": person.wants_to_do or _FIRST_THING})
