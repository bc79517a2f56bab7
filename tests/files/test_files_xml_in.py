"""Parts of a workbook as XML: what no spreadsheet program would write is refused, never a crash."""

import pytest

from matchmaker.files.xml_in import Unsound, walk


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0" encoding="UTF-b"?><a/>',  # an encoding that nobody knows
        b"<a>",  # not whole
        b"",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ],
)
def test_what_cannot_be_read_is_unsound(data):
    with pytest.raises(Unsound):
        walk(data, lambda tag, attributes: None)


def test_what_can_is_walked_through():
    seen: list[str] = []
    walk(b'<?xml version="1.0" encoding="UTF-8"?><t:a><t:b/></t:a>', lambda tag, attributes: seen.append(tag))
    assert seen == ["a", "b"]
