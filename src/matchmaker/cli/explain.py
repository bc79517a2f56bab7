"""`matchmaker explain`: why this match, why not that one, and what it would mean for others."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from matchmaker.cli.options import common, seconds_to_look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from matchmaker.engine import Study
    from matchmaker.explain.explanation import Explanation
    from matchmaker.pages.names import Names


@click.command()
@click.argument("run", metavar="RUN")
@click.option("--beneficiary", metavar="ID", help="Why this person has the suggestion they have.")
@click.option("--pair", nargs=2, metavar="MENTOR BENEFICIARY", help="Why not these two.")
@click.option("--recruit", is_flag=True, help="What we are short of; not for mentors.")
@click.option("--plans", is_flag=True, help="Other whole plans, and what each would mean.")
@click.option(
    "--fair-to", metavar="FILE", help="How it turns out for groups, from a CSV file that is kept elsewhere."
)
@seconds_to_look
@click.option("--json", "as_json", is_flag=True, help="One JSON document instead of words.")
@common
def explain(
    run: str,
    beneficiary: str | None,
    pair: tuple[str, str] | None,
    recruit: bool,
    plans: bool,
    fair_to: str | None,
    seconds: float,
    as_json: bool,
) -> None:
    """Explain the run folder RUN: a suggestion, a pair, what we are short of, or what else could be done.

    What a choice would mean for others is found by solving again with that choice made. Nothing is
    written, and nothing is decided.

    Looking for any one plan takes no longer than --seconds. What was cut short is told as "at least", or it
    is said that there was not enough time.
    """
    import json

    from matchmaker.cli.say import document, note, result
    from matchmaker.domain.words import counted
    from matchmaker.engine import Study
    from matchmaker.pages.names import Names
    from matchmaker.plan import Search
    from matchmaker.runs import unedited_run
    from matchmaker.runs.decided import decisions_in

    flags = {"--recruit": recruit, "--plans": plans, "--fair-to": fair_to}
    question = _one_of({"--beneficiary": beneficiary, "--pair": pair, **flags})
    saved = unedited_run(run)
    if fair_to:
        question = "--fair-to", _groups(fair_to, run)
    if decided := decisions_in(run):
        came = counted(len(decided), "decision")
        note(f"{came} came after this plan; what is said here knows nothing of that.")
    search = Search(seconds=seconds)
    study = Study(saved.round, saved.policy, saved.proposal, search=search)
    found = _asked(study, *question)
    if as_json:
        document(json.dumps(found.as_data(), indent=2) + "\n")
        return
    names = Names(saved.policy.context(saved.round))
    result("\n\n".join(_lines(paragraph, names) for paragraph in found.paragraphs))


def _one_of(questions: Mapping[str, Any]) -> tuple[str, Any]:
    """Return the one question that was asked, by its option, with what it is about."""
    asked = [(name, about) for name, about in questions.items() if about is not None and about is not False]
    if not asked:
        raise click.UsageError(
            "Nothing to explain. Maybe --beneficiary B07, --pair M03 B07, --recruit, --plans "
            "or --fair-to FILE."
        )
    if len(asked) > 1:
        raise click.UsageError(f"One question at a time. Maybe only {asked[-1][0]}.")
    return asked[0]


def _groups(file: str, run: str) -> Mapping[str, str]:
    """Return the groups that a file tells; one that lies in the run folder would be kept and handed on."""
    from matchmaker.files import read_groups

    if Path(realpath(file)).is_relative_to(realpath(run)):  # `resolve` fails where links go round
        raise click.UsageError(
            "The file of groups lies in the run folder, which is kept and handed on. Maybe keep it elsewhere."
        )
    return read_groups(file)


def _asked(study: Study, question: str, about: Any) -> Explanation:
    """Ask a study; an id that is not there is a matter of how the command was typed."""
    from matchmaker.errors import ArgumentError

    answers: Mapping[str, Callable[[], Explanation]] = {
        "--beneficiary": lambda: study.about(about),
        "--pair": lambda: study.why_not(*about),
        "--recruit": study.recruit_next,
        "--plans": study.other_plans,
        "--fair-to": lambda: study.fair_to(about),
    }
    try:
        return answers[question]()
    except ArgumentError as error:
        raise click.UsageError(str(error)[:1].upper() + str(error)[1:]) from None


def _lines(sentences: Iterable[str], names: Names) -> str:
    return "\n".join(names.told(sentence) for sentence in sentences)
