"""Options and limits as a problem of whole numbers, and the answer read back as options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matchmaker.allocation import Problem
from matchmaker.errors import SolverError
from matchmaker.limits import Taking
from matchmaker.policy.order import Order

if TYPE_CHECKING:
    from matchmaker.allocation import Answer
    from matchmaker.compile.options import Option
    from matchmaker.domain.context import Context
    from matchmaker.domain.decisions import Decision
    from matchmaker.policy.policy import Policy


PIN = "pin"


class Label(NamedTuple):
    """What a numeric limit stands for: a limit of the policy and whose it is, or a pin and its id."""

    code: str
    key: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """The numeric problem, and what its columns and its limits stand for."""

    problem: Problem
    options: tuple[Option, ...]
    labels: tuple[Label, ...]


@dataclass(slots=True)
class _Limits:
    """Triples as they are gathered: option counts towards limit by amount."""

    labels: list[Label]
    at_most: list[int]
    at_least: list[int]
    triples: list[tuple[int, int, int]]

    def add(self, label: Label, uses: Iterable[tuple[int, int]], *, at_most: int, at_least: int = 0) -> None:
        self.labels.append(label)
        self.triples += [(len(self.at_most), option, amount) for option, amount in uses]
        self.at_most.append(at_most)
        self.at_least.append(at_least)


def compiled(options: Sequence[Option], *, policy: Policy, context: Context) -> Compiled:
    """Return the problem: a request for each person, a limit for each thing there is only so much of."""
    requests = {person.id: place for place, person in enumerate(context.requests)}
    limits = _Limits([], [], [], [])
    _add_limits(limits, options, policy, context)
    for pin in context.decided.pins:
        uses = [(place, 1) for place, option in enumerate(options) if honours(option, pin)]
        limits.add(Label(PIN, pin.id), uses, at_most=1, at_least=1)
    triples = np.array(limits.triples, np.int64).reshape(-1, 3)
    levels = Order(policy, context).levels
    value = np.array([option.worth for option in options], np.int64).reshape(-1, levels)
    problem = Problem.from_arrays(
        requests=len(requests),
        request=np.array([requests[option.pair.beneficiary.id] for option in options], np.int64),
        value=value.T,
        limit=triples[:, 0],
        option=triples[:, 1],
        amount=triples[:, 2],
        at_most=np.array(limits.at_most, np.int64),
        at_least=np.array(limits.at_least, np.int64),
        key=np.array([option.key for option in options], np.uint64),
    )
    return Compiled(problem, tuple(options), tuple(limits.labels))


def honours(option: Option, pin: Decision) -> bool:
    """Say whether an option is what a pin asks for."""
    pair = option.pair
    return pin.is_about(pair.beneficiary.id, pair.mentor_ids, company=pair.company)


def _add_limits(limits: _Limits, options: Sequence[Option], policy: Policy, context: Context) -> None:
    left = {limit.code: limit.left(context) for limit in policy.limits_on}
    uses: dict[tuple[str, str], list[tuple[int, int]]] = {}
    taking = Taking(policy.limits_on, context)
    for place, option in enumerate(options):
        for limit, taken in taking.of(option.pair):
            for key, amount in taken.items():
                uses.setdefault((limit.code, key), []).append((place, amount))
    for (code, key), amounts in uses.items():
        if key in left[code]:
            limits.add(Label(code, key), amounts, at_most=left[code][key])


def read_back(answer: Answer, compiled_: Compiled) -> tuple[Option, ...]:
    """Return the options that the answer chose, or raise `SolverError` when it chose what there is not."""
    try:
        places = [int(place) for place in answer.chosen.tolist() if place != -1]
        exact = places == [place for place in answer.chosen.tolist() if place != -1]
    except (AttributeError, TypeError, ValueError):
        exact, places = False, []
    if not exact or not all(0 <= place < len(compiled_.options) for place in places):
        raise SolverError("the answer names options that are not there; no plan is made of it.")
    return tuple(compiled_.options[place] for place in places)
