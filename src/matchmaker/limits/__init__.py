"""The hard limits about a round: what there is only so much of."""

from __future__ import annotations

from typing import Annotated, TypeAlias, get_args

from pydantic import Field

from matchmaker.limits.agreed_hours import AgreedHours
from matchmaker.limits.base import Limit
from matchmaker.limits.caseload import Caseload
from matchmaker.limits.group_places import GroupPlaces
from matchmaker.limits.high_situations import HighSituations
from matchmaker.limits.introduction_visits import IntroductionVisits
from matchmaker.limits.joint_hours import JointHours
from matchmaker.limits.one_offs import OneOffs
from matchmaker.limits.people_at_once import PeopleAtOnce
from matchmaker.limits.supervision_places import SupervisionPlaces
from matchmaker.limits.taking import Taking
from matchmaker.limits.teams import Teams

AnyLimit: TypeAlias = Annotated[
    PeopleAtOnce
    | AgreedHours
    | HighSituations
    | OneOffs
    | IntroductionVisits
    | JointHours
    | SupervisionPlaces
    | Caseload
    | Teams
    | GroupPlaces,
    Field(discriminator="code"),
]
"""Every limit there is; the registry is this union."""

LIMITS: tuple[type[Limit], ...] = get_args(get_args(AnyLimit)[0])

__all__ = ["LIMITS", "AnyLimit", "Limit", "Taking"]
