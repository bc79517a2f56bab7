"""`matchmaker pack`: what is printed for the meeting, from a saved run that is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from matchmaker.cli.options import common

if TYPE_CHECKING:
    from matchmaker.runs import Run


@click.command()
@click.argument("run", metavar="RUN")
@click.option("-o", "--out", metavar="FILE", help="Where the page goes. Else pack.html, here.")
@click.option("--room", is_flag=True, help="For a meeting with peers: without what they must not see.")
@click.option(
    "--letters", metavar="DIR", help="Also letters to each person and mentor whose introduction is ready."
)
@click.option("--pdf", is_flag=True, help="Also as PDF beside the page, by an installed Chromium or Chrome.")
@click.option("--force", is_flag=True, help="Replace the page, PDF or letters that are there.")
@common
def pack(run: str, out: str | None, room: bool, letters: str | None, pdf: bool, force: bool) -> None:
    """Write the pack of the run folder RUN: one page to print, put up or read on a phone."""
    from matchmaker.cli.say import note
    from matchmaker.cli.targets import new_file
    from matchmaker.domain.words import counted
    from matchmaker.files.whole import write_whole
    from matchmaker.pages.pack import letters as written
    from matchmaker.pages.pack import letters_to_mentors, pack_page
    from matchmaker.runs.letters import letters_folder, write_letters
    from matchmaker.runs.pdf import pdf_of

    saved = _sound(run)
    page = new_file(out or ("pack-room.html" if room else "pack.html"), endings=(".html",), force=force)
    beside = new_file(str(page.with_suffix(".pdf")), endings=(".pdf",), force=force) if pdf else None
    folder = letters_folder(letters, force=force) if letters else None
    html = pack_page(saved.agenda, room=room)
    printed = pdf_of(html, on=saved.proposal.as_of) if beside else b""
    write_whole(page, html)
    note(f"The pack is {page}. Open it in a browser to read or print it.")
    if beside:
        write_whole(beside, printed)
        note(f"As PDF it is {beside}.")
    if folder:
        to_people, to_mentors = written(saved.agenda), letters_to_mentors(saved.agenda)
        write_letters(to_people | to_mentors, folder, force=force)
        count = f"{counted(len(to_people), 'letter')} and {counted(len(to_mentors), 'letter')} to mentors"
        note(f"{count} in {folder}, for introductions that are ready. Hand each over in person:")
        note("first the mentor's, and the person's only once the mentor has agreed.")


def _sound(path: str) -> Run:
    """Return a run that was not edited and keeps every rule; anything else is not printed."""
    from matchmaker.cli.verify import breaches_of
    from matchmaker.errors import VerificationFailed
    from matchmaker.runs import edited, load_run, sealed
    from matchmaker.runs.run import READ

    saved = load_run(path)
    if sealed(path) and not set(READ).isdisjoint(edited(path)):
        raise VerificationFailed("The run was edited since it was written. Maybe run match again.")
    if found := breaches_of(saved, unedited=sealed(path)):
        codes = ", ".join(sorted({breach.code for breach in found}))
        raise VerificationFailed(
            f"The run is not sound ({codes}); nothing was printed. Maybe matchmaker verify says more."
        )
    return saved
