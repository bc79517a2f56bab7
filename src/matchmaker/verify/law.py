"""Every suggested match against every rule, and against what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.domain.stand_in import as_if_yes
from matchmaker.domain.words import FIT_FLOOR
from matchmaker.policy.bands import band_of
from matchmaker.policy.judgement import open_pair, questions_of
from matchmaker.policy.prompts import prompts_of
from matchmaker.rules.law import objections
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.proposal import Alternative, Proposal, ProposedMatch
    from matchmaker.policy import Policy


def law_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield what the rules have against the matches, and against the other ways that are listed."""
    for match in proposal.matches:
        pair = pair_of(match, context)
        about = (match.beneficiary, *match.mentors)
        yield from _rules(match, pair, policy, context)
        yield from _floor(match.beneficiary, match, policy, context)
        for text in _own_words(match, pair, policy, context):
            yield Breach("wrong-words", about, text)
        yield from _others(pair.beneficiary, match.alternatives, policy, context)
    for entry in proposal.hear_more:
        person = as_if_yes(context.beneficiaries[entry.beneficiary])
        yield from _others(person, entry.introductions, policy, context)


def _rules(match: ProposedMatch, pair: Pair, policy: Policy, context: Context) -> Iterator[Breach]:
    about = (match.beneficiary, *match.mentors)
    asks = False
    for task, venue in pair.venues:
        where = (task, match.company, venue)
        for found in objections(
            policy.rules_on, pair.mentors, beneficiary=pair.beneficiary, where=where, context=context
        ):
            if found.closes:
                yield Breach(found.code, about, found.sentence)
            elif match.state == "ready":
                yield Breach(found.code, about, f"It claims to be ready. {found.sentence}")
            elif match.company != "joint" or not venue.sheltered:
                yield Breach(
                    "ask-first-not-joint",
                    about,
                    "Ask first means a joint visit in a staffed or public place.",
                )
            asks = asks or not found.closes
    if match.state == "ask first" and not asks:
        yield Breach("wrong-state", about, "It says ask first, but there is nothing to ask.")


def _own_words(match: ProposedMatch, pair: Pair, policy: Policy, context: Context) -> Iterator[str]:
    """What the match says of itself: its questions, what to do first, band, fit and reasons."""
    asked = {(question.key, question.ask, question.who) for question in match.questions}
    if asked != {(q.key, q.ask, q.who) for q in questions_of(pair, policy, context=context)}:
        yield "Its questions are not those that have to be asked."
    if match.match_id != ".".join((match.beneficiary, *match.mentors, match.company)):
        yield "Its name is not made of the people it is about."
    if match.common_times != context.availability.when_to_meet(pair):
        yield "Its times are not those that they have in common."
    if match.prompts != prompts_of(pair, policy, context=context):
        yield "What is to be done before the first outing is not what it says."
    if match.band != band_of(pair, match.state, policy=policy, context=context):
        yield "It stands in the wrong band."
    if match.contributions != policy.contributions(pair, context) or match.fit != policy.fit(pair, context):
        yield "Its fit is not the sum of its reasons."


def _others(
    person: Beneficiary, others: Sequence[Alternative], policy: Policy, context: Context
) -> Iterator[Breach]:
    """Another way that is listed must be open, and in the state it claims."""
    for other in others:
        party = tuple(context.mentors[mentor] for mentor in other.mentors)
        found = open_pair(party, person, company=other.company, policy=policy, context=context)
        about = (person.id, *other.mentors)
        if found is None or (found[1] != other.state and other.state == "ready"):
            yield Breach("closed-alternative", about, f"It lists a way that is not {other.state}.")
        elif found[1] != other.state or policy.fit(found[0], context) != other.fit:
            yield Breach("wrong-words", about, "It lists another way with the wrong state or fit.")
        elif context.decided.vetoed(person.id, other.mentors, company=other.company):
            yield Breach("vetoed", about, "It lists a way that was vetoed.")
        yield from _floor(person.id, other, policy, context)


def _floor(
    person: str, way: ProposedMatch | Alternative, policy: Policy, context: Context
) -> Iterator[Breach]:
    """No introduction yet is better than a forced one, unless somebody decided to keep it."""
    if policy.below_floor(way.fit, person=person, mentors=way.mentors, company=way.company, context=context):
        yield Breach(FIT_FLOOR, (person, *way.mentors), "They share less than the policy asks for.")
