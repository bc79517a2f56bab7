"""What a tool answers: which options it takes, how good any plan could be, and whether that is proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The options taken, none where there was no plan; the bound, where the tool gives one."""

    taken: NDArray[np.int64] | None
    bound: int | None = None
    proved: bool = True
    proof: str = ""
    """In our own answers, who proves it."""

    def total(self, value: NDArray[np.int64]) -> int | None:
        """Add up what the options are worth, in Python's own integers."""
        return None if self.taken is None else sum(value[self.taken].tolist())
