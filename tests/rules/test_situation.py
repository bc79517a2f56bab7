"""What may come up on a visit × how the mentor feels about it × who goes along."""

import pytest

from tests.rules.judging import Example, asks, closes, comfort, each, grid, judge, likely, ready, said

OTHER = {"high_alone": True}

# Rows: how M1 feels, how the partner feels. Columns: the level and the company. From the table of rules.
MATRIX = grid("""
                           low-alone low-paired low-joint some-alone some-paired some-joint low-group some-group
no           yes           ready     ready      ready     closes     closes      closes       ready     closes
no           with_support  ready     ready      ready     closes     closes      closes       ready     closes
no           unasked       ready     ready      ready     closes     closes      closes       ready     closes
with_support yes           ready     ready      ready     closes     ready       ready       ready     closes
with_support with_support  ready     ready      ready     closes     closes      ready       ready     closes
with_support no            ready     ready      ready     closes     closes      ready       ready     closes
with_support unasked       ready     ready      ready     closes     closes      ready       ready     closes
yes          yes           ready     ready      ready     ready      ready       ready       ready     ready
yes          no            ready     ready      ready     ready      ready       ready       ready     ready
unasked      yes           ready     ready      ready     asks       asks        asks       ready     asks
unasked      unasked       ready     ready      ready     asks       asks        asks       ready     asks
""") + grid("""
                           high-alone high-paired high-joint high-group
no           yes           closes     closes      closes      closes
no           with_support  closes     closes      closes      closes
no           unasked       closes     closes      closes      closes
with_support yes           closes     ready       ready      closes
with_support with_support  closes     closes      ready      closes
with_support no            closes     closes      ready      closes
with_support unasked       closes     closes      ready      closes
yes          yes           closes     ready       ready      ready
yes          no            closes     ready       ready      ready
unasked      yes           closes     closes      closes      closes
unasked      unasked       closes     closes      closes      closes
""")


def rows_for(level: str, own: str, partner: str) -> dict[str, list]:
    answers = {"M1": own, "M2": partner}
    known = [comfort(said_, mentor=m) for m, said_ in answers.items() if said_ != "unasked"]
    return {"situations": [likely(level)], "comfort": known}


@pytest.mark.parametrize(("feelings", "column", "expected"), MATRIX)
def test_the_whole_matrix(feelings, column, expected):
    level, company = column.split("-")
    found = judge("situation", company=company, rows=rows_for(level, *feelings))
    assert said(found) == ("asks comfort/M1/crowds" if expected == "asks" else expected)


@pytest.mark.parametrize(("feelings", "column", "expected"), MATRIX)
def test_the_policy_can_let_a_comfortable_mentor_go_alone_and_nobody_else(feelings, column, expected):
    level, company = column.split("-")
    found = judge("situation", company=company, rule={"high_alone": True}, rows=rows_for(level, *feelings))
    changed = (feelings[0], level, company) == ("yes", "high", "alone")
    assert said(found).split()[0] == ("ready" if changed else expected)


def visit(*situations, feels=()):
    return {"situations": list(situations), "comfort": list(feels)}


COURT = {"task": "court", "venue": "court"}
SOME, LOW, HIGH = likely("some"), likely("low"), likely("high")
EXAMPLES = (
    ready("a quiet visit"),
    asks("situation/B1/coffee_walk", "no row: one question a task", rows=visit()),
    asks("situation/B1/coffee_walk", "no row, joint", company="joint", rows=visit()),
    asks(
        "situation/B1/court", "a row for another task", rows=visit(likely("low", task="coffee_walk")), **COURT
    ),
    ready("a row for any task counts", rows=visit(likely("low", task="any")), **COURT),
    closes(
        "the highest level counts: any beats the task", rows=visit(LOW, likely("high", task="court")), **COURT
    ),
    closes("and the task beats any", rows=visit(HIGH, likely("low", task="court")), **COURT),
    closes(
        "of two levels the higher",
        company="joint",
        rows=visit(LOW, likely("some", task="coffee_walk"), feels=[comfort("no")]),
    ),
    closes(
        "of two situations the graver",
        company="joint",
        rows=visit(likely("some", "sharps_or_animals"), SOME, feels=[comfort("no")]),
    ),
    closes(
        "of two situations the graver, whichever is read first",
        company="joint",
        rows=visit(SOME, likely("some", "sharps_or_animals"), feels=[comfort("no", "sharps_or_animals")]),
    ),
    ready(
        "comfort with one does not stand for another, unless low",
        rows=visit(SOME, likely("low", "sharps_or_animals"), feels=[comfort("yes")]),
    ),
    asks(
        "comfort/M1/sharps_or_animals",
        "comfort with one does not stand for another",
        rows=visit(SOME, likely("some", "sharps_or_animals"), feels=[comfort("yes")]),
    ),
    ready("a review today still counts", rows=visit(likely("low", review=0))),
    asks("situation/B1/coffee_walk", "a review yesterday is not known", rows=visit(likely("low", review=-1))),
    asks(
        "situation/B1/coffee_walk",
        "past review, high is not known either",
        company="joint",
        rows=visit(likely("high", review=-1)),
    ),
    asks(
        "situation/B1/coffee_walk",
        "one of two past review",
        rows=visit(LOW, likely("some", "sharps_or_animals", review=-1)),
    ),
    closes(
        "past review does not soften what is in date",
        rows=visit(likely("low", "sharps_or_animals", review=-1), HIGH),
    ),
    ready("comfort reviewed today counts", rows=visit(SOME, feels=[comfort("yes", review=0)])),
    asks(
        "comfort/M1/crowds",
        "comfort past review is not known",
        rows=visit(SOME, feels=[comfort("yes", review=-1)]),
    ),
    closes(
        "comfort past review × high", company="joint", rows=visit(HIGH, feels=[comfort("yes", review=-1)])
    ),
    closes(
        "a worker's limit beside the mentor's own yes: the strictest counts",
        rows=visit(SOME, feels=[comfort("yes"), comfort("with_support")]),
    ),
    asks(
        "comfort/M1/crowds",
        "a limit past review is not known, and no yes beside it makes it so",
        rows=visit(SOME, feels=[comfort("yes"), comfort("no", review=-1)]),
    ),
    closes(
        "a partner whose yes is past review supports nobody",
        company="paired",
        rows=visit(SOME, feels=[comfort("with_support"), comfort("yes", mentor="M2", review=-1)]),
    ),
    closes(
        "a partner with two answers is as the strictest",
        company="paired",
        rows=visit(
            SOME, feels=[comfort("with_support"), comfort("yes", mentor="M2"), comfort("no", mentor="M2")]
        ),
    ),
    ready(
        "the second is supported by the lead",
        company="paired",
        leads=False,
        rows=visit(SOME, feels=[comfort("with_support"), comfort("yes", mentor="M2")]),
    ),
    asks(
        "comfort/M1/sirens",
        "an own situation of the programme",
        rows=visit(likely("some", "sirens"))
        | {"vocabulary": [{"sort": "situation", "code": "sirens", "label": "sirens nearby"}]},
    ),
)


@each(EXAMPLES)
def test_situation(example: Example):
    example.check("situation")


def test_the_visit_is_named_never_the_person():
    found = judge("situation", company="joint", rows=rows_for("some", "no", "yes"))
    assert found.sentence == "M1 would rather not be where crowds may come up."
    assert "B1" not in found.sentence
