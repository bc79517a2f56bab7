"""A letter for each person whose introduction is ready: who they might meet, and that nothing is agreed.

It says nothing of what they need or where they would meet, and nothing about anybody else but the
mentor's own card; files are named by a hash, so that a folder of them is no list of people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.pages.pack.cards import card
from matchmaker.pages.pack.letterhead import file_name, letterhead
from matchmaker.pages.pack.templating import rendered
from matchmaker.pages.pack.view import View

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ProposedMatch
    from matchmaker.pages.agenda import Agenda


def letters(agenda: Agenda) -> dict[str, str]:
    """Return each letter by the name of its file; one that asks first must not be written."""
    view = View(agenda)
    ready = [match for match in view.matches if match.state == "ready"]
    return {file_name("letter", agenda, about=match.match_id): _letter(match, view) for match in ready}


def _letter(match: ProposedMatch, view: View) -> str:
    return rendered(
        "letter.html.j2",
        **letterhead(view),
        person=view.say.alone(match.beneficiary),
        cards=[card(view.context.mentors[mentor], view) for mentor in match.mentors],
    )
