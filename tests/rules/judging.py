"""One tiny round in which everything is ready, and small differences from it, judged by one rule.

M1 and M2 are mentors supported by N2, B1 a person supported by N1; they meet for coffee in a café.
Monday 2026-10-05 is today. `mentor`, `beneficiary`, `rows` … say only what is different.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from matchmaker.domain.arrangement import Arrangement
from matchmaker.domain.context import Context
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.reasons import Objection
from matchmaker.domain.round import Round
from matchmaker.domain.words import Strength
from matchmaker.rules import RULES, Rule

TODAY = date(2026, 10, 5)
RULE: dict[str, Any] = {rule.model_fields["code"].default: rule for rule in RULES}
ABSOLUTE = {"wants-a-mentor", "kept-apart", "gender-wish", "dual-worked", "on-a-break"}
"""Copied by hand from the table of rules; all others are policy."""

Row = dict[str, Any]


def day(difference: int) -> date:
    """Return the day so many days after today; before it, if negative."""
    return TODAY + timedelta(difference)


def judged(review: int = 60) -> Row:
    """Return who set a judgement, when, and in how many days it is to be looked at again."""
    return {"by": "N1", "set_on": day(-30), "review_on": day(review)}


def cleared(task: str, step: str, *, mentor: str = "M1", review: int = 60) -> Row:
    return {"mentor": mentor, "task": task, "step": step, **judged(review)}


def comfort(said: str, situation: str = "crowds", *, mentor: str = "M1", review: int = 60) -> Row:
    return {"mentor": mentor, "situation": situation, "comfort": said, **judged(review)}


def likely(level: str, situation: str = "crowds", *, task: str = "any", review: int = 60) -> Row:
    visit = {"beneficiary": "B1", "task": task, "situation": situation, "level": level}
    return {**visit, **judged(review)}


def apart(one: str, other: str, **more: Any) -> Row:
    return {"one": one, "other": other, **more}


def match(state: str, **more: Any) -> Row:
    return {"id": "X1", "beneficiary": "B1", "mentor": "M1", "state": state, **more}


def answer(question: str, said: str) -> Row:
    return {"question": question, "by": "N1", "on": day(-1), "answer": said}


def decision(kind: str, **more: Any) -> Row:
    at = "2026-10-05 09:00"
    return {"id": f"D-{kind}", "actor": "N1", "at": at, "kind": kind, **more}


_OFFICE_HOURS = [f"{weekday} 09:00-17:00" for weekday in ("Mon", "Tue", "Wed", "Thu", "Fri")]
_PROGRAMME: Row = {
    "as_of": TODAY,
    "locality": "Riverside",
    "usual_language": "English",
    "safeguarding_contact": "the duty worker",
    "staff_reachable": _OFFICE_HOURS,
}
_MENTOR: Row = {
    "label": "Ann",
    "navigator": "N2",
    "available": True,
    "offers": ["befriending", "mentoring"],
    "hours_per_week": 4,
    "people_at_once": 2,
    "usual_step": "alone",
    "area": "Heeley",
    "free": ["Mon 10:00-12:00", "Tue 10:00-12:00"],
    "device": True,
    "check_in_plan": True,
    "supervised_on": day(-10),
    "training": ["boundaries", "safeguarding", "safety"],
    "cleared_for": ["home_visit"],
    "checked_on": day(-90),
    "recheck_on": day(90),
}
_BENEFICIARY: Row = {
    "id": "B1",
    "label": "Ben",
    "navigator": "N1",
    "wants": "yes",
    "asked_on": day(-30),
    "wants_to_do": ["coffee_walk"],
    "gender_wish": "no_wish",
    "area": "Walkley",
    "dual_worked": False,
}
_NAVIGATOR: Row = {"label": "Nora", "first_visits_free": 4, "joint_hours": 4}
_ROWS: Mapping[str, Sequence[Row]] = {
    "areas": [{"start": "Heeley", "end": "Walkley", "minutes": 20}],
    "clearances": [
        cleared(task, "alone", mentor=mentor) for task in ("court", "home_visit") for mentor in ("M1", "M2")
    ],
    "situations": [likely("low", "others_present")],
    "teams": [{"id": "T1", "one": "M1", "other": "M2"}],
}


def round_of(**different: Mapping[str, Any] | None) -> Round:
    """Return the tiny round with these differences; they are named as in `data_of`."""
    return Round.from_dict(data_of(**different))


def data_of(
    *,
    mentor: Mapping[str, Any] | None = None,
    second: Mapping[str, Any] | None = None,
    beneficiary: Mapping[str, Any] | None = None,
    navigator: Mapping[str, Any] | None = None,
    programme: Mapping[str, Any] | None = None,
    rows: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the tiny round as plain data; `navigator` is N1, `rows` replace collections."""
    return {
        "programme": _PROGRAMME | dict(programme or {}),
        "mentors": [
            _MENTOR | {"id": "M1"} | dict(mentor or {}),
            _MENTOR | {"id": "M2"} | dict(second or {}),
        ],
        "beneficiaries": [_BENEFICIARY | dict(beneficiary or {})],
        "navigators": [{"id": "N1"} | _NAVIGATOR | dict(navigator or {}), {"id": "N2"} | _NAVIGATOR],
        **_ROWS,
        **(rows or {}),
    }


HUB: Row = {"id": "hub", "label": "The hub", "kind": "office_hub", "area": "Heeley"}
ART: Row = {"id": "art", "label": "Art", "host": "M1", "place": "hub", "slot": "Mon 10:00-12:00", "places": 6}


def in_a_group(*, place: Row | None = None, group: Row | None = None, **different: Any) -> Row:
    """Return what `judge` needs for M1's art group on a Monday at the hub, which B1 would like to join."""
    rows = {"places": [HUB | (place or {})], "groups": [ART | (group or {})], **different.pop("rows", {})}
    mentor = {"offers": ["group"]} | different.pop("mentor", {})
    person = {"together": "group"} | different.pop("beneficiary", {})
    return {
        "company": "group", "venue": "hub", "rows": rows, "mentor": mentor, "beneficiary": person, **different,
    }  # fmt: skip


def arranged(
    *,
    task: str = "coffee_walk",
    company: str = "alone",
    venue: str = "cafe_public",
    leads: bool = True,
    **different: Any,
) -> tuple[Mentor, Beneficiary, Arrangement, Context]:
    """Return what a rule is asked about: M1 meeting B1 so; paired, M1 goes with M2."""
    context = Context(round_of(**different))
    second = "M2" if company == "paired" else None
    where = context.venue[venue]
    assert where in context.venues_for(task), f"{task} cannot happen at {venue}"
    arrangement = Arrangement(task, company, where, second, leads)  # type: ignore[arg-type]
    return context.mentors["M1"], context.beneficiaries["B1"], arrangement, context


def judge(code: str, *, rule: Mapping[str, Any] | None = None, **given: Any) -> Any:
    """Return what one rule has against M1 and B1, who meet as `arranged` says."""
    return RULE[code](**(rule or {})).judge(*arranged(**given))


def judge_all(**given: Any) -> dict[str, Objection]:
    """Return the objections of every rule, by its code."""
    found = {code: judge(code, **given) for code in RULE}
    return {code: objection for code, objection in found.items() if objection}


@dataclass(frozen=True)
class Example:
    """One row of a table: what is different, what the rule says, and why it must."""

    expected: str
    why: str
    given: Mapping[str, Any]

    def check(self, code: str) -> None:
        found = judge(code, **self.given)
        assert said(found) == self.expected, self.why
        if found is not None:
            check_sentences(found, code)


def ready(why: str, **given: Any) -> Example:
    return Example("ready", why, given)


def closes(why: str, **given: Any) -> Example:
    return Example("closes", why, given)


def asks(key: str, why: str, **given: Any) -> Example:
    return Example(f"asks {key}", why, given)


def said(objection: Objection | None) -> str:
    """Return a verdict in one word, and the key of the question if there is one."""
    if objection is None:
        return "ready"
    return "closes" if objection.question is None else f"asks {objection.question.key}"


def check_sentences(objection: Objection, code: str) -> None:
    """Check what holds of every objection: its code, its strength, and words fit for a page."""
    strength: Strength = "absolute" if code in ABSOLUTE else "policy"
    assert (objection.code, objection.strength) == (code, strength)
    texts = [objection.sentence, *filter(None, [objection.remedy])]
    if objection.question is not None:
        assert objection.question.who in ("N1", "N2"), "a worker asks, never the other person"
        assert objection.question.ask.endswith("?")
        texts.append(objection.question.ask)
    for text in texts:
        assert text[-1] in ".?"
        assert "  " not in text
        assert "_" not in text, "codes are spoken as words"
        assert not {"Ann", "Ben", "Nora"} & set(text.split()), "labels stay out of sentences"
        assert not any(word in text.lower() for word in _UNKIND), text


_UNKIND = ("fail", "refus", "unsuitable", "not suitable", "reject", "risk", "unreliable", "denied")


def each(examples: Iterable[Example]) -> pytest.MarkDecorator:
    """Run a test once for each example, named by its why."""
    rows = tuple(examples)
    return pytest.mark.parametrize("example", rows, ids=[row.why for row in rows])


def grid(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Read a small table: a heading of columns, then rows of labels and cells."""
    heading, *lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    return [
        (tuple(line[: -len(heading)]), column, cell)
        for line in lines
        for column, cell in zip(heading, line[-len(heading) :], strict=True)
    ]


def rule_with(code: str, **parameters: Any) -> Rule:
    return RULE[code](**parameters)
