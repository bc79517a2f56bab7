"""What a match takes and what there is, written a second time; the judge of small rounds adds it up.

Nothing here comes from `limits`: two appointments at once are a matter of every two people, not of
moments. A limit that is not written here yet is judged by its own word, so that adding one is not held up.
"""

from __future__ import annotations

from collections import Counter

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.round import Round
from matchmaker.limits import Limit
from matchmaker.policy import Policy
from tests.oracles.rounds_worth import DEBRIEF, UNKNOWN_WAY, WRITE_UP, Ground, Way

INTRODUCTION_VISITS, HIGH_PEOPLE, STOP_FROM = 2, 1, 20
Resource = tuple[str, str]

WRITTEN = {
    "people-at-once": "places", "agreed-hours": "minutes", "introduction-visits": "visits",
    "joint-hours": "joint", "teams": "team", "supervision-places": "supervision",
    "high-situations": "high", "caseload": "people", "one-offs": "both",
}  # fmt: skip
"""The limits that are written here, and the name of what they are about."""
SEATED = "group-places"
"""Places in groups are no sum: `rounds_exhaustive.all_seated` tries whether everybody has a seat."""


def few_people_each() -> Policy:
    """The standard, but a worker's load is full from three people on: twenty are too many to try."""
    standard = Policy.standard()
    limits = [
        limit.model_copy(update={"stop_from": 3}) if limit.code == "caseload" else limit
        for limit in standard.limits
    ]
    return standard.model_copy(update={"limits": tuple(limits)})


def uses_of(way: Way, ground: Ground) -> dict[Resource, int]:
    """Return what a match takes for as long as it lasts."""
    uses: dict[Resource, int] = {}
    if way.company != "group":  # one slot of its host serves everyone in it
        uses |= {("places", mentor.id): 1 for mentor in way.party}
        uses |= {("minutes", m.id): ground.weekly(m, way.person, way.venues) for m in way.party}
    if way.company == "joint":
        uses["joint", way.person.navigator] = ground.weekly(way.party[0], way.person, way.venues)
    for team in ground.round.teams:
        if way.company == "paired" and way.name[0] == {team.one, team.other}:
            uses["team", team.id] = 1
    if _is_high(way, ground.round):
        uses |= {("high", mentor.id): 1 for mentor in way.party}
    for two in ground.at_once:
        if way.person.id in two.split("/"):
            uses |= {("both", f"{mentor.id}/{two}"): 1 for mentor in way.party}
    return uses


def new_uses_of(way: Way, ground: Ground, policy: Policy) -> dict[Resource, int]:
    """Return what a new match takes, the beginning included."""
    uses = uses_of(way, ground)
    uses["visits", way.person.navigator] = INTRODUCTION_VISITS
    uses["people", way.person.navigator] = 1
    for mentor in way.party:
        if mentor.navigator != "none_yet" and way.company != "group":
            uses["supervision", mentor.navigator] = uses.get(("supervision", mentor.navigator), 0) + 1
    for limit in _unwritten(policy):
        venues = tuple(zip(way.person.wants_to_do, way.venues, strict=True))
        pair = Pair(way.party, way.person, way.company, venues)
        taken = limit.uses(pair, Context(ground.round))
        uses |= {(limit.code, key): amount for key, amount in taken.items()}
    return uses


def room_of(round_: Round, policy: Policy) -> dict[Resource, int]:
    """What there is, less what matches under way use; what is not there is not limited."""
    ground = Ground(round_)
    room: dict[Resource, int] = {}
    for mentor in round_.mentors:
        room["places", mentor.id] = mentor.people_at_once
        room["minutes", mentor.id] = max(0, round(mentor.hours_per_week * 60) - hosting(mentor.id, ground))
        room["high", mentor.id] = HIGH_PEOPLE
        room |= {("both", f"{mentor.id}/{two}"): 1 for two in ground.at_once}
    for worker in round_.navigators:
        room["visits", worker.id] = worker.first_visits_free
        if worker.joint_hours is not None:
            room["joint", worker.id] = round(worker.joint_hours * 60)
        if worker.supervision_places is not None:
            room["supervision", worker.id] = worker.supervision_places
        if sum(person.navigator == worker.id for person in round_.beneficiaries) >= _stop_from(policy):
            room["people", worker.id] = 0
    room |= {("team", team.id): team.people_at_once for team in round_.teams}
    used: Counter[Resource] = Counter()
    for way in ground.under_way():
        used.update(uses_of(way, ground))
    left = {what: max(0, there - used[what]) for what, there in room.items()}
    for limit in _unwritten(policy):
        left |= {(limit.code, key): there for key, there in limit.left(Context(round_)).items()}
    return left


def _unwritten(policy: Policy) -> list[Limit]:
    return [limit for limit in policy.limits_on if limit.code not in {*WRITTEN, SEATED}]


def _stop_from(policy: Policy) -> int:
    """The one figure that tests set lower, since nobody can try every plan for twenty people."""
    found = [getattr(limit, "stop_from", STOP_FROM) for limit in policy.limits if limit.code == "caseload"]
    return found[0]


def hosting(mentor: str, ground: Ground) -> int:
    """The groups of a mentor, every week: the slot, the way there and back, writing up and debrief."""
    areas = {row.id: row.area for row in ground.round.mentors}
    places = {place.id: place for place in ground.round.places}
    total = 0
    for group in ground.round.groups:
        if group.host == mentor:
            place = places[group.place]
            way = 0 if place.kind == "remote" else ground.way(areas[mentor], place.area)
            total += group.slot.end - group.slot.start + WRITE_UP + DEBRIEF
            total += 2 * (UNKNOWN_WAY if way is None else way)
    return total


def _is_high(way: Way, round_: Round) -> bool:
    """New: at a task they must do, and in date. Under way: at one of their tasks, whatever the date."""
    rows = [row for row in round_.situations if row.beneficiary == way.person.id and row.level == "high"]
    if way.tasks is None:
        rows = [row for row in rows if row.review_on >= round_.as_of]
    tasks = way.person.wants_to_do if way.tasks is None else way.tasks
    anything = way.tasks is not None and not way.tasks
    return any(anything or row.task == "any" or row.task in tasks for row in rows)
