"""The JSON Schema of each record that goes in or comes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from matchmaker.domain.decisions import Decision
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.round import Round
from matchmaker.policy import Policy

if TYPE_CHECKING:
    from matchmaker.domain.record import Record

_RECORDS: dict[str, type[Record]] = {
    "round": Round,
    "policy": Policy,
    "proposal": Proposal,
    "decision": Decision,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: str) -> str:
    """Return the schema as one JSON document."""
    schema = {"$schema": _DIALECT} | _RECORDS[kind].model_json_schema()
    for record in (schema, *schema.get("$defs", {}).values()):
        _only_known_names(record)
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _only_known_names(record: dict[str, Any]) -> None:
    """Say what reading does: a name we do not know is refused, unless it starts with x_."""
    if record.get("additionalProperties") is True and "properties" in record:
        record["additionalProperties"] = False
        record["patternProperties"] = {"^x_": {}}
