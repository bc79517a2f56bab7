"""The room needs the standard library and nothing else; what it checks must not help it to check."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "src" / "matchmaker" / "certificate").glob("*.py"))
OURS = ("matchmaker.certificate", "matchmaker.errors")

WORKED = """
import sys
sys.path.append({src!r})
from matchmaker.certificate import Certificate, Given, faults_of, fingerprint_of
given = Given(2, (0, 1), ((3, 5),), (0, 0), (0, 1), (1, 1), (1,), (0,), (0, 1))
prices = Certificate((0, 1), ((3,),))
assert faults_of(given, (-1, 1), certificate=prices) == ()
assert faults_of(given, (0, -1), certificate=prices) != ()
print(len(fingerprint_of(given, (-1, 1), certificate=prices)))
"""


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_only_the_standard_library_is_imported(path):
    strange = {
        name
        for name in imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names and not name.startswith(OURS)
    }
    assert not strange


def test_it_works_where_nothing_is_installed():
    """`-I -S`: no package of anybody's is on the path, only our sources."""
    code = WORKED.format(src=str(ROOT / "src"))
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("64\n", "")
