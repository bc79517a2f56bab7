"""What we're short of, by hand: who would help, what holds them up, and on whom we rely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import matchmaker as mm
from matchmaker.domain.people import Mentor
from matchmaker.domain.proposal import ToAsk
from matchmaker.domain.round import Round
from matchmaker.engine import Study, propose, recruit_next
from matchmaker.engine.recruiting.asks import Ask, ask_of, times_for
from matchmaker.engine.recruiting.candidates import Candidates
from matchmaker.engine.recruiting.held_up import HoldUps
from matchmaker.engine.recruiting.short import short_of, simplest, worth_asking
from matchmaker.engine.recruiting.strain import Strain
from matchmaker.engine.recruiting.trained import Trained
from matchmaker.engine.trying import remedies_for
from matchmaker.engine.whole_plans import whole_plans
from matchmaker.explain.ledger import Ledger
from matchmaker.explain.newcomers import MentorValue
from matchmaker.explain.profiles import Profile
from matchmaker.explain.room import Room
from matchmaker.explain.waiting import Waiting
from matchmaker.plan import Gain, OtherPlan, Search, make_plan
from matchmaker.plan.clock import Clock
from matchmaker.plan.newcomers import Newcomers, joined
from tests.engine.newcomers import POLICY, SEARCH, values_of
from tests.limits.judging import crowd, like_b1
from tests.rules.judging import data_of, decision, judged, round_of


def two_who_ask(**navigator) -> Round:
    """Return: three people ask for a day at court, M1 has one place and M2 is not there."""
    data = data_of(navigator=navigator, rows={"teams": []})
    (first,) = data["beneficiaries"]
    first["wants_to_do"] = ["court"]
    data["beneficiaries"] += [first | {"id": f"B{n}", "label": f"Person {n}"} for n in (2, 3)]
    for mentor in data["mentors"]:
        mentor |= {"people_at_once": 1, "hours_per_week": 10}
    data["mentors"][1]["available"] = False
    return Round.from_dict(data)


def test_without_a_limit_of_places_only_solving_tells():
    """One mentor then has room for two: 65 minutes a week each of the 180 that the longest way would take."""
    off = {"off": True, "off_by": "the board", "off_because": "hours are enough"}
    limits = tuple(
        limit.model_copy(update=off) if limit.code == "people-at-once" else limit for limit in POLICY.limits
    )
    policy = POLICY.model_copy(update={"limits": limits})
    round_ = two_who_ask(first_visits_free=20)
    round_ = round_.revised(
        mentors=tuple(row.model_copy(update={"available": False}) for row in round_.mentors)
    )
    found = recruit_next(round_, policy, propose(round_, policy), search=SEARCH)
    assert found.mentors[0].gain.more[1] == 2
    assert not found.best_next.proved


def test_one_more_mentor_brings_one_more_person_and_two_bring_two():
    """Three people, one mentor with one place: with one more mentor two are served, with two more all."""
    round_ = two_who_ask(first_visits_free=20)
    found = recruit_next(round_, POLICY, propose(round_, POLICY), search=SEARCH)
    (value,) = found.mentors
    assert value.gain.more[:3] == (0, 1, 0)
    assert value.profile.tasks == ("court",)
    assert [step.in_all.more[1] for step in found.best_next.steps] == [1, 2]
    assert found.sentences[1:3] == (
        "One more mentor who is cleared for a day at court, starts from Heeley and is free Mon 09:00-17:00: "
        "1 more person would be offered an introduction.",
        f"It could be a way for {' and '.join(value.could_meet)}, who have no suggestion yet, if there is room.",
    )
    assert found.not_reached == ()
    assert found.settled


def test_a_worker_without_visits_is_what_is_short():
    """N1 has two visits, which is one introduction: nobody is helped by one more mentor."""
    round_ = two_who_ask(first_visits_free=2)
    proposal = propose(round_, POLICY)
    found = mm.recruit_next(round_, POLICY, proposal, search=SEARCH)
    waiting = " and ".join(entry.beneficiary for entry in proposal.unmatched)
    assert not any(value.helps for value in found.mentors)
    assert (
        f"One more mentor would not help {waiting} while N1 has no introduction visits left."
        in found.sentences
    )
    assert found.best_next.sentences == ()
    (asked,) = {each.people for value in found.mentors for each in value.held_up}
    values = values_of(make_plan(round_, POLICY, search=SEARCH), 1)
    over = Clock.of(Search(seconds=1e-9))
    assert list(HoldUps(values, Room(values.plan)).of(0, over)) == []  # no time, nothing claimed
    assert asked == tuple(entry.beneficiary for entry in proposal.unmatched)
    # More visits alone help nobody either: M1 has one place.
    assert found.rooms == ()


def test_a_wish_is_told_as_what_somebody_agrees_to_and_never_as_what_they_are():
    round_ = round_of(beneficiary={"gender_wish": "must", "gender_wished": "a woman"}, rows={"teams": []})
    found = recruit_next(round_, POLICY, propose(round_, POLICY), search=SEARCH)
    (value,) = found.mentors
    assert value.profile.put_forward_for == ("a woman",)
    assert value.first_way == ("B1",)
    said = " ".join(found.sentences)
    assert "agrees to be put forward for ‘asked for a woman’" in said
    assert "gender" not in said


def test_where_we_rely_on_one_person():
    """Only M1 is there for B1."""
    round_ = round_of(second={"available": False}, rows={"teams": []})
    found = recruit_next(round_, POLICY, propose(round_, POLICY), search=SEARCH)
    assert [(each.mentor, each.fewer, each.people) for each in found.relied_on] == [("M1", 1, ("B1",))]
    assert "If M1 took a break, 1 person would have no suggestion: B1." in found.sentences
    both = round_of(rows={"teams": []})
    found = recruit_next(both, POLICY, propose(both, POLICY), search=SEARCH)
    assert found.relied_on == ()
    assert (
        "We rely on nobody alone: whichever mentor took a break, as many people could still have a suggestion."
        in found.sentences
    )


def test_that_one_of_two_could_meet_somebody_else_does_not_make_up_for_the_other():
    """M1 meets both, and M2 has one place: without M1 one person has a suggestion, so 2 - 1 fewer."""
    roomy = {"people_at_once": 9, "hours_per_week": 20}
    round_ = crowd(others=like_b1("B2"), mentor=roomy, second=roomy | {"people_at_once": 1})
    proposal = propose(round_, POLICY)
    assert [match.mentors for match in proposal.matches] == [("M1",), ("M1",)]
    found = recruit_next(round_, POLICY, proposal, search=SEARCH)
    assert [(each.mentor, each.fewer, each.exact) for each in found.relied_on] == [("M1", 1, True)]


def test_nothing_is_said_to_rest_on_nobody_where_nobody_is_suggested_or_it_is_not_known():
    nobody = round_of(mentor={"available": False}, second={"available": False}, rows={"teams": []})
    found = recruit_next(nobody, POLICY, propose(nobody, POLICY), search=SEARCH)
    assert not found.on_nobody
    only_m1 = round_of(second={"available": False}, rows={"teams": []})
    study = Study(only_m1, POLICY, propose(only_m1, POLICY), search=Search(seconds=0.01))
    assert not study.recruit_next().on_nobody


def test_whoever_is_pinned_is_relied_on_all_the_same():
    pin = decision("pin", beneficiary="B1", mentors=["M1"])
    round_ = round_of(second={"available": False}, rows={"teams": [], "decisions": [pin]})
    found = recruit_next(round_, POLICY, propose(round_, POLICY), search=SEARCH)
    assert [each.mentor for each in found.relied_on] == ["M1"]


def test_without_time_it_says_what_was_not_reached():
    round_ = two_who_ask(first_visits_free=20)
    study = Study(round_, POLICY, propose(round_, POLICY), search=Search(seconds=0.01))
    found = study.recruit_next()
    assert "what some mentors would bring" in found.not_reached
    assert not found.settled
    assert any(
        sentence.startswith("There was not enough time to find out what some mentors would bring")
        for sentence in found.sentences
    )
    assert found.mentors == ()


def test_without_a_plan_only_the_questions_are_left():
    pins = [decision("pin", beneficiary="B1", mentors=[mentor]) | {"id": mentor} for mentor in ("M1", "M2")]
    round_ = round_of(rows={"teams": [], "decisions": pins})
    found = recruit_next(round_, POLICY, propose(round_, POLICY), search=SEARCH)
    assert (found.mentors, found.rooms, found.relied_on) == ((), (), ())
    assert found.not_reached == ("there is no plan to start from",)
    assert (
        found.sentences[0] == "There is no plan to start from, so we cannot say who would help if they came."
    )
    assert not [said for said in found.sentences if "Nobody we could think of" in said or "time" in said]


def test_a_plan_that_was_not_found_in_time_is_not_one_that_cannot_be():
    """Solving again was cut short: nothing is known, and nothing is said to be impossible."""
    round_ = two_who_ask(first_visits_free=20)
    proposal = propose(round_, POLICY)
    study = Study(round_, POLICY, proposal, search=SEARCH)
    answer = study.plan.answer
    assert answer is not None
    plan = replace(study.plan, chosen=(), answer=replace(answer, status="unknown"))
    assert short_of(plan, proposal, search=SEARCH).sentences == (
        "Who would help if they came:",
        "In this time we found nobody.",
        "There was not enough time to find out what we are short of.",
    )
    tried = remedies_for(
        Waiting(plan, Room(plan)), ledger=Ledger(plan.judged[0]), beneficiary="B1", search=SEARCH
    )
    assert tried.looked == "while there was time"
    assert whole_plans(plan, proposal, near=3, loss_percent=2, search=SEARCH).sentences == (
        "There was not enough time to find the plan again, so none is set beside it.",
    )


def test_questions_come_in_the_order_of_how_many_wait_for_them():
    """One stands before B1, who has nobody, another before B2 and B3, who have a suggestion."""
    few, many = ToAsk(key="a", ask="A?", who="N1"), ToAsk(key="b", ask="B?", who="coordinator")
    entries = SimpleNamespace(
        unmatched=(SimpleNamespace(beneficiary="B1", questions=(few,)),),
        matches=tuple(SimpleNamespace(beneficiary=b, questions=(many,)) for b in ("B2", "B3")),
    )
    found = worth_asking(entries)  # type: ignore[arg-type]
    assert [(each.key, each.people) for each in found] == [("a", ("B1",)), ("b", ("B2", "B3"))]
    assert found[0].sentence == "A? B1 waits for this answer; N1 can ask."
    assert found[1].sentence == "B? B2 and B3 wait for this answer; the coordinator can ask."


def test_everyday_tasks_and_the_usual_language_are_nothing_special():
    asks = {"wants_to_do": ["coffee_walk", "court"], "languages": ["Polish", "english"]}
    context = POLICY.context(round_of(beneficiary=asks))
    assert ask_of(context.requests[0], context) == Ask(("court",), (), (), ())
    other = POLICY.context(
        round_of(beneficiary={"languages": ["Polish"], "gender_wish": "prefer", "gender_wished": "a man"})
    )
    assert ask_of(other.requests[0], other) == Ask((), ("Polish",), (), ())


def test_times_are_those_that_suit_most():
    """Wednesday suits both; 30 minutes are no meeting of an hour."""
    data = data_of()
    (first,) = data["beneficiaries"]
    first["free"] = ["Mon 10:00-11:00", "Wed 10:00-12:00"]
    data["beneficiaries"].append(first | {"id": "B2", "free": ["Wed 11:00-13:00"]})
    data["beneficiaries"].append(first | {"id": "B3", "free": ["Fri 11:00-11:30"]})
    context = POLICY.context(Round.from_dict(data))
    assert [str(window) for window in times_for(context.requests, context)] == ["Wed 10:00-12:00"]


def test_a_new_mentor_is_an_ordinary_mentor_with_an_id_of_their_own():
    round_ = round_of(second={"id": "new-1"}, rows={"teams": [], "clearances": []})
    plan = make_plan(round_, POLICY, search=SEARCH)
    trained = Trained(plan, Room(plan))
    newcomer = trained.mentor(
        Profile(("court",), ("a day at court",), None, ("Mon 10:00-12:00",), (), (), False), "1"
    )
    assert isinstance(newcomer.mentor, Mentor)
    assert newcomer.mentor.id == "newnew-1"
    assert newcomer.mentor.people_at_once == 1
    assert newcomer.mentor.id in {mentor.id for mentor in joined(round_, [newcomer]).mentors}
    options = Newcomers(plan, (newcomer,)).options
    assert all(option.pair.mentor_ids == ("newnew-1",) for option in options["newnew-1"])


def test_of_two_who_help_alike_the_simpler_one_is_told():
    plain = Profile((), (), None, ("Mon 10:00-12:00",), (), (), False)
    more = Profile(("court",), ("a day at court",), None, ("Tue 10:00-12:00",), (), (), False)
    gain = Gain((0, 1, 0, 0, 0), 5, 5)
    one = MentorValue(plain, ("B1", "B2"), (), POLICY.priorities, gain)
    other = MentorValue(more, ("B1",), (), POLICY.priorities, gain)
    assert simplest([other, one]) == [one]
    opens = MentorValue(more, ("B3",), ("B3",), POLICY.priorities, gain)
    assert simplest([opens, one]) == [opens, one]


def test_a_plan_found_in_haste_shows_nothing():
    """Without M1 nobody is suggested in the plan found, but one person could be: B1 may not rely on M1."""
    plan = make_plan(round_of(rows={"teams": []}), POLICY, search=SEARCH)
    assert plan.answer is not None
    strain, answer = Strain(plan, plan.answer, Room(plan)), plan.answer
    nobody = tuple(0 for _ in answer.totals)

    def told(offered: int, status: Any):
        bounds = (0, offered, *answer.bounds[2:])
        found = replace(answer, totals=nobody, bounds=bounds, status=status)
        return list(Hasty(plan, answer, Room(plan), OtherPlan(found, ())).relied_on(Clock.of(SEARCH)))

    assert len(plan.chosen) == 1
    assert list(strain.relied_on(Clock.of(SEARCH))) == []
    assert told(1, "feasible") == [None]
    (sure,) = told(0, "feasible")
    assert (sure.fewer, sure.exact, sure.people) == (1, True, ())


@dataclass(frozen=True)
class Hasty(Strain):
    """A strain whose solver comes back with this, whatever is asked."""

    found: OtherPlan

    def _replaceable(self, mentor: str) -> bool:
        return False

    def _without(self, mentor: str, search: Search) -> OtherPlan:
        return self.found


def test_what_an_urgent_person_asks_for_is_thought_of_first():
    """Seven things are asked for, by somebody each; the one who is urgent is among the six profiles."""
    data = data_of(
        rows={"teams": [], "situations": []}, mentor={"available": False}, second={"available": False}
    )
    (first,) = data["beneficiaries"]
    tasks = [
        "court",
        "college",
        "job_search",
        "advocacy",
        "moving_on",
        "appointment_housing",
        "hospital_visit",
    ]
    data["beneficiaries"] = [first | {"id": f"B{n}", "wants_to_do": [task]} for n, task in enumerate(tasks)]
    data["situations"] = [
        {"beneficiary": f"B{n}", "task": "any", "situation": "others_present", "level": "low", **judged()}
        for n in range(len(tasks))
    ]
    data["beneficiaries"][-1] |= {"urgent_by": "Nora", "urgent_reason": "alone", "urgent_on": "2026-10-01"}
    plan = make_plan(Round.from_dict(data), POLICY, search=SEARCH)
    found = Candidates(plan, Trained(plan, Room(plan))).found()
    assert len(found) == 6
    assert found[0].profile.tasks == ("hospital_visit",)
    assert "B6" in found[0].first_way
