"""When a mentor may be alone with somebody, and when a home is no place to meet (S0:L124, S1:L127).

The file is long because the rule, its sentence, what helps and its fast twin are to be read side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.mends import Cell, Mend, as_judged
from matchmaker.domain.reasons import Seen
from matchmaker.domain.rows import Situation
from matchmaker.domain.vocabulary import HOME, OTHERS_PRESENT
from matchmaker.domain.windows import all_within, longest, merged, moment_windows, overlap
from matchmaker.rules.base import Axis, Rule
from matchmaker.rules.block import FULL, Masks
from matchmaker.rules.by_law import masks_by_law

if TYPE_CHECKING:
    from collections.abc import Callable

    from matchmaker.domain.arrangement import Arrangement, Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection
    from matchmaker.rules.block import Bits, Block


class LoneWorking(Rule):
    """Alone needs a device, or a public place and a quiet visit; and always a plan and somebody to ring."""

    code: Literal["lone-working"] = "lone-working"
    title: ClassVar[str] = "meeting alone, and meeting at home"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "task", "company", "venue"})

    home_unaccompanied: bool = Field(False, description="May mentors visit a home without a worker?")

    def sentence(self) -> str:
        """Say the rule."""
        home = "may" if self.home_unaccompanied else "do not"
        return (
            "A mentor meets somebody alone only with a lone-working device, or in a public place "
            "where nothing difficult "
            f"is likely, and always with a check-in plan and a worker to ring; mentors {home} visit "
            "homes without a "
            "worker, and nobody meets in a home where we do not know that other people there are no concern. "
            "A group never meets in a home, and without staff there somebody can be rung while it meets."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Judge the home first, in every company; then what being alone needs."""
        at_home = arrangement.venue.kind == HOME
        if at_home and not self._others_are_no_concern(beneficiary, arrangement.task, context):
            return self.closed(
                f"The home of {beneficiary.id} is not a place to meet at present.",
                remedy="Meet somewhere else.",
            )
        if arrangement.company == "group":
            return self._in_a_group(mentor, beneficiary, arrangement, context)
        if at_home and arrangement.company != "joint" and not self.home_unaccompanied:
            return self.closed(
                "Mentors do not visit a home without a worker.",
                remedy="Meet jointly or somewhere else.",
            )
        if arrangement.company != "alone":
            return None
        if not mentor.check_in_plan:
            return self.closed(
                f"{mentor.id} has no check-in plan yet.",
                remedy=f"Agree a check-in plan with {mentor.id}.",
            )
        if not self._staff_can_be_reached(mentor, beneficiary, context):
            return self.closed(
                "Nobody is there to ring when they could meet.",
                remedy="Name a worker to ring at that time.",
            )
        quiet = arrangement.venue.public and self._quiet(beneficiary, arrangement.task, context)
        if not mentor.device and not quiet:
            return self.closed(
                f"{mentor.id} has no lone-working device.",
                remedy=f"A device for {mentor.id}, or a public place.",
            )
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say what being alone, or at home, rests on."""
        home = arrangement.venue.kind == HOME
        if arrangement.company != "alone":
            where = "Other people at home are no concern" if home else "They would not be alone"
            return Seen(f"{where}.", noted=home)
        kept = "a lone-working device" if mentor.device else "no device, so they meet where others are"
        return Seen(f"{mentor.id} has a check-in plan and {kept}; a worker can be rung while they meet.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Find out about the home, agree a plan, or carry a device."""
        if arrangement.venue.kind == HOME and arrangement.company == "joint":
            return self._ask_about_the_home(beneficiary, arrangement.task, context)
        if arrangement.company != "alone" or arrangement.venue.kind == HOME:
            return None
        if not mentor.check_in_plan:
            do = f"Agree a check-in plan with {mentor.id}."
            return Mend("agree", do, cells=(Cell("mentors", mentor.id, "check_in_plan", True),))
        if not mentor.device and self._staff_can_be_reached(mentor, beneficiary, context):
            do = f"Find a lone-working device for {mentor.id}."
            return Mend("agree", do, cells=(Cell("mentors", mentor.id, "device", True),))
        return None

    @staticmethod
    def _ask_about_the_home(beneficiary: Beneficiary, task: str, context: Context) -> Mend | None:
        """Ask anew where it was asked long ago; a concern that somebody wrote down is not argued with."""
        today = as_judged(context.as_of) | {"level": "low"}
        rows = context.judgements.situations(beneficiary.id, task)
        known = [row for row in rows if row.situation == OTHERS_PRESENT]
        if any(row.level == "high" for row in known):
            return None
        new = {"beneficiary": beneficiary.id, "task": task, "situation": OTHERS_PRESENT, **today}
        asked = [row.model_copy(update=today) for row in known] or [Situation.model_validate(new)]
        do = f"Find out whether other people in the home of {beneficiary.id} are a concern."
        return Mend("find out", do, "if they are not", rows=tuple(("situations", row) for row in asked))

    def _in_a_group(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """A host is not alone, but has no worker beside them: there is staff, or somebody to ring."""
        venue, groups = arrangement.venue, context.groups
        if venue.kind == HOME:
            return self.closed("A group does not meet in a home.", remedy="Meet somewhere else.")
        here = groups.at(mentor.id, venue.code)
        if venue.staffed or any(groups.reachable(mentor, beneficiary, group=group) for group in here):
            return None
        return self.closed(
            "Nobody is there to ring while the group meets.",
            remedy="Name a worker to ring at that time.",
        )

    @staticmethod
    def _others_are_no_concern(beneficiary: Beneficiary, task: str, context: Context) -> bool:
        rows = [
            row
            for row in context.judgements.situations(beneficiary.id, task)
            if row.situation == OTHERS_PRESENT
        ]
        return bool(rows) and all(context.judgements.in_date(row) and row.level != "high" for row in rows)

    @staticmethod
    def _quiet(beneficiary: Beneficiary, task: str, context: Context) -> bool:
        rows = context.judgements.situations(beneficiary.id, task)
        return bool(rows) and all(context.judgements.in_date(row) and row.level == "low" for row in rows)

    @staticmethod
    def _staff_can_be_reached(mentor: Mentor, beneficiary: Beneficiary, context: Context) -> bool:
        """Say whether somebody can be rung for a whole meeting, and at the hour that matters."""
        reachable = merged(context.round.programme.staff_reachable or ())
        session = context.habits.session(beneficiary)
        times = context.availability.common((mentor,), beneficiary, joint=False)
        if longest(overlap(reachable if times is None else times, reachable)) < session:
            return False
        if beneficiary.needed_on is None:
            return True
        return all_within(moment_windows(beneficiary.needed_on, session), reachable)

    def open(self, block: Block) -> Masks:
        """The twin: this rule never asks, so what is open is ready.

        Home first, in every company; then what being alone needs, for each mentor and person. Groups are
        so few that the law itself is asked.
        """
        import numpy as np

        if "group" in block.companies:
            return masks_by_law(self, block)

        home, public = (_bits(block, of) for of in (lambda v: v.kind == HOME, lambda v: v.public))
        shape = (len(block.parties), len(block.visits), len(block.companies), block.words)
        bits = np.full(shape, FULL, np.uint32)
        for v, (person, task) in enumerate(block.visits):
            if not self._others_are_no_concern(person, task, block.context):
                bits[:, v] &= ~home
        for c, company in enumerate(block.companies):
            if company != "joint" and not self.home_unaccompanied:
                bits[:, :, c] &= ~home
            if company == "alone":
                bits[:, :, c] &= self._alone(block, public)
        return Masks(bits, bits)

    def _alone(self, block: Block, public: Bits) -> Bits:
        """Return where each mentor may be alone on each visit: anywhere, in public, or nowhere."""
        import numpy as np

        bits = np.zeros((len(block.parties), len(block.visits), block.words), np.uint32)
        quiet = [self._quiet(person, task, block.context) for person, task in block.visits]
        for p, (mentor, *_) in enumerate(block.parties):
            if not mentor.check_in_plan:
                continue
            for v, (person, _) in enumerate(block.visits):
                if (mentor.device or quiet[v]) and self._staff_can_be_reached(mentor, person, block.context):
                    bits[p, v] = FULL if mentor.device else public
        return bits


def _bits(block: Block, of: Callable[[Venue], bool]) -> Bits:
    """Return the words with a bit for every venue of one sort."""
    import numpy as np

    words = np.zeros(block.words, np.uint32)
    for venue in block.venues:
        if of(venue):
            word, bit = block.bit[venue.code]
            words[word] |= np.uint32(bit)
    return words
