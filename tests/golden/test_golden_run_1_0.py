"""A run folder that version 1.0 wrote: it loads, its hashes hold, and the next round can build on it.

Every collection of 1.0 has a row in it. When a hash here fails, a field was added without `SINCE_1_1` (or a
later mark) from `matchmaker.domain.record`, and everything that programmes stored would look edited.
"""

from pathlib import Path

import matchmaker as mm
from matchmaker.domain.fields import SCHEMA_VERSION
from matchmaker.runs import edited, load_policy, previous_from

RUN = Path(__file__).parent / "run_1_0"


def test_nobody_touched_it():
    assert edited(RUN) == ()
    assert '"schema_version": "1.0"' in (RUN / "policy.json").read_text(encoding="utf-8")


def test_it_loads_and_is_of_our_version():
    run = mm.load_run(RUN)
    assert {run.round.schema_version, run.policy.schema_version, run.proposal.schema_version} == {
        SCHEMA_VERSION
    }
    assert [match.match_id for match in run.proposal.matches] == ["B1.M1.alone", "B2.M2.joint"]
    assert mm.Round.from_json(run.round.to_json()) == run.round


def test_what_was_hashed_then_has_the_same_hash_now():
    run = mm.load_run(RUN)
    assert run.round.fingerprint == run.proposal.round_hash
    assert run.policy.fingerprint == run.proposal.policy_hash
    assert load_policy(RUN / "policy.json") == run.policy


def test_the_next_round_builds_on_it():
    run = mm.load_run(RUN)
    then = previous_from(RUN, run.round)
    assert {row.key for row in then.keep_apart} == {"keep_apart/B1/M2/no_contact"}
    again = run.round.with_previous(then)
    assert {m.beneficiary for m in mm.propose(again).matches} == {"B1", "B2"}
