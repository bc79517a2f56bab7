"""A folder of letters lists nobody, and every letter says when and where it is from and whom to ring."""

from __future__ import annotations

from matchmaker.pages.pack import letters, letters_to_mentors
from matchmaker.pages.pack.letterhead import file_name, letterhead
from matchmaker.pages.pack.view import View
from tests.pages.pack.packs import agenda
from tests.rules.judging import data_of


def test_a_name_tells_one_letter_from_another_and_nothing_else():
    given = agenda(data_of())
    names = {file_name(kind, given, about=who) for kind in ("letter", "to-mentor") for who in ("B1", "B2")}
    assert len(names) == 4
    assert file_name("letter", given, about="B1") in names
    assert not any("B1" in name or "B2" in name for name in names)


def test_every_letter_has_it():
    given = agenda(data_of())
    head = letterhead(View(given))
    assert head.keys() == {"day", "locality", "contact"}
    for text in (*letters(given).values(), *letters_to_mentors(given).values()):
        assert all(str(said) in text for said in head.values())
