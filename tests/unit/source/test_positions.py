"""JSON pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.positions import pointer_get, pointer_join, pointer_tokens


@given(st.lists(st.text()))
def test_tokens_survive_being_joined(tokens: list[str]) -> None:
    assert pointer_tokens(pointer_join("", *tokens)) == tuple(tokens)


@pytest.mark.parametrize(
    ("pointer", "value"),
    [("", {"a/b": [1, {"~1": 2}], "": 3}), ("/a~1b/0", 1), ("/a~1b/1/~01", 2), ("/", 3)],
)
def test_get(pointer: str, value: object) -> None:
    assert pointer_get({"a/b": [1, {"~1": 2}], "": 3}, pointer) == value


@pytest.mark.parametrize("pointer", ["/b", "/a/2", "/a/-1", "/a/01", "/a/0/x", "/a/٠", "/a/99999999999999999999"])
def test_get_of_nothing(pointer: str) -> None:
    with pytest.raises(LookupError):
        pointer_get({"a": [1, 2]}, pointer)


def test_a_pointer_starts_with_a_slash() -> None:
    with pytest.raises(ValueError, match="starts with"):
        pointer_tokens("a/b")
