"""Rows that contradict each other: ids twice or too alike, a fact told twice, a code with two meanings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from matchmaker.domain.questions import DUAL_WORKED, WISH_COVERS_NAVIGATOR, question_key
from matchmaker.domain.vocabulary import HOME, STANDARD
from matchmaker.domain.words import ANY_TASK, NO_NAVIGATOR

if TYPE_CHECKING:
    from matchmaker.domain.record import Flaw

Numbered: TypeAlias = "list[tuple[int, Any]]"
"""Rows with their places in the input; of a row that is wrong by itself, only its ids and words."""

_WITH_IDS = (("mentors", "beneficiaries", "navigators"), ("places",), ("teams",), ("groups",), ("matches",))


def flaws(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """Yield every contradiction between rows."""
    yield from _same_or_alike(rows)
    yield from _contradicting(rows)
    yield from _teams(rows)
    yield from _groups(rows)
    yield from _mixed_up(rows)
    yield from _answered_otherwise(rows)


def alike(one: str, other: str) -> bool:
    """Say whether two ids are too easily taken for each other: M1 and m-1, M1 and Ml, but not AL and AI."""
    if _plain(one) == _plain(other):
        return True
    counted = any(sign.isdigit() for sign in one + other)
    return counted and _form(one) == _form(other)


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign not in "._-")


def _form(name: str) -> str:
    """Return the id with letters that look like digits as those digits."""
    return _plain(name).translate(str.maketrans("oil", "011"))


def _same_or_alike(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    for family in _WITH_IDS:
        seen: dict[str, list[str]] = {}
        for collection in family:
            for index, row in rows.get(collection, []):
                if row.id is None:
                    continue
                others = seen.setdefault(_form(row.id), [])
                taken = next((other for other in others if alike(row.id, other)), None)
                if taken is not None:
                    same = taken == row.id
                    text = "is there twice" if same else f"is too easily taken for {taken}"
                    code = "id_twice" if same else "id_alike"
                    yield (collection, index, "id"), code, f"{text}. Maybe give one a new id."
                others.append(row.id)


def _contradicting(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    once = "has another row for this task. Maybe keep the later one."
    yield from _once(rows, "clearances", ("mentor", "task"), once)
    yield from _once(rows, "stretch", ("mentor", "task"), once)
    other = "is there twice with different content. Maybe one has another id."
    yield from _once(rows, "decisions", ("id",), other)
    yield from _once(rows, "vocabulary", ("sort", "code"), "is there twice. Maybe leave one out.")
    yield from _once(rows, "answers", ("question",), "is answered twice. Maybe keep the later answer.")


def _once(rows: Mapping[str, Numbered], name: str, fields: Sequence[str], text: str) -> Iterator[Flaw]:
    seen: dict[tuple[Any, ...], Any] = {}
    for index, row in rows.get(name, []):
        key = tuple(getattr(row, field) for field in fields)
        told = seen.setdefault(key, row)
        if told is not row and None not in key and (name != "decisions" or told != row):
            yield (name, index, fields[-1]), "contradiction", text


def _mixed_up(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """Yield ids of the wrong sort, and codes that would name two things."""
    mentors = {row.id for _, row in rows.get("mentors", [])}
    kinds = {*STANDARD.kinds, *(row.code for _, row in rows.get("vocabulary", []) if row.sort == "kind")}
    usual = {*STANDARD.kinds, *STANDARD.tasks, *STANDARD.situations, ANY_TASK}
    for index, row in rows.get("keep_apart", []):
        if row.situation is not None and row.one not in mentors:
            text = f"{row.one} is not a mentor. Maybe use Situations."
            yield ("keep_apart", index, "one"), "not_a_mentor", text
    for index, row in rows.get("places", []):
        if row.id in kinds:
            text = f"{row.id} is a kind of place. Maybe {row.id}_1?"
            yield ("places", index, "id"), "id_is_a_kind", text
        if row.kind == HOME:
            text = "is no place to list: everybody's home is their own. Maybe leave the row out."
            yield ("places", index, "kind"), "home_is_no_place", text
    for index, row in rows.get("vocabulary", []):
        if row.code is not None and any(
            alike(row.code.removesuffix("s"), word.removesuffix("s")) for word in usual
        ):
            text = f"{row.code} is one of the usual words already. Maybe {row.code}_2?"
            yield ("vocabulary", index, "code"), "usual_word", text
    for index, row in rows.get("navigators", []):
        if row.id == NO_NAVIGATOR:
            text = f"{row.id} means that there is none. Maybe N1?"
            yield ("navigators", index, "id"), "reserved", text


def _teams(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    seen: set[frozenset[str]] = set()
    for index, row in rows.get("teams", []):
        pair = frozenset((row.one, row.other))
        if pair in seen:
            text = "is a team with them already. Maybe leave one out."
            yield ("teams", index, "other"), "contradiction", text
        seen.add(pair)


_MOST_GROUPS = 7
"""One a day; a host with more of them at one place would write them as one row with more places."""


def _groups(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """A match is in a group of its own mentor; nobody hosts more at one place than a week has days."""
    counted: Counter[tuple[str, str]] = Counter()
    hosts = {}
    for index, row in rows.get("groups", []):
        hosts[row.id] = row.host
        counted[row.host, row.place] += 1
        if None not in (row.host, row.place) and counted[row.host, row.place] == _MOST_GROUPS + 1:
            text = f"{row.host} has {_MOST_GROUPS} groups there already. Maybe one row with more places."
            yield ("groups", index, "host"), "many_groups", text
    for index, row in rows.get("matches", []):
        host = hosts.get(row.group)
        if host is not None and row.mentor is not None and host != row.mentor:
            text = f"{row.group} is hosted by {host}, not by {row.mentor}. Maybe another group or mentor."
            yield ("matches", index, "group"), "another_host", text


_ANSWERED_IN_A_CELL = (("dual_worked", DUAL_WORKED), ("wish_covers_navigator", WISH_COVERS_NAVIGATOR))


def _answered_otherwise(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """A protective yes in a cell, and an answer of no: were the cell blanked one day, the no would open."""
    given = [row for name in ("answers", "decisions") for _, row in rows.get(name, [])]
    said_no = {row.question for row in given if row.answer == "no"}
    for index, person in rows.get("beneficiaries", []):
        for field, code in _ANSWERED_IN_A_CELL:
            if getattr(person, field) is True and question_key(code, person.id) in said_no:
                text = "is yes here, and an answer says no. Maybe take out the one that is out of date."
                yield ("beneficiaries", index, field), "answered_otherwise", text
