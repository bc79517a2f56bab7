"""A plan asked again with something mended: whom it would match, what it would gain, whom it would move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matchmaker.compile import Sifted, in_order, judged, sifted
from matchmaker.domain.mends import mended, touched
from matchmaker.plan.forced import changes_between, worth_of
from matchmaker.plan.plan import plan_of
from matchmaker.plan.solving import heard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.compile import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.mends import Mend
    from matchmaker.plan.forced import Change
    from matchmaker.plan.plan import Plan
    from matchmaker.plan.search import Search


@dataclass(frozen=True, slots=True)
class MendedPlan:
    """What comes of a change for one person, seen by solving the whole round again with it."""

    mends: tuple[Mend, ...]
    opened: tuple[Option, ...]
    """Ways to meet this person that were not open before."""
    served: Option | None
    """What the plan would then suggest for them."""
    gain: tuple[int, ...]
    """By priority, what the plan would be worth more."""
    changes: tuple[Change, ...]
    """Everybody whose suggestion would be another one, first the person it is about."""
    sure: bool
    """Whether both plans are proved, so that the same comes of it every time."""


def mended_plan(plan: Plan, mends: tuple[Mend, ...], *, beneficiary: str, search: Search) -> MendedPlan:
    """Return what doing all of this would mean for somebody who has no suggestion yet.

    Raises:
        InputErrors: together the mends say what cannot be.
        KeyboardInterrupt: Ctrl-C was pressed.
    """
    context = plan.policy.context(mended(plan.context.round, mends))
    options = mended_options(plan, mends, context=context)
    again = heard(plan_of(options, policy=plan.policy, context=context, search=search), search)
    known = {option.name for option in plan.options}
    about = [option for option in again.options if option.pair.beneficiary.id == beneficiary]
    order = again.order
    before, after = worth_of(plan.chosen, order), worth_of(again.chosen, order)
    return MendedPlan(
        mends,
        tuple(option for option in about if option.name not in known),
        again.match_of(beneficiary),
        order.told([new - old for new, old in zip(after, before, strict=True)]),
        changes_between(plan.chosen, again.chosen, first=beneficiary),
        plan.status == "optimal" and again.status == "optimal",
    )


def mended_options(plan: Plan, mends: tuple[Mend, ...], *, context: Context) -> Sifted:
    """Return the options of the round as it would be: only the pairs that it concerns are judged again."""
    policy, about = plan.policy, touched(mends, context.round)
    if about is None:
        return sifted(
            judged(context.requests, policy=policy, context=context), policy=policy, context=context
        )
    theirs = tuple(person for person in context.requests if person.id in about.people)
    others = tuple(person for person in context.requests if person.id not in about.people)
    blocks = judged(theirs, policy=policy, context=context) if theirs else ()
    if about.mentors:
        blocks += judged(others, policy=policy, context=context, mentors=about.mentors)
    anew = sifted(blocks, policy=policy, context=context)

    def kept(options: tuple[Option, ...]) -> Iterator[Option]:
        for option in options:
            person, mentors, _ = option.name
            if person not in about.people and mentors.isdisjoint(about.mentors):
                yield option

    options = sorted((*kept(plan.options), *anew.options), key=in_order)
    return Sifted(tuple(options), (*kept(plan.below_floor), *anew.below_floor))
