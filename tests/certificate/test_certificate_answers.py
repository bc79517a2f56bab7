"""The flow solver's own prices: every one of its certificates stands, and for no other plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict

import pytest

from matchmaker.allocation import Answer, Problem, solve
from matchmaker.certificate import Certificate, Given, faults_of, proved_levels
from tests.counts import SEED, count
from tests.oracles.exhaustive_allocation import Numbers
from tests.oracles.random_flows import draw_flow
from tests.oracles.random_numbers import draw

CHUNK = 50


def certificate_of(answer: Answer) -> Certificate:
    assert answer.prices is not None
    covered = answer.prices.requests.nonzero()[0].tolist()
    return Certificate(covered, answer.prices.levels.tolist())


def answers(draw_: Callable[[int], Numbers], chunk: int) -> Iterator[tuple[Numbers, Answer]]:
    """Yield random problems with their answers, as far as there is a plan."""
    for seed in range(SEED + CHUNK * chunk, SEED + CHUNK * (chunk + 1)):
        numbers = draw_(seed)
        answer = solve(Problem.from_arrays(**asdict(numbers)))
        if answer.has_plan:
            yield numbers, answer


def other_plans(numbers: Numbers, plan: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield every plan in which one request is served otherwise, kept limits or not."""
    for request in range(numbers.requests):
        ways = [-1, *(option for option, asking in enumerate(numbers.request) if asking == request)]
        for way in ways:
            if way != plan[request]:
                yield (*plan[:request], way, *plan[request + 1 :])


@pytest.mark.parametrize("chunk", range(count("certified_flows") // CHUNK))
def test_every_flow_is_certified_and_no_other_plan_is(chunk):
    for numbers, answer in answers(draw_flow, chunk):
        given, certificate = Given(**asdict(numbers)), certificate_of(answer)
        plan = tuple(answer.chosen.tolist())
        assert faults_of(given, plan, certificate=certificate) == ()
        assert proved_levels(given, certificate) == len(numbers.value)
        assert set(answer.proofs) <= {"certified"}
        for other in other_plans(numbers, plan):
            assert faults_of(given, other, certificate=certificate)


@pytest.mark.parametrize("chunk", range(count("certified_flows") // CHUNK))
def test_what_is_no_flow_is_certified_as_far_as_it_is_one(chunk):
    said: Counter[str] = Counter()
    for numbers, answer in answers(draw, chunk):
        given, certificate = Given(**asdict(numbers)), certificate_of(answer)
        plan = tuple(answer.chosen.tolist())
        assert faults_of(given, plan, certificate=certificate) == ()
        levels = proved_levels(given, certificate)
        assert levels == answer.proofs.count("certified")
        said[answer.proofs[0] if answer.proofs else "no level"] += 1
    assert said["certified"], "a test without a certificate says little"
    assert said["solver-claimed"], "a test without a hard problem says little"
