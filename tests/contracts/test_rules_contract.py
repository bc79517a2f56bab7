"""What holds for every rule there is: registry, fast twin, failing, switching off, protecting."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

import numpy as np
import pytest
from pydantic import TypeAdapter, ValidationError

import matchmaker.rules
from matchmaker.domain.arrangement import Arrangement
from matchmaker.domain.context import Context
from matchmaker.domain.reasons import Objection
from matchmaker.errors import RuleError
from matchmaker.rules import RULES, AnyRule, Rule
from matchmaker.rules.base import Axis
from matchmaker.rules.block import Block, Masks
from matchmaker.rules.law import objections
from tests.counts import SEED, count
from tests.rounds import random_round
from tests.rules.judging import ABSOLUTE, RULE, decision, judge, round_of, said
from tests.rules.tables import OTHER_PARAMETERS, examples

POLICY = {
    "clearance", "situation", "lone-working", "checks-and-training", "supervision-current",
    "has-a-navigator", "venue-access", "availability", "travel", "language", "role", "known-area",
}  # fmt: skip
"""Copied by hand from the table of rules, as ABSOLUTE is; a rule that was added since is not here."""
SPECIFIED = ABSOLUTE | POLICY
SWITCHABLE = sorted(set(RULE) - ABSOLUTE)

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


# --- registry ------------------------------------------------------------------------------------


def subclasses(kind: Any) -> Iterator[Any]:
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_rule_that_is_written_is_in_the_union():
    for module in pkgutil.walk_packages(matchmaker.rules.__path__, "matchmaker.rules."):
        importlib.import_module(module.name)
    written = {rule for rule in subclasses(Rule) if rule.__module__.startswith("matchmaker.rules.")}
    assert written == set(RULES)


def test_the_codes_of_the_specification_are_there_and_no_two_are_the_same():
    """A programme may have learnt more since; what it was promised stays."""
    assert len(RULES) == len(RULE)
    assert set(RULE) >= SPECIFIED


def test_the_strengths_are_those_of_the_specification():
    """A further absolute rule is written a second time in verify, so it is entered by hand."""
    assert {code for code, rule in RULE.items() if rule.strength == "absolute"} == ABSOLUTE


@every_rule
def test_every_rule_has_a_table_of_hand_worked_examples(rule):
    verdicts = {example.expected.split()[0] for example in examples(RULE_CODE[rule])}
    assert "ready" in verdicts, "what it lets through"
    assert verdicts & {"closes", "asks"}, "what it does not"


@every_rule
def test_a_rule_is_found_by_its_code_and_reads_back_as_itself(rule):
    union: TypeAdapter[Any] = TypeAdapter(AnyRule)
    assert union.validate_python({"code": RULE_CODE[rule]}) == rule()
    assert union.validate_json(rule().model_dump_json()) == rule()


RULE_CODE = {rule: code for code, rule in RULE.items()}


# --- the fast twin equals the law ----------------------------------------------------------------


def rounds_to_judge() -> Iterator[Context]:
    for seed in range(SEED, SEED + count("twin_rounds")):
        yield context_of(seed)


@functools.lru_cache(maxsize=600)
def context_of(seed: int) -> Context:
    size = {"mentors": 3 - (seed % 10 == 0), "beneficiaries": 3}
    return Context(random_round(seed, **size, previous=seed % 2 == 0, choices=seed % 3 == 0))


def blocks(context: Context) -> Iterator[Block]:
    """Single mentors alone and joint, the teams in either order paired, and groups, for several tasks.

    Whoever hosts nothing and whoever asked for no group is judged as well; and companies together.
    """
    visits = tuple(
        (person, task)
        for person in context.round.beneficiaries
        for task in dict.fromkeys((*person.wants_to_do, "coffee_walk", "court", "home_visit", "forms_post"))
    )
    singles = tuple((mentor,) for mentor in context.round.mentors)
    teams = tuple(
        tuple(context.mentors[each] for each in pair)
        for team in context.round.teams
        for pair in ((team.one, team.other), (team.other, team.one))
    )
    yield Block(singles, visits, ("alone", "joint"), context)
    yield Block(teams, visits, ("paired",), context)
    yield Block(singles, visits, ("group",), context)
    if len(singles) < 3:
        yield Block(singles, visits, ("alone", "group", "joint"), context)


def by_law(rule: Rule, block: Any, place: Any, venue: Any) -> tuple[bool, bool]:
    """Say whether a venue is ready, and whether it is open, judging each mentor as they see it."""
    party, (person, task), company = (
        axis[index] for axis, index in zip((block.parties, block.visits, block.companies), place, strict=True)
    )
    found = []
    for mentor in party:
        second = next((other.id for other in party if other is not mentor), None)
        seen = Arrangement(task, company, venue, second, leads=mentor is party[0])
        found.append(rule.judge(mentor, person, seen, block.context))
    kept = [objection for objection in found if objection is not None]
    return not kept, not any(objection.closes for objection in kept)


def disagreements(rule: Rule, context: Context) -> Iterator[tuple[Any, ...]]:
    """Yield every arrangement on which twin and law differ."""
    for block in blocks(context):
        shape = (len(block.parties), len(block.visits), len(block.companies), block.words)
        ready, open_ = (np.broadcast_to(mask, shape) for mask in rule.open(block))
        for place in np.ndindex(shape[:3]):
            for venue in context.venues_for(block.visits[place[1]][1]):
                word, bit = block.bit[venue.code]
                twin = bool(ready[place][word] & bit), bool(open_[place][word] & bit)
                if twin != by_law(rule, block, place, venue):
                    yield rule.code, [m.id for m in block.parties[place[0]]], place, venue.code, twin


def settings_of(rule: Any) -> Iterator[Rule]:
    yield rule()
    for (code, name), value in OTHER_PARAMETERS.items():
        if code == RULE_CODE[rule]:
            yield rule(**{name: value})


@every_rule
def test_the_fast_twin_says_what_the_law_says(rule):
    for context in rounds_to_judge():
        for each in settings_of(rule):
            assert list(disagreements(each, context)) == []


@every_rule
@pytest.mark.parametrize(("mentors", "beneficiaries"), [(0, 0), (0, 2), (2, 0)])
def test_the_fast_twin_answers_for_rounds_without_people(rule, mentors, beneficiaries):
    context = Context(random_round(1, mentors=mentors, beneficiaries=beneficiaries))
    assert list(disagreements(rule(), context)) == []


def test_the_fast_twin_knows_more_venues_than_one_word_has_bits():
    """A word holds 32 venues: 14 kinds without a place, the café's 40 places; two words."""
    rows = {
        "places": [CAFE | {"id": f"P{n}", "public": n % 2 == 0} for n in range(1, 41)],
        "avoid": [{"who": "B1", "place": "P1"}, {"who": "M1", "place": "P40"}],
    }
    context = Context(round_of(rows=rows, mentor={"device": False, "usual_step": "alone_public"}))
    assert len(context.venues) == 14 + 40
    for rule in RULE.values():
        assert list(disagreements(rule(), context)) == []


AXES = ("mentor", "beneficiary", "task", "company", "venue")


class Forgetful(Rule):
    """Looks at something that its `looks_at` does not name; written to be caught."""

    code: Literal["forgetful"] = "forgetful"
    title: ClassVar[str] = "wrong on purpose"
    looks_at: ClassVar[frozenset[Axis]] = frozenset()
    at: str

    def objection(self, mentor, beneficiary, arrangement, context):
        seen = {
            "mentor": mentor.id == "M2", "beneficiary": beneficiary.id == "B2",
            "task": arrangement.task == "court", "company": arrangement.company == "joint",
            "venue": arrangement.venue.public,
        }  # fmt: skip
        return self.closed("Wrong on purpose.") if seen[self.at] else None

    def sentence(self) -> str:
        return "Wrong on purpose."


def forgetful(axis: str, looks_at: Any) -> Rule:
    kind = type("ForgetfulRule", (Forgetful,), {"looks_at": looks_at, "__module__": __name__})
    return kind(at=axis)


@pytest.mark.parametrize("axis", AXES)
def test_a_rule_that_does_not_say_all_it_looks_at_is_caught(axis):
    context = Context(random_round(7, mentors=3, beneficiaries=3))
    assert list(disagreements(forgetful(axis, frozenset(AXES) - {axis}), context))
    assert not list(disagreements(forgetful(axis, frozenset({axis})), context))
    assert not list(disagreements(forgetful(axis, frozenset(AXES)), context))


class InAGroup(Forgetful):
    """Looks at the place, but only where people meet in a group; written to be caught."""

    looks_at: ClassVar[frozenset[Axis]] = frozenset({"company"})

    def objection(self, mentor, beneficiary, arrangement, context):
        if arrangement.company != "group":
            return None
        return super().objection(mentor, beneficiary, arrangement, context)


def test_what_a_rule_looks_at_in_a_group_counts_there_and_has_to_be_said():
    context = Context(random_round(7, mentors=2, beneficiaries=3))  # few, so that companies are mixed too
    assert list(disagreements(InAGroup(at="venue"), context))
    said = {"looks_at_in_a_group": frozenset({"venue"}), "__module__": __name__}
    assert not list(disagreements(type("Says", (InAGroup,), said)(at="venue"), context))


def test_a_twin_that_opens_what_the_law_closes_is_caught():
    class Generous(RULE["wants-a-mentor"]):  # type: ignore[misc, valid-type]
        def open(self, block: Block) -> Masks:
            return block.everything()

    said_no = round_of(beneficiary={"wants": "no"})
    context = Context(said_no)
    assert list(disagreements(Generous(), context))


def ready_bits(context: Context) -> dict[tuple[Any, ...], bool]:
    """Return for each arrangement whether all rules together leave it ready."""
    bits = {}
    for block in blocks(context):
        shape = (len(block.parties), len(block.visits), len(block.companies), block.words)
        masks = [rule().open(block) for rule in RULE.values()]
        ready = functools.reduce(Masks.__and__, masks, block.everything()).ready
        ready = np.broadcast_to(ready, shape)
        for p, v, c in np.ndindex(shape[:3]):
            person, task = block.visits[v]
            for venue in context.venues_for(task):
                word, bit = block.bit[venue.code]
                names = (*(m.id for m in block.parties[p]), person.id, task, block.companies[c])
                bits[*names, venue.code] = bool(ready[p, v, c, word] & bit)
    return bits


SAFETY = [
    (collection, name)
    for collection in ("mentors", "beneficiaries", "navigators")
    for kind in [type(getattr(random_round(1, mentors=1, beneficiaries=1), collection)[0])]
    for name, info in kind.model_fields.items()
    if (info.json_schema_extra or {}).get("safety") and not info.is_required()
    if name not in ("wants_to_do", "gender_wish", "gender_wished")  # needed with wants = yes
]


@pytest.mark.parametrize(("collection", "name"), SAFETY)
def test_a_blank_in_a_safety_field_never_makes_anything_ready(collection, name):
    """Forgetting to fill in a form must never be what lets a pair through."""
    for seed in range(SEED, SEED + max(1, count("twin_rounds") // 5)):
        before = context_of(seed)
        rows = [row.model_copy(update={name: None}) for row in getattr(before.round, collection)]
        after = ready_bits(Context(before.round.revised(**{collection: rows})))
        assert not [each for each, ready in ready_bits(before).items() if after[each] and not ready]


# --- a rule that fails ---------------------------------------------------------------------------


@every_rule
def test_a_rule_that_raises_stops_the_run_and_is_named(rule, monkeypatch):
    def raises(*_: Any) -> None:
        raise KeyError("B1 told us something private")

    monkeypatch.setattr(rule, "objection", raises)
    with pytest.raises(RuleError, match=RULE_CODE[rule]) as error:
        judge(RULE_CODE[rule])
    assert "private" not in str(error.value)


@every_rule
@pytest.mark.parametrize("answer", [True, False, 0, "", "closed", object()])
def test_a_rule_that_answers_with_anything_else_is_not_taken_for_a_yes(rule, answer, monkeypatch):
    monkeypatch.setattr(rule, "objection", lambda *_: answer)
    with pytest.raises(RuleError, match=RULE_CODE[rule]):
        judge(RULE_CODE[rule])


def test_neither_the_law_nor_the_twin_swallows_a_failing_rule(monkeypatch):
    monkeypatch.setattr(RULE["role"], "objection", lambda *_: True)
    context = Context(round_of())
    party, person = (context.mentors["M1"],), context.beneficiaries["B1"]
    where: Any = ("coffee_walk", "alone", context.venue["park"])
    with pytest.raises(RuleError):
        list(objections([RULE["role"]()], party, beneficiary=person, where=where, context=context))
    with pytest.raises(RuleError):
        RULE["role"]().open(Block((party,), ((person, "coffee_walk"),), ("alone",), context))


# --- parameters, and switching off ---------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(ABSOLUTE))
def test_an_absolute_rule_cannot_be_switched_off(code):
    with pytest.raises(ValidationError, match="cannot be switched off"):
        RULE[code](off=True, off_by="Sam", off_because="we know better")


@pytest.mark.parametrize("code", SWITCHABLE)
def test_a_policy_rule_can_be_switched_off_by_somebody_who_says_why(code):
    assert RULE[code](off=True, off_by="Sam", off_because="agreed on 1 October").off


WHO_AND_WHY = {"off_by": "Sam", "off_because": "agreed on 1 October"}


@pytest.mark.parametrize("code", SWITCHABLE)
@pytest.mark.parametrize("name", WHO_AND_WHY)
@pytest.mark.parametrize("value", [None, "", "  "])
def test_nobody_switches_a_rule_off_without_a_name_and_a_reason(code, name, value):
    with pytest.raises(ValidationError):
        RULE[code](off=True, **WHO_AND_WHY | {name: value})


@every_rule
def test_a_misspelt_parameter_is_refused_never_ignored(rule):
    with pytest.raises(ValidationError):
        rule(offf=True)
    with pytest.raises(ValidationError):
        rule(code="another")


@pytest.mark.parametrize(
    ("code", "name", "value"),
    [
        ("supervision-current", "every_days", 0),
        ("supervision-current", "every_days", "31"),
        ("supervision-current", "every_days", 31.0),
        ("supervision-current", "every_days", True),
        ("travel", "limit_minutes", 0),
        ("travel", "limit_minutes", -1),
        ("travel", "limit_minutes", "45"),
        ("situation", "high_alone", 1),
        ("situation", "high_alone", "yes"),
        ("lone-working", "home_unaccompanied", "no"),
        ("checks-and-training", "modules", "safety"),
    ],
)
def test_a_parameter_is_never_coerced(code, name, value):
    with pytest.raises(ValidationError):
        RULE[code](**{name: value})


@every_rule
def test_a_rule_never_changes(rule):
    with pytest.raises(ValidationError):
        rule().off = True


# --- protective rows -----------------------------------------------------------------------------

CAFE = {"id": "P1", "label": "Blue Café", "kind": "cafe_public", "area": "Town"}
PROTECTIVE: list[tuple[str, str, dict[str, str]]] = [
    ("kept-apart", "keep_apart", {"one": "M1", "other": "B1"}),
    ("kept-apart", "keep_apart", {"one": "M1", "situation": "others_present"}),
    ("venue-access", "avoid", {"who": "B1", "place": "P1"}),
    ("venue-access", "avoid", {"who": "B1", "kind": "cafe_public"}),
    ("venue-access", "avoid", {"who": "M1", "area": "Town"}),
    ("availability", "avoid", {"who": "M1", "time": "Mon 09:00-17:00"}),
]
SOME = {
    "beneficiary": "B1", "task": "any", "situation": "others_present", "level": "some",
    "by": "N1", "set_on": "2026-09-01", "review_on": "2026-12-01",
}  # fmt: skip


def judge_protected(code: str, collection: str, *, now=(), before=(), lifted=()) -> str:
    empty = ("priorities", "matches", "unmatched", "mentors_without_a_match", "hear_more")
    proposal: dict[str, Any] = {
        "engine_version": "0.1.0", "as_of": "2026-09-01", "round_hash": "r", "policy_hash": "p",
        "previous_hash": None, "salt": "0", "status": "optimal", "reproducible": True,
        **{name: [] for name in empty},
    }  # fmt: skip
    rows = {
        "places": [CAFE], "situations": [SOME], collection: list(now),
        "previous": {"proposal": proposal, collection: list(before)},
        "decisions": [decision("lift", row=row) for row in lifted],
    }  # fmt: skip
    return said(judge(code, venue="P1", rows=rows, mentor={"free": ["Mon 09:00-17:00"]}))


protective = pytest.mark.parametrize(("code", "collection", "row"), PROTECTIVE)


def key_of(collection: str, row: dict[str, str]) -> str:
    """Return the key under which a decision names a row."""
    rows = getattr(round_of(rows={"places": [CAFE], collection: [row]}), collection)
    return str(rows[0].key)


@protective
def test_a_protective_row_closes_and_without_it_nothing_does(code, collection, row):
    assert judge_protected(code, collection, now=[row]) == "closes"
    assert judge_protected(code, collection) == "ready"


@protective
def test_a_protective_row_that_is_gone_now_still_holds(code, collection, row):
    """Somebody deleted a line of a spreadsheet: that decides nothing."""
    assert judge_protected(code, collection, before=[row]) == "closes"


@protective
def test_a_decision_lifts_a_row_that_is_gone(code, collection, row):
    assert judge_protected(code, collection, before=[row], lifted=[key_of(collection, row)]) == "ready"


@protective
def test_lifting_another_row_lifts_nothing(code, collection, row):
    assert judge_protected(code, collection, before=[row], lifted=[key_of(collection, row) + "x"]) == "closes"


def test_reopening_a_decline_does_not_lift_a_no_contact_between_the_same_two():
    """Two rows with two reasons: a decision that removes one of them leaves the other."""
    rows = [{"one": "M1", "other": "B1", "kind": kind} for kind in ("declined_before", "no_contact")]
    for row in rows:
        lifted = [key_of("keep_apart", row)]
        assert judge_protected("kept-apart", "keep_apart", before=rows, lifted=lifted) == "closes"


def test_a_row_of_today_holds_whatever_was_lifted_before():
    """Who writes a row after lifting it means it."""
    row = {"one": "M1", "other": "B1"}
    lifted = [key_of("keep_apart", row)]
    assert judge_protected("kept-apart", "keep_apart", now=[row], lifted=lifted) == "closes"


def test_an_objection_knows_whether_it_closes():
    assert Objection("role", "No.", "policy").closes
    assert not judge("supervision-current", mentor={"supervised_on": None}).closes
