"""The output that the README shows is what the example really gives."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import matchmaker as mm
from matchmaker.engine.remedies import with_remedies
from matchmaker.pages.summary import summary
from matchmaker.plan.clock import Clock

README = Path(__file__).resolve().parents[2] / "README.md"
SHOWN = re.search(r"^```text\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def came_out() -> list[str]:
    round_ = mm.Round.from_json((files("matchmaker") / "examples" / "locality.json").read_bytes())
    policy = mm.Policy.standard()
    proposal = mm.propose(round_, policy)
    clock = Clock.of(mm.Search(seconds=600))  # however busy the machine is, all of it is looked for
    helped, _ = with_remedies(proposal, mm.Study(round_, policy, proposal), clock=clock)
    return summary(round_, policy, proposal=helped).splitlines()


def test_every_line_that_is_shown_comes_out_in_this_order(came_out):
    assert SHOWN is not None
    left = iter(came_out)
    for line in SHOWN.group(1).splitlines():
        if line.strip() not in ("", "…"):
            assert line in left, f"no longer comes out, or not here: {line}"


def test_lines_without_an_ellipsis_between_them_follow_each_other(came_out):
    assert SHOWN is not None
    text = "\n".join(came_out)
    for part in re.split(r"^…$", SHOWN.group(1), flags=re.MULTILINE):
        assert part.strip("\n") in text
