"""Questions on pages: who asks, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from matchmaker.domain.words import COORDINATOR
from matchmaker.pages.setting import in_turn, wrapped

if TYPE_CHECKING:
    from matchmaker.domain.proposal import ToAsk
    from matchmaker.pages.names import Names


def to_ask(questions: Iterable[ToAsk], names: Names) -> Iterator[str]:
    """Yield each question under the worker who is best placed to ask it."""
    by_worker: dict[str, list[ToAsk]] = {}
    for question in questions:
        by_worker.setdefault(question.who, []).append(question)
    for worker, own in sorted(by_worker.items(), key=lambda item: in_turn(item[0])):
        who = "the coordinator" if worker == COORDINATOR else names.of(worker)
        yield from wrapped(f"For {who} to ask:", indent=2)
        for question in own:
            yield from wrapped(f"{names.told(question.ask)} [{question.key}]", indent=4, mark="- ")
