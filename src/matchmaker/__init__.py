"""Mentor and beneficiary matching for peer-mentoring programmes: ``import matchmaker as mm``.

Names are found when they are first used, so that importing the package loads no solver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from matchmaker.version import __version__

if TYPE_CHECKING:
    from matchmaker.domain.breach import Breach as Breach
    from matchmaker.domain.decisions import Decision as Decision
    from matchmaker.domain.proposal import Proposal as Proposal
    from matchmaker.domain.round import Round as Round
    from matchmaker.engine import Study as Study
    from matchmaker.engine import explained as explained
    from matchmaker.engine import propose as propose
    from matchmaker.engine import recruit_next as recruit_next
    from matchmaker.engine import what_would_help as what_would_help
    from matchmaker.engine import why as why
    from matchmaker.engine import why_not as why_not
    from matchmaker.errors import InputErrors as InputErrors
    from matchmaker.errors import MatchmakerError as MatchmakerError
    from matchmaker.errors import PolicyErrors as PolicyErrors
    from matchmaker.files import read_round as read_round
    from matchmaker.files import write_round as write_round
    from matchmaker.plan import Search as Search
    from matchmaker.policy import Policy as Policy
    from matchmaker.review import next_round as next_round
    from matchmaker.runs import load_run as load_run
    from matchmaker.verify.check import verify as verify
    from matchmaker.versions import show_versions as show_versions

_HOME = {
    "Breach": "domain.breach",
    "Decision": "domain.decisions",
    "InputErrors": "errors",
    "MatchmakerError": "errors",
    "Policy": "policy",
    "PolicyErrors": "errors",
    "Proposal": "domain.proposal",
    "Round": "domain.round",
    "Search": "plan",
    "Study": "engine",
    "explained": "engine",
    "load_run": "runs",
    "next_round": "review",
    "propose": "engine",
    "read_round": "files",
    "recruit_next": "engine",
    "show_versions": "versions",
    "what_would_help": "engine",
    "why": "engine",
    "why_not": "engine",
    "write_round": "files",
}

__all__ = [*sorted(_HOME), "__version__", "verify"]


def __getattr__(name: str) -> Any:
    """Load what is asked for; `verify` is a room that can be called."""
    if name == "verify":
        return import_module("matchmaker.verify")
    if name not in _HOME:
        raise AttributeError(f"module 'matchmaker' has no attribute {name!r}")
    return getattr(import_module(f"matchmaker.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
