"""What an older version wrote is taken step by step into ours; what a newer one wrote is left alone."""

import copy
from typing import Any

import pytest
from pydantic import Field

from matchmaker.domain.decisions import Decision
from matchmaker.domain.fields import SCHEMA_VERSION
from matchmaker.domain.hashing import fingerprint
from matchmaker.domain.migration import LADDER, migrated
from matchmaker.domain.proposal import Proposal
from matchmaker.domain.reading import record_from
from matchmaker.domain.record import SINCE_1_1, Record
from matchmaker.domain.round import Round
from matchmaker.errors import InputErrors
from matchmaker.policy import Policy
from tests.domain.raw_round import raw

# A version that never was: mentors were called guides, a veto a no, and a policy counted days.


def guides_to_mentors(data: dict[str, Any]) -> dict[str, Any]:
    return {("mentors" if name == "guides" else name): value for name, value in data.items()}


def no_to_veto(data: dict[str, Any]) -> dict[str, Any]:
    return data | {"kind": "veto" if data["kind"] == "no" else data["kind"]}


def days_to_weeks(data: dict[str, Any]) -> dict[str, Any]:
    return {name: v for name, v in data.items() if name != "overdue_days"} | {
        "overdue_weeks": data["overdue_days"] // 7
    }


MADE_UP = {0: {"round": guides_to_mentors, "decision": no_to_veto, "policy": days_to_weeks}}
NO = {
    "id": "D1",
    "actor": "Asha",
    "at": "2026-11-15 10:00",
    "kind": "no",
    "beneficiary": "B1",
    "mentors": ["M1"],
}


def old_round() -> dict[str, Any]:
    data = raw()
    data["guides"] = data.pop("mentors")
    return data | {"schema_version": "0.9", "decisions": [NO]}


def test_an_older_round_becomes_one_of_ours_with_all_that_is_in_it():
    before = old_round()
    found = Round.from_dict(migrated("round", before, ladder=MADE_UP))
    assert found == Round.from_dict(raw() | {"decisions": [NO | {"kind": "veto"}]})
    assert found.schema_version == SCHEMA_VERSION
    assert before == old_round(), "what was read is not changed"


def test_an_older_policy_and_an_older_decision_too():
    assert migrated("policy", {"schema_version": "0.9", "overdue_days": 84}, ladder=MADE_UP) == {
        "schema_version": "1.0", "overdue_weeks": 12,  # 84 / 7
    }  # fmt: skip
    assert migrated("decision", NO | {"schema_version": "0.3"}, ladder=MADE_UP)["kind"] == "veto"


def test_each_version_hands_on_to_the_next():
    """0.9 to 1.0 to ours; a record of 1.0 starts half way up."""
    ladder = {0: {"round": lambda data: data | {"trail": ["0"]}}}
    assert migrated("round", {"schema_version": "0.1"}, ladder=ladder)["trail"] == ["0"]
    assert migrated("round", {"schema_version": "1.0"}, ladder=ladder) == {"schema_version": "1.0"}


def test_a_proposal_within_a_round_is_of_the_version_around_it_or_of_its_own():
    ladder = {0: {"proposal": lambda data: data | {"old": True}}}
    inner: dict[str, Any] = {"previous": {"proposal": {"salt": "0"}}}
    assert migrated("round", inner | {"schema_version": "0.9"}, ladder=ladder)["previous"]["proposal"]["old"]
    assert "old" not in migrated("round", copy.deepcopy(inner), ladder=ladder)["previous"]["proposal"]
    own = {"previous": {"proposal": {"salt": "0", "schema_version": "0.9"}}}
    assert migrated("round", own, ladder=ladder)["previous"]["proposal"] == {
        "salt": "0", "schema_version": "1.0", "old": True,
    }  # fmt: skip


@pytest.mark.parametrize("version", ["0.9", "", "one", "1", 1, None, ["1.0"]])
def test_what_no_step_leads_from_is_left_for_the_field_to_refuse(version):
    data = {"schema_version": version}
    assert migrated("round", data) == data
    with pytest.raises(InputErrors, match="schema_version"):
        Round.from_dict(raw() | data)
    assert not LADDER, "then a made-up version would no longer do here"


@pytest.mark.parametrize("version", ["1.2", "2.0", "10.0"])
@pytest.mark.parametrize("kind", [Round, Policy, Proposal, Decision])
def test_a_newer_record_is_refused_with_one_sentence(kind, version):
    """However much else of it we do not know: it is not wrong, we are old."""
    with pytest.raises(InputErrors) as caught:
        record_from(kind, {"schema_version": version, "something_new": 5})
    assert [str(problem) for problem in caught.value.problems] == [
        f"schema_version: {version} is newer than {SCHEMA_VERSION}, the newest that we know. "
        "Maybe update matchmaker."
    ]


def test_a_newer_record_within_another_is_noticed_too():
    data = raw() | {"decisions": [NO | {"kind": "veto", "schema_version": "3.0"}]}
    with pytest.raises(InputErrors, match=r"3\.0 is newer"):
        Round.from_dict(data)


def test_an_older_minor_version_is_read_as_it_is():
    assert Round.from_dict(raw() | {"schema_version": "1.0"}) == Round.from_dict(raw())
    assert Policy.model_validate({"schema_version": "1.0"}) == Policy.standard()


def test_a_decision_may_name_its_version():
    veto = NO | {"kind": "veto"}
    assert Decision.from_dict(veto | {"schema_version": "1.0"}) == Decision.from_dict(veto)


class Before(Record):
    """A record as it once was."""

    id: str


class After(Record):
    """The same, with two columns more."""

    id: str
    bus: str | None = Field(None, json_schema_extra=SINCE_1_1)
    added: tuple[str, ...] = Field((), json_schema_extra=SINCE_1_1)


def test_a_column_that_was_added_changes_no_hash_until_it_is_filled_in():
    assert fingerprint(After(id="M1")) == fingerprint(Before(id="M1"))
    assert fingerprint(After(id="M1", bus="12")) != fingerprint(After(id="M1"))
    assert fingerprint(After(id="M1", added=("a",))) != fingerprint(After(id="M1"))
