"""What keeps people apart is about people who are there; answers are about cells that are blank."""

from matchmaker.domain.questions import ABOUT
from matchmaker.simulate.dice import Dice
from matchmaker.simulate.pairs import answers, avoided, kept_apart

MENTORS = [{"id": f"M{n}", "area": "Oval"} for n in range(50)]
PEOPLE = [
    {"id": f"B{n}", "navigator": "N1", "wants": "yes", "dislikes": [], "area": "Oval", "dual_worked": n % 2}
    for n in range(120)
]
PLACES = [{"id": f"{kind}_1", "kind": kind, "area": "Oval"} for kind in ("office_hub", "park")]


def test_one_in_twelve_is_kept_from_somebody_and_one_mentor_in_25_from_a_situation():
    rows = list(kept_apart(MENTORS, PEOPLE, workers=["N1", "N2"], dice=Dice(1)))
    pairs = [row for row in rows if "other" in row]
    assert (len(pairs), len(rows) - len(pairs)) == (10, 2)
    others = {row["other"] for row in pairs}
    assert "N1" not in others, "nobody is kept from their own worker"
    assert others <= {"N2", *(mentor["id"] for mentor in MENTORS)}
    assert not list(kept_apart([], PEOPLE, workers=["N1"], dice=Dice(1)))


def test_one_in_fifteen_avoids_one_thing():
    rows = [row for seed in range(5) for row in avoided(PEOPLE, places=PLACES, dice=Dice(seed))]
    assert len(rows) == 5 * (120 // 15)
    assert all(len(row) == 2 for row in rows)
    assert {cell for row in rows for cell in row} == {"who", "place", "kind", "area", "time"}
    assert {row["place"] for row in rows if "place" in row} <= {"office_hub_1", "park_1"}


def test_answers_are_about_blank_cells_only():
    blank = [row | {"id": f"C{n}"} for n, row in enumerate(PEOPLE)]
    for row in blank:
        del row["dual_worked"]
    workers = [{"id": f"N{n}", "label": "Bev A"} | ({"joint_hours": 4.0} if n else {}) for n in range(5)]
    found = [
        row
        for seed in range(12)
        for row in answers(MENTORS, [*PEOPLE, *blank], workers=workers, labels={}, dice=Dice(seed))
    ]
    asked = [row["question"].split("/") for row in found]
    assert {code for code, *_ in asked} <= set(ABOUT)
    dual = {about[0] for code, *about in asked if code == "dual-worked"}
    assert dual
    assert all(name.startswith("C") for name in dual)
    assert {about[0] for code, *about in asked if code == "joint-room"} == {"N0"}
    assert {len(about) for code, *about in asked if code == "known-area"} == {2}
