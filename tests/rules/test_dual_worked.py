"""Somebody whom two workers always visit meets a mentor only together with their worker."""

from tests.rules.judging import Example, answer, asks, closes, decision, each, in_a_group, ready

DUAL = {"dual_worked": True}
BLANK = {"dual_worked": None}
KEY = "dual-worked/B1"
DECIDED = decision("answer", question=KEY, answer="yes")

EXAMPLES = (
    ready("not dual-worked"),
    ready("dual-worked, joint", company="joint", beneficiary=DUAL),
    closes("dual-worked, alone (S1:L146)", beneficiary=DUAL),
    closes("dual-worked, and two mentors are no worker", company="paired", beneficiary=DUAL),
    asks(KEY, "not known, alone", beneficiary=BLANK),
    asks(KEY, "not known, paired", company="paired", beneficiary=BLANK),
    asks(KEY, "not known, joint", company="joint", beneficiary=BLANK),
    ready("answered no", beneficiary=BLANK, rows={"answers": [answer(KEY, "no")]}),
    closes("answered yes", beneficiary=BLANK, rows={"answers": [answer(KEY, "yes")]}),
    ready("answered yes, joint", company="joint", beneficiary=BLANK, rows={"answers": [answer(KEY, "yes")]}),
    closes(
        "decided yes after the row said no",
        beneficiary=BLANK,
        rows={"answers": [answer(KEY, "no")], "decisions": [DECIDED]},
    ),
    asks(
        KEY,
        "an answer to another question",
        beneficiary=BLANK,
        rows={"answers": [answer("wish-covers-navigator/B1", "no")]},
    ),
    closes("dual-worked, and a host is no worker", **in_a_group(beneficiary=DUAL)),
    ready("not dual-worked, in a group", **in_a_group()),
    asks(KEY, "not known, in a group", **in_a_group(beneficiary=BLANK)),
)


@each(EXAMPLES)
def test_dual_worked(example: Example):
    example.check("dual-worked")
