"""Peak memory counts what a child holds, and nothing that was given back before."""

import sys

import pytest

from benchmarks.memory import PROCESSES, peak_of

MEGABYTES = 80
HOLD = f"import time; held = bytearray(b'x') * ({MEGABYTES} << 20); time.sleep(0.5)"


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="this system has no list of processes to read")
def test_what_a_child_holds_is_counted():
    alone = peak_of([sys.executable, "-c", "import time; time.sleep(0.3)"])
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}], check=True)"
    found = peak_of([sys.executable, "-c", child])
    assert alone is not None
    assert found is not None
    assert alone < MEGABYTES <= found < 3 * MEGABYTES


def test_a_command_that_fails_is_no_measurement():
    with pytest.raises(SystemExit, match="ended with 3"):
        peak_of([sys.executable, "-c", "raise SystemExit(3)"])
