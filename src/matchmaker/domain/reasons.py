"""What a rule can say: an objection, with the question to ask and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from matchmaker.domain.words import Strength


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """Something we do not know yet; `who` is the id of the worker best placed to ask.

    `key` is stable from round to round and names the rule and the people it is about.
    """

    key: str
    ask: str
    who: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an arrangement is closed, or what has to be asked first.

    A question means *ask first*; without one the arrangement is *closed*.
    """

    code: str
    sentence: str
    strength: Strength
    question: Question | None = None
    remedy: str | None = None

    @property
    def closes(self) -> bool:
        """Whether nobody may go ahead until something changes."""
        return self.question is None


class Seen(NamedTuple):
    """What a rule looked at in the records of two people, in one plain sentence."""

    sentence: str
    noted: bool = True
    """Whether somebody wrote it down about these two; else it is blank, or holds for everybody."""
