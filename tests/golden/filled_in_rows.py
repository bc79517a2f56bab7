"""The same round with what was asked since; nothing that stood in a cell before has changed."""

from __future__ import annotations

from tests.golden.first_pass_rows import FIRST_PASS

# --- mentors -------------------------------------------------------------------------------------

WHERE_AND_WHEN = """
id  | area     | free                             | device | check_in_plan
M01 | Harbour  | Mon 10:00-12:00; Tue 10:00-12:00 | yes    | yes
M02 | Harbour  | Wed 10:00-12:00; Thu 10:00-12:00 | no     | yes
M03 | Mill End | Tue 10:00-13:00; Thu 13:00-16:00 | no     | no
M04 | Mill End | Tue 09:00-13:00                  | yes    | yes
M05 | Harbour  | Thu 13:00-15:00                  | no     | no
M06 | Harbour  | Fri 10:00-12:00                  | no     | no
M07 | Old Town | Fri 13:00-17:00                  | no     | yes
M08 | Old Town | Mon 10:00-12:00                  | no     | no
M09 | Mill End | Wed 13:00-15:00                  | no     | yes
M10 | Mill End | Thu 10:00-12:00                  | yes    | yes
M11 | Harbour  | Fri 10:00-12:00                  | no     | no
M12 | Old Town | Sat 10:00-12:00                  | no     | no
"""
WHAT_MENTORS_LIKE = """
id  | likes                              | hopes   | put_forward_for
M01 | chess; jazz; gardening             |         |
M02 | baking                             | singing | a woman
M03 | swimming; football                 |         |
M04 | history                            |         |
M05 | trains; photography                |         | a man
M06 | drawing                            |         |
M07 | cooking                            |         | a woman
M09 | crosswords; films; baking; singing |         |
"""
WHAT_WE_OWE_MENTORS = """
id  | supervised_on | training                         | cleared_for | checked_on | recheck_on
M01 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M02 | 2026-11-16    | boundaries; safeguarding; safety | none        | 2026-03-02 | 2027-03-02
M03 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M04 | 2026-10-30    | boundaries; safeguarding; safety |             |            |
M05 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M06 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M07 | 2026-10-29    | boundaries; safeguarding; safety |             |            |
M08 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M09 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M10 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
M11 | 2026-11-16    | boundaries; safeguarding; safety |             |            |
"""
CLEARANCES = """
mentor | task              | step         | by    | set_on     | review_on
M01    | court             | not_started  | Irma  | 2026-11-16 | 2027-05-16
M03    | court             | not_started  | Irma  | 2026-11-16 | 2027-05-16
M04    | court             | alone_public | Tariq | 2026-10-30 | 2027-04-30
M05    | travel_confidence | joint        | Tariq | 2026-11-16 | 2027-05-16
M11    | court             | not_started  | Tariq | 2026-11-16 | 2027-05-16
"""
COMFORT = """
mentor | situation       | comfort      | by    | set_on     | review_on
M01    | heated_exchange | yes          | Irma  | 2026-11-16 | 2027-05-16
M03    | heated_exchange | with_support | Irma  | 2026-11-16 | 2027-05-16
M04    | upsetting_news  | yes          | Tariq | 2026-10-30 | 2027-04-30
M05    | crowds          | with_support | Tariq | 2026-11-16 | 2027-05-16
"""
STRETCH = """
mentor | task              | mitigation | agreed_with | agreed_on
M05    | travel_confidence | joint      | Tariq       | 2026-11-16
"""
TEAMS = """
id | one | other
T1 | M01 | M03
"""

# --- the people they could meet ------------------------------------------------------------------

HOW_TO_MEET = """
id  | area      | free                             | together | relationship | dual_worked
B01 | Harbour   | Mon 10:00-14:00                  | alone    | befriending  | no
B02 | Southbank | Wed 09:00-14:00; Thu 10:00-11:00 | alone    |              |
B03 | Southbank | Tue 10:00-12:00                  | paired   |              | no
B04 | Southbank | Wed 13:00-15:00                  | alone    |              | no
B05 | Northgate | Thu 10:00-12:00                  |          |              | no
B06 | Northgate | Thu 13:00-15:00                  | joint    | befriending  | no
B07 | Eastfield | Fri 10:00-12:00                  |          |              | no
B08 | Northgate |                                  |          |              | no
B09 | Northgate |                                  |          |              | no
B10 | Northgate | Tue 09:00-10:00                  |          |              | no
B11 | Northgate | Wed 10:00-12:00                  |          |              | no
B12 | Eastfield | Sun 10:00-12:00                  |          |              | no
B13 | Southbank | Thu 13:00-15:00                  | joint    | mentoring    | yes
B14 | Northgate | Fri 13:00-15:00                  |          |              | no
B15 | Southbank | Fri 14:00-16:00                  |          |              | no
B16 | Northgate | Fri 14:00-16:00                  |          |              | no
B19 | Northgate | Fri 13:00-15:00                  |          |              | no
"""
WHAT_THEY_LIKE = """
id  | likes                    | hopes       | meet_where
B01 | chess; jazz              | gardening   | park
B02 | baking; films            | singing     | library
B03 | swimming; football; jazz | running     | leisure_centre
B04 | crosswords; radio        |             | library
B05 | baking                   |             | cafe_public
B06 | trains                   | photography |
B07 | drawing                  |             | cafe_public
B09 | history                  |             |
B13 | football                 |             | park
B16 | cooking                  |             | library
B19 | cooking                  |             |
"""
ONE_BY_ONE = """
id  | session_minutes | meetings_a_month | wish_covers_navigator | needed_on
B05 | 45              | 3                | yes                   |
B09 |                 |                  |                       | 2026-12-08 10:00
"""
URGENT = """
id  | urgent_by | urgent_reason                   | urgent_on
B09 | Irma      | Court on 8 December             | 2026-11-27
B16 | Wanda     | Moves house before the new year | 2026-11-24
"""
ASKED_SINCE = """
id  | wants_to_do | gender_wish
B19 | coffee_walk | no_wish
"""
SITUATIONS = """
beneficiary | task              | situation       | level | by    | set_on     | review_on
B01         | any               | crowds          | low   | Irma  | 2026-11-16 | 2027-05-16
B02         | any               | crowds          | low   | Irma  | 2026-11-16 | 2027-05-16
B03         | gym_sport         | heated_exchange | high  | Irma  | 2026-11-16 | 2027-05-16
B04         | forms_post        | upsetting_news  | low   | Irma  | 2026-11-16 | 2027-05-16
B05         | coffee_walk       | crowds          | low   | Irma  | 2026-11-16 | 2027-05-16
B06         | travel_confidence | crowds          | some  | Irma  | 2026-11-16 | 2027-05-16
B07         | coffee_walk       | crowds          | low   | Tariq | 2026-11-16 | 2027-05-16
B09         | court             | upsetting_news  | some  | Irma  | 2026-11-16 | 2027-05-16
B10         | any               | crowds          | low   | Tariq | 2026-11-16 | 2027-05-16
B11         | any               | crowds          | low   | Tariq | 2026-11-16 | 2027-05-16
B12         | any               | crowds          | low   | Tariq | 2026-11-16 | 2027-05-16
B13         | coffee_walk       | crowds          | low   | Tariq | 2026-11-16 | 2027-05-16
B14         | any               | crowds          | low   | Wanda | 2026-11-16 | 2027-05-16
B15         | any               | crowds          | low   | Wanda | 2026-11-16 | 2027-05-16
B16         | any               | crowds          | low   | Wanda | 2026-11-16 | 2027-05-16
B19         | any               | crowds          | low   | Wanda | 2026-11-16 | 2027-05-16
"""

# --- workers, places, journeys, answers ----------------------------------------------------------

ROOM = """
id | joint_hours | free                             | put_forward_for
N1 | 2           | Mon 09:00-17:00; Thu 09:00-14:00 | a woman
N2 | 2.25        | Thu 13:00-16:00; Fri 09:00-12:00 |
N3 |             | Fri 14:00-16:00                  |
"""
ANSWERS = """
question           | by    | on         | answer
dual-worked/B02    | Irma  | 2026-11-20 | no
known-area/B01/M01 | Irma  | 2026-11-20 | no
joint-room/N3      | Wanda | 2026-11-23 | yes
"""
PLACES = """
id          | label             | kind       | area
hub         | The hub           | office_hub | Old Town
magistrates | Magistrates court | court      | Old Town
"""
AREAS = """
start    | end       | minutes
Harbour  | Northgate | 10
Harbour  | Southbank | 20
Harbour  | Eastfield | 30
Harbour  | Old Town  | 15
Mill End | Northgate | 25
Mill End | Southbank | 15
Mill End | Eastfield | 40
Mill End | Old Town  | 20
Old Town | Northgate | 20
Old Town | Southbank | 30
Old Town | Eastfield | 50
"""
WHEN_SOMEBODY_CAN_BE_RUNG = """
locality    | staff_reachable
Three Quays | Mon 09:00-17:00; Tue 09:00-17:00; Wed 09:00-17:00; Thu 09:00-17:00; Fri 09:00-17:00
"""

DPIA = """
locality    | dpia_reference
Three Quays | DPIA 2026-04
"""

FILLED_IN = FIRST_PASS | {
    "Mentors": (*FIRST_PASS["Mentors"], WHERE_AND_WHEN, WHAT_MENTORS_LIKE, WHAT_WE_OWE_MENTORS),
    "Beneficiaries": (
        *FIRST_PASS["Beneficiaries"],
        HOW_TO_MEET, WHAT_THEY_LIKE, ONE_BY_ONE, URGENT, ASKED_SINCE,
    ),
    "Navigators": (*FIRST_PASS["Navigators"], ROOM),
    "Programme": (*FIRST_PASS["Programme"], WHEN_SOMEBODY_CAN_BE_RUNG, DPIA),
    "Clearances": (CLEARANCES,),
    "Comfort": (COMFORT,),
    "Situations": (SITUATIONS,),
    "Stretch": (STRETCH,),
    "Teams": (TEAMS,),
    "Answers": (ANSWERS,),
    "Places": (PLACES,),
    "Areas": (AREAS,),
}  # fmt: skip
