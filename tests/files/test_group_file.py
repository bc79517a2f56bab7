"""A file of groups: read or refused by the number of the row, without a word of who is in which group."""

from __future__ import annotations

import pytest

from matchmaker.errors import CannotRead, InputErrors
from matchmaker.files import read_groups


def read(tmp_path, text: str | bytes) -> dict[str, str]:
    path = tmp_path / "groups.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_groups(path)


@pytest.mark.parametrize(
    "text",
    [
        "beneficiary,group\nB1,A\nB2,B\nB3,\n",
        "\ufeffBeneficiary;Group\r\nB1;A\r\n\r\nB2;B\r\nB3;\r\n",
        "beneficiary\tgroup\nB1\tA\nB2\tB",
    ],
)
def test_it_says_the_group_of_each_person(tmp_path, text):
    assert read(tmp_path, text) == {"B1": "A", "B2": "B"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("person,group\nB1,A\n", "row 1: the columns are not those. Maybe call them beneficiary and group."),
        ("beneficiary,group\nB1,Secret\nB1,Other\n", "row 3: this is the person of row 2 again. Maybe keep one of the two."),
        ("beneficiary,group\nQuetzal Coatl,Secret\n", "row 2: there is no id. Maybe copy it from the sheet Beneficiaries."),
        (f"beneficiary,group\nB1,{'Secret' * 11}\n", "row 2: the group has no plain, short name. Maybe a letter, such as A."),
        ("beneficiary,group\nB1,Secret\x1b\n", "row 2: the group has no plain, short name. Maybe a letter, such as A."),
        ("beneficiary,group\nB1,Secret,more\n", "row 2: there is no id."),
        ("", "the file is empty"),
        (b"beneficiary,group\nB1,\xff\n", "row 2: byte 22 of the file is not UTF-8 text."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_row_and_names_nobody(tmp_path, text, says):
    with pytest.raises(InputErrors) as error:
        read(tmp_path, text)
    assert says in str(error.value)
    assert not [word for word in ("Secret", "Quetzal", "B1") if word in str(error.value)]


def test_all_of_it_at_once(tmp_path):
    with pytest.raises(InputErrors) as error:
        read(tmp_path, "beneficiary,group\nB 1,A\nB2,B\nB2,C\n")
    assert [problem.code for problem in error.value.problems] == ["bad_id", "twice"]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CannotRead, match="is not there"):
        read_groups(tmp_path / "nosuch.csv")
