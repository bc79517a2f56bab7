"""The soft criteria about a pair: whole points with a because, weighed by the policy."""

from __future__ import annotations

from typing import Annotated, TypeAlias, get_args

from pydantic import Field

from matchmaker.criteria.base import Criterion, Points
from matchmaker.criteria.continuity import Continuity
from matchmaker.criteria.experience import Experience
from matchmaker.criteria.interests import Interests
from matchmaker.criteria.learning import Learning
from matchmaker.criteria.practicalities import Practicalities
from matchmaker.criteria.style import Style

AnyCriterion: TypeAlias = Annotated[
    Interests | Practicalities | Style | Learning | Experience | Continuity,
    Field(discriminator="code"),
]
"""Every criterion there is; the registry is this union. Its order is the one in which they are listed."""

CRITERIA: tuple[type[Criterion], ...] = get_args(get_args(AnyCriterion)[0])

__all__ = ["CRITERIA", "AnyCriterion", "Criterion", "Points"]
