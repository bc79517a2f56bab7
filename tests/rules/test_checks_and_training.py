"""Modules and checks are the organisation's; accreditation is no gate (S1:L75, S1:L81)."""

from tests.rules.judging import Example, asks, closes, day, each, in_a_group, ready, rule_with

OTHER = {"modules": ("boundaries",), "check_for": ("court",)}
HOME = {"task": "home_visit", "venue": "home", "company": "joint"}
CHECK = "check/M1/home_visit"
NO_CHECK = {"cleared_for": None, "checked_on": None, "recheck_on": None}

EXAMPLES = (
    ready("all three modules, and a task without a check"),
    asks("training/M1", "training not known", mentor={"training": None}),
    closes("no module done", mentor={"training": []}),
    closes("one of three is missing", mentor={"training": ["boundaries", "safety"]}),
    ready(
        "more than is asked for, in any case",
        mentor={"training": ["Safety", "BOUNDARIES", "safeguarding", "first aid"]},
    ),
    ready("no certificate is needed (S1:L81)", mentor={"training": ["boundaries", "safeguarding", "safety"]}),
    ready("no check is needed for a coffee", mentor=NO_CHECK),
    ready("the check is in place", **HOME),
    asks(CHECK, "nobody wrote down any check", mentor=NO_CHECK, **HOME),
    asks(CHECK, "which tasks it covers is blank", mentor={"cleared_for": None}, **HOME),
    asks(CHECK, "when it was seen is blank", mentor={"checked_on": None}, **HOME),
    asks(CHECK, "when to look again is blank", mentor={"recheck_on": None}, **HOME),
    ready("to be looked at again today still counts", mentor={"recheck_on": day(0)}, **HOME),
    asks(CHECK, "past its day it is not known", mentor={"recheck_on": day(-1)}, **HOME),
    closes("the check covers other tasks", mentor={"cleared_for": ["prison_visit"]}, **HOME),
    closes(
        "the check covers other tasks, whatever the training",
        mentor={"cleared_for": ["prison_visit"], "training": None},
        **HOME,
    ),
    closes(
        "the check covers other tasks, whenever it was seen",
        mentor={"cleared_for": ["prison_visit"], "checked_on": None},
        **HOME,
    ),
    closes("a module missing, and the check not known", mentor=NO_CHECK | {"training": []}, **HOME),
    ready(
        "the policy asks for fewer modules", rule={"modules": ("safety",)}, mentor={"training": ["safety"]}
    ),
    closes("the policy asks for more modules", rule={"modules": ("first aid",)}),
    ready("the policy asks for none", rule={"modules": ()}, mentor={"training": None}),
    closes(
        "the policy asks for a check at court", task="court", venue="court", rule={"check_for": ("court",)}
    ),
    ready("the policy asks for none at home", rule={"check_for": ()}, mentor=NO_CHECK, **HOME),
    closes("a host needs the modules as well", **in_a_group(mentor={"training": ["safety"]})),
)


@each(EXAMPLES)
def test_checks_and_training(example: Example):
    example.check("checks-and-training")


def test_the_rule_reads_well_when_the_policy_asks_for_nothing():
    for nothing in ({"modules": ()}, {"check_for": ()}):
        sentence = rule_with("checks-and-training", **nothing).sentence()
        assert "  " not in sentence
        assert " ," not in sentence
