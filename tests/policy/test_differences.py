"""Where two policies differ, by the names of a policy file."""

from __future__ import annotations

import pytest

from matchmaker.domain.habits import Habits
from matchmaker.policy import Policy
from matchmaker.policy.differences import Difference, differences, written

STANDARD = Policy.standard()


def test_only_what_differs_and_both_values():
    ours = Policy(name="ours", overdue_weeks=8, habits=Habits(intro_visits=3), priorities=("fit",))
    assert differences(ours, STANDARD) == (
        Difference("habits.intro_visits", 3, 2),
        Difference("priorities", ("fit",), STANDARD.priorities),
        Difference("overdue_weeks", 8, 12),
    )
    assert differences(STANDARD, ours)[2] == Difference("overdue_weeks", 12, 8)
    assert differences(STANDARD, STANDARD) == ()


def test_a_parameter_of_a_clause_has_its_group_and_code(tmp_path):
    (tmp_path / "p.toml").write_text('[rules.role]\noff = true\noff_by = "A"\noff_because = "b"\n')
    found = differences(Policy.load(tmp_path / "p.toml"), STANDARD)
    assert [each.parameter for each in found] == [
        "rules.role.off", "rules.role.off_by", "rules.role.off_because",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "true"), (1_200, "1,200"), (None, "–"), ("a", '"a"'), (("a", "b"), '["a", "b"]'), ((), "[]")],
)
def test_values_look_as_in_a_policy_file(value, said):
    assert written(value) == said
