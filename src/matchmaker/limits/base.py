"""What a limit is: what a match uses, and how much room there is."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, get_args

from matchmaker.domain.arrangement import Pair, Venue
from matchmaker.domain.clause import Clause
from matchmaker.errors import RuleError

if TYPE_CHECKING:
    from matchmaker.domain.context import Context
    from matchmaker.domain.mends import Mend
    from matchmaker.domain.rows import Match

Part: TypeAlias = Literal["mentors", "beneficiary", "company", "venues"]
"""What a match is made of."""
Whose: TypeAlias = Literal["mentor", "worker", "team"]
NEAR_THE_PERSON = Venue("", "", "", public=False, staffed=False)


class Limit(Clause):
    """Something that there is only so much of; `uses` and `room` share their keys, amounts are whole.

    A key is an id, or begins with one and a space. `looks_at` names what of a match the amount depends
    on, so that matches which are the same to a limit are judged once; unsaid, it is everything.
    """

    whose: ClassVar[Whose]
    looks_at: ClassVar[frozenset[Part]] = frozenset(get_args(Part))
    counts_under_way: ClassVar[bool] = True

    @abstractmethod
    def uses(self, match: Pair, context: Context) -> Mapping[str, int]:
        """Return how much a match takes, by whose it is."""

    @abstractmethod
    def room(self, context: Context) -> Mapping[str, int]:
        """Return how much there is, by whose it is; a key that is not there is not limited."""

    def mend(self, key: str, amount: int, *, context: Context) -> Mend | None:
        """Return what could be done to make so much more room, or None where nobody should ask for it."""
        return None

    def uses_under_way(self, match: Match, context: Context) -> Mapping[str, int]:
        """Return how much a match under way takes; what a new one takes, unless the limit says otherwise."""
        return self.uses(as_pair(match, context), context)

    def taken(self, match: Pair, context: Context) -> Mapping[str, int]:
        """Return what a match takes; a limit that fails stops the run rather than leaving room."""
        return self._whole(lambda: self.uses(match, context))

    def left(self, context: Context) -> dict[str, int]:
        """Return what matches under way leave; never below nothing."""
        used: Counter[str] = Counter()
        if self.counts_under_way:
            for match in context.under_way:
                used.update(self._under_way(match, context))
        return {key: max(0, at_most - used[key]) for key, at_most in self.room(context).items()}

    def _under_way(self, match: Match, context: Context) -> Mapping[str, int]:
        return self._whole(lambda: self.uses_under_way(match, context))

    def _whole(self, asked: Callable[[], Mapping[str, int]]) -> Mapping[str, int]:
        try:
            found = asked()
        except Exception as error:
            raise RuleError(f"the limit {self.code} could not be judged ({type(error).__name__}).") from error
        if not all(type(amount) is int and amount >= 0 for amount in found.values()):
            raise RuleError(f"the limit {self.code} took something other than whole amounts.")
        return found


def as_pair(match: Match, context: Context) -> Pair:
    """Return a match under way as a pair; where is taken to be near the person, and a blank company joint."""
    mentors = tuple(context.mentors[mentor] for mentor in match.mentors)
    company = match.company or ("paired" if match.second_mentor else "joint")
    return Pair(mentors, context.beneficiaries[match.beneficiary], company, (), match.group)


def weekly_minutes(match: Pair, context: Context, *, of: int = 0) -> int:
    """Return the minutes a week that a match takes of one of its mentors; the longest way counts."""
    mentor, venues = match.mentors[of], [venue for _, venue in match.venues] or [NEAR_THE_PERSON]
    ways = [context.journeys.minutes(mentor, match.beneficiary, venue=venue) for venue in venues]
    journey = max(context.habits.unknown_journey_minutes if way is None else way for way in ways)
    return context.habits.weekly_minutes(match.beneficiary, journey)
