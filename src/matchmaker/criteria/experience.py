"""Similar experience helps when the person asks for it and the mentor is glad to share it (S4:L244)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.criteria.base import Criterion, Points, Sight, Weight

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context

_IN_COMMON = (0, 70, 100)


class Experience(Criterion):
    """70 for one experience that the person asked for and the mentor agreed to share, 100 for more.

    What it is stays out of the reason, for it is theirs to tell. Of two mentors the one with more counts.
    """

    code: Literal["experience"] = "experience"
    title: ClassVar[str] = "similar experience, if asked for"
    looks_at: ClassVar[frozenset[Sight]] = frozenset()
    weight: Weight = 5

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "Similar experience counts only if the person asked for it and the mentor agreed to share it, "
            f"for {self.weight} of 100."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Count what was asked for on one side and offered on the other."""
        asked = context.words(pair.beneficiary.similar_experience)
        if not asked:
            return Points(0, "")
        found, who = max((len(asked.keys() & context.words(m.shares)), m.id) for m in pair.mentors)
        because = f"{who} agreed to share experience that they asked for" if found else ""
        return Points(_IN_COMMON[min(found, 2)], because)
