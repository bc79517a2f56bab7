"""A clause is switched off by somebody, for a reason; an absolute one not at all."""

from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from matchmaker.domain.clause import Clause
from matchmaker.domain.words import Strength


class Quiet(Clause):
    """A policy that does nothing."""

    title: ClassVar[str] = "nothing"
    code: str = "quiet"

    def sentence(self) -> str:
        return "Nothing is asked."


class Firm(Quiet):
    """The same, absolute."""

    strength: ClassVar[Strength] = "absolute"


WHO: dict[str, Any] = {"off_by": "Sam"}
WHY: dict[str, Any] = {"off_because": "agreed on 1 October"}


@pytest.mark.parametrize(
    "said", [{}, WHO, WHY, WHO | {"off_because": " "}, WHY | {"off_by": ""}, WHO | {"off_because": None}]
)
def test_off_needs_a_name_and_a_reason(said):
    with pytest.raises(ValidationError, match="is off without off_by and off_because"):
        Quiet(off=True, **said)


def test_with_both_it_is_off_and_neither_is_needed_while_it_is_on():
    assert Quiet(off=True, **WHO, **WHY).off
    assert not Quiet().off
    assert not Quiet(**WHO).off


def test_an_absolute_one_is_never_off():
    with pytest.raises(ValidationError, match="cannot be switched off"):
        Firm(off=True, **WHO, **WHY)
    assert Firm().sentence() == "Nothing is asked."


def test_an_idea_without_a_sentence_is_none():
    class Silent(Clause):
        code: str = "silent"

    with pytest.raises(TypeError, match="sentence"):
        Silent()  # type: ignore[abstract]


@pytest.mark.parametrize("cells", [{"offf": True}, {"off": 1}, {"off": "yes"}])
def test_a_parameter_is_neither_misspelt_nor_coerced(cells):
    with pytest.raises(ValidationError):
        Quiet(**cells)
