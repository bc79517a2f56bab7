"""Every style says where its figures come from, and its words are kind, real and told apart."""

import re
from dataclasses import fields
from itertools import chain
from typing import get_args

import pytest

from matchmaker.domain.refused import why_refused
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.simulate import STYLES, Figures, ProgrammeStyle, words
from matchmaker.simulate.judgements import vocabulary
from tests.test_house import UNKIND

NAMES = {field.name for field in fields(Figures)}
LINE = re.compile(r"S[0-4]:L\d+(-\d+)?")


def test_every_style_of_the_type_is_there():
    assert set(STYLES) == set(get_args(ProgrammeStyle))


@pytest.mark.parametrize("style", STYLES)
def test_every_source_is_a_line_about_a_figure_that_there_is(style):
    figures = STYLES[style]
    assert set(figures.sources) <= NAMES
    assert len(figures.sources) >= 9
    for where in figures.sources.values():
        assert all(LINE.fullmatch(line) for line in where.split(", ")), where


@pytest.mark.parametrize("style", STYLES)
def test_no_word_is_there_twice(style):
    figures = STYLES[style]
    for every in ((*words.LIKES, *figures.likes), (*words.HOPES, *figures.hopes), figures.groups):
        assert len(set(every)) == len(every)
    assert not set(figures.hubs) & set(figures.hostels)
    assert not set(figures.women) & set(figures.men)


@pytest.mark.parametrize("style", STYLES)
def test_every_task_can_happen_somewhere(style):
    figures = STYLES[style]
    known = vocabulary(figures)
    assert set(figures.tasks) <= set(known.tasks)
    assert {row["sort"] for row in figures.vocabulary} >= {"kind", "task"}
    for row in figures.vocabulary:
        assert set(row.get("kinds", ())) <= set(known.kinds)
        assert row["code"] not in {*STANDARD.tasks, *STANDARD.kinds, *STANDARD.situations}


def test_words_are_kind_and_tell_nothing_we_do_not_want_to_know():
    said = chain(
        words.LIKES, words.DISLIKES, words.HOPES, words.SKILLS, words.SHARED, words.CONTACT, words.URGENT,
        words.GOING_WELL, words.LOOKING_BACK,
        *((*figures.likes, *figures.hopes, *figures.groups) for figures in STYLES.values()),
    )  # fmt: skip
    for text in said:
        assert not UNKIND.search(text)
        assert not why_refused(text)
        assert not re.search(r"\b(drug|drink|clean|sober|prison|offence|illness|diagnos)", text)


def test_ids_do_not_depend_on_how_many_there_are():
    assert [words.named("M", place) for place in (0, 998, 999)] == ["M001", "M999", "M1000"]


def test_the_second_of_a_name_gets_a_second_letter_while_they_last():
    rows = [{"label": "Shaz K"} for _ in range(12)]
    words.told_apart(rows)
    assert [row["label"] for row in rows[:4]] == ["Shaz K", "Shaz Ka", "Shaz Ke", "Shaz Ki"]
    assert [row["label"] for row in rows[-2:]] == ["Shaz K", "Shaz K"]
