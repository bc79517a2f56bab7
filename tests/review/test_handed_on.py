"""Every protective row in force goes on to the next round, but for those lifted since."""

from matchmaker.engine import propose
from matchmaker.review.handed_on import handed_on
from tests.rules.judging import apart, match, round_of


def keys(lifted=frozenset()):
    """A row of today, and one that a declined match tells."""
    rows = {"keep_apart": [apart("M1", "B1")], "matches": [match("declined", mentor="M2")]}
    rows["avoid"] = [{"who": "B1", "kind": "park"}]
    round_ = round_of(rows=rows)
    found = handed_on(round_, propose(round_), lifted=lifted)
    return {row.key for row in found.keep_apart} | {row.key for row in found.avoid}


def test_what_held_goes_on():
    assert keys() == {"keep_apart/B1/M1", "keep_apart/B1/M2/declined_before", "avoid/B1/kind:park"}


def test_what_was_lifted_does_not():
    assert keys(frozenset({"keep_apart/B1/M1", "avoid/B1/kind:park"})) == {"keep_apart/B1/M2/declined_before"}
