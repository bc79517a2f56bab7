"""What two people have in common and wish for, written a second time from the published figures.

Nothing here comes from `policy`, `criteria` or `domain.history`: words are sets, tables are figures.
"""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.domain.fields import folded
from matchmaker.domain.people import Beneficiary, Mentor
from matchmaker.domain.round import Round
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import Company

LIKES, HOPES, KNOWN = (0, 25, 40, 50), (0, 20, 30), (0, 10, 15)
SHARED = (0, 70, 100)
USING = {
    "mentor_asked", "options_ready", "choosing", "intro_visit_1", "intro_visit_2", "intro_visit_3",
    "three_way_feedback", "confirmed", "active",
}  # fmt: skip
SEEN = USING - {"mentor_asked", "options_ready", "choosing"} | {"paused", "parking_bay", "handover", "ended"}
PARTED = {"not_right_fit", "beliefs_difference", "known_to_each_other", "meetings_didnt_get_going"}


def fit_of_the_people(round_: Round, party: tuple[Mentor, ...], person: Beneficiary, company: Company) -> int:
    """Interests 40, style 15, learning 15, experience 5, continuity 5."""
    learning = max(_learning(round_, mentor, person, company) for mentor in party)
    return (
        40 * max(_interests(round_, mentor, person) for mentor in party)
        + 15 * _style(party, person)
        + 15 * learning
        + 5 * max(SHARED[min(2, len(_set(person.similar_experience) & _set(m.shares)))] for m in party)
        + 5 * (100 if any(_go_on(round_, mentor, person) for mentor in party) else 0)
    )


def _set(words: Iterable[str]) -> set[str]:
    return {folded(word) for word in words}


def _task(round_: Round, code: str) -> set[str]:
    """A task's code, the code with spaces, and how the programme or the standard says it."""
    own = {word.code: word.label for word in round_.vocabulary if word.sort == "task"}
    return _set((code, code.replace("_", " "), own.get(code) or STANDARD.tasks[code].label))


def _interests(round_: Round, mentor: Mentor, person: Beneficiary) -> int:
    """A hope, a nice task and a must task that share a name are one thing; enjoyed, it is not known too."""
    nice = [_task(round_, task) for task in person.nice_tasks]
    must = [_task(round_, task) for task in person.wants_to_do]
    hoped = _each(([{word} for word in _set(person.hopes)], nice), must)
    wanted = _each(([{word} for word in _set(person.hopes)], nice, must), [])
    enjoys = [names for names in hoped if names & _set((*mentor.hopes, *mentor.likes))]
    well = _set((*mentor.skills, *mentor.services_known))
    known = [names for names in wanted if names & well and not any(names & other for other in enjoys)]
    return (
        LIKES[min(3, len(_set(person.likes) & _set(mentor.likes)))]
        + HOPES[min(2, len(enjoys))]
        + KNOWN[min(2, len(known))]
        + (5 if _set(person.dislikes) & _set(mentor.dislikes) else 0)
    )


def _each(groups: Iterable[list[set[str]]], also: list[set[str]]) -> list[set[str]]:
    """Join the sets that share a word; a set of `also` lends its words and is no thing of its own."""
    things = [names for group in groups for names in group]
    kept: list[set[str]] = []
    for names in things:
        wider = names.union(*(more for more in (*things, *also) if more & names))
        if not any(wider & other for other in kept):
            kept.append(wider)
    return kept


def _style(party: tuple[Mentor, ...], person: Beneficiary) -> int:
    """What was asked for, and whether all who go have it; befriending or mentoring is a rule."""
    points = 0
    gender = person.gender_wished if person.gender_wish == "prefer" else None
    if gender and all(folded(gender) in _set(each.put_forward_for) for each in party):
        points += 40
    if person.style_wish and {each.style for each in party} == {person.style_wish}:
        points += 30
    band = person.age_band_wish
    if band and {folded(each.age_band or "") for each in party} == {folded(band)}:
        points += 20
    return points


def _learning(round_: Round, mentor: Mentor, person: Beneficiary, company: Company) -> int:
    support = {row.task: row.mitigation for row in round_.stretch if row.mentor == mentor.id}

    def learns(task: str) -> bool:
        if task in support:
            return company == "joint" or company == support[task]
        return bool(_task(round_, task) & _set(mentor.learning_goals))

    points = 60 if any(map(learns, person.wants_to_do)) else 30 if any(map(learns, person.nice_tasks)) else 0
    meets = [
        match.company for match in round_.matches
        if match.state in USING and mentor.id in (match.mentor, match.second_mentor)
    ]  # fmt: skip
    if len([company for company in meets if company != "group"]) < mentor.people_at_once:
        points += 25 if not meets and all(group.host != mentor.id for group in round_.groups) else 0
        last = round_.previous.proposal.matches if round_.previous else None
        points += 15 if last is not None and all(mentor.id not in match.mentors for match in last) else 0
    return points


def _go_on(round_: Round, mentor: Mentor, person: Beneficiary) -> bool:
    both = [
        match for match in round_.matches
        if match.beneficiary == person.id and mentor.id in (match.mentor, match.second_mentor)
    ]  # fmt: skip
    met = [m for m in both if m.state in SEEN and (m.state != "ended" or m.end_reason is not None)]
    return bool(met) and not any(match.end_reason in PARTED for match in both)
