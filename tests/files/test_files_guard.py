"""Text never comes alive in a spreadsheet, and comes back exactly as it was."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.files.guard import guarded, unguarded

HOSTILE = (
    "=1+1", "+44 113 496", "-", "@x", "\t=1", "\rx", "\n=1", "\0", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x",
    " =1", "\u00a0=1", "\u3000@x", "'=1", '"=1', "''=1", " '\"=1", "a;=1", "a; -1", "a,@b", "a,'=b",
    "a\t=b", "a|=b", "a\n+b", ";;=", "\"=\"", "=HYPERLINK(\"http://x\",\"a\")", "=cmd|' /C calc'!A0",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_be_worked_out_gets_an_apostrophe_in_front(text):
    safe = guarded(text)
    assert safe != text
    for cell in [safe, *safe.split(";"), *safe.split(","), *safe.split("\t"), *safe.splitlines()]:
        bare = cell.lstrip(' \u00a0\u3000"')
        assert not bare.startswith(tuple("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")), (
            "live wherever the file is taken apart"
        )
    assert unguarded(safe) == text


@pytest.mark.parametrize(
    "text",
    ["", "tea", "Mon 10:00-12:30; Thu 14:00-16:00", "2026-12-01 to", "it's", "'tis", "a - b", "x=1", "a;'b"],
)
def test_other_text_is_left_as_it_is(text):
    assert guarded(text) == unguarded(text) == text


def test_every_short_text_of_these_signs_comes_back():
    for length in range(6):
        for signs in itertools.product("='; \n\"a", repeat=length):
            text = "".join(signs)
            assert unguarded(guarded(text)) == text


@given(st.text())
def test_any_text_comes_back(text):
    assert unguarded(guarded(text)) == text
