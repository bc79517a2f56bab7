"""Every mistake in a workbook is named once, at its cell, in a sentence one can read aloud."""

import random
from datetime import date, time

import pytest

from matchmaker.errors import InputErrors, InputProblem
from matchmaker.files import examine, read_round, told
from matchmaker.files.headers import read_header
from matchmaker.files.judging import judge
from matchmaker.files.schema import sheets
from matchmaker.files.spots import Fault, Spot, in_order, letters
from matchmaker.files.standins import bare_row, stand_in
from tests.files.books import good, put, saved


def sentences(book, tmp_path):
    return [told(problem) for problem in examine(saved(book, tmp_path)).problems]


def test_a_good_workbook_has_no_problem(tmp_path):
    assert sentences(good(), tmp_path) == []


@pytest.mark.parametrize(
    ("cell", "value", "sentence"),
    [
        ("Mentors!2.hours_per_week", "two",
         'Mentors, cell F2 (hours_per_week): "two" is not a number. Maybe 2 or 2.5.'),
        ("Mentors!2.hours_per_week", 1.3,
         'Mentors, cell F2 (hours_per_week): "1.3" is not in quarters. Maybe 1.5 or 2.25.'),
        ("Mentors!2.hours_per_week", -1,
         'Mentors, cell F2 (hours_per_week): "-1" is too small. Maybe 0 or more.'),
        ("Mentors!2.people_at_once", 2000,
         'Mentors, cell G2 (people_at_once): "2000" is too large. Maybe 1000 or less.'),
        ("Mentors!2.available", None,
         "Mentors, cell D2 (available): it is blank. "
         "Maybe fill it in: Can they take on somebody new at present?"),
        ("Mentors!2.navigator", "N2",
         "Mentors, cell C2 (navigator): N2 is not among the navigators. "
         "Maybe look up the id; nobody else's will do."),
        ("Mentors!2.id", "M 1",
         'Mentors, cell A2 (id): "M 1" is not an id. '
         "Maybe use only letters, digits, dots, dashes and underscores."),
        ("Mentors!2.offers", "none",
         'Mentors, cell E2 (offers): "none" is empty. Maybe fill in at least one.'),
        ("Mentors!2.free", "Mon 10-12",
         'Mentors, cell I2 (free): "Mon 10-12" is not a weekday and two times. '
         "Maybe Mon 10:00-12:00."),
        ("Mentors!2.free", "Tue 09:00-10:00; Mon 12:00-10:00",
         'Mentors, cell I2 (free): "Mon 12:00-10:00" ends before it starts, or is no time of day. '
         "Maybe split it at midnight."),
        ("Mentors!2.breaks", "2026-12-14 to 2026-12-01",
         'Mentors, cell J2 (breaks): "2026-12-14 to 2026-12-01" ends before it starts. '
         "Maybe swap the two days."),
        ("Mentors!2.supervised_on", "2026-02-30",
         'Mentors, cell L2 (supervised_on): "2026-02-30" is not a day of the calendar. '
         "Maybe check the month and day."),
        ("Mentors!2.supervised_on", date(2027, 1, 1),
         'Mentors, cell L2 (supervised_on): "2027-01-01" lies after 2026-11-30, '
         "the day of this round. Maybe the year is wrong."),
        ("Mentors!2.likes", "tea; tea",
         'Mentors, cell L2 (likes): "tea; tea" holds the same thing twice. Maybe leave one out.'),
        ("Mentors!2.area", "=1+1",
         "Mentors, cell L2 (area): it holds a formula without a value. Maybe type the value itself."),
        ("Mentors!2.area", "#REF!",
         'Mentors, cell L2 (area): "#REF!" is an error of the spreadsheet. '
         "Maybe type the value itself, or clear the cell."),
        ("Mentors!2.x_note", "#N/A",
         'Mentors, cell L2 (x_note): "#N/A" is an error of the spreadsheet. Maybe clear the cell.'),
        ("Beneficiaries!3.label", "a\u202eb",
         "Beneficiaries, cell B3 (label): it holds a hidden or control character. Maybe type it again."),
        ("Beneficiaries!2.asked_on", None,
         "Beneficiaries, cell E2 (asked_on): it is needed when wants is yes. "
         "Maybe the day they said so, like 2026-10-05."),
        ("Beneficiaries!2.wants_to_do", "cofee_walk",
         "Beneficiaries, cell F2 (wants_to_do): cofee_walk is not among the tasks. Maybe coffee_walk?"),
        ("Beneficiaries!2.gender_wish", "must",
         "Beneficiaries, cell H2 (gender_wished): it is needed when gender_wish is must. Maybe a woman?"),
        ("Beneficiaries!2.needed_on", "2026-11-03 10:00",
         'Beneficiaries, cell I2 (needed_on): "2026-11-03 10:00" lies before 2026-11-30, '
         "the day of this round. Maybe clear it."),
        ("Beneficiaries!3.id", "B1",
         'Beneficiaries, cell A3 (id): "B1" is there twice. Maybe give one a new id.'),
        ("KeepApart!2.other", None,
         "KeepApart, cell B2 (other): it needs either another person or a situation. "
         "Maybe fill in one of the two."),
        ("KeepApart!2.one", "M9",
         "KeepApart, cell A2 (one): M9 is not among the people. Maybe look up the id; nobody else's will do."),
        ("Programme!2.as_of", None,
         "Programme, cell A2 (as_of): it is blank. Maybe fill it in: The day this round is judged on."),
        ("Programme!3.as_of", "2026-11-30",
         "Programme, row 3: it is a second row, and a round has one programme. "
         "Maybe leave only the one that holds today."),
        ("Mentors!D1", "is_available",
         'Mentors, cell D1: "is_available" is not a column we know here. Maybe available?'),
        ("Mentors!L1", "favourite colour",
         'Mentors, cell L1: "favourite colour" is not a column we know here. '
         "Maybe start its name with x_ to carry it unread."),
        ("Mentors!L1", "ID", 'Mentors, cell L1: "id" is there twice, in A1 and here. '
         "Maybe leave out one of the two columns."),
        ("Mentors!L1", "x_diagnosis",
         'Mentors, cell L1: "x_diagnosis": we do not hold diagnoses. '
         "Maybe a row in Situations or a note of what helps is enough."),
        ("Mentors!L3", "stray",
         "Mentors, cell L3: something stands in a column without a name: L1 is blank. "
         "Maybe name the column, or clear the cell."),
    ],
)  # fmt: skip
def test_one_mistake_gives_one_sentence(tmp_path, cell, value, sentence):
    book = good()
    put(book, cell, value)
    assert sentences(book, tmp_path) == [sentence]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda book: book.pop("Navigators"),
         "Navigators: there is no such sheet. Maybe add it, as in the template."),
        (lambda book: book.update(Navigator=book.pop("Navigators")),
         "Navigator: this is not a sheet we know. Maybe Navigators?"),
        (lambda book: book.update({"keep apart": [["one"]]}),
         "keep apart: this sheet is there twice. Maybe put all rows on one."),
        (lambda book: book.update({"Equality monitoring": [["x"]]}),
         "Equality monitoring: equality monitoring and outcome scores are kept apart from matching. "
         "Maybe move this sheet to its own file."),
        (lambda book: book.update(Budget=[["x"]]),
         "Budget: this is not a sheet we know. Maybe start its name with x_, and it is left alone."),
        (lambda book: book.update(Navigators=[]),
         "Navigators: the first row is blank, and the names of the columns belong there. "
         "Maybe copy it from the template."),
        (lambda book: book["Navigators"].insert(0, ["Our workers, November"]),
         "Navigators: the first row names no column that we know. "
         "Maybe the names of the columns are further down, or this is another table."),
        (lambda book: [row.pop(0) for row in book["Navigators"]],
         "Navigators, row 1: there is no column id. Maybe add it: A short code such as M07; not a name."),
        (lambda book: [row.pop(4) for row in book["Beneficiaries"]],
         "Beneficiaries, row 1: there is no column asked_on, and it is needed when wants is yes. "
         "Maybe the day they said so, like 2026-10-05."),
        (lambda book: book["Beneficiaries"][0].__setitem__(4, "asked_no"),
         'Beneficiaries, cell E1: "asked_no" is not a column we know here. Maybe asked_on?'),
        (lambda book: book.pop("Programme"),
         "Programme: there is no such sheet. Maybe add it, as in the template."),
        (lambda book: book["Programme"].pop(),
         "Programme: nothing is filled in yet. Maybe add its one row, under the grey example."),
    ],
)  # fmt: skip
def test_a_missing_part_is_named_once_and_not_again_by_everything_that_needs_it(tmp_path, spoil, sentence):
    book = good()
    spoil(book)
    assert sentences(book, tmp_path) == [sentence]


FIFTEEN = [
    ("Mentors!L1", "hobby"),
    ("Mentors!2.id", None),
    ("Mentors!2.navigator", "N9"),
    ("Mentors!2.hours_per_week", "two"),
    ("Mentors!2.usual_step", "by themselves"),
    ("Mentors!2.free", "Mon 10-12"),
    ("Mentors!3.available", "perhaps"),
    ("Mentors!3.people_at_once", 1.5),
    ("Beneficiaries!2.asked_on", None),
    ("Beneficiaries!2.wants_to_do", "cofee_walk; court"),
    ("Beneficiaries!2.needed_on", "2026-11-03 10:00"),
    ("Beneficiaries!3.label", None),
    ("Programme!2.locality", None),
    ("KeepApart!2.other", "M2"),
    ("Navigators!2.first_visits_free", "four"),
]


def test_fifteen_mistakes_are_fifteen_problems_at_once(tmp_path):
    book = good()
    for cell, value in FIFTEEN:
        put(book, cell, value)
    with pytest.raises(InputErrors) as caught:
        read_round(saved(book, tmp_path))
    assert [problem.where for problem in caught.value.problems] == [
        "Mentors!L1", "Mentors!A2", "Mentors!C2", "Mentors!F2", "Mentors!H2", "Mentors!I2",
        "Mentors!D3", "Mentors!G3",
        "Beneficiaries!E2", "Beneficiaries!F2", "Beneficiaries!I2", "Beneficiaries!B3",
        "Navigators!C2", "Programme!B2", "KeepApart!B2",
    ]  # fmt: skip


def test_the_same_mistakes_are_found_wherever_rows_and_columns_stand(tmp_path):
    """Blank rows between, columns turned round: the cell moves, what is said of it does not."""
    book = good()
    for cell, value in FIFTEEN:
        put(book, cell, value)
    straight = examine(saved(book, tmp_path)).problems
    draw = random.Random(1)
    for title, rows in book.items():
        wide = max(len(row) for row in rows)
        order = draw.sample(range(wide), wide)
        full = [row + [None] * (wide - len(row)) for row in rows]
        turned = [[row[at] for at in order] for row in full]
        book[title] = [turned[0], [], *turned[1:]]
    moved = examine(saved(book, tmp_path)).problems
    assert sorted((p.sheet, p.column, p.code, p.message, p.value) for p in moved) == sorted(
        (p.sheet, p.column, p.code, p.message, p.value) for p in straight
    )
    for problem in moved:
        sheet, _, cell = problem.where.partition("!")
        column, row = ord(cell[0]) - ord("A"), int(cell[1:])
        assert (sheet, row) == (problem.sheet, problem.row)
        assert book[sheet][0][column] == problem.column


def test_a_problem_carries_what_a_page_needs_to_show_it(tmp_path):
    book = good()
    put(book, "Mentors!3.hours_per_week", "two")
    assert examine(saved(book, tmp_path)).problems == (
        InputProblem(
            "bad_number", "Mentors!F3", "is not a number.", "Maybe 2 or 2.5.",
            sheet="Mentors", row=3, column="hours_per_week", value="two",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("value", [113496, date(2026, 1, 2), time(10), "x" * 10_001, "secret\u202e"])
def test_private_text_is_not_repeated(tmp_path, value):
    book = good()
    put(book, "Mentors!2.about_me", value)
    (problem,) = examine(saved(book, tmp_path)).problems
    assert (problem.where, problem.value) == ("Mentors!K2", None)


def test_all_is_found_in_a_row_whose_days_words_and_references_are_wrong(tmp_path):
    """A wrong cell must not hide what else is wrong with its row, its sheet or the round."""
    book = good()
    book["Avoid"] = [
        ["who", "place", "area", "time"],
        ["B1", "office", "north", "Mon"],
        ["B1", None, None, None],
    ]
    book["Clearances"] = [
        ["mentor", "task", "step", "by", "set_on", "review_on"],
        ["M1", "court", "alone", "Asha", "2026-11-30", "2026-01-01"],
        ["M1", "court", "alone", "Asha", "soon", "2027-01-01"],
        ["M3", "court", None, "Asha", "2027-06-01", "2027-07-01"],
    ]
    found = [(problem.where, problem.code) for problem in examine(saved(book, tmp_path)).problems]
    assert found == [
        ("Avoid!B2", "unknown_reference"),
        ("Avoid!D2", "bad_window"),
        ("Avoid!B3", "half_filled"),
        ("Clearances!F2", "review_before_set"),
        ("Clearances!B3", "contradiction"),
        ("Clearances!E3", "bad_date"),
        ("Clearances!A4", "unknown_reference"),
        ("Clearances!C4", "missing"),
        ("Clearances!E4", "in_the_future"),
    ]


def test_merged_cells_are_not_read_as_blank(tmp_path):
    import openpyxl

    path = saved(good(), tmp_path)
    book = openpyxl.load_workbook(path)
    book["Mentors"].merge_cells("C2:C3")
    book.save(path)
    assert told(examine(path).problems[0]) == (
        "Mentors, cell C2: it is merged with others, and those would be read as blank. "
        "Maybe unmerge them and fill in each."
    )


def test_headers_are_read_kindly_but_never_guessed():
    mentors = sheets()[0]
    header = read_header(["Hours per week", " ID *", "X_Pets", "Label", "people-at-once"], mentors)
    assert dict(header.numbers) == {"hours_per_week": 1, "id": 2, "label": 4, "people_at_once": 5}
    assert header.unread == {3: "x_Pets"}
    assert header.faults == []
    assert [column.name for column, _ in header.missing] == ["navigator", "available", "offers", "usual_step"]
    assert read_header([3.0], mentors).faults[0][1].value == "3"


def test_letters_of_columns():
    assert [letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_findings_come_in_the_order_of_reading():
    spots = [Spot("B", 2), Spot("A", 1, 3, 2), Spot("A", 1, 3, 1), Spot("A", 1, 2, 9), Spot("A", 1)]
    ordered = in_order([spot.finding(Fault("x", "")) for spot in spots])
    assert [problem.where for problem in ordered] == ["A", "A!I2", "A!A3", "A!B3", "B"]


def test_stand_ins_are_right_in_themselves():
    """Otherwise they would hide what they are there to uncover."""
    for sheet in sheets():
        row = {column.name: stand_in(column, sheet, row=7) for column in sheet.columns}
        for name in ("situation", "place", "kind", "area"):  # One of these at a time.
            row.pop(name) if sheet.field in ("keep_apart", "avoid") and name in row else None
        sheet.record.model_validate(row)
        assert set(bare_row(sheet, 7)) <= set(row)


def test_a_round_of_stand_ins_is_never_handed_out():
    assert judge({}) is None
