"""`$dynamicRef` as documents use it: a schema of pages, trees or envelopes whose inner type others fill in.

A schema that refers to such a one and sets its `$dynamicAnchor` gets a copy of it, in which the dynamic references lead
to what was set (JSON Schema 2020-12 §8.2.3.2). Without anybody who sets it, a dynamic reference is an ordinary one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientsmith.positions import pointer_join
from clientsmith.trees import Tree, is_array, is_object, mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OWN = frozenset(
    (
        "$id $schema $comment $defs definitions $dynamicAnchor $anchor $ref title description deprecated examples"
        " example readOnly writeOnly"
    ).split()
)


def dynamic_anchors(schema: Tree, pointer: str) -> dict[str, str]:
    """Give the dynamic anchors that a schema which refers to others sets for them, with the pointers they lead to.

    Args:
        schema: The schema.
        pointer: Its pointer.
    """
    referring = isinstance(schema.get("$ref"), str) or is_array(schema.get("allOf"))
    if not referring or not ("$dynamicAnchor" in schema or "$defs" in schema):
        return {}
    found: dict[str, str] = {}
    for name, member in mapping(schema.get("$defs")).items():
        anchor = mapping(member).get("$dynamicAnchor")
        if isinstance(anchor, str):
            found[anchor] = pointer_join(pointer, "$defs", name)
    own = schema.get("$dynamicAnchor")
    if isinstance(own, str):
        found[own] = pointer
    return found


def dynamic_name(ref: Any) -> str | None:
    """Give the name of the anchor that a dynamic reference leads to, if it is one."""
    name = ref.rpartition("#")[2] if isinstance(ref, str) else ""
    return name if name and not name.startswith("/") else None


def depends_on(schema: Any, names: Collection[str]) -> bool:
    """Tell whether a schema has a dynamic reference to one of some anchors."""
    pending = [schema]
    while pending:
        value = pending.pop()
        if is_object(value):
            if dynamic_name(value.get("$dynamicRef")) in names:
                return True
            pending.extend(value.values())
        elif is_array(value):
            pending.extend(value)
    return False


def can_take_in(schema: Tree, target: Any) -> bool:
    """Tell whether a schema can be replaced by a copy of what it refers to, nothing that both say being lost."""
    return is_object(target) and all(key in _OWN or key not in target for key in schema)


def merged(outer: Mapping[str, Any], inner: Mapping[str, Any]) -> dict[str, Any]:
    """Join dynamic scopes: the outermost one that sets an anchor counts."""
    return {**inner, **outer}
