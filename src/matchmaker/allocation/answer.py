"""What a solve gives back, and how its bounds are to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from matchmaker.errors import ProblemError

if TYPE_CHECKING:
    from matchmaker.allocation.outcome import Settled
    from matchmaker.allocation.problem import Ints, Mask, Problem

Proof = Literal["certified", "solver-claimed", "not proved"]
Status = Literal["optimal", "feasible", "unknown", "impossible"]
Stopped = Literal["", "asked", "clock"]


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """Integer prices of the limits, which prove what the plan is worth wherever they apply.

    Charge every option for the limits it counts towards; let each request take what is then best
    for it, and add the price of the room. No plan is worth more, and at these prices the plan is
    worth just that. Level k is judged among the plans that the levels before it leave.
    """

    requests: Mask
    """(n,) which requests they speak of; no limit that has a price is shared with any other."""
    levels: Ints
    """(T + 2, L) the prices, of the given levels and of the two that break ties."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What a later change of the problem can start from."""

    problem: Problem
    settled: Settled
    limits: int
    """How many limits the problem had before any change; each veto and pin has added one."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The plan, what it is worth, how much better any plan could be, and who says so.

    Look at `status` first. `optimal`: totals equal bounds. `feasible`: a plan, not proved.
    `impossible`: proved that no plan meets the minimums. `unknown`: neither. In the last two there
    is no plan: `chosen` serves nobody, `totals` are its zeros, and it breaks a minimum.

    Up to the first level j where bound > total the bounds equal the totals; `bounds[j]` is proved
    given that the levels before stay at their optimum; later ones hold for every plan.
    """

    chosen: Ints
    totals: tuple[int, ...]
    bounds: tuple[int, ...]
    status: Status
    solver: str
    canonical: bool
    """Whether ties were broken to the end, so that the order of the input did not matter."""
    proofs: tuple[Proof, ...] = ()
    """Who says that a level cannot be better: prices that anyone may check, a solver, or nobody."""
    prices: Prices | None = None
    """What certifies the plan, as far as it is certified."""
    stopped: Stopped = ""
    """`asked` once Ctrl-C or `cancel` asked for the best plan so far (even if nothing was left to do);
    `clock` when the time ran out before all was proved. Neither can be relied on to come out again."""

    steps: tuple[str, ...] = ()
    """What was done to the problem before it was solved, in words."""
    kept: Kept | None = field(default=None, repr=False)
    """What `solve_again` goes on from; as large as the problem."""

    @property
    def has_plan(self) -> bool:
        """Whether `chosen` is a plan that keeps every limit."""
        return self.status in ("optimal", "feasible")


def kept_by(answer: Answer) -> Kept:
    """Return what an answer was made of."""
    kept: Kept | None = getattr(answer, "kept", None)
    if kept is None:
        raise ProblemError("answer holds no plan to go on from. Maybe solve the problem afresh.")
    return kept


def is_flow(answer: Answer) -> bool:
    """Say whether all of a problem was solved as flows, so that whatever holds of flows holds of it."""
    return all(outcome.standing is not None for _, _, outcome in kept_by(answer).settled)
