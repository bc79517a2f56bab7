"""Possible introductions in their bands; within a band nothing is before anything else but by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from matchmaker.domain.companies import WAYS
from matchmaker.pages.asking import to_ask
from matchmaker.pages.other_ways import BANDS, by_band, could_step_in, means
from matchmaker.pages.setting import heading, in_turn, listed, wrapped

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Alternative, ProposedMatch
    from matchmaker.domain.words import Band, Company
    from matchmaker.pages.agenda import Agenda
    from matchmaker.pages.names import Names

_MEANS: Final[dict[Band, str]] = {
    "Good to try": "Nothing stands in the way that we know of.",
    "Could work if…": "Ask first, before telling either of them. A joint visit is pencilled in, no more.",
    "A stretch, with support": "A mentor chose to grow into this, with the support that was agreed.",
}


_SET_ASIDE: Final = "Where nothing is to be asked, a manager set a rule aside; 'To do' says which."


def meaning(band: Band, matches: Iterable[ProposedMatch]) -> str:
    """Return what a band means for these matches; one that rests on a waiver can be ready and stand here."""
    waived = band == "Could work if…" and any(match.state == "ready" for match in matches)
    return f"{_MEANS[band]} {_SET_ASIDE}" if waived else _MEANS[band]


def introductions(agenda: Agenda) -> Iterator[str]:
    """Yield every suggested introduction, band by band."""
    yield from heading("Possible introductions")
    if not agenda.proposal.matches:
        yield from wrapped("There is none in this round.")
    for band in BANDS:
        found = (match for match in agenda.proposal.matches if match.band == band)
        matches = sorted(found, key=lambda match: in_turn(match.beneficiary))
        if matches:
            yield ""
            yield from wrapped(f"*** {band} ({len(matches)}) ***")
            yield from wrapped(meaning(band, matches))
        for match in matches:
            yield ""
            yield from _introduction(match, agenda)
    for sentence in could_step_in(agenda):
        yield ""
        yield from wrapped(sentence)


def _introduction(match: ProposedMatch, agenda: Agenda) -> Iterator[str]:
    names = agenda.names
    yield from wrapped(f"{names.of(match.beneficiary)} with {names.of_all(match.mentors)}")
    yield from wrapped(
        f"How: {company_in_words(match.company, agenda.worker_of(match.beneficiary))}", indent=2
    )
    yield from wrapped(f"What: {_meetings(match, names)}", indent=2)
    times = "; ".join(map(str, match.common_times))
    yield from wrapped(f"When: {times or 'a time is to be agreed'}", indent=2)
    reasons = "; ".join(each.because for each in match.contributions if each.because)
    yield from wrapped(f"Why: {names.told(reasons)}", indent=2)
    for prompt in match.prompts:
        yield from wrapped(f"To do: {names.told(prompt)}", indent=2)
    yield from to_ask(match.questions, names)
    yield from _also_possible(match, agenda)


def _also_possible(match: ProposedMatch, agenda: Agenda) -> Iterator[str]:
    names = agenda.names
    for band, ways in by_band(match, agenda):
        yield from wrapped(f"Also possible ({band}):", indent=2)
        for way in ways:
            meant = names.told(means(way, match.beneficiary, agenda=agenda))
            yield from wrapped(f"{other_way(way, names)}{'. ' if meant else ''}{meant}", indent=4, mark="- ")
    if match.standby:
        yield from wrapped(f"Could step in: {names.of_all(match.standby)}", indent=2)


def _meetings(match: ProposedMatch, names: Names) -> str:
    """Say tasks at one place together: a coffee or a walk and forms and post, at the Beck café."""
    by_venue: dict[str, list[str]] = {}
    for meeting in match.arrangements:
        by_venue.setdefault(meeting.venue, []).append(names.task(meeting.task))
    return "; ".join(f"{listed(tasks)} ({names.venue(venue)})" for venue, tasks in by_venue.items())


def company_in_words(company: Company, worker: str) -> str:
    """Say who would be there."""
    return WAYS[company].present.format(worker=worker)


def other_way(other: Alternative, names: Names) -> str:
    """Return another way to meet, in a few words."""
    return f"{names.of_all(other.mentors)} ({manner(other)})"


def manner(other: Alternative) -> str:
    """Say how another way to meet differs."""
    return WAYS[other.company].manner + (", ask first" if other.state == "ask first" else "")
