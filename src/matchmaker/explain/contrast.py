"""Two plans set beside each other: chains of changes, one sentence each, that add up to the difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.domain.words import listed
from matchmaker.errors import VerificationFailed
from matchmaker.explain.chain_words import Teller
from matchmaker.explain.for_others import Move
from matchmaker.explain.gains import lost_parts
from matchmaker.explain.linked import in_words, linked
from matchmaker.plan import changes_between
from matchmaker.plan.forced import worth_of
from matchmaker.policy.priorities import days_waited

if TYPE_CHECKING:
    from matchmaker.explain.chain_words import Coming
    from matchmaker.explain.sides import Planned
    from matchmaker.plan import Change
    from matchmaker.policy.order import Order
    from matchmaker.policy.priorities import PriorityName


@dataclass(frozen=True, slots=True)
class Chain:
    """People whose changes belong together; the changes of one chain could be made without the others."""

    moves: tuple[Move, ...]
    sentence: str
    one_by_one: tuple[str, ...]
    """A sentence for each person, where there are too many for one sentence; of very many, for some."""
    priorities: tuple[PriorityName, ...]
    gain: tuple[int, ...] | None
    """By priority what the second plan wins by it, below 0 where it loses; None where nobody can say."""
    ties: str = ""
    """Why one change makes another one necessary, where they have no mentor in common."""

    @property
    def means(self) -> str:
        """Say what it comes to for everybody together; nothing where nobody can say."""
        if self.gain is None:
            return ""
        parts = listed(lost_parts(self.priorities, [-gain for gain in self.gain]))
        return f"For everybody together, {parts}." if parts else "For everybody together it is just as good."


@dataclass(frozen=True, slots=True)
class Contrast:
    """What is different in a second plan: in all, and chain by chain."""

    priorities: tuple[PriorityName, ...]
    gain: tuple[int, ...] | None
    """None where the two are not counted alike."""
    unmoved: tuple[int, ...] | None
    """What of it comes from people who meet the same mentors in both; 0 unless the round is another."""
    chains: tuple[Chain, ...]

    @property
    def told(self) -> tuple[tuple[str, ...], ...]:
        """Say each chain: what happens, each by themselves if they are many, and what it comes to.

        What the only chain comes to is what the whole does, and is not said twice.
        """
        only = len(self.chains) == 1 and self.gain == self.chains[0].gain
        return tuple(
            tuple(filter(None, (chain.sentence, *chain.one_by_one, chain.ties, "" if only else chain.means)))
            for chain in self.chains
        )

    @property
    def means(self) -> str:
        """Say what it comes to."""
        return Chain((), "", (), self.priorities, self.gain).means


def contrast(
    before: Planned, after: Planned, *, coming: Mapping[str, Coming] | None = None, alike: bool = True
) -> Contrast:
    """Return what is different in a second plan, the chains with the greatest effect first.

    Args:
        before: the first plan.
        after: the second one.
        coming: who is in one of the rounds only, or asks in one of them only.
        alike: whether both were made under one policy and on one day, so that their totals can be
            subtracted.

    Raises:
        VerificationFailed: the parts do not add up to the whole.
    """
    coming = coming or {}
    changes = [
        each
        for each in changes_between(before.chosen, after.chosen)
        if coming.get(each.beneficiary) != "has begun"
    ]
    names = before.policy.priorities
    orders = (before.order, after.order)
    chains = []
    for group, last, ties in linked(changes, before, after=after):
        teller = Teller(coming, {each.beneficiary: _weeks(each, after) for each in group})
        moves = tuple(map(Move.of, group))
        said, each = teller.told(moves, last), teller.one_by_one(moves, last)
        gain = _gain(group, orders) if alike else None
        chains.append(Chain(moves, said, each, names, gain, in_words(ties, after.policy.titles)))
    chains.sort(key=_rank)
    return _added_up(names, chains, sides=(before, after), orders=orders, alike=alike)


def _added_up(
    names: tuple[PriorityName, ...],
    chains: Sequence[Chain],
    *,
    sides: tuple[Planned, Planned],
    orders: tuple[Order, Order],
    alike: bool,
) -> Contrast:
    """Put the chains together, once it is seen that their gains add up to the whole."""
    if not alike:
        return Contrast(names, None, None, tuple(chains))
    moved = {move.beneficiary for chain in chains for move in chain.moves}
    old, new = (order.told(worth_of(side.chosen, order)) for side, order in zip(sides, orders, strict=True))
    stay_old, stay_new = (
        order.told(worth_of([o for o in side.chosen if o.pair.beneficiary.id not in moved], order))
        for side, order in zip(sides, orders, strict=True)
    )
    whole, unmoved = _less(new, old), _less(stay_new, stay_old)
    gains = [chain.gain for chain in chains if chain.gain is not None]
    if tuple(map(sum, zip(unmoved, *gains, strict=True))) != whole:
        raise VerificationFailed("the parts of a comparison do not add up to the whole.")
    return Contrast(names, whole, unmoved, tuple(chains))


def _gain(group: Iterable[Change], orders: tuple[Order, Order]) -> tuple[int, ...]:
    old, new = orders
    changes = tuple(group)
    lost = old.told(worth_of([each.before for each in changes if each.before], old))
    won = new.told(worth_of([each.after for each in changes if each.after], new))
    return _less(won, lost)


def _less(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _weeks(change: Change, after: Planned) -> int:
    option = change.after
    return days_waited(option.pair.beneficiary, after.context) // 7 if option else 0


def _rank(chain: Chain) -> tuple[object, ...]:
    """What touches the highest priority comes first, then the larger effect, gains before losses."""
    gain = chain.gain or (sum(bool(move.after) - bool(move.before) for move in chain.moves),)
    top = next((place for place, amount in enumerate(gain) if amount), len(gain))
    amount = gain[top] if top < len(gain) else 0
    return (top, amount < 0, -abs(amount), [move.beneficiary for move in chain.moves])
