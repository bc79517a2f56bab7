"""All that is told about one person: why this, or why nobody yet, and what would help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from matchmaker.explain.helps import Help
    from matchmaker.explain.why import Why

NOTHING_SMALL: Final = (
    "We looked for a small change of ours that would help, and found none. Another mentor might: what we "
    "are short of says which."
)


@dataclass(frozen=True, slots=True)
class About:
    """What, because, and what would change it."""

    why: Why
    helps: tuple[Help, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say it in this order."""
        return (*self.why.sentences, *self._helping())

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, for another program."""
        helps = [each.as_data() for each in self.helps]
        return {**asdict(self.why), "what_would_help": helps}

    def _helping(self) -> Iterator[str]:
        for each in self.helps:
            first, *more = each.sentences
            yield f"What would help: {first}"
            yield from more
        if not self.why.mentors and not self.helps:
            yield NOTHING_SMALL
