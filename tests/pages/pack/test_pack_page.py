"""The pack as a page: the meeting's order and words, alone in the world, and nothing that must not be read."""

from __future__ import annotations

import itertools
import re

import pytest

import matchmaker as mm
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.before import FIRST_PAGE
from matchmaker.pages.pack import pack_page
from matchmaker.pages.pack.page import pack_page as same_page
from matchmaker.pages.pack.templating import rendered
from tests.cli.hamlet import ROOT, hamlet, person
from tests.pages.pack.packs import POLICY, Seen, pack
from tests.pages.pack.packs import agenda as agenda_of

EXAMPLE = ROOT / "src" / "matchmaker" / "examples" / "locality.json"


@pytest.fixture(scope="module")
def agenda():
    round_ = mm.read_round(EXAMPLE)
    return Agenda(mm.propose(round_, POLICY), POLICY, POLICY.context(round_))


@pytest.fixture(scope="module", params=[False, True], ids=["coordinator", "room"])
def page(request, agenda):
    return pack_page(agenda, room=request.param)


def test_the_order_is_that_of_the_meeting(page):
    headings = [re.sub(r"<[^>]+>", "", each) for each in re.findall(r"<h2 id=[^>]+>(.+?)</h2>", page)]
    assert headings[:11] == [
        "Before we start", "Who’s waiting", "Who’s got time", "Have we got room?", "Possible introductions",
        "Not yet, and what would help", "If we did all this", "How are the new ones going?",
        "If it falls through", "What we’re short of", "What we decided",
    ]  # fmt: skip


def test_the_first_page_is_word_for_word_and_comes_first(page):
    text = Seen(page).text
    sentences = " ".join(FIRST_PAGE).replace("*we*", "we")
    assert sentences in text
    assert text.index(sentences) < text.index("Please know this first") < text.index("No suggestion yet (9)")
    assert text.index("Olwen T. B41") < text.index("Before we start", text.index("Olwen T. B41"))


def test_it_needs_nothing_and_asks_nobody(page):
    seen = Seen(page)
    assert not seen.kinds.keys() & {"script", "link", "img", "iframe", "object", "form", "input", "base"}
    policy = next(m["content"] for m in seen.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    addresses = [value for _, attrs in seen.elements for name, value in attrs if name in ("href", "src")]
    assert all(address.startswith("#") for address in addresses)
    assert "://" not in page
    assert seen.all("html") == [{"lang": "en-GB"}]
    assert not any(
        name == "style" or name.startswith("on") for _, attrs in seen.elements for name, _ in attrs
    )


def test_it_is_well_made(page):
    seen = Seen(page)
    assert (seen.badly_closed, seen.open, seen.comments) == ([], [], [])
    ids = [value for _, attrs in seen.elements for name, value in attrs if name == "id"]
    assert len(ids) == len(set(ids)), "every id once"
    wanted = {
        value for _, attrs in seen.elements for n, v in attrs if n == "aria-labelledby" for value in v.split()
    }
    wanted |= {value[1:] for each in seen.all("a") if (value := each["href"])}
    assert wanted <= set(ids)
    levels = [int(tag[1]) for tag in re.findall(r"<(h[1-6])", page)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert seen.kinds["table"] == seen.kinds["caption"]
    assert all("scope" in th for th in seen.all("th"))
    assert next(each["href"] for each in seen.all("a")) == "#main", "the skip link comes first"
    assert {"header", "main", "footer", "nav"} <= seen.kinds.keys()


def test_there_are_no_decimals_and_no_fit(page, agenda):
    text = Seen(page).text
    assert not re.search(r"\d\.\d", text)
    fits = {str(match.fit) for match in agenda.proposal.matches if match.fit > 999}
    assert not fits & set(re.findall(r"\d+", text))


def test_those_who_said_no_or_maybe_are_a_count(page, agenda):
    for each in agenda.context.round.beneficiaries:
        if each.wants in ("no", "maybe_later"):
            assert not re.search(rf"\b{each.id}\b", page)
    assert "2 said no to a mentor" in Seen(page).text


def test_everybody_who_asked_is_on_it(page, agenda):
    text = Seen(page).text
    for entry in (*agenda.proposal.matches, *agenda.proposal.unmatched):
        assert f"{agenda.names.label(entry.beneficiary)} {entry.beneficiary}" in text


def test_names_are_set_apart(page, agenda):
    marked = set(re.findall(r"<bdi>([^<]+)</bdi>", page))
    outside = re.sub(r"<bdi>.*?</bdi>", "", page)
    assert {"Olwen T.", "Amir R."} <= marked
    for each in (*agenda.context.round.mentors, *agenda.context.round.beneficiaries):
        assert each.label not in outside, each.label


def test_the_title_names_nobody(page):
    assert "<title>Suggestions for the meeting, 16 November 2026</title>" in page


def test_the_same_run_gives_the_same_bytes(page, agenda):
    again = Agenda(agenda.proposal, agenda.policy, agenda.policy.context(agenda.context.round))
    assert page in (pack_page(again), same_page(again, room=True))


def test_a_round_with_nobody_in_it():
    seen = pack(hamlet(beneficiaries=[], mentors=[], navigators=[], situations=[]))
    assert "Everyone who asked has a suggestion." in seen.text
    assert "There is none in this round." in seen.text
    assert "Nobody is waiting for a mentor." in seen.text
    assert "No worker is listed yet." in seen.text
    assert "No mentor is listed yet." in seen.text
    assert (seen.badly_closed, seen.open) == ([], [])


@pytest.mark.parametrize(("status", "sentence"), [
    ("feasible", "We stopped looking before we could be sure."),
    ("impossible", "No plan can keep every pin"),
])  # fmt: skip
def test_what_is_not_settled_stands_on_the_first_page(status, sentence):
    rules = [r.model_copy(update={"off": True, "off_by": "Asha", "off_because": "we use interpreters"})
             if r.code == "language" else r for r in POLICY.rules]  # fmt: skip
    made = agenda_of(hamlet(), status=status)
    odd = Agenda(made.proposal, POLICY.model_copy(update={"rules": tuple(rules)}), made.context)
    for room in (False, True):
        text = Seen(pack_page(odd, room=room)).text
        banner = text[text.index("Please know this first") : text.index("No suggestion yet")]
        assert sentence in banner
        assert "is switched off by Asha: we use interpreters." in banner


def test_a_template_fails_on_what_it_was_not_given():
    with pytest.raises(Exception, match="undefined"):
        rendered("pack.html.j2")


def test_an_introduction_that_asks_first_cannot_be_ticked_as_agreed():
    text = pack(hamlet(beneficiaries=[person("B2", "Jo L.", dual_worked=None)], situations=[])).text
    card = text[text.index("Jo L. B2 with") :]
    assert "Not now Ask first Because" in card
    assert "Yes Not now Ask first Because" not in card


def test_a_table_of_three_columns_or_more_stacks_on_a_phone(page):
    """Its cells stand below each other, each with the name of its column: else the words are cut to bits."""
    for table in re.findall(r"<table.*?</table>", page, flags=re.DOTALL):
        columns = re.findall(r'<th scope="col"[^>]*>(.+?)</th>', table)
        if len(columns) < 3 or table.startswith('<table class="sheet">'):  # the sheet is for paper alone
            continue
        assert table.startswith('<table class="stack">'), columns
        assert set(re.findall(r'data-label="([^"]+)"', table)) == set(columns[1:]) - {"Bar"}
