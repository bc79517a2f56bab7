"""The recipe: a town, workers, mentors, people, what was judged about them, what is between them."""

from __future__ import annotations

from matchmaker.domain.round import Round
from matchmaker.simulate import pairs, setting
from matchmaker.simulate.beneficiaries import beneficiary, visits
from matchmaker.simulate.dice import Dice, Row
from matchmaker.simulate.mentors import judgements, mentor, teams
from matchmaker.simulate.styles import STYLES, ProgrammeStyle


def simulate(*, mentors: int, beneficiaries: int, seed: int, style: ProgrammeStyle = "wyfi") -> Round:
    """Return an invented programme of this size; the same arguments give the same round, byte for byte.

    This is the simple version: one generator, and small differences of style (how often there is
    supervision, how many carry a device, hours, joint first). The four full styles, their history
    and their outcomes are still to come. Nobody in it exists.

    Args:
        mentors: how many mentors, 0 or more.
        beneficiaries: how many beneficiaries, 0 or more; there is about one worker for ten of them.
        seed: any whole number; another one invents other people.
        style: which of the sources it takes after; see `STYLES`.

    Raises:
        ValueError: for a size below 0 or a style that there is not.
    """
    if min(mentors, beneficiaries) < 0:
        raise ValueError(f"{min(mentors, beneficiaries)} people cannot be. Maybe 0 or more.")
    if style not in STYLES:
        raise ValueError(f"there is no style {style}. Maybe one of {', '.join(STYLES)}.")
    return Round.from_dict(_data(mentors, beneficiaries, seed=seed, style=style))


def _data(mentors: int, beneficiaries: int, *, seed: int, style: ProgrammeStyle) -> Row:
    """Return the round as plain data, in the order in which it was drawn."""
    figures = STYLES[style]
    areas = setting.areas_for(mentors + beneficiaries)
    data: Row = {
        "programme": setting.programme(figures),
        "areas": list(setting.journeys(areas, Dice(seed, "areas"))),
        "places": list(setting.places(areas, Dice(seed, "places"))),
        "navigators": list(setting.navigators(beneficiaries, figures=figures, seed=seed)),
    }
    labels = {worker["id"]: worker["label"] for worker in data["navigators"]}
    there = {
        "areas": areas,
        "navigators": tuple(labels),
        "hubs": [place["id"] for place in data["places"] if place["kind"] == "office_hub"],
    }
    who = [mentor(n, of=mentors, places=there, figures=figures, seed=seed) for n in range(mentors)]
    people = [
        beneficiary(n, of=beneficiaries, places=there, figures=figures, seed=seed)
        for n in range(beneficiaries)
    ]
    judged = [judgements(each, workers=labels, seed=seed) for each in who]
    return data | {
        "mentors": who,
        "beneficiaries": people,
        "clearances": [row for clearances, _ in judged for row in clearances],
        "comfort": [row for _, comfort in judged for row in comfort],
        "situations": [row for person in people for row in visits(person, workers=labels, seed=seed)],
        "teams": list(teams(who, Dice(seed, "teams"))),
        "keep_apart": list(pairs.kept_apart(who, people, dice=Dice(seed, "apart"))),
        "avoid": list(pairs.avoided([*who, *people], Dice(seed, "avoid"))),
        "matches": pairs.matches(who, people, figures=figures, dice=Dice(seed, "matches")),
    }
