"""The order of priorities: what an introduction is worth at each, as whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary
    from matchmaker.domain.words import State

PriorityName: TypeAlias = Literal[
    "urgent", "offered", "overdue", "fit", "waited", "lift_worst", "waiting_order"
]
STANDARD_ORDER: Final[tuple[PriorityName, ...]] = ("urgent", "offered", "overdue", "fit", "waited")


class Whom(NamedTuple):
    """The people whom a priority is about, in the places where they are said."""

    one: str
    """Behind a number: 1 fewer urgent person, …"""
    many: str
    is_one: str
    """Of one who is told already: of those, 1 is urgent, …"""
    are: str

    @property
    def those(self) -> str:
        """Say them among others who are told already."""
        return f"those who {self.are}"


WHOM: Final[Mapping[PriorityName, Whom]] = {
    "urgent": Whom("urgent person", "urgent people", "is urgent", "are urgent"),
    "offered": Whom("person", "people", "is offered one", "are offered one"),
    "overdue": Whom(
        "person who has waited too long",
        "people who have waited too long",
        "has waited too long",
        "have waited too long",
    ),
}
SAID: Final[Mapping[PriorityName, str]] = {
    **{name: f"{whom.many} offered an introduction" for name, whom in WHOM.items()},
    "fit": "how well the introductions fit",
    "waited": "days that the people offered an introduction have waited",
    "lift_worst": "how well the introductions fit, the worst of them lifted first",
    "waiting_order": "people offered an introduction strictly in the order in which they asked",
}


class Figures(Protocol):
    """What the priorities need to know of a policy."""

    @property
    def priorities(self) -> tuple[PriorityName, ...]:
        """The order of priorities."""

    @property
    def overdue_weeks(self) -> int:
        """Weeks after which somebody has waited too long."""

    @property
    def ready_bonus(self) -> int:
        """What ready earns over ask first."""

    @property
    def move_price(self) -> int:
        """What moving somebody has to be worth."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair with its state and its fit: all that a priority looks at."""

    pair: Pair
    state: State
    fit: int


def _urgent(it: Suggestion, policy: Figures, context: Context) -> int:
    return int(it.pair.beneficiary.urgent)


def _offered(it: Suggestion, policy: Figures, context: Context) -> int:
    return 1


def _overdue(it: Suggestion, policy: Figures, context: Context) -> int:
    return int(waited_too_long(it.pair.beneficiary, policy, context=context))


def _fit(it: Suggestion, policy: Figures, context: Context) -> int:
    return net_fit(it, policy=policy, context=context)


def net_fit(it: Suggestion, *, policy: Figures, context: Context) -> int:
    """Ready earns a little more; moving somebody since the last proposal has to be worth its price."""
    bonus = policy.ready_bonus if it.state == "ready" else 0
    price = policy.move_price if moved(it.pair, context) else 0
    return it.fit + bonus - price


def _waited(it: Suggestion, policy: Figures, context: Context) -> int:
    return days_waited(it.pair.beneficiary, context)


def days_waited(person: Beneficiary, context: Context) -> int:
    """Return the days since somebody asked; nothing for those who did not."""
    asked = person.asked_on
    return (context.as_of - asked).days if asked else 0


def waited_too_long(person: Beneficiary, policy: Figures, *, context: Context) -> bool:
    """Say whether somebody has waited as many weeks as the policy calls too long."""
    return days_waited(person, context) >= 7 * policy.overdue_weeks


def moved(pair: Pair, context: Context) -> bool:
    """Say whether the last proposal suggested somebody else for this person.

    The same mentors in another company is no move: what was pencilled jointly may become alone.
    """
    last = context.suggested_before.get(pair.beneficiary.id)
    return last is not None and last != frozenset(pair.mentor_ids)


PLAIN: Final[Mapping[PriorityName, Callable[[Suggestion, Figures, Context], int]]] = {
    "urgent": _urgent,
    "offered": _offered,
    "overdue": _overdue,
    "fit": _fit,
    "waited": _waited,
}
"""What a suggestion adds to each priority that is one number; `order` holds those that are several."""
