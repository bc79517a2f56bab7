"""A programme like Inspiring Change Manchester: late, long and light, one in six is mentored (S3)."""

from __future__ import annotations

from typing import Final

from matchmaker.simulate.figures import Figures, Town

MANCHESTER: Final = Town(
    name="Manchester", prison="Cheetham Hill",
    areas={
        "Manchester centre": (0, 0), "Ancoats": (1, 1), "Moss Side": (-1, -3), "Hulme": (-1, -2),
        "Cheetham Hill": (0, 3), "Longsight": (3, -3), "Rusholme": (1, -3), "Beswick": (2, 0),
        "Gorton": (5, -2), "Levenshulme": (4, -5), "Harpurhey": (1, 4), "Newton Heath": (4, 2),
        "Openshaw": (4, 0), "Moston": (4, 4), "Blackley": (0, 6), "Wythenshawe": (-2, -10),
    },
)  # fmt: skip

ICM: Final = Figures(
    locality="Irwell Coordinated Support (invented)",
    towns=(MANCHESTER,),
    hubs=("The Beehive", "Canal House", "The Ropeworks", "Clock Mill"),
    hostels=("Bridge House", "Tramway Lodge"),
    women=(
        "Colette", "Siobhan", "Nadia", "Michelle", "Paula", "Shanice", "Bernie", "Dawn", "Rukhsana", "Kelly",
        "Angie", "Marta", "Toni", "Grace", "Hayley", "Denise", "Comfort", "Jackie", "Saima", "Carly",
    ),
    men=(
        "Gaz", "Tunde", "Liam", "Ryan", "Declan", "Abdi", "Steve", "Kieran", "Paul", "Omar", "Andre", "Sean",
        "Colin", "Bilal", "Neil", "Danny", "Errol", "Marek", "Anthony", "Karl",
    ),
    likes=("the cinema", "record shops", "going to gigs", "five-a-side"),
    hopes=("a night at the pictures", "helping at the hub"),
    languages=("Polish", "Urdu", "Arabic", "Somali", "Romanian", "Farsi"),
    groups=("Film night", "Hub welcome", "Sunday walk", "Guitar circle", "Cook and eat"),
    vocabulary=(
        {"sort": "kind", "code": "cinema", "label": "the cinema", "public": True, "staffed": True},
        {"sort": "task", "code": "cinema_trip", "label": "a film at the cinema", "everyday": True,
         "kinds": ["cinema"]},
    ),
    mentors_free=0.66,
    supervision_days=30,
    devices=0.6,
    hours_per_week={3: 40, 4: 40, 5: 20},
    people_at_once={1: 35, 2: 65},
    wants={"yes": 50, "would_like_to_hear_more": 13, "maybe_later": 22, "no": 15},
    tasks={"coffee_walk": 10, "cinema_trip": 5, "moving_on": 4, "leisure": 4, "group_first_time": 4},
    together={"alone": 60, "joint": 26, "paired": 6, "group": 8},
    dual_worked=0.05,
    meetings_a_month={1: 32, 2: 50, 3: 14, 4: 4},
    waited_days=(0, 30, 75, 130, 200, 280, 420),
    routes={"reinforce_progress": 65, "build_trust_early": 10, "step_down": 18, "task_only": 7},
    supporters="apart",
    first_visits=(4, 10),
    joint_hours=(4, 8),
    supervision_places=(4, 9),
    under_way=0.26,
    ended=0.055,
    before_days=(60, 160, 250, 340, 650),
    lasted_days=(30, 91, 183, 274, 456, 700, 1277),
    sources={
        "towns": "S3:L11",
        "mentors_free": "S3:L149", "tasks": "S3:L19", "together": "S3:L27-35",
        "meetings_a_month": "S3:L57", "routes": "S3:L41, S3:L163", "supporters": "S3:L19",
        "under_way": "S3:L53", "ended": "S3:L53, S3:L99-105", "before_days": "S3:L59",
        "lasted_days": "S3:L55", "endings": "S3:L49", "groups": "S3:L35-39", "vocabulary": "S3:L19",
    },
)  # fmt: skip
