"""The ladder of steps for each task: nobody is thrown in at the deep end (S0:L198)."""

from typing import Any

import pytest

from tests.rules.judging import (
    Example,
    asks,
    cleared,
    closes,
    day,
    each,
    grid,
    in_a_group,
    judge,
    ready,
    said,
)

# The lead needs what alone needs; the second has been accompanied at least. Court is public, home not.
LADDER = grid("""
                        joint   second  lead    alone
    not_started  court  closes  closes  closes  closes
    shadowed     court  ready   closes  closes  closes
    joint        court  ready   closes  closes  closes
    accompanied  court  ready   ready   closes  closes
    alone_public court  ready   ready   ready   ready
    alone        court  ready   ready   ready   ready
    paused       court  closes  closes  closes  closes
    not_started  home   closes  closes  closes  closes
    shadowed     home   ready   closes  closes  closes
    joint        home   ready   closes  closes  closes
    accompanied  home   ready   ready   closes  closes
    alone_public home   ready   ready   closes  closes
    alone        home   ready   ready   ready   ready
    paused       home   closes  closes  closes  closes
""")
COMPANY: dict[str, dict[str, Any]] = {
    "joint": {"company": "joint"},
    "alone": {"company": "alone"},
    "lead": {"company": "paired"},
    "second": {"company": "paired", "leads": False},
}


@pytest.mark.parametrize(("labels", "column", "expected"), LADDER)
def test_the_whole_ladder(labels, column, expected):
    step, venue = labels
    task = {"court": "court", "home": "home_visit"}[venue]
    rows = {"clearances": [cleared(task, step)]}
    found = judge("clearance", task=task, venue=venue, rows=rows, **COMPANY[column])
    assert said(found) == expected


@pytest.mark.parametrize(("labels", "column", "expected"), LADDER)
def test_everyday_tasks_without_a_row_climb_the_same_ladder_by_the_usual_step(labels, column, expected):
    step, place = labels
    venue = {"court": "cafe_public", "home": "office_hub"}[place]  # public, not public
    found = judge("clearance", venue=venue, mentor={"usual_step": step}, **COMPANY[column])
    assert said(found) == expected


def stretch(mitigation):
    return {
        "mentor": "M1",
        "task": "coffee_walk",
        "mitigation": mitigation,
        "agreed_with": "N2",
        "agreed_on": day(-5),
    }


PUBLIC = {"usual_step": "alone_public"}
PAUSED = {"mentor": {"usual_step": "paused"}}
EXAMPLES = (
    ready("alone may do everything"),
    closes("paused may do nothing", **PAUSED),
    ready("a row beats the usual step", rows={"clearances": [cleared("coffee_walk", "alone")]}, **PAUSED),
    closes("a row beats the usual step downwards", rows={"clearances": [cleared("coffee_walk", "joint")]}),
    asks(
        "clearance/M1/court",
        "no row for a task that is not everyday",
        task="court",
        venue="court",
        rows={"clearances": []},
    ),
    asks(
        "clearance/M1/court",
        "no row, joint too",
        task="court",
        venue="court",
        company="joint",
        rows={"clearances": []},
    ),
    asks(
        "clearance/M1/court",
        "a row for another task does not help",
        task="court",
        venue="court",
        rows={"clearances": [cleared("home_visit", "alone")]},
    ),
    asks(
        "clearance/M1/court",
        "another mentor's row does not help",
        task="court",
        venue="court",
        rows={"clearances": [cleared("court", "alone", mentor="M2")]},
    ),
    ready(
        "a review today still counts",
        task="court",
        venue="court",
        rows={"clearances": [cleared("court", "alone", review=0)]},
    ),
    asks(
        "clearance/M1/court",
        "a review yesterday is not known",
        task="court",
        venue="court",
        rows={"clearances": [cleared("court", "alone", review=-1)]},
    ),
    asks(
        "clearance/M1/coffee_walk",
        "past review does not fall back on the usual step",
        rows={"clearances": [cleared("coffee_walk", "paused", review=-1)]},
    ),
    ready("a stretch agreed jointly, joint", company="joint", rows={"stretch": [stretch("joint")]}),
    closes("a stretch agreed jointly, alone", rows={"stretch": [stretch("joint")]}),
    closes("a stretch agreed jointly, paired", company="paired", rows={"stretch": [stretch("joint")]}),
    ready("a stretch agreed paired, paired", company="paired", rows={"stretch": [stretch("paired")]}),
    ready(
        "a stretch agreed paired, joint is still more", company="joint", rows={"stretch": [stretch("paired")]}
    ),
    closes("a stretch agreed paired, alone", rows={"stretch": [stretch("paired")]}),
    closes(
        "a stretch does not lift a pause",
        company="joint",
        rows={"stretch": [stretch("joint")], "clearances": [cleared("coffee_walk", "paused")]},
    ),
    ready("a stretch in another task", rows={"stretch": [stretch("joint") | {"task": "leisure"}]}),
    ready("another mentor's stretch", rows={"stretch": [stretch("joint") | {"mentor": "M2"}]}),
    ready(
        "an own everyday task falls back too",
        task="choir",
        venue="library",
        mentor={"usual_step": "alone"},
        rows={
            "vocabulary": [
                {
                    "sort": "task",
                    "code": "choir",
                    "label": "choir practice",
                    "kinds": ["library"],
                    "everyday": True,
                }
            ]
        },
    ),
    asks(
        "clearance/M1/choir",
        "an own task that is not everyday",
        task="choir",
        venue="library",
        rows={
            "vocabulary": [{"sort": "task", "code": "choir", "label": "choir practice", "kinds": ["library"]}]
        },
    ),
    closes(
        "public is what the listed place says, not its kind",
        venue="P1",
        mentor={"usual_step": "alone_public"},
        rows={"places": [{"id": "P1", "label": "Back room", "kind": "cafe_public", "public": False}]},
    ),
    ready("a group in a staffed place needs what public places need", **in_a_group(mentor=PUBLIC)),
    closes("one step less is not enough to host alone", **in_a_group(mentor={"usual_step": "accompanied"})),
    ready("a group in a public place", **in_a_group(mentor=PUBLIC, place={"staffed": False, "public": True})),
    closes("a group out of sight", **in_a_group(mentor=PUBLIC, place={"staffed": False})),
    ready("a group out of sight needs alone", **in_a_group(place={"staffed": False})),
    closes("the same staffed place, alone", **in_a_group(mentor=PUBLIC) | {"company": "alone"}),
    closes("a stretch agreed jointly, in a group", **in_a_group(rows={"stretch": [stretch("joint")]})),
    asks(
        "clearance/M1/group_first_time",
        "going to a group for the first time is no everyday task",
        task="group_first_time",
        **in_a_group(),
    ),
    ready(
        "a row for it will do",
        task="group_first_time",
        **in_a_group(rows={"clearances": [cleared("group_first_time", "alone_public")]}),
    ),
)


@each(EXAMPLES)
def test_clearance(example: Example):
    example.check("clearance")


def test_what_is_not_in_a_public_place_can_be_moved_to_one():
    found = judge("clearance", venue="office_hub", mentor={"usual_step": "alone_public"})
    assert found.remedy == "Meet in a public place."
