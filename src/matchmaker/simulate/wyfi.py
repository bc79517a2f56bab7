"""A programme like WY-FI: navigators in districts, lead navigators who allocate, many tasks (S0, S2)."""

from __future__ import annotations

from typing import Final

from matchmaker.simulate.figures import Figures, Town

LEEDS: Final = Town(
    name="Leeds", workers=9, prison="Armley",
    areas={
        "Leeds centre": (0, 0), "Harehills": (3, 2), "Beeston": (-1, -3), "Chapeltown": (1, 3),
        "Armley": (-3, 0), "Holbeck": (-1, -1), "Burley": (-2, 1), "Seacroft": (6, 3), "Gipton": (4, 2),
        "Hunslet": (1, -2), "Bramley": (-5, 1), "Middleton": (0, -6), "Richmond Hill": (2, -1),
    },
)  # fmt: skip
BRADFORD: Final = Town(
    name="Bradford", workers=6,
    areas={
        "Bradford centre": (-13, -1), "Manningham": (-14, 1), "Little Horton": (-14, -2),
        "Barkerend": (-12, 0), "Great Horton": (-16, -3), "Eccleshill": (-11, 2), "Holme Wood": (-10, -2),
        "Shipley": (-15, 4),
    },
)  # fmt: skip
WAKEFIELD: Final = Town(
    name="Wakefield", workers=3,
    areas={
        "Wakefield centre": (5, -13), "Lupset": (3, -13), "Eastmoor": (6, -12), "Agbrigg": (6, -15),
        "Ossett": (1, -13), "Horbury": (2, -15),
    },
)  # fmt: skip

WYFI: Final = Figures(
    locality="Aire and Calder Together (invented)",
    towns=(LEEDS, BRADFORD, WAKEFIELD),
    hubs=("Loom House", "The Old Dye Works", "Weaver's Yard", "The Sidings"),
    hostels=("Fleece House", "Bobbin Lodge", "Albion Court"),
    women=(
        "Shaz", "Bev", "Donna", "Nasreen", "Kerry", "Mandy", "Aneta", "Tracey", "Yvonne", "Gemma", "Fozia",
        "Leanne", "Sandra", "Precious", "Joanne", "Ewa", "Marcia", "Stacey", "Amina", "Lorraine", "Chelsea",
    ),
    men=(
        "Gareth", "Imran", "Kev", "Mick", "Darren", "Wojtek", "Curtis", "Yusuf", "Liam", "Sajid", "Delroy",
        "Craig", "Lee", "Tomasz", "Barry", "Hamid", "Jordan", "Phil", "Winston", "Dean", "Asif",
    ),
    likes=("rugby league", "the Dales", "curry nights", "northern soul"),
    hopes=("a day out at the coast", "a gym pass"),
    languages=("Polish", "Urdu", "Punjabi", "Romanian", "Farsi", "Arabic"),
    groups=("Art table", "Brew and natter", "Walking football", "Allotment morning", "Gym together"),
    vocabulary=(
        {"sort": "kind", "code": "community_cafe", "label": "the community café", "public": True,
         "staffed": True},
        {"sort": "task", "code": "art_session", "label": "an art session", "everyday": True,
         "kinds": ["office_hub", "library", "community_cafe"]},
        {"sort": "situation", "code": "people_from_before", "label": "running into people from before"},
    ),
    mentors_free=0.67,
    supervision_days=14,
    devices=0.4,
    hours_per_week={3: 30, 4: 35, 6: 25, 8: 10},
    people_at_once={1: 30, 2: 50, 3: 20},
    bars_former_users=True,
    wants={"yes": 70, "would_like_to_hear_more": 10, "maybe_later": 10, "no": 10},
    tasks={
        "court": 3, "prison_gate_pickup": 3, "prison_visit": 1, "appointment_treatment": 4, "gym_sport": 8,
        "art_session": 4,
    },
    dual_worked=0.08,
    meetings_a_month={1: 15, 2: 55, 3: 15, 4: 15},
    waited_days=(0, 14, 30, 48, 75, 120, 200, 420),
    caseloads={8: 18, 9: 18, 10: 22, 11: 18, 12: 16, 14: 5, 16: 3},
    supporters="lead",
    first_visits=(5, 12),
    joint_hours=(5, 10),
    supervision_places=(4, 10),
    under_way=0.2,
    ended=0.07,
    before_days=(7, 21, 42, 84, 200),
    lasted_days=(14, 60, 120, 210, 330, 540),
    sources={
        "towns": "S0:L54-60", "mentors_free": "S0:L90", "supervision_days": "S0:L210",
        "devices": "S0:L124", "bars_former_users": "S0:L214", "tasks": "S0:L122",
        "caseloads": "S0:L85", "supporters": "S0:L122, S0:L128, S0:L208", "groups": "S0:L122",
        "vocabulary": "S0:L122, S0:L196, S0:L225",
    },
)  # fmt: skip
