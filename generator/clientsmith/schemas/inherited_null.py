"""Null where every part of an `allOf` takes it, which the engine knows only of types that a schema says itself."""

from __future__ import annotations

from typing import Final

from clientsmith.schemas.components import component_of
from clientsmith.schemas.subschemas import ANNOTATIONS
from clientsmith.trees import Tree, is_array, mapping, sequence

_DEEPEST: Final = 16


def with_inherited_null(schema: Tree, schemas: Tree) -> Tree:
    """Return a schema that says itself that it is an object or null, if all parts of its `allOf` are.

    Args:
        schema: any schema; it stays as it is.
        schemas: component → schema.
    """
    if "allOf" in schema and "type" not in schema and _takes_null(schema, schemas, 0):
        return {**schema, "type": ["object", "null"]}
    return schema


def _takes_null(schema: Tree, schemas: Tree, depth: int) -> bool:
    types = schema.get("type")
    if is_array(types):
        return {"object", "null"} <= set(map(str, types))
    if types is not None or depth > _DEEPEST:
        return False
    if "$ref" in schema:
        return _takes_null(mapping(schemas.get(component_of(schema))), schemas, depth + 1)
    if schema.keys() - ANNOTATIONS != {"allOf"}:
        return False
    parts = [part for part in map(mapping, sequence(schema["allOf"])) if part.keys() - ANNOTATIONS]
    return bool(parts) and all(_takes_null(part, schemas, depth + 1) for part in parts)
