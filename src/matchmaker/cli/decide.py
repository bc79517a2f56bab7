"""`matchmaker decide`: what was decided at the meeting, without a page to click on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common, day

if TYPE_CHECKING:
    from datetime import date

_WHO = "PERSON[:MENTOR[+MENTOR][:COMPANY]]"


@click.command()
@click.argument("run", metavar="RUN")
@click.option("--answer", "answers", multiple=True, metavar="KEY=yes|no", help="Answer a question.")
@click.option("--accept", multiple=True, metavar=_WHO, help="Accept an introduction.")
@click.option("--reject", multiple=True, metavar=_WHO, help="Reject one, with --reason; for 90 days.")
@click.option("--pin", multiple=True, metavar=_WHO, help="Keep a pair in the plan.")
@click.option("--veto", multiple=True, metavar=_WHO, help="Keep a pair out of the plan.")
@click.option("--hold", multiple=True, metavar=_WHO, help="Keep one pencilled, with --until.")
@click.option("--undo", multiple=True, metavar="ID", help="Take back a decision.")
@click.option("--reason", metavar="TEXT", help="Why, in a few words.")
@day("--until", help="The last day it holds.")
@click.option("--by", metavar="NAME", help="Who decided. Else the name you are signed in with.")
@day("--on", help="The day on which it was decided. Else today.")
@click.option("--import", "source", metavar="FILE", help="Also take decisions from JSON lines.")
@click.option("--export", "target", metavar="FILE", help="Write all decisions as JSON lines to a new file.")
@common
def decide(
    run: str,
    answers: tuple[str, ...],
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    pin: tuple[str, ...],
    veto: tuple[str, ...],
    hold: tuple[str, ...],
    undo: tuple[str, ...],
    reason: str | None,
    until: date | None,
    by: str | None,
    on: date | None,
    source: str | None,
    target: str | None,
) -> None:
    """Write down what was decided on the run folder RUN.

    A person alone means the mentor who is suggested for them: --accept B07. Otherwise name the mentor:
    --reject B07:M03. Every other kind of decision comes with --import. Without any option, what stands
    is listed.
    """
    from matchmaker.cli.deciding import Said, decisions_from, in_the_words, listed_in_words, taken_back
    from matchmaker.cli.say import result
    from matchmaker.cli.targets import new_file
    from matchmaker.domain.decisions import Decision
    from matchmaker.errors import InputErrors
    from matchmaker.files.decision_lines import Line, read_decisions, to_lines
    from matchmaker.files.whole import write_whole
    from matchmaker.runs import add_decisions, lines_in, unedited_run

    path = new_file(target, endings=(".jsonl",)) if target else None
    saved, before = unedited_run(run), lines_in(run)
    pairs = {"accept": accept, "reject": reject, "pin": pin, "veto": veto, "hold": hold}
    said = Said(answers, pairs, reason=reason, until=until, by=by, on=on, undo=undo)
    brought = read_decisions(source) if source else ()
    used = (line.id for line in before if isinstance(line, Decision))
    typed: dict[str, Line] = {**taken_back(said), **decisions_from(said, saved, used=used)}
    try:
        standing = add_decisions(run, saved, more=(*brought, *typed.values()))
    except InputErrors as errors:
        raise InputErrors(in_the_words(problem, typed) for problem in errors.problems) from None
    if path:
        write_whole(path, to_lines(standing))
    if not (typed or source or target):
        result(listed_in_words(standing) or "Nothing is decided yet. Maybe --accept, or see --help.")
        return
    new = len(lines_in(run)) - len(before)
    result(f"Written down: {new}. The run folder now holds {len(standing)} in all, in decisions.jsonl.")
