"""What must hold between rows: ids once, references that lead somewhere, words that are known."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from pydantic import ValidationError

from matchmaker.domain import questions
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import ANY_TASK, NO_NAVIGATOR

if TYPE_CHECKING:
    from matchmaker.domain.record import Flaw, Record

Numbered: TypeAlias = "list[tuple[int, Any]]"
_PEOPLE = ("mentors", "beneficiaries", "navigators")
_WITH_IDS = (_PEOPLE, ("places",), ("teams",), ("groups",), ("matches",))

# collection, field, what it must name
REFERENCES = (
    ("mentors", "navigator", "navigators"),
    ("mentors", "cleared_for", "tasks"),
    ("mentors", "provider_history", "places"),
    ("beneficiaries", "navigator", "navigators"),
    ("beneficiaries", "wants_to_do", "tasks"),
    ("beneficiaries", "nice_tasks", "tasks"),
    ("beneficiaries", "meet_where", "venues"),
    ("clearances", "mentor", "mentors"),
    ("clearances", "task", "tasks"),
    ("comfort", "mentor", "mentors"),
    ("comfort", "situation", "situations"),
    ("situations", "beneficiary", "beneficiaries"),
    ("situations", "task", "tasks or any"),
    ("situations", "situation", "situations"),
    ("keep_apart", "one", "people"),
    ("keep_apart", "other", "people"),
    ("keep_apart", "situation", "situations"),
    ("avoid", "who", "mentors or beneficiaries"),
    ("avoid", "place", "places"),
    ("avoid", "kind", "kinds"),
    ("teams", "one", "mentors"),
    ("teams", "other", "mentors"),
    ("places", "kind", "kinds"),
    ("groups", "host", "people"),
    ("groups", "place", "places"),
    ("stretch", "mentor", "mentors"),
    ("stretch", "task", "tasks"),
    ("matches", "beneficiary", "beneficiaries"),
    ("matches", "mentor", "mentors"),
    ("matches", "second_mentor", "mentors"),
    ("matches", "tasks", "tasks"),
    ("vocabulary", "kinds", "kinds"),
    ("decisions", "beneficiary", "beneficiaries"),
    ("decisions", "mentors", "mentors"),
)


def flaws(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """Yield what is wrong between rows."""
    yield from _same_or_alike(rows)
    yield from _dangling(rows, _known(rows))
    yield from _contradicting(rows)
    yield from _mixed_up(rows)
    yield from _wrong_questions(rows, _known(rows))


def flaws_among(kind: Any, data: Any, *, error: ValidationError) -> Iterator[Flaw]:
    """Yield what is wrong between rows of raw data although some are wrong by themselves."""
    if not isinstance(data, Mapping):
        return
    bad = {line["loc"][:2] for line in error.errors(include_url=False) if len(line["loc"]) > 1}
    rows: dict[str, Numbered] = {}
    for name, values in data.items():
        if name in kind.model_fields and isinstance(values, list | tuple):
            row_kind = get_args(kind.model_fields[name].annotation)[0]
            rows[name] = [(i, _row(row_kind, value, (name, i) in bad)) for i, value in enumerate(values)]
    yield from flaws(rows)


def _row(kind: Any, value: Any, bad: bool) -> Any:
    """Return the record, or of a bad row only the ids and words that can be read."""
    if not bad:
        return kind.model_validate(value)
    raw = value if isinstance(value, Mapping) else {}
    return SimpleNamespace(**{name: _words(raw.get(name)) for name in kind.model_fields})


def _words(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else None


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


def _known(rows: Mapping[str, Numbered]) -> dict[str, set[str]]:
    def ids(*collections: str) -> set[str]:
        return {row.id for name in collections for _, row in rows.get(name, []) if row.id is not None}

    def words(sort: str) -> set[str]:
        return {row.code for _, row in rows.get("vocabulary", []) if row.sort == sort and row.code}

    kinds, tasks = words("kind") | set(STANDARD.kinds), words("task") | set(STANDARD.tasks)
    return {
        "mentors": ids("mentors"),
        "beneficiaries": ids("beneficiaries"),
        "navigators": ids("navigators") | {NO_NAVIGATOR},
        "people": ids(*_PEOPLE),
        "mentors or beneficiaries": ids("mentors", "beneficiaries"),
        "places": ids("places"),
        "kinds": kinds,
        "venues": ids("places") | kinds,
        "tasks": tasks,
        "tasks or any": tasks | {ANY_TASK},
        "situations": words("situation") | set(STANDARD.situations),
    }


def _dangling(rows: Mapping[str, Numbered], known: Mapping[str, set[str]]) -> Iterator[Flaw]:
    for collection, field, target in REFERENCES:
        for index, row in rows.get(collection, []):
            value = getattr(row, field)
            for name in value if isinstance(value, tuple) else (value,):
                if name is not None and name not in known[target]:
                    text = f"{name} is not among the {target}. {_nearest(name, known[target])}"
                    yield (collection, index, field), "unknown_reference", text


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"Maybe {near[0]}?" if near else "Maybe add it first, or check its spelling."


def _contradicting(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    yield from _once(
        rows,
        "clearances",
        ("mentor", "task"),
        "has another row for this task. Maybe keep the later one.",
    )
    yield from _once(
        rows,
        "decisions",
        ("id",),
        "is there twice with different content. Maybe one has another id.",
    )
    yield from _once(rows, "vocabulary", ("sort", "code"), "is there twice. Maybe leave one out.")
    yield from _once(rows, "answers", ("question",), "is answered twice. Maybe keep the later answer.")


def _once(rows: Mapping[str, Numbered], name: str, fields: Sequence[str], text: str) -> Iterator[Flaw]:
    seen: set[tuple[Any, ...]] = set()
    for index, row in rows.get(name, []):
        key = tuple(getattr(row, field) for field in fields)
        if key in seen and None not in key:
            yield (name, index, fields[-1]), "contradiction", text
        seen.add(key)


def _mixed_up(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """Rows whose two ids are of the wrong sorts, and codes that would name two things."""
    mentors = {row.id for _, row in rows.get("mentors", [])}
    for index, row in rows.get("keep_apart", []):
        if row.situation is not None and row.one not in mentors:
            yield (
                ("keep_apart", index, "one"),
                "not_a_mentor",
                f"{row.one} is not a mentor. Maybe use Situations.",
            )
    kinds = set(STANDARD.kinds) | {row.code for _, row in rows.get("vocabulary", []) if row.sort == "kind"}
    for index, row in rows.get("places", []):
        if row.id in kinds:
            yield (
                ("places", index, "id"),
                "id_is_a_kind",
                f"{row.id} is a kind of place. Maybe {row.id}_1?",
            )
    for index, row in rows.get("navigators", []):
        if row.id == NO_NAVIGATOR:
            yield (
                ("navigators", index, "id"),
                "reserved",
                f"{row.id} means that there is none. Maybe N1?",
            )


def _wrong_questions(rows: Mapping[str, Numbered], known: Mapping[str, set[str]]) -> Iterator[Flaw]:
    for collection in ("answers", "decisions"):
        for index, row in rows.get(collection, []):
            for text in questions.flaws(row.question, known) if row.question else ():
                yield (collection, index, "question"), "unknown_question", text


def wrong_dates(record: Record) -> Iterator[Flaw]:
    """Yield days that lie after the day the round is judged on, and appointments before it."""
    as_of = record.as_of  # type: ignore[attr-defined]
    for collection, names in _PAST.items():
        for index, row in enumerate(getattr(record, collection)):
            for name in names:
                value = getattr(row, name)
                if value is not None and value > as_of:
                    yield (
                        (collection, index, name),
                        "in_the_future",
                        f"lies after {as_of}. Maybe the year is wrong.",
                    )
    for index, row in enumerate(record.beneficiaries):  # type: ignore[attr-defined]
        if row.needed_on and row.needed_on.date() < as_of:
            yield (
                ("beneficiaries", index, "needed_on"),
                "in_the_past",
                f"lies before {as_of}. Maybe clear it.",
            )


_PAST = {
    "mentors": ("supervised_on", "checked_on"),
    "beneficiaries": ("asked_on", "ready_own_on", "ready_worker_on", "urgent_on"),
    "clearances": ("set_on",),
    "comfort": ("set_on",),
    "situations": ("set_on",),
    "stretch": ("agreed_on",),
    "answers": ("on",),
    "matches": ("ended_on",),
}
