"""What must hold between rows: references that lead somewhere, words and questions that are known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import ValidationError

from matchmaker.domain import contradictions, questions
from matchmaker.domain.contradictions import Numbered
from matchmaker.domain.near import near
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import ANY_TASK, NO_NAVIGATOR

if TYPE_CHECKING:
    from matchmaker.domain.record import Flaw

_WORDS = frozenset({"kinds", "tasks", "tasks or any", "situations"})
_CHECK_THE_ID = "Maybe look up the id; nobody else's will do."
"""No guess at ids: somebody else's clearance, or protection, would go to whoever was guessed."""
_PEOPLE = ("mentors", "beneficiaries", "navigators")

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
    ("matches", "group", "groups"),
    ("matches", "tasks", "tasks"),
    ("vocabulary", "kinds", "kinds"),
    ("decisions", "beneficiary", "beneficiaries"),
    ("decisions", "mentors", "mentors"),
    ("decisions", "navigator", "navigators"),
    ("decisions", "tasks", "tasks"),
    ("decisions", "match", "matches"),
)


def flaws(rows: Mapping[str, Numbered]) -> Iterator[Flaw]:
    """Yield what is wrong between rows."""
    yield from contradictions.flaws(rows)
    yield from _dangling(rows, _known(rows))
    yield from _wrong_questions(rows, _known(rows))


def flaws_among(kind: Any, data: Any, *, error: ValidationError) -> Iterator[Flaw]:
    """Yield what is wrong between rows of raw data although some are wrong by themselves."""
    if not isinstance(data, Mapping):
        return
    bad = {line["loc"][:2] for line in error.errors(include_url=False) if len(line["loc"]) > 1}
    rows: dict[str, Numbered] = {}
    for name, values in data.items():
        annotation = kind.model_fields[name].annotation if name in kind.model_fields else None
        if get_origin(annotation) is tuple and isinstance(values, list | tuple):
            row_kind = get_args(annotation)[0]
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
        "matches": ids("matches"),
        "groups": ids("groups"),
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
                    advice = _nearest(name, known[target]) if target in _WORDS else _CHECK_THE_ID
                    text = f"{name} is not among the {target}. {advice}"
                    yield (collection, index, field), "unknown_reference", text


def _nearest(name: str, known: Collection[str]) -> str:
    meant = near(name, known)
    return f"Maybe {meant}?" if meant else "Maybe add it first, or check its spelling."


def _wrong_questions(rows: Mapping[str, Numbered], known: Mapping[str, set[str]]) -> Iterator[Flaw]:
    for collection in ("answers", "decisions"):
        for index, row in rows.get(collection, []):
            for text in questions.flaws(row.question, known) if row.question else ():
                yield (collection, index, "question"), "unknown_question", text
