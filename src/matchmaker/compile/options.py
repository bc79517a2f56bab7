"""The options of a round: every way to meet a request that the rules leave open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from matchmaker.policy.fit import Fit
from matchmaker.policy.order import Order
from matchmaker.policy.priorities import Suggestion

if TYPE_CHECKING:
    from matchmaker.compile.judged import Judged
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context
    from matchmaker.domain.words import State
    from matchmaker.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Option:
    """A pair in one company, with what suggesting it is worth at each level."""

    pair: Pair
    state: State
    fit: int
    worth: tuple[int, ...]
    key: int

    @property
    def name(self) -> tuple[str, frozenset[str], str]:
        """Whom it is about: a team is one option, whoever leads."""
        return self.pair.beneficiary.id, frozenset(self.pair.mentor_ids), self.pair.company


def salt_of(context: Context) -> str:
    """Return the salt of the tie-break: the round's date, so that nobody can shop for a draw."""
    return context.as_of.isoformat()


class Sifted(NamedTuple):
    """The options there are, and those below the fit floor, which are none."""

    options: tuple[Option, ...]
    below_floor: tuple[Option, ...]


def options_of(judged: Iterable[Judged], *, policy: Policy, context: Context) -> tuple[Option, ...]:
    """Return every option that is open, not vetoed and not below the floor, by person, then fit, then key."""
    return sifted(judged, policy=policy, context=context).options


def sifted(judged: Iterable[Judged], *, policy: Policy, context: Context) -> Sifted:
    """Return what `options_of` returns, and what only the fit floor kept out of it."""
    found = _every_option(judged, policy, context)
    below = tuple(
        option
        for option in found
        if policy.below_floor(
            option.fit,
            person=option.pair.beneficiary.id,
            mentors=option.pair.mentor_ids,
            company=option.pair.company,
            context=context,
        )
    )
    without = frozenset(map(id, below))
    return Sifted(tuple(option for option in found if id(option) not in without), below)


def _every_option(judged: Iterable[Judged], policy: Policy, context: Context) -> list[Option]:
    fit, order = Fit(policy, context), Order(policy, context)
    best: dict[tuple[str, frozenset[str], str], Option] = {}
    for block in judged:
        for pair, state in block.pairs():
            if not context.decided.vetoed(pair.beneficiary.id, pair.mentor_ids, company=pair.company):
                said = Suggestion(pair, state, fit.of(pair))
                option = option_of(said, order=order, context=context)
                known = best.get(option.name)
                if known is None or _leads(option) < _leads(known):
                    best[option.name] = option
    return sorted(best.values(), key=in_order)


def in_order(option: Option) -> tuple[str, int, int]:
    """Return what options are sorted by: the person, the fit, best first, then the key."""
    return option.pair.beneficiary.id, -option.fit, option.key


def option_of(said: Suggestion, *, order: Order, context: Context) -> Option:
    """Return a suggestion as an option: what it is worth at each level, and its key."""
    key = _key(salt_of(context), said.pair)
    return Option(said.pair, said.state, said.fit, order.worth(said), key)


def _leads(option: Option) -> tuple[int, tuple[str, ...]]:
    """Of two ways for a team to go, the better fit leads; then the first by id."""
    return -option.fit, option.pair.mentor_ids


def _key(salt: str, pair: Pair) -> int:
    name = "\x1f".join((salt, pair.beneficiary.id, *sorted(pair.mentor_ids), pair.company))
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big")
