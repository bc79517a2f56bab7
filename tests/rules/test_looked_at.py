"""What each rule says it looked at: by hand, and for everything that any rule's table lets through."""

from __future__ import annotations

from typing import Any

import pytest

from matchmaker.domain.reasons import Seen
from tests.rules.judging import (
    RULE,
    answer,
    apart,
    arranged,
    cleared,
    comfort,
    in_a_group,
    likely,
    match,
    said,
)
from tests.rules.judging import judge as judged_by
from tests.rules.tables import examples

CODES = sorted(RULE)


def looked(code: str, *, rule: Any = None, **given: Any) -> Seen | None:
    """Return what one rule looked at for M1 and B1, as `judge` returns what it has against them."""
    found = RULE[code](**(rule or {})).looked_at(*arranged(**given))
    assert found is None or isinstance(found, Seen)
    return found


HAND: list[tuple[str, dict[str, Any], str, bool]] = [
    # code, what is different, the sentence, whether somebody wrote it down about these two
    ("wants-a-mentor", {}, "B1 said yes to a mentor on 5 September 2026.", False),
    ("gender-wish", {}, "B1 said that any gender is fine.", False),
    (
        "gender-wish",
        {
            "mentor": {"put_forward_for": ["a woman"]},
            "beneficiary": {"gender_wish": "must", "gender_wished": "a woman"},
        },
        "B1 asked for a woman; only mentors who agreed to be named for that are considered.",
        True,
    ),
    (
        "gender-wish",
        {"beneficiary": {"gender_wish": "prefer", "gender_wished": "a man"}},
        "B1 would rather have a man; that is a wish and closes nothing.",
        True,
    ),
    ("dual-worked", {}, "B1 is not always visited by two workers.", False),
    (
        "dual-worked",
        {"beneficiary": {"dual_worked": True}, "company": "joint"},
        "Two workers always visit B1, so the mentor joins a worker.",
        True,
    ),
    ("on-a-break", {}, "M1 has no break on 5 October 2026.", False),
    (
        "on-a-break",
        {"beneficiary": {"needed_on": "2026-10-12 10:00"}},
        "M1 is around on 12 October 2026.",
        True,
    ),
    (
        "clearance",
        {},
        "When it is about a coffee or a walk, M1 may go by themselves, as their usual step says.",
        False,
    ),
    (
        "clearance",
        {"task": "court", "venue": "court", "rows": {"clearances": [cleared("court", "alone_public")]}},
        "When it is about a day at court, M1 may go alone in public places, set by N1 on 5 September 2026.",
        True,
    ),
    (
        "clearance",
        {
            "company": "joint",
            "rows": {"clearances": [cleared("coffee_walk", "shadowed", review=-1)]},
        },
        "When it is about a coffee or a walk, M1 may go together with a worker, set by N1 on 5 September 2026, "
        "due for another look since 4 October 2026.",
        True,
    ),
    ("situation", {}, "With a coffee or a walk nothing difficult is likely to come up.", False),
    (
        "situation",
        {"rows": {"situations": [likely("some")], "comfort": [comfort("yes")]}},
        "With a coffee or a walk, crowds may come up (said by N1 on 5 September 2026), "
        "and M1 is comfortable with it.",
        True,
    ),
    (
        "lone-working",
        {},
        "M1 has a check-in plan and a lone-working device; a worker can be rung while they meet.",
        True,
    ),
    ("lone-working", {"company": "joint"}, "They would not be alone.", False),
    ("checks-and-training", {}, "M1 has done boundaries, safeguarding and safety.", False),
    (
        "checks-and-training",
        {"task": "home_visit", "venue": "home", "company": "joint"},
        "M1 has done boundaries, safeguarding and safety; the check for a visit at home is in place "
        "until 3 January 2027.",
        True,
    ),
    ("supervision-current", {}, "M1 last had supervision on 25 September 2026.", False),
    ("has-a-navigator", {}, "N1 supports B1, and N2 supports M1.", False),
    (
        "has-a-navigator",
        {"company": "joint", "mentor": {"navigator": "N1"}},
        "N1 supports both; N1 has said that there is room for joint visits.",
        True,
    ),
    (
        "availability",
        {},
        "M1 is free Mon 10:00-12:00 and Tue 10:00-12:00; B1 has not said when.",
        False,
    ),
    (
        "availability",
        {"beneficiary": {"free": ["Mon 11:00-13:00"]}},
        "They have these times in common: Mon 11:00-12:00.",
        True,
    ),
    (
        "travel",
        {},
        "M1 travels 20 minutes to a café or other public place; 45 minutes is the most that we ask of anybody.",
        False,
    ),
    (
        "travel",
        {"mentor": {"travel_limit_minutes": 30}},
        "M1 travels 20 minutes to a café or other public place; 30 minutes is the most that they said.",
        True,
    ),
    ("language", {}, "Both speak English.", False),
    (
        "language",
        {"mentor": {"languages": ["Polish", "English"]}, "beneficiary": {"languages": ["polish"]}},
        "Both speak Polish.",
        True,
    ),
    ("role", {}, "B1 would like befriending or mentoring; M1 offers befriending and mentoring.", False),
    (
        "role",
        {"beneficiary": {"relationship": "befriending"}},
        "B1 would like befriending; M1 offers befriending and mentoring.",
        True,
    ),
    ("known-area", {}, "M1 and B1 live in different areas.", False),
    ("known-area", {"rows": {"matches": [match("ended", end_reason="moved_on", end_manner="drifted")]}},
     "M1 and B1 have met through us.", True),
    (
        "known-area",
        {"mentor": {"area": "Walkley"}, "rows": {"answers": [answer("known-area/B1/M1", "no")]}},
        "M1 and B1 were asked whether they know each other.",
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "given", "sentence", "noted"), HAND, ids=[row[2][:40] for row in HAND])
def test_the_sentence_holds_the_data(code, given, sentence, noted):
    assert looked(code, **given) == Seen(sentence, noted)


@pytest.mark.parametrize("code", sorted(set(CODES) - {"kept-apart"}))
def test_every_rule_says_what_it_looked_at_wherever_it_lets_somebody_through(code):
    through = [each for each in examples(code) if each.expected == "ready"]
    assert through
    for example in through:
        found = looked(code, **example.given)
        assert found is not None, example.why
        assert found.sentence.endswith("."), example.why
        assert "_" not in found.sentence, example.why
        assert not {"Ann", "Ben", "Nora", "None"} & set(found.sentence.replace(".", "").split()), found
    for other in set(CODES) - {"kept-apart", code}:  # whoever is asked, whatever the others say
        for example in examples(other):
            given = {name: value for name, value in example.given.items() if name != "rule"}
            assert looked(code, **given) is not None, (other, example.why)


def test_nothing_is_ever_said_of_who_is_kept_apart():
    for code in CODES:
        for example in examples(code):
            given = {name: value for name, value in example.given.items() if name != "rule"}
            assert looked("kept-apart", **given) is None
    row: dict[str, Any] = {"rows": {"keep_apart": [apart("M1", "B1")]}}
    assert said(judged_by("kept-apart", **row)) == "closes"
    assert looked("kept-apart", **row) is None


def test_what_somebody_avoids_is_not_told():
    """The same sentence, whether or not one of the two avoids another place."""
    avoids: dict[str, Any] = {"rows": {"avoid": [{"who": "B1", "kind": "park"}]}}
    assert looked("venue-access") == looked("venue-access", **avoids)
    assert looked("venue-access") == Seen("A café or other public place suits both of them.", noted=False)


def test_in_a_group_every_rule_answers_too():
    for code in sorted(set(CODES) - {"kept-apart"}):
        assert looked(code, **in_a_group()) is not None, code


@pytest.mark.parametrize(
    ("step", "may"),
    [
        ("not_started", "may not go yet"),
        ("shadowed", "may go together with a worker"),
        ("accompanied", "may go in a pair"),
        ("alone", "may go by themselves"),
        ("paused", "may not go at present"),
    ],
)
def test_a_step_is_said_so_that_it_can_be_read_aloud(step, may):
    """Nobody "may go not yet", and a mentor does nothing "for being met at the prison gate"."""
    rows = {"clearances": [cleared("prison_gate_pickup", step)]}
    found = looked("clearance", task="prison_gate_pickup", venue="prison_gate", rows=rows)
    about = f"When it is about being met at the prison gate, M1 {may}"
    assert found == Seen(f"{about}, set by N1 on 5 September 2026.")


def test_what_is_not_agreed_is_said_so_that_it_can_be_read_aloud():
    not_agreed = "How far M1 may go with being met at the prison gate has not been agreed yet."
    task: dict[str, Any] = {"task": "prison_gate_pickup", "venue": "prison_gate"}
    assert looked("clearance", **task) == Seen(not_agreed)
    objection = judged_by("clearance", **task)
    assert objection is not None
    assert objection.sentence == not_agreed
