"""The numeric problem: requests, options, limits and levels, as arrays of integers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from matchmaker.allocation.validation import checked

Ints = NDArray[np.int64]
Marks = NDArray[np.uint64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Which options there are for each request, what each is worth, and what each uses up.

    Build it with `from_arrays`, which judges its input; the bare constructor trusts its caller.
    """

    requests: int
    request: Ints
    value: Ints
    limit: Ints
    option: Ints
    amount: Ints
    at_most: Ints
    at_least: Ints
    key: Marks

    @property
    def options(self) -> int:
        """How many options there are (K)."""
        return len(self.request)

    @property
    def levels(self) -> int:
        """How many levels there are (T)."""
        return len(self.value)

    @property
    def limits(self) -> int:
        """How many limits there are (L)."""
        return len(self.at_most)

    @classmethod
    def from_arrays(  # noqa: PLR0913 - the problem is its arrays; a bundle would only move the list
        cls,
        *,
        requests: int,
        request: ArrayLike,
        value: ArrayLike,
        limit: ArrayLike,
        option: ArrayLike,
        amount: ArrayLike,
        at_most: ArrayLike,
        at_least: ArrayLike | None = None,
        key: ArrayLike | None = None,
    ) -> Problem:
        """Judge and copy the arrays of a problem; integers only, nothing is coerced.

        At most 10^7 requests, 2·10^7 options, 10^8 triples, 10^7 limits and 1,000 levels, with at
        most 2·10^8 values in all; what is larger is refused before anything is copied.

        Args:
            requests: number of requests, n.
            request: (K,) which request each option would serve.
            value: (T, K) what each option is worth; level 0 matters most, larger is better,
                between -10^9 and 10^9. A plain `[]` means no level.
            limit: (U,) with `option` and `amount` the triples "option counts towards limit by
                amount"; a pair (limit, option) appears once.
            option: (U,) see `limit`.
            amount: (U,) see `limit`; 0 to 10^9.
            at_most: (L,) how much of each limit may be used.
            at_least: (L,) how much of each limit must be used; without it nothing must.
            key: (K,) different integers of 64 bits that name the options whatever their order;
                ties are broken by them. Without it the option's index is its key.

        Raises:
            ProblemError: everything that is wrong, one line each, naming the argument.
        """
        given: dict[str, object] = {
            "request": request,
            "value": value,
            "limit": limit,
            "option": option,
            "amount": amount,
            "at_most": at_most,
            "at_least": at_least,
            "key": key,
        }
        return cls(**checked(requests, given))
