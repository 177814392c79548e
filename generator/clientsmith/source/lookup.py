"""Looks things up in a tree whose references are all internal."""

from __future__ import annotations

from typing import Any

from clientsmith.positions import pointer_get
from clientsmith.source.references import ref_pointer
from clientsmith.trees import Tree, is_object

_MOST_STEPS = 100


def follow(tree: Tree, value: Any, pointer: str) -> tuple[Any, str]:
    """Follow the references of a node to their end.

    Args:
        tree: The whole tree.
        value: The node.
        pointer: Its pointer.

    Returns:
        The node at the end of the chain with its pointer; an empty object if the chain leads nowhere.
    """
    for _ in range(_MOST_STEPS):
        if not is_object(value) or not isinstance(value.get("$ref"), str):
            return value, pointer
        pointer = ref_pointer(value["$ref"])
        try:
            value = pointer_get(tree, pointer)
        except (LookupError, ValueError):
            break
    empty: Tree = {}
    return empty, pointer
