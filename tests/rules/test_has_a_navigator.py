"""A match is three people: the person, the mentor and a named worker with room."""

from tests.rules.judging import Example, answer, asks, closes, each, in_a_group, ready

NONE = {"navigator": "none_yet"}
ROOM = "joint-room/N1"
BLANK = {"company": "joint", "navigator": {"joint_hours": None}}

EXAMPLES = (
    ready("both have one"),
    ready("the same one for both", mentor={"navigator": "N1"}),
    closes("the person has none yet", beneficiary=NONE),
    closes("the mentor has none yet", mentor=NONE),
    closes("the person has none yet, joint", company="joint", beneficiary=NONE),
    ready("joint, and the worker's room is known", company="joint"),
    ready(
        "no room left is a limit of the round, not of the pair", company="joint", navigator={"joint_hours": 0}
    ),
    asks(ROOM, "joint, and nobody asked the worker about room", **BLANK),
    ready("answered: room", rows={"answers": [answer(ROOM, "yes")]}, **BLANK),
    closes("answered: no room", rows={"answers": [answer(ROOM, "no")]}, **BLANK),
    ready("alone needs no joint hours", navigator={"joint_hours": None}),
    ready("paired needs no joint hours", company="paired", navigator={"joint_hours": None}),
    ready("a group takes no joint hours", **in_a_group(navigator={"joint_hours": None})),
    closes("in a group as well the person needs a worker", **in_a_group(beneficiary=NONE)),
)


@each(EXAMPLES)
def test_has_a_navigator(example: Example):
    example.check("has-a-navigator")
