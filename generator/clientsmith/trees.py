"""Plain trees of dicts, lists and scalars, and looking into them without asking at each step what is there.

A place that holds the wrong kind of value, which checking a document tells, holds nothing for whoever looks there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, TypeGuard

Tree: TypeAlias = dict[str, Any]
"""An object of a document."""


def is_object(value: object) -> TypeGuard[Tree]:
    """Tell whether a value of a tree is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Tell whether a value of a tree is a list."""
    return isinstance(value, list)


def mapping(value: object) -> Tree:
    """Return a value when it is an object, else an empty one."""
    return value if is_object(value) else {}


def sequence(value: object) -> list[Any]:
    """Return a value when it is a list, else an empty one."""
    return value if is_array(value) else []


def nodes(tree: Tree) -> Iterator[Tree]:
    """Yield every object of a tree, in no order that means anything."""
    stack: list[Any] = [tree]
    while stack:
        node = stack.pop()
        if is_object(node):
            yield node
            stack.extend(node.values())
        elif is_array(node):
            stack.extend(node)
