"""What a cell of a random record may hold, and how often: the tables behind `tests.rounds`."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, get_args

from matchmaker.domain.words import Route

Drawn = dict[str, Any]

AS_OF = date(2026, 10, 5)  # a Monday
AREAS = ("Burngreave", "Heeley", "Walkley", "Darnall", "Totley", "Crookes")
TASKS = ("coffee_walk", "leisure", "forms_post", "court", "home_visit", "choir")
EVERYDAY = TASKS[:3]
SITUATIONS = ("others_present", "heated_exchange", "crowds", "sirens")
KINDS = ("cafe_public", "library", "office_hub", "park", "hall")
STEPS = ("alone", "alone_public", "accompanied", "joint", "shadowed", "paused", "not_started")
LIKES = ("dogs", "walking", "music", "cooking", "football")
WOMAN, MAN = "a woman", "a man"
MON, LATER = "Mon 10:00-12:00", "Mon 11:00-13:00"  # exactly 60 minutes in common
TIMES = (MON, LATER, "Mon 11:01-13:00", "Wed 13:00-16:00", "Wed 14:00-15:30", "Fri 09:00-10:00")
OFFICE_HOURS = tuple(f"{day} 09:00-17:00" for day in ("Mon", "Tue", "Wed", "Thu", "Fri"))
MONDAY, HALF_PAST, WEDNESDAY, LATE = (
    datetime.fromisoformat(f"2026-10-{at}") for at in ("05 10:00", "05 10:30", "07 14:00", "07 23:30")
)
APPOINTMENTS = (MONDAY, MONDAY, HALF_PAST, WEDNESDAY)

# Per field: the value that helps, then the others. A round is as tidy as it takes the first.
PROGRAMME = {"staff_reachable": (OFFICE_HOURS, None, (), ("Mon 11:30-17:00",))}
NAVIGATOR = {
    "joint_hours": (4.0, None, 0.0, 0.75), "free": (None, TIMES[:1], TIMES[:5]),
    "put_forward_for": ((WOMAN, MAN), (WOMAN,), ()),
}  # fmt: skip
MENTOR: Mapping[str, tuple[Any, ...]] = {
    "available": (True, False), "usual_step": ("alone", "alone_public", "accompanied", *STEPS),
    "offers": (("befriending", "mentoring", "group"), ("befriending",), ("mentoring", "group"), ("hub",)),
    "free": (TIMES[:4], None, (LATER,), TIMES[4:], ()), "languages": (None, ("Polish",), ("English", "Urdu")),
    "put_forward_for": ((WOMAN, MAN), (), ("A  Woman",), (MAN,)), "device": (True, None, False),
    "check_in_plan": (True, None, False), "travel_limit_minutes": (None, 0, 30, 45),
    "protected_time": ((), ("Mon 10:00-11:00",), ("Wed 00:00-24:00",)),
    "breaks": ((), ("2026-09-01 to 2026-10-04",), ("2026-09-01 to 2026-10-05",), ("2026-10-06 to",)),
    "training": (("boundaries", "Safeguarding", "safety"), None, (), ("boundaries",)),
    "supervised_on": (AS_OF - timedelta(31), None, AS_OF - timedelta(32), AS_OF),
    "cleared_for": (("home_visit",), None, (), ("court",)), "checked_on": (AS_OF - timedelta(90), None),
    "recheck_on": (AS_OF + timedelta(90), None, AS_OF, AS_OF - timedelta(1)),
}  # fmt: skip
BENEFICIARY: Mapping[str, tuple[Any, ...]] = {
    "wants": ("yes", "yes", "would_like_to_hear_more", "maybe_later", "no"),
    "free": (None, (MON,), TIMES[2:3], TIMES[3:]), "wish_covers_navigator": (False, True, None),
    "needed_on": (None, MONDAY, WEDNESDAY, LATE), "session_minutes": (None, 30, 60, 120),
    "relationship": (None, "befriending", "mentoring"), "languages": (None, ("Polish",), ("English",)),
    "dual_worked": (False, True, None),
}  # fmt: skip

# Per field: what it may be, as likely one as the other.
ANY_NAVIGATOR = {"first_visits_free": (0, 2, 4, 6, 8), "supervision_places": (None, None, 3, 2, 1, 0)}
ANY_MENTOR: Mapping[str, tuple[Any, ...]] = {
    "hours_per_week": (0.75, 1.0, 1.25, 2.0, 4.0), "people_at_once": (0, 1, 1, 2, 3),
    "likes": ((), ("dogs",), ("Dogs", "music"), LIKES[1:]), "dislikes": ((), ("football",)),
    "hopes": ((), ("cooking", "walking")), "skills": ((), ("forms", "gardening"), ("cooking", "a coffee or a walk")),
    "services_known": ((), ("housing",), ("Forms  post", "coffee_walk")),
    "style": (None, "gentle", "direct"), "age_band": (None, "30s", "40s"),
    "shares": ((), ("homelessness",), ("homelessness", "bereavement")), "about_me": (None, "Tea first."),
    "support_hours_per_week": (None, 0.5), "expenses_ready": (None, True, False),
    "learning_goals": ((), ("court", "forms"), ("something to do together",)),
}  # fmt: skip
ANY_BENEFICIARY: Mapping[str, tuple[Any, ...]] = {
    "asked_on": tuple(AS_OF - timedelta(days) for days in (0, 30, 84, 85)), "nice_tasks": ((), TASKS[:1], TASKS[1:3]),
    "gender_wished": (WOMAN, MAN), "together": (None, "alone", "paired", "joint", "group"),
    "likes": ((), ("dogs",), ("music", "walking"), LIKES[2:]), "dislikes": ((), ("football",)),
    "hopes": ((), ("cooking",), ("Cooking", "forms and post")), "meetings_a_month": (None, 1, 4), "relationship_word": (None, "a buddy"),
    "age_band_wish": (None, "30s"), "style_wish": (None, "gentle", "direct"),
    "own_story": (None, "welcome", "not_yet", "either"), "similar_experience": ((), ("homelessness",), ("Bereavement", "homelessness")),
    "meet_where": ((), ("library",), ("park", "cafe_public")), "safe_contact": (None, "by post only"),
    "ready_own": (None, "yes", "no"), "ready_own_on": (None, AS_OF), "ready_worker": (None, "yes", "no"),
    "ready_worker_on": (None, AS_OF), "route": (None, *get_args(Route)),
}  # fmt: skip
ANY_PLACE = dict.fromkeys(("staffed", "public", "private_room"), (None, True, False))


class Draw(random.Random):
    """A seeded source of choices, and how tidy, full of appointments, difficult and sociable its round is."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.tidy = self.choice((0.8, 0.95, 0.98, 1.0))
        self.blanks = self.chance(0.5)
        self.appointments = self.choice((0.0, 0.0, 0.6))
        self.difficult = self.choice((0.3, 0.3, 0.8))
        self.sociable = self.chance(0.3)

    def choice(self, seq: Any) -> Any:
        """Return any of them, typed loosely: a record checks what it is given."""
        return super().choice(seq)

    def chance(self, share: float) -> bool:
        return self.random() < share

    def usually(self, good: Any, *others: Any) -> Any:
        """Return the first, or by chance another; in a round of blanks that is the blank one."""
        if self.chance(self.tidy):
            return good
        blank = [other for other in others if other in (None, "not_asked")]
        return self.choice(blank or [good] if self.blanks else others)

    def cells(self, helpful: Mapping[str, Any], free: Mapping[str, Any]) -> Drawn:
        """Draw a cell for each field of the two tables."""
        drawn = {name: self.usually(*values) for name, values in helpful.items()}
        return drawn | {name: self.choice(values) for name, values in free.items()}

    def past(self) -> date:
        return AS_OF - timedelta(self.choice((0, 1, 10, 100)))

    def judged(self) -> Drawn:
        """Who set a judgement and when; a review today still counts, yesterday no more."""
        review_on = AS_OF + timedelta(self.usually(60, 0, -1))
        return {"by": "N1", "set_on": AS_OF - timedelta(30), "review_on": review_on}
