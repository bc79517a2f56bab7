"""Why a pin cannot be kept: never honoured silently, never dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from matchmaker.compile import honours
from matchmaker.domain.words import COMPANIES, SINGLY, UNSAID
from matchmaker.policy.judgement import may_join
from matchmaker.rules.law import objections

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.decisions import Decision
    from matchmaker.domain.words import Company
    from matchmaker.policy import Policy


_SAID: Mapping[str, tuple[str, str]] = {
    "pin": ("is pinned", "withdraw the pin"),
    "accept": ("is accepted", "enter the match on the sheet Matches"),
    "hold": ("is held", "let it go"),
    "organic": ("is entered as a pair that found each other", "talk to their worker"),
}
"""How a pair came to be kept, and what to do when it has no place in this round."""


def pins_in_the_way(options: Sequence[Option], *, policy: Policy, context: Context) -> Iterator[str]:
    """Yield a sentence for every pin that a rule closes, a veto forbids or another pin contradicts."""
    requested = {person.id for person in context.requests}
    pinned: dict[str, Decision] = {}
    for pin in context.decided.pins:
        kept, instead = _SAID[pin.kind]
        person, what = pin.beneficiary or "", f"{pin.beneficiary} with {' and '.join(pin.mentors)} {kept}"
        earlier = pinned.setdefault(person, pin)
        if set(earlier.mentors) != set(pin.mentors):
            yield f"{what}, and also with {' and '.join(earlier.mentors)}. Maybe keep one of the two."
        elif any(honours(option, pin) for option in options):
            continue
        elif any(context.decided.vetoed(person, pin.mentors, company=pin.company or c) for c in COMPANIES):
            yield f"{what} and vetoed. Maybe withdraw one of the two."
        elif person not in requested:
            yield f"{what}, but {person} makes no request at present. Maybe {instead}."
        else:
            yield f"{what}, but {'; '.join(_why(pin, policy, context))}"


def too_many(context: Context) -> str:
    """Return a sentence that names every pair that is to be kept, when there is no room for all of them."""
    pairs = sorted(
        {
            f"{pin.beneficiary} with {' and '.join(pin.mentors)} {_SAID[pin.kind][0]}"
            for pin in context.decided.pins
        }
    )
    return f"What is to be kept does not fit within the limits: {'; '.join(pairs)}. Maybe let one go."


def _why(pin: Decision, policy: Policy, context: Context) -> Sequence[str]:
    """Return what the rules say, each once; a pair of mentors nobody listed as a team says so."""
    if len(pin.mentors) == 2 and frozenset(pin.mentors) not in context.teams:
        return (f"{' and '.join(pin.mentors)} are not listed as a team.",)
    person = context.beneficiaries[pin.beneficiary or ""]
    party = tuple(context.mentors[mentor] for mentor in pin.mentors)
    if pin.company == "group" and not may_join(party[0], person, context):
        if person.together != "group":
            return (f"{person.id} has not said that they would like to meet in a group.",)
        return (f"{party[0].id} hosts no group.",)
    companies: tuple[Company, ...] = (
        (pin.company,) if pin.company else (("paired",) if len(party) == 2 else SINGLY)
    )
    found: dict[tuple[str, str], None] = {}
    for company in companies:
        for task in person.wants_to_do:
            for venue in context.venues_in(task, company, host=party[0]):
                where = (task, company, venue)
                for o in objections(policy.rules_on, party, beneficiary=person, where=where, context=context):
                    found[o.code, o.sentence] = None
    if UNSAID & {code for code, _ in found}:
        return (f"this pair is not possible. Maybe talk to the worker of {person.id}.",)
    return tuple(f"{sentence} ({code})" for code, sentence in found) or ("there is no way for them to meet.",)
