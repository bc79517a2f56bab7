"""The recipe: a town, workers, mentors, people, what was judged about them, what is between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matchmaker.domain.round import Round
from matchmaker.errors import ArgumentError
from matchmaker.simulate import judgements, pairs, setting, workers
from matchmaker.simulate.beneficiaries import beneficiary
from matchmaker.simulate.capacity import capacity_of
from matchmaker.simulate.dice import Dice, Row
from matchmaker.simulate.matches import matches
from matchmaker.simulate.mentors import mentor, teams
from matchmaker.simulate.styles import STYLES, ProgrammeStyle
from matchmaker.simulate.words import named, told_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matchmaker.simulate.figures import Figures, Town


def simulate(*, mentors: int, beneficiaries: int, seed: int, style: ProgrammeStyle = "wyfi") -> Round:
    """Return an invented programme of this size; the same arguments give the same round, byte for byte.

    Each style has the town, the tasks and the shares of one kind of source; where the sources give a figure,
    the round has it on average (see `Figures.sources`). Blank cells, reviews that are overdue and unanswered
    questions are part of it. Nobody in it exists.

    Args:
        mentors: how many mentors, 0 or more.
        beneficiaries: how many beneficiaries, 0 or more; a worker has about ten of them.
        seed: any whole number; another one invents other people.
        style: which of the sources it takes after; see `STYLES`.

    Raises:
        ArgumentError: for a size below 0 or a style that there is not.
    """
    if min(mentors, beneficiaries) < 0:
        raise ArgumentError(f"{min(mentors, beneficiaries)} people cannot be. Maybe 0 or more.")
    if style not in STYLES:
        raise ArgumentError(f"there is no style {style}. Maybe one of {', '.join(STYLES)}.")
    return Round.from_dict(_data(mentors, beneficiaries, figures=STYLES[style], seed=f"{style}/{seed}"))


def _data(mentors: int, beneficiaries: int, *, figures: Figures, seed: str) -> Row:
    """Return the round as plain data, in the order in which it was drawn."""
    loads = workers.caseloads(beneficiaries, figures=figures, seed=seed)
    towns = workers.towns(len(loads), figures)
    there = [town for town in figures.towns if town in towns]
    supporting = workers.supporters(mentors, workers=len(loads), figures=figures)
    data: Row = {
        "programme": setting.programme(figures),
        "vocabulary": [dict(row) for row in figures.vocabulary],
        "places": list(setting.places(there, figures=figures, dice=Dice(seed, "places"))),
        "navigators": _staff(loads, supporting, figures=figures, seed=seed),
        "beneficiaries": _people(loads, towns, figures=figures, seed=seed),
    }
    near = {named("N", place): tuple(town.areas) for place, town in enumerate(towns)}
    data["mentors"] = _mentors(supporting, near, hubs=_hubs(data), figures=figures, seed=seed)
    told_apart([*data["navigators"], *data["mentors"], *data["beneficiaries"]])
    return data | _between(data, there, figures=figures, seed=seed) | _judged(data, figures, seed=seed)


def _hubs(data: Row) -> list[str]:
    return [place["id"] for place in data["places"] if place["kind"] == "office_hub"]


def _staff(loads: list[int], supporting: list[str], *, figures: Figures, seed: str) -> list[Row]:
    """Return the workers, and those who only support mentors."""
    apart = len({name for name in supporting if name.startswith(workers.APART)})
    posts = [("N", place) for place in range(len(loads))] + [(workers.APART, place) for place in range(apart)]
    return [workers.worker(letter, place, figures=figures, seed=seed) for letter, place in posts]


def _mentors(
    supporting: list[str], near: Mapping[str, Sequence[str]], *, hubs: list[str], figures: Figures, seed: str
) -> list[Row]:
    """Return the mentors; who is supported by a team apart can be from anywhere."""
    everywhere = [area for town in figures.towns for area in town.areas]
    return [
        mentor(
            place,
            places={"navigator": worker, "areas": near.get(worker, everywhere), "hubs": hubs},
            figures=figures,
            seed=seed,
        )
        for place, worker in enumerate(supporting)
    ]


def _people(loads: list[int], towns: list[Town], *, figures: Figures, seed: str) -> list[Row]:
    """Return the people, worker by worker."""
    posts = [place for place, load in enumerate(loads) for _ in range(load)]
    return [
        beneficiary(
            place,
            places={"navigator": named("N", post), "areas": tuple(towns[post].areas)},
            figures=figures,
            seed=seed,
        )
        for place, post in enumerate(posts)
    ]


def _between(data: Row, towns: list[Town], *, figures: Figures, seed: str) -> Row:
    """Return how far it is, and what there is between people: groups, teams, matches, and what parts them."""
    who, people, places = data["mentors"], data["beneficiaries"], data["places"]
    names = [worker["id"] for worker in data["navigators"]]
    minutes = setting.journeys(towns)
    two = list(teams(who, Dice(seed, "teams")))
    groups = list(
        setting.groups(who, workers=names, places=places, minutes=minutes, figures=figures, seed=seed)
    )
    there = capacity_of(who, two, groups=groups, minutes=minutes, figures=figures)
    return {
        "areas": [{"start": a, "end": b, "minutes": way} for (a, b), way in minutes.items() if a <= b],
        "groups": groups,
        "teams": two,
        "matches": matches(people, there=there, seed=seed),
        "keep_apart": list(pairs.kept_apart(who, people, workers=names, dice=Dice(seed, "apart"))),
        "avoid": list(pairs.avoided([*who, *people], places=places, dice=Dice(seed, "avoid"))),
    }


def _judged(data: Row, figures: Figures, *, seed: str) -> Row:
    """Return what workers judged, what mentors said of themselves, and what was answered since."""
    who, people, staff = data["mentors"], data["beneficiaries"], data["navigators"]
    words = judgements.vocabulary(figures)
    labels = {worker["id"]: worker["label"] for worker in staff}
    judged = [
        judgements.about_mentor(each, words=words, labels=labels, figures=figures, seed=seed) for each in who
    ]
    visits = [judgements.visits(person, words=words, labels=labels, seed=seed) for person in people]
    answered = pairs.answers(who, people, workers=staff, labels=labels, dice=Dice(seed, "answers"))
    return {
        "clearances": [row for rows, _, _ in judged for row in rows],
        "comfort": [row for _, rows, _ in judged for row in rows],
        "stretch": [row for _, _, rows in judged for row in rows],
        "situations": [row for rows in visits for row in rows],
        "answers": list(answered),
    }
