"""The shipped locality: its size, its one way of being written, and words that nobody would mind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from matchmaker.domain.context import Context
from matchmaker.domain.refused import why_refused
from matchmaker.domain.round import Round

TEXT = (files("matchmaker") / "examples" / "locality.json").read_text(encoding="utf-8")
LOCALITY = Round.from_json(TEXT)
CONTEXT = Context(LOCALITY)
AS_OF = date(2026, 11, 16)

REFUSED = re.compile(
    r"\b(diagnos\w*|disorders?|illness\w*|depress\w*|anxi\w*|bipolar|schizo\w*|psycho\w*|adhd|ptsd|"
    r"trauma\w*|medicat\w*|offe[n][cd]\w*|convict\w*|criminal\w*|theft|assault\w*|violen\w*|weapons?|"
    r"drugs?|heroin|cocaine|methadone|cannabis|alcohol\w*|drinks?|drinking|drunk\w*|sober\w*|"
    r"sobriety|clean|relaps\w*|recover\w*|rehab\w*|detox\w*|overdos\w*|addict\w*|abus\w*|suicid\w*|"
    r"ethnic\w*|race|religio\w*|faith|belief|disab\w*|"
    r"mentees?|clients?|service[ -]users?|chaotic|non-engag\w*|offenders?|prot[eé]g[eé]s?)\b",
    re.IGNORECASE,
)
"""What nobody would want to read about themselves, and what we refuse to hold."""


def test_it_is_the_size_we_say():
    assert (len(LOCALITY.mentors), len(LOCALITY.beneficiaries), len(LOCALITY.navigators)) == (32, 60, 5)
    assert LOCALITY.as_of == AS_OF
    assert AS_OF.strftime("%A") == "Monday"
    assert 40 <= len(CONTEXT.requests) <= 46


def test_it_is_written_in_one_stable_way():
    assert json.dumps(json.loads(TEXT), indent=1, ensure_ascii=False) + "\n" == TEXT
    for name in ("mentors", "beneficiaries", "navigators", "matches"):
        ids = [row["id"] for row in json.loads(TEXT)[name]]
        assert ids == sorted(ids), name


def test_it_survives_being_written_and_read():
    assert Round.from_json(LOCALITY.to_json()) == LOCALITY


def test_every_label_is_one_person_and_no_full_name():
    labels = [row.label for row in (*LOCALITY.mentors, *LOCALITY.beneficiaries, *LOCALITY.navigators)]
    assert len(set(labels)) == len(labels)
    assert len({label.split()[0] for label in labels}) == len(labels)
    assert not [label for label in labels if not re.fullmatch(r"[A-Z][a-z]+ [A-Z]\.", label)]


def test_nobody_reads_a_word_they_would_mind():
    assert not [found.group() for found in REFUSED.finditer(TEXT)]


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def test_no_column_is_one_that_we_refuse():
    assert not {key for key in keys(json.loads(TEXT)) if why_refused(key)}


def test_every_phone_number_is_one_of_those_kept_for_fiction():
    numbers = re.findall(r"\b0[\d ]{8,}\d\b", TEXT)
    assert numbers
    assert not [number for number in numbers if not re.fullmatch(r"01632 960\d{3}", number)]


def test_a_card_for_nearly_every_mentor_short_and_in_the_first_person():
    cards = [mentor.about_me for mentor in LOCALITY.mentors if mentor.about_me]
    assert len(cards) >= 25
    assert not [card for card in cards if len(card) > 240 or not re.search(r"\b(I|me|my)\b", card)]


def test_the_areas_are_named_the_same_everywhere():
    named = {area for row in LOCALITY.areas for area in (row.start, row.end)}
    used = {mentor.area for mentor in LOCALITY.mentors} | {p.area for p in LOCALITY.beneficiaries}
    used |= {place.area for place in LOCALITY.places} | {row.area for row in LOCALITY.avoid}
    assert len(named) == 7
    assert used - {None} <= named
    assert len(LOCALITY.areas) == 7 * 8 // 2  # every pair once, and each area with itself


def test_every_answer_is_about_a_mentor_and_a_person_of_the_same_area():
    for row in LOCALITY.answers:
        rule, beneficiary, mentor = row.question.split("/")
        assert rule == "known-area"
        assert CONTEXT.beneficiaries[beneficiary].area == CONTEXT.mentors[mentor].area
