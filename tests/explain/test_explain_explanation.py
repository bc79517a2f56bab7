"""Whatever is asked about a plan, the answer says itself and can be handed to another program."""

from __future__ import annotations

import json

import pytest

from matchmaker.engine import Study, propose
from matchmaker.explain.explanation import Explanation
from tests.explain.plans import POLICY
from tests.rules.judging import round_of

QUESTIONS = {
    "about": lambda study: study.about("B1"),
    "why": lambda study: study.why("B1"),
    "why not": lambda study: study.why_not("M2", "B1"),
    "recruit": lambda study: study.recruit_next(),
    "plans": lambda study: study.other_plans(),
    "fair to": lambda study: study.fair_to({"B1": "north"}),
}


@pytest.fixture(scope="module")
def study() -> Study:
    round_ = round_of()
    return Study(round_, POLICY, propose(round_, POLICY))


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_says_itself_and_is_plain_data(study, question):
    found = QUESTIONS[question](study)
    assert isinstance(found, Explanation)
    assert found.sentences
    assert found.sentences == tuple(line for paragraph in found.paragraphs for line in paragraph)
    assert json.loads(json.dumps(found.as_data()))["sentences"] == list(found.sentences)
