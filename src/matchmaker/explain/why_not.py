"""Why not this mentor for this person: what stands in the way, or what it would mean for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from matchmaker.domain.companies import way
from matchmaker.domain.words import KEPT_APART
from matchmaker.explain.explanation import Explanation
from matchmaker.explain.in_the_way import least_in_the_way, weight
from matchmaker.policy.judgement import may_join, questions_of

if TYPE_CHECKING:
    from matchmaker.compile import Option
    from matchmaker.domain.people import Beneficiary, Mentor
    from matchmaker.domain.words import Company, State, Strength
    from matchmaker.explain.for_others import ForOthers
    from matchmaker.explain.room import Room
    from matchmaker.plan import Plan
    from matchmaker.rules.block import Party

Stands: TypeAlias = Literal["suggested", "possible", "no room", "too thin", "vetoed", "closed"]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way: what it is, whether it closes or asks first, and what would help if we know."""

    code: str
    sentence: str
    strength: Strength
    closes: bool
    remedy: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One company in which the two could meet, and how it stands."""

    company: Company
    stands: Stands
    state: State | None
    obstacles: tuple[Obstacle, ...]
    questions: tuple[str, ...] = ()
    second: str = ""
    """The other mentor, where two go together."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say how it stands, then everything in the way."""
        how = way(self.company).capitalize() + (f", {self.second}" if self.second else "")
        said = {
            "suggested": f"{how}: this is what we suggest.",
            "possible": f"{how}: it could be tried." if self.state == "ready" else f"{how}: ask first.",
            "no room": f"{how}: there is no room for it.",
            "too thin": f"{how}: they share too little for a first introduction.",
            "vetoed": f"{how}: it was decided against.",
            "closed": f"{how}: it is closed.",
        }[self.stands]
        return (said, *self.questions, *(obstacle.sentence for obstacle in self.obstacles))


@dataclass(frozen=True, slots=True)
class WhyNot(Explanation):
    """How one mentor and one person stand: every way to meet, and what choosing it would mean."""

    mentor: str
    beneficiary: str
    ways: tuple[Way, ...]
    for_others: ForOthers | None
    """Of the way that costs least; None where no way is possible, or it is suggested already."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what, because, and what it would mean."""
        apart = [o.sentence for each in self.ways for o in each.obstacles if o.code == KEPT_APART]
        if apart:
            return (apart[0],)
        said = [sentence for each in self.ways for sentence in each.sentences]
        if self.for_others is not None:
            said += [f"What it would mean for others{self._how}:", *self.for_others.sentences]
        return tuple(said)

    @property
    def _how(self) -> str:
        """Say which way is meant, where several are possible."""
        moves = self.for_others.moves if self.for_others else ()
        company = next((move.company_after for move in moves if move.beneficiary == self.beneficiary), None)
        several = sum(each.stands == "possible" for each in self.ways) > 1
        return f", if they meet {way(company)}" if company and several else ""


def ways_of(plan: Plan, room: Room, *, mentor: Mentor, beneficiary: Beneficiary) -> tuple[Way, ...]:
    """Return every company in which a mentor could meet a person, teams included, and how it stands."""
    options = {option.name: option for option in plan.options}
    found = []
    for company, parties in _parties(mentor, beneficiary, plan):
        here = (beneficiary.id, frozenset(each.id for each in parties[0]), company)
        how = (
            _open(plan, room, options[here])
            if here in options
            else _not_open(plan, company, parties=parties, person=beneficiary)
        )
        found.append(replace(how, second="".join(here[1] - {mentor.id})))
    return tuple(found)


def _parties(mentor: Mentor, person: Beneficiary, plan: Plan) -> Iterator[tuple[Company, Sequence[Party]]]:
    """Yield by themselves, in a group that they may join, and with each team, which either may lead."""
    context = plan.context
    yield "alone", [(mentor,)]
    yield "joint", [(mentor,)]
    if may_join(mentor, person, context):
        yield "group", [(mentor,)]
    for other in sorted(name for team in context.teams if mentor.id in team for name in team - {mentor.id}):
        pair = (mentor, context.mentors[other])
        yield "paired", [pair, pair[::-1]]


def _open(plan: Plan, room: Room, option: Option) -> Way:
    """Say how an option stands: suggested, possible, or without room."""
    questions = tuple(
        question.ask for question in questions_of(option.pair, plan.policy, context=plan.context)
    )
    if any(chosen.name == option.name for chosen in plan.chosen):
        return Way(option.pair.company, "suggested", option.state, (), questions)
    if room.at_all(option.pair):
        return Way(option.pair.company, "possible", option.state, (), questions)
    titles = plan.policy.titles
    lacking = sorted({code for code, _ in room.never(option.pair)})
    obstacles = (
        Obstacle(code, f"There is no room left: {titles.get(code, code)}.", "absolute", True)
        for code in lacking
    )
    return Way(option.pair.company, "no room", option.state, tuple(obstacles), questions)


def _not_open(plan: Plan, company: Company, *, parties: Sequence[Party], person: Beneficiary) -> Way:
    """Say why there is no option: decided against, below the fit floor, or closed by rules."""
    who = tuple(each.id for each in parties[0])
    if plan.context.decided.vetoed(person.id, who, company=company):
        return Way(company, "vetoed", None, ())
    if (person.id, frozenset(who), company) in {option.name for option in plan.below_floor}:
        return Way(company, "too thin", None, ())
    ways = [in_the_way(plan, company, party=party, person=person) for party in parties]
    return Way(company, "closed", None, min(ways, key=weight))


def in_the_way(plan: Plan, company: Company, *, party: Party, person: Beneficiary) -> tuple[Obstacle, ...]:
    """Return everything in the way, at the venue of each task where that is least.

    Where two people are not to be introduced, nothing else is said of it. Of a group or a team nothing at
    all is said where it is closed by what nobody may set aside, be that a break, a wish or a row that keeps
    people apart: it could tell of somebody there who was not asked about, and silence alone tells nothing.
    """
    found: dict[tuple[str, str], Obstacle] = {}
    for each in least_in_the_way(plan, company, party=party, person=person):
        obstacle = Obstacle(each.code, each.sentence, each.strength, each.closes, each.remedy)
        found.setdefault((each.code, each.sentence), obstacle)
    if company in ("group", "paired") and any(o.closes and o.strength == "absolute" for o in found.values()):
        return ()
    apart = (obstacle for obstacle in found.values() if obstacle.code == KEPT_APART)
    return next(((each,) for each in apart), tuple(found.values()))
