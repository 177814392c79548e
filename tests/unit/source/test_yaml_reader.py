"""YAML is read by the core schema of YAML 1.2, the same by both of PyYAML's parsers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.diagnostics import Severity
from clientsmith.source.text import Parsed
from clientsmith.source.yaml_reader import read_yaml

PARSERS = [pytest.param(False, id="libyaml"), pytest.param(True, id="python")]


def parse(text: str, *, pure: bool = False, depth: int = 50, nodes: int = 1000) -> Parsed:
    return read_yaml(text, depth, nodes, pure=pure)


def tree(text: str) -> Any:
    parsed = parse(text)
    assert parsed.faults == ()
    return parsed.tree


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("off", "off"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("y", "y"),
        ("on", "on"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("null", None),
        ("", None),
        ("0o17", 15),
        ("017", 17),
        ("0x1F", 31),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("-12", -12),
        ("+12", 12),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1.5E-2", 0.015),
        ("12:30:45", "12:30:45"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        (".", "."),
        ("+", "+"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ('!!int "12"', 12),
        ("=", "="),
        ("٣", "٣"),
    ],
)
def test_scalars_by_the_core_schema(text: str, value: Any) -> None:
    found = tree(f"key: {text}\n" if text != "-" else "key: '-'\n")["key"]
    assert (type(found), found) == (type(value), value)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("200: ok", ["200"]),
        ("1.10: x", ["1.10"]),
        ("true: x", ["true"]),
        ("~: x", ["~"]),
        ("null: x", ["null"]),
        ("NO: Norway", ["NO"]),
        ("2024-01-31: x", ["2024-01-31"]),
        ('"<<": x', ["<<"]),
    ],
)
def test_keys_are_the_text_that_was_written(text: str, keys: list[str]) -> None:
    assert list(tree(text + "\n")) == keys


def test_merge_keys_add_what_is_not_written_out() -> None:
    text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  z: 5\n  <<: [*a, *b]\n"
    assert tree(text)["c"] == {"z": 5, "x": 1, "y": 2}


def test_position_of_a_merged_member_is_where_it_was_written() -> None:
    parsed = parse("a: &a\n  x: 1\nc:\n  <<: *a\n")
    assert parsed.locate(("c", "x")) == (2, 6)


@pytest.mark.parametrize("pure", PARSERS)
@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", (3, 1)),
        ("200: a\n'200': b\n", "duplicate-key", (2, 1)),
        ("a: *b\n", "yaml-alias", (1, 4)),
        ("a: &a\n  b: *a\n", "yaml-alias", (2, 6)),
        ("a: 1\n---\nb: 2\n", "yaml-documents", (2, 1)),
        ("? {a: 1}\n: 2\n", "yaml-key", (1, 3)),
        ("<<: 1\n", "yaml-merge", (1, 1)),
        ("a: .inf\n", "not-a-number", (1, 4)),
        ("a: -.INF\n", "not-a-number", (1, 4)),
        ("a: .nan\n", "not-a-number", (1, 4)),
        (f"a: {'9' * 5000}\n", "not-a-number", (1, 4)),
        ("a:\n\tb: 1\n", "yaml-syntax", (2, 1)),
        ("a: [1\n", "yaml-syntax", (2, 1)),
        ("a: b: c\n", "yaml-syntax", (1, 5)),
        ("a: @b\n", "yaml-syntax", (1, 4)),
    ],
)
def test_faults_have_their_place(text: str, code: str, place: tuple[int, int], pure: bool) -> None:
    (fault,) = parse(text, pure=pure).faults
    assert (fault.code, (fault.line, fault.column)) == (code, place)
    assert fault.severity is Severity.ERROR


@pytest.mark.parametrize("pure", PARSERS)
def test_a_tab_is_called_a_tab(pure: bool) -> None:
    (fault,) = parse("a:\n\tb: 1\n", pure=pure).faults
    assert "tab" in fault.message


def test_half_a_surrogate_pair_is_no_text() -> None:
    (fault,) = parse('a: "x\\ud800"\n', pure=True).faults
    assert (fault.code, fault.line, fault.column) == ("not-text", 1, 4)


def test_duplicate_key_tells_both_places_and_the_last_counts() -> None:
    parsed = parse("a: 1\nb:\n  c: 2\n  c: 3\n")
    assert parsed.tree == {"a": 1, "b": {"c": 3}}
    assert parsed.faults[0].related == (("first written here", 3, 3),)
    assert parsed.faults[0].pointer == "/b/c"


def test_all_faults_of_a_file_are_told_in_one_run() -> None:
    codes = [fault.code for fault in parse("a: 1\na: 2\nb: *x\nc: .nan\n").faults]
    assert codes == ["duplicate-key", "yaml-alias", "not-a-number"]


def test_unknown_tags_are_ignored_with_a_warning() -> None:
    parsed = parse("a: !Ref 12\n")
    assert parsed.tree == {"a": "12"}
    assert [(fault.code, fault.severity) for fault in parsed.faults] == [("yaml-tag", Severity.WARNING)]


def test_aliases_are_bounded_by_what_they_stand_for() -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert [fault.code for fault in parse(text).faults] == ["too-many-aliases"]


def test_depth_is_bounded_with_aliases_expanded() -> None:
    deep = "a: &a " + "[" * 9 + "]" * 9 + "\nb: " + "[" * 5 + "*a" + "]" * 5 + "\n"
    assert [fault.code for fault in parse(deep, depth=12).faults] == ["too-deep"]
    assert parse(deep, depth=20).faults == ()
    assert [fault.code for fault in parse("[" * 100_000, depth=20).faults] == ["too-deep"]


def test_positions_are_those_of_keys_for_containers_and_of_scalars_themselves() -> None:
    parsed = parse("info:\n  title: Pets\ntags:\n  - name: a\n  - name: b\n")
    assert parsed.locate(()) == (1, 1)
    assert parsed.locate(("info",)) == (1, 1)
    assert parsed.locate(("info", "title")) == (2, 10)
    assert parsed.locate(("tags", "1")) == (5, 5)
    assert parsed.locate(("tags", "1", "name")) == (5, 11)
    assert parsed.locate(("tags", "7")) == (3, 1)


_SCALARS = st.sampled_from(
    ["a", "off", "12", "0o7", "1.5", "~", "'x y'", '"q\\n"', "&a b", "*a", "! 1", "!!str 1", "2020-01-01", "<<", "- 1"]
)
_LINES = st.lists(
    st.one_of(
        st.builds(lambda depth, key, value: f"{'  ' * depth}{key}: {value}", st.integers(0, 3), _SCALARS, _SCALARS),
        st.builds(lambda depth, value: f"{'  ' * depth}- {value}", st.integers(0, 3), _SCALARS),
        st.builds(lambda depth, key: f"{'  ' * depth}{key}:", st.integers(0, 3), _SCALARS),
    ),
    max_size=8,
)


@given(_LINES)
def test_both_parsers_give_the_same_tree_and_places(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    fast, pure = parse(text), parse(text, pure=True)
    if any(fault.code == "yaml-syntax" for fault in (*fast.faults, *pure.faults)):
        assert any(fault.code == "yaml-syntax" for fault in fast.faults)
        assert any(fault.code == "yaml-syntax" for fault in pure.faults)
        return
    assert fast.tree == pure.tree
    assert fast.faults == pure.faults


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(_JSON)
def test_what_pyyaml_writes_is_read_back(value: Any) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    found = parse(text)
    assert found.faults == ()


@given(st.text())
def test_any_text_gives_a_tree_or_faults(text: str) -> None:
    for pure in (False, True):
        parsed = parse(text, pure=pure)
        assert parsed.locate(("a", "0", "b"))[0] >= 1
