"""What the person said they would like in a mentor, and only that (S2:L82, S0:L132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.criteria.base import Criterion, Points, Sight, Weight
from matchmaker.domain.fields import folded
from matchmaker.domain.words import spoken

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context

_GENDER, _STYLE, _AGE_BAND, _RELATIONSHIP = 40, 30, 20, 10


class Style(Criterion):
    """40 for a gender they would prefer, 30 for gentle or direct, 20 for an age band, if the mentor meets it.

    Only what the person said counts, and two mentors meet a wish when both do. A wish that is not met, or
    not known to be met, takes nothing away, so that a wish costs nobody a turn. A gender is never a
    mentor's merit: it is the person's wish and the mentor's agreement to be named for it, and nobody is
    told who is not. A must on gender is a rule, and so is befriending or mentoring: where that rule is
    switched off, the wish can count here, for 10.
    """

    code: Literal["style"] = "style"
    title: ClassVar[str] = "style and other wishes"
    looks_at: ClassVar[frozenset[Sight]] = frozenset()
    weight: Weight = 15
    relationship_counts: bool = Field(
        False, description="Does befriending or mentoring count as a wish? For where the rule `role` is off."
    )

    def sentence(self) -> str:
        """Say the criterion."""
        also = ", befriending or mentoring" if self.relationship_counts else ""
        return (
            "A mentor who meets what the person would like (a gender they prefer, gentle or direct, an age "
            f"band{also}) counts for {self.weight} of 100; a wish that is not met costs nothing."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Add up the wishes that are met, and say only those."""
        parts = [_gender(pair), _style(pair), _age_band(pair)]
        parts += [_relationship(pair)] if self.relationship_counts else []
        met = [part for part in parts if part is not None]
        return Points(sum(part.points for part in met), "; ".join(part.because for part in met))


def _gender(pair: Pair) -> Points | None:
    person, wished = pair.beneficiary, pair.beneficiary.gender_wished
    if person.gender_wish != "prefer" or wished is None:
        return None
    if not all(folded(wished) in map(folded, mentor.put_forward_for) for mentor in pair.mentors):
        return None
    return Points(_GENDER, f"they would like {wished}, and {_who(pair)} agreed to be named for that")


def _style(pair: Pair) -> Points | None:
    wished = pair.beneficiary.style_wish
    if wished is None or any(mentor.style != wished for mentor in pair.mentors):
        return None
    return Points(_STYLE, f"{wished}, as they would like")


def _age_band(pair: Pair) -> Points | None:
    wished = pair.beneficiary.age_band_wish
    if wished is None or any(folded(mentor.age_band or "") != folded(wished) for mentor in pair.mentors):
        return None
    return Points(_AGE_BAND, "the age band they would like")


def _relationship(pair: Pair) -> Points | None:
    wished = pair.beneficiary.relationship
    if wished is None or any(wished not in mentor.offers for mentor in pair.mentors):
        return None
    return Points(_RELATIONSHIP, f"{spoken(wished)}, as they would like")


def _who(pair: Pair) -> str:
    return " and ".join(sorted(pair.mentor_ids))
