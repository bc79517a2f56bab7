"""Who's got time: each mentor's agreed hours, what is in use, and what the suggestions would add.

Agreed hours are a ceiling (S0:L166); a mentor whom nobody asks for is told as loudly as one with too much.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from matchmaker.domain.fields import in_minutes
from matchmaker.limits.agreed_hours import AgreedHours, hosting_minutes
from matchmaker.verify.pairs import pair_of

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Mentor
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
    used, added = _in_use(context), _added(view)
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


def _in_use(context: Context) -> Counter[str]:
    """Return minutes a week by mentor, as the limit counts them: matches under way, and groups hosted."""
    minutes: Counter[str] = Counter()
    for match in context.under_way:
        minutes.update(AgreedHours().uses_under_way(match, context))
    for group in context.round.groups:
        if group.host in context.mentors:
            minutes[group.host] += hosting_minutes(group, context)
    return minutes


def _added(view: View) -> Counter[str]:
    """Return what the suggestions would add; who joins a group adds nothing to its host's week."""
    minutes: Counter[str] = Counter()
    for match in view.matches:
        minutes.update(AgreedHours().uses(pair_of(match, view.context), view.context))
    return minutes


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
    return Markup("; ").join(map(view.say.told, spare.get(mentor, ("has no suggestion this time",))))


def in_words(minutes: int) -> str:
    """Return minutes as people say them, without decimals: 2 h 15 min."""
    hours, rest = divmod(minutes, 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest)) or "none"
