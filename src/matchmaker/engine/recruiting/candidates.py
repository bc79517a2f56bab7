"""A handful of profiles that a programme could look for, made of what people without a suggestion ask for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from matchmaker.domain.windows import Window
from matchmaker.engine.recruiting.asks import Ask, ask_of, times_for
from matchmaker.explain.profiles import Profile
from matchmaker.plan.newcomers import Newcomers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from matchmaker.compile import Option
    from matchmaker.domain.people import Beneficiary
    from matchmaker.engine.recruiting.trained import Trained
    from matchmaker.plan import Plan

MOST: Final = 6
"""Profiles in all."""
_EACH: Final = 2
"""Profiles for people who ask for the same, from different areas."""
_ASKS: Final = 12
_AREAS: Final = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A profile, and which people without a suggestion could meet such a mentor."""

    profile: Profile
    could_meet: tuple[str, ...]
    first_way: tuple[str, ...]
    """Those of them who could meet no mentor so far."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A profile made for those who ask for one thing, and whom such a mentor could meet in all."""

    ask: Ask
    profile: Profile
    open_to: frozenset[str]
    ready_for: frozenset[str]
    """Those of them for whom nothing would be left to ask."""


@dataclass(frozen=True)
class Candidates:
    """Looks for profiles in what the people of one plan ask for."""

    plan: Plan
    trained: Trained

    def found(self) -> tuple[Candidate, ...]:
        """Return a handful: each opens a door for most of those who ask for just that and have none yet."""
        left = {ask: {person.id for person in people} for ask, people in self._asks.items()}
        reaches, used, chosen = self._reaches(), Counter[Ask](), list[Candidate]()
        while reaches and len(chosen) < MOST:
            best = max(reaches, key=lambda each: self._new(left[each.ask], each))
            if not left[best.ask] & best.open_to:
                break
            used[best.ask] += 1
            left[best.ask] = set() if used[best.ask] == _EACH else left[best.ask] - best.open_to
            people = self._unserved & best.open_to
            could = tuple(person.id for person in self._about if person.id in people)
            chosen.append(Candidate(best.profile, could, tuple(p for p in could if p not in self._ways)))
        return tuple(chosen)

    def _new(self, left: set[str], reach: Reach) -> tuple[int, ...]:
        """Count who would be new: urgent, without a suggestion, at all, ready; then ask for little."""
        own = left & reach.open_to
        none = own & self._unserved
        urgent = sum(person.urgent for person in self._about if person.id in none)
        return urgent, len(none), len(own), len(left & reach.ready_for), -reach.profile.asks

    def _reaches(self) -> Sequence[Reach]:
        """Judge every profile with everybody, all at once."""
        made = [(ask, profile) for ask in self._asks for profile in self._profiles(ask)]
        those = [self.trained.mentor(profile, str(number)) for number, (_, profile) in enumerate(made)]
        options = Newcomers(self.plan, tuple(those), self._about).options if those else {}
        return [
            Reach(ask, profile, _people(own), _people(o for o in own if o.state == "ready"))
            for (ask, profile), one in zip(made, those, strict=True)
            for own in (options[one.mentor.id],)
        ]

    def _profiles(self, ask: Ask) -> Iterator[Profile]:
        """Yield a profile for each area to start from, free when most of these people are."""
        context = self.plan.context
        times = (*ask.needed, *(times_for(self._asks[ask], context) or self._usual_times))
        plain = Profile(
            tasks=ask.tasks,
            tasks_said=tuple(context.said(task) for task in ask.tasks),
            area=None,
            free=tuple(dict.fromkeys(map(str, times))),
            languages=ask.languages,
            put_forward_for=ask.wishes,
            shares_interests=self.plan.policy.fit_floor > 0,
        )
        yield from (replace(plain, area=area) for area in self._areas or (None,))

    @cached_property
    def _usual_times(self) -> Sequence[Window]:
        """When most of the others could, for those who said no times; or else while a worker is there."""
        reachable = self.plan.context.round.programme.staff_reachable or (Window(0, 9 * 60, 17 * 60),)
        return times_for(self._about, self.plan.context) or reachable[:1]

    @cached_property
    def _areas(self) -> tuple[str, ...]:
        """The areas there are, those of the people whom it is about first."""
        round_ = self.plan.context.round
        often = Counter(person.area for person in self._about if person.area).most_common()
        areas = (*(place.area for place in round_.places), *(mentor.area for mentor in round_.mentors))
        known = sorted({area for area in areas if area})
        return tuple(dict.fromkeys((*(area for area, _ in often), *known)))[:_AREAS]

    @cached_property
    def _asks(self) -> Mapping[Ask, list[Beneficiary]]:
        """Who asks for the same; what urgent people ask for comes first, then what most people do."""
        found: dict[Ask, list[Beneficiary]] = {}
        for person in self._about:
            found.setdefault(ask_of(person, self.plan.context), []).append(person)
        urgent = {ask: sum(person.urgent for person in people) for ask, people in found.items()}
        most = sorted(found, key=lambda ask: (-urgent[ask], -len(found[ask]), ask.size))[:_ASKS]
        return {ask: found[ask] for ask in most}

    @cached_property
    def _about(self) -> tuple[Beneficiary, ...]:
        """People without a suggestion, then those whom only one mentor could meet."""
        people = self.plan.context.requests
        none = [person for person in people if person.id in self._unserved]
        few = [p for p in people if p.id not in self._unserved and len(self._ways.get(p.id, ())) < 2]
        return (*none, *few)

    @cached_property
    def _ways(self) -> Mapping[str, set[str]]:
        """The mentors whom each person could meet."""
        ways: dict[str, set[str]] = {}
        for option in self.plan.options:
            ways.setdefault(option.pair.beneficiary.id, set()).update(option.pair.mentor_ids)
        return ways

    @cached_property
    def _unserved(self) -> frozenset[str]:
        return frozenset(person.id for person in self.plan.context.requests) - self.plan.served


def _people(options: Iterable[Option]) -> frozenset[str]:
    return frozenset(option.pair.beneficiary.id for option in options)
