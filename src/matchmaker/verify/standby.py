"""Could whoever is named as standby really step in: by every rule, and with the room that is left?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.domain.proposal import STANDS_BY_FOR
from matchmaker.domain.words import COMPANIES
from matchmaker.policy.judgement import open_pair
from matchmaker.verify.left import left_of, uses_of
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.proposal import Proposal, ProposedMatch
    from matchmaker.limits.taking import What
    from matchmaker.policy import Policy


def standby_breaches(proposal: Proposal, policy: Policy, *, context: Context) -> Iterator[Breach]:
    """Yield standbys who are in the match already, may not meet the person, or have no room."""
    named = Counter(mentor for match in proposal.matches for mentor in match.standby)
    for mentor in sorted(mentor for mentor, times in named.items() if times > STANDS_BY_FOR):
        yield Breach("standby", (mentor,), f"{mentor} stands by for more than {STANDS_BY_FOR} introductions.")
    left = left_of(proposal, policy, context=context) if named else {}
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


def _fits(pair: Pair, match: ProposedMatch, left: dict[What, int], policy: Policy, context: Context) -> bool:
    """Say whether there is room for a pair once this match is gone, all others as they are."""
    back = uses_of(pair_of(match, context), policy, context=context)
    uses = uses_of(pair, policy, context=context)
    return all(amount <= left[what] + back[what] for what, amount in uses.items() if what in left)
