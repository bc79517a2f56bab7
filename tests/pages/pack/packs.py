"""Packs of small rounds, and a reader that sees them as a browser does."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import Any

import matchmaker as mm
from matchmaker.pages.agenda import Agenda
from matchmaker.pages.pack import pack_page
from matchmaker.pages.pack.view import View

POLICY = mm.Policy.standard()
VOID = {"meta", "br", "img", "input", "link", "hr", "rect"}


class Seen(HTMLParser):
    """Every element with its attributes, the text, and whether each element was closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.comments: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.badly_closed: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple((name, value or "") for name, value in attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.badly_closed.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    @property
    def kinds(self) -> Counter[str]:
        return Counter(tag for tag, _ in self.elements)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [dict(attributes) for name, attributes in self.elements if name == tag]


def agenda(data: dict[str, Any], **changes: Any) -> Agenda:
    round_ = mm.Round.from_dict(data)
    return Agenda(mm.propose(round_, POLICY).model_copy(update=changes), POLICY, POLICY.context(round_))


def view(data: dict[str, Any], *, room: bool = False, **changes: Any) -> View:
    return View(agenda(data, **changes), room)


def pack(data: dict[str, Any], *, room: bool = False, **changes: Any) -> Seen:
    return Seen(pack_page(agenda(data, **changes), room=room))
