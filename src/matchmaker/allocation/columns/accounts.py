"""What every request loses by each thing it may do, at prices that hold for all of them alike.

What a plan is worth is the bound that the prices give, less what its requests lose and what the room left
unused would cost: exactly, in integers.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from matchmaker.allocation.columns.halves import Ways
from matchmaker.allocation.multipliers import settled
from matchmaker.allocation.programme import NO_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.random import Generator
    from numpy.typing import NDArray

    from matchmaker.allocation.columns.halves import Codes
    from matchmaker.allocation.place import Place
    from matchmaker.allocation.problem import Ints, Mask

    Floats = NDArray[np.float64]

NOBODY = -1
"""Stands for the option of not being served."""

WHOLE = 1 << 64
"""Codes are counted round: after the largest one comes 0."""

ROOM = 600
"""In how many ways room may be left unused, the cheapest first."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A request that may do something else than what loses least."""

    request: int
    options: list[int]
    """One for each of the ways; `NOBODY` where the request is not served."""
    ways: Ways


@dataclass(frozen=True, slots=True)
class Doubts:
    """What every request does that loses least, who may do something else, and what may be lost by that."""

    options: Ints
    """(n,) what each request does; `NOBODY` where it is not served."""
    doubts: list[Doubt]
    """Those in most doubt first."""
    most: int
    """What may be lost besides."""
    unused: list[tuple[int, int]]
    """What it costs to leave some room, cheapest first, and the code of what the others then use."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """What is lost by each option and by serving nobody, and what each uses of the rows that have a price."""

    request: Ints
    scaled: int
    """What all would be worth if nothing was lost, times the scale."""
    scale: int
    loss: Ints
    """(K + n,) what each option loses beside the best its request could do, then each request if unserved."""
    code: Codes
    """(K,) what each option uses of the rows: where it is the same, the sums of codes are."""
    price: list[int]
    """What a unit left unused costs, of each row that has a price."""
    units: list[int]
    """How many units there are to be left, at most."""
    unit: list[int]
    """The code of that unit."""
    room: int
    """The code of all the room."""

    @classmethod
    def of(cls, place: Place, prices: Floats, *, rng: Generator) -> Accounts:
        """Charge every option at prices of the rows (those of the requests are worked out again)."""
        problem, programme = place.problem, place.programme()
        charge, best = settled(problem, programme, prices=prices)
        rows, sign = np.flatnonzero(charge.price), np.sign(charge.price)
        # Odd random numbers: where uses differ so do codes, but for one case in 2^60 or so.
        unit = np.zeros(len(sign), np.uint64)
        unit[rows] = 2 * rng.integers(1 << 63, size=len(rows), dtype=np.uint64) + 1
        code = np.zeros(problem.options, np.uint64)
        used = (sign[programme.row] * programme.amount).view(np.uint64)
        np.add.at(code, programme.column, used * unit[programme.row])
        room = np.where(charge.price > 0, programme.high, -programme.low).view(np.uint64)
        idle = np.where(place.must, np.iinfo(np.int64).max, best)
        return cls(
            request=problem.request,
            scaled=sum(best.tolist()) + charge.room(programme),
            scale=charge.scale,
            loss=np.concatenate([best[problem.request] - charge.left, idle]),
            code=code,
            price=np.abs(charge.price[rows]).tolist(),
            units=np.where(charge.price > 0, programme.high, NO_END)[rows].tolist(),
            unit=unit[rows].tolist(),
            room=int((room * unit).sum(dtype=np.uint64)),
        )

    def doubts(self, open_options: Mask, *, need: int, few: int) -> Doubts | None:
        """Say what may be done in plans worth the need; only the `few` ways that lose least are in doubt."""
        most = min(self.scaled - need * self.scale, 1 << 62)
        requests = len(self.loss) - len(self.code)
        request = np.append(self.request, np.arange(requests))
        usable = np.flatnonzero(np.append(open_options, np.ones(requests, np.bool_)) & (self.loss <= most))
        order = usable[np.lexsort((self.loss[usable], request[usable]))]
        new = np.diff(request[order], prepend=-1) != 0
        base = order[new]
        most -= sum(self.loss[base].tolist())
        if len(base) < requests or most < 0:
            return None
        codes = np.append(self.code, np.zeros(requests, np.uint64))
        others = order[~new]
        extra = self.loss[others] - self.loss[base][request[others]]
        nearest = np.argsort(extra, kind="stable")[:few]
        others, extra = others[nearest], extra[nearest]
        others, extra = others[extra <= most], extra[extra <= most]
        doubts = []
        for asked in dict.fromkeys(request[others].tolist()):
            mine = request[others] == asked
            options = np.where(others[mine] < len(self.code), others[mine], NOBODY).tolist()
            doubts.append(Doubt(asked, options, Ways(extra[mine], codes[others[mine]] - codes[base[asked]])))
        used = int(codes[base].sum(dtype=np.uint64))
        left = islice(self._unused(most), ROOM)
        unused = [(cost, (self.room - used - code) % WHOLE) for cost, code in left]
        return Doubts(np.where(base < len(self.code), base, NOBODY), doubts, most, unused)

    def _unused(self, most: int) -> Iterator[tuple[int, int]]:
        """Yield what it costs to leave some room unused, cheapest first, with the code of that room."""
        heap = [(0, 0, 0, 0)]
        while heap:
            cost, left, row, units = heapq.heappop(heap)
            yield cost, left
            for other in range(row, len(self.price)):
                there = units if other == row else 0
                if cost + self.price[other] <= most and there < self.units[other]:
                    heapq.heappush(
                        heap, (cost + self.price[other], left + self.unit[other], other, there + 1)
                    )
