"""Whom a question is about: who is not there is told as kindly and as closely as it can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from matchmaker.domain.near import near
from matchmaker.domain.words import spoken
from matchmaker.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor


def mentor_of(code: str, context: Context) -> Mentor:
    """Return a mentor of the round, or raise `ArgumentError` that says who was meant."""
    if code in context.mentors:
        return context.mentors[code]
    if code in context.beneficiaries:
        raise ArgumentError(f"{code} is a person, not a mentor. Maybe name the mentor first.")
    if code in context.navigators:
        raise ArgumentError(f"{code} is a worker, not a mentor. Maybe name a mentor first, then the person.")
    raise ArgumentError(f"there is no mentor {code!r}.{_meant(code, context.mentors)}")


def who_asked(code: str, context: Context) -> Beneficiary:
    """Return somebody who makes a request, or raise `ArgumentError` that says why there is none."""
    asked = {person.id: person for person in context.requests}
    if code in asked:
        return asked[code]
    if code in context.beneficiaries:
        raise ArgumentError(f"{code} makes no request at present: {_why(code, context)}.")
    if code in context.mentors:
        raise ArgumentError(f"{code} is a mentor. Maybe name the person; of a pair, the mentor comes first.")
    if code in context.navigators:
        raise ArgumentError(f"{code} is a worker. Maybe name a person who asked for a mentor.")
    raise ArgumentError(f"there is no open request by {code!r}.{_meant(code, asked)}")


def _meant(code: str, known: Mapping[str, Mentor] | Mapping[str, Beneficiary]) -> str:
    """Return the one who was probably meant: by a number without its noughts, by a name, or nearly."""
    plain = [each for each in known if _plain(each) == _plain(code)]
    named = [each for each, who in known.items() if _plain(code) in _plain(who.label).split()]
    only = next((found[0] for found in (plain, named) if len(found) == 1), "")
    meant = only or near(code, tuple(known))
    return f" Maybe {meant}?" if meant else " Maybe look up the id in the round."


def _plain(text: str) -> str:
    return re.sub(r"\b0+(?=\d)|(?<=\D)0+(?=\d)", "", text.casefold())


def _why(person: str, context: Context) -> str:
    if person in context.decided.none_for_now:
        return "it was decided that they would rather have nobody for now"
    wants = context.beneficiaries[person].wants
    said = {"yes": "they have a match under way, or one that rests", "no": "they said no to a mentor"}
    return said.get(wants, f"they said: {spoken(wants)}")
