"""The few ways in which matchmaker refuses to go on. A person without a match is not one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class MatchmakerError(Exception):
    """The root of everything that matchmaker raises on purpose."""


class ArgumentError(MatchmakerError, ValueError):
    """An argument makes no sense; the message names it and its value."""


class ProblemError(MatchmakerError, ValueError):
    """The numeric problem is malformed; the message names the argument."""


class SolverError(MatchmakerError):
    """A solver broke its word: an unexpected status, or a plan that fails its own limits."""


class RuleError(MatchmakerError):
    """A rule, criterion or limit failed while judging; the pair is never treated as allowed."""


class VerificationFailed(MatchmakerError):
    """`verify` found a breach in something that was about to leave the library."""


class CannotRead(MatchmakerError):
    """A file or folder cannot be read."""


class CannotWrite(MatchmakerError):
    """A file or folder cannot be written; what stood there before still stands."""


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing that is wrong with an input: where, what, and how to mend it.

    `where` is a cell such as ``Mentors!F7`` or a path such as ``mentors[3].hours_per_week``.
    """

    code: str
    where: str
    message: str
    advice: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f" {self.advice}" if self.advice else "")


class InputErrors(MatchmakerError, ValueError):
    """Everything that is wrong with an input, all at once."""

    def __init__(self, problems: Iterable[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class PolicyErrors(InputErrors):
    """Everything that is wrong with a policy file, all at once."""
