"""Nothing is decided on, or follows from, a run that somebody edited."""

import json

import pytest

from matchmaker.engine import propose, proposed
from matchmaker.errors import CannotRead
from matchmaker.policy import Policy
from matchmaker.runs import Run, unedited_run, write_run
from tests.rules.judging import round_of


def test_a_run_as_it_was_written_is_returned_and_one_that_now_says_ready_is_not(tmp_path):
    round_ = round_of(beneficiary={"dual_worked": None})
    run = Run(round_, Policy.standard(), propose(round_))
    folder = write_run(run, tmp_path / "one")
    assert unedited_run(folder) == run
    text = (folder / "proposal.json").read_text()
    assert '"ask first"' in text
    (folder / "proposal.json").write_text(text.replace('"ask first"', '"ready"'))
    with pytest.raises(CannotRead, match="one was edited since it was written"):
        unedited_run(folder)


def test_without_its_hashes_the_round_has_at_least_to_be_that_of_the_proposal(tmp_path):
    round_ = round_of()
    folder = write_run(Run(round_, Policy.standard(), propose(round_)), tmp_path / "one")
    (folder / "SHA256SUMS").unlink()
    assert unedited_run(folder).round == round_
    data = json.loads((folder / "round.json").read_text())
    data["mentors"][0]["available"] = False
    (folder / "round.json").write_text(json.dumps(data))
    with pytest.raises(CannotRead, match="was edited"):
        unedited_run(folder)


def test_a_certificate_that_was_edited_or_is_gone_counts_as_an_edit(tmp_path):
    round_ = round_of()
    found = proposed(round_)
    run = Run(round_, Policy.standard(), found.proposal, certificate=found.certificate)
    folder = write_run(run, tmp_path / "one")
    assert unedited_run(folder) == run
    (folder / "certificate.json").unlink()
    with pytest.raises(CannotRead, match="was edited"):
        unedited_run(folder)
