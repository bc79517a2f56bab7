"""Mentors, beneficiaries and navigators: what a programme knows, and has asked, about each.

Blank means *not asked yet*. Nobody is filtered out by a blank: it becomes a question. The file is long
because it is the list of columns of three sheets, which is read from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from matchmaker.domain.fields import (
    Count,
    Day,
    Hours,
    Id,
    Label,
    Many,
    Minutes,
    Moment,
    Slot,
    Some,
    Tag,
    Text,
)
from matchmaker.domain.record import PRIVATE, SAFETY, UNHASHED, Flaw, Record
from matchmaker.domain.spans import Days
from matchmaker.domain.words import (
    Company,
    GenderWish,
    Offer,
    OwnStory,
    Relationship,
    Route,
    Step,
    Style,
    Wants,
    YesNo,
)


class Person(Record):
    """What everyone in a round has."""

    id: Id = Field(description="A short code such as M07; not a name.")
    label: Label = Field(description="What the person is called on the pages.", json_schema_extra=UNHASHED)


class Mentor(Person):
    """Somebody trained who has lived through similar things and offers time."""

    navigator: Id = Field(description="The id of the worker who supports this mentor, or none_yet.")
    available: bool = Field(description="Can they take on somebody new at present?", json_schema_extra=SAFETY)
    offers: Some[Offer] = Field(description="What they offer to do.")
    hours_per_week: Hours = Field(description="Hours a week agreed with them; a ceiling, travel included.")
    people_at_once: Count = Field(
        description="How many people at the same time, those they see now included."
    )
    usual_step: Step = Field(
        description="How far along they are with everyday things such as a coffee or a walk.",
        json_schema_extra=SAFETY,
    )
    area: Tag | None = Field(None, description="Where they start from; a rough area, no address.")
    free: Many[Slot] | None = Field(None, description="Weekly times they could meet somebody.")
    likes: Many[Tag] = Field((), description="What they enjoy.")
    dislikes: Many[Tag] = Field((), description="What they do not enjoy.")
    hopes: Many[Tag] = Field((), description="What they would like to do more of.")
    skills: Many[Tag] = Field((), description="What they are good at, beyond lived experience.")
    services_known: Many[Tag] = Field((), description="Services they know their way around.")
    style: Style | None = Field(None, description="How they come across.")
    languages: Many[Tag] | None = Field(None, description="Languages they speak. Blank: the usual one.")
    shares: Many[Tag] = Field((), description="Experience they agree to share, in their own words.")
    put_forward_for: Many[Tag] = Field(
        (),
        description="Wishes for which they agree to be named, such as a woman. The mentor ticks.",
    )
    about_me: Text | None = Field(
        None, description="Their own words for the card a person sees.", json_schema_extra=UNHASHED
    )
    device: bool | None = Field(
        None, description="Do they carry a lone-working device?", json_schema_extra=SAFETY
    )
    check_in_plan: bool | None = Field(
        None,
        description="Is there a check-in plan: who, when, and what if late?",
        json_schema_extra=SAFETY,
    )
    breaks: Many[Days] = Field(
        (), description="Days off, such as 2026-12-01 to 2026-12-14. No reason needed."
    )
    protected_time: Many[Slot] = Field(
        (), description="Weekly times that are theirs alone. No reason needed."
    )
    age_band: Tag | None = Field(None, description="An age band, only if they want to be asked for by it.")
    travel_limit_minutes: Minutes | None = Field(None, description="The longest journey one way, in minutes.")
    supervised_on: Day | None = Field(
        None, description="The day of their last supervision.", json_schema_extra=SAFETY
    )
    support_hours_per_week: Hours | None = Field(None, description="Support time agreed with them.")
    training: Many[Tag] | None = Field(None, description="Training modules done.", json_schema_extra=SAFETY)
    cleared_for: Many[Id] | None = Field(
        None,
        description="Tasks for which the check we ask for is in place.",
        json_schema_extra=SAFETY,
    )
    checked_on: Day | None = Field(None, description="When that check was seen.", json_schema_extra=SAFETY)
    recheck_on: Day | None = Field(
        None, description="When it is to be looked at again.", json_schema_extra=SAFETY
    )
    expenses_ready: bool | None = Field(None, description="Can they be paid expenses before an outing?")
    provider_history: Many[Id] = Field((), description="Places where they were once supported themselves.")
    learning_goals: Many[Tag] = Field((), description="Tasks or skills they want to learn.")


class Beneficiary(Person):
    """Somebody the programme supports, who may have asked for a mentor."""

    navigator: Id = Field(description="The id of their worker, or none_yet.")
    wants: Wants = Field(description="Do they want a peer mentor?", json_schema_extra=SAFETY)
    asked_on: Day | None = Field(
        None, description="The day they said yes.", json_schema_extra={"required_if": "yes"}
    )
    wants_to_do: Many[Id] = Field(
        (), description="What they want a mentor for; every one of these must be possible.",
        json_schema_extra=SAFETY | {"required_if": "yes"},
    )  # fmt: skip
    gender_wish: GenderWish | None = Field(
        None,
        description="Have they asked for somebody of a gender?",
        json_schema_extra=SAFETY | {"required_if": "yes"},
    )
    gender_wished: Tag | None = Field(
        None,
        description="The wish in words, such as a woman.",
        json_schema_extra=SAFETY | {"required_if": "must or prefer"},
    )
    wish_covers_navigator: bool | None = Field(
        None,
        description="Does that wish also hold for the worker on joint visits?",
        json_schema_extra=SAFETY,
    )
    together: Company | None = Field(
        None, description="How they would like to meet: alone, paired, joint, group. Blank: joint."
    )
    area: Tag | None = Field(None, description="Where they live or stay; a rough area, no address.")
    free: Many[Slot] | None = Field(None, description="Weekly times that suit them. Blank: to be agreed.")
    likes: Many[Tag] = Field((), description="What they enjoy.")
    dislikes: Many[Tag] = Field((), description="What they do not enjoy.")
    hopes: Many[Tag] = Field((), description="What they would like to do or learn.")
    nice_tasks: Many[Id] = Field((), description="What would be nice as well, but need not be possible.")
    needed_on: Moment | None = Field(
        None, description="Date and time of a one-off task, such as court or a release."
    )
    session_minutes: Minutes | None = Field(
        None, description="How long a meeting should last. Blank: the usual length."
    )
    meetings_a_month: Count | None = Field(
        None, description="How often they hope to meet. Blank: as is usual."
    )
    relationship: Relationship | None = Field(None, description="Befriending or mentoring, if they said.")
    relationship_word: Tag | None = Field(None, description="The word to print for it.")
    age_band_wish: Tag | None = Field(None, description="An age band they would like.")
    style_wish: Style | None = Field(None, description="The style they would like.")
    own_story: OwnStory | None = Field(None, description="How much of a mentor's own story they welcome.")
    similar_experience: Many[Tag] = Field((), description="Experience they asked to have in common.")
    languages: Many[Tag] | None = Field(None, description="Languages they speak. Blank: the usual one.")
    meet_where: Many[Id] = Field((), description="Places or kinds of place they would like.")
    safe_contact: Text | None = Field(
        None, description="How it is safe to reach them.", json_schema_extra=PRIVATE
    )
    dual_worked: bool | None = Field(
        None,
        description="Do two workers always visit them together? Blank asks first.",
        json_schema_extra=SAFETY,
    )
    ready_own: YesNo | None = Field(None, description="Do they feel ready to meet somebody new? Advice only.")
    ready_own_on: Day | None = Field(None, description="When they said so.")
    ready_worker: YesNo | None = Field(None, description="Does their worker think so? Advice only.")
    ready_worker_on: Day | None = Field(None, description="When the worker said so.")
    route: Route | None = Field(None, description="Why now.")
    urgent_by: Tag | None = Field(None, description="Who decided that this is urgent.")
    urgent_reason: Text | None = Field(None, description="Why it is urgent.", json_schema_extra=UNHASHED)
    urgent_on: Day | None = Field(None, description="When that was decided.")

    @property
    def urgent(self) -> bool:
        """Urgent only because somebody said so, with a reason and a date."""
        return self.urgent_by is not None

    def flaws(self) -> Iterator[Flaw]:
        """A request needs its answers; a wish its words; an urgent mark somebody who stands for it."""
        if self.wants == "yes":
            for name in ("asked_on", "wants_to_do", "gender_wish"):
                if not getattr(self, name):
                    yield (name,), "blank", f"is needed when wants is yes. {_FILL[name]}"
        if self.gender_wish in ("must", "prefer") and not self.gender_wished:
            yield (
                ("gender_wished",),
                "blank",
                f"is needed when gender_wish is {self.gender_wish}. Maybe a woman?",
            )
        marks = {
            "urgent_by": self.urgent_by,
            "urgent_reason": self.urgent_reason,
            "urgent_on": self.urgent_on,
        }
        for name, value in marks.items():
            if value is None and any(marks.values()):
                yield (
                    (name,),
                    "blank",
                    "is needed to mark somebody urgent. Maybe fill in who, why and when.",
                )
        if self.session_minutes is not None and self.session_minutes < _SHORTEST:
            yield (
                ("session_minutes",),
                "too_brief",
                "is under a quarter of an hour. Maybe 60 for an hour.",
            )
        if self.meetings_a_month == 0:
            yield ("meetings_a_month",), "zero", "is 0. Maybe leave it blank for the usual."


_SHORTEST = 15
_FILL = {
    "asked_on": "Maybe the day they said so, like 2026-10-05.",
    "wants_to_do": "Maybe coffee_walk; court.",
    "gender_wish": "Maybe not_asked, which becomes a question.",
}


class Navigator(Person):
    """A worker who introduces, supports and goes along; their time is what everything rests on."""

    first_visits_free: Count = Field(description="Introduction visits they have room for, in this round.")
    joint_hours: Hours | None = Field(
        None,
        description="Hours a week for joint visits. Blank asks first.",
        json_schema_extra=SAFETY,
    )
    supervision_places: Count | None = Field(
        None,
        description="How many new matches of the mentors they support they can still supervise, beyond those "
        "under way. Blank: not limited.",
    )
    free: Many[Slot] | None = Field(None, description="Weekly times they could join a visit.")
    put_forward_for: Many[Tag] = Field((), description="Wishes for which they agree to be named.")
