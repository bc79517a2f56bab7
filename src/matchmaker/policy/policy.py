"""The policy: which rules, how strong, what weights, in which order. The programme owns every figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import Field

from matchmaker.criteria import CRITERIA, AnyCriterion
from matchmaker.domain.arrangement import Pair
from matchmaker.domain.context import Context
from matchmaker.domain.fields import SCHEMA_VERSION, Count, Rows, SchemaVersion, Tag, Text
from matchmaker.domain.habits import Habits
from matchmaker.domain.hashing import fingerprint
from matchmaker.domain.proposal import Contribution
from matchmaker.domain.record import SINCE_1_1, Flaw, Record
from matchmaker.domain.round import Round
from matchmaker.domain.words import FIT_FLOOR, TOGETHER, VETOED, Company
from matchmaker.limits import LIMITS, AnyLimit
from matchmaker.limits.base import Limit
from matchmaker.policy.overlay import load, overlaid
from matchmaker.policy.presets import preset_text
from matchmaker.policy.priorities import STANDARD_ORDER, PriorityName
from matchmaker.rules import RULES, AnyRule
from matchmaker.rules.base import Rule


def _each(kinds: tuple[type[Any], ...]) -> Any:
    return tuple(kind() for kind in kinds)


class Policy(Record):
    """What a programme has decided; the standard one is the default of every field."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    name: Tag = "standard"
    rules: Rows[AnyRule] = Field(default_factory=lambda: _each(RULES))
    criteria: Rows[AnyCriterion] = Field(default_factory=lambda: _each(CRITERIA))
    limits: Rows[AnyLimit] = Field(default_factory=lambda: _each(LIMITS))
    habits: Habits = Field(default_factory=Habits)
    priorities: Rows[PriorityName] = STANDARD_ORDER
    overdue_weeks: Count = Field(12, gt=0, description="Weeks after which somebody has waited too long.")
    ready_bonus: Count = Field(300, description="What ready earns over ask first, of 10,000.")
    move_price: int = Field(1_000, ge=0, le=10_000, description="What moving somebody has to be worth.")
    alternatives: int = Field(3, ge=0, le=10, description="How many other ways to meet are listed a person.")
    caseload_warning: Count = Field(12, description="People of one worker above which we warn (S0:L85).")
    fit_floor: int = Field(
        0,
        ge=0,
        le=10_000,
        description="The fit below which no introduction yet is better than a forced one (S1:L134).",
        json_schema_extra=SINCE_1_1,
    )
    legal_basis_gender: Text | None = Field(None, description="The legal basis of any gender rule.")
    dpia_reference: Text | None = Field(
        None, description="Where the data protection impact assessment is.", json_schema_extra=SINCE_1_1
    )

    @classmethod
    def standard(cls) -> Policy:
        """Return the standard policy."""
        return cls()

    @classmethod
    def load(cls, path: str | Path) -> Policy:
        """Read a TOML file that overlays the standard policy by code, or raise `PolicyErrors`."""
        return load(Path(path), cls.standard().as_data(), check=cls.model_validate)

    @classmethod
    def preset(cls, name: str) -> Policy:
        """Return one of the presets, which stand for the programmes of the sources; see `PRESETS`."""
        text = preset_text(name)
        return overlaid(text, cls.standard().as_data(), name=f"{name}.toml", check=cls.model_validate)

    def flaws(self) -> Iterator[Flaw]:
        """Every code once, weights within 100, every priority once."""
        for name in ("rules", "criteria", "limits"):
            codes = [clause.code for clause in getattr(self, name)]
            if len(set(codes)) < len(codes):
                yield (name,), "code_twice", "holds a code twice. Maybe leave one out."
        if sum(criterion.weight for criterion in self.criteria) > 100:
            yield ("criteria",), "weights", "have weights of more than 100 together. Maybe lower one."
        if len(set(self.priorities)) < len(self.priorities) or not self.priorities:
            yield ("priorities",), "order", "holds nothing, or one of them twice. Maybe leave one out."

    @property
    def missing(self) -> tuple[str, ...]:
        """The codes that a policy lacks, because it was stored before there were such rules or limits.

        It can still be read and its proposals verified; nothing new is proposed under it.
        """
        held = {clause.code for clause in (*self.rules, *self.criteria, *self.limits)}
        every = (kind.model_fields["code"].default for kind in (*RULES, *CRITERIA, *LIMITS))
        return tuple(code for code in every if code not in held)

    @property
    def titles(self) -> dict[str, str]:
        """What can be in the way of two people, by its code, as pages say it."""
        own = {clause.code: clause.title for clause in (*self.rules, *self.limits)}
        return own | {
            TOGETHER: "no single thing but several together",
            FIT_FLOOR: "sharing too little yet of what they hope for",
            VETOED: "what was decided against",
        }

    @property
    def fingerprint(self) -> str:
        """The hash of everything the policy says."""
        return fingerprint(self)

    def context(self, round_: Round) -> Context:
        """Return the round, indexed, with this policy's habits."""
        return Context(round_, self.habits)

    def below_floor(
        self, fit: int, *, person: str, mentors: Iterable[str], company: Company, context: Context
    ) -> bool:
        """Say whether too little is shared for a first introduction; who keeps one knows more than we."""
        ids = tuple(mentors)
        return fit < self.fit_floor and not any(
            pin.is_about(person, ids, company=company) for pin in context.decided.pins
        )

    @property
    def rules_on(self) -> tuple[Rule, ...]:
        """The rules that are not switched off."""
        return tuple(rule for rule in self.rules if not rule.off)

    @property
    def limits_on(self) -> tuple[Limit, ...]:
        """The limits that are not switched off."""
        return tuple(limit for limit in self.limits if not limit.off)

    def contributions(self, pair: Pair, context: Context) -> tuple[Contribution, ...]:
        """Return what each criterion that counts adds to the fit of a pair, and because of what."""
        found: list[Contribution] = []
        for criterion in self.criteria:
            if not criterion.off and criterion.weight:
                points, because = criterion.judge(pair, context)
                found.append(
                    Contribution(
                        criterion=criterion.code, points=points, weight=criterion.weight, because=because
                    )
                )
        return tuple(found)

    def fit(self, pair: Pair, context: Context) -> int:
        """Return the fit of a pair: points times weight, summed; 0 to 10,000."""
        return sum(kind.weight * kind.judge(pair, context).points for kind in self.criteria if not kind.off)

    def as_data(self) -> dict[str, Any]:
        """Return the whole policy as plain data, as it is stored beside a proposal."""
        return self.model_dump(mode="json")
