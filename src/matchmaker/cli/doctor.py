"""`matchmaker doctor`: what is installed, what is missing, whether the solvers work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from matchmaker.cli.exits import Exit
from matchmaker.cli.options import common


@click.command()
@common
def doctor() -> int:
    """Say which versions are installed, what is missing, and whether the solvers load; no network."""
    from matchmaker.cli.say import result
    from matchmaker.runs.pdf import find_browser
    from matchmaker.versions import NEEDED, versions

    found = versions()
    solver = how_the_solvers_do()
    lines = [f"{name}: {version or 'not installed'}" for name, version in found.items()]
    lines += [f"solvers: {solver or 'load and solve'}", browser_for_pdfs(find_browser()), *_missing(found)]
    result("\n".join(lines))
    sound = solver is None and all(found[name] for name in NEEDED)
    return Exit.DONE if sound else Exit.READ_OR_WRITE


def how_the_solvers_do() -> str | None:
    """Solve the smallest problem there is, and return the kind of error if that fails."""
    try:
        from matchmaker.allocation import Problem, solve

        problem = Problem.from_arrays(
            requests=1, request=[0], value=[[1]], limit=[0], option=[0], amount=[1], at_most=[1]
        )
        answer = solve(problem, seconds=5)
    except Exception as error:
        return f"do not work ({type(error).__name__})"
    return None if answer.status == "optimal" else f"do not work ({answer.status})"


def browser_for_pdfs(path: str | None) -> str:
    """Say which browser makes PDFs; without one everything else still works."""
    return f"browser for PDFs: {Path(path).name if path else 'none; only pack --pdf needs one'}"


def _missing(found: dict[str, str | None]) -> Iterator[str]:
    from matchmaker.versions import EXTRAS, NEEDED

    for name in NEEDED:
        if found[name] is None:
            yield f"{name} is needed and not installed."
    for extra, names in EXTRAS.items():
        if gone := [name for name in names if found[name] is None]:
            yield f"The extra {extra} is not complete ({', '.join(gone)}); what needs it says so."
