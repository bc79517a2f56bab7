"""Each piece of the pack by itself, worked by hand."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from matchmaker.domain.proposal import Alternative, ObjectionCount, SpareMentor, ToAsk, Unmatched
from matchmaker.domain.words import Band
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.helps import HELPS
from matchmaker.pages.pack.asking import before
from matchmaker.pages.pack.cards import STYLES, card, cards
from matchmaker.pages.pack.first import first, together
from matchmaker.pages.pack.introductions import introduction, sections
from matchmaker.pages.pack.load import in_words, mentors
from matchmaker.pages.pack.marked import Marked, strung, typed
from matchmaker.pages.pack.not_yet import not_yet
from matchmaker.pages.pack.page import pack_page
from matchmaker.pages.pack.sums import if_all, nobody_else, short_of, wanted
from matchmaker.pages.pack.under_way import STAGES, under_way
from matchmaker.pages.pack.view import View
from matchmaker.pages.pack.visits import visits
from matchmaker.pages.pack.waiting import bars, waiting
from tests.cli.hamlet import hamlet, mentor, person
from tests.pages.pack.packs import Seen, agenda, view


def plain(markup):
    return Seen(str(markup)).text


# --- names and what is typed ---------------------------------------------------------------------


def test_what_is_typed_is_escaped_and_set_apart():
    assert typed("<b>&\n") == Markup("<bdi>&lt;b&gt;&amp; </bdi>")
    assert plain(strung([typed("a"), typed("b"), typed("c")])) == "a, b and c"
    assert strung([]) == ""


def test_ids_in_sentences_become_names_and_the_rest_is_escaped():
    say = Marked(agenda(hamlet()).names)
    assert plain(say.told("Do M1 and B1 know <x>? Ask B1.")) == (
        "Do Robin P. M1 and Sam T. B1 know <x>? Ask Sam T. B1."
    )
    assert say.of("coordinator") == "the coordinator"
    assert say.of("none_yet") == "no worker yet"
    assert plain(say.of("B99")) == "B99"
    assert plain(say.tasks(("coffee_walk", "court"))) == "a coffee or a walk and a day at court"


# --- before we start -----------------------------------------------------------------------------


def test_a_question_stands_once_with_everybody_it_is_for():
    made = view(hamlet())
    asked = ToAsk(key="joint-room/N1", ask="Has N1 room for joint visits?", who="N1")
    proposal = made.agenda.proposal
    both = tuple(match.model_copy(update={"questions": (asked,)}) for match in proposal.matches)
    made = view(hamlet(), matches=both)
    [worker] = before(made).workers
    [question] = worker.questions
    assert (plain(worker.name), question.key) == ("Asha K. N1", "joint-room/N1")
    assert plain(question.people) == "Sam T. B1 and Jo L. B2"


def test_mentors_without_words_of_their_own_are_to_be_asked():
    assert plain(before(view(hamlet())).no_words) == "Robin P. M1 and Kit W. M2"
    spoke = hamlet(
        mentors=[mentor("M1", "Robin P.", about_me="Tea."), mentor("M2", "Kit W.", about_me="Hi.")]
    )
    assert before(view(spoke)).no_words is None
    assert before(view(hamlet(), room=True)).no_words is None


# --- who's waiting -------------------------------------------------------------------------------


def test_spans_end_where_waiting_becomes_too_long():
    # 12 weeks: thirds at 4 and 8, then twice and four times as long.
    found = bars([0, 3, 4, 11, 12, 23, 24, 47, 48, 100], 12)
    assert [(bar.weeks, bar.people, bar.overdue) for bar in found] == [
        ("0 to 3", 2, False), ("4 to 7", 1, False), ("8 to 11", 1, False),
        ("12 to 23", 2, True), ("24 to 47", 2, True), ("48 or more", 2, True),
    ]  # fmt: skip
    assert [bar.width for bar in found] == [220, 110, 110, 220, 220, 220]  # the longest is 220 wide


def test_a_week_is_too_long_where_the_policy_says_so():
    assert [bar.weeks for bar in bars([0], 1)] == ["0", "1", "2 to 3", "4 or more"]
    assert sum(bar.people for bar in bars(list(range(200)), 7)) == 200
    assert bars([], 12)[0].width == 0


def test_who_is_waiting_in_figures():
    # Hamlet is judged on 16 November; B1, B2 and B3 asked on 5 October: 42 days, 6 weeks.
    data = hamlet()
    data["beneficiaries"][2]["asked_on"] = "2026-08-24"  # 84 days, 12 weeks
    found = waiting(view(data))
    assert (found.asked, found.overdue, found.longest, found.urgent) == (3, 1, "12 weeks", 0)
    assert found.later == ("1 said no to a mentor; only they can change that.",)


# --- who's got time ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "none"), (45, "45 min"), (60, "1 h"), (135, "2 h 15 min")]
)
def test_minutes_without_decimals(minutes, words):
    assert in_words(minutes) == words


def test_a_mentors_week():
    # 60 minutes, 2 x 10 on the way, 15 to write up, 15 to talk it over: 110, twice a month of four weeks: 55.
    data = hamlet(matches=[{"id": "X1", "beneficiary": "B6", "mentor": "M1", "state": "active"}])
    data["beneficiaries"].append(person("B6", "Di"))
    data["mentors"][0] |= {"people_at_once": 2}
    found = mentors(view(data))
    loads = {plain(load.name): load for load in found.loads}
    # Near the person is in Southside, 10 minutes away, for the match under way too.
    assert loads["Robin P. M1"].in_use == "55 min"
    assert {load.agreed for load in found.loads} == {"4 h"}
    assert found.agreed == "8 h"
    assert found.added == "1 h 50 min"  # two suggestions of 55
    # 4 hours are the longest bar, 100 wide: 55 of 240 minutes are 22.
    assert loads["Robin P. M1"].used_width == 22
    assert mentors(view(data, room=True)).loads == ()


def test_a_group_is_in_its_hosts_week_and_adds_nothing_for_who_joins():
    # 60 minutes in the hub, 2 x 10 on the way, 15 to write up, 15 to talk it over: 110, every week.
    data = hamlet()
    data["places"] = [{"id": "hub", "label": "The hub", "kind": "office_hub", "area": "Southside"}]
    data["groups"] = [
        {"id": "G1", "label": "Tea", "host": "M1", "place": "hub", "slot": "Mon 10:00-11:00", "places": 4}
    ]
    plain_week = mentors(view(hamlet()))
    made = view(data)
    going = [match.model_copy(update={"company": "group"}) for match in made.matches]
    for found in (mentors(made), mentors(view(data, matches=tuple(going)))):
        loads = {plain(load.name): load for load in found.loads}
        assert loads["Robin P. M1"].in_use == "1 h 50 min"
        assert found.in_use == "1 h 50 min"
    assert plain_week.in_use == "none"
    assert mentors(view(data, matches=tuple(going))).added == "none"


def test_a_mentor_without_a_suggestion_is_told_why():
    spare = (SpareMentor(mentor="M2", reasons=("could meet B3 one day",)),)
    found = mentors(view(hamlet(), matches=(), mentors_without_a_match=spare))
    assert plain(found.loads[1].told) == "could meet Ali R. B3 one day"
    assert found.without == 1
    assert plain(found.loads[0].told) == "has no suggestion this time"


# --- introductions -------------------------------------------------------------------------------


def test_an_introduction_in_words():
    made = view(hamlet())
    match = next(m for m in made.matches if m.beneficiary == "B1")
    found = introduction(match, made)
    assert plain(found.how) == "the two of them, after the first visits with the worker"
    assert plain(found.what[0]).startswith("a coffee or a walk (")
    assert found.when == "Mon 10:00-14:00"
    assert "both like chess" in [plain(why) for why in found.why]
    assert found.ready
    assert [section.band for section in sections(made)] == ["Good to try", "Could work if…"]


def test_who_else_could_be_asked():
    made = view(hamlet())
    other = Alternative(mentors=("M2",), company="joint", state="ask first", fit=7)
    match = made.matches[0].model_copy(update={"alternatives": (other,), "mentors": ("M1",)})
    [others] = introduction(match, made).others
    assert others.band == "Could work if…"
    assert [tuple(map(plain, each)) for each in others.ways] == [
        ("Kit W. M2 (with the worker, ask first)", "")
    ]
    assert introduction(match, view(hamlet(), room=True)).others == ()
    assert [plain(each) for each in nobody_else(view(hamlet(), matches=(match,)))] == []
    alone = match.model_copy(update={"alternatives": (other.model_copy(update={"mentors": ("M1",)}),)})
    assert [plain(each) for each in nobody_else(view(hamlet(), matches=(alone,)))] == ["Sam T. B1"]
    assert nobody_else(view(hamlet(), room=True, matches=(alone,))) == ()
    told = view(hamlet(), matches=(alone,)).agenda
    silent = Agenda(told.proposal, told.policy.model_copy(update={"alternatives": 0}), told.context)
    assert nobody_else(View(silent)) == (), "the policy lists no other ways, so nobody can say"


# --- not yet -------------------------------------------------------------------------------------


def entry(*codes, **more):
    counts = tuple(ObjectionCount(code=code, mentors=n) for code, n in codes)
    return Unmatched(beneficiary="B3", objections=counts, **more)


def test_somebody_without_a_suggestion():
    made = view(hamlet(), unmatched=(entry(("travel", 1), ("kept-apart", None), contested_with=("B1",)),))
    [found] = not_yet(made)
    assert found.reasons == ("the journey (1 mentor)",)
    assert found.apart
    assert found.helps == (HELPS["travel"],)
    assert (plain(found.wants), found.since) == ("a day at court", "5 October 2026")
    assert plain(found.contested) == "Sam T. B1"
    [in_the_room] = not_yet(view(hamlet(), room=True, unmatched=(made.agenda.proposal.unmatched)))
    assert in_the_room.reasons == ("the journey",)
    assert (in_the_room.apart, in_the_room.contested) == (False, None)


def test_a_wall_of_reasons_is_cut_short_and_says_so():
    codes = [(f"c{n}", 9 - n) for n in range(8)]
    [found] = not_yet(view(hamlet(), unmatched=(entry(*codes),)))
    assert found.reasons[-1] == "3 more"
    assert len(found.reasons) == 6
    many = entry(("travel", 1), contested_with=tuple(f"B{n}" for n in range(10, 19)))
    assert plain(not_yet(view(hamlet(), unmatched=(many,)))[0].contested).endswith("and 3 others")


def test_what_is_seldom_in_the_way_is_not_offered_as_help():
    # A quarter of 8 is 2: the journey counts, the language of one mentor does not.
    [found] = not_yet(view(hamlet(), unmatched=(entry(("availability", 8), ("travel", 2), ("language", 1)),)))
    assert found.helps == (HELPS["availability"], HELPS["travel"])


def test_sharing_too_little_has_a_line_of_help_too():
    too_thin = (entry(("fit-floor", 4), ("kept-apart", None)),)
    for room in (False, True):
        [found] = not_yet(view(hamlet(), room=room, unmatched=too_thin))
        assert (found.helps, found.too_thin) == ((HELPS["fit-floor"],), 4)
    [in_the_room] = not_yet(view(hamlet(), room=True, unmatched=(entry(("situation", 4)),)))
    assert in_the_room.helps == ()


# --- under way -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "since", "look"), [
    ("active", "2026-06-15", "Four or five months in: have we heard from both?"),  # 22 weeks
    ("active", "2026-06-08", ""),  # 23
    ("active", "2026-07-27", "Four or five months in: have we heard from both?"),  # 16
    ("active", "2026-08-03", ""),  # 15
    ("intro_visit_2", "2026-09-28", "7 weeks since it began: is everybody still happy to go on?"),
    ("intro_visit_2", "2026-10-05", ""),  # 6
    ("active", None, "Find out when it began."),
    ("paused", "2026-01-05", ""),
])  # fmt: skip
def test_when_to_look_in(state, since, look):
    match = {"id": "X1", "beneficiary": "B6", "mentor": "M1", "state": state, "started_on": since}
    data = hamlet(matches=[{k: v for k, v in match.items() if v}])
    data["beneficiaries"].append(person("B6", "Di"))
    [row] = under_way(view(data)).rows
    assert row.look == look
    assert row.stage == STAGES[state]
    in_the_room = under_way(view(data, room=True))
    assert in_the_room.rows == ()
    assert in_the_room.stages == ((STAGES[state], 1),)


def test_a_match_to_look_at_again_is_marked_without_saying_why():
    match = {"id": "X1", "beneficiary": "B6", "mentor": "M1", "state": "active", "started_on": "2026-11-02"}
    data = hamlet(matches=[match, match | {"id": "X10", "mentor": "M2", "beneficiary": "B7"}])
    data["beneficiaries"] += [person("B6", "Di"), person("B7", "Al")]
    data["mentors"][0] |= {"people_at_once": 2}
    data["mentors"][1] |= {"people_at_once": 2}
    data["keep_apart"] = [{"one": "M2", "other": "B7", "kind": "no_contact"}]
    looks = [row.look for row in under_way(view(data)).rows]
    assert looks == ["", "Look at this again with the worker before the next visit."]


# --- counts --------------------------------------------------------------------------------------


def test_if_we_did_all_this():
    made = view(hamlet())
    rooms = visits(made)
    # Two people, two introduction visits each, of four.
    assert [(each.taken, each.free, each.introduced, each.not_yet) for each in rooms] == [(4, 4, 2, 1)]
    sums = if_all(made, rooms)
    assert (sums.ready, sums.ask_first, sums.without, sums.overdue) == (1, 1, 1, 0)
    assert (sums.visits, sums.visits_free) == (4, 4)


def test_what_is_seldom_in_the_way_is_not_what_we_are_short_of():
    found = short_of(view(hamlet(), unmatched=(entry(("availability", 8), ("travel", 2), ("language", 1)),)))
    assert found == (("time in common", 1), ("the journey", 1))


def test_what_they_would_like_to_do():
    assert [(plain(task), n) for task, n in wanted(view(hamlet()))] == [("a day at court", 1)]


def test_a_fit_below_the_floor_is_told_in_a_sentence_and_not_as_a_rule():
    made = view(hamlet(), unmatched=(entry(("fit-floor", 2), ("travel", 1)),))
    [found] = not_yet(made)
    assert (found.too_thin, found.reasons) == (2, ("the journey (1 mentor)",))
    assert short_of(made) == (("the journey", 1),)
    text = Seen(pack_page(made.agenda)).text
    assert "Nobody yet shares enough with what they hope for, though 2 mentors could meet them." in text
    assert "fit-floor" not in text


def test_a_band_says_of_a_waiver_what_it_says_of_no_other():
    ready, asks = (
        match.model_copy(update={"band": "Could work if…", "state": state})
        for match, state in zip(view(hamlet()).matches, ("ready", "ask first"), strict=True)
    )
    without = "Ask first, before telling either of them. A joint visit is pencilled in, no more."
    aside = "Where nothing is to be asked, a manager set a rule aside; 'To do' says which."
    assert [s.means for s in sections(view(hamlet(), matches=(asks,)))] == [without]
    assert [s.means for s in sections(view(hamlet(), matches=(ready, asks)))] == [f"{without} {aside}"]
    good = ready.model_copy(update={"band": "Good to try"})
    assert [s.means for s in sections(view(hamlet(), matches=(good,)))] == [
        "Nothing stands in the way that we know of."
    ]


def test_the_room_hears_one_sentence_of_what_is_ready_whatever_it_rests_on():
    """A waiver and a stretch are not for the room, nor that there is one."""
    ready = view(hamlet()).matches[0]
    bands: tuple[Band, ...] = ("Good to try", "Could work if…", "A stretch, with support")
    for band in bands:
        (told,) = sections(view(hamlet(), room=True, matches=(ready.model_copy(update={"band": band}),)))
        assert (told.band, told.means) == ("Good to try", "These can be talked over now.")


def test_one_introduction_is_ready():
    alone, asks = view(hamlet()).matches
    text = Seen(
        pack_page(agenda(hamlet(), matches=(alone, asks.model_copy(update={"state": "ask first"}))))
    ).text
    assert "1 introduction is ready to talk over, and 1 waits for an answer first." in text


def test_waivers_are_told_of_on_the_first_page():
    banners = first(view(hamlet(), waivers=("D1", "D2"))).banners
    assert [plain(each) for each in banners] == [
        "2 waivers of a rule are used here; each introduction that rests on one says so under “To do”."
    ]
    assert first(view(hamlet(), room=True, waivers=("D1",))).banners == ()


def test_what_we_are_short_of_counts_people_and_never_what_keeps_them_apart():
    one = entry(("travel", 9), ("kept-apart", None))
    two = one.model_copy(update={"beneficiary": "B2"})
    assert short_of(view(hamlet(), unmatched=(one, two))) == (("the journey", 2),)


# --- cards ---------------------------------------------------------------------------------------


def test_a_card_holds_the_mentors_own_words():
    data = hamlet()
    data["mentors"][0] |= {
        "about_me": "Tea & talk.",
        "hopes": ["a choir"],
        "skills": ["forms"],
        "style": "gentle",
    }
    made = view(data)
    found = card(made.context.mentors["M1"], made)
    assert (plain(found.name), plain(found.words)) == ("Robin P.", "Tea & talk.")
    assert (plain(found.likes), plain(found.hopes), plain(found.skills)) == ("chess", "a choir", "forms")
    assert found.style == STYLES["gentle"]


def test_only_mentors_whose_introduction_is_ready_have_a_card():
    made = view(hamlet())
    ready = {m for match in made.matches if match.state == "ready" for m in match.mentors}
    assert len(cards(made)) == len(ready) == 1
    assert cards(view(hamlet(), room=True)) == ()


def test_warnings_that_differ_in_one_word_are_one():
    again = [f"Look again at X{n} with the worker before the next visit." for n in (1, 2, 3)]
    assert together(again) == ["Look again at X1, X2 and X3 with the worker before the next visit."]
    assert together(again[:1]) == again[:1]
    assert together(["a b", "a b c"]) == ["a b", "a b c"]
    assert together(["a b", "c d"]) == ["a b", "c d"]
    assert together(["a a", "a a"]) == ["a a", "a a"]
    assert together([]) == []


def test_the_first_page():
    found = first(view(hamlet()))
    assert (plain(found.locality), found.day) == ("Hamlet", "16 November 2026")
    assert found.sentences[1].count("<em>we</em>") == 1
    assert [plain(name) for _, name in found.without] == ["Ali R. B3"]
    assert found.banners == ()
