"""`matchmaker` as a process, where nothing around it is as usual."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.hamlet import saved


@pytest.mark.parametrize(
    "setting", [{}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C", "NO_COLOR": "1"}], ids=str
)
def test_a_folder_that_is_gone_and_no_home(tmp_path, setting):
    """A26: the same result wherever it is run from, and whatever the system speaks."""
    (tmp_path / "here").mkdir()
    code = f"import os; os.chdir({str(tmp_path / 'here')!r}); os.rmdir(os.getcwd())\n"
    words = ["matchmaker", "match", str(saved(tmp_path)), "--json", "--out", str(tmp_path / "run")]
    code += f"import sys; sys.argv = {words!r}\nfrom matchmaker.cli import main; main()"
    bare = {"PATH": os.environ["PATH"]} | setting
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=bare, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (tmp_path / "run" / "proposal.json").read_bytes()
    assert b"\x1b" not in done.stderr


def test_the_module_is_the_command():
    command = [sys.executable, "-m", "matchmaker", "--version"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
