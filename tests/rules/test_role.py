"""Befriending and mentoring are different things, and neither is better (S1:L136-138)."""

from tests.rules.judging import Example, closes, each, in_a_group, ready

BEFRIENDS, MENTORS, HOSTS = ({"offers": [what]} for what in ("befriending", "mentoring", "group"))
WANTS_A_FRIEND, WANTS_A_MENTOR = ({"relationship": w} for w in ("befriending", "mentoring"))

EXAMPLES = (
    ready("both are offered, none is asked for"),
    ready("a befriender is wanted and offered", beneficiary=WANTS_A_FRIEND, mentor=BEFRIENDS),
    closes("a befriender is wanted, mentoring offered", beneficiary=WANTS_A_FRIEND, mentor=MENTORS),
    closes("a mentor is wanted, befriending offered", beneficiary=WANTS_A_MENTOR, mentor=BEFRIENDS),
    ready("a mentor is wanted and offered", beneficiary=WANTS_A_MENTOR, mentor=MENTORS),
    ready("they did not say: befriending will do", mentor=BEFRIENDS),
    ready("they did not say: mentoring will do", mentor=MENTORS),
    closes("a group is neither", mentor=HOSTS),
    closes("nor is working behind the scenes", mentor={"offers": ["behind_the_scenes", "hub"]}),
    closes("joint does not change what is offered", company="joint", mentor=HOSTS),
    ready("a group is offered, and that is what a group is", **in_a_group(mentor=HOSTS)),
    ready("whatever else was wanted", **in_a_group(mentor=HOSTS, beneficiary=WANTS_A_MENTOR)),
    closes("who hosts one and does not offer groups", **in_a_group(mentor=BEFRIENDS)),
)


@each(EXAMPLES)
def test_role(example: Example):
    example.check("role")
