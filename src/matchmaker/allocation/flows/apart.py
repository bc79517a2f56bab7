"""Makes a long flow call in a process of its own, which can be stopped at any moment."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

import numpy as np

from matchmaker.allocation.budget import OutOfTime
from matchmaker.allocation.child import NoChild, begun, leave_with, private_file, waited
from matchmaker.allocation.flows.call import Call, Reply, solved
from matchmaker.allocation.wire import receive, send
from matchmaker.errors import SolverError

if TYPE_CHECKING:
    from matchmaker.allocation.budget import Budget

LONG = 650_000
"""Effort from which a process of its own pays: below, our own is held up for 0.5 s or so at most;
a child takes about 0.25 s to begin."""

HERE, STATUS = b"flow 1.0", 24
"""What a reply begins with, and how many bytes tell the status."""


def reply_to(call: Call, budget: Budget) -> Reply:
    """Make a call wherever it is better made.

    Raises:
        OutOfTime: when it was stopped.
        SolverError: when the child died.
    """
    if call.effort < LONG:
        return solved(call)
    try:
        reply = made_apart(call, budget)
    except NoChild as why:
        budget.say(f"a long step is done in our own process, which cannot be stopped meanwhile: {why}")
        return solved(call)
    if reply is None:
        raise OutOfTime
    return reply


def made_apart(call: Call, budget: Budget) -> Reply | None:
    """Make a call in a child; return None once the budget is used up and the child is gone."""
    try:
        with private_file() as numbers, private_file() as answer:
            send(numbers, [call.tail, call.head, call.capacity, call.cost, call.supply])
            child = begun(numbers, answer, seconds=budget.left(), module=__name__)
            ended = waited(child, budget)
            answer.seek(0)
            return None if ended is None else read(answer, arcs=len(call.tail), ended=ended)
    except OSError as error:
        raise NoChild(error.strerror or "the system refuses") from error


def read(answer: IO[bytes], *, arcs: int, ended: int) -> Reply:
    """Read what the child wrote, if it is all there."""
    if answer.read(len(HERE)) != HERE:
        raise NoChild(f"a child ended with {ended} before it began")
    told, flow = answer.read(STATUS), answer.read()
    status = told.decode("ascii", "replace").strip()
    whole = len(told) == STATUS and len(flow) == (8 * arcs if status == "OPTIMAL" else 0)
    if ended != 0 or not whole:
        raise SolverError(f"the process of the minimum-cost flow ended with {ended}")
    return Reply(status, np.frombuffer(flow, np.int64) if status == "OPTIMAL" else None)


def serve(parent: int, seconds: float) -> None:
    """Do what the parent asks, in the child."""
    leave_with(parent, seconds)
    with os.fdopen(os.dup(1), "wb") as answer, os.fdopen(os.dup(0), "rb") as numbers:
        os.dup2(2, 1)  # whatever a library may print is no answer
        answer.write(HERE)
        answer.flush()
        reply = solved(Call(*receive(numbers)))
        answer.write(reply.status.ljust(STATUS).encode("ascii"))
        if reply.flow is not None:
            answer.write(np.ascontiguousarray(reply.flow, np.int64).data)
