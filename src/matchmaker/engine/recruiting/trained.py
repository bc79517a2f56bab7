"""A mentor who is not there yet, as they would stand in the sheets once trained, checked and supported."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from matchmaker.domain.people import Mentor
from matchmaker.domain.rows import Clearance, Comfort
from matchmaker.domain.windows import Window
from matchmaker.domain.words import NO_NAVIGATOR
from matchmaker.plan.newcomers import Newcomer

if TYPE_CHECKING:
    from matchmaker.explain.profiles import Profile
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan

_JOURNEY: Final = 120
_LIKES: Final = 10
_YEAR: Final = timedelta(days=365)


@dataclass(frozen=True)
class Trained:
    """Fills in everything about new mentors that their profile leaves open, as well as it could be."""

    plan: Plan
    room: Room

    def mentor(self, profile: Profile, name: str) -> Newcomer:
        """Return the record of such a mentor, with the rows about them."""
        context, today, id_ = self.plan.context, self.plan.context.as_of, f"{self._prefix}{name}"
        usual = context.round.programme.usual_language
        likes = self._likes if profile.shares_interests else ()
        mentor = Mentor(
            id=id_, label="a new mentor", navigator=self.worker, available=True,
            offers=("befriending", "mentoring"), hours_per_week=self._hours, people_at_once=1,
            usual_step="alone", area=profile.area, free=tuple(map(Window.parse, profile.free)), likes=likes,
            languages=tuple(dict.fromkeys((usual, *profile.languages))),
            put_forward_for=profile.put_forward_for, device=True, check_in_plan=True,
            training=self._modules, cleared_for=tuple(sorted(context.vocabulary.tasks)),
            checked_on=today, recheck_on=today + _YEAR, supervised_on=today, expenses_ready=True,
        )  # fmt: skip
        judged: dict[str, Any] = {"by": "new", "set_on": today, "review_on": today + _YEAR}
        return Newcomer(
            mentor,
            tuple(Clearance(mentor=id_, task=task, step="alone", **judged) for task in profile.tasks),
            tuple(Comfort(mentor=id_, situation=s, comfort="yes", **judged) for s in self._situations),
        )

    @property
    def sentence(self) -> str:
        """Say what is taken for granted of every new mentor."""
        known = self.worker in self.plan.context.navigators
        return (
            "We take it that a new mentor begins with one person and has hours enough for that, has done the "
            "training and the checks, is comfortable with what may come up, "
            f"and that {self.worker if known else 'a worker'} supports them."
        )

    @cached_property
    def worker(self) -> str:
        """The worker with most room to supervise."""
        workers = self.plan.context.navigators
        left = {worker: self.room.left_of("supervision-places", worker) for worker in workers}
        return min(workers, key=lambda one: (_most(left[one]), one), default=NO_NAVIGATOR)

    @cached_property
    def _prefix(self) -> str:
        """Begin an id as none begins that is there already."""
        round_ = self.plan.context.round
        ids = [row.id for row in (*round_.mentors, *round_.beneficiaries, *round_.navigators)]
        start = "new-"
        while any(id_.startswith(start) for id_ in ids):
            start = f"new{start}"
        return start

    @cached_property
    def _hours(self) -> float:
        """As many as the longest meetings anybody asked for take, so that hours are not what is short."""
        habits, people = self.plan.context.habits, self.plan.context.requests
        minutes = [habits.weekly_minutes(person, _JOURNEY) for person in people]
        return float(min(168, -(-max(minutes, default=0) // 60)))

    @cached_property
    def _likes(self) -> tuple[str, ...]:
        people = self.plan.context.requests
        often = Counter(like for person in people for like in (*person.likes, *person.hopes))
        return tuple(like for like, _ in often.most_common(_LIKES))

    @cached_property
    def _modules(self) -> tuple[str, ...]:
        return tuple(module for rule in self.plan.policy.rules_on for module in getattr(rule, "modules", ()))

    @cached_property
    def _situations(self) -> tuple[str, ...]:
        rows = self.plan.context.round.situations
        return tuple(sorted({row.situation for row in rows if row.level != "low"}))


def _most(left: int | None) -> float:
    return float("-inf") if left is None else -left
