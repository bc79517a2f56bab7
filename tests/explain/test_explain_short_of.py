"""What we are short of, in words: by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import matchmaker
from matchmaker.explain.gains import brings
from matchmaker.explain.newcomers import BestNext, HeldUp, Lack, MentorValue, Next, some
from matchmaker.explain.profiles import Profile
from matchmaker.explain.short_of import MoreRoom, ReliedOn, ShortOf
from matchmaker.plan import Gain
from matchmaker.policy.priorities import STANDARD_ORDER, PriorityName

RELIES = re.compile(r"relied_on|ReliedOn|recruit_next|ShortOf")
PLAIN = Profile((), (), None, ("Mon 10:00-12:00",), (), (), False)
COURT = Profile(("court",), ("a day at court",), "Heeley", (), ("Polish",), ("a woman",), True)
ORDER: tuple[PriorityName, ...] = STANDARD_ORDER


def gain(*more: int, before: int = 5, after: int = 5) -> Gain:
    return Gain((*more, 0, 0), before, after)


@pytest.mark.parametrize(
    ("it", "said"),
    [
        (gain(0, 1, 0), "1 more person would be offered an introduction"),
        (gain(0, 2, 1), "2 more people would be offered an introduction, and 1 more of those who have waited too long"),
        (gain(1, 0, 0), "1 more of those who are urgent would be offered an introduction"),
        (gain(1, 2, -1), "2 more people would be offered an introduction, and 1 more of those who are urgent, "
         "and 1 fewer of those who have waited too long"),
        # Only what is proved of both is told as a figure …
        (gain(0, 1, -1, after=2), "1 more person would be offered an introduction"),
        # … and else the first of it, with how sure it is.
        (gain(0, 1, 2, after=1), "at least 1 more person would be offered an introduction"),
        (gain(0, 1, 2, before=1), "at most 1 more person would be offered an introduction"),
        (gain(0, 1, 2, before=0, after=1), "as far as we can tell, 1 more person would be offered an introduction"),
    ],
)  # fmt: skip
def test_what_is_won_is_told_as_people(it, said):
    assert brings(ORDER, it) == said


def test_a_strict_order_of_waiting_is_told_without_a_number():
    order: tuple[PriorityName, ...] = ("waiting_order", "fit")
    assert brings(order, Gain((700, 0), 2, 2)) == "the order in which people asked would be kept more closely"


def test_a_profile_is_what_somebody_brings():
    assert PLAIN.phrase == "is free Mon 10:00-12:00"
    assert COURT.phrase == (
        "is cleared for a day at court, speaks Polish, agrees to be put forward for ‘asked for a woman’, "
        "starts from Heeley and shares some of what they enjoy"
    )
    assert PLAIN.is_part_of(COURT)
    assert not COURT.is_part_of(PLAIN)
    assert not PLAIN.is_part_of(PLAIN)


def test_who_would_only_make_it_fit_better_is_not_told():
    better = MentorValue(PLAIN, ("B1",), (), ORDER, Gain((0, 0, 0, 300, 0), 5, 5))
    assert better.sentences == ()
    held = MentorValue(PLAIN, ("B1", "B2"), (), ORDER, gain(0, 0, 0), (visits("B1"),))
    again = MentorValue(COURT, ("B10", "B9"), (), ORDER, gain(0, 0, 0), (visits("B10", "B9"),))
    said = short(mentors=(better, held, again)).sentences
    assert said[1:3] == (
        "Nobody we could think of would bring more people a suggestion at present.",
        "One more mentor would not help B1, B9 and B10 while N2 has no introduction visits left.",
    )
    assert "We take it" not in " ".join(said)


def test_each_step_tells_what_all_bring_together():
    steps = (Next(COURT, gain(0, 2, 0)), Next(PLAIN, gain(0, 3, 0)), Next(PLAIN, Gain((0, 3, 0, 9, 0), 5, 5)))
    said = BestNext(ORDER, steps, proved=True, finished=True).sentences
    assert said == (
        f"First somebody who {COURT.phrase}: 2 more people would be offered an introduction.",
        "Then somebody who is free Mon 10:00-12:00: in all, 3 more people would be offered an introduction.",
        "No other 2 of the mentors we looked at would bring more together.",
    )
    guess = BestNext(ORDER, steps, proved=False, finished=True).sentences
    assert guess[-1] == "This is a good choice, not proved to be the best 2 together."


def test_rooms_and_reliance_and_what_there_was_no_time_for():
    room = MoreRoom("N2", "supervision-places", 1, ORDER, gain(0, 1, 0))
    relied = ReliedOn("M1", 6, True, tuple(f"B{n}" for n in range(1, 7)))
    said = short(rooms=(room,), relied_on=(relied,), not_reached=("on whom we rely",)).sentences
    assert said[2:] == (
        "Where a worker's room is short:",
        "If N2 had room to supervise one more new match: 1 more person would be offered an introduction.",
        "Where we rely on one person (for us alone; it is not shown to mentors):",
        "If M1 took a break, 6 people would have no suggestion: B1, B2, B3 and 3 others.",
        "There was not enough time to find out on whom we rely.",
    )
    unsure = ReliedOn("M1", 2, exact=False, people=())
    assert unsure.sentence == "If M1 took a break, at least 2 people would have no suggestion."
    swapped = ReliedOn("M1", 2, exact=True, people=("B1", "B2", "B3"))  # 3 lose theirs, the plan loses 2
    assert swapped.sentence == (
        "If M1 took a break, 3 people would have no suggestion: B1, B2 and B3; 1 other would have one instead."
    )
    assert some(("B1", "B2", "B3", "B4")) == "B1, B2, B3 and B4"


def visits(*people: str) -> HeldUp:
    return HeldUp((Lack("introduction-visits", "N2"),), people)


def short(**parts) -> ShortOf:
    empty: dict[str, Any] = dict.fromkeys(("mentors", "rooms", "relied_on", "to_find_out", "not_reached"), ())
    none = BestNext(ORDER, (), proved=False, finished=True)
    return ShortOf(**(empty | {"best_next": none, "taken_for_granted": "We take it so."} | parts))


def test_no_page_letter_or_run_folder_knows_on_whom_we_rely():
    """It is printed when somebody asks for it, and goes nowhere else."""
    source = Path(matchmaker.__file__).parent
    asked = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if RELIES.search(path.read_text(encoding="utf-8"))
    }
    rooms = {path.split("/")[0] for path in asked}
    assert rooms == {"__init__.py", "cli", "engine", "explain"}
    assert {path for path in asked if path.startswith("cli/")} == {"cli/explain.py"}


def test_without_time_nobody_is_said_to_be_of_no_help():
    """A plan found in haste may be worse than the one there is; that shows nothing about anybody."""
    hasty = MentorValue(PLAIN, ("B1",), (), ORDER, gain(0, 0, 0, after=1))
    assert not hasty.settled
    assert MentorValue(PLAIN, ("B1",), (), ORDER, gain(0, 0, 0, after=3)).settled
    said = short(mentors=(hasty,), not_reached=("what some mentors would bring",), settled=False).sentences
    assert said[1] == "In this time we found nobody."
