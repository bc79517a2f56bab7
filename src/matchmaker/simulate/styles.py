"""The four styles of programme, one for each kind of source."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from matchmaker.simulate.housing_first import HOUSING_FIRST
from matchmaker.simulate.icm import ICM
from matchmaker.simulate.vocational import VOCATIONAL
from matchmaker.simulate.wyfi import WYFI

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matchmaker.simulate.figures import Figures

ProgrammeStyle: TypeAlias = Literal["wyfi", "icm", "housing-first", "vocational"]

STYLES: Final[Mapping[ProgrammeStyle, Figures]] = MappingProxyType({
    "wyfi": WYFI,
    "icm": ICM,
    "housing-first": HOUSING_FIRST,
    "vocational": VOCATIONAL,
})  # fmt: skip
