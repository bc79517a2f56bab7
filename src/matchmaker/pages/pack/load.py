"""Who's got time: each mentor's agreed hours, what is in use, and what the suggestions would add.

Agreed hours are a ceiling (S0:L166); a mentor whom nobody asks for is told as loudly as one with too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.fields import in_minutes
from matchmaker.limits.base import as_pair, weekly_minutes

if TYPE_CHECKING:
    from matchmaker.domain.people import Mentor
    from matchmaker.domain.proposal import ProposedMatch
    from matchmaker.pages.pack.view import View

_ACROSS = 100


@dataclass(frozen=True)
class Load:
    """One mentor's week; the three widths are of 100 and are only drawn, never printed."""

    name: Markup
    in_use: str
    added: str
    agreed: str
    used_width: int
    added_width: int
    agreed_width: int
    told: Markup


@dataclass(frozen=True)
class Mentors:
    """Every mentor's week, and all of them together."""

    loads: tuple[Load, ...]
    in_use: str
    added: str
    agreed: str
    mentors: int
    without: int
    spare: Markup | None


def mentors(view: View) -> Mentors:
    """Return who has time; the room hears only the sums."""
    context = view.context
    used = dict.fromkeys(context.mentors, 0)
    added = dict.fromkeys(context.mentors, 0)
    for match in context.under_way:
        if match.company != "group":
            _add(used, as_pair(match, context), view)
    for suggested in view.matches:
        _add(added, pair_of(suggested, view), view)
    everybody = context.round.mentors
    spare = [each.mentor for each in view.agenda.proposal.mentors_without_a_match]
    longest = max((in_minutes(mentor.hours_per_week) for mentor in everybody), default=0) or 1
    return Mentors(
        loads=() if view.room else tuple(
            _load(mentor, view, used=used[mentor.id], added=added[mentor.id], longest=longest)
            for mentor in sorted(everybody, key=lambda mentor: mentor.id)
        ),
        in_use=in_words(sum(used.values())),
        added=in_words(sum(added.values())),
        agreed=in_words(sum(in_minutes(mentor.hours_per_week) for mentor in everybody)),
        mentors=len(everybody),
        without=len(spare),
        spare=view.say.all(spare) if spare and not view.room else None,
    )  # fmt: skip


def pair_of(match: ProposedMatch, view: View) -> Pair:
    """Return a suggestion as the pair that limits look at."""
    context = view.context
    venues = tuple((m.task, context.venue[m.venue]) for m in match.arrangements if m.venue in context.venue)
    people = tuple(context.mentors[mentor] for mentor in match.mentors)
    return Pair(people, view.person(match.beneficiary), match.company, venues)


def _add(minutes: dict[str, int], pair: Pair, view: View) -> None:
    for place, mentor in enumerate(pair.mentors):
        minutes[mentor.id] += weekly_minutes(pair, view.context, of=place)


def _load(mentor: Mentor, view: View, *, used: int, added: int, longest: int) -> Load:
    agreed = in_minutes(mentor.hours_per_week)
    scale = max(longest, used + added)
    return Load(
        name=view.say.of(mentor.id),
        in_use=in_words(used),
        added=in_words(added),
        agreed=in_words(agreed),
        used_width=used * _ACROSS // scale,
        added_width=added * _ACROSS // scale,
        agreed_width=agreed * _ACROSS // scale,
        told=_told(mentor.id, view),
    )


def _told(mentor: str, view: View) -> Markup:
    met = [match.beneficiary for match in view.matches if mentor in match.mentors]
    if met:
        return Markup("could meet {}").format(view.say.all(met))
    spare = {each.mentor: each.reasons for each in view.agenda.proposal.mentors_without_a_match}
    return Markup("; ").join(map(view.say.told, spare.get(mentor, ("has no suggestion in this round",))))


def in_words(minutes: int) -> str:
    """Return minutes as people say them, without decimals: 2 h 15 min."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest)) or "none"
