"""Where names are written, worked out by hand."""

from __future__ import annotations

import pytest

from matchmaker.policy.toml_lines import line_of, lines_of

TEXT = """\
# rules.travel.limit_minutes = 1
name = "rules.travel"
habits.session_minutes = 50
legal_basis_gender = '''
[rules.language]
off = true
'''
rules.language = { off = true, off_by = "A", "off_because" = "b" }
[rules.travel]   # [rules.role]
limit_minutes = 30
[rules.'known-area']
off = true
[[rules.role]]
off = true
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("name", 2), ("habits", 3), ("habits.session_minutes", 3), ("legal_basis_gender", 4),
        ("rules", 8), ("rules.language", 8), ("rules.language.off_because", 8), ("rules.travel", 9),
        ("rules.travel.limit_minutes", 10), ("rules.known-area.off", 12), ("rules.role.off", 14),
        ("rules.travel.off_by", 9), ("rules.clearance", 8), ("nowhere", 1), ("", 1),
    ],
)  # fmt: skip
def test_each_name_has_the_line_where_it_or_what_it_stands_in_is_written(path, line):
    assert line_of(tuple(path.split(".")), lines_of(TEXT)) == line
