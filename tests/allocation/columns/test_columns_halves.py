"""Two halves that meet: by hand, and against all pairs of ways there are."""

from __future__ import annotations

import itertools
import threading

import numpy as np
import pytest

from matchmaker.allocation.budget import Budget, OutOfTime
from matchmaker.allocation.columns.halves import Half, Joined, Ways, joined
from tests.counts import SEED, count

ENDLESS = Budget.of(10**6)


def ways_of(*ways: tuple[int, int]) -> Ways:
    """Say what each way loses, and how the code changes."""
    loss, code = zip(*ways, strict=True)
    return Ways(np.array(loss), np.array([each % 2**64 for each in code], np.uint64))


def told(half: Half) -> set[tuple[int, int, int]]:
    return set(zip(half.code.tolist(), half.loss.tolist(), half.taken.tolist(), strict=True))


def half_of(*requests: Ways, most: int = 100, size: int = 100) -> Half:
    return Half.filled(list(requests), most=most, size=size, budget=ENDLESS)


def test_every_request_does_what_loses_least_or_one_other_thing():
    half = half_of(ways_of((1, 10), (2, -10)), ways_of((4, 5)))
    # Bits 1 and 2 are the ways of the first request, bit 4 that of the second. Codes are counted round.
    assert told(half) == {
        (0, 0, 0), (10, 1, 1), (2**64 - 10, 2, 2),
        (5, 4, 4), (15, 5, 5), (2**64 - 5, 6, 6),
    }  # fmt: skip
    assert half.code.tolist() == sorted(half.code.tolist())


def test_ways_that_lose_too_much_are_left_out_and_of_the_others_those_are_kept_that_lose_least():
    requests = ways_of((1, 10), (2, -10)), ways_of((4, 5))
    assert {loss for _, loss, _ in told(half_of(*requests, most=4))} == {0, 1, 2, 4}
    assert sorted(loss for _, loss, _ in told(half_of(*requests, size=3))) == [0, 1, 2]


def test_a_request_with_many_ways_needs_no_more_memory_and_hears_the_clock_as_often(monkeypatch):
    longest: list[int] = []
    cheapest = Half.cheapest

    def seen(half: Half, size: int) -> Half:
        longest.append(len(half.loss))
        return cheapest(half, size)

    monkeypatch.setattr(Half, "cheapest", seen)
    requests = [*(ways_of((1, 7 * at)) for at in range(5)), ways_of(*((0, at) for at in range(40)))]
    half = half_of(*requests, size=20)
    assert half.loss.tolist() == [0] * 20
    # Twenty that are kept, and twenty that go one more way; five requests have one and the sixth has forty.
    assert max(longest) == 20 + 20
    assert len(longest) == 5 + 40

    class Second:
        """Asks to stop when it is looked at a second time."""

        looked = 0

        def is_set(self) -> bool:
            self.looked += 1
            return self.looked > 1

    stop = Second()
    with pytest.raises(OutOfTime):
        Half.filled(requests[5:], most=9, size=9, budget=Budget(ENDLESS.deadline, cancel=stop))
    assert stop.looked == 2


def test_the_pair_that_loses_least_with_what_stays_unused():
    first, second = half_of(ways_of((3, 7))), half_of(ways_of((1, 4)))
    # 7 + 4 = 11 loses 3 + 1; to leave a unit over costs 2, and then 7 + 0 is wanted, or whatever is 1 less.
    assert joined(first, second, unused=[(0, 11)], most=4, budget=ENDLESS) == Joined(4, 1, 1)
    assert joined(first, second, unused=[(0, 11)], most=3, budget=ENDLESS) is None
    assert joined(first, second, unused=[(0, 11), (2, 4)], most=9, budget=ENDLESS) == Joined(3, 0, 1)
    assert joined(first, second, unused=[(0, 5)], most=9, budget=ENDLESS) is None


def test_two_ways_that_lose_the_same_meet_while_each_loses_half_of_what_may_be_lost():
    first, second = half_of(ways_of((3, 7))), half_of(ways_of((3, 4)))
    # 3 + 3 = 6: of 6 or 7 that may be lost the half is 3, of 5 it is 2.
    for most, found in ((7, Joined(6, 1, 1)), (6, Joined(6, 1, 1)), (5, None)):
        assert joined(first, second, unused=[(0, 11)], most=most, budget=ENDLESS) == found


def test_time_that_is_over_ends_both():
    stop = threading.Event()
    stop.set()
    over = Budget(ENDLESS.deadline, cancel=stop)
    first, second = half_of(ways_of((3, 7))), half_of(ways_of((1, 4)))
    assert joined(first, second, unused=[(0, 11)], most=9, budget=over) is None
    with pytest.raises(OutOfTime):
        Half.filled([ways_of((3, 7))], most=9, size=9, budget=over)


@pytest.mark.parametrize("seed", range(SEED, SEED + count("numeric_searches")))
def test_no_pair_loses_less_among_all_there_are(seed):
    rng = np.random.default_rng(seed)
    units = rng.integers(2**64, size=3, dtype=np.uint64)

    def drawn() -> Ways:
        many = int(rng.integers(1, 4))
        # Uses of both signs, and losses that are often alike.
        used = rng.integers(-2, 3, size=(many, 3)).view(np.uint64)
        return Ways(rng.integers(0, 9, many), (used * units).sum(axis=1, dtype=np.uint64))

    requests = [[drawn() for _ in range(4)] for _ in range(2)]
    most = int(rng.integers(5, 40))
    unused = [(int(cost), int((rng.integers(-3, 4, 3).view(np.uint64) * units).sum())) for cost in range(30)]
    halves = [half_of(*each, most=most, size=10**6) for each in requests]
    least = min(
        (
            one[1] + other[1] + cost
            for one, other in itertools.product(*(told(half) for half in halves))
            for cost, target in unused
            if (one[0] + other[0]) % 2**64 == target
        ),
        default=most + 1,
    )
    pair = joined(halves[0], halves[1], unused=unused, most=most, budget=ENDLESS)
    assert (most + 1 if pair is None else pair.loss) == min(least, most + 1)
    if pair is not None:
        one = {taken: (code, loss) for code, loss, taken in told(halves[0])}[pair.first]
        other = {taken: (code, loss) for code, loss, taken in told(halves[1])}[pair.second]
        assert (pair.loss - one[1] - other[1], (one[0] + other[0]) % 2**64) in unused
