"""Every page for the meeting, on random rounds: well made, complete, and silent where it must be."""

from __future__ import annotations

import functools
import re

import pytest

import matchmaker as mm
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import letters, letters_to_mentors, pack_page
from matchmaker.pages.pack.unsaid import TASKS
from matchmaker.pages.summary import summary
from tests.counts import SEED, count
from tests.pages.pack.packs import POLICY, Seen
from tests.rounds import random_round

SEEDS = range(SEED, SEED + count("page_rounds"))
each_round = pytest.mark.parametrize("seed", SEEDS)


@functools.lru_cache(maxsize=4)
def agenda(seed: int) -> Agenda:
    mentors = 0 if seed % 7 == 0 else 4 + seed % 5
    people = 7 - seed % 6
    round_ = random_round(
        seed, mentors=mentors, beneficiaries=people, previous=bool(seed % 2), choices=bool(seed % 3)
    )
    return Agenda(mm.propose(round_, POLICY), POLICY, POLICY.context(round_))


def pages(seed: int) -> dict[str, str]:
    made = agenda(seed)
    found = {"pack": pack_page(made), "room": pack_page(made, room=True)}
    return {**found, **letters(made), **letters_to_mentors(made)}


@each_round
def test_pages_are_well_made_and_load_nothing(seed):
    for name, page in pages(seed).items():
        seen = Seen(page)
        assert (seen.badly_closed, seen.open, seen.comments) == ([], [], []), name
        ids = [value for _, attributes in seen.elements for key, value in attributes if key == "id"]
        assert len(ids) == len(set(ids)), name
        assert "://" not in page, name
        assert not seen.kinds.keys() & {"script", "link", "img", "iframe", "form"}, name


@each_round
def test_everybody_who_asked_is_in_the_pack_and_in_the_room(seed):
    made = agenda(seed)
    found = pages(seed)
    asked = [match.beneficiary for match in made.proposal.matches]
    asked += [entry.beneficiary for entry in made.proposal.unmatched]
    for name in ("pack", "room"):
        text = Seen(found[name]).text
        assert not [person for person in asked if not re.search(rf"\b{person}\b", text)], name


@each_round
def test_the_room_hears_only_of_mentors_whose_introduction_is_ready(seed):
    made = agenda(seed)
    ready = [match for match in made.proposal.matches if match.state == "ready"]
    others = [other for match in ready for other in match.alternatives if other.state == "ready"]
    may = {mentor for match in ready for mentor in match.mentors}
    may |= {mentor for other in others for mentor in other.mentors}
    text = Seen(pages(seed)["room"]).text
    named = {mentor for mentor in made.context.mentors if re.search(rf"\b{mentor}\b", text)}
    assert named <= may


@each_round
def test_the_room_reads_of_no_task_that_is_not_listed(seed):
    text = Seen(pages(seed)["room"]).text
    tasks = agenda(seed).context.vocabulary.tasks
    assert not [task.label for task in tasks.values() if task.code not in TASKS and task.label in text]


@each_round
def test_there_is_a_letter_for_each_introduction_that_is_ready_and_no_other(seed):
    made = agenda(seed)
    ready = [match for match in made.proposal.matches if match.state == "ready"]
    written = letters(made)
    assert len(written) == len(ready)
    for match in ready:
        mine = [page for page in written.values() if f"Dear <bdi>Person {match.beneficiary}</bdi>" in page]
        assert len(mine) == 1
        labels = set(re.findall(r"Person [MB]\d+", Seen(mine[0]).text))
        assert labels == {f"Person {each}" for each in (match.beneficiary, *match.mentors)}


@each_round
def test_each_mentor_of_one_that_is_ready_is_asked_and_reads_no_other_name(seed):
    made = agenda(seed)
    asked = sorted(m for match in made.proposal.matches if match.state == "ready" for m in match.mentors)
    texts = [Seen(page).text for page in letters_to_mentors(made).values()]
    assert sorted(re.findall(r"(?:Person|Worker) (\w+)", " ".join(texts))) == asked


@each_round
def test_what_keeps_people_apart_is_in_no_page(seed):
    made = agenda(seed)
    texts = [Seen(page).text for page in pages(seed).values()]
    texts.append(summary(made.context.round, POLICY, proposal=made.proposal))
    for text in texts:
        assert not re.search(r"kept-apart|keep_apart|no_contact|exclusion|declined_before", text)
        assert not re.search(r"not to be introduced \(", text)


def test_the_random_rounds_hold_all_of_it():
    proposals = [agenda(seed).proposal for seed in SEEDS]
    assert sum(match.state == "ready" for each in proposals for match in each.matches) > 0
    assert sum(match.state != "ready" for each in proposals for match in each.matches) > 0
    assert sum(len(each.unmatched) for each in proposals) > 3
