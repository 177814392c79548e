"""Whether what a reference leads to may stand where the reference stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientsmith.source.openapi3 import SCHEMA
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from clientsmith.source.grammar import NodeType
    from clientsmith.source.references import Target


def is_definition(target: Target, kind: NodeType) -> bool:
    """Tell whether a schema stands in the `$defs` of another one, where it has a name but is no component."""
    return kind is SCHEMA and target.pointer.rpartition("/")[0].endswith("/$defs")


def fits(value: Any, kind: NodeType) -> bool:
    """Tell whether a value is of a kind, or a reference to one."""
    if kind.items is not None:
        return is_array(value) or (is_object(value) and isinstance(value.get("$ref"), str))
    return is_object(value) or (kind.also_boolean and isinstance(value, bool))


def described(value: Any) -> str:
    """Say in a few words what a value is."""
    if is_array(value):
        return "a list"
    if is_object(value):
        return "an object"
    return "nothing" if value is None else f"the {type(value).__name__} value {str(value)[:40]!r}"
