"""The reference page about simulated programmes: their figures, where each rests, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import mean
from typing import Any

from generate import table

from matchmaker.simulate import STYLES, Figures, ProgrammeStyle, simulate
from matchmaker.simulate.calibration import BENEFICIARIES, KNOWN, MENTORS, SAID, SEEDS, measured

FIGURES = {
    "towns": "towns",
    "mentors_free": "trained mentors who can take somebody on",
    "supervision_days": "days from one supervision to the next, at most",
    "devices": "mentors with a lone-working device",
    "hours_per_week": "hours a week agreed",
    "people_at_once": "people at once agreed",
    "steps": "how far along with everyday things",
    "wants": "do people want a mentor?",
    "together": "how they would like to meet",
    "dual_worked": "people whom two workers always visit",
    "meetings_a_month": "meetings a month hoped for",
    "routes": "why now",
    "tasks": "asked for more than elsewhere",
    "waited_days": "days waited so far, in equal parts",
    "caseloads": "people of each worker",
    "supporters": "who supports mentors",
    "first_visits": "introduction visits a worker has room for",
    "joint_hours": "hours a week a worker has for joint visits",
    "supervision_places": "supervision places free",
    "under_way": "of those who said yes, have a mentor now",
    "ended": "of everybody, had a mentor once",
    "before_days": "days from asking to the first visit, in equal parts",
    "lasted_days": "days together, in equal parts",
}
ONLY_MORE_THAN = 3
"""Tasks that a style adds fewer of are left out."""


def simulated() -> list[str]:
    """The page."""
    lines = [
        "# Simulated programmes",
        "",
        "`matchmaker simulate` invents a programme in one of four styles. Nobody in it exists; towns and",
        "areas are real, and hubs, hostels and the programmes themselves are made up. How to use one has",
        "[a page of its own](../how-to/simulate-a-programme.md).",
        "",
        "## What the sources count, and what comes out",
        "",
        f"Averages of {len(SEEDS)} programmes of {MENTORS} mentors and {BENEFICIARIES} people (the size of",
        "Inspiring Change Manchester), seeds 0 to 4. A test fails when one drifts.",
    ]
    lines += table(("style", "figure", "the source", "simulated"), list(_counted()))
    lines += [
        "",
        "Who met a mentor once or twice and left it there is part of a round and does not count as",
        "mentored: the source left them out (S3:L49). WY-FI's mentors spoke of a drop-out of over 50 per",
        "cent (S0:L192), its managers counted 75 of 110 through the course (S0:L90); who dropped out is in",
        "no round.",
        "",
        "## The figures of each style",
        "",
        "A line in brackets is where a figure rests; one without is our assumption. Shares are drawn person",
        "by person, so that a small round can be far from them.",
    ]
    lines += table(
        ("", *STYLES), [(said, *(_cell(STYLES[s], name) for s in STYLES)) for name, said in FIGURES.items()]
    )
    return lines


def _counted() -> list[tuple[str, str, str, str]]:
    found = {style: _average(style) for style in STYLES}
    return [
        (known.style, SAID[known.figure], f"{_number(known.value)} ({known.source})",
         _number(found[known.style][known.figure]))
        for known in KNOWN
    ]  # fmt: skip


def _average(style: ProgrammeStyle) -> dict[str, float]:
    each = [
        measured(simulate(mentors=MENTORS, beneficiaries=BENEFICIARIES, seed=seed, style=style))
        for seed in SEEDS
    ]
    return {figure: mean(one[figure] for one in each) for figure in SAID}


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _cell(figures: Figures, name: str) -> str:
    source = figures.sources.get(name)
    return _said(name, getattr(figures, name)) + (f" ({source})" if source else "")


def _said(name: str, value: Any) -> str:
    if name == "towns":
        return ", ".join(town.name for town in value)
    if name == "supporters":
        return {"lead": "lead workers of the same team", "apart": "a team of its own"}[value]
    if name == "tasks":
        value = {task: weight for task, weight in value.items() if weight > ONLY_MORE_THAN}
        return ", ".join(
            task.replace("_", " ") for task in sorted(value, key=value.__getitem__, reverse=True)
        )
    if isinstance(value, Mapping):
        total = sum(value.values())
        parts = [f"{str(key).replace('_', ' ')}: {100 * n // total}%" for key, n in value.items()]
        return ", ".join(parts) if len(parts) > 1 else str(next(iter(value)))
    if isinstance(value, tuple):
        return f"{value[0]} to {value[1]}" if name in _RANGES else " · ".join(map(str, value))
    return f"{100 * value:g}%" if isinstance(value, float) else str(value)


_RANGES = ("first_visits", "joint_hours", "supervision_places")
