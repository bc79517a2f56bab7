"""What decisions must not come to together: closed by an absolute rule, or more than there is room for."""

import pytest

import matchmaker as mm
from matchmaker.domain.decisions import Decision
from matchmaker.policy import Policy
from matchmaker.review.allowed import all_misfits
from tests.rules.judging import TODAY, answer, apart, data_of, decision, likely, match, round_of

ACCEPT = decision("accept", beneficiary="B1", mentors=["M1"])
SWITCH = decision("switch_navigator", beneficiary="B1", navigator="N2")
ALONE = {"second": {"available": False}}
"""M2 is away, so that M1 is suggested, jointly or alone."""


def misfits(*made, **different):
    round_ = round_of(**different)
    whole = round_.with_decisions(Decision.from_dict(each) for each in made)
    return all_misfits(whole, mm.propose(round_), policy=Policy.standard(), on=TODAY)


@pytest.mark.parametrize(
    ("made", "different"),
    [
        # they turn out to know each other: kept apart from now on
        ([ACCEPT, decision("answer", question="known-area/B1/M1", answer="yes")], ALONE),
        # two workers always visit, which nobody knew when alone was suggested
        (
            [ACCEPT | {"company": "alone"}, decision("answer", question="dual-worked/B1", answer="yes")],
            ALONE | {
                "beneficiary": {"dual_worked": None}, "rows": {"answers": [answer("dual-worked/B1", "no")]}
            },
        ),
        # the new worker comes along to the first visits
        ([ACCEPT, SWITCH], ALONE | {"rows": {"keep_apart": [apart("M1", "N2")]}}),
        # and goes on coming to a match that is under way
        ([SWITCH], {"rows": {"keep_apart": [apart("M1", "N2")], "matches": [match("active", company="joint")]}}),
        # also where nobody wrote down what the two do
        (
            [SWITCH],
            {
                "beneficiary": {"wants": "maybe_later", "wants_to_do": []},
                "rows": {"keep_apart": [apart("M1", "N2")], "matches": [match("active", company="joint")]},
            },
        ),
        # only ever together with a worker
        (
            [decision("change_company", match="X1", company="alone")],
            {"beneficiary": {"dual_worked": True}, "rows": {"matches": [match("active", company="joint")]}},
        ),
    ],
)  # fmt: skip
def test_what_an_absolute_rule_closes_since_is_refused_and_nobody_is_told_which(made, different):
    (problem,) = misfits(*made, **different)
    assert problem.message == "is about B1 with M1, and as things now stand this is not possible."
    assert problem.advice == "Maybe talk to the worker of B1."
    assert problem.where in {f"decision {each['id']}" for each in made if each["kind"] != "answer"}


@pytest.mark.parametrize(
    "made",
    [
        [ACCEPT, SWITCH],
        [ACCEPT, decision("answer", question="known-area/B1/M1", answer="no")],
        [ACCEPT, decision("answer", question="known-area/B1/M2", answer="yes")],
    ],
)
def test_what_closes_nothing_is_fine(made):
    assert misfits(*made, **ALONE) == ()


def test_what_stood_in_the_way_before_is_not_laid_at_the_door_of_another_change():
    """M1 is on a break, and X1 is looked at again anyway; that it becomes joint makes nothing worse."""
    rows = {"matches": [match("active", company="alone")]}
    made = decision("change_company", match="X1", company="joint")
    assert misfits(made, mentor={"available": False}, rows=rows) == ()


def two_people(**changes):
    """B1 and B2 are alike, and each mentor meets one person at most."""
    one = {"people_at_once": 1}
    data = data_of(mentor=one, second=one, beneficiary={"together": "alone"}, **changes)
    (first,) = data["beneficiaries"]
    visits = [likely("low", "others_present"), likely("low", "others_present") | {"beneficiary": "B2"}]
    return mm.Round.from_dict(data | {"beneficiaries": [first, first | {"id": "B2"}], "situations": visits})


def test_two_people_cannot_both_have_the_only_place_of_a_mentor():
    """One is suggested M1 and the other M2; another way of each is the other's mentor: 1 + 1 is 2, not 1."""
    round_ = two_people()
    proposal = mm.propose(round_)
    chosen = {each.beneficiary: each.mentors[0] for each in proposal.matches}
    assert set(chosen.values()) == {"M1", "M2"}
    both = dict.fromkeys(("B1", "B2"), chosen["B1"])
    swapped = {"B1": chosen["B2"], "B2": chosen["B1"]}
    for wanted, expected in ((chosen, []), (swapped, []), (both, ["decision D-B2"])):
        made = [
            Decision.from_dict(
                decision("accept", beneficiary=person, mentors=[mentor]) | {"id": f"D-{person}"}
            )
            for person, mentor in wanted.items()
        ]
        found = all_misfits(round_.with_decisions(made), proposal, policy=Policy.standard(), on=TODAY)
        assert [problem.where for problem in found if "people a mentor meets" in problem.message] == expected
