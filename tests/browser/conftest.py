"""A real browser for tests: the system's Chromium, off the network, and axe-core from node_modules.

Where either is missing these tests are skipped and say so; with MATCHMAKER_BROWSER=1, as in .ci/run, they
fail instead. Get them with `apt-get install chromium` and `make axe`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from matchmaker.runs.pdf import find_browser

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
QUIET = [
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]  # fmt: skip


def missing(what: str) -> None:
    """Skip with a line that says what is missing, or fail where it must not be."""
    if os.environ.get("MATCHMAKER_BROWSER"):
        pytest.fail(what)
    pytest.skip(what)


@dataclass
class Opened:
    """A page in the browser, with all that it complained of or asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    asked_for: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return what axe finds, with the first place of each."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(f"axe.run({{runOnly: {TAGS}}})")["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def sideways(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make setup")
    path = find_browser()
    if path is None:
        missing("Chromium is not installed: apt-get install chromium")
    if not AXE.is_file():
        missing("axe-core is not there: make axe")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=path, args=[*QUIET, *as_root])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Return a way to open a page of HTML as a file, in a window of some width."""
    contexts = []

    def open_page(html: str, *, width: int = 1280) -> Opened:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 844}, offline=True))
        found = Opened(contexts[-1].new_page())
        found.page.on("console", lambda message: found.complaints.append(message.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.page.on("request", lambda request: found.asked_for.append(request.url))
        found.page.goto(path.as_uri())
        return found

    yield open_page
    for context in contexts:
        context.close()
