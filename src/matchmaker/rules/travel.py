"""A journey should not eat up the hours somebody gives (S4:L204)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from matchmaker.domain.mends import Mend
from matchmaker.domain.questions import where_is
from matchmaker.domain.reasons import Question, Seen
from matchmaker.domain.rows import AreaMinutes, Place
from matchmaker.domain.words import counted
from matchmaker.rules.base import Axis, Rule

if TYPE_CHECKING:
    from collections.abc import Hashable

    from matchmaker.domain.arrangement import Arrangement, Venue
    from matchmaker.domain.context import Context
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.reasons import Objection


class Travel(Rule):
    """The mentor's own limit counts, or else the programme's."""

    code: Literal["travel"] = "travel"
    title: ClassVar[str] = "the journey"
    looks_at: ClassVar[frozenset[Axis]] = frozenset({"mentor", "beneficiary", "venue"})
    looks_at_in_a_group: ClassVar[frozenset[Axis]] = frozenset({"company"})
    may_bend: ClassVar[bool] = True

    limit_minutes: int = Field(
        45,
        gt=0,
        le=600,
        description="The longest journey one way, unless the mentor says otherwise.",
    )

    def sentence(self) -> str:
        """Say the rule."""
        minutes = counted(self.limit_minutes, "minute")
        return (
            f"A mentor travels at most {minutes} one way, or as far as they said themselves; "
            "to a group that they host they go anyway."
        )

    def objection(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Objection | None:
        """Close a venue out of reach; ask when the journey is not known. A host is there anyway."""
        if arrangement.company == "group":
            return None
        minutes = context.journeys.minutes(mentor, beneficiary, venue=arrangement.venue)
        if minutes is None:
            question = self._what_is_not_known(mentor, beneficiary, arrangement, context)
            return self.asks(f"We do not know how far {mentor.id} would travel.", question)
        if minutes > self._most(mentor):
            return self.closed(
                f"{arrangement.venue.heading} is too far for {mentor.id}.",
                remedy="Meet somewhere nearer.",
            )
        return None

    def looked_at(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Seen:
        """Say how far it is, and how far would be too far."""
        if arrangement.company == "group":
            return Seen(f"{mentor.id} hosts the group there anyway.", noted=False)
        minutes = context.journeys.minutes(mentor, beneficiary, venue=arrangement.venue)
        own = mentor.travel_limit_minutes
        limit = counted(own if own is not None else self.limit_minutes, "minute")
        most = f"{limit} is the most that {'they said' if own is not None else 'we ask of anybody'}"
        if minutes is None:
            return Seen(
                f"How far {mentor.id} would travel to {arrangement.venue.label} is not known; {most}."
            )
        way = f"{mentor.id} travels {counted(minutes, 'minute')} to {arrangement.venue.label}"
        return Seen(f"{way}; {most}.", noted=own is not None)

    def mend(
        self, mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Mend | None:
        """Find out how far it is; or find a place of that kind near the person, where the public are."""
        venue, start = arrangement.venue, mentor.area
        area = venue.area_for(beneficiary)
        if context.journeys.minutes(mentor, beneficiary, venue=venue) is None:
            if start is None or area is None:
                return None
            do = f"Find out how long the way to {area} is for {mentor.id}."
            given = f"if it is {counted(self._most(mentor), 'minute')} or less"
            row = AreaMinutes(start=start, end=area, minutes=self._most(mentor))
            return Mend("find out", do, given, rows=(("areas", row),))
        return self._nearer(mentor, beneficiary, venue, context)

    def _nearer(
        self, mentor: Mentor, beneficiary: Beneficiary, venue: Venue, context: Context
    ) -> Mend | None:
        """Return that a place of that kind is found near the person, if the mentor could reach it."""
        new, area = f"new.{venue.kind}", beneficiary.area
        if not (venue.listed and venue.public and area) or new in context.venue:
            return None
        minutes = context.journeys.minutes(mentor, beneficiary, venue=replace(venue, code=new, area=area))
        if minutes is None or minutes > self._most(mentor):
            return None
        kind = context.vocabulary.kinds[venue.kind].label
        place = Place(id=new, label=f"a {kind} in {area}", kind=venue.kind, area=area)
        do = f"Find a place in {area} to meet, of this kind: {kind}."
        return Mend("agree", do, rows=(("places", place),))

    def _most(self, mentor: Mentor) -> int:
        """Return how long a journey may be: the mentor's own limit counts first."""
        own = mentor.travel_limit_minutes
        return own if own is not None else self.limit_minutes

    @staticmethod
    def _what_is_not_known(
        mentor: Mentor, beneficiary: Beneficiary, arrangement: Arrangement, context: Context
    ) -> Question:
        """Ask for the first thing that is missing, so that one answer serves every pair it is about."""
        venue = arrangement.venue
        if mentor.area is None:
            ask = f"From which area does {mentor.id} start?"
            return Question(f"area/{mentor.id}", ask, mentor.navigator)
        area = venue.area_for(beneficiary)
        if area is None:
            return where_is(venue, beneficiary)
        start, end = sorted((mentor.area, area))
        ask = f"How many minutes is it from {start} to {end}?"
        return Question(f"minutes/{start}/{end}", ask, beneficiary.navigator)

    def mentor_key(self, mentor: Mentor, context: Context) -> Hashable:
        return mentor.area, mentor.travel_limit_minutes

    def beneficiary_key(self, beneficiary: Beneficiary, context: Context) -> Hashable:
        return beneficiary.area
