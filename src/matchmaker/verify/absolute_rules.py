"""Four rules about who would meet: what the specification says, once more and on its own feet."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final, TypeAlias

from matchmaker.domain.breach import Breach
from matchmaker.verify.absolute_facts import Facts, Row, apart_key
from matchmaker.verify.absolute_groups import GROUP
from matchmaker.verify.absolute_shape import possible_places
from matchmaker.verify.absolute_suggestion import STANDBY, Suggestion
from matchmaker.verify.absolute_times import covers, meets

AbsoluteRule: TypeAlias = Callable[[Facts, Suggestion], Iterator[Breach]]


def kept_apart(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Nobody meets whom a row keeps from them; the sentence never says why, or who asked.

    The worker is there at the first visits, whatever the company.
    """
    person = suggestion.beneficiary
    meeting = [*suggestion.mentors, person, facts.beneficiaries[person]["navigator"]]
    pairs = {(one, other) for one, other in combinations(meeting, 2) if _apart(facts, one, other)}
    for mentor in suggestion.mentors:
        if any(_apart(facts, mentor, f"situation:{code}") for code in _raised(facts, suggestion)):
            pairs.add((mentor, person))
    if _somebody_in_the_group(facts, suggestion):
        pairs.update((mentor, person) for mentor in suggestion.mentors)
    for one, other in pairs:
        yield Breach("kept-apart", (one, other), f"{one} and {other} are not to be introduced to each other.")


def _somebody_in_the_group(facts: Facts, suggestion: Suggestion) -> bool:
    """Somebody they are kept from may be there, wherever this group could be; it is not said who."""
    if suggestion.company != GROUP:
        return False
    person, host = suggestion.beneficiary, suggestion.mentors[0]
    there = [facts.there.get((host, place), frozenset()) for place in possible_places(facts, suggestion)]
    return bool(there) and all(any(_apart(facts, person, other) for other in each) for each in there)


def _apart(facts: Facts, one: str, other: str) -> bool:
    return apart_key(one, other) in facts.apart


def _raised(facts: Facts, suggestion: Suggestion) -> set[str]:
    """Situations that may come up; a row past its review date still warns."""
    return {
        row["situation"]
        for row in facts.situations
        if row["beneficiary"] == suggestion.beneficiary
        and row["task"] in (suggestion.tasks | {"any"})
        and row["level"] in ("some", "high")
    }


def gender_wish(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """A wish that is a must holds for all who come, and one nobody asked about is never passed over."""
    person = facts.beneficiaries[suggestion.beneficiary]
    wish = person.get("gender_wish")
    if wish in (None, "not_asked") and suggestion.ready:
        yield _unknown("gender-wish", suggestion, f"what {person['id']} wishes about who comes")
    if wish != "must":
        return
    coming = [facts.mentors[mentor] for mentor in suggestion.mentors]
    if suggestion.company == "joint":
        question = f"wish-covers-navigator/{person['id']}"
        covered = facts.settled(person.get("wish_covers_navigator"), question)
        if covered:
            coming.append(facts.navigators.get(person["navigator"], {}))
        elif covered is None and suggestion.ready:
            what = f"if the wish of {person['id']} also holds for their worker"
            yield _unknown("gender-wish", suggestion, what)
    if not all(_put_forward(row, person.get("gender_wished") or "") for row in coming):
        sentence = f"{suggestion.words}: a wish that {person['id']} named as a must is not met."
        yield Breach("gender-wish", suggestion.about, sentence)


def _put_forward(row: Row, wish: str) -> bool:
    return _folded(wish) in {_folded(words) for words in row.get("put_forward_for", ())}


def _folded(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def dual_worked(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Somebody whom two workers always visit is met together with their worker, and only so."""
    person = facts.beneficiaries[suggestion.beneficiary]
    known = facts.settled(person.get("dual_worked"), f"dual-worked/{person['id']}")
    if known is None and suggestion.ready:
        what = f"if two workers always visit {person['id']} together"
        yield _unknown("dual-worked", suggestion, what)
    if known and suggestion.company not in ("joint", STANDBY):
        sentence = f"{suggestion.words}: {person['id']} is always visited jointly with their worker."
        yield Breach("dual-worked", suggestion.about, sentence)


def _unknown(code: str, suggestion: Suggestion, what: str) -> Breach:
    sentence = f"{suggestion.words} cannot be called ready: we do not know yet {what}."
    return Breach(code, suggestion.about, sentence)


def on_a_break(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """A mentor's break and the hours they keep for themselves are theirs, and need no reason."""
    person = facts.beneficiaries[suggestion.beneficiary]
    for mentor in suggestion.mentors:
        if _resting(facts, facts.mentors[mentor], person):
            sentence = f"{mentor} is on a break or has time of their own when {person['id']} asks."
            yield Breach("on-a-break", (mentor, person["id"]), sentence)


def _resting(facts: Facts, mentor: Row, person: Row) -> bool:
    breaks = mentor.get("breaks", ())
    if mentor.get("available") is not True or any(covers(span, facts.as_of) for span in breaks):
        return True
    if not person.get("needed_on"):
        return False
    needed = datetime.fromisoformat(person["needed_on"])
    minutes = person.get("session_minutes") or facts.session_minutes
    days = {needed.date(), (needed + timedelta(minutes=minutes - 1)).date()}
    return any(covers(span, day) for span in breaks for day in days) or any(
        meets(window, needed, minutes=minutes) for window in mentor.get("protected_time", ())
    )


RULES: Final[tuple[AbsoluteRule, ...]] = (kept_apart, gender_wish, dual_worked, on_a_break)
