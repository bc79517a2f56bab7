"""What an earlier run hands on: its proposal, and every protective row that held then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.round import Previous
from matchmaker.review import carried_over, kept_aside
from matchmaker.runs.unedited import unedited_run

if TYPE_CHECKING:
    from pathlib import Path

    from matchmaker.domain.round import Round


def following(path: str | Path, round_: Round) -> Round:
    """Return the round with what an earlier run hands on, and with its decisions that still hold.

    Raises:
        CannotRead: the earlier run cannot be read, or was edited since.
        InputErrors: a decision does not fit this round.
    """
    run = unedited_run(path)
    earlier = (decision for decision in run.round.decisions if decision.kind != "lift")  # used up
    aside = run.round.previous.decisions if run.round.previous else ()
    made = (*aside, *earlier, *run.decisions)
    then = run.as_previous().model_copy(update={"decisions": kept_aside(made, round_)})
    held = round_.with_previous(_with_own(then, round_.previous))
    return held.with_decisions(carried_over(made, held, decided_on=run.proposal.as_of))


def previous_from(path: str | Path, round_: Round) -> Previous:
    """Return the earlier proposal with the rows in force then, and those that the round brings itself.

    The earlier run's own earlier rows are among those in force, so that a row holds through any number of
    rounds until a decision lifts it.

    Raises:
        CannotRead: the earlier run cannot be read, or was edited since.
    """
    return _with_own(unedited_run(path).as_previous(), round_.previous)


def _with_own(then: Previous, own: Previous | None) -> Previous:
    apart, avoid = (own.keep_apart, own.avoid) if own else ((), ())
    return Previous(
        proposal=then.proposal,
        decisions=tuple(dict.fromkeys((*then.decisions, *(own.decisions if own else ())))),
        keep_apart=tuple({row.key: row for row in (*then.keep_apart, *apart)}.values()),
        avoid=tuple({row.key: row for row in (*then.avoid, *avoid)}.values()),
    )
