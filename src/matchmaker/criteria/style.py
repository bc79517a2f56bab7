"""What the person said they would like in a mentor, and only that (S2:L82, S0:L132)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from matchmaker.criteria.base import Criterion, Points, Sight, Weight
from matchmaker.domain.fields import folded
from matchmaker.domain.words import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matchmaker.domain.arrangement import Pair
    from matchmaker.domain.context import Context


class _Wish(NamedTuple):
    """A wish that was said: its points, whether it is met, and how that is told."""

    points: int
    met: bool
    because: str


class Style(Criterion):
    """A wish that is not met, or not known to be met, takes its part of 100 points away.

    A gender they would prefer takes 40, gentle or direct 30, an age band 20, befriending or mentoring 10.
    So no wish costs nothing and a fuller profile earns nothing. A must on gender is a rule. Two mentors meet
    a wish when both do. A gender counts only as the person's wish and the mentor's agreement to be named
    for it, and nobody is told for what a mentor is not named.
    """

    code: Literal["style"] = "style"
    title: ClassVar[str] = "style and other wishes"
    looks_at: ClassVar[frozenset[Sight]] = frozenset()
    weight: Weight = 15

    def sentence(self) -> str:
        """Say the criterion."""
        return (
            "What the person would like in a mentor (a gender they prefer, gentle or direct, an age band, "
            f"befriending or mentoring) counts for {self.weight} of 100; no wish costs nothing."
        )

    def score(self, pair: Pair, context: Context) -> Points:
        """Take away what is wished and not met; say only what is met."""
        wishes = tuple(_wishes(pair))
        missed = sum(wish.points for wish in wishes if not wish.met)
        met = "; ".join(wish.because for wish in wishes if wish.met)
        return Points(100 - missed, met or ("no other wishes are known" if missed < 100 else ""))


def _wishes(pair: Pair) -> Iterator[_Wish]:
    person, mentors, who = pair.beneficiary, pair.mentors, " and ".join(pair.mentor_ids)
    if person.gender_wish == "prefer" and person.gender_wished:
        wish = folded(person.gender_wished)
        met = all(wish in map(folded, mentor.put_forward_for) for mentor in mentors)
        agreed = f"{person.id} would like {person.gender_wished}, and {who} agreed to be named for that"
        yield _Wish(40, met, agreed)
    if person.style_wish:
        met = all(mentor.style == person.style_wish for mentor in mentors)
        come = "comes" if len(mentors) == 1 else "come"
        yield _Wish(30, met, f"{who} {come} across as {person.style_wish}, as {person.id} would like")
    if person.age_band_wish:
        met = all(
            mentor.age_band is not None and folded(mentor.age_band) == folded(person.age_band_wish)
            for mentor in mentors
        )
        yield _Wish(20, met, f"the age band {person.id} would like")
    if person.relationship:
        met = all(person.relationship in mentor.offers for mentor in mentors)
        yield _Wish(10, met, f"{spoken(person.relationship)}, as {person.id} would like")
