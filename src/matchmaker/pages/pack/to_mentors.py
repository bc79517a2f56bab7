"""A letter for each mentor of an introduction that is ready: asked in general, without a name.

What they would do together, where and about when, so that the mentor can say yes or no before anybody hears
of them. It says nothing about the person: not who they are, what they like or what they need. What tells of
somebody's health or of justice stays out here as it does in the room (`unsaid`); a worker says it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.companies import WAYS
from matchmaker.pages.pack.introductions import meetings
from matchmaker.pages.pack.letterhead import file_name, letterhead
from matchmaker.pages.pack.templating import rendered
from matchmaker.pages.pack.view import View

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ProposedMatch
    from matchmaker.pages.agenda import Agenda


def letters_to_mentors(agenda: Agenda) -> dict[str, str]:
    """Return each letter by the name of its file; where something is asked first there must be none."""
    view = View(agenda, room=True)
    ready = [(match, mentor) for match in view.matches if match.state == "ready" for mentor in match.mentors]
    return {_name(match, mentor, agenda): _letter(match, mentor, view) for match, mentor in ready}


def _name(match: ProposedMatch, mentor: str, agenda: Agenda) -> str:
    return file_name("to-mentor", agenda, about=f"{match.match_id} to {mentor}")


def _letter(match: ProposedMatch, mentor: str, view: View) -> str:
    return rendered(
        "to_mentor.html.j2",
        **letterhead(view),
        mentor=view.say.alone(mentor),
        what=tuple(meetings(match, view)),
        when="; ".join(map(str, match.common_times)) or "a time is to be agreed",
        how=WAYS[match.company].asked,
    )
