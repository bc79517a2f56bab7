"""Sentences for people: no sign may move a cursor, and no value runs on."""

import pytest

from matchmaker.errors import InputProblem
from matchmaker.files.telling import LONGEST_SHOWN, folder_shown, shown, told


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (InputProblem("c", "Mentors!F7", "is not a number.", "Maybe 2.", sheet="Mentors", row=7,
                      column="hours_per_week", value="two"),
         'Mentors, cell F7 (hours_per_week): "two" is not a number. Maybe 2.'),
        (InputProblem("c", "Mentors!F7", "is blank.", sheet="Mentors", row=7, column="hours_per_week"),
         "Mentors, cell F7 (hours_per_week): it is blank."),
        (InputProblem("c", "Mentors!F7", "M9 is not among the mentors.", sheet="Mentors", row=7, column="m",
                      value="M9"),
         "Mentors, cell F7 (m): M9 is not among the mentors."),
        (InputProblem("c", "Mentors", "there is no such sheet.", sheet="Mentors"),
         "Mentors: there is no such sheet."),
        (InputProblem("c", "Mentors", "there is no column id.", sheet="Mentors", row=1, column="id"),
         "Mentors, row 1: there is no column id."),
        (InputProblem("c", "mentors[3].id", "is not text.", "Maybe put it in quotation marks.", value="7"),
         'mentors[3].id: "7" is not text. Maybe put it in quotation marks.'),
        (InputProblem("c", "line 1, column 2", "is not JSON."), "line 1, column 2: is not JSON."),
    ],
)  # fmt: skip
def test_a_problem_is_told_as_one_sentence(problem, sentence):
    assert told(problem) == sentence


def test_what_is_shown_cannot_move_the_cursor_or_run_on():
    assert shown("a\x1b[2J\r\nb\u202e") == r"a\x1b[2J\r\nb\u202e"
    assert shown("Zoë 𝄞") == "Zoë 𝄞"
    assert shown("x" * 500) == "x" * (LONGEST_SHOWN - 1) + "…"


def test_of_a_long_path_the_end_is_kept():
    """Two folders of one name lie somewhere else: 59 signs of the end, and one that says there is more."""
    assert folder_shown("a/run") == "a/run"
    path = "x" * 100 + "/november/run"
    assert folder_shown(path) == "…" + path[-59:]
    assert len(folder_shown(path)) == LONGEST_SHOWN
    assert folder_shown("a\x1b/run") == "a\\x1b/run"
