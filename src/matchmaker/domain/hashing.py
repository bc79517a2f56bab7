"""One canonical form and one hash for everything, so that anyone can check what was judged."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel


def fingerprint(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON of records and plain data; labels stay outside."""
    text = json.dumps(public(value), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def public(value: Any) -> Any:
    """Return plain data without private and unread fields."""
    if isinstance(value, BaseModel):
        plain = value.model_dump(mode="json", include=_public_fields(value))
        if "schema_version" in plain:  # A minor version only adds, and what is added says so itself.
            plain["schema_version"] = f"{plain['schema_version'].partition('.')[0]}.0"
        nested = {name: getattr(value, name) for name in plain if _holds_records(getattr(value, name))}
        return plain | {name: public(inner) for name, inner in nested.items()}
    if isinstance(value, list | tuple):
        return [public(item) for item in value]
    return value


def _holds_records(value: Any) -> bool:
    return isinstance(value, BaseModel) or (
        isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value)
    )


def _public_fields(record: BaseModel) -> set[str]:
    marks = {name: info.json_schema_extra for name, info in type(record).model_fields.items()}
    return {
        name
        for name, extra in marks.items()
        if not isinstance(extra, dict)
        or not (extra.get("unhashed") or (extra.get("since") and _is_default(record, name)))
    }


def _is_default(record: BaseModel, name: str) -> bool:
    default = type(record).model_fields[name].get_default(call_default_factory=True)
    return bool(getattr(record, name) == default)
