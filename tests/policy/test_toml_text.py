"""TOML with its faults, all of them at their lines; and texts made to keep a parser busy."""

from __future__ import annotations

import pytest

from matchmaker.policy.toml_text import MOST_DOTS, MOST_NAMES, parsed


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in parsed(text)[1]]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = ", "bad_toml"), ("a = True", "bad_toml"), ("a: 1", "bad_toml"), ("a = 1,5", "bad_toml"),
        ("a = 'x", "bad_toml"), ('a = "\\q"', "bad_toml"), ("a = '\x00'", "bad_toml"), ("= 1", "bad_toml"),
        ("[rules", "bad_toml"), ("[[rules]", "bad_toml"), ("a = [1", "bad_toml"), ("a = {b = 1", "bad_toml"),
        ("a = 1979-13-40", "bad_toml"), ("é = 1", "bad_toml"), ("a = 01", "bad_toml"), ("\x0b", "bad_toml"),
        ("b = 1\na = 1\na = 2", "key_twice"), ("[a]\n[b]\n[a]", "key_twice"), ("a.b = 1\n\na.b.c = 2", "key_twice"),
        (f"a = {'9' * 5_000}", "bad_number"),
    ],
)  # fmt: skip
def test_each_fault_has_its_line_and_what_to_do(text, code):
    (fault,) = parsed(text)[1]
    assert (fault.line, fault.code) == (text.count("\n") + 1, code)
    assert fault.advice.startswith("Maybe ")
    assert "at line" not in fault.message


def test_a_line_that_is_no_toml_does_not_hide_the_others():
    data, _ = parsed("a: 1\nb = 2\nc = yes\n[t]\nd = 1,5\ne = 3\n")
    assert faults("a: 1\nb = 2\nc = yes\n[t]\nd = 1,5\ne = 3\n") == [
        (1, "bad_toml"), (3, "bad_toml"), (5, "bad_toml"),
    ]  # fmt: skip
    assert data == {"b": 2, "t": {"e": 3}}


def test_a_heading_that_is_none_ends_it_for_what_follows_would_be_read_wrongly():
    assert faults("a = 1\n[rules\nb = yes\n") == [(2, "bad_toml")]
    assert parsed("a = 1\n[rules\nb = yes\n")[0] == {}


def test_so_does_anything_near_a_long_text():
    assert faults('a = """\nb: 1\n"""\nc: 1\nd: 1\n') == [(4, "bad_toml")]


def test_no_more_than_ten_faults():
    assert len(faults("a: 1\n" * 50)) == 10


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (".".join(["a"] * 20_000) + " = 1", "too_deep"),  # T07: 4.4 seconds in the standard library
        (".".join(['"a.b"'] * 20_000) + " = 1", "too_deep"),
        ("[" + ".".join(["a"] * 20_000) + "]", "too_deep"),
        ("a = " + "[" * 50_000, "too_deep"),
        ("a = " + "{a=" * 20_000, "too_deep"),
        ("\n".join(f"k{n} = 1" for n in range(MOST_NAMES + 1)), "too_large"),
        ("\n".join(f"[k{n}]" for n in range(MOST_NAMES + 1)), "too_large"),
        ('"' * 150_000, "bad_toml"),
        ('"""\\' * 40_000, "bad_toml"),
        ('a = """' + "x\\" * 50_000, "bad_toml"),
    ],
)
def test_what_would_keep_a_parser_busy_is_counted_first(text, code):
    assert [fault[1] for fault in faults(text)] == [code]


def test_what_a_policy_needs_is_far_below_the_bounds():
    dots = "a" + ".a" * MOST_DOTS + " = 1"
    assert faults(dots) == []
    assert faults("a" + dots.replace("a ", "a.a ")) == [(1, "too_deep")]
    assert faults(f'a = "{"." * 1_000}" # {"." * 1_000}') == []
    assert faults("a = " + "[" * 32 + "]" * 32) == []
