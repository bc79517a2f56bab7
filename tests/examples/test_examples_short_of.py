"""What the page on what we are short of quotes is what the example says."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from matchmaker.domain.round import Round
from matchmaker.engine import propose, recruit_next
from matchmaker.pages.names import Names
from matchmaker.plan import Search
from matchmaker.policy import Policy

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "see-what-we-are-short-of.md"


def test_what_the_page_quotes_is_what_the_example_says():
    policy = Policy.standard()
    round_ = Round.from_json((files("matchmaker") / "examples" / "locality.json").read_bytes())
    found = recruit_next(round_, policy, propose(round_, policy), search=Search(seconds=600))
    names = Names(policy.context(round_))
    said = [names.told(sentence) for sentence in found.sentences]
    quoted = " ".join(re.findall(r"^> (.*)$", PAGE.read_text(encoding="utf-8"), flags=re.M))
    sentences = [sentence for sentence in said if sentence in quoted]
    assert len(sentences) == 3
    left = quoted
    for sentence in sentences:
        left = left.replace(sentence, "")
    assert not left.strip(), "the page quotes what the example does not say"
