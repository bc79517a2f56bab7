"""What it would mean for the plan if one option had to be chosen: exact, or at least so much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.again import solve_again
from matchmaker.allocation.answer import kept_by
from matchmaker.allocation.change import Change, options_faults
from matchmaker.allocation.flows import Standing, regrets_of
from matchmaker.allocation.mending import find
from matchmaker.allocation.solve import solve
from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.answer import Answer, Stopped
    from matchmaker.allocation.budget import Stop
    from matchmaker.allocation.problem import Ints, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Forced:
    """The best plan with one option in it, and how much less it is worth than the plan without."""

    option: int
    chosen: Ints | None
    """(n,) the plan found, or None."""
    impossible: bool
    """Whether it was proved that no plan takes the option."""
    regret: tuple[int, ...]
    """By level, for the plan found; empty without one."""
    at_least: tuple[int, ...]
    """What any plan with the option costs, as far as that is proved: up to the first level that is not."""
    canonical: bool = True
    """Whether ties were broken to the end, so that the same plan comes out again."""
    stopped: Stopped = ""
    """Who cut it short, as for an `Answer`."""

    @property
    def exact(self) -> bool:
        """Whether the regret is proved at every level."""
        return self.chosen is not None and self.regret == self.at_least


@dataclass(frozen=True, slots=True, eq=False)
class Regrets:
    """What forcing each option costs, for all options of flows at once."""

    known: Mask
    """(K,) the others are to be asked for one by one, with `forced`."""
    possible: Mask
    """(K,) whether some plan takes the option."""
    levels: Ints
    """(T, K) the regret of each known and possible option; 0 where the plan has it already."""


def forced(
    answer: Answer,
    option: int,
    *,
    seconds: float = 60,
    workers: int = 2,
    cancel: Stop | None = None,
) -> Forced:
    """Return the best plan that takes an option; only what hangs together with it is solved again.

    Args:
        answer: what `solve` or `solve_again` returned.
        option: which option.
        seconds: how long it may take.
        workers: as for `solve`.
        cancel: as for `solve`.

    Raises:
        ProblemError: for an answer without a plan, and for an option that is not there.
        SolverError: when no solver kept its word.
    """
    kept = kept_by(answer)
    if faults := list(options_faults("option", [option], end=kept.problem.options)):
        raise ProblemError(faults[0])
    if answer.chosen[kept.problem.request[option]] == option:
        there = compared(option, answer, totals=answer.totals, chosen=answer.chosen)
        return replace(there, stopped="")  # whoever stopped the plan did not stop this question
    if (where := find(kept, option, among="options")) is None:
        return Forced(option, None, True, (), ())
    part, _, outcome = kept.settled[where[0]]
    if isinstance(outcome.standing, Standing):
        found = solve_again(answer, Change(pin=[option]), seconds=seconds, workers=workers, cancel=cancel)
        return compared(option, found, totals=answer.totals, chosen=found.chosen)
    pinned = Change(pin=[where[1]]).applied(part.problem)
    found = solve(pinned, seconds=seconds, workers=workers, cancel=cancel)
    chosen = answer.chosen.copy()
    chosen[part.requests] = np.where(found.chosen >= 0, part.options[found.chosen], -1)
    before = answer.chosen[part.requests]
    worth = kept.problem.value[:, before[before >= 0]].sum(axis=1)
    return compared(option, found, totals=tuple(worth.tolist()), chosen=chosen)


def compared(option: int, found: Answer, *, totals: tuple[int, ...], chosen: Ints) -> Forced:
    """Say how much less was found than there was."""
    if not found.has_plan:
        return Forced(option, None, found.status == "impossible", (), (), stopped=found.stopped)
    proved = next(
        (level for level, total in enumerate(found.totals) if found.bounds[level] > total), len(totals) - 1
    )
    regret = tuple(was - is_ for was, is_ in zip(totals, found.totals, strict=True))
    least = tuple(was - most for was, most in zip(totals, found.bounds, strict=True))[: proved + 1]
    return Forced(option, chosen, False, regret, least, found.canonical, found.stopped)


def regrets(answer: Answer) -> Regrets:
    """Return what forcing each option costs wherever a flow tells, all options at once.

    Takes steps by the cube of the number of limits and room by its square, and hears no wish to stop:
    1,000 limits take seconds, 10,000 would take hours and gigabytes.

    Raises:
        ProblemError: for an answer without a plan.
    """
    kept = kept_by(answer)
    options = kept.problem.options
    known, possible = np.ones(options, np.bool_), np.zeros(options, np.bool_)
    levels = np.zeros((kept.problem.levels, options), np.int64)
    for part, _, outcome in kept.settled:
        if isinstance(outcome.standing, Standing):
            levels[:, part.options], possible[part.options] = regrets_of(outcome.standing)
        else:
            known[part.options] = False
    return Regrets(known, possible, levels)
