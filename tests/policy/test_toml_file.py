"""Which files are read as a policy, and who else could change them."""

from __future__ import annotations

import os

import pytest

from matchmaker.errors import CannotRead, PolicyErrors
from matchmaker.policy import Policy
from matchmaker.policy.toml_file import read_text, risks_of


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\xff\xfen\x00", 1), ("name = 'x'\nlegal_basis_gender = 'caf\xe9'\n".encode("latin-1"), 2),
        (b"a = 1\n\n\xc3(", 3), ("name = 'x'".encode("utf-16"), 1),
    ],
)  # fmt: skip
def test_what_is_not_utf_8_is_told_at_its_line(tmp_path, raw, line):
    (tmp_path / "policy.toml").write_bytes(raw)
    with pytest.raises(PolicyErrors, match=rf"policy.toml, line {line}: is not UTF-8 text. Maybe save it"):
        Policy.load(tmp_path / "policy.toml")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path):
    (tmp_path / "policy.toml").write_bytes(
        b"\xef\xbb\xbfoverdue_weeks = 9\r\n[rules.travel]\r\nlimit_minutes = 30\r\n"
    )
    assert Policy.load(tmp_path / "policy.toml").overdue_weeks == 9


def test_a_folder_a_pipe_and_a_name_that_cannot_be_are_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe):
        with pytest.raises(CannotRead, match="is not a plain file"):
            read_text(path)
    for path in (tmp_path / "nowhere.toml", tmp_path / ("x" * 5_000), tmp_path / "a\x00b"):
        with pytest.raises(CannotRead, match="cannot be read") as error:
            read_text(path)
        assert str(error.value).isprintable()


def test_a_file_that_anybody_can_change_is_told(tmp_path):
    """T15."""
    path = tmp_path / "policy.toml"
    path.write_text("overdue_weeks = 9\n")
    path.chmod(0o600)
    assert risks_of(path) == ()
    path.chmod(0o666)
    (risk,) = risks_of(path)
    assert "Anybody" in risk
    assert "Maybe" in risk
    assert risks_of(tmp_path / "nowhere.toml") == ()


def test_a_file_of_somebody_else_is_told_but_not_one_of_the_administrator(tmp_path, monkeypatch):
    path = tmp_path / "policy.toml"
    path.write_text("overdue_weeks = 9\n")
    path.chmod(0o600)
    owner = path.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    told = risks_of(path)
    assert bool(told) == (owner != 0)
    if os.geteuid() == 1 and owner == 0:
        os.chown(path, 4_321, -1)
        (risk,) = risks_of(path)
        assert "belongs to somebody else" in risk
