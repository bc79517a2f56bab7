"""Random rounds for everyone's tests: every field and row, blanks and boundary days included.

How tidy a round is, is drawn first: in a tidy one most pairs are ready, in others much is to be
asked or to be mended. `test_rules_contract` measures the mix. The same seed gives the same round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any, get_args

from hypothesis import strategies as st

from matchmaker.domain import rows as of
from matchmaker.domain.decisions import Decision
from matchmaker.domain.people import Beneficiary, Mentor, Navigator
from matchmaker.domain.proposal import Proposal, ProposedMatch
from matchmaker.domain.round import Previous, Programme, Round
from matchmaker.domain.vocabulary import Word
from matchmaker.domain.words import EndManner, EndReason, MatchState
from tests.domain import random_cells as cells
from tests.domain.random_cells import (
    AREAS,
    AS_OF,
    EVERYDAY,
    KINDS,
    SITUATIONS,
    STEPS,
    TASKS,
    TIMES,
    Draw,
    Drawn,
)


def random_round(
    seed: int,
    *,
    mentors: int,
    beneficiaries: int,
    max_options: int | None = None,
    previous: bool = False,
    choices: bool = False,
) -> Round:
    """Return a valid round; `previous` adds an earlier proposal, `choices` what was decided since.

    `max_options` bounds the ways to serve any one person (a mentor alone, joint or as the host of a group,
    a team paired): the mentors beyond it are kept apart from that person.
    """
    draw = Draw(seed)
    rows: Drawn = {"vocabulary": _words(), "places": list(_places(draw)), "areas": list(_areas(draw))}
    rows["programme"] = Programme(
        as_of=AS_OF, locality="Riverside", usual_language="English",
        safeguarding_contact="the duty worker", **draw.cells(cells.PROGRAMME, {}),
    )  # fmt: skip
    rows["navigators"] = [
        Navigator(id=f"N{n}", label=f"Worker {n}", **draw.cells(cells.NAVIGATOR, cells.ANY_NAVIGATOR))
        for n in range(1, 2 + (mentors + beneficiaries) // 5)
    ]
    rows["mentors"] = [_mentor(draw, f"M{n}", rows) for n in range(1, mentors + 1)]
    rows["beneficiaries"] = [_beneficiary(draw, f"B{n}", rows) for n in range(1, beneficiaries + 1)]
    rows["groups"] = list(_groups(draw, rows))
    collections = {
        "clearances": _clearances, "comfort": _comfort, "situations": _situations, "teams": _teams,
        "stretch": _stretch, "matches": _matches, "answers": _answers,
        "keep_apart": _keep_apart, "avoid": _avoid,
    }  # fmt: skip
    rows |= {name: list(drawn(draw, rows)) for name, drawn in collections.items()}
    if previous:
        rows["previous"] = _previous(draw, rows)
    if choices:
        rows["decisions"] = list(_decisions(draw, rows, lifts=max_options is None))
    if max_options is not None:
        rows["keep_apart"] += _holding_down(draw, rows, max_options)
    return Round.from_dict({name: value for name, value in rows.items() if value})


@st.composite
def rounds(draw: Any, max_people: int = 5) -> Round:
    """Hypothesis: rounds of up to so many mentors and as many people, with and without a past."""
    size, flag = st.integers(0, max_people), st.booleans()
    return random_round(
        draw(st.integers(0, 2**32 - 1)), mentors=draw(size), beneficiaries=draw(size),
        previous=draw(flag), choices=draw(flag),
    )  # fmt: skip


def _words() -> list[Word]:
    return [
        Word(sort="task", code="choir", label="choir practice", kinds=("hall", "library")),
        Word(sort="kind", code="hall", label="a church hall", public=True),
        Word(sort="situation", code="sirens", label="sirens nearby"),
    ]


def _places(draw: Draw) -> Iterator[of.Place]:
    for n in range(1, 1 + draw.choice((2, 3) if draw.sociable else (0, 0, 1, 2, 4))):
        area, barred = draw.usually(draw.choice(AREAS), None), draw.chance(0.2)
        where = {
            "kind": draw.choice(KINDS[:3] if draw.sociable else KINDS),
            "area": area,
            "bars_former_users": barred,
        }
        yield of.Place(id=f"P{n}", label=f"Place {n}", **where, **draw.cells({}, cells.ANY_PLACE))


def _areas(draw: Draw) -> Iterator[of.AreaMinutes]:
    for start, end in ((one, other) for one in AREAS for other in AREAS if one < other):
        minutes = draw.usually(draw.choice((10, 30, 45)), None, 46, 90)
        if minutes is not None:
            yield of.AreaMinutes(start=start, end=end, minutes=minutes)


def _person(draw: Draw, id_: str, rows: Drawn) -> Drawn:
    worker = draw.usually(draw.choice(rows["navigators"]).id, "none_yet")
    area = draw.usually(draw.choice(AREAS), None)
    return {"id": id_, "label": f"Person {id_}", "navigator": worker, "area": area}


def _mentor(draw: Draw, id_: str, rows: Drawn) -> Mentor:
    supported_at = (draw.choice(rows["places"]).id,) if rows["places"] and draw.chance(0.2) else ()
    row = draw.cells(cells.MENTOR, cells.ANY_MENTOR) | _person(draw, id_, rows)
    return Mentor(**row, provider_history=supported_at)


def _beneficiary(draw: Draw, id_: str, rows: Drawn) -> Beneficiary:
    wanted = draw.choice(EVERYDAY if draw.chance(0.8) else TASKS)
    also = (draw.choice(TASKS),) if draw.chance(0.2) else ()
    row = draw.cells(cells.BENEFICIARY, cells.ANY_BENEFICIARY) | _person(draw, id_, rows)
    row["wants_to_do"] = tuple(dict.fromkeys((wanted, *also)))
    row["gender_wish"] = draw.usually(draw.choice(("no_wish", "prefer", "must")), "not_asked")
    if draw.chance(draw.appointments):
        row["needed_on"] = draw.choice(cells.APPOINTMENTS)
    if draw.sociable and draw.chance(0.6):
        row["together"] = "group"
    if draw.chance(0.15):
        row |= {"urgent_by": "N1", "urgent_reason": "a release", "urgent_on": draw.past()}
    return Beneficiary(**row)


def _clearances(draw: Draw, rows: Drawn) -> Iterator[of.Clearance]:
    for mentor in rows["mentors"]:
        for task in TASKS:
            if draw.chance(0.2 if task in EVERYDAY else draw.tidy):
                step = draw.usually(draw.choice(STEPS[:3]), *STEPS)
                yield of.Clearance(mentor=mentor.id, task=task, step=step, **draw.judged())


def _comfort(draw: Draw, rows: Drawn) -> Iterator[of.Comfort]:
    for mentor in rows["mentors"]:
        for what in SITUATIONS:
            for _ in range(draw.usually(1, None, 2) or 0):  # a mentor's own answer, a worker's limit
                said = draw.usually(draw.choice(("yes", "with_support")), "no")
                yield of.Comfort(mentor=mentor.id, situation=what, comfort=said, **draw.judged())


def _situations(draw: Draw, rows: Drawn) -> Iterator[of.Situation]:
    for person in rows["beneficiaries"]:
        found = [
            ("others_present", draw.choice((task, "any")), "low")
            for task in person.wants_to_do if draw.chance(draw.tidy)
        ]  # fmt: skip
        if draw.chance(draw.difficult):
            task = draw.choice(("any", *person.wants_to_do))
            found.append((draw.choice(SITUATIONS), task, draw.choice(("some", "high"))))
        for what, task, level in dict.fromkeys(found):
            visit = {"beneficiary": person.id, "task": task, "situation": what, "level": level}
            yield of.Situation(**visit, **draw.judged())


def _teams(draw: Draw, rows: Drawn) -> Iterator[of.Team]:
    ids = [mentor.id for mentor in rows["mentors"]]
    pairs = [(one, other) for place, one in enumerate(ids) for other in ids[place + 1 : place + 3]]
    for n, (one, other) in enumerate(pair for pair in pairs if draw.chance(0.4)):
        yield of.Team(id=f"T{n}", one=one, other=other, people_at_once=draw.choice((0, 1, 1, 2)))


def _stretch(draw: Draw, rows: Drawn) -> Iterator[of.Stretch]:
    for mentor in rows["mentors"]:
        for task in (task for task in TASKS if draw.chance(0.05)):
            agreed: Drawn = {"agreed_with": "N1", "agreed_on": draw.past()}
            with_whom = draw.choice(("joint", "paired"))
            yield of.Stretch(mentor=mentor.id, task=task, mitigation=with_whom, **agreed)


def _matches(draw: Draw, rows: Drawn) -> Iterator[of.Match]:
    couples = [(mentor, person) for mentor in rows["mentors"] for person in rows["beneficiaries"]]
    share = 0.3 / max(1, len(rows["mentors"]))
    ids = [mentor.id for mentor in rows["mentors"]]
    beside = dict(pairwise(ids))
    for n, (mentor, person) in enumerate(each for each in couples if draw.chance(share)):
        state = draw.choice(("ended", "ended", *get_args(MatchState)))
        end = {"end_reason": get_args(EndReason), "end_manner": get_args(EndManner)}
        end |= {"ended_on": (AS_OF, AS_OF - timedelta(9))}
        second = beside.get(mentor.id) if draw.chance(0.2) else None
        how = {"company": draw.choice((None, "paired"))} if second else _company(draw, mentor.id, rows)
        yield of.Match(
            id=f"X{n}", beneficiary=person.id, mentor=mentor.id, state=state, second_mentor=second,
            tasks=draw.choice((person.wants_to_do, ())), **how, started_on=draw.past(),
            feedback=draw.choice((None, "went well")), **draw.cells({}, end if state == "ended" else {}),
        )  # fmt: skip


def _company(draw: Draw, host: str, rows: Drawn) -> Drawn:
    company = draw.choice((None, "alone", "joint", "group"))
    hosted = [None, *(group.id for group in rows["groups"] if group.host == host)]
    return {"company": company, "group": draw.choice(hosted) if company == "group" else None}


def _answers(draw: Draw, rows: Drawn) -> Iterator[of.Answer]:
    """Whether neighbours, or people of whom we do not know it, know each other."""
    for mentor in rows["mentors"]:
        for person in rows["beneficiaries"]:
            near = mentor.area == person.area or None in (mentor.area, person.area)
            if near and draw.chance(0.7 * draw.tidy):
                key = f"known-area/{person.id}/{mentor.id}"
                said = draw.choice(("no", "no", "no", "yes"))
                yield of.Answer(question=key, by="N1", on=draw.past(), answer=said)


def _groups(draw: Draw, rows: Drawn) -> Iterator[of.Group]:
    """Most are hosted by mentors; some host two at one place."""
    often = 0.8 if draw.sociable else 0.4
    for n, place in enumerate(place for place in rows["places"] * 2 if draw.chance(often)):
        hosts = rows["mentors"] if rows["mentors"] and draw.chance(0.8) else rows["navigators"]
        held = {"host": draw.choice(hosts).id, "place": place.id, "slot": draw.choice(TIMES)}
        yield of.Group(id=f"G{n}", label="Art", **held, places=draw.choice((0, 1, 1, 6)))


def _keep_apart(draw: Draw, rows: Drawn) -> Iterator[of.KeepApart]:
    everybody = [*rows["mentors"], *rows["beneficiaries"], *rows["navigators"]]
    for one in everybody[: -len(rows["navigators"])]:
        if draw.chance(0.12):
            other = draw.choice([each.id for each in everybody if each is not one])
            kind = draw.choice((None, "no_contact", "declined_before"))
            yield of.KeepApart(one=one.id, other=other, kind=kind)
        if draw.chance(0.05) and isinstance(one, Mentor):
            yield of.KeepApart(one=one.id, situation=draw.choice(SITUATIONS))


def _avoid(draw: Draw, rows: Drawn) -> Iterator[of.Avoid]:
    things: Mapping[str, Sequence[str]] = {"kind": KINDS, "area": AREAS, "time": TIMES}
    things = {**things, "place": [place.id for place in rows["places"]] or ()}
    for who in (*rows["mentors"], *rows["beneficiaries"]):
        if draw.chance(0.12):
            what = draw.choice([name for name, values in things.items() if values])
            yield of.Avoid(who=who.id, **{what: draw.choice(things[what])})


def _holding_down(draw: Draw, rows: Drawn, most: int) -> Iterator[of.KeepApart]:
    for person in rows["beneficiaries"]:
        left = [mentor.id for mentor in rows["mentors"]]
        draw.shuffle(left)
        hosts = {group.host for group in rows["groups"]} if person.together == "group" else set()
        while _ways(left, rows, hosts) > most:
            yield of.KeepApart(one=left.pop(), other=person.id)


def _ways(left: Sequence[str], rows: Drawn, hosts: set[str]) -> int:
    teams = sum({team.one, team.other} <= {*left} for team in rows["teams"])
    return 2 * len(left) + teams + len(hosts & {*left})


def _previous(draw: Draw, rows: Drawn) -> Previous:
    mentors, people = rows["mentors"], rows["beneficiaries"]
    matches = [
        ProposedMatch(
            match_id=f"{person.id}-1", beneficiary=person.id, mentors=(draw.choice(mentors).id,),
            company=draw.choice(("alone", "joint")), state="ready", arrangements=(), band="Good to try",
            fit=draw.randint(0, 10_000), contributions=(),
        )
        for person in people if mentors and draw.chance(0.6)
    ]  # fmt: skip
    empty: Drawn = dict.fromkeys(("priorities", "unmatched", "mentors_without_a_match", "hear_more"), ())
    proposal = Proposal(
        engine_version="0.1.0", as_of=AS_OF - timedelta(28), round_hash="r", policy_hash="p", salt="0",
        previous_hash=None, status="optimal", reproducible=True, matches=tuple(matches), **empty,
    )  # fmt: skip
    gone = [of.KeepApart(one=m.id, other=p.id) for m in mentors for p in people if draw.chance(0.03)]
    return Previous(proposal=proposal, keep_apart=(*rows["keep_apart"], *gone), avoid=rows["avoid"])


_WAIVED = ("situation", "lone-working", "clearance", "checks-and-training", "known-area", "travel")


def _further_decisions(draw: Draw, pair: Drawn, tasks: tuple[str, ...]) -> Iterator[Drawn]:
    """Rarely one of each, so that the plan is still mostly free to choose."""
    until = {"until": AS_OF + timedelta(draw.choice((9, 0)))}
    reason = {"reason": "we talked about it"}
    company = {"company": pair["company"] or "joint"}
    waiver = {
        "tasks": tasks,
        "rule": draw.choice(_WAIVED),
        "mitigation": "they meet at the hub first",
        **until,
        **reason,
    }
    keep: Drawn = {"kind": draw.choice(("accept", "hold", "organic")), **until, **pair, **company}
    drawn = (
        (0.1, {"kind": "reject", **pair, **reason, **draw.choice((until, {}))}),
        (0.3, {"kind": "waive", **pair, **company, **waiver}),
        (0.05, {"kind": "none_for_now", "beneficiary": pair["beneficiary"]}),
        (0.05, {"kind": "need_information", "beneficiary": pair["beneficiary"], **reason}),
        (0.05, keep),
    )
    for share, each in drawn:
        if draw.chance(share):
            yield each


def _about_matches(draw: Draw, rows: Drawn) -> Iterator[Drawn]:
    """These change no plan of this round; the next one starts from them."""
    for match in rows["matches"]:
        end = {"kind": "end", "end_reason": "moved_area", "end_manner": "planned_goodbye"}
        for each in (end, {"kind": "pause"}, {"kind": "change_company", "company": "joint"}):
            if draw.chance(0.1):
                yield each | {"match": match.id}
    for person in rows["beneficiaries"]:
        if draw.chance(0.05):
            worker = draw.choice(rows["navigators"]).id
            yield {"kind": "switch_navigator", "beneficiary": person.id, "navigator": worker}


def _decisions(draw: Draw, rows: Drawn, *, lifts: bool) -> Iterator[Decision]:
    made: list[Drawn] = []
    for person in rows["beneficiaries"] if rows["mentors"] else ():
        pair = {"beneficiary": person.id, "mentors": (draw.choice(rows["mentors"]).id,)}
        liked = ("group",) if person.together == "group" else ()
        pair |= {"company": draw.choice((None, "alone", "joint", *liked))}
        until = draw.choice((None, *(AS_OF + timedelta(days) for days in (9, 0, -1))))
        made_on = {"at": cells.MONDAY - timedelta(9)} if until and until < AS_OF else {}
        veto, pin = {"kind": "veto", "until": until, **made_on, **pair}, {"kind": "pin", **pair}
        answer = {"kind": "answer", "question": f"dual-worked/{person.id}"}
        answer |= {"answer": "yes" if person.dual_worked else draw.choice(("yes", "no"))}
        made += [each for each, share in ((veto, 0.25), (pin, 0.1), (answer, 0.3)) if draw.chance(share)]
        made += _further_decisions(draw, pair, person.wants_to_do[:2] or ("coffee_walk",))
    made += _about_matches(draw, rows)
    if lifts:
        protective = (*rows["keep_apart"], *rows["avoid"])
        made += [{"kind": "lift", "row": row.key} for row in protective if draw.chance(0.3)]
    for n, each in enumerate(made, 1):
        yield Decision(id=f"D{n}", actor="Sam", at=each.pop("at", cells.MONDAY), **each)
