"""What is stored to prove a plan: a price for every limit, and whom and what that proves."""

from __future__ import annotations

import json
from typing import Any

from matchmaker.domain.fields import SCHEMA_VERSION, Id, Rows, SchemaVersion
from matchmaker.domain.proposal import Priority
from matchmaker.domain.record import Record

ABOUT = (
    "At these prices nobody can do better than they do in the plan, so no plan is worth more. "
    "matchmaker verify adds it up again; docs/explanation/what-a-certificate-proves.md says how."
)


class LimitPrice(Record):
    """What one more place within a limit would be worth, at each level at which that is not 0."""

    limit: str
    """The limit's code, or `pin`."""
    key: str
    """Whose limit it is, or the decision's id."""
    prices: dict[str, int]


class StoredCertificate(Record):
    """The prices that prove a plan, what they prove, and a fingerprint of the problem, plan and prices."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    engine_version: str
    about: str = ABOUT
    solver: str
    """What solved which part, in the solver's words; what is not certified rests on them."""
    priorities: Rows[Priority]
    levels: Rows[str]
    """The levels that the prices speak of, in their order; the last two break ties."""
    not_covered: Rows[Id]
    """Whom the prices do not speak of. As long as there is anybody, no priority is certified."""
    prices: Rows[LimitPrice]
    """A limit that is not here has price 0 at every level."""
    problem_hash: str
    fingerprint: str

    def to_json(self) -> str:
        """Write it as JSON, a row a line, the same bytes for the same certificate."""
        return "{\n" + ",\n".join(_lines(self.model_dump(mode="json"))) + "\n}\n"


def _lines(data: dict[str, Any]) -> list[str]:
    return [f" {_text(name)}: {_rows(value)}" for name, value in data.items()]


def _rows(value: Any) -> str:
    if not (isinstance(value, list) and value and isinstance(value[0], dict)):
        return _text(value)
    return "[\n" + ",\n".join(f"  {_text(row)}" for row in value) + "\n ]"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
