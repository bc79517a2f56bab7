"""The reference pages about the policy: each clause with its sentence, parameters and own words."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generate import table

from matchmaker.criteria import CRITERIA
from matchmaker.domain.habits import Habits
from matchmaker.domain.questions import ABOUT
from matchmaker.limits import LIMITS
from matchmaker.policy import Policy
from matchmaker.policy.priorities import SAID, STANDARD_ORDER
from matchmaker.rules import RULES
from tests.rules.judging import Example, judge

if TYPE_CHECKING:
    from matchmaker.domain.clause import Clause
    from matchmaker.domain.reasons import Objection

WHERE = {
    "area": "Mentors, Beneficiaries or Places: `area`",
    "check": "Mentors: `cleared_for`, `checked_on`, `recheck_on`",
    "clearance": "Clearances: a row with the step; for everyday tasks also Mentors: `usual_step`",
    "comfort": "Comfort: a row with the mentor's own answer",
    "dual-worked": "Beneficiaries: `dual_worked`",
    "free-times": "Mentors: `free`",
    "gender-wish": "Beneficiaries: `gender_wish`, and `gender_wished`",
    "joint-room": "Navigators: `joint_hours`",
    "known-area": "a yes keeps the two apart, without saying so to anyone",
    "minutes": "Areas: a row with the minutes",
    "situation": "Situations: a row with what may come up, or with `others_present` at `low`",
    "supervision": "Mentors: `supervised_on`, once it took place",
    "training": "Mentors: `training`",
    "wish-covers-navigator": "Beneficiaries: `wish_covers_navigator`",
}
"""Where the answer to each kind of question goes; a kind that is not here stops the generator."""
MEANING = {"weight": "How much it counts; all weights together at most 100."}
SWITCH = ("code", "off", "off_by", "off_because")


def examples(rule: type[Clause]) -> Iterator[tuple[Example, Objection | None]]:
    """Yield each hand-worked example of a rule with what the rule says to it today."""
    name = rule.__module__.rpartition(".")[2]
    for example in importlib.import_module(f"tests.rules.test_{name}").EXAMPLES:
        yield example, judge(rule.model_fields["code"].default, **example.given)


def rules() -> list[str]:
    """Every rule, with what it says when it closes and when it asks."""
    lines = [
        "# Rules",
        "",
        "A rule is about one pair in one arrangement: a task, in a company, at a venue. It says nothing,",
        "or it **closes** the arrangement, or it **asks first**. An *absolute* rule changes only at its",
        "source; a *policy* rule can be switched off by somebody who says who and why. [Ready, ask first,",
        "closed](../explanation/ready-ask-first-closed.md) tells how it all fits together. The sentences",
        "below are what the rules say to the hand-worked examples of their tests, in which mentor M1",
        "could meet B1, alone, jointly with worker N1, or in a pair with M2.",
    ]
    for rule in RULES:
        lines += _rule(rule)
    return lines


def _rule(rule: type[Any]) -> list[str]:
    said: dict[tuple[str, str, str], None] = {}
    for _, found in examples(rule):
        if found is not None:
            what = "closes" if found.closes else "asks first"
            said[what, found.sentence, found.question.ask if found.question else found.remedy or ""] = None
    rows = sorted(said)
    source = (sys.modules[rule.__module__].__doc__ or "").partition("\n")[0]
    return [
        "",
        f"## `{rule.model_fields['code'].default}`: {rule.title}",
        "",
        f"{rule().sentence()} *{source}*",
        "",
        f"Strength: {rule.strength}. It looks at: {', '.join(sorted(rule.looks_at))}.",
        *_parameters(rule),
        *table(("it", "saying", "and what to ask, or what would help"), rows),
    ]


def _parameters(clause: type[Clause]) -> list[str]:
    fields = {name: info for name, info in clause.model_fields.items() if name not in SWITCH}
    if not fields:
        return []
    standard = clause().model_dump(mode="json")
    rows = [
        (f"`{name}`", f"`{_toml(standard[name])}`", info.description or MEANING[name])
        for name, info in fields.items()
    ]
    return table(("parameter", "standard", "meaning"), rows)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def criteria_and_limits() -> list[str]:
    """Every criterion and limit, with its parameters."""
    lines = [
        "# Criteria and limits",
        "",
        "A criterion gives a pair 0 to 100 whole points, with a reason; points times weight, added up",
        "over the criteria, is the fit of an introduction, from 0 to 10,000. A limit is about the round",
        "as a whole: what there is only so much of. Matches under way already use what they use.",
    ]
    for title, clauses in (("Criteria", CRITERIA), ("Limits", LIMITS)):
        lines += ["", f"## {title}"]
        for clause in clauses:
            kind: Any = clause
            lines += [
                "",
                f"### `{kind.model_fields['code'].default}`: {kind.title}",
                "",
                f"{kind().sentence()} {' '.join((inspect.getdoc(kind) or '').split())}",
                *_parameters(kind),
            ]
    return lines


def policy() -> list[str]:
    """The figures of a policy besides its clauses, and the order of priorities."""
    return [
        "# Policy",
        "",
        "A policy file is TOML and says only what differs from the standard; see [how to change the",
        "policy](../how-to/change-the-policy.md). Rules, criteria and limits stand in tables by their",
        "code, such as `[rules.travel]`; every one of them also takes `off`, `off_by` and `off_because`,",
        "except that an absolute rule cannot be switched off. [Four presets](../explanation/presets.md) are",
        "there to start from.",
        *table(("name", "standard", "meaning"), _figures(Policy)),
        "`name` is the policy's own name, and `priorities` the order below.",
        "",
        "## Priorities",
        "",
        f"`{', '.join(STANDARD_ORDER)}`, in this order unless `priorities` says otherwise; a later one never",
        "costs anything of an earlier one. `lift_worst` is there to stand in place of `fit` or before it,",
        "`waiting_order` in place of whatever a programme puts behind strict turns.",
        *table(("name", "counts"), ((f"`{name}`", said) for name, said in SAID.items())),
        "## Habits",
        "",
        "What a meeting usually takes, in the table `[habits]`.",
        *table(("name", "standard", "meaning"), _figures(Habits)),
    ]


def _figures(kind: type[Any]) -> list[tuple[str, str, str]]:
    standard = kind().model_dump(mode="json")
    return [
        (f"`{name}`", "" if standard[name] is None else f"`{_toml(standard[name])}`", info.description)
        for name, info in kind.model_fields.items()
        if info.description
    ]


def questions() -> list[str]:
    """Every kind of question, by the first part of its key."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for rule in RULES:
        for _, objection in examples(rule):
            if objection is not None and objection.question is not None:
                question, code = objection.question, rule.model_fields["code"].default
                kind = question.key.partition("/")[0]
                found.setdefault(kind, (f"`{question.key}`", f"`{code}`", question.ask, _where(kind)))
    return [
        "# Question keys",
        "",
        "A question has a key that stays the same from round to round. It stands in square brackets",
        "behind the question in the summary, and as `key` in `questions` of the proposal. Its first part",
        "says what is asked, the rest about whom. Only the kinds that name the sheet Answers are settled",
        "by a yes or no there; a row about any other kind is refused.",
        *table(
            ("key, for example", "rule", "question", "where the answer goes"),
            (found[k] for k in sorted(found)),
        ),
    ]


def _where(kind: str) -> str:
    """Say where an answer goes; whether a plain yes or no will do is the code's to say."""
    if kind not in ABOUT:
        return WHERE[kind]
    return f"Answers: yes or no; {'' if WHERE[kind].startswith('a yes') else 'or '}{WHERE[kind]}"
