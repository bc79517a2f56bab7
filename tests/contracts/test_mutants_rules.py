"""Every rule, broken in a sound plan: verify says so by that rule's code, and by no other's.

The round is changed so that the rule now closes, or asks about, something that the plan suggests;
the plan still claims what it claimed. A rule that has no way of its own in the table is broken as its
examples say, in `test_mutants_examples`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from matchmaker.domain.proposal import ProposedMatch
from matchmaker.domain.round import Previous
from matchmaker.domain.rows import Avoid, KeepApart
from matchmaker.domain.windows import DAYS
from matchmaker.rules import RULES
from tests.counts import count
from tests.oracles.rounds_broken import Case, Mutator, mutants

CODES = [rule.model_fields["code"].default for rule in RULES]
WORDS = {"wrong-words"}
"""A question that is now to be asked is missing from the list of the match; that is told as well."""
CLOSED = {"wrong-words", "wrong-state"}
"""What the match still asks is closed by now, so that a question, or all there was to ask, is gone."""
SUMS = {"wrong-words", "totals"}
"""Time, distance, a wish that is preferred, a stretch and whose turn it is are part of the fit, so that fit
and total no longer follow from the round."""
QUIET = "late_or_dark"
"""A situation that no random round speaks of."""


def judged(case: Case, *, review: int = 30) -> dict[str, str]:
    as_of = case.round.as_of
    return {"by": "N1", "set_on": str(as_of - timedelta(30)), "review_on": str(as_of + timedelta(review))}


def person(case: Case, match: ProposedMatch) -> dict[str, Any]:
    return case.row("beneficiaries", match.beneficiary)


def without_answers(case: Case, *keys: str) -> Case:
    kept = case.drop("answers", lambda row: row["question"] in keys)
    return kept.drop("decisions", lambda row: row.get("question") in keys)


def meets_nobody_else(case: Case, mentor: str) -> bool:
    """Say whether what is changed about a mentor breaks no other match."""
    return sum(mentor in match.mentors for match in case.proposal.matches) == 1


def day(case: Case, difference: int) -> str:
    return str(case.round.as_of + timedelta(difference))


# --- wants-a-mentor ------------------------------------------------------------------------------


def said_no(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for wants in ("no", "maybe_later"):
        yield case.edit("beneficiaries", match.beneficiary, wants=wants)


def only_curious(case: Case, match: ProposedMatch) -> Iterator[Case]:
    yield case.edit("beneficiaries", match.beneficiary, wants="would_like_to_hear_more")


# --- kept-apart ----------------------------------------------------------------------------------


def two_apart(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in match.mentors:
        yield case.add("keep_apart", one=mentor, other=match.beneficiary)
        yield case.add("keep_apart", one=match.beneficiary, other=mentor, kind="declined_before")


def team_apart(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if len(match.mentors) == 2:
        yield case.add("keep_apart", one=match.mentors[1], other=match.mentors[0])


def worker_apart(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "joint":
        worker = person(case, match)["navigator"]
        yield case.add("keep_apart", one=worker, other=match.mentors[0])
        yield case.add("keep_apart", one=match.beneficiary, other=worker)


def apart_before(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """The row was there in the last round and is gone; nobody lifted it."""
    gone = KeepApart(one=match.mentors[0], other=match.beneficiary)
    before = case.round.previous or Previous(proposal=case.proposal.model_copy(update={"matches": ()}))
    held = before.model_copy(update={"keep_apart": (*before.keep_apart, gone)})
    kept = case.drop("decisions", lambda row: row.get("row") == gone.key)
    yield kept.with_round(kept.round.revised(previous=held))


def apart_from_a_situation(case: Case, match: ProposedMatch) -> Iterator[Case]:
    mentor, likely = match.mentors[-1], {"level": "some", **judged(case)}
    known = case.add("comfort", mentor=mentor, situation=QUIET, comfort="yes", **judged(case))
    for other in match.mentors[:-1]:
        known = known.add("comfort", mentor=other, situation=QUIET, comfort="yes", **judged(case))
    known = known.edit("mentors", mentor, device=True)
    seen = known.add("situations", beneficiary=match.beneficiary, task="any", situation=QUIET, **likely)
    assert seen.codes() <= {"wrong-words"}
    if not seen.codes():
        yield seen.add("keep_apart", one=mentor, situation=QUIET)


def know_each_other(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """They answered that they do; nobody is told who said so, so it counts as kept apart."""
    for mentor in match.mentors:
        key = f"known-area/{match.beneficiary}/{mentor}"
        kept, said = without_answers(case, key), {"question": key, "answer": "yes"}
        yield kept.add("answers", by="N1", on=day(case, 0), **said)
        yield kept.add("decisions", id="Z", actor="N1", at=f"{day(case, 0)}T09:00", kind="answer", **said)


# --- gender-wish ---------------------------------------------------------------------------------


def nobody_named_for_it(case: Case, match: ProposedMatch) -> Iterator[Case]:
    wish = {"gender_wish": "must", "wish_covers_navigator": False}
    yield case.edit("beneficiaries", match.beneficiary, gender_wished="somebody my age", **wish)
    wished = case.edit("beneficiaries", match.beneficiary, gender_wished="a woman", **wish)
    yield wished.edit("mentors", match.mentors[-1], put_forward_for=[])
    yield wished.edit("mentors", match.mentors[0], put_forward_for=["woman", "a man"])


def worker_not_named(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "joint":
        wish = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": True}
        wished = case.edit("beneficiaries", match.beneficiary, **wish)
        named = wished.edit("mentors", match.mentors[0], put_forward_for=["A  Woman"])
        yield named.edit("navigators", person(case, match)["navigator"], put_forward_for=["a man"])


def wish_not_asked(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        yield case.edit("beneficiaries", match.beneficiary, gender_wish="not_asked", gender_wished=None)


def worker_not_asked(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready" and match.company == "joint":
        wish = {"gender_wish": "must", "gender_wished": "a woman", "wish_covers_navigator": None}
        named = case.edit("mentors", match.mentors[0], put_forward_for=["a woman"])
        yield without_answers(
            named.edit("beneficiaries", match.beneficiary, **wish),
            f"wish-covers-navigator/{match.beneficiary}",
        )


# --- dual-worked ---------------------------------------------------------------------------------


def visited_by_two(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company != "joint":
        blank = without_answers(case, f"dual-worked/{match.beneficiary}")
        yield blank.edit("beneficiaries", match.beneficiary, dual_worked=True)


def dual_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        blank = case.edit("beneficiaries", match.beneficiary, dual_worked=None)
        yield without_answers(blank, f"dual-worked/{match.beneficiary}")


# --- on-a-break ----------------------------------------------------------------------------------


def away_today(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in match.mentors:
        yield case.edit("mentors", mentor, available=False)
        for span in (f"{day(case, 0)} to", f"{day(case, -7)} to {day(case, 0)}", day(case, 0)):
            yield case.edit("mentors", mentor, breaks=[span])


def away_when_needed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    needed = person(case, match).get("needed_on", "")[:10]
    if needed > day(case, 0):
        yield case.edit("mentors", match.mentors[0], breaks=[f"{needed} to"])


# --- clearance -----------------------------------------------------------------------------------


def _on_step(case: Case, mentor: str, task: str, step: str, *, review: int = 30) -> Case:
    kept = case.drop("clearances", lambda row: (row["mentor"], row["task"]) == (mentor, task))
    kept = kept.drop("stretch", lambda row: (row["mentor"], row["task"]) == (mentor, task))
    return kept.add("clearances", mentor=mentor, task=task, step=step, **judged(case, review=review))


def not_that_far(case: Case, match: ProposedMatch) -> Iterator[Case]:
    too_low = {
        "joint": ("not_started", "paused"), "paired": ("joint", "shadowed", "paused"),
        "alone": ("accompanied", "joint", "not_started", "paused"),
        "group": ("accompanied", "shadowed", "paused"),
    }  # fmt: skip
    task = match.arrangements[-1].task
    for step in too_low[match.company]:
        yield _on_step(case, match.mentors[-1], task, step)
    if match.company == "paired":
        yield _on_step(case, match.mentors[0], task, "accompanied")


def only_in_public(case: Case, match: ProposedMatch) -> Iterator[Case]:
    venues = {venue.code: venue for venue in case_venues(case)}
    for meeting in match.arrangements if match.company == "alone" else ():
        if not venues[meeting.venue].public:
            yield _on_step(case, match.mentors[0], meeting.task, "alone_public")


def case_venues(case: Case) -> Any:
    from matchmaker.domain.context import Context

    return Context(case.round).venues


def step_past_review(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        yield _on_step(case, match.mentors[-1], match.arrangements[0].task, "alone", review=-1)


def step_never_agreed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Only everyday tasks fall back on the usual step."""
    mentor, tasks = match.mentors[0], {"court", "home_visit", "choir"}
    for task in tasks & {meeting.task for meeting in match.arrangements if match.state == "ready"}:
        gone = {"mentor": mentor, "task": task}
        yield case.with_rows(
            "clearances", [r for r in case.rows("clearances") if not gone.items() <= r.items()]
        )


def stretch_needs_company(case: Case, match: ProposedMatch) -> Iterator[Case]:
    task, agreed = match.arrangements[0].task, {"agreed_with": "N1", "agreed_on": day(case, -9)}
    other = {"alone": "joint", "paired": "joint", "group": "paired"}.get(match.company)
    known = case.drop("stretch", lambda row: (row["mentor"], row["task"]) == (match.mentors[0], task))
    if other:
        yield known.add("stretch", mentor=match.mentors[0], task=task, mitigation=other, **agreed)


# --- situation -----------------------------------------------------------------------------------


def _likely(case: Case, match: ProposedMatch, level: str, *said: str | None) -> Case:
    """Something may come up, and each mentor said so; a device, so that only the situation counts."""
    for mentor, comfort in zip(match.mentors, said, strict=True):
        case = case.edit("mentors", mentor, device=True)
        if comfort:
            case = case.add("comfort", mentor=mentor, situation=QUIET, comfort=comfort, **judged(case))
    return case.add(
        "situations", beneficiary=match.beneficiary, task="any", situation=QUIET, level=level, **judged(case)
    )


def rather_not(case: Case, match: ProposedMatch) -> Iterator[Case]:
    others = ["yes"] * (len(match.mentors) - 1)
    for level in ("some", "high") if match.company != "alone" else ("some",):
        yield _likely(case, match, level, "no", *others)


def wants_support(case: Case, match: ProposedMatch) -> Iterator[Case]:
    said = {
        "alone": ("with_support",),
        "paired": ("with_support", "with_support"),
        "group": ("with_support",),
    }
    if match.company in said:
        yield _likely(case, match, "some", *said[match.company])


def nobody_alone(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "alone":
        yield _likely(case, match, "high", "yes")


def never_asked_how_they_feel(case: Case, match: ProposedMatch) -> Iterator[Case]:
    blanks = [None] * len(match.mentors)
    if match.company != "alone":
        yield _likely(case, match, "high", *blanks)
    if match.state == "ready":
        yield _likely(case, match, "some", *blanks)


def visit_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """No row, or one that is past its review date; at home that is more than a question."""
    if match.state != "ready" or "home" in {meeting.venue for meeting in match.arrangements}:
        return
    for mentor in match.mentors:
        case = case.edit("mentors", mentor, device=True)
    yield case.drop("situations", lambda row: row["beneficiary"] == match.beneficiary)
    old = judged(case, review=-1)
    mine = [row for row in case.rows("situations") if row["beneficiary"] == match.beneficiary]
    rows = [row | old if row in mine else row for row in case.rows("situations")]
    if mine and all(row["situation"] != "others_present" or row["level"] == "low" for row in mine):
        yield case.with_rows("situations", rows)


# --- lone-working --------------------------------------------------------------------------------


def no_check_in_plan(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "alone":
        for plan in (None, False):
            yield case.edit("mentors", match.mentors[0], check_in_plan=plan)


def nobody_to_ring(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "alone":
        for reachable in (None, [], ["Sun 03:00-04:00"]):
            programme = {k: v for k, v in case.data["programme"].items() if k != "staff_reachable"}
            programme |= {} if reachable is None else {"staff_reachable": reachable}
            yield case.with_round(type(case.round).from_dict(case.data | {"programme": programme}))


def nobody_to_ring_in_a_group(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Without staff at the place somebody has to be there to ring while it meets."""
    if match.company == "group":
        programme = {k: v for k, v in case.data["programme"].items() if k != "staff_reachable"}
        silent = case.with_round(type(case.round).from_dict(case.data | {"programme": programme}))
        yield silent.edit("places", match.arrangements[0].venue, staffed=False, public=True)


def no_device(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "alone":
        likely = _likely(case, match, "some", "yes")
        for device in (None, False):
            yield likely.edit("mentors", match.mentors[0], device=device)


def not_at_home_together(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A home where others are highly likely is closed, worker and comfortable mentor or not."""
    first, *rest = match.arrangements
    kept_from = {row["one"] for row in case.rows("keep_apart") if row.get("situation") == "others_present"}
    if match.mentors[0] in kept_from:
        return
    if first.task in ("home_visit", "forms_post") and (match.company, match.state) == ("joint", "ready"):
        said = {"mentor": match.mentors[0], "situation": "others_present"}
        kept = _roomy(case).drop("comfort", lambda row: said.items() <= row.items())
        kept = kept.add("comfort", comfort="yes", **said, **judged(case))
        kept = kept.with_match(match, arrangements=(first.model_copy(update={"venue": "home"}), *rest))
        likely = {"situation": "others_present", "task": "any", "level": "high"}
        yield kept.add("situations", beneficiary=match.beneficiary, **likely, **judged(case))


# --- checks-and-training -------------------------------------------------------------------------


def training_missing(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for training in ([], ["boundaries", "safety"], ["boundaries", "safeguarding", "safely"]):
        yield case.edit("mentors", match.mentors[-1], training=training)


def training_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        yield case.edit("mentors", match.mentors[-1], training=None)


def _checked(match: ProposedMatch) -> bool:
    return "home_visit" in {meeting.task for meeting in match.arrangements}


def check_missing(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if _checked(match):
        seen = {"checked_on": day(case, -9), "recheck_on": day(case, 90)}
        yield case.edit("mentors", match.mentors[-1], cleared_for=["court"], **seen)


def check_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if _checked(match) and match.state == "ready":
        for blank in ({"cleared_for": None}, {"checked_on": None}, {"recheck_on": None}):
            yield case.edit("mentors", match.mentors[-1], **blank)
        yield case.edit("mentors", match.mentors[-1], recheck_on=day(case, -1))


# --- supervision-current, has-a-navigator --------------------------------------------------------


def supervision_owed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready":
        for last in (None, day(case, -32)):
            yield case.edit("mentors", match.mentors[-1], supervised_on=last)


def mentor_without_worker(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready" and meets_nobody_else(case, match.mentors[-1]):
        yield case.edit("mentors", match.mentors[-1], navigator="none_yet")


def person_without_worker(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready" and match.company != "joint":
        yield case.edit("beneficiaries", match.beneficiary, navigator="none_yet")


def joint_room(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "joint" and match.state == "ready":
        worker = person(case, match)["navigator"]
        blank = without_answers(case.edit("navigators", worker, joint_hours=None), f"joint-room/{worker}")
        yield blank
        yield blank.add("answers", question=f"joint-room/{worker}", by="N1", on=day(case, 0), answer="no")


# --- venue-access --------------------------------------------------------------------------------


def _where(case: Case, match: ProposedMatch) -> Any:
    return next(venue for venue in case_venues(case) if venue.code == match.arrangements[-1].venue)


def place_to_avoid(case: Case, match: ProposedMatch) -> Iterator[Case]:
    venue = _where(case, match)
    for who in (match.mentors[-1], match.beneficiary):
        yield case.add("avoid", who=who, kind=venue.kind)
        if venue.listed:
            yield case.add("avoid", who=who, place=venue.code)
        area = venue.area if venue.listed else person(case, match).get("area")
        if area and venue.kind != "remote":
            yield case.add("avoid", who=who, area=area.upper())


def avoided_before(case: Case, match: ProposedMatch) -> Iterator[Case]:
    gone = Avoid(who=match.beneficiary, kind=_where(case, match).kind)
    before = case.round.previous or Previous(proposal=case.proposal.model_copy(update={"matches": ()}))
    held = before.model_copy(update={"avoid": (*before.avoid, gone)})
    kept = case.drop("decisions", lambda row: row.get("row") == gone.key)
    yield kept.with_round(kept.round.revised(previous=held))


def barred(case: Case, match: ProposedMatch) -> Iterator[Case]:
    venue = _where(case, match)
    if venue.listed:
        bar = case.edit("places", venue.code, bars_former_users=True)
        yield bar.edit("mentors", match.mentors[-1], provider_history=[venue.code])


def area_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Somebody avoids an area, and where they would meet is not known; the journey is not known either."""
    venue = _where(case, match)
    if match.state == "ready" and venue.listed and venue.kind != "remote":
        yield (
            _roomy(case)
            .edit("places", venue.code, area=None)
            .add("avoid", who=match.beneficiary, area="Nether Edge")
        )


# --- availability --------------------------------------------------------------------------------


def not_free_when_needed(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """A Sunday at three in the morning, when nobody is free; alone, nobody can be rung then either."""
    as_of = case.round.as_of
    sunday = datetime.combine(as_of + timedelta(13 - as_of.weekday()), time(3))
    free = case.row("mentors", match.mentors[0]).get("free")
    if match.company not in ("alone", "group") and free is not None:
        yield case.edit("beneficiaries", match.beneficiary, needed_on=sunday.isoformat(timespec="minutes"))


def avoids_the_hour(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Somebody is needed at an hour that suits all, and then it turns out to be one to avoid."""
    if match.company == "joint" and match.common_times:
        window, as_of = match.common_times[0], case.round.as_of
        then = datetime.combine(as_of + timedelta((window.day - as_of.weekday()) % 7), time(0))
        needed = (then + timedelta(minutes=window.start)).isoformat(timespec="minutes")
        known = case.edit("beneficiaries", match.beneficiary, needed_on=needed)
        if not known.codes():
            yield known.add("avoid", who=match.beneficiary, time=f"{DAYS[window.day]} 00:00-24:00")


def no_common_time(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """Alone, there is then nobody to ring either; so only in company. Times that are not known never clash."""
    if match.company not in ("alone", "group"):
        if all("free" in case.row("mentors", mentor) for mentor in match.mentors):
            yield case.edit("beneficiaries", match.beneficiary, free=["Sun 03:00-04:00"], needed_on=None)
        if meets_nobody_else(case, match.mentors[-1]):
            yield case.edit("mentors", match.mentors[-1], free=[])


def group_at_another_time(case: Case, match: ProposedMatch) -> Iterator[Case]:
    """In the middle of the night, which the person avoids; there is staff, so nobody need be rung."""
    if match.company == "group":
        moved = case.edit("places", match.arrangements[0].venue, staffed=True)
        for group in case.rows("groups"):
            if group["host"] == match.mentors[0]:
                moved = moved.edit("groups", group["id"], slot="Sun 03:00-05:00")
        yield moved.add("avoid", who=match.beneficiary, time="Sun 03:30-04:30")


def mentor_never_asked(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.state == "ready" and match.company != "group":
        yield case.edit("mentors", match.mentors[-1], free=None)


# --- travel --------------------------------------------------------------------------------------


def _roomy(case: Case) -> Case:
    """Room enough for any journey, so that no limit has a say."""
    mentors = [row | {"hours_per_week": 100} for row in case.rows("mentors")]
    workers = [
        row | ({"joint_hours": 100} if "joint_hours" in row else {}) for row in case.rows("navigators")
    ]
    return case.with_rows("mentors", mentors).with_rows("navigators", workers)


def too_far(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in match.mentors if match.company != "group" else ():  # a host is there anyway
        if _journey(case, match, mentor):
            yield case.edit("mentors", mentor, travel_limit_minutes=0)
            yield case.edit("mentors", mentor, travel_limit_minutes=_journey(case, match, mentor) - 1)


def _journey(case: Case, match: ProposedMatch, mentor: str) -> int:
    from tests.oracles.rounds_worth import Ground

    mentors = {each.id: each for each in case.round.mentors}
    people = {each.id: each for each in case.round.beneficiaries}
    way = Ground(case.round).way_to(mentors[mentor], people[match.beneficiary], _where(case, match))
    return way or 0


def journey_not_known(case: Case, match: ProposedMatch) -> Iterator[Case]:
    mentor, venue = match.mentors[0], _where(case, match)
    start = case.row("mentors", mentor).get("area", "")
    end = venue.area if venue.listed else person(case, match).get("area")
    if match.company == "group":
        return
    if match.state == "ready" and venue.kind != "remote" and end and start.casefold() != end.casefold():
        gone = {start.casefold(), end.casefold()}
        yield _roomy(case).drop("areas", lambda r: {r["start"].casefold(), r["end"].casefold()} == gone)


# --- language, role, known-area ------------------------------------------------------------------


def no_common_language(case: Case, match: ProposedMatch) -> Iterator[Case]:
    yield case.edit("mentors", match.mentors[-1], languages=["Welsh"])
    yield case.edit("beneficiaries", match.beneficiary, languages=["BSL"])


def not_offered(case: Case, match: ProposedMatch) -> Iterator[Case]:
    if match.company == "group":
        yield case.edit("mentors", match.mentors[0], offers=["hub", "befriending", "mentoring"])
        return
    yield case.edit("mentors", match.mentors[-1], offers=["hub", "group"])
    other = case.edit("mentors", match.mentors[0], offers=["befriending"])
    yield other.edit("beneficiaries", match.beneficiary, relationship="mentoring")


def _neighbours(case: Case, match: ProposedMatch) -> Iterator[str]:
    met = {(m["mentor"], m["beneficiary"]) for m in case.rows("matches")}
    met |= {(m.get("second_mentor"), m["beneficiary"]) for m in case.rows("matches")}
    home = person(case, match).get("area", "").casefold()
    for mentor in match.mentors:
        area = case.row("mentors", mentor).get("area", "").casefold()
        if (not area or not home or area == home) and (mentor, match.beneficiary) not in met:
            yield mentor


def neighbours_not_asked(case: Case, match: ProposedMatch) -> Iterator[Case]:
    for mentor in _neighbours(case, match) if match.state == "ready" else ():
        yield without_answers(case, f"known-area/{match.beneficiary}/{mentor}")


# --- the table -----------------------------------------------------------------------------------

MOST_OF_ONE = 8
"""Cases at most of one way to break a rule, when there are many ways."""
NONE: set[str] = set()
REQUEST = {"no-request"}
CURIOUS = {"no-request", "hear-more"}
BROKEN: dict[str, dict[Mutator, set[str]]] = {
    "wants-a-mentor": {said_no: REQUEST, only_curious: CURIOUS},
    "kept-apart": {
        two_apart: NONE, team_apart: NONE, worker_apart: NONE, apart_before: SUMS,
        apart_from_a_situation: NONE, know_each_other: CLOSED,
    },
    "gender-wish": {
        nobody_named_for_it: SUMS | CLOSED, worker_not_named: SUMS | CLOSED, wish_not_asked: SUMS,
        worker_not_asked: SUMS,
    },
    "dual-worked": {visited_by_two: NONE, dual_not_known: WORDS},
    "on-a-break": {away_today: NONE, away_when_needed: NONE},
    "clearance": {
        not_that_far: SUMS | CLOSED, only_in_public: SUMS, step_past_review: SUMS, step_never_agreed: WORDS,
        stretch_needs_company: SUMS,
    },
    "situation": {
        rather_not: CLOSED, wants_support: NONE, nobody_alone: {"high-situations"}, never_asked_how_they_feel: CLOSED,
        visit_not_known: WORDS,
    },
    "lone-working": {
        no_check_in_plan: NONE, nobody_to_ring: SUMS, no_device: NONE, nobody_to_ring_in_a_group: SUMS,
        not_at_home_together: SUMS | CLOSED | {"travel", "ask-first-not-joint", "high-situations"},
    },
    "checks-and-training": {
        training_missing: CLOSED, training_not_known: WORDS, check_missing: CLOSED, check_not_known: WORDS,
    },
    "supervision-current": {supervision_owed: WORDS},
    "has-a-navigator": {mentor_without_worker: WORDS, person_without_worker: {"introduction-visits"}, joint_room: WORDS},
    "venue-access": {
        place_to_avoid: CLOSED, avoided_before: SUMS | CLOSED, barred: CLOSED, area_not_known: SUMS | {"travel"},
    },
    "availability": {
        not_free_when_needed: WORDS, avoids_the_hour: SUMS, no_common_time: SUMS, mentor_never_asked: SUMS,
        group_at_another_time: SUMS,
    },
    "travel": {too_far: NONE, journey_not_known: SUMS},
    "language": {no_common_language: NONE},
    "role": {not_offered: NONE},
    "known-area": {neighbours_not_asked: WORDS},
}  # fmt: skip
"""Each rule, the ways to break it, and what else each of them cannot help breaking."""


def waived(case: Case, code: str) -> bool:
    """Whether somebody waived this rule in that round, so that breaking it may be no breach."""
    return any(decision.get("rule") == code for decision in case.rows("decisions"))


def test_every_rule_of_the_table_is_a_rule():
    assert set(BROKEN) <= set(CODES)


@pytest.mark.parametrize("code", BROKEN)
def test_verify_names_the_rule_that_a_plan_breaks_and_no_other(code):
    ways, wanted = BROKEN[code], count("mutants")
    share = max(MOST_OF_ONE, -(-2 * wanted // len(ways)))
    tried = 0
    for mutator, followers in ways.items():
        cases = [case for case in mutants(mutator, share) if not waived(case, code)]
        assert cases, f"{mutator.__name__} had nothing to break"
        for case in cases:
            found = case.codes()
            assert code in found, (case.name, mutator.__name__)
            # What was in the way of somebody else may no longer be, once the round is another.
            assert found - {code, "reason"} <= followers, (case.name, mutator.__name__, found)
        tried += len(cases)
    assert tried >= wanted
