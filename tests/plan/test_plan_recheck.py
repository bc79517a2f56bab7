"""A certificate is added up again from round and policy: whatever was changed in it or in the plan is found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

import matchmaker as mm
from matchmaker.domain.certificate import StoredCertificate
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.reading import record_from, record_from_json
from matchmaker.engine import proposed
from matchmaker.errors import InputErrors
from matchmaker.plan import certificate_breaches, solving
from matchmaker.policy import Policy
from tests.cli.hamlet import hamlet
from tests.counts import SEED, count
from tests.rounds import random_round

ROUND = mm.Round.from_dict(hamlet())
POLICY = Policy.standard()
FOUND = proposed(ROUND, POLICY)
assert FOUND.certificate is not None
CERTIFICATE = FOUND.certificate


def sentences(
    certificate: StoredCertificate | None = CERTIFICATE,
    proposal: Proposal = FOUND.proposal,
    round_: mm.Round = ROUND,
) -> list[str]:
    found = certificate_breaches(round_, POLICY, proposal=proposal, certificate=certificate)
    assert all(breach.code == "certificate" for breach in found)
    return [breach.sentence for breach in found]


def changed(**changes: Any) -> StoredCertificate:
    return record_from(StoredCertificate, json.loads(CERTIFICATE.to_json()) | changes)


def rows() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(CERTIFICATE.to_json())["prices"]
    return found


def test_it_proves_the_plan_and_asks_no_solver(monkeypatch):
    def asked(*_: Any, **__: Any) -> None:
        raise AssertionError("a solver was asked")

    monkeypatch.setattr(solving, "solve", asked)
    assert sentences() == []


def every_digit() -> Iterator[str]:
    """Yield the certificate with one digit changed, for each digit of what it proves."""
    text = CERTIFICATE.to_json()
    start, end = text.index('"priorities"'), len(text)
    for found in re.finditer(r"\d", text[start:end]):
        place = start + found.start()
        yield text[:place] + str((int(found[0]) + 1) % 10) + text[place + 1 :]


def test_any_changed_digit_is_found():
    read = 0
    for text in every_digit():
        try:
            certificate = record_from_json(StoredCertificate, text)
        except InputErrors:
            continue  # such as 07, or a level named twice: reading it says so
        assert certificate != CERTIFICATE
        assert sentences(certificate), text
        read += 1
    assert read > 100


def with_matches(change: dict[str, Any]) -> Proposal:
    data = json.loads(FOUND.proposal.to_json())
    data["matches"][0] |= change
    return record_from(Proposal, data)


def test_another_plan_is_found():
    fewer = FOUND.proposal.model_copy(update={"matches": FOUND.proposal.matches[1:]})
    told = sentences(proposal=fewer)
    assert (
        "The prices do not prove the plan: level offered: the prices leave room for 2, and the plan reaches 1."
        in told
    )
    assert any("fingerprint" in sentence for sentence in told)
    other = "M1" if FOUND.proposal.matches[0].mentors == ("M2",) else "M2"
    told = sentences(proposal=with_matches({"mentors": [other]}))
    assert (
        f"The prices do not prove the plan: limit people-at-once {other} is used up to 2, and may be from 0 to 1."
        in told
    )


def test_what_is_no_option_is_in_no_plan():
    told = sentences(proposal=with_matches({"company": "group"}))
    assert told == ["The plan names something that is not in the problem. Maybe run match again."]


@pytest.mark.parametrize(
    "changes",
    [
        {"prices": [{"limit": "patience", "key": "M1", "prices": {"fit": 1}}]},
        {"prices": [{"limit": "people-at-once", "key": "M9", "prices": {"fit": 1}}]},
        {"prices": [{"limit": "people-at-once", "key": "M1", "prices": {"kindness": 1}}]},
        {"prices": rows() + rows()[:1]},
        {"levels": ["offered", "urgent"]},
        {"levels": [*CERTIFICATE.levels, "ties 3 of 2"]},
        {"not_covered": ["B9"]},
    ],
)
def test_what_is_not_in_the_problem_has_no_price(changes):
    told = sentences(changed(**changes))
    assert told == ["The certificate names something that is not in the problem. Maybe run match again."]


def test_another_price_that_also_proves_it_is_still_another():
    """Prices of the ties moved by 1 leave room or not; either way the fingerprint tells."""
    moved = rows()
    moved[0]["prices"]["ties 1 of 2"] += 1
    assert sentences(changed(prices=moved))[-1] == (
        "The plan or the prices are not as they were written: their fingerprint is another."
    )


def test_it_speaks_of_one_problem_only():
    data = hamlet()
    data["mentors"][0]["people_at_once"] = 2
    told = sentences(round_=mm.Round.from_dict(data))
    assert len(told) == 1
    assert told[0].startswith("Round and policy do not give the problem that it speaks of (it was made by")


def test_a_claim_without_a_certificate_is_found_and_none_needs_one():
    assert sentences(None) == [
        "It claims to be certified, and there is no certificate. Maybe run match again."
    ]
    modest = tuple(each.model_copy(update={"proof": "solver-claimed"}) for each in FOUND.proposal.priorities)
    assert sentences(None, FOUND.proposal.model_copy(update={"priorities": modest})) == []


def test_a_claim_that_goes_further_than_the_prices_is_found():
    """One level of prices certifies the first priority, and the proposal claims all five."""
    first = [row | {"prices": {k: v for k, v in row["prices"].items() if k == "urgent"}} for row in rows()]
    told = sentences(changed(levels=["urgent"], prices=[row for row in first if row["prices"]]))
    assert "The proposal calls offered certified, and the prices do not prove all of it." in told
    assert not any("urgent certified" in sentence for sentence in told)


def test_other_words_than_the_proposals_are_found():
    data = json.loads(CERTIFICATE.to_json())["priorities"]
    data[0]["proof"] = "not proved"
    assert sentences(changed(priorities=data)) == [
        "It speaks of other totals, bounds or proofs than the proposal."
    ]


def test_on_random_rounds_every_certificate_stands_and_claims_need_one():
    certified = 0
    for seed in range(SEED, SEED + count("next_rounds")):
        round_ = random_round(
            seed, mentors=4, beneficiaries=5, previous=bool(seed % 2), choices=bool(seed % 3)
        )
        found = proposed(round_, POLICY)
        assert certificate_breaches(
            round_, POLICY, proposal=found.proposal, certificate=found.certificate
        ) == (), seed  # fmt: skip
        claimed = any(priority.proof == "certified" for priority in found.proposal.priorities)
        certified += claimed
        if found.certificate is None:
            assert not claimed, seed
    assert certified
