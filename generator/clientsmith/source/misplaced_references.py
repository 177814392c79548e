"""References that stand where schemas belong, and lead to components of another kind that hold a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Severity
from clientsmith.positions import pointer_join
from clientsmith.source.lookup import follow
from clientsmith.source.references import internal_ref, ref_pointer
from clientsmith.trees import Tree, is_object, mapping

if TYPE_CHECKING:
    from clientsmith.diagnostics import Diagnostic
    from clientsmith.source.bundle import Bundle

_OTHERS = frozenset({"responses", "requestBodies", "parameters", "headers", "examples", "links", "callbacks"})
_COMPONENT = 4  # parts of `/components/responses/NotFound`, the empty one before the first slash counted


def mend_reference(bundle: Bundle, tree: Tree, pointer: str, schema: Tree) -> Diagnostic | None:
    """Let a schema that refers to a response, parameter or the like refer to the schema of that, in place.

    Where there is none, nothing is said of the value, and any is let through: to take the fields of a response for
    keywords of a schema would say what nobody meant.

    Args:
        bundle: Knows the origin of the nodes.
        tree: The upgraded tree.
        pointer: The pointer of the schema.
        schema: Its value.

    Returns:
        What to tell; None for a schema that is no such reference.
    """
    reference = schema.get("$ref")
    parts = ref_pointer(reference).split("/") if isinstance(reference, str) and reference.startswith("#/") else []
    if len(parts) != _COMPONENT or parts[1] != "components" or parts[2] not in _OTHERS:
        return None
    found = _schema_of(tree, {"$ref": reference})
    if found is None or found == pointer:
        del schema["$ref"]
        read = "it has no schema, so that any value is let through"
    else:
        schema["$ref"] = internal_ref(found)
        read = "it is read as the schema of that"
    return bundle.diagnose(
        "ref-wrong-kind",
        Severity.WARNING,
        f"The reference '{reference}' leads to one of the {parts[2]}, where a Schema Object belongs; {read}.",
        pointer_join(pointer, "$ref"),
        "Refer to one of '#/components/schemas'.",
    )


def _schema_of(tree: Tree, node: Any) -> str | None:
    """Return the pointer of the schema of a component: its own, or that of its content, JSON before all others."""
    holder, pointer = follow(tree, node, "")
    if not is_object(holder):
        return None
    if "schema" in holder:
        return pointer_join(pointer, "schema")
    content = mapping(holder.get("content"))
    described = [media_type for media_type in content if "schema" in mapping(content[media_type])]
    chosen = min(described, key=lambda media_type: "json" not in media_type.lower(), default=None)
    return None if chosen is None else pointer_join(pointer, "content", chosen, "schema")
