"""Could whoever is named as standby really step in: by every rule, and with the room that is left?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from matchmaker.domain.breach import Breach
from matchmaker.domain.proposal import STANDS_BY_FOR
from matchmaker.domain.words import COMPANIES
from matchmaker.policy.judgement import open_pair
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, ProposedMatch
    from matchmaker.policy import Policy

Uses: TypeAlias = "Counter[tuple[str, str]]"


def standby_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield standbys who are in the match already, may not meet the person, or have no room."""
    named = Counter(mentor for match in proposal.matches for mentor in match.standby)
    for mentor in sorted(mentor for mentor, times in named.items() if times > STANDS_BY_FOR):
        yield Breach("standby", (mentor,), f"{mentor} stands by for more than {STANDS_BY_FOR} introductions.")
    left = _left(proposal, policy, context) if named else {}
    for match in proposal.matches:
        about = (match.beneficiary, *match.standby)
        if len(match.standby) > 1 or set(match.standby) & set(match.mentors):
            yield Breach("standby", about, "It names more than one standby, or a mentor whom it suggests.")
        elif match.standby and not any(
            _fits(pair, match, left, policy, context) for pair in _ways(match, policy, context)
        ):
            yield Breach("standby", about, "It names a standby who could not step in.")


def _ways(match: ProposedMatch, policy: Policy, context: Context) -> Iterator[Pair]:
    """Yield every open way in which the standby may meet the person by themselves."""
    mentor, person = context.mentors[match.standby[0]], context.beneficiaries[match.beneficiary]
    for company in COMPANIES:
        if company == "paired" or context.decided.vetoed(person.id, match.standby, company=company):
            continue
        found = open_pair((mentor,), person, company=company, policy=policy, context=context)
        if found is not None and not policy.below_floor(
            policy.fit(found[0], context),
            person=person.id,
            mentors=match.standby,
            company=company,
            context=context,
        ):
            yield found[0]


def _fits(
    pair: Pair, match: ProposedMatch, left: dict[tuple[str, str], int], policy: Policy, context: Context
) -> bool:
    """Say whether there is room for a pair once this match is gone, all others as they are."""
    back, uses = _uses(pair_of(match, context), policy, context), _uses(pair, policy, context)
    return all(amount <= left[what] + back[what] for what, amount in uses.items() if what in left)


def _left(proposal: Proposal, policy: Policy, context: Context) -> dict[tuple[str, str], int]:
    """Return what all matches together leave of each limit."""
    used: Uses = Counter()
    for match in proposal.matches:
        used.update(_uses(pair_of(match, context), policy, context))
    rooms = ((limit.code, limit.left(context)) for limit in policy.limits_on)
    return {(code, key): most - used[code, key] for code, room in rooms for key, most in room.items()}


def _uses(pair: Pair, policy: Policy, context: Context) -> Uses:
    """Return what a pair takes of each limit."""
    taken = ((limit.code, limit.taken(pair, context)) for limit in policy.limits_on)
    return Counter({(code, key): amount for code, by in taken for key, amount in by.items()})
