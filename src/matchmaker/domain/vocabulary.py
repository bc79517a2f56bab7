"""The words that a programme can extend: tasks, kinds of place, situations on a visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from matchmaker.domain.fields import Id, Label, Many
from matchmaker.domain.record import Flaw, Record


@dataclass(frozen=True, slots=True)
class Task:
    """Something people do together, and the kinds of place where it can happen."""

    code: str
    label: str
    kinds: tuple[str, ...]
    everyday: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place. Public and staffed are what lone working and a first joint visit look at."""

    code: str
    label: str
    public: bool = False
    staffed: bool = False
    elsewhere: bool = False
    """It is where it is: without a listed place nobody can say that it is near the person."""


class Word(Record):
    """A row of the Vocabulary sheet: a task, kind of place or situation that this programme adds."""

    sort: Literal["task", "kind", "situation"] = Field(
        description="What is added: a task, a kind of place, a situation."
    )
    code: Id = Field(description="The word to use in the other sheets, such as choir_practice.")
    label: Label = Field(description="How it is said aloud, such as choir practice.")
    kinds: Many[Id] = Field((), description="For a task: the kinds of place where it can happen.")
    everyday: bool = Field(
        False, description="For a task: is it an everyday one, to which usual_step applies?"
    )
    public: bool = Field(False, description="For a kind of place: is it open to the public?")
    staffed: bool = Field(False, description="For a kind of place: is somebody on duty there?")

    def flaws(self) -> Iterator[Flaw]:
        """A task without a place to do it could never be matched."""
        if self.sort == "task" and not self.kinds:
            yield (
                ("kinds",),
                "blank",
                "a task needs a kind of place. Maybe office_hub or cafe_public.",
            )


_KINDS = (
    Kind("office_hub", "the office or hub", staffed=True),
    Kind("cafe_public", "a café or other public place", public=True),
    Kind("library", "a library", public=True, staffed=True),
    Kind("park", "a park", public=True),
    Kind("leisure_centre", "a leisure centre", public=True, staffed=True),
    Kind("allotment", "an allotment"),
    Kind("court", "the court", public=True, staffed=True, elsewhere=True),
    Kind("gp_hospital", "a surgery, clinic or hospital", public=True, staffed=True, elsewhere=True),
    Kind("hostel_communal", "the shared rooms of a hostel", staffed=True),
    Kind("home", "the person's home"),
    Kind("vehicle", "a car"),
    Kind("prison_gate", "the prison gate", staffed=True, elsewhere=True),
    Kind("prison_inside", "a prison visits hall", staffed=True, elsewhere=True),
    Kind("street_outreach", "street outreach"),
    Kind("remote", "by phone or video"),
)

_TASKS = (
    Task("coffee_walk", "a coffee or a walk",
         ("cafe_public", "park", "library", "office_hub", "allotment"), everyday=True),
    Task("leisure", "something to do together",
         ("leisure_centre", "park", "library", "cafe_public", "allotment"), everyday=True),
    Task("gym_sport", "gym or sport", ("leisure_centre", "park"), everyday=True),
    Task("group_first_time", "going to a group for the first time",
         ("office_hub", "library", "leisure_centre", "hostel_communal", "allotment")),
    Task("appointment_health", "a health appointment", ("gp_hospital",)),
    Task("appointment_treatment", "a treatment appointment", ("gp_hospital", "office_hub")),
    Task("appointment_benefits", "a benefits appointment",
         ("office_hub", "library", "cafe_public", "remote")),
    Task("appointment_housing", "a housing appointment",
         ("office_hub", "hostel_communal", "cafe_public", "remote")),
    Task("court", "a day at court", ("court",)),
    Task("prison_gate_pickup", "being met at the prison gate", ("prison_gate",)),
    Task("prison_visit", "a visit in prison", ("prison_inside",)),
    Task("hospital_visit", "a visit in hospital", ("gp_hospital",)),
    Task("home_visit", "a visit at home", ("home",)),
    Task("forms_post", "forms and post",
         ("office_hub", "library", "cafe_public", "hostel_communal", "home", "remote"), everyday=True),
    Task("bank_account", "opening a bank account", ("cafe_public", "office_hub", "library")),
    Task("shopping_with", "going shopping together", ("cafe_public",), everyday=True),
    Task("travel_confidence", "getting used to buses and trains",
         ("cafe_public", "park", "library"), everyday=True),
    Task("college", "starting at college", ("library", "cafe_public")),
    Task("job_search", "looking for work", ("library", "office_hub", "cafe_public", "remote")),
    Task("advocacy", "having a say at a meeting",
         ("office_hub", "gp_hospital", "library", "cafe_public", "remote")),
    Task("moving_on", "moving on from support", ("cafe_public", "office_hub", "park", "home")),
)  # fmt: skip

OTHERS_PRESENT = "others_present"
HOME = "home"
REMOTE = "remote"
_SITUATIONS = {
    "heated_exchange": "heated exchanges",
    OTHERS_PRESENT: "other people in the home or place",
    "under_influence": "someone having had a drink or taken something",
    "sharps_or_animals": "sharps or animals",
    "isolated_place": "a place with nobody near",
    "late_or_dark": "being out late or in the dark",
    "crowds": "crowds",
    "money_handling": "handling money",
    "upsetting_news": "upsetting news",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the words that count in one round."""

    tasks: dict[str, Task] = field(default_factory=lambda: {task.code: task for task in _TASKS})
    kinds: dict[str, Kind] = field(default_factory=lambda: {kind.code: kind for kind in _KINDS})
    situations: dict[str, str] = field(default_factory=lambda: dict(_SITUATIONS))

    def with_words(self, words: Iterable[Word]) -> Vocabulary:
        """Return a vocabulary that also knows a programme's own words; an own word of the same code wins."""
        rows = tuple(words)
        return Vocabulary(
            self.tasks
            | {w.code: Task(w.code, w.label, w.kinds, w.everyday) for w in rows if w.sort == "task"},
            self.kinds
            | {w.code: Kind(w.code, w.label, w.public, w.staffed) for w in rows if w.sort == "kind"},
            self.situations | {w.code: w.label for w in rows if w.sort == "situation"},
        )


STANDARD = Vocabulary()
