"""When people could meet: what all of them have, less what is taken or avoided."""

from __future__ import annotations

from matchmaker.domain.availability import Availability
from tests.domain.test_domain_context import context


def test_common_times_leave_out_what_is_taken_and_what_either_avoids():
    found = context(
        mentor={"free": ["Mon 09:00-17:00"], "protected_time": ["Mon 12:00-13:00"]},
        beneficiary={"free": ["Mon 10:00-16:00", "Tue 10:00-16:00"]},
        navigator={"free": ["Mon 00:00-15:00"]},
        rows={"avoid": [{"who": "B1", "time": "Mon 10:00-10:30"}, {"who": "M1", "time": "Mon 14:00-14:30"}]},
    )
    mentor, person = found.mentors["M1"], found.beneficiaries["B1"]
    alone, joint = (found.availability.common([mentor], person, joint=joint) for joint in (False, True))
    assert [str(time) for time in alone] == ["Mon 10:30-12:00", "Mon 13:00-14:00", "Mon 14:30-16:00"]
    assert [str(time) for time in joint] == ["Mon 10:30-12:00", "Mon 13:00-14:00", "Mon 14:30-15:00"]


def test_times_are_not_known_while_the_mentors_are_blank():
    found = context(mentor={"free": None}, beneficiary={"free": ["Mon 10:00-16:00"]})
    availability = Availability(found.round, found.protection, found.groups)
    assert availability.common([found.mentors["M1"]], found.beneficiaries["B1"], joint=False) is None
