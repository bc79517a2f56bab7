"""Where two policies differ, parameter by parameter: for pages, and for the table of presets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pydantic import BaseModel

    from matchmaker.policy.policy import Policy

_UNSAID = frozenset({"schema_version", "name"})


class Difference(NamedTuple):
    """A parameter by its name in a policy file, such as `rules.travel.limit_minutes`, and both values."""

    parameter: str
    here: Any
    there: Any


def differences(here: Policy, there: Policy) -> tuple[Difference, ...]:
    """Return what the first policy sets differently from the second, in the order of their fields."""
    other = dict(parameters(there))
    own = ((name, value) for name, value in parameters(here) if name in other)
    return tuple(Difference(name, value, other[name]) for name, value in own if value != other[name])


def parameters(policy: Policy) -> Iterator[tuple[str, Any]]:
    """Yield every parameter by its name in a policy file, with its value, in the order of the fields."""
    for name in type(policy).model_fields:
        value = getattr(policy, name)
        if name in ("rules", "criteria", "limits"):
            for clause in value:
                yield from _fields(f"{name}.{clause.code}", clause)
        elif name == "habits":
            yield from _fields(name, value)
        elif name not in _UNSAID:
            yield name, value


def _fields(path: str, model: BaseModel) -> Iterator[tuple[str, Any]]:
    for name in type(model).model_fields:
        yield f"{path}.{name}", getattr(model, name)


def written(value: Any) -> str:
    """Return a value as it is written in a policy file; nothing is a dash."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if value is None:
        return "–"
    return f'"{value}"' if isinstance(value, str) else f"{value:,}" if isinstance(value, int) else str(value)
