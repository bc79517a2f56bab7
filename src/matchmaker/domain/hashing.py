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
        plain = value.model_dump(mode="json", include=_public_fields(type(value)))
        nested = {name: getattr(value, name) for name in plain if _holds_records(getattr(value, name))}
        return plain | {name: public(inner) for name, inner in nested.items()}
    if isinstance(value, list | tuple):
        return [public(item) for item in value]
    return value


def _holds_records(value: Any) -> bool:
    return isinstance(value, BaseModel) or (
        isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value)
    )


def _public_fields(kind: type[BaseModel]) -> set[str]:
    return {
        name
        for name, info in kind.model_fields.items()
        if not (isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("unhashed"))
    }
