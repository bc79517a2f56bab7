"""A page as PDF, through a browser that is installed anyway: nothing is sent anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from matchmaker.errors import CannotWrite
from matchmaker.files.whole import write_whole

NAMES: Final = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
PLACES: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
QUIET: Final = (
    "--headless", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-default-apps", "--disable-extensions", "--disable-sync", "--no-first-run",
    "--no-default-browser-check", "--disable-breakpad", "--disable-domain-reliability",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer",
)  # fmt: skip
"""No network: nothing is looked up, and what is asked for by number meets a closed door."""
_SECONDS = 120
_NODE = re.compile(rb"\(node\d{8}\)")
_STAMP = re.compile(rb"/(CreationDate|ModDate) ?\(D:\d{14}")


def find_browser() -> str | None:
    """Return a Chromium, Chrome or Edge that is installed, or nothing."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in (*found, *filter(os.path.exists, PLACES)) if path), None)


def pdf_of(html: str, *, on: date) -> bytes:
    """Return a page as PDF, dated on a day of our own so that the same page gives the same bytes.

    Raises:
        CannotWrite: there is no browser, or it did not make a PDF.
    """
    browser = find_browser()
    if browser is None:
        raise CannotWrite(
            "A PDF needs Chromium, Chrome or Edge, and none is installed. "
            "Maybe open the page in any browser and print it from there."
        )
    with tempfile.TemporaryDirectory(prefix="matchmaker-", ignore_cleanup_errors=True) as folder:
        page, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        write_whole(page, html)
        _run([browser, *QUIET, *_as_root(), f"--user-data-dir={folder}/profile",
              f"--print-to-pdf={made}", page.as_uri()])  # fmt: skip
        data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(b"%PDF-"):
        raise CannotWrite(
            f"{Path(browser).name} made no PDF. Maybe open the page in it and print from there."
        )
    return settled(data, on=on)


def settled(pdf: bytes, *, on: date) -> bytes:
    """Return a PDF without what differs from one time to the next; everything in it keeps its place.

    The names of table headers, such as `(node00000122)`, begin at a number that depends on the clock;
    they are counted anew, in the same order and as long as before.
    """
    names = {name: b"(node%08d)" % n for n, name in enumerate(sorted(set(_NODE.findall(pdf))), 1)}
    dated = _STAMP.sub(lambda stamp: b"/%s (D:%s000000" % (stamp[1], f"{on:%Y%m%d}".encode()), pdf)
    return _NODE.sub(lambda name: names[name[0]], dated)


def _as_root() -> tuple[str, ...]:
    """Chromium's sandbox does not start for root."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def _run(words: list[str]) -> None:
    try:
        subprocess.run(words, check=False, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603
    except subprocess.TimeoutExpired:
        name = Path(words[0]).name
        raise CannotWrite(
            f"{name} took longer than {_SECONDS} seconds over the PDF. Maybe open the page in it and print "
            "from there."
        ) from None
    except OSError as error:
        raise CannotWrite(
            f"{Path(words[0]).name} cannot be started ({(error.strerror or '').lower()}). "
            "Maybe open the page in any browser and print it from there."
        ) from None
