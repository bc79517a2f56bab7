"""The same bytes in every process: hash seed, workers, locale, home and folder make no difference."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest

from matchmaker.domain.round import Round
from matchmaker.engine import propose
from matchmaker.plan import Search
from tests.counts import DEEP, SEED
from tests.rounds import random_round

HASH_SEEDS = range(10) if DEEP else (0, 7)
SCRIPT = """
import sys
from hashlib import sha256
import matchmaker as mm
from matchmaker.plan import Search
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        round_ = mm.Round.from_json(file.read())
    proposal = mm.propose(round_, search=Search(workers=int(sys.argv[1])))
    print(sha256(proposal.to_json().encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The example and a few random rounds, as files."""
    folder = tmp_path_factory.mktemp("rounds")
    example = resources.files("matchmaker").joinpath("examples/locality.json").read_text(encoding="utf-8")
    texts = [example] + [
        random_round(SEED + n, mentors=6, beneficiaries=6, previous=n % 2 == 0, choices=n % 2 == 1).to_json()
        for n in range(4)
    ]
    files = [folder / f"{n}.json" for n in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.fixture(scope="module")
def expected(rounds: list[Path]) -> list[str]:
    """What this very process says."""
    return [hashed(Round.from_json(file.read_bytes()), workers=1) for file in rounds]


def hashed(round_: Round, *, workers: int) -> str:
    return sha256(propose(round_, search=Search(workers=workers)).to_json().encode()).hexdigest()


def elsewhere(rounds: list[Path], workers: int, cwd: Path, **environment: str | None) -> list[str]:
    known = {name: value for name, value in os.environ.items() if name not in environment}
    known |= {name: value for name, value in environment.items() if value is not None}
    command = [sys.executable, "-c", SCRIPT, str(workers), *map(str, rounds)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=known, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("seed", HASH_SEEDS)
def test_hash_seeds_and_workers_make_no_difference(rounds, expected, tmp_path, seed, workers):
    """A12."""
    assert elsewhere(rounds, workers, tmp_path, PYTHONHASHSEED=str(seed)) == expected


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"HOME": None, "XDG_CONFIG_HOME": None, "XDG_CACHE_HOME": None},
        {"TZ": "Pacific/Kiritimati"},
    ],
    ids=["C", "Turkish", "homeless", "far-east"],
)
def test_locale_home_and_time_zone_make_no_difference(rounds, expected, tmp_path, environment):
    """A26."""
    assert elsewhere(rounds, 2, tmp_path, **environment) == expected


def test_a_working_folder_that_cannot_be_read_makes_no_difference(rounds, expected, tmp_path):
    """A26: nothing is looked for, or left, where the command happens to run."""
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0o100)
    try:
        assert elsewhere(rounds, 1, closed) == expected
    finally:
        closed.chmod(0o700)
    assert list(closed.iterdir()) == []
