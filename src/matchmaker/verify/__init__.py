"""Every breach of a proposal, in words, from round and policy alone; it trusts no solver.

`matchmaker.verify` is this room, and `mm.verify(round_, policy, proposal)` is its one use: the module
can be called, because a module and a function of the same name cannot both be found in the package.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matchmaker.domain.breach import Breach
    from matchmaker.domain.proposal import Proposal
    from matchmaker.domain.round import Round
    from matchmaker.policy import Policy


class _Verify(ModuleType):
    def __call__(self, round_: Round, policy: Policy, proposal: Proposal) -> tuple[Breach, ...]:
        """Return every breach, in words; nothing when the proposal is sound.

        It sees the records alone, and no certificate: that no better plan exists is not judged here.
        """
        from matchmaker.verify.check import verify

        return verify(round_, policy, proposal)


sys.modules[__name__].__class__ = _Verify
