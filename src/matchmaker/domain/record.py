"""What every record has in common: frozen, strict, all problems at once, nothing it does not know."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from matchmaker.domain.refused import why_refused

SAFETY: dict[str, Any] = {"safety": True}
"""Marks a field whose blank must never make anything ready, nor open anything alone or paired."""

PRIVATE: dict[str, Any] = {"private": True}
"""Marks a field that never enters a log, an error or a letter to somebody else."""

UNHASHED: dict[str, Any] = {"private": True, "unhashed": True}
"""Marks a private field that changes no plan and no word of a proposal, and so stays outside its hash."""

SINCE_1_1: dict[str, Any] = {"since": "1.1"}
"""Marks a field that version 1.0 did not have: while it holds its default it stays outside every hash,
so that what was stored before there was such a field keeps its hash."""

Flaw: TypeAlias = tuple[tuple[str | int, ...], str, str]
"""Where in the record (a path), a stable code, and the sentence with its advice."""


class Record(BaseModel):
    """A frozen row that refuses unknown fields, lenient coercions and NaN, and reports every flaw it has.

    Keys that start with ``x_`` are carried and never read.
    """

    model_config = ConfigDict(
        frozen=True, strict=True, extra="allow", allow_inf_nan=False, hide_input_in_errors=True
    )

    def flaws(self) -> Iterator[Flaw]:
        """Yield what is wrong across fields, once each field is right by itself."""
        yield from ()

    @classmethod
    def flaws_despite(cls, data: Any, error: ValidationError) -> Iterator[Flaw]:
        """Yield what is wrong across fields even though some fields are wrong by themselves."""
        yield from ()

    def settle(self) -> None:
        """Bring the record into its canonical form before anybody sees it; a round sorts its rows here."""

    @model_validator(mode="wrap")
    @classmethod
    def _all_flaws_at_once(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        details = list(_unknown_keys(data, cls.model_fields)) if isinstance(data, Mapping) else []
        known = _without_unknown(data, cls.model_fields) if details else data
        try:
            record = handler(known)
        except ValidationError as error:
            details += [_carried(line) for line in error.errors(include_url=False)]
            details += [_detail(*flaw) for flaw in cls.flaws_despite(known, error)]
        else:
            details += [_detail(*flaw) for flaw in record.flaws()]
            if not details:
                record.settle()
                return record
        raise ValidationError.from_exception_data(cls.__name__, details, hide_input=True)


def _detail(path: tuple[str | int, ...], code: str, text: str) -> InitErrorDetails:
    return InitErrorDetails(type=PydanticCustomError(code, "{text}", {"text": text}), loc=path, input=None)


def _carried(line: Any) -> InitErrorDetails:
    """Re-raise a field's own error; its kind, text and value go on unchanged."""
    kind = PydanticCustomError(line["type"], "{text}", {"text": line["msg"]})
    return InitErrorDetails(type=kind, loc=line["loc"], input=line["input"])


def _is_known(key: Any, fields: Iterable[str]) -> bool:
    return key in fields or (isinstance(key, str) and key.startswith("x_") and not why_refused(key))


def _without_unknown(data: Mapping[Any, Any], fields: Mapping[str, Any]) -> dict[Any, Any]:
    return {key: value for key, value in data.items() if _is_known(key, fields)}


def _unknown_keys(data: Mapping[Any, Any], fields: Mapping[str, Any]) -> Iterator[InitErrorDetails]:
    for key in data:
        if _is_known(key, fields):
            continue
        if reason := why_refused(str(key)):
            yield _detail((str(key),), "refused_field", reason)
            continue
        near = difflib.get_close_matches(str(key), list(fields), n=1)
        advice = f"Maybe {near[0]}?" if near else "Maybe start its name with x_ to carry it unread."
        yield _detail((str(key),), "unknown_field", f"there is no field of this name. {advice}")
