"""Prose is never kept away from its check: blocks run, commands exist, generated pages are fresh.

A block marked python runs, in order with the others of its page. A block marked bash runs when all
its commands are matchmaker's; of any other, and of a console block, every make target, command and
option must exist. A block that is not meant to run is marked text.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
GENERATOR = ROOT / "docs" / "generate.py"


@functools.cache
def make_targets() -> frozenset[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return frozenset(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@functools.cache
def help_of(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "matchmaker", *command, "--help"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"matchmaker {' '.join(command)} is no command: {done.stderr}"
    return done.stdout


def commands(block: str, *, prompted: bool) -> Iterator[list[str]]:
    """Yield what a reader would type, without prompts, comments and output."""
    for line in block.replace("\\\n", " ").splitlines():
        if prompted and not line.startswith("$ "):
            continue
        words = shlex.split(line.removeprefix("$ "), comments=True)
        command: list[str] = []
        for word in [*words, "&&"]:
            if word not in ("&&", "|", ";", "||"):
                command.append(word)
            elif command:
                yield [part for part in command if command[0] == part or "=" not in part]
                command = []


def check_command(words: list[str]) -> None:
    """Fail when a reader who types this finds no such target, command or option."""
    program, arguments = Path(words[0]).name, words[1:]
    if program == "make":
        unknown = {word for word in arguments if not word.startswith("-")} - make_targets()
        assert not unknown, f"no such make target: {unknown}"
    elif program == "matchmaker" and arguments and not arguments[0].startswith("-"):
        text = help_of(arguments[0])
        unknown = {word.split("=")[0] for word in arguments if word.startswith("--")}
        assert all(option in text for option in unknown), f"no such option of {words[1]}: {unknown}"


def evaluate_shell(example: Example) -> None:
    """Run a block that only uses matchmaker; of any other, check that its commands exist."""
    language = example.region.lexemes["arguments"]
    typed = list(commands(example.parsed, prompted=language == "console"))
    for words in typed:
        check_command(words)
    if language == "bash" and all(words[0] == "matchmaker" for words in typed):
        path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
        subprocess.run(
            ["bash", "-euo", "pipefail", "-c", example.parsed],
            env={**os.environ, "PATH": path}, check=True, capture_output=True,
        )  # fmt: skip


BLOCKS = Sybil(
    parsers=[
        PythonCodeBlockParser(),
        *(CodeBlockParser(language, evaluate_shell) for language in ("bash", "console")),
    ]
)
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if re.search(r"^```(python|bash|console)$", path.read_text("utf-8"), re.MULTILINE)
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_on_the_pages_run(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for example in BLOCKS.parse(page):
        example.evaluate()


def test_every_documented_make_command_exists():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert {"demo", "test", "deep", "check", "fix", "bench", "docs"} <= make_targets()
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= make_targets()


@pytest.mark.skipif(not GENERATOR.exists(), reason="no page is generated yet")
def test_generated_pages_are_fresh():
    done = subprocess.run([sys.executable, GENERATOR, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr} Maybe run docs/generate.py."
