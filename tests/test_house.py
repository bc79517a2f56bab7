"""The house keeps its own rules: sizes, packages, mirrors, words and imports."""

from __future__ import annotations

import ast
import functools
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "matchmaker"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAX_FILE_LINES = 300
MEDIAN_FILE_LINES = 100
MAX_BODY_LINES = 40
MAX_PARAMETERS = 6
MAX_POSITIONAL = 2

MANY_PARAMETERS = {"from_arrays"}
"""The numeric problem is its arrays; a bundle of them would only move the list."""

POSITIONAL = {"verify", "next_round", "recruit_next", "what_would_help", "why", "why_not"}
"""Promised with three in the public face: `verify(round_, policy, proposal)`."""

SENTENCE = ["mentor", "beneficiary", "arrangement", "context"]
"""Said in this order in every rule, criterion and limit, so nobody needs to name them."""

HANDED_IN_BY_NAME = re.compile(r"\b(command|group|option|argument|\w*validator|\w*serializer)\b")
"""Decorators whose functions are called by click or pydantic, never by a reader."""

HEAVY = ("ortools", "numpy", "pandas", "networkx")
JUDGES = ("domain", "rules", "criteria", "limits", "policy", "verify")
"""The rooms that verify stands on; it must work where no solver is installed."""

UNKIND = re.compile(
    r"\b(mentees?|clients?|service[ -]users?|prot[eé]g[eé]s?|chaotic|non-engag\w+|offenders?|"
    r"addicts?|junkies?|alcoholics?)\b",
    re.IGNORECASE,
)
ALLOWED_WORDS = {("CONTRIBUTING.md", "mentee"), ("CONTRIBUTING.md", "client")}
"""Where a word must be named: to say that we do not use it, or because a source is quoted."""
NOT_PEOPLE = re.compile(r"\bdistributed\.Client\b|\bimport Client\b|\bClient\.get_executor\b")

SOMEBODYS_MACHINE = re.compile(
    r"(?<![\w.~-])/(home|root|Users|work|opt|mnt)/\w|index[-_]url|find[-]links|pypi[.]org/simple"
)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def place(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> str:
    return f"{relative(path)}:{node.lineno} {node.name}"


# --- sizes ---------------------------------------------------------------------------------------


def test_no_file_needs_a_second_sitting():
    long = {relative(path): lines(path) for path in MODULES if lines(path) > MAX_FILE_LINES}
    assert not long, f"more than {MAX_FILE_LINES} lines"


def test_the_median_file_fits_on_two_screens():
    assert statistics.median(lines(path) for path in MODULES if lines(path)) < MEDIAN_FILE_LINES


def test_no_function_body_is_longer_than_a_screen():
    long = {}
    for path in MODULES:
        for node in functions(path):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            if length > MAX_BODY_LINES:
                long[place(path, node)] = length
    assert not long, f"more than {MAX_BODY_LINES} lines without the docstring"


def positional(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def handed_in_by_name(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(HANDED_IN_BY_NAME.search(ast.unparse(each)) for each in node.decorator_list)


def test_no_function_takes_more_than_six_parameters():
    many = {
        place(path, node): count
        for path in MODULES
        for node in functions(path)
        if (count := len(positional(node)) + len(node.args.kwonlyargs)) > MAX_PARAMETERS
        and node.name not in MANY_PARAMETERS
        and not handed_in_by_name(node)
    }
    assert not many


def test_parameters_after_the_second_are_named_by_the_caller():
    unnamed = {
        place(path, node): names
        for path in MODULES
        for node in functions(path)
        if len(names := positional(node)) > MAX_POSITIONAL
        and not node.name.startswith("_")
        and names != [word for word in SENTENCE if word in names]
        and node.name not in POSITIONAL
        and not handed_in_by_name(node)
    }
    assert not unnamed, "put a * after the second parameter of a public function"


# --- rooms ---------------------------------------------------------------------------------------


def test_every_folder_of_modules_is_a_package():
    """Without an __init__ the floors are not checked in it, and nobody notices."""
    assert not [relative(path.parent) for path in MODULES if not (path.parent / "__init__.py").exists()]


def test_every_module_says_why_it_exists():
    assert not [relative(path) for path in MODULES if not ast.get_docstring(tree(path))]


def public_names(path: Path) -> set[str]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    names = {node.name for node in tree(path).body if isinstance(node, kinds)}
    return {name for name in names if not name.startswith("_")}


@functools.cache
def names_in_tests() -> frozenset[str]:
    """Return every dotted name of matchmaker that a test imports, or reaches through `mm`."""
    found = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found |= {f"{node.module}.{alias.name}" for alias in node.names} | {f"{node.module}"}
            elif isinstance(node, ast.Attribute) and ast.unparse(node.value) in (
                "mm",
                "matchmaker",
            ):
                found.add(f"matchmaker.{node.attr}")
    return frozenset(found)


def is_tested(path: Path) -> bool:
    """Say whether tests/ mirrors the module, or a test imports it or one of its names."""
    room = path.relative_to(PACKAGE).with_suffix("")
    folder = ROOT / "tests" / room.parent
    mirrors = [folder / f"test_{room.name}.py", *folder.glob(f"test_{room.name}_*.py")]
    module = ".".join(("matchmaker", *room.parts))
    parents = [module, *(".".join(module.split(".")[:n]) for n in range(1, module.count(".") + 1))]
    names = {module} | {f"{parent}.{name}" for parent in parents for name in public_names(path)}
    return any(mirror.exists() for mirror in mirrors) or bool(names & names_in_tests())


def test_every_module_has_a_test_that_knows_it():
    alone = [
        relative(path)
        for path in MODULES
        if path.name not in ("__init__.py", "__main__.py") and public_names(path)
        if not is_tested(path)
    ]
    assert not alone, "add tests/<room>/test_<file>.py, or import it by name in a test"


# --- words ---------------------------------------------------------------------------------------


def prose() -> Iterator[Path]:
    yield from ROOT.glob("*.md")
    for folder in ("src", "docs", "benchmarks"):
        for path in (ROOT / folder).rglob("*"):
            text = path.suffix in {".py", ".md", ".toml", ".json", ".csv", ".html", ".txt", ".js"}
            if text and not {"_build", "__pycache__"} & set(path.parts):
                yield path


def finds(pattern: re.Pattern[str], paths: Iterator[Path]) -> Iterator[tuple[str, int, str]]:
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for found in pattern.finditer(line):
                if not NOT_PEOPLE.search(line):
                    yield relative(path), number, found.group().lower()


def test_people_are_called_what_they_would_not_mind_reading():
    found = [
        f"{path}:{number} {word}"
        for path, number, word in finds(UNKIND, prose())
        if (path, word) not in ALLOWED_WORDS
    ]
    assert not found


def test_nothing_names_somebodys_machine_or_package_host():
    files = (ROOT / name for name in ("pyproject.toml", "Makefile", ".ci/run", ".importlinter"))
    tests = (ROOT / "tests").rglob("*.py")
    assert not list(finds(SOMEBODYS_MACHINE, (path for group in (prose(), files, tests) for path in group)))


# --- imports -------------------------------------------------------------------------------------


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)


def test_import_matchmaker_loads_no_solver_and_no_arrays():
    done = run_python(
        "import sys, matchmaker as mm\n"
        "for name in mm.__all__: pass\n"
        f"loaded = [name for name in {HEAVY} if name in sys.modules]\n"
        "sys.exit(f'loaded: {loaded}' if loaded else 0)"
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("room", [room for room in JUDGES if list(PACKAGE.glob(f"{room}*"))])
def test_what_verify_stands_on_works_without_solver_and_arrays(room):
    done = run_python(
        "import importlib, pkgutil, sys\n"
        f"sys.modules.update(dict.fromkeys({HEAVY}))\n"
        f"room = importlib.import_module('matchmaker.{room}')\n"
        "for each in pkgutil.walk_packages(getattr(room, '__path__', ()), room.__name__ + '.'):\n"
        "    importlib.import_module(each.name)\n"
    )
    assert done.returncode == 0, done.stderr
