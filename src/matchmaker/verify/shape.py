"""Can a suggestion be judged at all: its tasks, places, mentors and company fit together?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.policy.judgement import may_join

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, ProposedMatch
    from matchmaker.domain.words import Company


def shape_breaches(proposal: Proposal, context: Context) -> Iterator[Breach]:
    """Yield what makes judging a suggestion pointless."""
    for match in proposal.matches:
        yield from _party(match.beneficiary, match.mentors, company=match.company, context=context)
        yield from _meetings(match, context)
        for other in match.alternatives:
            yield from _party(match.beneficiary, other.mentors, company=other.company, context=context)
    for entry in proposal.hear_more:
        for other in entry.introductions:
            yield from _party(entry.beneficiary, other.mentors, company=other.company, context=context)


def _party(person: str, mentors: Sequence[str], *, company: Company, context: Context) -> Iterator[Breach]:
    """One mentor, or the two of a listed team; in a group its host, for somebody who would like a group."""
    about = (person, *mentors)
    if len(set(mentors)) != (2 if company == "paired" else 1) or len(set(mentors)) < len(mentors):
        yield Breach("wrong-company", about, f"{len(mentors)} mentors cannot meet somebody {company}.")
    elif company == "group" and not may_join(
        context.mentors[mentors[0]], context.beneficiaries[person], context
    ):
        yield Breach("no-such-group", about, f"{mentors[0]} hosts no group that {person} would like to join.")
    elif company == "paired" and frozenset(mentors) not in context.teams:
        yield Breach("no-such-team", about, f"{' and '.join(mentors)} are not listed as a team.")


def _meetings(match: ProposedMatch, context: Context) -> Iterator[Breach]:
    """Every must task once, each where it can happen."""
    about = (match.beneficiary, *match.mentors)
    wanted = context.beneficiaries[match.beneficiary].wants_to_do
    if sorted(meeting.task for meeting in match.arrangements) != sorted(wanted):
        yield Breach("tasks", about, f"It does not cover just what {match.beneficiary} wants to do.")
    for meeting in match.arrangements:
        known = meeting.task in context.vocabulary.tasks
        if known and context.venue[meeting.venue] not in context.venues_for(meeting.task):
            yield Breach("wrong-venue", about, f"{meeting.task} cannot happen at {meeting.venue}.")
    if match.company == "group":
        places = {meeting.venue for meeting in match.arrangements}
        if len(places) > 1 or not places <= context.groups.places(match.mentors[0]):
            yield Breach("no-such-group", about, f"{match.mentors[0]} hosts no group there.")
