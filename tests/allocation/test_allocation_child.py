"""Processes of our own: never begun where they cannot be, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from matchmaker.allocation.child import NoChild, begun, private_file

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def test_a_frozen_program_is_never_started_a_second_time(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with private_file() as numbers, private_file() as answer, pytest.raises(NoChild, match="no plain Python"):
        begun(numbers, answer, seconds=60.0, module="matchmaker.allocation.flows.apart")


def test_files_without_a_name_are_found_without_memory_files_too(monkeypatch):
    monkeypatch.delattr(os, "memfd_create", raising=False)
    with private_file() as file:
        file.write(b"1")
        file.seek(0)
        assert file.read() == b"1"


@POSIX
def test_a_child_leaves_when_its_parent_is_another_one():
    code = f"from matchmaker.allocation.child import leave_with; leave_with({os.getpid()} + 1, 60.0)"
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)
    assert done.returncode == 1


@POSIX
def test_a_child_leaves_when_nobody_waits_any_more():
    code = (
        f"import time; from matchmaker.allocation.child import leave_with\n"
        f"leave_with({os.getpid()}, -1.0); time.sleep(60)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, timeout=50)
    assert done.returncode == -signal.SIGALRM
