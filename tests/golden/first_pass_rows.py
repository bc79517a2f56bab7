"""The round of 30 November 2026 with only the needed cells: eight a mentor, at most eight a person."""

MENTORS = """
id  | label   | navigator | available | offers
M01 | Robin   | N1        | yes       | befriending; mentoring
M02 | Kit     | N1        | yes       | befriending
M03 | Ellis   | N1        | yes       | mentoring
M04 | Morgan  | N2        | yes       | befriending; mentoring
M05 | Frankie | N2        | yes       | befriending
M06 | Sasha   | N2        | yes       | mentoring
M07 | Rowan   | N3        | yes       | befriending; mentoring
M08 | Jules   | N3        | yes       | hub; behind_the_scenes
M09 | Lou     | N1        | yes       | befriending
M10 | Addy    | N2        | no        | befriending
M11 | Noor    | N2        | yes       | befriending; mentoring
M12 | Vic     | N1        | yes       | befriending
"""
WHAT_MENTORS_GIVE = """
id  | hours_per_week | people_at_once | usual_step
M01 | 4              | 2              | alone
M02 | 2.5            | 2              | alone_public
M03 | 2              | 2              | accompanied
M04 | 3              | 1              | alone
M05 | 2              | 1              | joint
M06 | 1.25           | 1              | shadowed
M07 | 3              | 1              | alone_public
M08 | 4              | 2              | alone
M09 | 1              | 1              | alone
M10 | 4              | 2              | alone
M11 | 3              | 1              | not_started
M12 | 4              | 0              | alone
"""

BENEFICIARIES = """
id  | label   | navigator | wants                   | asked_on
B01 | Ash     | N1        | yes                     | 2025-11-24
B02 | Bobbie  | N1        | yes                     | 2026-06-01
B03 | Charlie | N1        | yes                     | 2026-09-07
B04 | Drew    | N1        | yes                     | 2026-09-08
B05 | Emery   | N1        | yes                     | 2026-05-04
B06 | Fran    | N1        | yes                     | 2026-10-05
B07 | Glen    | N2        | yes                     | 2026-08-03
B08 | Harper  | none_yet  | yes                     | 2026-10-19
B09 | Indy    | N1        | yes                     | 2026-11-09
B10 | Jamie   | N2        | yes                     | 2026-07-06
B11 | Kerry   | N2        | yes                     | 2026-10-12
B12 | Leigh   | N2        | yes                     | 2026-10-26
B13 | Micky   | N2        | yes                     | 2026-11-16
B14 | Nicky   | N3        | yes                     | 2026-08-31
B15 | Ollie   | N3        | yes                     | 2026-09-14
B16 | Pat     | N3        | yes                     | 2026-11-23
B17 | Quinn   | N2        | no                      |
B18 | Reese   | N1        | maybe_later             |
B19 | Sam     | N3        | would_like_to_hear_more |
B20 | Toni    | none_yet  | no                      |
"""
REQUESTS = """
id  | wants_to_do          | gender_wish | gender_wished
B01 | coffee_walk          | no_wish     |
B02 | coffee_walk; leisure | no_wish     |
B03 | gym_sport            | no_wish     |
B04 | forms_post           | no_wish     |
B05 | coffee_walk          | must        | a woman
B06 | travel_confidence    | prefer      | a man
B07 | coffee_walk          | not_asked   |
B08 | coffee_walk          | no_wish     |
B09 | court                | no_wish     |
B10 | court; coffee_walk   | no_wish     |
B11 | shopping_with        | no_wish     |
B12 | coffee_walk          | no_wish     |
B13 | coffee_walk          | no_wish     |
B14 | coffee_walk          | no_wish     |
B15 | coffee_walk          | no_wish     |
B16 | coffee_walk          | no_wish     |
"""

NAVIGATORS = """
id | label | first_visits_free
N1 | Irma  | 14
N2 | Tariq | 9
N3 | Wanda | 2
"""

PROGRAMME = """
locality    | as_of      | usual_language | safeguarding_contact
Three Quays | 2026-11-30 | English        | The duty worker, 01632 960001
"""

FIRST_PASS = {
    "Mentors": (MENTORS, WHAT_MENTORS_GIVE),
    "Beneficiaries": (BENEFICIARIES, REQUESTS),
    "Navigators": (NAVIGATORS,),
    "Programme": (PROGRAMME,),
}
