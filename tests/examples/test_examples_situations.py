"""Every situation that the seeds describe is in the shipped locality at least once.

`S0:L124` is line 124 of the first seed, in the order of the mission: evaluation, guide, engagement
report, outcomes report, vocational pilot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from importlib.resources import files

import pytest

from matchmaker.domain.context import Context
from matchmaker.domain.round import Round

LOCALITY = Round.from_json((files("matchmaker") / "examples" / "locality.json").read_bytes())
CONTEXT = Context(LOCALITY)
ASKED = [person for person in LOCALITY.beneficiaries if person.wants == "yes"]
MUSTS = [person for person in ASKED if person.gender_wish == "must"]
REQUIRED_OF_MENTORS = {
    "id", "label", "navigator", "available", "offers", "hours_per_week", "people_at_once", "usual_step",
}  # fmt: skip
REQUIRED_OF_REQUESTS = {"id", "label", "navigator", "wants", "asked_on", "wants_to_do", "gender_wish"}


def asks_for(task: str) -> bool:
    """Say whether somebody asks for a task."""
    return any(task in person.wants_to_do for person in ASKED)


def interest(word: str) -> bool:
    """Say whether a person and a mentor share an interest."""
    people = any(word in person.likes + person.hopes for person in LOCALITY.beneficiaries)
    return people and any(word in mentor.likes + mentor.skills for mentor in LOCALITY.mentors)


def situation(name: str, level: str) -> bool:
    return any(row.situation == name and row.level == level for row in LOCALITY.situations)


def comfort(name: str, answer: str) -> bool:
    return any(row.situation == name and row.comfort == answer for row in LOCALITY.comfort)


def match(**wanted: str) -> bool:
    """Say whether there is a match with these cells."""
    return any(all(getattr(row, name) == value for name, value in wanted.items()) for row in LOCALITY.matches)


def musts(wish: str, covers: bool | None) -> bool:
    return any(p.gender_wished == wish and p.wish_covers_navigator is covers for p in MUSTS)


def waited(weeks: int) -> bool:
    return any(p.asked_on and LOCALITY.as_of - p.asked_on >= timedelta(weeks=weeks) for p in CONTEXT.requests)


def needed(task: str) -> bool:
    return any(person.needed_on and task in person.wants_to_do for person in CONTEXT.requests)


def in_date(mentor: str, task: str) -> bool:
    row = CONTEXT.judgements.clearance(mentor, task)
    return row is not None and CONTEXT.judgements.in_date(row)


SITUATIONS: dict[tuple[str, str], Callable[[Round], object]] = {
    # --- what mentors bring, and their limits
    ("not yet comfortable with heated exchanges", "S0:L128"): lambda r: comfort("heated_exchange", "no"),
    ("a limit set by a worker, and seen by the mentor", "S0:L226"): lambda r: any(
        row.by != CONTEXT.mentors[row.mentor].label for row in r.comfort
    ),
    ("not asked to be at the prison gate", "S0:L128"): lambda r: any(
        c.task == "prison_gate_pickup" and c.step == "not_started" for c in r.clearances
    ),
    ("the forthright one, for the prison gate", "S0:L128"): lambda r: any(
        m.style == "direct"
        and CONTEXT.judgements.comfort(m.id, "heated_exchange") == "yes"
        and in_date(m.id, "prison_gate_pickup")
        for m in r.mentors
    ),
    ("a stretch goal, jointly", "S0:L130"): lambda r: any(s.mitigation == "joint" for s in r.stretch),
    ("a stretch goal, in a pair of mentors", "S0:L130"): lambda r: any(
        s.mitigation == "paired" for s in r.stretch
    ),
    ("shadowing for too long", "S0:L198"): lambda r: any(
        m.usual_step == "shadowed" and m.skills for m in r.mentors
    ),
    ("skills beyond lived experience", "S0:L198"): lambda r: sum(bool(m.skills) for m in r.mentors) > 20,
    ("the artist with a weekly art group", "S0:L122"): lambda r: any(
        "painting" in CONTEXT.mentors[g.host].likes for g in r.groups if g.host in CONTEXT.mentors
    ),
    ("soup and a social", "S0:L225"): lambda r: asks_for("soup_social"),
    ("a man to keep up the gym with", "S0:L122"): lambda r: any(
        "gym_sport" in p.wants_to_do and p.gender_wished == "a man" for p in MUSTS
    ),
    ("once supported at an office that bars them", "S0:L214"): lambda r: any(
        p.bars_former_users and p.id in m.provider_history for p in r.places for m in r.mentors
    ),
    ("another office in town does not", "S0:L214"): lambda r: any(
        p.kind == "office_hub" and not p.bars_former_users for p in r.places
    ),
    ("time that is theirs alone", "S0:L210"): lambda r: any(m.protected_time for m in r.mentors),
    ("two weeks off", "S1:L117"): lambda r: any(
        days.holds(r.as_of) for m in r.mentors for days in m.breaks
    ),
    ("behind the scenes for now", "S1:L113"): lambda r: any(
        m.offers == ("behind_the_scenes",) for m in r.mentors
    ),
    ("one task on hold, not the mentor", "S1:L121"): lambda r: any(c.step == "paused" for c in r.clearances),
    ("two hours a week", "S4:L102"): lambda r: any(m.hours_per_week == 2 for m in r.mentors),
    ("six hours a week or more", "S4:L441"): lambda r: any(m.hours_per_week >= 6 for m in r.mentors),
    ("a short journey, please", "S4:L204"): lambda r: any(
        (m.travel_limit_minutes or 99) <= 20 for m in r.mentors
    ),
    ("their own learning counts", "S4:L326"): lambda r: any(m.learning_goals for m in r.mentors),
    ("on duty at the hub", "S3:L39"): lambda r: any("hub" in m.offers for m in r.mentors),
    ("training not finished while the check is pending", "S1:L81"): lambda r: any(
        m.training is not None and "safety" not in m.training and m.cleared_for is None
        for m in r.mentors
    ),
    ("we owe a supervision", "S1:L99"): lambda r: any(
        m.supervised_on and (r.as_of - m.supervised_on).days > 31 for m in r.mentors
    ),
    ("more support time agreed", "S0:L202"): lambda r: any(m.support_hours_per_week for m in r.mentors),
    ("expenses not set up yet", "S1:L49"): lambda r: any(m.expenses_ready is False for m in r.mentors),
    ("a clearance past its review", "S0:L226"): lambda r: any(
        not CONTEXT.judgements.in_date(c) for c in r.clearances
    ),
    ("a device, no device, not known", "S0:L124"): lambda r: (
        {m.device for m in r.mentors} == {True, False, None}
    ),
    ("mentors who go in pairs", "S0:L124"): lambda r: len(r.teams) >= 2,
    ("staff at the other end of the phone", "S1:L101"): lambda r: any(r.programme.staff_reachable or ()),
    ("a mentor who moved on into work", "S3:L149"): lambda r: any(not m.available for m in r.mentors),
    # --- what people ask for
    ("a coffee or a walk", "S0:L146"): lambda r: asks_for("coffee_walk"),
    ("shopping and leisure", "S0:L146"): lambda r: asks_for("shopping_with") and asks_for("leisure"),
    ("post that nobody wants to open", "S0:L148"): lambda r: any(
        "opening post" in p.dislikes and "forms_post" in p.wants_to_do for p in ASKED
    ),
    ("getting used to the bus", "S2:L154"): lambda r: asks_for("travel_confidence"),
    ("a health appointment", "S1:L152"): lambda r: asks_for("appointment_health"),
    ("company in hospital", "S2:L144"): lambda r: asks_for("hospital_visit"),
    ("the benefits desk and the bank", "S2:L158"): lambda r: (
        asks_for("appointment_benefits") and asks_for("bank_account")
    ),
    ("starting at college, looking for work", "S4:L388"): lambda r: (
        asks_for("college") and asks_for("job_search")
    ),
    ("a first time at a crowded place", "S4:L364"): lambda r: any(
        "group_first_time" in p.wants_to_do
        and any(s.situation == "crowds" and s.level == "some" for s in r.situations if s.beneficiary == p.id)
        for p in ASKED
    ),
    ("somebody beside them at a meeting", "S3:L13"): lambda r: asks_for("advocacy"),
    ("moving on from support", "S3:L164"): lambda r: any(p.route == "step_down" for p in ASKED),
    ("reinforcing progress", "S3:L137"): lambda r: any(p.route == "reinforce_progress" for p in ASKED),
    ("helping somebody to open up", "S2:L90"): lambda r: any(p.route == "build_trust_early" for p in ASKED),
    ("bikes, carpentry, charity shops, an allotment", "S1:L186-194"): lambda r: all(
        map(interest, ("bike repair", "carpentry", "charity shops", "allotments"))
    ),
    ("nail art and painting", "S0:L300"): lambda r: interest("nail art") and interest("painting"),
    ("a walk with a dog", "S0:L259"): lambda r: interest("dogs"),
    ("befriending, and a word for it", "S1:L136"): lambda r: any(
        p.relationship == "befriending" and p.relationship_word for p in ASKED
    ),
    ("not too much of a mentor's own story", "S0:L194"): lambda r: (
        {"welcome", "not_yet", "either"} <= {p.own_story for p in ASKED}
    ),
    ("a mentor who walked in their shoes, if asked for", "S0:L136"): lambda r: any(
        set(p.similar_experience) & set(m.shares) for p in ASKED for m in r.mentors
    ),
    ("soft or straight", "S2:L82"): lambda r: {"gentle", "direct"} <= {p.style_wish for p in ASKED},
    ("somebody of a similar age", "S2:L82"): lambda r: any(p.age_band_wish for p in ASKED),
    ("a woman, and the wish covers the worker", "S2:L90"): lambda r: musts("a woman", True),
    ("a woman, and the worker is fine", "S0:L132"): lambda r: musts("a woman", False),
    ("a woman, and nobody asked about the worker", "S0:L132"): lambda r: musts("a woman", None),
    ("a man", "S0:L132"): lambda r: musts("a man", False),
    ("would prefer, not must", "S0:L132"): lambda r: any(p.gender_wish == "prefer" for p in ASKED),
    ("gender not asked yet", "S2:L54"): lambda r: any(p.gender_wish == "not_asked" for p in ASKED),
    ("a wish for which nobody is put forward", "S0:L132"): lambda r: any(
        all(p.gender_wished not in m.put_forward_for for m in r.mentors) for p in MUSTS
    ),
    ("an English course, another first language", "S4:L394"): lambda r: any(
        p.languages and "college" in p.wants_to_do for p in ASKED
    ),
    ("languages other than the usual one", "S4:L330"): lambda r: {"Punjabi", "Polish", "BSL"} <= {
        language for m in r.mentors for language in m.languages or ()
    },
    ("private room, please", "S4:L322"): lambda r: any(
        place.private_room and place.id in p.meet_where for p in ASKED for place in r.places
    ),
    ("best early in the day", "S2:L56"): lambda r: any(
        p.free and all(slot.end <= 13 * 60 for slot in p.free) for p in CONTEXT.requests
    ),
    # --- safety
    ("two workers always", "S1:L146"): lambda r: {True, False, None} == {p.dual_worked for p in ASKED},
    ("the flat is not theirs alone", "S0:L245"): lambda r: any(
        s.situation == "others_present" and s.level == "high"
        and bool(CONTEXT.beneficiaries[s.beneficiary].safe_contact)
        for s in r.situations
    ),
    ("open in a café, closed at home", "S1:L127"): lambda r: any(
        s.situation == "others_present" and s.level == "high"
        and {"coffee_walk"} <= set(CONTEXT.beneficiaries[s.beneficiary].wants_to_do)
        for s in r.situations
    ),
    ("contact that cannot be overheard", "S2:L62"): lambda r: any(p.safe_contact for p in ASKED),
    ("a home visit where it is fine", "S1:L150"): lambda r: any(
        s.task == "home_visit" and s.situation == "others_present" and s.level == "low"
        for s in r.situations
    ),
    ("heated exchanges on a visit", "S0:L128"): lambda r: situation("heated_exchange", "some"),
    ("upsetting news on a visit", "S1:L99"): lambda r: situation("upsetting_news", "some"),
    ("sharps and animals", "S1:L127"): lambda r: comfort("sharps_or_animals", "yes"),
    ("under the influence: no, with support, yes", "S1:L69"): lambda r: {"no", "with_support", "yes"} <= {
        row.comfort for row in r.comfort if row.situation == "under_influence"
    },
    ("kept apart, two people", "S0:L298"): lambda r: any(row.other for row in r.keep_apart),
    ("kept from a situation", "S1:L70-71"): lambda r: any(row.situation for row in r.keep_apart),
    ("a place, an area, a kind, a time to avoid", "S2:L190"): lambda r: all(
        any(getattr(row, name) for row in r.avoid) for name in ("place", "area", "kind", "time")
    ),
    ("a time of the week to leave alone", "S2:L214"): lambda r: any(row.time for row in r.avoid),
    ("do they know each other: yes and no", "S0:L196"): lambda r: (
        {a.answer for a in r.answers} == {"yes", "no"}
    ),
    # --- time
    ("home from prison, with a date", "S0:L128"): lambda r: needed("prison_gate_pickup"),
    ("a day at court, with a date", "S2:L50"): lambda r: needed("court"),
    ("urgent: who, why, when", "S2:L60"): lambda r: any(
        p.urgent_by and p.urgent_reason and p.urgent_on for p in CONTEXT.requests
    ),
    ("waiting a year", "S3:L59"): lambda r: waited(52),
    ("said no", "S0:L306"): lambda r: any(p.wants == "no" for p in r.beneficiaries),
    ("maybe later", "S0:L304"): lambda r: any(p.wants == "maybe_later" for p in r.beneficiaries),
    ("would like to hear more", "S1:L186-188"): lambda r: (
        2 <= sum(p.wants == "would_like_to_hear_more" for p in r.beneficiaries) <= 3
    ),
    ("readiness of both, which may differ", "S3:L41"): lambda r: any(
        p.ready_own and p.ready_worker and p.ready_own != p.ready_worker for p in r.beneficiaries
    ),
    # --- matches
    ("six to ten under way", "S3:L53"): lambda r: 6 <= len(CONTEXT.under_way) <= 10,
    ("introduction visits with the worker", "S1:L144"): lambda r: match(
        state="intro_visit_2", company="joint"
    ),
    ("feedback from all three", "S1:L144"): lambda r: match(state="three_way_feedback"),
    ("a pair that formed by itself", "S1:L134"): lambda r: any(
        x.state == "requested" and x.mentor and x.feedback for x in r.matches
    ),
    ("would rather have the worker, for now", "S0:L134"): lambda r: match(state="hesitant"),
    ("early cancelling, and a good match", "S1:L188"): lambda r: any(
        x.state == "active" and "cancelled" in (x.feedback or "").casefold() for x in r.matches
    ),
    ("not found for seven weeks", "S2:L210"): lambda r: match(state="paused"),
    ("the parking bay", "S0:L312"): lambda r: match(state="parking_bay"),
    ("ended: the mentor found work", "S3:L57"): lambda r: match(
        end_reason="mentor_got_job", end_manner="planned_goodbye"
    ),
    ("ended: aims met", "S1:L162"): lambda r: match(end_reason="aims_met", end_manner="planned_goodbye"),
    ("ended: met twice and no more", "S3:L49"): lambda r: match(end_reason="meetings_didnt_get_going"),
    ("ended: known to each other", "S1:L167"): lambda r: match(end_reason="known_to_each_other"),
    ("ended: a break for wellbeing", "S1:L166"): lambda r: match(end_reason="wellbeing_break"),
    ("ended: lost touch", "S1:L170"): lambda r: match(end_reason="lost_touch", end_manner="drifted"),
    ("ended: not the right fit", "S1:L134"): lambda r: match(end_reason="not_right_fit"),
    # --- workers
    ("no worker yet", "S0:L150"): lambda r: any(p.navigator == "none_yet" for p in ASKED),
    ("a worker with little room", "S0:L188"): lambda r: any(
        n.first_visits_free < 2 * sum(p.navigator == n.id for p in CONTEXT.requests) for n in r.navigators
    ),
    ("room for joint visits not known", "S0:L212"): lambda r: any(
        n.joint_hours is None for n in r.navigators
    ),
    ("more people than is manageable", "S0:L85"): lambda r: max(
        Counter(p.navigator for p in r.beneficiaries).values()
    ) > 12,
    ("words of its own", "S1:L192"): lambda r: (
        {w.sort for w in r.vocabulary} == {"task", "kind", "situation"}
    ),
    # --- blanks
    ("mentors of whom we only know the least", "S2:L54"): lambda r: (
        sum(m.model_fields_set == REQUIRED_OF_MENTORS for m in r.mentors) >= 3
    ),
    ("people of whom we only know the least", "S2:L54"): lambda r: (
        sum(p.model_fields_set == REQUIRED_OF_REQUESTS for p in CONTEXT.requests) >= 3
    ),
}  # fmt: skip


@pytest.mark.parametrize("named", SITUATIONS, ids=lambda named: f"{named[1]} {named[0]}")
def test_every_situation_of_the_seeds_is_in_it(named):
    assert SITUATIONS[named](LOCALITY)
