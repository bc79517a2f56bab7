"""Where a source counts something, synthetic programmes have the same on average: a drift is caught here."""

from statistics import mean

import pytest

from matchmaker.domain.round import Round
from matchmaker.simulate import STYLES, simulate
from matchmaker.simulate.calibration import BENEFICIARIES, KNOWN, MENTORS, SAID, SEEDS, measured
from tests.simulate.hand_made import HAND_MADE


@pytest.fixture(scope="module")
def counted():
    """Measure a few rounds of the size of ICM in every style."""
    return {
        style: [
            measured(simulate(mentors=MENTORS, beneficiaries=BENEFICIARIES, seed=seed, style=style))
            for seed in SEEDS
        ]
        for style in STYLES
    }


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.style}: {known.figure}")
def test_a_figure_of_the_sources_is_met_on_average(counted, known):
    found = mean(each[known.figure] for each in counted[known.style])
    assert found == pytest.approx(known.value, abs=known.within + 1e-9)


def test_a_figure_would_be_missed_in_another_style(counted):
    """The tolerances are narrow enough to tell the styles apart; otherwise they would catch nothing."""
    for known in KNOWN:
        if known.style == "icm" and known.figure not in ("mentors free", "mentored each mentor", "over"):
            other = mean(each[known.figure] for each in counted["vocational"])
            assert abs(other - known.value) > known.within, known.figure


def test_figures_are_counted_as_by_hand():
    found = measured(Round.from_dict(HAND_MADE))
    assert set(found) == set(SAID)
    assert found == pytest.approx({
        "mentors free": 1 / 2,
        "people each worker": 2,  # N1 has three, N2 one; whoever has none yet is nobody's
        "supervised in a fortnight": 1 / 2,
        "supervised in a month": 1 / 2,
        "mentored each mentor": 2 / 2,  # B1 and B2; B3 met twice and it did not get going
        "mentored": 2 / 5,
        "over": 1 / 2,
        "months before": 61 / 30.4,  # 1 June to 1 August
        "months together": (92 + 31) / 2 / 30.4,  # 1 August to 1 November, and the whole of July
        "longest": 92 / 30.4,
        "meetings a month": 3,
        "hours": 3,  # between 2 and 4
        "at once": 2,
        "first visits joint": 0,
    })  # fmt: skip


def test_nothing_is_counted_where_nobody_is():
    found = measured(simulate(mentors=0, beneficiaries=0, seed=1))
    assert not any(found.values())
