"""How sure we are: the priorities in their own order, what no other plan could beat, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from matchmaker.pages.setting import heading, wrapped
from matchmaker.policy.priorities import SAID

if TYPE_CHECKING:
    from matchmaker.domain.proposal import Priority, Proof, Proposal, Status
    from matchmaker.pages.agenda import Agenda

STATUS: Final[Mapping[Status, str]] = {
    "optimal": (
        "No other plan that keeps every rule is better, in the order of what matters to this programme. "
        "That says nothing about how two people will get on."
    ),
    "feasible": (
        "We stopped looking before we could be sure. This plan keeps every rule; another one may be better."
    ),
    "unknown": "Time ran out before there was a plan. Maybe allow more time.",
    "impossible": (
        "No plan can keep every pin, so nothing is suggested. 'Before we start' says what is in the way."
    ),
}
_IN_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "fit": ("as well as they can", "perhaps not yet as well as they can"),
    "lift_worst": ("as far as it goes", "perhaps not yet as far as it goes"),
    "waiting_order": (
        "nobody could be offered one in place of somebody who asked later",
        "perhaps somebody could still be offered one in place of somebody who asked later",
    ),
}
"""Their totals mean nothing outside the arithmetic, so they are told without a number."""

WHO: Final[Mapping[Proof, str]] = {
    "certified": (
        "Anybody can check that no plan does better{}: the sums that prove it are kept with the plan."
    ),
    "solver-claimed": (
        "That no plan does better{} is the word of the program that looked for one; "
        "it is not proved in another way."
    ),
}


def who_says_so(proposal: Proposal) -> tuple[str, ...]:
    """Return who says that no plan does better: sums that anybody can check, the solver, or nobody yet."""
    if proposal.status not in ("optimal", "feasible"):
        return ()
    proofs = [priority.proof for priority in proposal.priorities]
    told: list[str] = []
    for proof, words in WHO.items():
        if count := proofs.count(proof):
            first = f"{'next' if told else 'first'}{f' {count}' if count > 1 else ''}"
            at = f" at the {first} of the {len(proofs)} things that matter, in their order"
            told.append(words.format("" if count == len(proofs) else at))
    return tuple(told)


def how_sure_we_are(agenda: Agenda) -> Iterator[str]:
    """Yield the status, and each priority with what was reached and what no plan could."""
    proposal = agenda.proposal
    yield from heading("How sure we are")
    yield from wrapped(STATUS[proposal.status])
    if proposal.status != "impossible":
        for place, priority in enumerate(proposal.priorities, 1):
            yield from wrapped(f"{_said(priority)}.", mark=f"{place}. ")
    for sentence in who_says_so(proposal):
        yield from wrapped(sentence)
    if not proposal.reproducible and proposal.status != "impossible":
        yield from wrapped("Run again, this may come out differently: we stopped looking before the end.")


def _said(priority: Priority) -> str:
    name = SAID.get(priority.name, priority.name)  # type: ignore[call-overload]
    name = name[:1].upper() + name[1:]
    best = priority.total >= priority.bound and priority.proof != "not proved"
    if in_words := _IN_WORDS.get(priority.name):
        return f"{name}: {in_words[0] if best else in_words[1]}"
    if best:
        return f"{name}: {priority.total}, and no plan reaches more"
    return f"{name}: {priority.total}; we could not rule out {priority.bound}"
