"""What every answer to a question about a plan can do: say itself, and be handed on as plain data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Explanation(ABC):
    """An answer, as a frozen dataclass."""

    __slots__ = ()

    @property
    @abstractmethod
    def sentences(self) -> tuple[str, ...]:
        """Say it, a sentence each."""

    @property
    def paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """Say the same in paragraphs; one, unless it has several."""
        return (self.sentences,)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data with its sentences, for another program."""
        return {**asdict(cast("DataclassInstance", self)), "sentences": self.sentences}
