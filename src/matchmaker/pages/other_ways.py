"""Other ways to meet in their bands, and what each would mean for others; within a band none comes first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple, get_args

from matchmaker.domain.proposal import NOT_WORKED_OUT
from matchmaker.domain.words import Band, first_of
from matchmaker.explain.gains import lost_parts
from matchmaker.pages.setting import counted, ended, in_turn, listed
from matchmaker.policy.bands import band_of_way

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Alternative, ProposedMatch
    from matchmaker.pages.agenda import Agenda

BANDS: Final[tuple[Band, ...]] = get_args(Band)
FREE: Final = "A free swap"
"""How a way that costs nothing by any priority is marked."""
NO_TIME: Final = "There was no time to find out what it would mean for others."
_NAMED: Final = 6
"""How many are named whose suggestion would change too; more would be a wall that nobody reads aloud."""
BACK_UP: Final = "Think of a back-up, such as the worker or a group, before the first visit."


class WaysOfBand(NamedTuple):
    """The other ways of one band, in the order of the mentors' ids."""

    band: Band
    ways: tuple[Alternative, ...]


def by_band(match: ProposedMatch, agenda: Agenda) -> tuple[WaysOfBand, ...]:
    """Return a match's other ways under the bands that hold something."""
    found: dict[Band, list[Alternative]] = {band: [] for band in BANDS}
    for way in unordered(match.alternatives):
        found[_band(way, match.beneficiary, agenda)].append(way)
    return tuple(WaysOfBand(band, tuple(ways)) for band, ways in found.items() if ways)


def unordered(ways: Iterable[Alternative]) -> list[Alternative]:
    """Return ways in the order of the mentors' ids, so that nothing looks better than something else."""
    return sorted(ways, key=lambda way: (tuple(map(in_turn, way.mentors)), way.company))


def _band(way: Alternative, person: str, agenda: Agenda) -> Band:
    return band_of_way(
        way.mentors,
        person,
        company=way.company,
        state=way.state,
        policy=agenda.policy,
        context=agenda.context,
    )


def means(way: Alternative, person: str, *, agenda: Agenda) -> str:
    """Say what choosing it would mean for others; nothing where nobody set out to work that out."""
    priorities = agenda.policy.priorities
    if way.impossible:
        return "As things are decided, no plan has room for it."
    bound = way.regret_at_least or ()
    if least := tuple(lost_parts(priorities[: len(bound)], bound)):
        return f"At least: {listed(least)}. There was no time to find out the rest."
    if way.regret is None:
        cut_short = any(each.code == NOT_WORKED_OUT for each in agenda.proposal.warnings)
        return NO_TIME if cut_short else ""
    others = listed(first_of([each for each in way.moves if each != person], most=_NAMED))
    also = f"what we suggest for {others} would change too" if others else "nobody else would change"
    if not any(way.regret):
        return f"{FREE}: the whole plan would be just as good, and {also}."
    return f"For everybody together, {listed(lost_parts(priorities, way.regret))}; {also}."


def could_step_in(agenda: Agenda) -> Iterator[str]:
    """Yield for how many somebody could step in, and for whom we have nobody; it is no fault of theirs."""
    matches, names = agenda.proposal.matches, agenda.names
    without = sorted((match.beneficiary for match in matches if not match.standby), key=in_turn)
    if len(without) == len(matches):
        return
    yield coverage(len(matches) - len(without), len(matches))
    if without:
        people = ended(listed(map(names.of, without)))
        yield f"People we have no standby for at present: {people} {BACK_UP}"


def coverage(covered: int, of: int) -> str:
    """Say for how many introductions there is a standby."""
    introductions = counted(of, "introduction")
    return (
        f"For {covered} of {introductions} somebody else could step in, with the room that the plan leaves. "
        "Nobody has been asked, and nothing is held."
    )
