"""Time in common, long enough, outside what either avoids, and free when it matters."""

from tests.rules.judging import ART, Example, asks, closes, each, in_a_group, judge, ready

TUESDAY = {"needed_on": "2026-10-06 10:00"}  # an hour, so 10:00-11:00
KEY = "free-times/M1"


def free(*times):
    return {"free": list(times)}


def avoids(who, time):
    return {"avoid": [{"who": who, "time": time}]}


MONDAY = free("Mon 10:00-12:00")
EXAMPLES = (
    ready("the person's times are still to be agreed (S2:L204)"),
    ready("exactly 60 minutes in common", mentor=MONDAY, beneficiary=free("Mon 11:00-13:00")),
    closes("59 minutes in common", mentor=MONDAY, beneficiary=free("Mon 11:01-13:00")),
    closes("the same hours of another day", mentor=MONDAY, beneficiary=free("Wed 10:00-12:00")),
    closes(
        "two half hours are no hour", mentor=MONDAY, beneficiary=free("Mon 10:00-10:30", "Mon 11:00-11:30")
    ),
    ready(
        "two half hours that touch are", mentor=MONDAY, beneficiary=free("Mon 10:00-10:30", "Mon 10:30-11:00")
    ),
    ready(
        "30 minutes are enough for them",
        mentor=MONDAY,
        beneficiary=free("Mon 11:30-13:00") | {"session_minutes": 30},
    ),
    closes(
        "120 minutes do not fit",
        mentor=MONDAY,
        beneficiary=free("Mon 10:30-13:00") | {"session_minutes": 120},
    ),
    closes("the mentor has no hour at all", mentor=free("Mon 10:00-10:59")),
    closes("the mentor is never free", mentor=free()),
    closes("the person is never free", beneficiary=free()),
    asks(KEY, "the mentor's times are not known", mentor={"free": None}),
    asks(KEY, "neither's are known", mentor={"free": None}, company="joint"),
    asks(
        KEY,
        "the mentor's are not known, the person's are",
        mentor={"free": None},
        beneficiary=free("Mon 10:00-12:00"),
    ),
    ready("their own time leaves exactly an hour", mentor=MONDAY | {"protected_time": ["Mon 10:00-11:00"]}),
    closes("their own time leaves 59 minutes", mentor=MONDAY | {"protected_time": ["Mon 10:00-11:01"]}),
    closes("a time the person avoids", mentor=MONDAY, rows=avoids("B1", "Mon 10:30-17:00")),
    closes("a time the mentor avoids", mentor=MONDAY, rows=avoids("M1", "Mon 10:30-17:00")),
    ready("somebody else avoids it", mentor=MONDAY, rows=avoids("M2", "Mon 10:30-17:00")),
    ready("what is avoided leaves exactly an hour", mentor=MONDAY, rows=avoids("B1", "Mon 11:00-17:00")),
    ready("joint, and the worker's times are blank", company="joint"),
    ready(
        "joint, and the worker has an hour of it",
        company="joint",
        mentor=MONDAY,
        navigator=free("Mon 11:00-17:00"),
    ),
    closes(
        "joint, and the worker has 59 minutes of it",
        company="joint",
        mentor=MONDAY,
        navigator=free("Mon 11:01-17:00"),
    ),
    ready("alone, the worker's times do not matter", mentor=MONDAY, navigator=free("Fri 11:00-17:00")),
    ready("paired, both at the same time", company="paired", mentor=MONDAY, second=MONDAY),
    closes(
        "paired, one on Monday, one on Tuesday",
        company="paired",
        mentor=MONDAY,
        second=free("Tue 10:00-12:00"),
    ),
    closes("paired, 59 minutes in common", company="paired", mentor=MONDAY, second=free("Mon 11:01-13:00")),
    ready(
        "paired, exactly an hour in common", company="paired", mentor=MONDAY, second=free("Mon 11:00-13:00")
    ),
    ready("free for the appointment", beneficiary=TUESDAY),
    closes("not free for the appointment", mentor=MONDAY, beneficiary=TUESDAY),
    ready("free for exactly that hour", mentor=free("Tue 10:00-11:00"), beneficiary=TUESDAY),
    closes(
        "gone a minute before it ends", mentor=free("Mon 10:00-12:00", "Tue 09:00-10:59"), beneficiary=TUESDAY
    ),
    closes(
        "a longer appointment",
        mentor=free("Mon 10:00-13:00", "Tue 10:00-11:00"),
        beneficiary=TUESDAY | {"session_minutes": 61},
    ),
    closes("the person avoids that hour", beneficiary=TUESDAY, rows=avoids("B1", "Tue 10:59-12:00")),
    closes("the mentor avoids that hour", beneficiary=TUESDAY, rows=avoids("M1", "Tue 09:00-10:01")),
    ready("what is avoided starts as it ends", beneficiary=TUESDAY, rows=avoids("B1", "Tue 11:00-12:00")),
    asks(
        KEY,
        "an appointment, and the mentor's times are not known",
        mentor={"free": None},
        beneficiary=TUESDAY,
    ),
    closes(
        "not known, but avoided",
        mentor={"free": None},
        beneficiary=TUESDAY,
        rows=avoids("M1", "Tue 09:00-12:00"),
    ),
    ready(
        "joint, and the worker is free for the appointment",
        company="joint",
        beneficiary=TUESDAY,
        navigator=free("Tue 10:00-11:00"),
    ),
    closes(
        "joint, and the worker is not free for the appointment",
        company="joint",
        beneficiary=TUESDAY,
        navigator=free("Mon 10:00-12:00"),
    ),
    ready("a group, and the person's times are to be agreed", **in_a_group()),
    ready("the host's own free times are not asked", **in_a_group(mentor={"free": None})),
    ready("nor do they matter: the group is when it is", **in_a_group(mentor={"free": ["Fri 09:00-12:00"]})),
    ready("an hour of it suits the person", **in_a_group(beneficiary={"free": ["Mon 11:00-13:00"]})),
    closes("59 minutes of it suit the person", **in_a_group(beneficiary={"free": ["Mon 11:01-13:00"]})),
    closes("another day suits the person", **in_a_group(beneficiary={"free": ["Tue 10:00-12:00"]})),
    ready(
        "a group of half an hour is joined for all of it",
        **in_a_group(group={"slot": "Mon 10:00-10:30"}, beneficiary={"free": ["Mon 10:00-10:30"]}),
    ),
    closes(
        "a group of half an hour, and 29 minutes of it",
        **in_a_group(group={"slot": "Mon 10:00-10:30"}, beneficiary={"free": ["Mon 10:01-10:30"]}),
    ),
    closes(
        "a time the person avoids cuts it short",
        **in_a_group(rows={"avoid": [{"who": "B1", "time": "Mon 10:30-11:30"}]}),
    ),
    closes(
        "a time the host avoids", **in_a_group(rows={"avoid": [{"who": "M1", "time": "Mon 10:00-12:00"}]})
    ),
    closes(
        "the host keeps that time for themselves",
        **in_a_group(mentor={"protected_time": ["Mon 10:00-12:00"]}),
    ),
    ready("needed while it meets", **in_a_group(beneficiary={"needed_on": "2026-10-05 11:00"})),
    closes("needed as it is about to end", **in_a_group(beneficiary={"needed_on": "2026-10-05 11:01"})),
    closes("needed on another day", **in_a_group(beneficiary={"needed_on": "2026-10-06 11:00"})),
    closes("a mentor who hosts no group there", **in_a_group(group={"host": "M2"})),
    ready(
        "the second of two groups suits",
        **in_a_group(
            beneficiary={"free": ["Wed 13:00-15:00"]},
            rows={"groups": [ART, ART | {"id": "tea", "slot": "Wed 13:00-14:00"}]},
        ),
    ),
)


@each(EXAMPLES)
def test_availability(example: Example):
    example.check("availability")


def test_what_somebody_avoids_reads_like_no_time_in_common():
    plain = judge("availability", mentor=MONDAY, beneficiary=free("Wed 10:00-12:00"))
    avoided = judge("availability", mentor=MONDAY, rows=avoids("B1", "Mon 09:00-17:00"))
    assert plain == avoided


def test_where_only_the_worker_has_no_time_the_worker_is_named():
    """Mon 10-12 and Mon 10-12 meet; the worker's Friday does not, and nobody else is in the way."""
    both = {"mentor": MONDAY, "beneficiary": MONDAY}
    found = judge("availability", company="joint", navigator=free("Fri 10:00-12:00"), **both)
    assert found is not None
    assert found.sentence == "M1, B1 and N1 have no time in common."
    apart = {"mentor": MONDAY, "beneficiary": free("Wed 10:00-12:00")}
    found = judge("availability", company="joint", navigator=free("Fri 10:00-12:00"), **apart)
    assert found is not None
    assert found.sentence == "M1 and B1 have no time in common."


def test_where_the_worker_cannot_come_to_the_appointment_that_is_said_of_the_worker():
    """The mentor has Tue 10-12 and could be there at 10; the worker has Monday alone."""
    found = judge("availability", company="joint", beneficiary=TUESDAY, navigator=free("Mon 10:00-12:00"))
    assert found is not None
    assert found.sentence == "N1 is not free when B1 needs somebody."
    found = judge("availability", company="joint", beneficiary=TUESDAY, mentor=MONDAY)
    assert found is not None
    assert found.sentence == "M1 is not free when B1 needs somebody."
