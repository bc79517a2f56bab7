"""A plan asked again with mentors who are not there yet: what each of them would be worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from matchmaker.compile import Label, compiled, judged_singly, sifted
from matchmaker.plan.gain import OtherPlan
from matchmaker.plan.solving import solved

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.round import Round
    from matchmaker.domain.rows import Clearance, Comfort
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A mentor as they would stand in the sheets, with the rows about them: all the law applies."""

    mentor: Mentor
    clearances: tuple[Clearance, ...] = ()
    comfort: tuple[Comfort, ...] = ()


def joined(round_: Round, newcomers: Sequence[Newcomer]) -> Round:
    """Return the round in which these mentors are there as well."""
    return round_.revised(
        mentors=(*round_.mentors, *(each.mentor for each in newcomers)),
        clearances=(*round_.clearances, *(row for each in newcomers for row in each.clearances)),
        comfort=(*round_.comfort, *(row for each in newcomers for row in each.comfort)),
    )


@dataclass(frozen=True)
class Newcomers:
    """Mentors who might come, judged once by every rule; then any of them may join the plan."""

    plan: Plan
    newcomers: tuple[Newcomer, ...]
    people: tuple[Beneficiary, ...] | None = None
    """Whom they could meet; everybody who asked, if left out."""

    @cached_property
    def context(self) -> Context:
        """The round with all of them in it; who is not asked to join has no option."""
        return self.plan.policy.context(joined(self.plan.context.round, self.newcomers))

    @cached_property
    def options(self) -> Mapping[str, tuple[Option, ...]]:
        """Every way to meet each of them that the rules leave open, by the newcomer's id."""
        context, policy = self.context, self.plan.policy
        ids = {each.mentor.id for each in self.newcomers}
        mentors = [mentor for mentor in context.round.mentors if mentor.id in ids]
        people = context.requests if self.people is None else self.people
        block = judged_singly(mentors, people, policy=policy, context=context)
        found: dict[str, list[Option]] = {mentor: [] for mentor in sorted(ids)}
        for option in sifted((block,), policy=policy, context=context).options:
            found[option.pair.mentor_ids[0]].append(option)
        return {mentor: tuple(options) for mentor, options in found.items()}

    def joining(
        self, ids: Iterable[str], *, search: Search, room: Mapping[tuple[str, str], int] | None = None
    ) -> OtherPlan:
        """Return the best plan in which these newcomers may be suggested, solved anew.

        Args:
            ids: the newcomers who join.
            search: how long to look.
            room: how much more there is of some limits, by the limit's code and whose it is.
        """
        options = [*self.plan.options, *(option for each in ids for option in self.options[each])]
        numbers = compiled(options, policy=self.plan.policy, context=self.context)
        at_most = numbers.problem.at_most.copy()
        for (code, key), more in (room or {}).items():
            label = Label(code, key)
            if label in numbers.labels:
                at_most[numbers.labels.index(label)] += more
        answer = solved(replace(numbers.problem, at_most=at_most), search)
        return OtherPlan.of(answer, numbers)
