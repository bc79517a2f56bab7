"""What every record has in common: frozen, strict, every problem at once, nothing unknown."""

import pytest
from pydantic import ValidationError

from matchmaker.domain.record import Record


class Sheep(Record):
    """A row of two cells that must not be alike."""

    one: str
    other: str = ""

    def flaws(self):
        if self.one == self.other:
            yield ("other",), "alike", "is the same. Maybe change one."


def codes(**cells) -> list[tuple[object, ...]]:
    with pytest.raises(ValidationError) as error:
        Sheep.model_validate(cells)
    return sorted((*line["loc"], line["type"]) for line in error.value.errors())


def test_a_flaw_is_told_with_its_code_and_sentence():
    with pytest.raises(ValidationError, match=r"is the same\. Maybe change one\."):
        Sheep(one="a", other="a")
    assert codes(one="a", other="a") == [("other", "alike")]


def test_an_unknown_field_and_a_wrong_one_are_told_together():
    assert codes(one=1, othr="b") == [("one", "string_type"), ("othr", "unknown_field")]


@pytest.mark.parametrize(("name", "advice"), [("othr", "Maybe other?"), ("zzz", "start its name with x_")])
def test_an_unknown_field_is_met_with_the_nearest_or_a_way_to_carry_it(name, advice):
    with pytest.raises(ValidationError, match=advice):
        Sheep.model_validate({"one": "a", name: "b"})


def test_what_starts_with_x_is_carried():
    assert Sheep.model_validate({"one": "a", "x_note": 3}).model_dump()["x_note"] == 3


def test_a_record_never_changes():
    row = Sheep(one="a")
    with pytest.raises(ValidationError, match="frozen"):
        row.one = "b"  # type: ignore[misc]


def test_what_was_typed_is_not_repeated_in_the_error():
    with pytest.raises(ValidationError) as error:
        Sheep.model_validate({"one": {"told": "in confidence"}})
    assert "confidence" not in str(error.value)
