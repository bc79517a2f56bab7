"""Over a few seeds every kind of record, every cell and every word of the domain comes up."""

from collections import defaultdict
from enum import Enum
from typing import Any, Literal, get_args, get_origin

import pytest

from matchmaker.domain.record import Record
from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.simulate import STYLES, simulate

NOT_SIMULATED = {"previous", "decisions"}
"""A round to begin with: nothing was proposed and nothing decided yet."""
NEVER = {("programme", "dpia_reference"), ("places", "staffed"), ("places", "public")}
"""The reference is the programme's own; places are as usual for their kind."""


@pytest.fixture(scope="module")
def rounds():
    return [
        simulate(mentors=120, beneficiaries=400, seed=seed, style=style)
        for style in STYLES
        for seed in range(3)
    ]


@pytest.fixture(scope="module")
def cells(rounds):
    """Collect what each cell held, lists taken apart."""
    found: dict[tuple[str, str], set[Any]] = defaultdict(set)
    for round_ in rounds:
        for name in Round.model_fields:
            rows = getattr(round_, name)
            for row in rows if isinstance(rows, tuple) else (rows,):
                for cell in row.model_fields_set if isinstance(row, Record) else ():
                    value = getattr(row, cell)
                    found[name, cell].update(value if isinstance(value, tuple) else (value,))
    return found


def kinds_of_record():
    for name, field in Round.model_fields.items():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, Record) and name not in NOT_SIMULATED:
                yield name, kind


def literals(annotation):
    """Return the words that an annotation allows, however deep they stand."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    inner = (literals(each) for each in get_args(annotation) if not isinstance(each, str | Enum))
    return set().union(*inner) if get_args(annotation) else set()


@pytest.mark.parametrize(("name", "kind"), list(kinds_of_record()), ids=lambda each: str(each)[:20])
def test_every_cell_is_filled_somewhere_and_every_word_used(cells, name, kind):
    empty = [cell for cell in kind.model_fields if not cells[name, cell] and (name, cell) not in NEVER]
    assert not empty
    for cell, field in kind.model_fields.items():
        unused = literals(field.annotation) - cells[name, cell]
        assert not unused, (name, cell)


def test_the_words_of_the_vocabulary_come_up(cells):
    assert cells["beneficiaries", "wants_to_do"] >= set(STANDARD.tasks)
    assert cells["situations", "situation"] >= set(STANDARD.situations)
    assert cells["comfort", "situation"] >= set(STANDARD.situations)
    unlisted = {"home", "vehicle", "street_outreach", "remote"}  # these are nobody's to list
    assert cells["places", "kind"] >= set(STANDARD.kinds) - unlisted


def test_blanks_are_neither_rare_nor_the_rule(rounds):
    """Of the cells that may stay blank a quarter to a half is blank, in every style."""
    for round_ in rounds[::3]:
        for people, required in ((round_.mentors, 8), (round_.beneficiaries, 4)):
            may = len(type(people[0]).model_fields) - required
            blank = sum(may - (len(person.model_fields_set) - required) for person in people)
            assert 0.2 <= blank / (may * len(people)) <= 0.7
