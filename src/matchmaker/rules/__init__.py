"""The hard rules about a pair in an arrangement: one small class a file, joined in one union."""

from __future__ import annotations

from typing import Annotated, TypeAlias, get_args

from pydantic import Field

from matchmaker.rules.availability import Availability
from matchmaker.rules.base import Rule
from matchmaker.rules.checks_and_training import ChecksAndTraining
from matchmaker.rules.clearance import Cleared
from matchmaker.rules.dual_worked import DualWorked
from matchmaker.rules.gender_wish import GenderWish
from matchmaker.rules.has_a_navigator import HasANavigator
from matchmaker.rules.kept_apart import KeptApart
from matchmaker.rules.known_area import KnownArea
from matchmaker.rules.language import Language
from matchmaker.rules.lone_working import LoneWorking
from matchmaker.rules.on_a_break import OnABreak
from matchmaker.rules.role import Role
from matchmaker.rules.situation import SituationComfort
from matchmaker.rules.supervision_current import SupervisionCurrent
from matchmaker.rules.travel import Travel
from matchmaker.rules.venue_access import VenueAccess
from matchmaker.rules.wants_a_mentor import WantsAMentor

AnyRule: TypeAlias = Annotated[
    WantsAMentor
    | KeptApart
    | GenderWish
    | DualWorked
    | OnABreak
    | Cleared
    | SituationComfort
    | LoneWorking
    | ChecksAndTraining
    | SupervisionCurrent
    | HasANavigator
    | VenueAccess
    | Availability
    | Travel
    | Language
    | Role
    | KnownArea,
    Field(discriminator="code"),
]
"""Every rule there is; the registry is this union, and nothing else has to be told."""

RULES: tuple[type[Rule], ...] = get_args(get_args(AnyRule)[0])

__all__ = ["RULES", "AnyRule", "Rule"]
