"""Possible introductions in their bands, each with room for what the meeting decides.

An introduction that asks first may not be mentioned to either person. In a room where the mentor may sit
it is therefore told without the mentor: that there is something to ask, and who asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from matchmaker.pages.introductions import company_in_words, manner, meaning
from matchmaker.pages.other_ways import BANDS, by_band, means, unordered
from matchmaker.pages.pack.marked import strung
from matchmaker.pages.pack.view import CRITERIA
from matchmaker.pages.setting import in_turn

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Alternative, ProposedMatch, ToAsk
    from matchmaker.domain.words import Band
    from matchmaker.pages.pack.view import View


@dataclass(frozen=True)
class Introduction:
    """One suggestion, in words."""

    code: str
    person: Markup
    mentors: Markup
    ready: bool
    how: Markup
    what: tuple[Markup, ...]
    when: str
    why: tuple[Markup, ...]
    to_do: tuple[Markup, ...]
    questions: tuple[tuple[Markup, tuple[Markup, ...]], ...]
    others: tuple[Others, ...]


@dataclass(frozen=True)
class Others:
    """Other ways to meet of one band, each with what it would mean for others; in the room without either."""

    band: str
    ways: tuple[tuple[Markup, Markup], ...]


@dataclass(frozen=True)
class Section:
    """The introductions of one band."""

    band: str
    means: str
    introductions: tuple[Introduction, ...]


IN_THE_ROOM: Final = "These can be talked over now."
"""True of every ready one, whatever it rests on, which is not for the room."""


def sections(view: View) -> tuple[Section, ...]:
    """Return the bands that hold something; the room hears of no stretch, which is the mentor's own."""
    by_band: dict[Band, list[ProposedMatch]] = {band: [] for band in BANDS}
    for match in view.matches:
        if not view.room:
            by_band[match.band].append(match)
        elif match.state == "ready":
            by_band["Good to try"].append(match)
    return tuple(
        Section(
            band,
            IN_THE_ROOM if view.room else meaning(band, matches),
            tuple(introduction(match, view) for match in matches),
        )
        for band, matches in by_band.items()
        if matches
    )


def asked_first(view: View) -> tuple[tuple[Markup, Markup], ...]:
    """Return, for the room, the people for whom something is asked first, and their workers."""
    asked = [match.beneficiary for match in view.matches if match.state != "ready"] if view.room else []
    return tuple((view.say.of(person), view.say.of(view.person(person).navigator)) for person in asked)


def introduction(match: ProposedMatch, view: View) -> Introduction:
    """Return one suggestion in words, with no more than this audience may read."""
    say = view.say
    return Introduction(
        code=match.beneficiary,
        person=say.of(match.beneficiary),
        mentors=say.all(match.mentors),
        ready=match.state == "ready",
        how=how(match, view),
        what=tuple(meetings(match, view)),
        when="; ".join(map(str, match.common_times)) or "a time is to be agreed",
        why=tuple(say.told(part) for reason in _reasons(match, view) for part in reason),
        to_do=() if view.room else tuple(map(say.told, match.prompts)),
        questions=by_worker(filter(view.may_ask, match.questions), view),
        others=tuple(other_ways(match, view)),
    )


def how(match: ProposedMatch, view: View) -> Markup:
    """Say who would be there."""
    if match.company == "joint":
        return Markup("together with {}").format(view.say.of(view.person(match.beneficiary).navigator))
    return escape(company_in_words(match.company, ""))


def meetings(match: ProposedMatch, view: View) -> Iterable[Markup]:
    """Yield tasks at one place together: a coffee or a walk and forms and post, at the Beck café.

    What the room may not read has no place either, and stands last.
    """
    by_place: dict[Markup | None, list[str]] = {}
    hidden = [meeting.task for meeting in match.arrangements if view.hides(meeting.task)]
    for meeting in match.arrangements:
        if meeting.task not in hidden:
            by_place.setdefault(view.place(meeting.venue), []).append(meeting.task)
    for place, tasks in by_place.items():
        yield Markup("{} ({})").format(view.tasks(tasks), place) if place else view.tasks(tasks)
    if hidden:
        yield view.tasks(hidden)


def by_worker(questions: Iterable[ToAsk], view: View) -> tuple[tuple[Markup, tuple[Markup, ...]], ...]:
    """Return each worker with what they ask."""
    found: dict[str, list[Markup]] = {}
    for question in questions:
        found.setdefault(question.who, []).append(view.say.told(question.ask))
    return tuple(
        (view.say.of(who), tuple(asks))
        for who, asks in sorted(found.items(), key=lambda worker: in_turn(worker[0]))
    )


def other_ways(match: ProposedMatch, view: View) -> Iterable[Others]:
    """Yield the other ways, band by band; the room hears of those that are ready, and of nobody else."""
    if view.room:
        ready = [way for way in unordered(match.alternatives) if way.state == "ready"]
        if ready:
            yield Others("", tuple((other_way(way, view), Markup("")) for way in ready))
        return
    for band, ways in by_band(match, view.agenda):
        yield Others(band, tuple((other_way(way, view), _meant(way, match, view)) for way in ways))


def _meant(way: Alternative, match: ProposedMatch, view: View) -> Markup:
    told = means(way, match.beneficiary, agenda=view.agenda)
    return view.say.told(told) if told else Markup("")


def other_way(other: Alternative, view: View) -> Markup:
    """Return another way to meet, in a few words."""
    return Markup("{} ({})").format(strung(map(view.say.of, other.mentors)), manner(other))


def _reasons(match: ProposedMatch, view: View) -> Iterable[tuple[str, ...]]:
    """Yield the parts of each reason; in the room those of the listed kinds that name nothing unsaid."""
    for each in match.contributions:
        if each.because and not view.room:
            yield tuple(each.because.split("; "))
        elif each.because and each.criterion in CRITERIA:
            yield view.unsaid.without(each.because)
