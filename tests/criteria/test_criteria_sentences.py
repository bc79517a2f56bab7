"""Each criterion in one sentence a trustee can read, and every parameter of it in that sentence."""

import pytest

from matchmaker.criteria import CRITERIA

SWITCH = {"off", "off_by", "off_because", "code"}
PARAMETERS = [(kind, name) for kind in CRITERIA for name in kind.model_fields if name not in SWITCH]


@pytest.mark.parametrize(("kind", "name"), PARAMETERS, ids=lambda each: getattr(each, "__name__", each))
def test_the_sentence_changes_with_each_parameter(kind, name):
    usual = getattr(kind(), name)
    other = not usual if isinstance(usual, bool) else usual + 1
    assert kind().sentence() != kind(**{name: other}).sentence()


@pytest.mark.parametrize("kind", CRITERIA, ids=lambda kind: kind.__name__)
def test_a_criterion_is_one_plain_sentence_with_its_weight(kind):
    sentence = kind(weight=37).sentence()
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert "37 of 100" in sentence
    assert "_" not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize("kind", CRITERIA, ids=lambda kind: kind.__name__)
def test_a_criterion_has_a_title_that_fits_a_heading(kind):
    assert 0 < len(kind.title) <= 60
    assert not kind.title.endswith(".")
