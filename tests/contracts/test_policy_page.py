"""Every parameter there is stands in a sentence of the policy's page: change it, and the page changes.

The registries are walked, so that a new rule, criterion, limit or figure is held to it without being told.
What the page prints for any change by itself (the list of differences, the fingerprint) is cut off first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from matchmaker.criteria import CRITERIA
from matchmaker.domain.habits import Habits
from matchmaker.limits import LIMITS
from matchmaker.pages.policy_page import policy_page
from matchmaker.policy import Policy
from matchmaker.policy.priorities import SAID
from matchmaker.rules import RULES

STANDARD = Policy.standard()
GROUPS = {"rules": RULES, "criteria": CRITERIA, "limits": LIMITS}
SWITCH = ("off", "off_by", "off_because")
OFF = {"off": True, "off_by": "Ada", "off_because": "agreed in May"}
UNTOLD = {"schema_version"}
"""The version of the format is no decision of a programme."""


def sentences(policy: Policy) -> str:
    """Return the page without what lists or hashes every change."""
    page = policy_page(policy).partition("What differs from the standard")[0]
    return " ".join(page.split())


def others(value: Any) -> Iterator[Any]:
    """Yield values of the same sort, likeliest first."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1, value // 2, 1, 2)
    elif isinstance(value, tuple):
        yield from (value[:-1], (*value, "one more"), (*value, "court"), value[::-1])
    elif isinstance(value, dict):
        yield from ({key: next(others(each)) for key, each in value.items()}, {})
    else:
        yield from ("something else", "gentle", "joint", "home", "high", "low", "some")


def changed(model: BaseModel, name: str) -> Any:
    """Return the model with another value of one field: the first that it accepts."""
    for other in others(getattr(model, name)):
        data = {field: getattr(model, field) for field in type(model).model_fields} | {name: other}
        try:
            found = type(model).model_validate(data)
        except ValidationError:
            continue
        if found != model:
            return found
    raise AssertionError(f"no other value of {name} is known here: add one to `others`")


def clauses() -> Iterator[Any]:
    for group, kinds in GROUPS.items():
        for kind in kinds:
            clause = next(c for c in getattr(STANDARD, group) if type(c) is kind)
            for name in kind.model_fields:
                if name != "code" and name not in SWITCH:
                    yield pytest.param(group, clause, name, id=f"{clause.code}-{name}")


def with_clause(group: str, clause: Any) -> Policy:
    own = tuple(clause if each.code == clause.code else each for each in getattr(STANDARD, group))
    return Policy.model_construct(**{**dict(STANDARD), group: own})


@pytest.mark.parametrize(("group", "clause", "name"), list(clauses()))
def test_a_parameter_of_a_clause_is_in_its_sentence(group, clause, name):
    different = changed(clause, name)
    assert different.sentence() != clause.sentence()
    assert sentences(with_clause(group, different)) != sentences(STANDARD)


@pytest.mark.parametrize(
    "name", [name for name in Policy.model_fields if name not in UNTOLD | {*GROUPS, "habits"}]
)
def test_a_figure_of_the_policy_is_on_the_page(name):
    assert sentences(changed(STANDARD, name)) != sentences(STANDARD)


@pytest.mark.parametrize("name", list(Habits.model_fields))
def test_a_habit_is_on_the_page(name):
    habits = changed(STANDARD.habits, name)
    assert sentences(STANDARD.model_copy(update={"habits": habits})) != sentences(STANDARD)


@pytest.mark.parametrize("group", list(GROUPS))
def test_whatever_is_switched_off_is_there_with_who_and_why(group):
    for clause in getattr(STANDARD, group):
        if clause.strength == "policy":
            off = type(clause).model_validate(dict(clause) | OFF)
            page = sentences(with_clause(group, off))
            assert f"{clause.code} ({clause.title}) is switched off by Ada: agreed in May." in page
            assert "(Switched off, see above.)" in page


def test_every_priority_is_in_words_and_in_its_place():
    order = tuple(reversed(list(SAID)))
    page = sentences(STANDARD.model_copy(update={"priorities": order}))
    places = [page.index(f"{place}. {SAID[name]}") for place, name in enumerate(order, 1)]
    assert places == sorted(places)


def test_the_page_has_every_clause_under_its_strength():
    page = sentences(STANDARD)
    firm, _, rest = page.partition("These a named manager may waive")
    for rule in STANDARD.rules:
        assert f"- {rule.code}: {rule.sentence()}" in (firm if rule.strength == "absolute" else rest)
    for clause in (*STANDARD.criteria, *STANDARD.limits):
        assert f"- {clause.code}: {clause.sentence()}" in rest


# --- the sentences stay sentences ------------------------------------------------------------------


def all_sentences(policy: Policy) -> Iterator[str]:
    for clause in (*policy.rules, *policy.criteria, *policy.limits):
        yield clause.sentence()
    yield from policy.habits.sentences()


def everything_changed() -> Iterator[str]:
    """Yield every sentence with each of its parameters changed, numbers down to 1 and lists down to none."""
    for group, kinds in GROUPS.items():
        for clause in getattr(STANDARD, group):
            for name in set(type(clause).model_fields) - {"code", *SWITCH}:
                for value in (*others(getattr(clause, name)), ()):
                    try:
                        yield type(clause).model_validate(dict(clause) | {name: value}).sentence()
                    except ValidationError:
                        continue
        assert kinds
    for name in Habits.model_fields:
        yield from Habits.model_validate({name: 1}).sentences()


def test_sentences_begin_end_and_count_as_sentences_do():
    for said in (*all_sentences(STANDARD), *everything_changed()):
        assert re.match(r"[A-Z]", said), said
        assert said.endswith("."), said
        assert "  " not in said, said
        assert not re.search(
            r"\b1 (days|minutes|weeks|times|visits|people|places|modules|mentors)\b", said
        ), said
        assert not re.search(r"\b(?!1\b)\d+ (day|minute|week|time|visit|person|place|module)\b", said), said
        assert not re.search(r"None|True|False|_|\(\)|\[\]|, and\.|\band \.|: \.", said), said


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        (Policy(overdue_weeks=1), "after 1 week."),
        (Policy(alternatives=1), "at most 1 other way to meet"),
        (Policy(caseload_warning=1), "more than 1 person."),
        (Policy(fit_floor=1_200), "Below a fit of 1,200 of 10,000 no introduction yet is better than a forced one"),
        (Policy(legal_basis_gender="Equality Act 2010, Sch. 3."), "legal basis: Equality Act 2010, Sch. 3. -"),
        (Policy(dpia_reference="DPIA 7"), "The data protection impact assessment: DPIA 7."),
        (Policy(habits=Habits(meetings_a_month=1)), "people meet 1 time a month"),
        (Policy(habits=Habits(intro_visits=1)), "takes 1 introduction visit by"),
    ],
)  # fmt: skip
def test_the_figures_read_well(policy, said):
    assert said in sentences(policy)


def test_what_differs_is_listed_with_both_values():
    page = policy_page(Policy(overdue_weeks=8, legal_basis_gender="Equality Act"))
    listed = page.partition("What differs from the standard policy")[2]
    assert "- overdue_weeks: 8; standard: 12" in listed
    assert '- legal_basis_gender: "Equality Act"; standard: –' in listed
    assert "Nothing." in policy_page(STANDARD)
    assert policy_page(STANDARD).rstrip().endswith(STANDARD.fingerprint)


def test_a_policy_stored_before_some_rules_says_which_it_lacks():
    old = STANDARD.model_copy(update={"rules": STANDARD.rules[:-1]})
    assert f"stored before these were there: {STANDARD.rules[-1].code}." in sentences(old)


def test_no_line_is_longer_than_a_page_is_wide():
    assert max(map(len, policy_page(STANDARD).split("\n"))) <= 79
