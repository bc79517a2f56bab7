"""L14: as root it works, and says so once; to anybody else it says nothing of it."""

import os

import pytest

from tests.cli.hamlet import hamlet, run, saved


@pytest.mark.parametrize(("user", "told"), [(0, True), (1000, False)])
def test_who_is_signed_in_as_root_is_told(tmp_path, monkeypatch, user, told):
    monkeypatch.setattr(os, "geteuid", lambda: user)
    done = run("match", saved(tmp_path, hamlet()), "--out", tmp_path / "run")
    assert done.exit_code == 0
    assert ("signed in as root" in done.stderr) is told
