"""A must on gender belongs to the person; a mentor ticks what they may be named for (S0:L132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from matchmaker.domain.fields import folded
from matchmaker.domain.mends import Cell, Mend, answered
from matchmaker.domain.questions import WISH_COVERS_NAVIGATOR, question_key
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.words import Strength
from matchmaker.rules.another_worker import of_a_person
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Arrangement
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class GenderWish(Rule):
    """Nothing is inferred: only what the mentor agreed to counts, and nobody hears who did not."""

    code: Literal["gender-wish"] = "gender-wish"
    title: ClassVar[str] = "what the person asked for in a mentor"
    strength: ClassVar[Strength] = "absolute"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "company"})

    def sentence(self) -> str:
        """Say the rule."""
        return (
            "When somebody asked for a mentor of a gender as a must, only mentors who agreed to be "
            "named for that "
            "wish are suggested; if the wish covers their worker, joint visits need such a worker too."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close what the wish rules out; ask when nobody asked the person yet."""
        wish = beneficiary.gender_wish
        if wish in (None, "not_asked"):
            key = f"gender-wish/{beneficiary.id}"
            ask = f"Would {beneficiary.id} like to meet somebody of a particular gender, or is anyone fine?"
            return self.asks(
                f"We have not asked {beneficiary.id} whether gender matters.",
                Question(key, ask, beneficiary.navigator),
            )
        if wish != "must":
            return None
        wished = folded(beneficiary.gender_wished or "")
        if wished not in map(folded, mentor.put_forward_for):
            return self.closed(f"{beneficiary.id} asked for somebody else.")
        return (
            self._about_the_worker(beneficiary, wished, context) if arrangement.company == "joint" else None
        )

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say what they wish for, and whether the mentor agreed to be named for it."""
        wish, wished = beneficiary.gender_wish, beneficiary.gender_wished
        if wish == "must":
            only = "only mentors who agreed to be named for that are considered"
            return Seen(f"{beneficiary.id} asked for {wished}; {only}.")
        if wish == "prefer":
            return Seen(f"{beneficiary.id} would rather have {wished}; that is a wish and closes nothing.")
        if wish == "no_wish":
            return Seen(f"{beneficiary.id} said that any gender is fine.", noted=False)
        return Seen(f"{beneficiary.id} has not been asked whether gender matters.")

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Ask, or find another worker: a wish is the person's, and nobody is talked out of it."""
        if beneficiary.gender_wish in (None, "not_asked"):
            do = f"Ask {beneficiary.id} whether they would like to meet somebody of a particular gender."
            cell = Cell("beneficiaries", beneficiary.id, "gender_wish", "no_wish")
            return Mend("find out", do, "if anyone is fine", cells=(cell,))
        wished = folded(beneficiary.gender_wished or "")
        if wished not in map(folded, mentor.put_forward_for) or arrangement.company != "joint":
            return None
        key = question_key(WISH_COVERS_NAVIGATOR, beneficiary.id)
        if context.decided.settled(beneficiary.wish_covers_navigator, key) is None:
            do = f"Ask {beneficiary.id} whether their wish also holds for the worker on a joint visit."
            return Mend("find out", do, "if it does not", rows=answered(key, "no", on=context.as_of))
        return of_a_person(
            beneficiary, context, fits=lambda worker: wished in map(folded, worker.put_forward_for)
        )

    def _about_the_worker(self, beneficiary: Beneficiary, wished: str, context: Context) -> Objection | None:
        key = question_key(WISH_COVERS_NAVIGATOR, beneficiary.id)
        covered = context.decided.settled(beneficiary.wish_covers_navigator, key)
        worker = context.navigators.get(beneficiary.navigator)
        if covered is None:
            ask = f"Does the wish of {beneficiary.id} also hold for the worker on a joint visit?"
            return self.asks(
                f"We do not know whether the wish covers {worker.id if worker else 'their worker'}.",
                Question(key, ask, beneficiary.navigator),
            )
        if covered and (worker is None or wished not in map(folded, worker.put_forward_for)):
            return self.closed(
                f"{beneficiary.id} asked for a different worker on joint visits.",
                remedy="Another worker joins the visits.",
            )
        return None
