"""The smallest changes that might open a way: what is looked for, and in which order."""

from __future__ import annotations

from typing import Any

from matchmaker.domain.mends import Mend
from matchmaker.explain.openings import Opening, openings, worth_trying
from matchmaker.explain.waiting import Waiting
from tests.explain.plans import plan_of, room_and_ledger
from tests.rules.judging import likely


def told(**different):
    """Return what might be done for B1, with whom and how."""
    plan = plan_of(**({"rows": {"teams": []}} | different))
    room, ledger = room_and_ledger(plan)
    return [
        (tuple(mend.do for mend in opening.mends), opening.mentors, opening.company, opening.has_room)
        for opening in openings(Waiting(plan, room), ledger=ledger, beneficiary="B1")
    ]


AWAY = {"available": False}
BUSY = {"joint_hours": 0}
"""N1 makes no joint visits, so that only being alone is left."""


def test_one_thing_that_is_missing_is_what_is_to_be_done():
    # A joint visit takes half of 60 + 2 × 20 on the way + 15 + 15 minutes a week: 65, in quarters 75.
    assert told(mentor={"check_in_plan": None}, second=AWAY, navigator=BUSY) == [
        (("Agree a check-in plan with M1.",), ("M1",), "alone", True),
        (("N1 finds 75 more minutes a week for joint visits.",), ("M1",), "joint", True),
    ]


def test_two_things_may_be_asked_for_and_three_are_too_many():
    """Court: M1 has not been asked how far along they are, has no plan, and supervision is due."""
    court = {"beneficiary": {"wants_to_do": ["court"]}, "second": AWAY, "navigator": BUSY}
    rows: dict[str, Any] = {"teams": [], "clearances": []}
    both = told(mentor={"check_in_plan": None}, rows=rows, **court)
    assert (
        ("Find out how far along M1 is with a day at court.", "Agree a check-in plan with M1."),
        ("M1",), "alone", True,
    ) in both  # fmt: skip
    three = told(mentor={"check_in_plan": None, "supervised_on": None}, rows=rows, **court)
    assert not [opening for opening in three if opening[2] == "alone"]


def test_who_cannot_be_had_is_not_looked_at():
    """A break, a language and what keeps people apart are not for us to change."""
    apart = {"teams": [], "keep_apart": [{"one": "M1", "other": "B1"}]}
    assert told(second=AWAY, rows=apart) == []
    assert told(second=AWAY, mentor={"languages": ["Polish"]}) == []


def test_two_mentors_may_be_asked_to_go_together():
    """Crowds are highly likely, so that nobody goes alone, and N1 makes no joint visits."""
    rows = {"teams": [], "situations": [likely("high"), likely("low", "others_present")],
            "comfort": [{"mentor": m, "situation": "crowds", "comfort": "yes", "by": "N1",
                         "set_on": "2026-09-01", "review_on": "2026-12-01"} for m in ("M1", "M2")]}  # fmt: skip
    found = told(rows=rows, navigator=BUSY)
    assert (("Ask M1 and M2 whether they would go together.",), ("M1", "M2"), "paired", True) in found
    listed = [each for each in found if each[2] == "paired"]
    assert len(listed) == 1, "whoever leads, it is one thing to ask"


def test_a_manager_may_set_aside_what_keeps_nobody_safe():
    """M1 offers befriending, B1 wants mentoring; M2 is away."""
    found = told(mentor={"offers": ["befriending"]}, second=AWAY, beneficiary={"relationship": "mentoring"})
    assert [do for (do,), *_ in found] == [
        "A manager sets a rule aside for B1 and M1 (what is offered and wanted), with a reason, and says what "
        "makes it safe."
    ] * len(found)
    assert found


def opening(do: str, *, roomy: bool, more: int = 0) -> Opening:
    mends = tuple(Mend("agree", f"{do}{number}") for number in range(1 + more))
    return Opening(mends, ("M1",), "alone", roomy)


def test_what_needs_others_to_move_is_tried_a_few_times_only():
    """Four that are small and roomy, three that are tight, then two things at once, then three more tight ones."""
    found = [
        *(opening(f"r{n}", roomy=True) for n in range(6)),
        *(opening(f"t{n}", roomy=False) for n in range(9)),
        *(opening(f"d{n}", roomy=True, more=1) for n in range(6)),
    ]
    tried = [each.mends[0].do[:2] for each in worth_trying(found)]
    assert tried == ["r0", "r1", "r2", "r3", "t0", "t1", "t2", "d0", "d1", "d2", "d3", "t3", "t4", "t5"]
