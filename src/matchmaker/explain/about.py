"""All that is told about one person: why this, or why nobody yet, and what would help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from matchmaker.explain.explanation import Explanation

if TYPE_CHECKING:
    from matchmaker.explain.remedies import Looked, Tried
    from matchmaker.explain.why import Why

NOTHING: Final[Mapping[Looked, str]] = {
    "to the end": "We looked for a small change of ours that would help, and found none. Maybe talk over "
    "with their worker what else could change; another mentor might help too.",
    "while there was time": "There was not enough time to find out what would help.",
    "not at all": "No plan keeps all that is to be kept; what would help comes after that.",
}


@dataclass(frozen=True, slots=True)
class About(Explanation):
    """What, because, and what would change it."""

    why: Why
    tried: Tried

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it in this order."""
        return (*self.why.sentences, *self._helping())

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, for another program."""
        remedies = [each.as_data() for each in self.tried.remedies]
        told = {"what_would_help": remedies, "looked": self.tried.looked, "sentences": self.sentences}
        return {**asdict(self.why), **told}

    def _helping(self) -> Iterator[str]:
        for each in self.tried.remedies:
            first, *more = each.sentences
            yield f"What would help: {first}"
            yield from more
        if not self.why.mentors and not self.tried.remedies:
            yield NOTHING[self.tried.looked]
