"""Two hundred hostile strings in every text of a round: the page keeps its elements, and says them as they are."""

from __future__ import annotations

import copy
import unicodedata
from typing import Any

import pytest

import matchmaker as mm
from matchmaker.errors import InputErrors
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors, pack_page
from tests.hostile import HIDDEN, TYPED
from tests.pages.pack.canaries import MARK, dressed, everything
from tests.pages.pack.packs import POLICY, Seen, agenda

PARTS = 8


def pages(data: dict[str, Any]) -> dict[str, Seen]:
    """Return every page; words that begin alike may be called misspelt, which is no matter here."""
    warnings = [each for each in agenda(data).proposal.warnings if each.code != "spelling"]
    made = agenda(data, warnings=tuple(warnings))
    found = {"pack": pack_page(made), "room": pack_page(made, room=True)}
    return {name: Seen(page) for name, page in {**found, **letters(made), **letters_to_mentors(made)}.items()}


@pytest.fixture(scope="module")
def plain():
    return pages(everything())


def test_there_are_two_hundred():
    assert len(TYPED) >= 200
    assert len(set(TYPED) | set(HIDDEN)) == len(TYPED) + len(HIDDEN)


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_typed_adds_no_element_and_no_attribute(plain, part):
    data = everything()
    for string in TYPED[part::PARTS]:
        found = pages(dressed(data, string))
        assert len(found) == len(plain) == 4
        for seen, before in zip(found.values(), plain.values(), strict=True):
            assert seen.elements == before.elements, string
            assert (seen.badly_closed, seen.open, seen.comments) == ([], [], []), string
            shown = unicodedata.normalize("NFC", " ".join(string.split()))
            assert not shown or shown[:40].split()[0] in seen.text, string


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return where the marks of a round stand."""
    if isinstance(data, dict):
        return [place for key, value in data.items() for place in places(value, (*path, key))]
    if isinstance(data, list):
        return [place for n, value in enumerate(data) for place in places(value, (*path, n))]
    return [path] if isinstance(data, str) and MARK.fullmatch(data) else []


@pytest.mark.parametrize("string", HIDDEN, ids=ascii)
def test_what_hides_reorders_or_moves_is_refused_in_every_field(string):
    data = everything()
    kinds = {
        (place[0], place[-2] if isinstance(place[-1], int) else place[-1]): place for place in places(data)
    }
    assert len(kinds) > 40
    for place in kinds.values():
        spoilt = copy.deepcopy(data)
        inner: Any = spoilt
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = f"a{string}b"
        with pytest.raises(InputErrors) as refused:
            mm.Round.from_dict(spoilt)
        assert string not in str(refused.value)


def test_what_got_past_all_that_still_moves_nothing():
    """A proposal that somebody wrote by hand is not read as strictly as a round."""
    made = agenda(everything())
    told = made.proposal.matches[0].model_copy(update={"prompts": ("\u202egnp \x1b[31m <b>", "x\u2028y")})
    odd = Agenda(made.proposal.model_copy(update={"matches": (told,)}), POLICY, made.context)
    page = pack_page(odd)
    assert not {"\u202e", "\x1b", "\u2028"} & set(page)
    assert "&lt;b&gt;" in page
