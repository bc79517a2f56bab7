"""The policy as one page of English that a trustee can read; every parameter is in one of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from matchmaker.domain.decisions import WAIVED_AT_MOST
from matchmaker.pages.setting import counted, ended, heading, listed, wrapped
from matchmaker.policy import Policy
from matchmaker.policy.banners import banners
from matchmaker.policy.differences import differences, written
from matchmaker.policy.order import BAND
from matchmaker.policy.priorities import SAID

if TYPE_CHECKING:
    from matchmaker.domain.clause import Clause

_MORE: Final[Mapping[str, str]] = {
    "lift_worst": f"as few as can be below {BAND:,} of 10,000, then below {2 * BAND:,}, and so on",
    "waiting_order": "those who asked on the same day are equal",
}
"""What a trustee would ask next."""


def policy_page(policy: Policy) -> str:
    """Return the page: what holds, what counts, what there is room for, in which order, and by what law."""
    lines = [*wrapped(f"The policy: {policy.name}")]
    for part in (_off, _rules, _criteria, _limits, _habits, _order, _figures, _law, _different, _stamp):
        lines += part(policy)
    return "\n".join(lines) + "\n"


def _off(policy: Policy) -> Iterator[str]:
    """Say first what does not hold."""
    for sentence in banners(policy):
        yield ""
        yield from wrapped(sentence, mark="SWITCHED OFF: ")
    if policy.missing:
        yield ""
        yield from wrapped(
            f"This policy was stored before these were there: {listed(policy.missing)}. It can be read, and "
            "what was proposed under it can be verified; nothing new is proposed under it."
        )


def _rules(policy: Policy) -> Iterator[str]:
    yield from heading("What must hold for two people to meet")
    yield from wrapped("Nobody can waive these or switch them off; only the record they rest on can change:")
    yield from _sentences(rule for rule in policy.rules if rule.strength == "absolute")
    yield ""
    yield from wrapped(
        "These a named manager may waive for one pair, with a reason, with what makes it safe instead, and "
        f"for at most {WAIVED_AT_MOST.days} days:"
    )
    yield from _sentences(rule for rule in policy.rules if rule.strength == "policy")


def _criteria(policy: Policy) -> Iterator[str]:
    yield from heading("What makes an introduction fit better")
    yield from wrapped(
        "Each gives 0 to 100 points to a pair, never to a person; points times weight, added up, are the "
        f"fit, from 0 to 10,000. {_weights(policy)}"
    )
    yield from _sentences(policy.criteria)


def _weights(policy: Policy) -> str:
    given = sum(criterion.weight for criterion in policy.criteria if not criterion.off)
    rest = f"the other {100 - given} are given to nothing" if given < 100 else "nothing is left to give"
    return f"The weights make {given} of 100; {rest}."


def _limits(policy: Policy) -> Iterator[str]:
    yield from heading("What there has to be room for")
    yield from _sentences(policy.limits)


def _sentences(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        off = " (Switched off, see above.)" if clause.off else ""
        yield from wrapped(f"{clause.code}: {clause.sentence()}{off}", mark="- ")


def _habits(policy: Policy) -> Iterator[str]:
    yield from heading("What a meeting takes")
    for sentence in policy.habits.sentences():
        yield from wrapped(sentence, mark="- ")


def _order(policy: Policy) -> Iterator[str]:
    yield from heading("What matters most, in this order")
    yield from wrapped("A later one never costs anything of an earlier one.")
    for place, name in enumerate(policy.priorities, 1):
        more = f" ({_MORE[name]})" if name in _MORE else ""
        yield from wrapped(f"{SAID[name]}{more}", mark=f"{place}. ")


def _figures(policy: Policy) -> Iterator[str]:
    yield from heading("Figures that decide")
    for sentence in _figures_said(policy):
        yield from wrapped(sentence, mark="- ")


def _figures_said(policy: Policy) -> Iterator[str]:
    yield f"Somebody has waited too long after {counted(policy.overdue_weeks, 'week')}."
    if policy.fit_floor:
        yield (
            f"Below a fit of {policy.fit_floor:,} of 10,000 no introduction yet is better than a forced one; "
            "what somebody pinned, accepted, held or entered stands."
        )
    else:
        yield "There is no fit floor: any introduction that the rules leave open may be suggested."
    yield (
        f"Of two introductions, one that is ready counts {policy.ready_bonus:,} of 10,000 more than one "
        "where we have to ask first."
    )
    yield (
        f"Somebody whose suggestion nobody has decided on yet is moved to another mentor only if that is "
        f"worth more than {policy.move_price:,} of 10,000."
    )
    others = counted(policy.alternatives, "other way", many="other ways")
    yield f"Beside each suggestion at most {others} to meet are listed."
    people = counted(policy.caseload_warning, "person", many="people")
    yield f"We warn when one worker supports more than {people}."


def _law(policy: Policy) -> Iterator[str]:
    yield from heading("Law and data protection")
    basis = policy.legal_basis_gender
    if basis:
        yield from wrapped(ended(f"A wish about gender is acted on. Its legal basis: {basis}"), mark="- ")
    else:
        yield from wrapped(
            "A wish about gender is acted on, and no legal basis is named for it: every run in which "
            "somebody has such a wish says so. Maybe fill in legal_basis_gender.",
            mark="- ",
        )
    if policy.dpia_reference:
        yield from wrapped(
            ended(f"The data protection impact assessment: {policy.dpia_reference}"), mark="- "
        )
    else:
        yield from wrapped(
            "No data protection impact assessment is named here. Prison tasks, treatment appointments, "
            "situations and shared experience can reveal health or criminal-offence data: every run says so "
            "until dpia_reference is filled in, here or on the sheet Programme.",
            mark="- ",
        )


def _different(policy: Policy) -> Iterator[str]:
    yield from heading("What differs from the standard policy")
    found = differences(policy, Policy.standard())
    if not found:
        yield "Nothing."
    for parameter, here, there in found:
        yield from wrapped(f"{parameter}: {written(here)}; standard: {written(there)}", mark="- ")


def _stamp(policy: Policy) -> Iterator[str]:
    yield ""
    yield f"Fingerprint: {policy.fingerprint}"
