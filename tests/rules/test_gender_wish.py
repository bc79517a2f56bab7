"""A must on gender is the person's; only what a mentor agreed to be named for counts."""

from typing import Any

from tests.rules.judging import Example, answer, asks, closes, each, in_a_group, judge, ready

MUST: dict[str, Any] = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": False}
NAMED: dict[str, Any] = {"put_forward_for": ["a woman"]}
COVERED: dict[str, Any] = {"beneficiary": MUST | {"wish_covers_navigator": True}, "mentor": NAMED}
UNASKED: dict[str, Any] = {"beneficiary": MUST | {"wish_covers_navigator": None}, "mentor": NAMED}
KEY = "wish-covers-navigator/B1"

EXAMPLES = (
    ready("no wish"),
    asks("gender-wish/B1", "not asked yet", beneficiary={"gender_wish": "not_asked"}),
    asks("gender-wish/B1", "not asked, joint", company="joint", beneficiary={"gender_wish": "not_asked"}),
    ready("a must, and a mentor put forward for it", beneficiary=MUST, mentor=NAMED),
    ready("case and blanks do not matter", beneficiary=MUST, mentor={"put_forward_for": ["A  Woman"]}),
    closes("a mentor who ticked nothing is not put forward", beneficiary=MUST),
    closes("a mentor put forward for another wish", beneficiary=MUST, mentor={"put_forward_for": ["a man"]}),
    ready("a preference is no rule", beneficiary=MUST | {"gender_wish": "prefer"}),
    closes("a second mentor too must be put forward", company="paired", beneficiary=MUST, second=NAMED),
    ready(
        "paired, each is judged for themselves", company="paired", beneficiary=MUST, mentor=NAMED, leads=False
    ),
    ready("joint, and the wish leaves the worker out", company="joint", beneficiary=MUST, mentor=NAMED),
    asks(KEY, "joint, and nobody asked about the worker", company="joint", **UNASKED),
    ready("alone it does not matter", **UNASKED),
    ready("paired it does not matter", company="paired", **UNASKED),
    closes(
        "joint, not put forward, worker not asked about", company="joint", beneficiary=UNASKED["beneficiary"]
    ),
    closes("joint, and the worker is not put forward", company="joint", **COVERED),
    closes(
        "joint, covered, and there is no worker yet",
        company="joint",
        mentor=NAMED,
        beneficiary=COVERED["beneficiary"] | {"navigator": "none_yet"},
    ),
    ready("joint, and the worker is", company="joint", navigator=NAMED, **COVERED),
    ready("alone, the worker does not come along", **COVERED),
    ready("answered: not the worker", company="joint", rows={"answers": [answer(KEY, "no")]}, **UNASKED),
    closes("answered: the worker too", company="joint", rows={"answers": [answer(KEY, "yes")]}, **UNASKED),
    ready(
        "answered, and kept",
        company="joint",
        navigator=NAMED,
        rows={"answers": [answer(KEY, "yes")]},
        **UNASKED,
    ),
    closes("in a group the host has to be put forward too", **in_a_group(beneficiary=MUST)),
    ready("in a group, and the host is put forward", **in_a_group(beneficiary=MUST, mentor=NAMED)),
    asks("gender-wish/B1", "not asked, in a group", **in_a_group(beneficiary={"gender_wish": "not_asked"})),
)


@each(EXAMPLES)
def test_gender_wish(example: Example):
    example.check("gender-wish")


def test_nobody_is_told_which_mentor_is_not_put_forward_nor_for_what():
    found = judge("gender-wish", beneficiary=MUST)
    told = f"{found.sentence} {found.remedy}"
    assert "M1" not in told
    assert "woman" not in told
