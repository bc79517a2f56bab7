"""What may be asked of a search, and what is refused by name."""

from __future__ import annotations

import threading

import pytest

from matchmaker.errors import ArgumentError
from matchmaker.plan import Search


@pytest.mark.parametrize(
    ("wish", "named"),
    [
        ({"seconds": "5"}, "seconds is '5'"),
        ({"seconds": True}, "seconds is True"),
        ({"seconds": float("nan")}, "seconds is nan"),
        ({"seconds": 0}, "seconds is 0"),
        ({"seconds": 86_401}, "seconds is 86401"),
        ({"workers": 0}, "workers is 0"),
        ({"workers": 65}, "workers is 65"),
        ({"workers": 1.0}, "workers is 1.0"),
        ({"progress": "loud"}, "progress cannot be called"),
        ({"cancel": True}, "cancel has no is_set"),
        ({"executor": object()}, "executor is not used yet"),
    ],
)
def test_what_no_search_could_honour_is_refused_by_name(wish, named):
    with pytest.raises(ArgumentError, match=named) as caught:
        Search(**wish)
    assert "Maybe" in str(caught.value)


def test_the_ends_of_what_is_allowed():
    assert Search(seconds=86_400, workers=64).workers == 64
    assert Search(seconds=0.1, workers=1, cancel=threading.Event(), progress=print).seconds == 0.1
