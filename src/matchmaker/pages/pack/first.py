"""The first page: what this is, what to know about this run, and who has no suggestion yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from matchmaker.pages.before import FIRST_PAGE
from matchmaker.pages.pack.marked import typed
from matchmaker.pages.pack.view import WARNINGS
from matchmaker.pages.setting import counted, listed, on_day
from matchmaker.pages.sure import STATUS
from matchmaker.policy.banners import banners

if TYPE_CHECKING:
    from matchmaker.domain.proposal import RunWarning
    from matchmaker.pages.pack.view import View

URGENT: Final = frozenset({
    "look-again", "lifted-nothing", "no-dpia", "rows-lost", "rows-not-known", "rows-still-hold",
})  # fmt: skip
"""Warnings that stand on the first page; the others stand in 'Before we start'."""


@dataclass(frozen=True)
class First:
    """What the first page holds."""

    locality: Markup
    day: str
    sentences: tuple[Markup, ...]
    contact: Markup
    banners: tuple[Markup, ...]
    without: tuple[tuple[str, Markup], ...]


def first(view: View) -> First:
    """Return the first page."""
    programme, proposal = view.context.round.programme, view.agenda.proposal
    return First(
        locality=typed(programme.locality),
        day=on_day(proposal.as_of),
        sentences=tuple(map(_with_stress, FIRST_PAGE)),
        contact=typed(programme.safeguarding_contact),
        banners=tuple(_banners(view)),
        without=tuple((entry.beneficiary, view.say.of(entry.beneficiary)) for entry in view.agenda.without),
    )


def _with_stress(sentence: str) -> Markup:
    """Return a sentence of ours in which *a word* is stressed."""
    words = [escape(part) for part in sentence.split("*")]
    return Markup("").join(Markup("<em>{}</em>").format(w) if n % 2 else w for n, w in enumerate(words))


def warnings(view: View) -> tuple[RunWarning, ...]:
    """Return the warnings that this audience may read."""
    every = view.agenda.proposal.warnings
    return tuple(warning for warning in every if not view.room or warning.code in WARNINGS)


def together(sentences: list[str]) -> list[str]:
    """Return sentences that differ in one word as one: Look again at X1, X2 and X3 with the worker."""
    words = [sentence.split(" ") for sentence in sentences]
    alike = list(map(set, zip(*words, strict=False)))
    differ = [place for place, found in enumerate(alike) if len(found) > 1]
    if len({len(each) for each in words}) != 1 or len(differ) != 1:
        return sentences
    [place] = differ
    words[0][place] = listed(each[place] for each in words)
    return [" ".join(words[0])]


def _banners(view: View) -> Iterator[Markup]:
    proposal = view.agenda.proposal
    for sentence in banners(view.agenda.policy):
        yield typed(sentence)
    if proposal.status != "optimal":
        yield escape(STATUS[proposal.status])
    urgent = [warning for warning in warnings(view) if warning.code in URGENT]
    for code in dict.fromkeys(warning.code for warning in urgent):
        yield from map(view.say.told, together([w.sentence for w in urgent if w.code == code]))
    if proposal.waivers and not view.room:
        count, are = counted(len(proposal.waivers), "waiver"), "is" if len(proposal.waivers) == 1 else "are"
        yield escape(
            f"{count} of a rule {are} used here; each introduction that rests on one says so under “To do”."
        )
