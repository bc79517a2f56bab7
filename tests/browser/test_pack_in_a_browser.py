"""The pack in Chromium: on a desk, on a phone and on paper, with a keyboard, and as axe sees it."""

from __future__ import annotations

import functools

import pytest

import matchmaker as mm
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors, pack_page
from matchmaker.runs.pdf import find_browser, pdf_of
from tests.browser.conftest import missing
from tests.cli.hamlet import ROOT, hamlet, mentor, person
from tests.pages.pack.packs import POLICY, agenda

WIDTHS = (1280, 390, 320)
"""A desk, a phone, and what is left of a desk at 400% (WCAG 1.4.10)."""


@functools.cache
def example() -> Agenda:
    round_ = mm.read_round(ROOT / "src" / "matchmaker" / "examples" / "locality.json")
    return Agenda(mm.propose(round_, POLICY), POLICY, POLICY.context(round_))


def long_and_right_to_left() -> Agenda:
    """Return people with names that no page was drawn for."""
    long = "W" * 180
    return agenda(
        hamlet(
            mentors=[mentor("M1", "نادية عبد الرحمن", about_me=long, likes=["chess", long[:90]])],
            beneficiaries=[person("B1", long), person("B2", "דוד לוי", wants_to_do=["court"])],
            situations=[
                {"beneficiary": "B1", "task": "any", "situation": "crowds", "level": "low", "by": "N1",
                 "set_on": "2026-11-02", "review_on": "2027-02-01"}
            ],
        )
    )  # fmt: skip


PAGES = {
    "pack": lambda: pack_page(example()),
    "room": lambda: pack_page(example(), room=True),
    "letter": lambda: next(iter(letters(example()).values())),
    "to a mentor": lambda: next(iter(letters_to_mentors(example()).values())),
    "nobody": lambda: pack_page(agenda(hamlet(mentors=[], beneficiaries=[], navigators=[], situations=[]))),
    "odd names": lambda: pack_page(long_and_right_to_left()),
    "odd letter": lambda: next(iter(letters(long_and_right_to_left()).values())),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_read_it(opened, name, width):
    found = opened(PAGES[name](), width=width)
    assert found.sideways() <= 0, "no scrolling sideways"
    assert found.complaints == []
    assert len(found.asked_for) == 1, "it asks for itself and nothing else"
    assert found.violations() == []


@pytest.mark.parametrize("name", ["pack", "room", "letter"])
def test_a_keyboard_meets_the_skip_link_first(opened, name):
    page = opened(PAGES[name](), width=390).page
    page.keyboard.press("Tab")
    box, outline = page.evaluate(
        "[document.activeElement.getBoundingClientRect().left,"
        " getComputedStyle(document.activeElement).outlineStyle]"
    )
    assert page.evaluate("document.activeElement.className") == "skip"
    assert box >= 0, "it can be seen once it has the focus"
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_name_without_a_suggestion_leads_to_what_would_help(opened):
    page = opened(PAGES["pack"]()).page
    page.click("text=Olwen T.")
    assert page.url.endswith("#not-yet-B41")
    assert "Might help" in page.locator("#not-yet-B41").inner_text()


def test_a_script_that_got_in_would_not_run(opened):
    """The page's own policy stands behind the escaping."""
    html = PAGES["letter"]().replace("</body>", "<script>document.title = 'run'</script></body>")
    found = opened(html)
    assert found.page.title() == "A letter"
    assert any("Content Security Policy" in each for each in found.complaints)


def test_on_paper(opened):
    found = opened(PAGES["pack"]())
    found.page.emulate_media(media="print")
    shown = {name: found.page.locator(name).first.is_visible() for name in ("nav", ".skip", "footer")}
    assert shown == {"nav": False, ".skip": False, "footer": True}
    ink = found.page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('a')).color]"
    )
    assert ink == ["rgb(0, 0, 0)", "rgb(0, 0, 0)"]
    heads = found.page.evaluate("getComputedStyle(document.querySelector('thead')).display")
    assert heads == "table-header-group", "repeated on every page"
    assert found.page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")


def test_the_command_makes_the_same_pdf_twice():
    if find_browser() is None:
        missing("Chromium is not installed: apt-get install chromium")
    made = agenda(hamlet())
    one, two = (pdf_of(pack_page(made), on=made.proposal.as_of) for _ in range(2))
    assert one.startswith(b"%PDF-")
    assert b"(D:20261116000000" in one
    assert one == two
