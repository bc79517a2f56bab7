"""Makes the pictures of the pack in docs/images from the shipped example; run it after the pack changes.

`python docs/screenshots.py` needs Chromium, Chrome or Edge, and the development extra of this project.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import resources
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

import matchmaker as mm
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import pack_page
from matchmaker.runs.pdf import find_browser

IMAGES = Path(__file__).resolve().parent / "images"
SHOTS = {
    # name: (width, height, where the picture begins)
    "pack-first-page": (960, 700, ".kind"),
    "pack-waiting": (960, 620, "#waiting"),
    "pack-introductions": (960, 640, "#introductions"),
    "pack-phone": (390, 700, "#introductions"),
}


def example() -> str:
    """Return the pack of the shipped example, with all its explanations."""
    round_ = mm.Round.from_json((resources.files("matchmaker") / "examples" / "locality.json").read_bytes())
    policy = mm.Policy.standard()
    proposal = mm.propose(round_, policy)
    study = mm.Study(round_, policy, proposal)
    told = mm.explained(proposal, study, search=mm.Search(seconds=600)).proposal
    return pack_page(Agenda(told, policy, policy.context(round_)))


def shoot(page: Any, name: str) -> None:
    """Take one picture, from where it begins."""
    width, height, start = SHOTS[name]
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(
        f"window.scrollTo(0, document.querySelector('{start}').getBoundingClientRect().top + scrollY - 12)"
    )
    page.screenshot(path=IMAGES / f"{name}.png")
    print(f"docs/images/{name}.png, {(IMAGES / f'{name}.png').stat().st_size // 1000} kB")


def main() -> int:
    """Take every picture; the exit code says whether there was a browser."""
    browser = find_browser()
    if browser is None:
        print("No Chromium, Chrome or Edge is installed.")
        return 1
    IMAGES.mkdir(exist_ok=True)
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        path = Path(folder) / "pack.html"
        path.write_text(example(), encoding="utf-8")
        started = running.chromium.launch(executable_path=browser, args=as_root)
        page = started.new_page()
        page.goto(path.as_uri())
        for name in SHOTS:
            shoot(page, name)
        started.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
