"""Templates that escape whatever they are handed, and fail on a name that they are not handed."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, **what: Any) -> str:
    """Return a page that holds everything it needs; its policy lets a browser load nothing else."""
    style = _text("style.css")
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _templates().get_template(template).render(what, style=Markup(style), style_hash=allowed)  # noqa: S704
    return page.rstrip("\n") + "\n"


@lru_cache(maxsize=1)
def _templates() -> Environment:
    """Return the templates of this package; Jinja is loaded when the first page is made."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(name: str) -> str:
    return (resources.files(__package__) / "templates" / name).read_text(encoding="utf-8")
