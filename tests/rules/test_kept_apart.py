"""Some people must not be brought together, and nobody is told who asked or why."""

from datetime import datetime

import pytest

from matchmaker.domain.arrangement import Arrangement
from matchmaker.domain.context import Context
from matchmaker.domain.people import Beneficiary
from tests.rules.judging import (
    ART,
    RULE,
    Example,
    answer,
    apart,
    closes,
    day,
    each,
    in_a_group,
    judge,
    judge_all,
    likely,
    match,
    ready,
    round_of,
    said,
)

HEATED = {"one": "M1", "situation": "heated_exchange"}
BEFORE = ART | {"id": "tea", "host": "M2", "slot": "Mon 09:00-10:00"}
EXAMPLES = (
    ready("no row"),
    closes("no contact", rows={"keep_apart": [apart("M1", "B1", kind="no_contact")]}),
    closes("the row written the other way round", rows={"keep_apart": [apart("B1", "M1")]}),
    closes(
        "declined before, until they reopen it",
        rows={"keep_apart": [apart("M1", "B1", kind="declined_before")]},
    ),
    closes("joint changes nothing", company="joint", rows={"keep_apart": [apart("M1", "B1")]}),
    closes("paired changes nothing", company="paired", rows={"keep_apart": [apart("M1", "B1")]}),
    ready("a row about somebody else", rows={"keep_apart": [apart("M2", "B1")]}),
    closes(
        "the second mentor is kept from the person",
        company="paired",
        rows={"keep_apart": [apart("M2", "B1")]},
    ),
    closes(
        "two mentors kept apart are no pair",
        company="paired",
        rows={"keep_apart": [apart("M1", "M2")]},
    ),
    ready("nor do they meet otherwise", rows={"keep_apart": [apart("M1", "M2")]}),
    closes(
        "on a joint visit the mentor meets the person's worker",
        company="joint",
        rows={"keep_apart": [apart("M1", "N1")]},
    ),
    closes(
        "the first visits are made with that worker, whatever comes later (S1:L144)",
        rows={"keep_apart": [apart("M1", "N1")]},
    ),
    ready(
        "the mentor's own worker does not come along",
        company="joint",
        rows={"keep_apart": [apart("M1", "N2"), apart("B1", "N2")]},
    ),
    closes(
        "a mentor kept from a situation that may come up",
        rows={"keep_apart": [HEATED], "situations": [likely("some", "heated_exchange")]},
    ),
    closes(
        "in company too",
        company="joint",
        rows={"keep_apart": [HEATED], "situations": [likely("high", "heated_exchange")]},
    ),
    ready(
        "a situation that is not likely",
        rows={"keep_apart": [HEATED], "situations": [likely("low", "heated_exchange")]},
    ),
    ready(
        "another situation",
        rows={"keep_apart": [HEATED], "situations": [likely("high", "crowds")]},
    ),
    ready(
        "a visit for another task",
        rows={"keep_apart": [HEATED], "situations": [likely("high", "heated_exchange", task="court")]},
    ),
    closes(
        "a judgement past review protects until somebody looks again",
        rows={"keep_apart": [HEATED], "situations": [likely("high", "heated_exchange", review=-1)]},
    ),
    ready(
        "cancelling early is not declining (S1:L188)",
        rows={"matches": [match("ended", ended_on=day(-9), end_reason="meetings_didnt_get_going")]},
    ),
    ready("in a group, nobody is kept apart from anybody", **in_a_group()),
    closes("from the host", **in_a_group(rows={"keep_apart": [apart("M1", "B1")]})),
    ready("from somebody who does not come", **in_a_group(rows={"keep_apart": [apart("B1", "N2")]})),
    closes(
        "from somebody who hosts another group there that ends as this one begins",
        **in_a_group(rows={"keep_apart": [apart("B1", "M2")], "groups": [ART, BEFORE]}),
    ),
    ready(
        "from somebody who hosts another group there, and leaves five minutes before",
        **in_a_group(
            rows={"keep_apart": [apart("B1", "M2")], "groups": [ART, BEFORE | {"slot": "Mon 09:00-09:55"}]}
        ),
    ),
    ready("that row alone, on their own", rows={"keep_apart": [apart("B1", "M2")]}),
)


@each(EXAMPLES)
def test_kept_apart(example: Example):
    example.check("kept-apart")


@pytest.mark.parametrize("kind", [None, "no_contact", "exclusion", "known_to_each_other", "declined_before"])
def test_every_reason_reads_the_same_and_names_no_remedy(kind):
    found = judge("kept-apart", rows={"keep_apart": [apart("B1", "M1", kind=kind)]})
    assert found.sentence == "M1 and B1 are not to be introduced."
    assert (found.remedy, found.question) == (None, None)


def test_a_situation_reads_like_a_row_about_two_people():
    """Else the page would tell what the mentor asked to be spared, and what the visit is like."""
    rows = {"keep_apart": [HEATED], "situations": [likely("some", "heated_exchange")]}
    assert judge("kept-apart", rows=rows).sentence == "M1 and B1 are not to be introduced."


def test_people_who_said_they_know_each_other_are_kept_apart_and_no_page_says_so():
    """Known to each other is published only as kept-apart, uncounted and without saying who asked."""
    found = judge_all(rows={"answers": [answer("known-area/B1/M1", "yes")]}, beneficiary={"area": "Heeley"})
    assert {code for code, objection in found.items() if objection.closes} == {"kept-apart"}
    assert not any("know each other" in objection.sentence for objection in found.values())


def test_people_who_said_they_know_each_other_stay_apart_wherever_they_live():
    """The answer outlives a move: it is about two people, not about two areas."""
    found = judge_all(rows={"answers": [answer("known-area/B1/M1", "yes")]})
    assert {code for code, objection in found.items() if objection.closes} == {"kept-apart"}


def test_a_date_in_a_sentence_would_betray_when_it_was_asked():
    found = judge("kept-apart", rows={"keep_apart": [apart("M1", "B1", kind="exclusion")]})
    assert str(datetime(2026, 1, 1).year) not in found.sentence  # noqa: DTZ001


OTHER_PERSON = {
    "id": "B2", "label": "Bo", "navigator": "N1", "wants": "yes", "asked_on": day(-3),
    "wants_to_do": ["coffee_walk"], "gender_wish": "no_wish",
}  # fmt: skip


@pytest.mark.parametrize(
    ("other", "matches", "expected"),
    [
        ({}, [], "ready"),  # B2 would rather meet jointly
        ({"together": "group"}, [], "closes"),  # B2 may join as well: nobody can say who will come
        ({"together": "group", "wants": "would_like_to_hear_more"}, [], "closes"),
        ({"together": "group", "wants": "maybe_later"}, [], "ready"),
        ({}, [{"state": "active", "company": "group", "group": "art"}], "closes"),
        ({}, [{"state": "active", "company": "group"}], "closes"),  # in a group of M1, not said which
        ({}, [{"state": "paused", "company": "group", "group": "art"}], "closes"),  # and back any week
        ({}, [{"state": "handover", "company": "group", "group": "art"}], "closes"),
        ({}, [{"state": "ended", "company": "group", "group": "art"}], "ready"),
        ({}, [{"state": "active", "company": "alone"}], "ready"),
        ({}, [{"state": "active"}], "closes"),  # how they meet was not written down
        ({}, [{"state": "active", "second_mentor": "M2"}], "ready"),  # a pair is no group
        ({}, [{"state": "active", "second_mentor": "M2", "company": "group"}], "closes"),  # this says it is
    ],
)
def test_two_people_who_are_kept_apart_never_sit_in_one_group(other, matches, expected):
    rows = [{"id": "X1", "beneficiary": "B2", "mentor": "M1", **row} for row in matches]
    given = in_a_group(rows={"keep_apart": [apart("B1", "B2")], "matches": rows})
    found = judge_with(OTHER_PERSON | other, given)
    assert said(found) == expected
    if found is not None:
        assert found.sentence == "M1 and B1 are not to be introduced.", "nobody is told of B2"


def judge_with(other, given):
    """Judge M1 and B1 in the group, while B2 is in the round as well."""
    alone = round_of(**{k: v for k, v in given.items() if k not in ("company", "venue", "rows")})
    people = [*alone.beneficiaries, Beneficiary(**other)]
    context = Context(alone.revised(beneficiaries=people).revised(**given["rows"]))
    where = Arrangement("coffee_walk", "group", context.venue["hub"])
    person = context.beneficiaries["B1"]
    return RULE["kept-apart"]().judge(context.mentors["M1"], person, where, context)
