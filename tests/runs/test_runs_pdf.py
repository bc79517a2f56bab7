"""A page as PDF: through whatever browser there is, and with advice when there is none."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from matchmaker.errors import CannotWrite
from matchmaker.runs import pdf
from matchmaker.runs.pdf import find_browser, pdf_of, settled

DAY = date(2026, 11, 16)


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """Return a way to put a browser in the way that does what a script says."""
    asked = tmp_path / "asked"

    def put(script: str) -> Path:
        path = tmp_path / "chromium"
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {asked}\n{script}\n')
        path.chmod(0o700)
        monkeypatch.setattr(pdf, "find_browser", lambda: str(path))
        return asked

    return put


WRITES = 'for word in "$@"; do case $word in --print-to-pdf=*) printf "%%PDF-1.4 /CreationDate (D:20300101123456+00)" > "${word#--print-to-pdf=}";; esac; done'


def test_a_pdf_is_dated_on_the_day_of_the_round(browser):
    asked = browser(WRITES)
    assert pdf_of("<p>", on=DAY) == b"%PDF-1.4 /CreationDate (D:20261116000000+00)"
    words = asked.read_text().splitlines()
    assert "--headless" in words
    assert any(word.startswith("--user-data-dir=") for word in words), "never somebody's own profile"
    assert any("MAP * ~NOTFOUND" in word for word in words), "nothing is looked up"
    assert not Path(words[-1].removeprefix("file://")).exists(), "nothing is left behind"


def test_what_the_clock_put_into_a_pdf_is_taken_out_and_nothing_moves():
    one = (
        b"%PDF /ModDate (D:20300101123456+00'00') /ID (node00000122) /Headers [(node00000122) (node00000125)]"
    )
    two = (
        b"%PDF /ModDate (D:20300101123457+00'00') /ID (node00000121) /Headers [(node00000121) (node00000124)]"
    )
    assert settled(one, on=DAY) == settled(two, on=DAY)
    assert settled(one, on=DAY) == (
        b"%PDF /ModDate (D:20261116000000+00'00') /ID (node00000001) /Headers [(node00000001) (node00000002)]"
    )


@pytest.mark.parametrize("script", ["exit 1", 'touch "nothing"', WRITES.replace("PDF", "XXX")])
def test_a_browser_that_makes_no_pdf(browser, script, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    browser(script)
    with pytest.raises(CannotWrite, match=r"chromium made no PDF\. Maybe open the page"):
        pdf_of("<p>", on=DAY)


def test_a_browser_that_takes_for_ever(browser, monkeypatch):
    browser("exit 0")

    def slow(*words, **settings):
        raise subprocess.TimeoutExpired("chromium", settings["timeout"])

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(CannotWrite, match="took longer than 120 seconds"):
        pdf_of("<p>", on=DAY)


def test_a_browser_that_cannot_be_started(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "find_browser", lambda: str(tmp_path / "gone"))
    with pytest.raises(CannotWrite, match="gone cannot be started"):
        pdf_of("<p>", on=DAY)


def test_no_browser(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "PLACES", ())
    assert find_browser() is None
    with pytest.raises(CannotWrite, match="needs Chromium, Chrome or Edge"):
        pdf_of("<p>", on=DAY)


def test_a_browser_on_the_path_is_found(monkeypatch, tmp_path):
    (tmp_path / "google-chrome").write_text("#!/bin/sh\n")
    (tmp_path / "google-chrome").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == str(tmp_path / "google-chrome")
