"""What was typed behind `decide` as decisions, each with its own id."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from matchmaker.domain.decisions import Decision
from matchmaker.domain.fields import folded
from matchmaker.domain.reading import record_from
from matchmaker.domain.words import on_day, spoken
from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files.decision_lines import TakenBack

if TYPE_CHECKING:
    from matchmaker.files.decision_lines import Line
    from matchmaker.runs import Run


NOON: Final = time(12)
"""The time of what was decided on another day: nobody remembers it, and the day is what counts."""
_MISSING: Final[Mapping[str, tuple[str, str]]] = {
    "mentors": (
        "names no mentor, and there is no suggestion to take one from.", "Maybe write it like B07:M03."
    ),
    "reason": ("needs a reason.", 'Maybe add --reason "…".'),
    "until": ("needs a last day.", "Maybe add --until with a day."),
    "answer": ("holds no answer.", "Maybe end it with =yes or =no."),
}  # fmt: skip
"""What to say of a field that was left out, to somebody who typed options and knows no fields."""


@dataclass(frozen=True)
class Said:
    """What stands on the command line."""

    answers: tuple[str, ...]
    pairs: Mapping[str, tuple[str, ...]]
    reason: str | None = None
    until: date | None = None
    by: str | None = None
    on: date | None = None
    undo: tuple[str, ...] = ()

    @property
    def signed(self) -> dict[str, str]:
        """Who decided, and when."""
        now = datetime.now().astimezone().replace(tzinfo=None, second=0, microsecond=0)
        at = now if self.on in (None, now.date()) else datetime.combine(self.on, NOON)
        return {"actor": self.by or getpass.getuser(), "at": at.isoformat(timespec="minutes")}


def taken_back(said: Said) -> dict[str, TakenBack]:
    """Return what is taken back, by the words that were typed."""
    return {f"--undo {id_}": record_from(TakenBack, {"takes_back": id_, **said.signed}) for id_ in said.undo}


def decisions_from(said: Said, run: Run, *, used: Iterable[str] = ()) -> dict[str, Decision]:
    """Return the decisions by the words that were typed, or raise `InputErrors` with all that is wrong.

    An id that was ever used, also for what was taken back since, is not used again.
    """
    taken = {*used, *(decision.id for decision in (*run.round.decisions, *run.decisions))}
    free = (f"D{n}" for n in count(1) if f"D{n}" not in taken)
    made: dict[str, Decision] = {}
    problems: list[InputProblem] = []
    for words, about in (*_answers(said), *_pairs(said, run)):
        common = {"id": next(free), **said.signed}
        more = {"reason": said.reason, "until": said.until.isoformat() if said.until else None}
        try:
            made[words] = Decision.from_dict({**common, **more, **about})
        except InputErrors as errors:
            if nobody := _nobody(about, run):
                problems.append(replace(nobody, where=words))
            else:
                problems += [_as_typed(problem, words) for problem in errors.problems]
    if problems:
        raise InputErrors(problems)
    return made


def _nobody(about: Mapping[str, Any], run: Run) -> InputProblem | None:
    """Return what to say of a person who is not there: a name typed for an id is not half a pair."""
    person = about.get("beneficiary")
    if person is None or person in {each.id for each in run.round.beneficiaries}:
        return None
    return InputProblem(
        "unknown_reference",
        "",
        f"{person} is not among the beneficiaries.",
        "Maybe type their id, such as B07; the summary has it beside the name.",
    )


def _as_typed(problem: InputProblem, words: str) -> InputProblem:
    if problem.code == "blank" and problem.where in _MISSING:
        message, advice = _MISSING[problem.where]
        return replace(problem, where=words, message=message, advice=advice)
    return replace(problem, where=f"{words}: {problem.where}")


def _answers(said: Said) -> Iterator[tuple[str, dict[str, Any]]]:
    for text in said.answers:
        question, _, answer = text.rpartition("=")
        about = {
            "kind": "answer",
            "question": question or text,
            "answer": folded(answer) if question else None,
            "until": None,  # an answer typed beside a hold does not end with it
        }
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


def in_the_words(problem: InputProblem, typed: Mapping[str, Line]) -> InputProblem:
    """Return the problem with the words that were typed in place of an id that nobody has seen."""
    for words, line in typed.items():
        name = f"decision {line.takes_back if isinstance(line, TakenBack) else line.id}"
        if problem.where.split(": ")[0] == name:
            return replace(problem, where=problem.where.replace(name, words, 1))
    return problem


def listed_in_words(decisions: Iterable[Decision]) -> str:
    """Return a line for each decision: its id, what it is, whom it is about, and who made it when."""
    return "\n".join(map(_line, decisions))


def _line(decision: Decision) -> str:
    about = " with ".join(filter(None, (decision.beneficiary, " and ".join(decision.mentors))))
    protective = "a protective row" if decision.row else ""  # its key says who and on what it rests
    about = about or decision.question or decision.match or protective
    what = f"{spoken(decision.kind)} {about}".strip()
    return f"{decision.id}: {what} ({decision.actor}, {on_day(decision.at.date())})"
