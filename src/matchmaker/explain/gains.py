"""What is won or lost at each priority, in words: for people first, and with how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from matchmaker.domain.words import counted
from matchmaker.policy.priorities import WHOM

if TYPE_CHECKING:
    from matchmaker.plan import Gain
    from matchmaker.policy.priorities import PriorityName

ABOUT_PEOPLE: Final[frozenset[PriorityName]] = frozenset({"urgent", "offered", "overdue", "waiting_order"})
"""Priorities about who is offered one; a plan that only fits a little better is no reason to look further."""
_IN_TURN: Final = "the order in which people asked would be kept {} closely"


def lost_parts(priorities: Sequence[PriorityName], regret: Sequence[int]) -> Iterator[str]:
    """Yield what is lost or won at each priority, in the order in which they count."""
    for name, lost in zip(priorities, regret, strict=True):
        if not lost:
            continue
        if name in WHOM:
            yield f"{_people(name, -lost)} would be offered one"
        elif name == "waited":
            days = counted(abs(lost), "day")
            yield f"those offered one would have waited {days} {'less' if lost > 0 else 'more'} in all"
        elif name == "waiting_order":
            yield _IN_TURN.format("less" if lost > 0 else "more")
        else:
            how = "less well" if lost > 0 else "better"
            yield f"the introductions would fit {_how_much(name, lost)}{how}"


def _how_much(name: PriorityName, lost: int) -> str:
    """Say how much it is beside what the fit of one introduction can be, 10,000; never a figure."""
    if name != "fit" or 1_000 <= abs(lost) < 10_000:
        return ""
    return "a little " if abs(lost) < 1_000 else "much "


def for_people(priorities: tuple[PriorityName, ...], gain: Gain) -> bool:
    """Say whether the first thing that changes is who is offered an introduction."""
    first = next((name for name, more in zip(priorities, gain.more, strict=True) if more), None)
    return first in ABOUT_PEOPLE


def is_settled(priorities: tuple[PriorityName, ...], gain: Gain) -> bool:
    """Say whether it is proved what changes for people; a plan found too soon may just be a poor one."""
    return all(gain.sure(place) == "exact" for place, name in enumerate(priorities) if name in ABOUT_PEOPLE)


def people_part(priorities: tuple[PriorityName, ...], gain: Gain) -> tuple[int, ...]:
    """Return what is won at the priorities that are about people."""
    here = zip(priorities, gain.more, strict=True)
    return tuple(more for name, more in here if name in ABOUT_PEOPLE)


def brings(priorities: tuple[PriorityName, ...], gain: Gain) -> str:
    """Say what is won for people: as far as it is proved, or else the first of it and how sure that is."""
    about = [place for place, name in enumerate(priorities) if name in ABOUT_PEOPLE and gain.more[place]]
    told = [place for place in about if gain.sure(place) == "exact"] or about[:1]
    said = _for_whom({priorities[place]: gain.more[place] for place in told})
    sure = gain.sure(told[0]) if told else "exact"
    if sure == "exact":
        return said
    comma = "" if sure.startswith("at ") and said[0].isdigit() else ","
    return f"{sure}{comma} {said}"


def _for_whom(more: dict[PriorityName, int]) -> str:
    offered = more.get("offered", 0)
    among = [
        f"{abs(more[name])} {_word(more[name])} of {whom.those}"
        for name, whom in WHOM.items()
        if more.get(name) and name != "offered"
    ]
    parts = ([_people("offered", offered)] if offered else []) + among
    if not parts:
        return _IN_TURN.format("more")
    return f"{parts[0]} would be offered an introduction" + "".join(f", and {part}" for part in parts[1:])


def _people(name: PriorityName, more: int) -> str:
    whom = WHOM[name]
    return counted(abs(more), f"{_word(more)} {whom.one}", many=f"{_word(more)} {whom.many}")


def _word(number: int) -> str:
    return "more" if number > 0 else "fewer"
