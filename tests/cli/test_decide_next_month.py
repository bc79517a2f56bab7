"""From one meeting to the next month on the command line: match, decide, next, match again."""

from __future__ import annotations

import json

import matchmaker as mm
from tests.cli.hamlet import hamlet, ran, run, saved


def met(tmp_path):
    """B1 is suggested somebody, ready; B2 asks first, since nobody knows whether two workers visit."""
    return ran(tmp_path)


def kinds(folder):
    return [decision.kind for decision in mm.load_run(folder).decisions]


def test_an_accepted_introduction_is_a_match_next_month_and_stays(tmp_path):
    folder = met(tmp_path)
    (first, *_) = [m for m in mm.load_run(folder).proposal.matches if m.state == "ready"]
    done = run("decide", folder, "--accept", first.beneficiary, "--by", "Asha K.")
    assert (done.exit_code, kinds(folder)) == (0, ["accept"]), done.stderr
    book = tmp_path / "december.xlsx"
    done = run("next", folder, "--as-of", "2026-12-14", "-o", book)
    assert done.exit_code == 0, done.stderr
    assert "1 new on the sheet Matches" in done.stdout
    (row,) = mm.read_round(book).matches
    assert (row.beneficiary, row.mentors, row.state) == (first.beneficiary, first.mentors, "mentor_asked")
    again = run("match", book, "--previous", folder, "--out", tmp_path / "december")
    assert again.exit_code == 0, again.stderr
    later = mm.load_run(tmp_path / "december")
    asked = {match.beneficiary for match in later.proposal.matches}
    asked |= {entry.beneficiary for entry in later.proposal.unmatched}
    assert first.beneficiary not in asked
    assert later.round.decisions == ()  # the match says it now


def test_who_was_accepted_is_kept_even_when_the_workbook_does_not_say_so_yet(tmp_path):
    """The old workbook again: the acceptance works as a pin."""
    folder = met(tmp_path)
    (first, *_) = [m for m in mm.load_run(folder).proposal.matches if m.state == "ready"]
    run("decide", folder, "--accept", first.beneficiary)
    later = hamlet(programme=hamlet()["programme"] | {"as_of": "2026-11-30"})
    done = run("match", saved(tmp_path, later, "later.json"), "--previous", folder, "--out", tmp_path / "two")
    assert done.exit_code == 0, done.stderr
    pairs = {(m.beneficiary, m.mentors) for m in mm.load_run(tmp_path / "two").proposal.matches}
    assert (first.beneficiary, first.mentors) in pairs


def test_a_rejection_holds_for_ninety_days_and_a_pin_for_its_own_meeting(tmp_path):
    folder = met(tmp_path)
    assert run("decide", folder, "--reject", "B1:M1", "--reason", "the bus was cancelled").exit_code == 0
    assert run("decide", folder, "--pin", "B1:M2").exit_code == 0
    for day, expected in (("2026-11-16", {"reject", "pin"}), ("2026-11-17", {"reject"})):
        round_ = hamlet(programme=hamlet()["programme"] | {"as_of": day})
        name = tmp_path / day
        done = run("match", saved(tmp_path, round_, f"{day}.json"), "--previous", folder, "--out", name)
        assert done.exit_code in (0, 5), done.stderr
        assert {decision.kind for decision in mm.load_run(name).round.decisions} == expected


def test_a_rejection_survives_a_month_in_which_its_person_is_not_in_the_workbook(tmp_path):
    """B1 is away in December and back in January: B1 and M1 are still not suggested."""
    folder = met(tmp_path)
    assert run("decide", folder, "--reject", "B1:M1", "--reason", "the bus was cancelled").exit_code == 0
    away = [row for row in hamlet()["beneficiaries"] if row["id"] != "B1"]
    situations = [row for row in hamlet()["situations"] if row["beneficiary"] != "B1"]
    months = {
        "2026-12-14": {"beneficiaries": away, "situations": situations},
        "2027-01-11": {},
    }
    for day, changes in months.items():
        round_ = hamlet(programme=hamlet()["programme"] | {"as_of": day}, **changes)
        done = run(
            "match", saved(tmp_path, round_, f"{day}.json"), "--previous", folder, "--out", tmp_path / day
        )
        assert done.exit_code == 0, done.stderr
        folder = tmp_path / day
    assert [decision.kind for decision in mm.load_run(folder).round.decisions] == ["reject"]
    assert ("B1", ("M1",)) not in {(m.beneficiary, m.mentors) for m in mm.load_run(folder).proposal.matches}


def test_answers_stand_where_they_belong(tmp_path):
    folder = met(tmp_path)
    done = run("decide", folder, "--answer", "dual-worked/B2=no", "--answer", "known-area/B1/M2=yes")
    assert (done.exit_code, kinds(folder)) == (0, ["answer", "answer"]), done.stderr
    book = tmp_path / "next.json"
    assert run("next", folder, "-o", book).exit_code == 0
    assert {(row.question, row.answer) for row in mm.read_round(book).answers} == {
        ("dual-worked/B2", "no"),
        ("known-area/B1/M2", "yes"),
    }


def test_decisions_go_out_and_come_in_as_json_lines(tmp_path):
    folder = met(tmp_path)
    run("decide", folder, "--veto", "B1:M1", "--reason", "a cousin", "--by", "Asha K.")
    lines = tmp_path / "all.jsonl"
    assert run("decide", folder, "--export", lines).exit_code == 0
    (data,) = map(json.loads, lines.read_text(encoding="utf-8").splitlines())
    assert (data["kind"], data["actor"], data["mentors"]) == ("veto", "Asha K.", ["M1"])
    (tmp_path / "other").mkdir()
    other = ran(tmp_path / "other")
    assert run("decide", other, "--import", lines).exit_code == 0
    assert run("decide", other, "--import", lines).stdout.startswith(
        "Written down: 0. The run folder now holds 1 in all"
    )
    assert mm.load_run(other).decisions == mm.load_run(folder).decisions


def test_every_mistake_is_named_at_once_and_nothing_is_written(tmp_path):
    folder = met(tmp_path)
    done = run(
        "decide", folder, "--reject", "B1:M1", "--hold", "B1", "--answer", "dual-worked/B2", "--pin", "B1",
    )  # fmt: skip
    assert done.exit_code == 3
    for words in (
        "--reject B1:M1: needs a reason",
        "--hold B1: needs a last day",
        "--answer dual-worked/B2: holds",
    ):
        assert words in done.stderr
    assert kinds(folder) == []


def test_what_does_not_fit_is_told_in_the_words_that_were_typed(tmp_path):
    folder = met(tmp_path)
    done = run("decide", folder, "--answer", "comfort/M1/crowds=yes", "--accept", "B3:M1")
    assert done.exit_code == 3
    assert "--answer comfort/M1/crowds=yes: question" in done.stderr
    done = run("decide", folder, "--accept", "B3:M1")
    assert "--accept B3:M1: accepts B3 with M1" in done.stderr
    assert kinds(folder) == []


def test_a_decision_can_be_taken_back_and_its_id_is_not_used_again(tmp_path):
    folder = met(tmp_path)
    run("decide", folder, "--pin", "B1", "--by", "Asha K.", "--on", "2026-11-16")
    assert run("decide", folder).stdout.startswith("D1: pin B1 with M")
    done = run("decide", folder, "--undo", "D1")
    assert (done.exit_code, kinds(folder)) == (0, []), done.stderr
    assert "Nothing is decided yet" in run("decide", folder).stdout
    run("decide", folder, "--veto", "B1:M1")
    assert [decision.id for decision in mm.load_run(folder).decisions] == ["D2"]
    again = run("decide", folder, "--undo", "D1")
    assert again.exit_code == 3
    assert "--undo D1: takes back D1, which does not stand. Maybe look up the id" in again.stderr


def test_what_asks_first_cannot_be_accepted(tmp_path):
    folder = met(tmp_path)
    asks = [m.beneficiary for m in mm.load_run(folder).proposal.matches if m.state == "ask first"]
    assert asks == ["B2"]
    done = run("decide", folder, "--accept", "B2")
    assert done.exit_code == 3
    assert "ask first" in done.stderr
    assert kinds(folder) == []


def test_a_run_folder_with_decisions_is_not_replaced(tmp_path):
    folder = met(tmp_path)
    run("decide", folder, "--pin", "B1")
    done = run("match", saved(tmp_path), "--out", folder, "--force")
    assert done.exit_code == 8
    assert "decisions" in done.stderr
    assert kinds(folder) == ["pin"]


def test_a_verified_run_stays_sound_when_decisions_are_added(tmp_path):
    folder = met(tmp_path)
    run("decide", folder, "--pin", "B1")
    assert run("verify", folder).exit_code == 0
