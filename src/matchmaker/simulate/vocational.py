"""A service like the vocational pilot in Lambeth: two paid hours a week, one person at a time (S4)."""

from __future__ import annotations

from typing import Final

from matchmaker.simulate.figures import ENDINGS, STEPS, Figures, Town

LAMBETH: Final = Town(
    name="Lambeth", prison="Brixton",
    areas={
        "Brixton": (0, 0), "Stockwell": (-1, 1), "Streatham": (-1, -4), "Clapham": (-3, 0),
        "Kennington": (1, 3), "Vauxhall": (-1, 3), "Tulse Hill": (1, -2), "Loughborough Junction": (1, 1),
        "Herne Hill": (2, -1), "West Norwood": (2, -3), "Oval": (1, 2), "Waterloo": (1, 5),
    },
)  # fmt: skip

VOCATIONAL: Final = Figures(
    locality="Effra Vocational Service (invented)",
    towns=(LAMBETH,),
    hubs=("Effra House", "The Carpet Works", "Railton Yard"),
    hostels=("Windmill House", "Atlantic Lodge"),
    women=(
        "Marva", "Abena", "Carmen", "Joy", "Fatima", "Sonia", "Beatriz", "Yetunde", "Claudette", "Rosa",
        "Helen", "Hawa", "Nicole", "Dionne", "Lucia", "Kim", "Maureen", "Adaeze", "Tanya", "Ivone",
    ),
    men=(
        "Leroy", "Kwame", "Joao", "Delroy", "Femi", "Ray", "Carlos", "Winston", "Mo", "Patrick", "Emeka",
        "Jerome", "Luis", "Errol", "Dwayne", "Vince", "Ibrahim", "Trevor", "Marlon", "Ade",
    ),
    likes=("street markets", "gospel music", "carnival", "dancing", "sewing", "computers"),
    hopes=("an English course", "paid work", "becoming a peer supporter", "a place at college", "a good CV"),
    languages=("Portuguese", "Spanish", "Somali", "Yoruba", "French", "Arabic"),
    groups=("Job club", "Computer hour", "Sewing circle"),
    vocabulary=(
        {"sort": "kind", "code": "college_site", "label": "the college", "public": True, "staffed": True},
        {"sort": "task", "code": "open_day", "label": "an open day", "kinds": ["college_site", "library"]},
        {"sort": "task", "code": "volunteer_placement", "label": "seeing a place to volunteer",
         "kinds": ["college_site", "cafe_public", "office_hub"]},
        {"sort": "situation", "code": "tests_on_the_spot", "label": "a test or an interview on the spot"},
    ),
    mentors_free=0.95,
    supervision_days=30,
    devices=0.7,
    hours_per_week={2: 85, 6: 15},
    people_at_once={1: 100},
    steps={**STEPS, "not_started": 0, "shadowed": 3},
    wants={"yes": 80, "would_like_to_hear_more": 8, "maybe_later": 7, "no": 5},
    tasks={
        "job_search": 24, "college": 20, "open_day": 8, "volunteer_placement": 8, "travel_confidence": 8,
        "leisure": 4,
    },
    dual_worked=0.03,
    meetings_a_month={2: 75, 3: 20, 4: 5},
    waited_days=(0, 21, 49, 84, 140, 250),
    relationship_words=("peer supporter", "mentor"),
    supporters="apart",
    first_visits=(6, 12),
    joint_hours=(5, 10),
    supervision_places=(4, 9),
    under_way=0.2,
    ended=0.12,
    before_days=(7, 21, 42, 84, 150),
    lasted_days=(14, 56, 84, 112, 182),
    endings={**ENDINGS, ("aims_met", "planned_goodbye"): 45, ("aims_met", "service_ended"): 15},
    sources={
        "towns": "S4:L13",
        "mentors_free": "S4:L102", "hours_per_week": "S4:L102, S4:L220", "people_at_once": "S4:L186",
        "tasks": "S4:L51, S4:L382-388", "waited_days": "S4:L146", "supporters": "S4:L130",
        "lasted_days": "S4:L41, S4:L102", "endings": "S4:L382-400", "hopes": "S4:L388-400",
        "vocabulary": "S4:L362, S4:L386",
    },
)  # fmt: skip
