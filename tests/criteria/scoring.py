"""One pair of the tiny round of `tests.rules.judging`, with small differences, and a criterion's points."""

from __future__ import annotations

from typing import Any

from matchmaker.criteria import CRITERIA, Points
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.proposal import Proposal, ProposedMatch
from matchmaker.domain.round import Previous
from matchmaker.domain.rows import Match
from matchmaker.domain.words import Company
from tests.rules.judging import TODAY, Row, match, round_of

BY_CODE: dict[str, Any] = {kind.model_fields["code"].default: kind for kind in CRITERIA}
OTHERS: dict[str, Any] = dict.fromkeys(
    ("priorities", "unmatched", "mentors_without_a_match", "hear_more"), ()
)


def pair_of(
    person: Row | None = None,
    *mentors: Row,
    company: Company | None = None,
    rows: Row | None = None,
    **records: Any,
) -> tuple[Pair, Context]:
    """Return B1 with M1, or with M1 and M2 as a pair, who meet in a café, and the context.

    `rows` are read as in a file; `records` are put into the round as they are, people it lacks included.
    """
    first, *others = mentors or ({},)
    second = others[0] if others else {}
    round_ = round_of(mentor=first, second=second, beneficiary=person, rows=rows)
    context = Context(round_.model_copy(update=records))
    party = tuple(context.mentors[mentor] for mentor in (("M1", "M2") if others else ("M1",)))
    where = (("coffee_walk", context.venue["cafe_public"]),)
    how: Company = company or ("paired" if others else "alone")
    return Pair(party, context.beneficiaries["B1"], how, where), context


def scored(code: str, person: Row | None = None, *mentors: Row, **given: Any) -> Points:
    """Return what one criterion gives that pair."""
    pair, context = pair_of(person, *mentors, **given)
    found: Points = BY_CODE[code]().judge(pair, context)
    return found


def met(state: str, **more: Any) -> Match:
    """Return a match of M1 and B1."""
    return Match.model_validate(match(state, **more))


def seeing(*people: str, mentor: str = "M1", state: str = "active", **more: Any) -> tuple[Match, ...]:
    """Return a match of a mentor with each of these people."""
    return tuple(met(state, mentor=mentor, beneficiary=person, **more) for person in people)


def last_time(*mentors: str) -> Previous:
    """Return a last proposal that suggested these mentors, each for somebody."""
    matches = tuple(
        ProposedMatch(
            match_id=mentor, beneficiary="B9", mentors=(mentor,), company="joint", state="ready",
            arrangements=(), band="Good to try", fit=0, contributions=(),
        )
        for mentor in mentors
    )  # fmt: skip
    proposal = Proposal(
        engine_version="0.1.0", as_of=TODAY, round_hash="r", policy_hash="p", salt="0", previous_hash=None,
        status="optimal", reproducible=True, matches=matches, **OTHERS,
    )  # fmt: skip
    return Previous(proposal=proposal)
