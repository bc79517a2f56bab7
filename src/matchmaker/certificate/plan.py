"""Whether a plan is one: everybody is served by an option of their own, and every limit is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.certificate.given import Given, Ints


def plan_faults(given: Given, chosen: Ints) -> Iterator[str]:
    """Yield every request that is served by another's option, and every limit that is not kept."""
    for request, option in enumerate(chosen):
        if option >= 0 and given.request[option] != request:
            other = given.request[option]
            yield f"request {request} is served by option {option}, which is for request {other}"
    taken = set(chosen)
    loads = [0] * len(given.at_most)
    for limit, option, amount in zip(given.limit, given.option, given.amount, strict=True):
        if option in taken:
            loads[limit] += amount
    for limit, load in enumerate(loads):
        low, high = given.at_least[limit], given.at_most[limit]
        if not low <= load <= high:
            yield f"limit {limit} is used up to {load}, and may be from {low} to {high}"
