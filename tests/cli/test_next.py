"""`matchmaker next`: a new file, for a day that is named; the whole month is in `test_decide_next_month`."""

import openpyxl

import matchmaker as mm
from tests.cli.hamlet import ran, run, saved


def met(tmp_path):
    return ran(tmp_path)


def test_the_next_round_is_never_written_over_a_file(tmp_path):
    folder = met(tmp_path)
    done = run("next", folder, "-o", saved(tmp_path, name="there.json"))
    assert done.exit_code == 8
    assert mm.read_round(tmp_path / "there.json").as_of.isoformat() == "2026-11-16"


def test_without_a_day_it_is_that_of_the_round_and_nothing_else_changed(tmp_path):
    done = run("next", met(tmp_path), "-o", tmp_path / "again.json")
    assert done.exit_code == 0, done.stderr
    later = mm.read_round(tmp_path / "again.json")
    before = mm.load_run(tmp_path / "run").round
    assert later.revised(previous=None) == before
    assert later.previous is not None


def test_a_workbook_of_it_can_be_worked_in_like_the_template(tmp_path):
    """What comes up in the month has its sheet, its dropdowns and its notes; no example row is added."""
    run_folder = met(tmp_path)
    done = run("next", run_folder, "-o", tmp_path / "december.xlsx")
    assert done.exit_code == 0, done.stderr
    book = openpyxl.load_workbook(tmp_path / "december.xlsx")
    assert {"ReadMe", "KeepApart", "Avoid", "Situations", "Words"} <= set(book.sheetnames)
    assert [rule.prompt for rule in book["KeepApart"].data_validations.dataValidation if rule.prompt]
    assert book["Beneficiaries"].data_validations.dataValidation
    assert not [row for page in book for row in page.iter_rows(values_only=True) if "example-" in str(row)]
    assert mm.read_round(tmp_path / "december.xlsx") == mm.load_run(run_folder).round


def test_a_run_that_is_not_there_is_said_so(tmp_path):
    done = run("next", tmp_path / "gone", "-o", tmp_path / "again.json")
    assert done.exit_code == 8
    assert not (tmp_path / "again.json").exists()
