"""Cuts a smaller problem out of a larger one, and remembers where its options came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from matchmaker.allocation.problem import Ints, Mask, Problem


@dataclass(frozen=True, slots=True)
class Part:
    """A problem of its own, and what its requests, options and limits are called in the whole."""

    problem: Problem
    requests: Ints
    options: Ints
    limits: Ints
    components: int = 1

    def of_whole(self, whole: Part) -> Part:
        """Call everything what it is called in the whole that this part was cut from."""
        return replace(
            self,
            requests=whole.requests[self.requests],
            options=whole.options[self.options],
            limits=whole.limits[self.limits],
        )


def cut(problem: Problem, *, requests: Mask, options: Mask, limits: Mask) -> Part:
    """Keep what is marked and number it anew; triples stay where both their ends stay."""
    if requests.all() and options.all() and limits.all():
        return Part(problem, np.arange(len(requests)), np.arange(len(options)), np.arange(len(limits)))
    stay = limits[problem.limit] & options[problem.option]
    smaller = Problem(
        requests=int(requests.sum()),
        request=numbers_of(requests)[problem.request[options]],
        value=problem.value[:, options],
        limit=numbers_of(limits)[problem.limit[stay]],
        option=numbers_of(options)[problem.option[stay]],
        amount=problem.amount[stay],
        at_most=problem.at_most[limits],
        at_least=problem.at_least[limits],
        key=problem.key[options],
    )
    return Part(smaller, np.flatnonzero(requests), np.flatnonzero(options), np.flatnonzero(limits))


def with_options(problem: Problem, options: Mask) -> Problem:
    """Drop options, and nothing else."""
    every_request = np.ones(problem.requests, np.bool_)
    every_limit = np.ones(problem.limits, np.bool_)
    return cut(problem, requests=every_request, options=options, limits=every_limit).problem


def numbers_of(mask: Mask) -> Ints:
    """Return each marked place's number among the marked."""
    numbers: Ints = np.cumsum(mask) - 1
    return numbers
