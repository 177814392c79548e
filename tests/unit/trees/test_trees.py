"""Looking into trees that may hold anything."""

from __future__ import annotations

import pytest

from clientsmith.trees import is_array, is_object, mapping, nodes, sequence


@pytest.mark.parametrize("value", [None, 1, "text", True, [1], {"a": 1}])
def test_a_place_of_the_wrong_kind_holds_nothing(value: object) -> None:
    assert mapping(value) == (value if isinstance(value, dict) else {})
    assert sequence(value) == (value if isinstance(value, list) else [])
    assert is_object(value) is isinstance(value, dict)
    assert is_array(value) is isinstance(value, list)


def test_nodes_are_all_objects() -> None:
    tree = {"a": [{"b": {"c": 1}}, [[{"d": 2}]]], "e": "text"}
    assert sorted(len(node) for node in nodes(tree)) == [1, 1, 1, 2]


def test_deep_trees_do_no_harm() -> None:
    tree: dict[str, object] = {}
    for _ in range(20_000):
        tree = {"a": tree}
    assert sum(1 for _ in nodes(tree)) == 20_001
