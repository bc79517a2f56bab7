"""Splits a problem into components that share no limit: each can be solved by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.parts import Part, cut

if TYPE_CHECKING:
    from matchmaker.allocation.problem import Ints, Mask, Problem

TOGETHER, NOBODY = -1, -2


def label(nodes: int, *, tail: Ints, head: Ints) -> Ints:
    """Name every node of a graph after the smallest node it is connected with."""
    name = np.arange(nodes)
    while True:
        one, other = name[tail], name[head]
        if (one == other).all():
            return name
        np.minimum.at(name, np.maximum(one, other), np.minimum(one, other))
        while (name != name[name]).any():
            name = name[name]


def components_of(problem: Problem) -> Ints:
    """Name the component of every request and, behind them, of every limit."""
    return label(
        problem.requests + problem.limits,
        tail=problem.request[problem.option],
        head=problem.requests + problem.limit,
    )


def split(problem: Problem, *, together: Mask) -> list[Part]:
    """Cut a problem along its components; those marked in `together` stay in one part.

    `together` marks requests and, behind them, limits. Requests that nobody could serve are in no
    part of their own. The smallest part comes first, so that a hard one cannot use up the time of
    the others.
    """
    names = components_of(problem)
    asked = np.zeros(len(names), np.bool_)
    asked[names[problem.request]] = True
    groups = np.where(together, TOGETHER, names)
    groups[~asked[names] & ~together] = NOBODY
    parts = [
        part_of(problem, groups == group, components=len(np.unique(names[(groups == group) & asked[names]])))
        for group in np.unique(groups[groups != NOBODY]).tolist()
    ]
    parts = [part for part in parts if part.problem.options]
    return sorted(parts, key=lambda part: part.problem.options)


def part_of(problem: Problem, nodes: Mask, *, components: int) -> Part:
    """Cut out one group of components."""
    requests, limits = nodes[: problem.requests], nodes[problem.requests :]
    part = cut(problem, requests=requests, options=requests[problem.request], limits=limits)
    return replace(part, components=components)
