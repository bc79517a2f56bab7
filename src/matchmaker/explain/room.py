"""What there is only so much of: who could still have it, who lacks it, and who has it instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.domain.words import TOGETHER
from matchmaker.limits import Taking

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.arrangement import Pair
    from matchmaker.explain.sides import Planned
    from matchmaker.limits.taking import What


@dataclass(frozen=True)
class Room:
    """What matches under way leave, and what the plan leaves of that."""

    plan: Planned

    def at_all(self, pair: Pair) -> bool:
        """Say whether there would be room for this pair if it were the only one."""
        return not self.never(pair)

    def never(self, pair: Pair) -> frozenset[What]:
        """Return what would not be enough for this pair even if it were the only one."""
        uses = self.uses(pair).items()
        return frozenset(what for what, amount in uses if amount > self.before.get(what, amount))

    def lacking(self, option: Option) -> frozenset[What]:
        """Return what the plan does not leave enough of for this option."""
        return frozenset(self.short_of(option.pair))

    def short_of(self, pair: Pair) -> dict[What, int]:
        """Return how much more of each limit this pair would need beside the plan."""
        uses = self.uses(pair).items()
        short = ((what, amount - self.after.get(what, amount)) for what, amount in uses)
        return {what: amount for what, amount in short if amount > 0}

    def instead(self, option: Option, *, of: Option) -> bool:
        """Say whether the plan has room for this option once another one is given up for it."""
        given = self.uses(of.pair)
        uses = self.uses(option.pair).items()
        return all(amount <= self.after.get(what, amount) + given.get(what, 0) for what, amount in uses)

    def left_of(self, code: str, key: str) -> int | None:
        """Return how much of a limit the plan leaves; None where it is not limited."""
        return self.after.get((code, key))

    def lacking_with(self, options: Sequence[Option]) -> dict[str, frozenset[str]]:
        """Return for each mentor the limits that leave no room in any company."""
        by_mentor: dict[str, list[frozenset[str]]] = {}
        for option in options:
            codes = frozenset(code for code, _ in self.lacking(option))
            for mentor in option.pair.mentor_ids:
                by_mentor.setdefault(mentor, []).append(codes)
        return {mentor: lacking_in_all(codes) for mentor, codes in by_mentor.items()}

    def contested_with(self, options: Sequence[Option]) -> tuple[str, ...]:
        """Return who has what every one of these options lacks; or else what any of them lacks."""
        lacking = [self.lacking(option) for option in options]
        if not lacking:
            return ()
        what = frozenset.intersection(*lacking) or frozenset.union(*lacking)
        return tuple(sorted({person for each in what for person in self.users.get(each, ())}))

    def uses(self, pair: Pair) -> dict[What, int]:
        """Return what a pair takes of everything there is only so much of."""
        return {
            (limit.code, key): amount
            for limit, taken in self._taking.of(pair)
            for key, amount in taken.items()
        }

    @cached_property
    def _taking(self) -> Taking:
        return Taking(self.plan.policy.limits_on, self.plan.context)

    @cached_property
    def before(self) -> dict[What, int]:
        """What matches under way leave; what is not there is not limited."""
        rooms = ((limit.code, limit.left(self.plan.context)) for limit in self.plan.policy.limits_on)
        return {(code, key): at_most for code, room in rooms for key, at_most in room.items()}

    @cached_property
    def users(self) -> dict[What, list[str]]:
        """The people of the plan by what their matches take."""
        users: dict[What, list[str]] = {}
        for option in self.plan.chosen:
            for what in self.uses(option.pair):
                users.setdefault(what, []).append(option.pair.beneficiary.id)
        return users

    @cached_property
    def after(self) -> dict[What, int]:
        """What the plan leaves of that."""
        taken: Counter[What] = Counter()
        for option in self.plan.chosen:
            taken.update(self.uses(option.pair))
        return {what: at_most - taken[what] for what, at_most in self.before.items()}


def lacking_in_all(lacking: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return what is lacking each time; when something always is, and not the same, say `together`."""
    common = frozenset.intersection(*lacking)
    return common or (frozenset({TOGETHER}) if all(lacking) else common)
