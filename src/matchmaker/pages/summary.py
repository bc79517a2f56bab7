"""The summary of a run: plain text in the order and the words of the allocation meeting."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from matchmaker.pages.agenda import Agenda
from matchmaker.pages.before import before_we_start, first_page, have_we_got_room, who_is_waiting
from matchmaker.pages.introductions import introductions
from matchmaker.pages.not_yet import not_yet
from matchmaker.pages.others import who_has_got_time, would_like_to_hear_more
from matchmaker.pages.sure import how_sure_we_are

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.policy import Policy


def summary(round_: Round, policy: Policy, *, proposal: Proposal) -> str:
    """Return the whole summary, at most 79 signs a line; it holds labels, so it stays in the run folder."""
    agenda = Agenda(proposal, policy, policy.context(round_))
    lines = chain(
        first_page(agenda),
        before_we_start(agenda),
        who_is_waiting(agenda),
        not_yet(agenda),
        have_we_got_room(agenda),
        introductions(agenda),
        who_has_got_time(agenda),
        would_like_to_hear_more(agenda),
        how_sure_we_are(agenda),
    )
    return "\n".join(lines) + "\n"
