"""What a person hopes for, each thing once: a hope that names a task is that task, in their own words."""

from matchmaker.domain.wishes import Wish, names_of, wishes
from tests.criteria.scoring import pair_of

FORMS = Wish("forms and post", names_of("forms_post", "forms and post"))
WORK = Wish("looking for work", names_of("job_search", "looking for work"))
GUITAR = Wish("Guitar", frozenset({"guitar"}))


def test_a_task_is_named_by_its_code_the_code_spoken_and_its_label():
    assert names_of("job_search", "Looking for  work") == {"job_search", "job search", "looking for work"}


def test_hopes_come_first_then_what_would_be_nice_then_what_they_must_have():
    found = wishes({"guitar": "Guitar"}, nice=[WORK], must=[FORMS])
    assert found.hopes == (GUITAR, WORK)
    assert found.everything == (GUITAR, WORK, FORMS)


def test_a_hope_that_names_a_task_counts_once():
    found = wishes({"job search": "Job search"}, nice=[WORK], must=[WORK])
    assert found.hopes == found.everything == (Wish("Job search", WORK.names),)


def test_the_order_in_which_tasks_are_written_changes_nothing():
    assert wishes({}, nice=[WORK, FORMS], must=[]) == wishes({}, nice=[FORMS, WORK], must=[])


def test_a_wish_is_met_by_any_of_its_names():
    assert WORK.among({"job search": "Job Search"})
    assert not WORK.among({"work": "work"})
    assert not GUITAR.among({})


def test_the_context_reads_words_in_the_form_in_which_they_are_equal():
    pair, context = pair_of(
        {"hopes": ["HIP  HOP", "art"], "nice_tasks": ["job_search"], "wants_to_do": ["court"]}
    )
    assert context.words(pair.beneficiary.hopes) == {"art": "art", "hip hop": "HIP HOP"}
    assert list(context.words(("b", "A"))) == ["a", "b"]
    assert context.words(("Dogs", "dogs")) == {"dogs": "dogs"}
    found = context.wishes(pair.beneficiary)
    assert [wish.said for wish in found.hopes] == ["art", "HIP HOP", "looking for work"]
    assert [wish.said for wish in found.everything][3:] == [context.said("court")]
    changed = pair.beneficiary.model_copy(update={"hopes": ("tea",)})
    assert [wish.said for wish in context.wishes(changed).hopes] == ["tea", "looking for work"]
