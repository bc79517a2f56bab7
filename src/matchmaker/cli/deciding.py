"""What was typed behind `decide` as decisions, each with its own id."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from matchmaker.domain.decisions import Decision
from matchmaker.errors import InputErrors, InputProblem

if TYPE_CHECKING:
    from matchmaker.runs import Run


@dataclass(frozen=True)
class Said:
    """What stands on the command line."""

    answers: tuple[str, ...]
    pairs: Mapping[str, tuple[str, ...]]
    reason: str | None = None
    until: date | None = None
    by: str | None = None


def decisions_from(said: Said, run: Run) -> tuple[Decision, ...]:
    """Return the decisions, or raise `InputErrors` with everything that is wrong with them."""
    taken = {decision.id for decision in (*run.round.decisions, *run.decisions)}
    free = (f"D{n}" for n in count(1) if f"D{n}" not in taken)
    now = datetime.now().astimezone().replace(tzinfo=None, second=0, microsecond=0)
    made: list[Decision] = []
    problems: list[InputProblem] = []
    for words, about in (*_answers(said), *_pairs(said, run)):
        common = {
            "id": next(free),
            "actor": said.by or getpass.getuser(),
            "at": now.isoformat(timespec="minutes"),
        }
        more = {"reason": said.reason, "until": said.until.isoformat() if said.until else None}
        try:
            made.append(Decision.from_dict({**common, **more, **about}))
        except InputErrors as errors:
            problems += [_placed(problem, words) for problem in errors.problems]
    if problems:
        raise InputErrors(problems)
    return tuple(made)


def _answers(said: Said) -> Iterator[tuple[str, dict[str, Any]]]:
    for text in said.answers:
        question, _, answer = text.rpartition("=")
        about = {"kind": "answer", "question": question or text, "answer": answer if question else None}
        yield f"--answer {text}", about


def _pairs(said: Said, run: Run) -> Iterator[tuple[str, dict[str, Any]]]:
    suggested = {match.beneficiary: match for match in run.proposal.matches}
    for kind, texts in said.pairs.items():
        for text in texts:
            person, _, rest = text.partition(":")
            mentors, _, company = rest.partition(":")
            match = suggested.get(person)
            if not mentors and match and kind != "veto":
                about: dict[str, Any] = {"mentors": list(match.mentors), "company": match.company}
            else:
                about = {"mentors": mentors.split("+") if mentors else [], "company": company or None}
            yield f"--{kind} {text}", {"kind": kind, "beneficiary": person, **about}


def _placed(problem: InputProblem, words: str) -> InputProblem:
    return InputProblem(problem.code, f"{words}: {problem.where}", problem.message, problem.advice)
