"""The pack as one page, in the order of the allocation meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.pages.pack.asking import before
from matchmaker.pages.pack.cards import cards
from matchmaker.pages.pack.first import first
from matchmaker.pages.pack.introductions import asked_first, other_way, sections
from matchmaker.pages.pack.load import mentors
from matchmaker.pages.pack.not_yet import not_yet
from matchmaker.pages.pack.sums import if_all, nobody_else, short_of, standbys, wanted
from matchmaker.pages.pack.templating import rendered
from matchmaker.pages.pack.under_way import under_way
from matchmaker.pages.pack.view import View
from matchmaker.pages.pack.visits import visits
from matchmaker.pages.pack.waiting import waiting

if TYPE_CHECKING:
    from markupsafe import Markup

    from matchmaker.pages.agenda import Agenda


def pack_page(agenda: Agenda, *, room: bool = False) -> str:
    """Return the whole pack as HTML that needs nothing else; `room` leaves out what peers must not see."""
    view = View(agenda, room)
    rooms = visits(view)
    return rendered(
        "pack.html.j2",
        room=room,
        first=first(view),
        before=before(view),
        waiting=waiting(view),
        mentors=mentors(view),
        visits=rooms,
        sections=sections(view),
        asked_first=asked_first(view),
        hear_more=_hear_more(view),
        hear_more_count=len(agenda.proposal.hear_more),
        not_yet=not_yet(view),
        sums=if_all(view, rooms),
        under_way=under_way(view),
        nobody_else=nobody_else(view),
        standbys=standbys(view),
        short_of=short_of(view),
        wanted=wanted(view),
        cards=cards(view),
    )


def _hear_more(view: View) -> tuple[tuple[Markup, tuple[Markup, ...]], ...]:
    """Return whom could be described to each person who would like to hear more."""
    return tuple(
        (view.say.of(entry.beneficiary), tuple(other_way(o, view) for o in entry.introductions))
        for entry in (() if view.room else view.agenda.proposal.hear_more)
    )
