"""Whether everybody still has their id, worked by hand on five people."""

import pytest

import matchmaker as mm
from matchmaker.errors import InputErrors
from matchmaker.runs import since
from matchmaker.runs.identity import Changes
from tests.cli.hamlet import hamlet, ran, run, saved

LABELS = ("Sam T.", "Jo L.", "Ali R.", "Pat N.", "Lee D.")


def with_labels(*labels: str):
    """Return the hamlet, its people called so in the order of their ids; fewer names, fewer people."""
    data = hamlet(situations=[])
    data["beneficiaries"] = [
        p | {"label": name} for p, name in zip(data["beneficiaries"], labels, strict=False)
    ]
    return data


def changes(*labels: str) -> Changes:
    return since(mm.Round.from_dict(with_labels(*LABELS)), mm.Round.from_dict(with_labels(*labels)))


def test_nobody_changed():
    assert changes(*LABELS) == Changes()
    assert changes("SAM T.", *LABELS[1:]) == Changes(), "it is the same name"
    assert Changes().notes == ()
    Changes().refuse_moved()


def test_a_sheet_sorted_on_one_column_only():
    """Names in order of the alphabet, ids where they were: Ali, Jo, Lee, Pat, Sam; Jo and Pat stay by chance."""
    found = changes(*sorted(LABELS))
    assert found == Changes(moved=("B1", "B3", "B5"))
    with pytest.raises(InputErrors) as caught:
        found.refuse_moved()
    assert str(caught.value) == (
        "Since the last round: names stand beside other ids: B1, B3 and B5. Maybe a sheet was sorted on one "
        "column only. If they are right as they are, add --same-people."
    )


def test_a_row_that_slipped_down_by_one():
    assert changes("Ray", *LABELS[:4]) == Changes(moved=("B2", "B3", "B4", "B5"), renamed=("B1",))


def test_a_new_name_and_somebody_who_left():
    found = changes("Sam Green", *LABELS[1:4])
    assert found == Changes(renamed=("B1",), gone=("B5",))
    assert found.notes == (
        "Since the last round, these ids have another name: B1. Maybe check that each is still the same person.",
        "These people were in the last round and are not in this one: B5. Maybe a file was cut short.",
    )


def test_the_id_of_somebody_who_left_is_not_given_to_a_namesake():
    """B1 is now called as B5 was, and B5 is gone: whose clearances are these?"""
    assert changes("Lee D.", *LABELS[1:4]).moved == ("B1",)


def test_two_people_of_one_name_are_two_people():
    then = mm.Round.from_dict(with_labels("Sam", "Sam", "Ali"))
    now = mm.Round.from_dict(with_labels("Sam", "Sam", "Sam"))
    assert since(then, now) == Changes(renamed=("B3",))


def test_only_so_many_are_named():
    assert (
        Changes(gone=tuple("abcdefgh")).notes[0].partition(": ")[2].startswith("a, b, c, d, e, f and 2 more.")
    )


def test_match_stops_until_somebody_is_sure_and_names_nobody(tmp_path):
    first = ran(tmp_path, round_=with_labels(*LABELS))
    path = saved(tmp_path, with_labels(*sorted(LABELS)), "sorted.json")
    done = run("match", path, "--previous", first, "--out", tmp_path / "second", "-v")
    assert done.exit_code == 3
    assert "B1, B3 and B5" in done.stderr
    assert not (tmp_path / "second").exists()
    assert not [name for name in LABELS if name in done.output]
    done = run("match", path, "--previous", first, "--out", tmp_path / "second", "--same-people")
    assert done.exit_code == 0


def test_check_says_the_same(tmp_path):
    first = ran(tmp_path, round_=with_labels(*LABELS))
    done = run("check", saved(tmp_path, with_labels(*sorted(LABELS)), "sorted.json"), "--previous", first)
    assert done.exit_code == 3
    assert "1 problem to put right:\n  Since the last round: names stand beside other ids" in done.stdout
    done = run(
        "check", saved(tmp_path, with_labels("Sam Green", *LABELS[1:4]), "less.json"), "--previous", first
    )
    assert done.exit_code == 0
    assert "Worth a look, and maybe right as it is:\n  Since the last round, these ids" in done.stdout
    assert "Green" not in done.stdout
