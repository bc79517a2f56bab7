"""Small plans in the tiny round of the rules, added up by one limit: do they fit, or is that too much?

A plan is written as lines such as ``B1 M1`` (alone), ``B2 M1 joint`` or ``B1 M1+M2 paired``. `others` are
people like B1 with their own cells. Contracts read the same rows: what is too much here must be refused by
`verify` and never proposed, and what fits must be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.round import Round
from matchmaker.limits import LIMITS, Limit
from tests.rules.judging import Row, data_of, likely

LIMIT: dict[str, Any] = {limit.model_fields["code"].default: limit for limit in LIMITS}


def crowd(*, others: Mapping[str, Mapping[str, Any]] | None = None, **different: Any) -> Round:
    """Return the tiny round with these differences, and with others who are like B1 but for their cells."""
    data = data_of(**different)
    first: Row = data["beneficiaries"][0]
    data["situations"] = list(data["situations"])
    for name, cells in (others or {}).items():
        data["beneficiaries"].append(first | {"id": name, "label": f"Person {name}"} | dict(cells))
        known = {row["beneficiary"] for row in data["situations"]}
        if name not in known:
            data["situations"].append(likely("low", "others_present") | {"beneficiary": name})
    return Round.from_dict(data)


def like_b1(*names: str, **cells: Any) -> dict[str, Row]:
    """Return so many others, all with the same cells."""
    return dict.fromkeys(names, cells)


@dataclass(frozen=True)
class Example:
    """One row of a table: a plan, what it uses and what is left, by whose it is, and why it must be so."""

    verdict: str
    why: str
    plan: Sequence[str]
    uses: Mapping[str, int]
    left: Mapping[str, int]
    limit: Mapping[str, Any]
    given: Mapping[str, Any]

    def pairs(self, context: Context) -> list[Pair]:
        """Return the plan as pairs; each task at the first kind of place where it can happen."""
        return [_pair(line, context) for line in self.plan]

    def check(self, code: str) -> None:
        """Hold the limit to the row: each amount, what is left of it, and whether that is enough."""
        limit, context = LIMIT[code](**self.limit), Context(crowd(**self.given))
        used: Counter[str] = Counter()
        for pair in self.pairs(context):
            used.update(limit.taken(pair, context))
        left = limit.left(context)
        assert dict(used) == dict(self.uses), self.why
        assert {key: left.get(key) for key in {*self.uses, *self.left}} == {
            **dict.fromkeys(self.uses),
            **self.left,
        }, self.why
        too_much = any(amount > left.get(key, amount) for key, amount in used.items())
        assert self.verdict == ("full" if too_much else "fits"), self.why


def fits(why: str, *plan: str, **said: Any) -> Example:
    return _example("fits", why, plan, said)


def full(why: str, *plan: str, **said: Any) -> Example:
    return _example("full", why, plan, said)


def _example(verdict: str, why: str, plan: Sequence[str], said: dict[str, Any]) -> Example:
    uses, left, limit = (said.pop(name, {}) for name in ("uses", "left", "limit"))
    return Example(verdict, why, plan, uses, left, limit, said)


def _pair(line: str, context: Context) -> Pair:
    name, party, *how = line.split()
    person = context.beneficiaries[name]
    venues = tuple((task, context.venues_for(task)[0]) for task in person.wants_to_do)
    mentors = tuple(context.mentors[mentor] for mentor in party.split("+"))
    return Pair(mentors, person, (*how, "alone")[0], venues)  # type: ignore[arg-type]


def each(examples: Iterable[Example]) -> pytest.MarkDecorator:
    """Run a test once for each example, named by its why."""
    rows = tuple(examples)
    return pytest.mark.parametrize("example", rows, ids=[row.why for row in rows])


def limit_with(code: str, **parameters: Any) -> Limit:
    found: Limit = LIMIT[code](**parameters)
    return found
