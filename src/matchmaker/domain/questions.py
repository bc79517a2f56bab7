"""The questions that a plain yes or no settles; every other one is answered in a cell or row of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from matchmaker.domain.reasons import Question

if TYPE_CHECKING:
    from matchmaker.domain.arrangement import Venue
    from matchmaker.domain.people import Beneficiary

DUAL_WORKED: Final = "dual-worked"
JOINT_ROOM: Final = "joint-room"
KNOWN_AREA: Final = "known-area"
WISH_COVERS_NAVIGATOR: Final = "wish-covers-navigator"

CAREFUL: Final[Mapping[str, str]] = {
    DUAL_WORKED: "yes",
    JOINT_ROOM: "no",
    KNOWN_AREA: "yes",
    WISH_COVERS_NAVIGATOR: "yes",
}
"""The answer that opens less; of two at the same time it counts."""

ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    DUAL_WORKED: ("beneficiaries",),
    JOINT_ROOM: ("navigators",),
    KNOWN_AREA: ("beneficiaries", "mentors"),
    WISH_COVERS_NAVIGATOR: ("beneficiaries",),
}
"""Whom each is about, in the order in which its key names them."""


def question_key(code: str, *about: str) -> str:
    """Return the stable name of a question, such as known-area/B07/M03."""
    return "/".join((code, *about))


def where_is(venue: Venue, beneficiary: Beneficiary) -> Question:
    """Return the question for the area of a listed place, or of the person when they meet nearby."""
    if venue.listed or venue.elsewhere:
        return Question(f"area/{venue.code}", f"In which area is {venue.label}?", beneficiary.navigator)
    ask = f"In which area does {beneficiary.id} live or stay?"
    return Question(f"area/{beneficiary.id}", ask, beneficiary.navigator)


def flaws(question: str, known: Mapping[str, set[str]]) -> Iterator[str]:
    """Yield what is wrong with the question that an answer names."""
    code, *about = question.split("/")
    if code not in ABOUT:
        said = ", ".join(ABOUT)
        yield f"is not a question for yes or no ({said} are). Maybe fill in the cell or row that it is about."
    elif len(about) != len(ABOUT[code]):
        yield f"does not name whom it is about. Maybe {question_key(code, *('…' for _ in ABOUT[code]))}."
    else:
        strange = [
            (name, who) for name, who in zip(about, ABOUT[code], strict=True) if name not in known[who]
        ]
        for name, people in strange[:1]:
            yield f"names {name}, who is not among the {people}. Maybe check its spelling."
