"""JSON is read strictly, and positions are found without a second parser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.source.json_reader import read_json


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.line, fault.column) for fault in read_json(text, 50).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": 2}', [("duplicate-key", 2, 2)]),
        ('{"a": {"b": 1, "b": 2}, "c": {"d": 1, "d": 1}}', [("duplicate-key", 1, 39), ("duplicate-key", 1, 16)]),
        ('{"a": NaN}', [("not-a-number", 1, 7)]),
        ("[1, -Infinity]", [("not-a-number", 1, 5)]),
        ('{"a": 1e999}', [("not-a-number", 1, 7)]),
        ('{"a": "\\ud800"}', [("not-text", 1, 7)]),
        ('{"\\ud800": 1}', [("not-text", 1, 12)]),
        ('{"a": 1,}', [("json-syntax", 1, 8)]),
        ("[1,\n ]", [("json-syntax", 1, 3)]),
        ("{,}", [("json-syntax", 1, 2)]),
        ("[,]", [("json-syntax", 1, 2)]),
        ('{"a": 1\r\n "b": 2}', [("json-syntax", 2, 2)]),
        ('{"a": ', [("json-syntax", 1, 7)]),
        ('{"a": "x\ny"}', [("json-syntax", 1, 9)]),
        ("[" * 60 + "]" * 60, [("too-deep", 1, 52)]),
        ("[" * 100_000, [("too-deep", 1, 1)]),
        ("9" * 5000, [("not-a-number", 1, 1)]),
    ],
)
def test_faults_have_their_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_values_that_json_lacks_are_replaced() -> None:
    assert read_json('{"a": [NaN, 1], "b": "x\\ud800"}', 50).tree == {"a": [None, 1], "b": "x?"}


def test_surrogate_pairs_are_characters() -> None:
    parsed = read_json('{"a": "\\ud83d\\ude00"}', 50)
    assert (parsed.tree, parsed.faults) == ({"a": "\N{GRINNING FACE}"}, ())


def test_positions() -> None:
    parsed = read_json('{\n  "info": {"title": "Pets"},\n  "tags": [\n    1,\n    {"a/b": null}\n  ]\n}', 50)
    assert parsed.locate(()) == (1, 1)
    assert parsed.locate(("info",)) == (2, 3)
    assert parsed.locate(("info", "title")) == (2, 21)
    assert parsed.locate(("tags", "1")) == (5, 5)
    assert parsed.locate(("tags", "1", "a/b")) == (5, 13)
    assert parsed.locate(("tags", "9")) == (3, 3)
    assert parsed.locate(("nothing", "here")) == (1, 1)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


def walk(value: Any, pointer: str = "") -> list[tuple[str, Any]]:
    found = [(pointer, value)]
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in members:
        found += walk(child, pointer_join(pointer, key))
    return found


@given(_JSON, st.sampled_from([None, 2, "\t"]))
def test_every_scalar_is_found_where_it_stands(value: Any, indent: Any) -> None:
    text = json.dumps(value, indent=indent)
    parsed = read_json(text, 50)
    assert parsed.tree == value
    lines = text.split("\n")
    for pointer, child in walk(value):
        if not isinstance(child, (dict, list)):
            line, column = parsed.locate(pointer_tokens(pointer))
            assert lines[line - 1][column - 1 :].startswith(json.dumps(child))


@given(st.text(alphabet='{}[]",:0123456789eE+-.tfnu\\ \n', max_size=40))
def test_any_text_gives_a_tree_or_faults(text: str) -> None:
    parsed = read_json(text, 50)
    assert parsed.faults or parsed.tree == json.loads(text)
    assert parsed.locate(("a", "0"))[0] >= 1
