"""`matchmaker explain` on the hamlet: who, because, and what it would mean for others."""

from __future__ import annotations

import json

import pytest

from matchmaker.cli.exits import Exit
from matchmaker.plan import Search
from tests.cli.hamlet import ran, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return ran(tmp_path_factory.mktemp("hamlet"))


def test_why_somebody_has_their_suggestion(folder):
    done = run("explain", folder, "--beneficiary", "B1")
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert done.stdout == (
        "We suggest that B1 Sam T. meets M1 Robin P., alone.\n"
        "Because: both like chess; times that could suit; 10 minutes to travel; the company they would like; "
        "M1 Robin P. has room and nobody at present.\n"
        "Beside M2 Kit W., who comes next: just as much speaks for either.\n"
        "All 17 rules were looked at. What is written down about these two:\n"
        "M1 Robin P. has a check-in plan and a lone-working device; a worker can be rung while they meet.\n"
        "Also possible: M2 Kit W., alone (Good to try).\n"
        "By everything the programme counts, the whole plan would be just as good.\n"
        "B1 Sam T. would meet M2 Kit W. instead of M1 Robin P.\n"
        "B2 Jo L. would meet M1 Robin P. instead of M2 Kit W.\n"
    )


def test_why_not_a_pair_that_is_possible(folder):
    """B3 and a day at court: joint only, and first somebody has to ask."""
    done = run("explain", folder, "--pair", "M2", "B3")
    assert done.exit_code == Exit.DONE
    assert done.stdout == (
        "Alone: it is closed.\n"
        "How far M2 Kit W. may go with a day at court has not been agreed yet.\n"
        "Together with their worker: ask first.\n"
        "How far along is M2 Kit W. with a day at court: joint, accompanied, alone in public, alone?\n"
        "What it would mean for others:\n"
        "By everything the programme counts, the whole plan would be just as good.\n"
        "B3 Ali R., who has no suggestion yet, would meet M2 Kit W.\n"
        "B2 Jo L. would have no suggestion for now; it was M2 Kit W.\n"
    )


def test_a_pair_that_is_suggested_is_said_to_be(folder):
    done = run("explain", folder, "--pair", "M2", "B2")
    assert "Together with their worker: this is what we suggest.\n" in done.stdout
    assert "for others" not in done.stdout


def test_why_nobody_and_what_would_help(folder):
    """B3 and a day at court: nobody knows how far M2 is with it; M1 has no place left."""
    done = run("explain", folder, "--beneficiary", "B3")
    assert done.exit_code == Exit.DONE
    said = done.stdout.splitlines()
    assert said[0] == "B3 Ali R. has no suggestion yet."
    assert said[1].startswith("What is in the way: ")
    assert any(line.startswith("What would help: ") for line in said)
    data = json.loads(run("explain", folder, "--beneficiary", "B3", "--json").stdout)
    assert [each["verified"] for each in data["what_would_help"]] == [True] * len(data["what_would_help"])


def test_json_holds_the_same_and_the_figures(folder):
    done = run("explain", folder, "--pair", "M2", "B3", "--json")
    found = json.loads(done.stdout)
    assert [way["stands"] for way in found["ways"]] == ["closed", "possible"]
    assert found["for_others"]["regret"] == found["for_others"]["at_least"] == [0, 0, 0, 0, 0]
    assert [move["beneficiary"] for move in found["for_others"]["moves"]] == ["B3", "B2"]
    assert found["sentences"][0] == "Alone: it is closed."


def test_whole_plans_stand_apart_and_say_when_they_are_the_same(folder):
    """B1 and B2 could change places at no loss; nobody was suggested anything before."""
    done = run("explain", folder, "--plans")
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    paragraphs = done.stdout.split("\n\n")
    assert paragraphs[:4] == [
        "Each of these plans keeps every rule and every limit. Which one to go by is yours to decide.",
        "The plan we recommend: 2 people would be offered one.",
        "With the fewest changes since the last proposal: there was no proposal before this one, so it is the "
        "plan we recommend.",
        "Strictly in the order in which people asked, after those who are urgent: it is the plan we recommend.",
    ]
    assert all(
        each.startswith("Nearly as good, and different for as many people as we") for each in paragraphs[4:]
    )
    assert "B1 Sam T." in paragraphs[4]
    found = json.loads(run("explain", folder, "--plans", "--json").stdout)
    assert [plan["idea"] for plan in found["plans"]][:2] == ["recommended", "fewest changes"]
    assert found["plans"][0]["totals"][1] == 2
    assert found["plans"][0]["meets"][0] == {"beneficiary": "B1", "mentors": ["M1"], "company": "alone"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            [],
            "Nothing to explain. Maybe --beneficiary B07, --pair M03 B07, --recruit, --plans or --fair-to FILE.",
        ),
        (["--beneficiary", "B1", "--pair", "M1", "B1"], "One question at a time. Maybe only --pair."),
        (["--recruit", "--beneficiary", "B1"], "One question at a time. Maybe only --recruit."),
        (["--pair", "M1", "B1", "--plans"], "One question at a time. Maybe only --plans."),
        (["--pair", "M11", "B1"], "There is no mentor 'M11'. Maybe M1?"),
        (["--beneficiary", "B5"], "B5 makes no request at present: they said no to a mentor."),
        (["--beneficiary", "B11"], "There is no open request by 'B11'. Maybe B1?"),
    ],
)
def test_what_cannot_be_asked_is_said(folder, words, says):
    done = run("explain", folder, *words)
    assert done.exit_code == Exit.USAGE
    assert done.stderr.startswith(says), done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("given", ["0", "0.09", "nan", "inf", "86401", "-1", "soon"])
def test_seconds_are_checked_as_match_checks_them(folder, tmp_path, given):
    done = run("explain", folder, "--recruit", "--seconds", given)
    assert (done.exit_code, done.stdout) == (Exit.USAGE, "")
    as_match = run("match", tmp_path / "round.json", "--seconds", given).stderr
    assert done.stderr.splitlines()[0] == as_match.splitlines()[0]
    assert "float" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [["--beneficiary", "B3"], ["--pair", "M2", "B1"], ["--recruit"], ["--plans"]],
    ids=" ".join,
)
def test_no_plan_is_looked_for_longer_than_seconds(folder, monkeypatch, words):
    """Every solve, the first one too, is told how long it may take: five seconds here, and less than that."""
    given: list[float] = []
    checked = Search.__post_init__

    def noted(search: Search) -> None:
        given.append(search.seconds)
        checked(search)

    monkeypatch.setattr(Search, "__post_init__", noted)
    assert run("explain", folder, *words, "--seconds", "5").exit_code == Exit.DONE
    assert given
    assert max(given) == 5


def test_a_run_that_was_edited_is_not_explained(tmp_path):
    folder = ran(tmp_path)
    path = folder / "proposal.json"
    path.write_text(path.read_text(encoding="utf-8").replace("chess", "cards"), encoding="utf-8")
    done = run("explain", folder, "--beneficiary", "B1")
    assert done.exit_code == Exit.READ_OR_WRITE
    assert "was edited" in done.stderr


def test_what_we_are_short_of_has_names_and_figures(folder):
    """N1 has four visits, which is two introductions: B3 waits for a third, not for a mentor."""
    done = run("explain", folder, "--recruit")
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "Who would help if they came:"
    assert (
        "One more mentor would not help B3 Ali R. while N1 Asha K. has no introduction visits left." in lines
    )
    assert "What is most worth finding out:" in lines
    found = json.loads(run("explain", folder, "--recruit", "--json").stdout)
    assert found["sentences"][0] == lines[0]
    assert found["mentors"][0]["could_meet"] == ["B3"]
    assert found["mentors"][0]["gain"]["more"][:2] == [0, 0]
    lacks = {"code": "introduction-visits", "worker": "N1"}
    assert found["mentors"][0]["held_up"] == [{"lacks": [lacks], "people": ["B3"]}]


def groups_in(folder, text="beneficiary,group\nB1,Secret\nB2,Other\n"):
    path = folder / "groups.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_how_it_turns_out_for_groups_tells_only_what_may_be_told(folder, tmp_path):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    done = run("explain", folder, "--fair-to", groups_in(tmp_path))
    assert (done.exit_code, done.stderr) == (Exit.DONE, "")
    assert done.stdout == (
        "Everybody together: 3 people asked, and 2 of them have a suggestion.\n"
        "There are too few people to tell groups apart: none is told of below 10 people.\n"
        "Groups have no part in any plan, and nothing of the file is kept.\n"
    )
    found = json.loads(run("explain", folder, "--fair-to", groups_in(tmp_path), "--json").stdout)
    assert (found["asked"], found["offered"], found["groups"]) == (3, 2, [])
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_of_groups_is_not_to_lie_in_the_run_folder(tmp_path):
    folder = ran(tmp_path)
    done = run("explain", folder, "--fair-to", groups_in(folder))
    assert done.exit_code == Exit.USAGE
    assert "lies in the run folder, which is kept and handed on" in done.stderr


def test_a_wrong_file_of_groups_is_told_by_row_and_names_nobody(folder, tmp_path):
    done = run(
        "explain", folder, "--fair-to", groups_in(tmp_path, "beneficiary,group\nB1,Secret\nB1,Secret\n")
    )
    assert done.exit_code == Exit.INPUT
    assert "groups.csv, row 3: this is the person of row 2 again." in done.stderr
    assert "Secret" not in done.output
    gone = run("explain", folder, "--fair-to", tmp_path / "nosuch.csv")
    assert gone.exit_code == Exit.READ_OR_WRITE


def test_a_link_to_itself_is_no_file_of_groups(folder, tmp_path):
    link = tmp_path / "round.csv"
    link.symlink_to(link)
    assert run("explain", folder, "--fair-to", link).exit_code == Exit.READ_OR_WRITE
