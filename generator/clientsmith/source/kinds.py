"""Whether what a reference leads to may stand where the reference stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientsmith.source.openapi3 import SCHEMA
from clientsmith.source.references import Dangling
from clientsmith.trees import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Collection

    from clientsmith.source.grammar import NodeType
    from clientsmith.source.references import Target


def is_definition(target: Target, kind: NodeType) -> bool:
    """Tell whether a schema stands in the `$defs` of another one, where it has a name but is no component."""
    return kind is SCHEMA and target.pointer.rpartition("/")[0].endswith("/$defs")


def taken_in(
    target: Target | Dangling, ref: str, kind: NodeType, above: Collection[tuple[str, str]]
) -> Target | Dangling:
    """Return a target that is to be copied into the place of a reference, or why it cannot be.

    Args:
        target: Where the reference leads.
        ref: The reference as written.
        kind: The kind of the place.
        above: What is being copied into its place above here.
    """
    if isinstance(target, Dangling) or target.key not in above:
        return fitting(target, ref, kind)
    message = f"The reference '{ref}' makes the {kind.name} contain itself."
    return Dangling("ref-circular", message, "Write out one of the values in the circle.")


def fitting(target: Target | Dangling, ref: str, kind: NodeType) -> Target | Dangling:
    """Return the target of a reference if it is of the kind that belongs there, or else why not."""
    if isinstance(target, Dangling) or fits(target.value, kind):
        return target
    message = f"The reference '{ref}' leads to {described(target.value)}, where a {kind.name} belongs."
    return Dangling("ref-wrong-kind", message, "Refer to an object of this kind.")


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
