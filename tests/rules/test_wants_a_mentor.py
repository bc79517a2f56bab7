"""Nobody is given a mentor they did not ask for."""

from tests.rules.judging import Example, closes, each, in_a_group, ready

EXAMPLES = (
    ready("they said yes"),
    ready("they said yes, to joint visits too", company="joint"),
    closes("no is theirs until they reopen it (S0:L306)", beneficiary={"wants": "no"}),
    closes("maybe later is counted, not matched", beneficiary={"wants": "maybe_later"}),
    closes(
        "hearing more is a description, nothing is agreed (S1:L186-188)",
        beneficiary={"wants": "would_like_to_hear_more"},
    ),
    closes(
        "no stays no, however they would meet",
        company="joint",
        beneficiary={"wants": "no"},
    ),
    closes("no stays no, for a group too", **in_a_group(beneficiary={"wants": "no"})),
)


@each(EXAMPLES)
def test_wants_a_mentor(example: Example):
    example.check("wants-a-mentor")
