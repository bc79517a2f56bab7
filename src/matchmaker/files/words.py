"""Words as people say them: `No wish`, `coffee walk` and `a coffee or a walk` find their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from matchmaker.domain.fields import folded
from matchmaker.domain.near import near
from matchmaker.domain.vocabulary import STANDARD
from matchmaker.domain.words import ANY_TASK, NO_NAVIGATOR

REFERS_TO_WORDS = {
    "tasks": "task",
    "tasks or any": "task",
    "kinds": "kind",
    "venues": "kind",
    "situations": "situation",
}
"""What a reference may name, and the sort of word that this is."""


def plain(text: str) -> str:
    """Return the form in which case, spaces, hyphens and underscores make no difference."""
    return re.sub(r"[\s_-]+", "_", folded(text)).strip("_")


def nearest(text: str, names: Iterable[str]) -> str:
    """Return the name that was probably meant, or nothing."""
    forms = {plain(name): name for name in names}
    return forms.get(near(plain(text), forms), "")


class Words:
    """The codes and spoken labels of the standard and of the Vocabulary sheet."""

    def __init__(self, own: Iterable[tuple[str, str, str]] = ()) -> None:
        """Take rows of sort, code, label; they come on top of the standard words."""
        self._codes: dict[str, dict[str, str]] = {
            "task": _forms({task.code: task.label for task in STANDARD.tasks.values()}),
            "kind": _forms({kind.code: kind.label for kind in STANDARD.kinds.values()}),
            "situation": _forms(STANDARD.situations),
        }
        for sort, code, label in own:
            self._codes.get(sort, {}).update(_forms({code: label}))

    def find(self, target: str, text: str) -> str | None:
        """Return the code that this text says, among what a reference of this sort may name."""
        return self._known(target).get(plain(text))

    def near(self, target: str, text: str) -> str:
        """Return the code that was probably meant, or nothing."""
        known = self._known(target)
        said = nearest(text, known)
        return known.get(plain(said), "")

    def _known(self, target: str) -> Mapping[str, str]:
        known = self._codes.get(REFERS_TO_WORDS.get(target, ""), {})
        extra = {"tasks or any": ANY_TASK, "navigators": NO_NAVIGATOR}.get(target)
        return {**known, plain(extra): extra} if extra else known


def _forms(words: Mapping[str, str]) -> dict[str, str]:
    labels = {plain(label): code for code, label in words.items()}
    return labels | {plain(code): code for code in words}
