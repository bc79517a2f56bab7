"""A policy file: laid over the standard by code, with every mistake at its line, all at once."""

from __future__ import annotations

import pytest

from matchmaker.errors import CannotRead, PolicyErrors
from matchmaker.policy import Policy
from matchmaker.policy.toml_file import LARGEST

ABSOLUTE = ("wants-a-mentor", "kept-apart", "gender-wish", "dual-worked", "on-a-break")


@pytest.fixture
def load(tmp_path):
    def read(text: str) -> Policy:
        (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
        return Policy.load(tmp_path / "policy.toml")

    return read


@pytest.fixture
def refused(load):
    """Return the places and messages of everything that is wrong."""

    def read(text: str) -> list[str]:
        with pytest.raises(PolicyErrors) as error:
            load(text)
        assert all("Maybe" in str(problem) for problem in error.value.problems)
        return [str(problem) for problem in error.value.problems]

    return read


def clause(policy: Policy, code: str):
    return next(c for c in (*policy.rules, *policy.criteria, *policy.limits) if c.code == code)


def test_an_empty_file_is_the_standard_policy(load):
    assert load("") == Policy.standard()
    assert load("").fingerprint == Policy.standard().fingerprint


def test_only_what_is_written_changes(load):
    policy = load("overdue_weeks = 8\n[rules.travel]\nlimit_minutes = 30\n[habits]\nintro_visits = 3\n")
    assert (policy.overdue_weeks, policy.ready_bonus, policy.move_price) == (8, 300, 1_000)
    assert clause(policy, "travel").limit_minutes == 30
    assert clause(policy, "supervision-current").every_days == 31
    assert (policy.habits.intro_visits, policy.habits.session_minutes) == (3, 60)
    assert [rule.code for rule in policy.rules] == [rule.code for rule in Policy.standard().rules]
    assert policy.fingerprint != Policy.standard().fingerprint


def test_switching_a_rule_off_needs_who_and_why(load, refused):
    named = 'off = true\noff_by = "Ada"\noff_because = "small town"\n'
    policy = load(f"[rules.known-area]\n{named}")
    assert "known-area" not in {rule.code for rule in policy.rules_on}
    assert len(policy.rules_on) == len(policy.rules) - 1
    for missing in ('off_by = "Ada"', 'off_because = "small town"', ""):
        (problem,) = refused(f"[rules.known-area]\noff = true\n{missing}\n")
        assert "off_by" in problem
        assert "line 1" in problem


@pytest.mark.parametrize("code", ABSOLUTE)
def test_an_absolute_rule_cannot_be_switched_off(refused, code):
    (problem,) = refused(f'[rules.{code}]\noff = true\noff_by = "Ada"\noff_because = "we know better"\n')
    assert "cannot be switched off" in problem
    assert code in problem


def test_every_other_clause_can(load):
    standard = Policy.standard()
    for group in ("rules", "criteria", "limits"):
        for each in getattr(standard, group):
            if each.code not in ABSOLUTE:
                policy = load(f'[{group}.{each.code}]\noff = true\noff_by = "A"\noff_because = "b"\n')
                assert clause(policy, each.code).off


def test_an_unknown_code_is_an_error_at_its_line_with_the_nearest_name(refused):
    (problem,) = refused("overdue_weeks = 8\n\n[rules.travl]\nlimit_minutes = 3\n")
    assert "line 3" in problem
    assert "travl" in problem
    assert "Maybe travel?" in problem


def test_all_mistakes_are_told_at_once_each_at_its_line(refused):
    found = refused(
        "overdue_weeks = 0\n"
        "ready_bonos = 1\n"
        "[rules.travel]\n"
        "limit_minutes = '30'\n"
        "[rules.situation]\n"
        "high_alone = 1\n"
        "[limits.houses]\n"
        "off = true\n"
        "[criteria.interests]\n"
        "weight = 101\n"
        "[habits]\n"
        "session_minutes = -1\n"
    )
    for line, name in (
        (1, "overdue_weeks"), (2, "ready_bonos"), (4, "limit_minutes"), (6, "high_alone"), (7, "houses"),
        (10, "weight"), (12, "session_minutes"),
    ):  # fmt: skip
        (told,) = [problem for problem in found if f"line {line} " in problem or f"line {line}:" in problem]
        assert name in told
    assert len(found) == 7


def test_weights_are_at_most_a_hundred_together(load, refused):
    """The six are 40, 20, 15, 15, 5 and 5: with 25 off practicalities and style, interests may have 65."""
    lower = "[criteria.practicalities]\nweight = 10\n[criteria.style]\nweight = 0\n[criteria.interests]\n"
    assert clause(load(f"{lower}weight = 65\n"), "interests").weight == 65
    (problem,) = refused(f"{lower}weight = 66\n")
    assert "more than 100" in problem


@pytest.mark.parametrize(
    "weight", ["1.9", "nan", "inf", "1e300", "true", '"40"', "-1", "4611686018427387904"]
)
def test_a_weight_is_a_small_whole_number_or_refused(refused, weight):
    """A04: nothing is rounded, nothing reaches a solver."""
    assert refused(f"[criteria.interests]\nweight = {weight}\n")


@pytest.mark.parametrize(
    ("order", "wrong"),
    [
        ('["offered", "fit"]', False), ('["waited"]', False), ("[]", True), ('["fit", "fit"]', True),
        ('["offered", "fairness"]', True),
    ],
)  # fmt: skip
def test_priorities_are_known_names_each_once(load, refused, order, wrong):
    if wrong:
        assert refused(f"priorities = {order}\n")
    else:
        assert load(f"priorities = {order}\n").priorities


@pytest.mark.parametrize(
    "text", ["overdue_weeks = ", "[rules", "a = 1\na = 2\n", "rules = 3", "[rules]\ntravel = 5"]
)
def test_a_file_that_makes_no_sense_is_refused_whole(refused, text):
    assert refused(text)


def test_a_file_that_is_not_there_not_text_or_too_large(tmp_path):
    with pytest.raises(CannotRead):
        Policy.load(tmp_path / "nowhere.toml")
    (tmp_path / "large.toml").write_text("#" * (LARGEST + 1), encoding="utf-8")
    with pytest.raises(PolicyErrors, match=r"large.toml: is too large"):
        Policy.load(tmp_path / "large.toml")
    (tmp_path / "bom.toml").write_bytes(b"\xef\xbb\xbfoverdue_weeks = 9")
    assert Policy.load(tmp_path / "bom.toml").overdue_weeks == 9


def test_names_that_stand_in_a_text_or_a_comment_lead_nobody_astray(refused):
    (problem,) = refused(
        '# [rules.travel] limit_minutes = 1\nname = "travel"\n'
        'legal_basis_gender = """\n[rules.travel]\nlimit_minutes = 2\n"""\n\n'
        "[rules.travel]\nlimit_minutes = -3\n"
    )
    assert "line 9 (rules.travel.limit_minutes)" in problem


def test_what_it_is_called_is_no_parameter(refused):
    """`code = "language"` in the table of travel would otherwise be passed over."""
    (problem,) = refused('[rules.travel]\ncode = "language"\nlimit_minutes = 30\n')
    assert "line 2" in problem


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("[rulez.travel]\nlimit_minutes = 3\n", "Maybe rules?"),
        ("[rules.kept-appart]\noff = true\n", "Maybe kept-apart?"),
        ("[rules.travel]\nlimit_minuts = 3\n", "Maybe limit_minutes?"),
        ("[habits]\nsesion_minutes = 3\n", "Maybe session_minutes?"),
        ("fit_flor = 3\n", "Maybe fit_floor?"),
        ("[rules.gender-wish]\nwomen_only = true\n", "Maybe one of off, off_by, off_because."),
        ("rules = 3\n", "Maybe [rules.wants-a-mentor]"),
        ("[[rules.travel]]\nlimit_minutes = 3\n", "Maybe a line [rules.travel]"),
    ],
)
def test_a_misspelt_name_never_passes_for_a_setting(refused, text, nearest):
    """T03: a safety rule that is misspelt must not run as if it were off, or as if it were set."""
    (problem,) = refused(text)
    assert nearest in problem
    assert "line 1" in problem or "line 2" in problem


def test_mistakes_are_told_from_the_top(refused):
    found = refused(
        "[rules.language]\noff = true\n[rules.kept-apart]\noff = true\n[habits]\nx = 1\nfit = 2\n"
    )
    lines = [int(problem.partition("line ")[2].partition(" ")[0]) for problem in found]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_every_safety_rule_off_is_refused_as_often_as_there_are_rules(refused):
    """T13: the five absolute ones cannot be, and of the others nobody says who decided."""
    codes = [rule.code for rule in Policy.standard().rules]
    assert len(refused("".join(f"[rules.{code}]\noff = true\n" for code in codes))) == len(codes)
