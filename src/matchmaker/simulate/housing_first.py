"""A programme like Housing First in Stoke: together with the worker first, home and everyday things (S1)."""

from __future__ import annotations

from typing import Final

from matchmaker.simulate.figures import STEPS, Figures, Town

STOKE: Final = Town(
    name="Stoke-on-Trent",
    areas={
        "Hanley": (0, 0), "Burslem": (-1, 3), "Longton": (4, -5), "Stoke": (-1, -2), "Tunstall": (-2, 5),
        "Fenton": (2, -3), "Shelton": (-1, -1), "Bentilee": (4, -1), "Cobridge": (0, 2),
        "Smallthorne": (1, 4), "Meir": (6, -6), "Penkhull": (-2, -3), "Abbey Hulton": (4, 1),
        "Blurton": (1, -6),
    },
)  # fmt: skip

HOUSING_FIRST: Final = Figures(
    locality="Six Towns Housing First (invented)",
    towns=(STOKE,),
    hubs=("The Bottle Kiln", "Saggar House", "The Potbank"),
    hostels=("Etruscan House", "Marl Lodge"),
    women=(
        "Gina", "Sharon", "Jade", "Pauline", "Denise", "Kaz", "Lynn", "Shabana", "Becky", "Trish", "Carol",
        "Magda", "Natalie", "Wendy", "Hannah", "Julie", "Parveen", "Steph", "Elaine", "Vicky",
    ),
    men=(
        "Mark", "Tony", "Carl", "Shane", "Wayne", "Ash", "Nige", "Mateusz", "Rob", "Keith", "Tariq", "Scott",
        "Dave", "Martin", "Jamie", "Terry", "Adil", "Stu", "Glenn", "Ricky",
    ),
    likes=("pottery", "oatcakes", "narrowboats", "fixing things"),
    hopes=("curtains and a cooker", "knowing the neighbours", "a bike that works"),
    languages=("Polish", "Urdu", "Romanian", "Kurdish"),
    groups=("Bike shed", "Oatcake morning", "Allotment crew", "Craft table"),
    vocabulary=(
        {"sort": "kind", "code": "bike_workshop", "label": "the bike workshop", "public": True,
         "staffed": True},
        {"sort": "task", "code": "bike_repair", "label": "mending bikes", "everyday": True,
         "kinds": ["bike_workshop", "allotment"]},
        {"sort": "task", "code": "house_search", "label": "looking for a flat", "kinds": [
            "library", "office_hub", "cafe_public", "remote"]},
    ),
    mentors_free=0.85,
    supervision_days=30,
    devices=0.5,
    hours_per_week={3: 40, 4: 40, 6: 20},
    people_at_once={1: 65, 2: 35},
    steps={**STEPS, "joint": 30, "accompanied": 24, "alone": 14},
    wants={"yes": 62, "would_like_to_hear_more": 14, "maybe_later": 10, "no": 14},
    tasks={
        "home_visit": 5, "appointment_housing": 7, "shopping_with": 5, "house_search": 3, "bike_repair": 4,
        "bank_account": 2, "prison_visit": 1, "hospital_visit": 1,
    },
    together={"alone": 18, "joint": 68, "paired": 10, "group": 4},
    dual_worked=0.2,
    meetings_a_month={2: 45, 3: 25, 4: 30},
    waited_days=(0, 14, 35, 56, 90, 150, 320),
    relationship_words=("befriender", "peer specialist", "buddy"),
    caseloads={6: 10, 7: 20, 8: 30, 9: 20, 10: 20},
    supporters="apart",
    first_visits=(4, 9),
    joint_hours=(6, 12),
    supervision_places=(4, 9),
    under_way=0.25,
    ended=0.08,
    before_days=(7, 21, 42, 70, 160),
    lasted_days=(14, 40, 75, 150, 300, 540),
    sources={
        "towns": "S1:L79",
        "supervision_days": "S1:L99", "together": "S1:L144", "dual_worked": "S1:L146",
        "tasks": "S1:L33-39, S1:L192-194", "steps": "S1:L134, S1:L144", "supporters": "S1:L192",
        "wants": "S1:L186-188", "relationship_words": "S1:L43, S1:L136", "groups": "S1:L192-194",
        "vocabulary": "S1:L39, S1:L192",
    },
)  # fmt: skip
