"""Checks of single schemas (JSON Schema 2020-12) and of discriminators (OpenAPI 3.1 §4.8.25)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.source.lookup import follow
from clientsmith.source.references import looks_like_ref
from clientsmith.trees import Tree, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clientsmith.source.bundle import Bundle

_BOUNDS = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_DEPTH = 20


def check_schema(bundle: Bundle, pointer: str, schema: Tree) -> Iterator[Diagnostic]:
    """Check one schema for contradictions.

    Args:
        bundle: The upgraded document.
        pointer: The pointer of the schema.
        schema: The schema, which is no reference.

    Yields:
        Warnings: a schema with a contradiction is used as it is.
    """
    for low, high in _BOUNDS:
        if low in schema and high in schema and schema[low] > schema[high]:
            message = f"'{low}' {schema[low]} is greater than '{high}' {schema[high]}, so nothing fits."
            yield bundle.diagnose(
                "schema-bounds", Severity.WARNING, message, pointer_join(pointer, low), "Swap the two."
            )
    if "enum" in schema:
        yield from _enum(bundle, pointer, schema)
    if "discriminator" in schema:
        yield from _discriminator(bundle, pointer, schema, schema["discriminator"])


def _enum(bundle: Bundle, pointer: str, schema: Tree) -> Iterator[Diagnostic]:
    values: list[Any] = schema["enum"]
    place = pointer_join(pointer, "enum")
    seen: set[str] = set()
    kinds = schema.get("type")
    misfits: list[int] = []
    for index, value in enumerate(values):
        mark = f"{type(value).__name__} {value!r}"
        if mark in seen:
            message = f"The allowed value {_shown(value)} is there twice."
            where = pointer_join(place, index)
            yield bundle.diagnose("enum-duplicate", Severity.WARNING, message, where, "Remove one of the two.")
        seen.add(mark)
        if kinds is not None and not any(_is_of(value, kind) for kind in (kinds if is_array(kinds) else [kinds])):
            misfits.append(index)
    if misfits:
        named = " or ".join(kinds) if is_array(kinds) else kinds
        more = f", nor are {len(misfits) - 1} others" if len(misfits) > 1 else ""
        message = f"The allowed value {_shown(values[misfits[0]])} is not of type {named}{more}."
        hint = "Quote it in YAML if text is meant." if named == "string" else "Mend the values or the type."
        yield bundle.diagnose("enum-type", Severity.WARNING, message, pointer_join(place, misfits[0]), hint)


def _discriminator(bundle: Bundle, pointer: str, schema: Tree, discriminator: Any) -> Iterator[Diagnostic]:
    name = discriminator.get("propertyName") if is_object(discriminator) else None
    place = pointer_join(pointer, "discriminator")
    if not isinstance(name, str):
        return
    variants = [
        (pointer_join(pointer, keyword, index), member)
        for keyword in ("oneOf", "anyOf")
        for index, member in enumerate(schema.get(keyword, []))
        if not _only_null(member)
    ]
    mapping = discriminator.get("mapping")
    mapped = [
        (f"'{tag}'", ref, pointer_join(place, "mapping", tag))
        for tag, ref in (mapping.items() if is_object(mapping) else ())
    ]
    if "defaultMapping" in discriminator:
        mapped.append(("all other values", discriminator["defaultMapping"], pointer_join(place, "defaultMapping")))
    for values, ref, where in mapped:
        if not isinstance(ref, str) or (not looks_like_ref(ref) and not _is_schema(bundle.tree, ref)):
            message = f"The discriminator maps {values} to {_shown(ref)}, which is no schema."
            hint = "Write '#/components/schemas/...' or the name of a schema."
            yield bundle.diagnose("discriminator-mapping", Severity.WARNING, message, where, hint)
    for where, member in variants:
        variant, target = follow(bundle.tree, member, where)
        if target == where:
            message = "A variant of a union with a discriminator must be a reference to a schema with a name."
            hint = "Move the variant to '#/components/schemas'."
            yield bundle.diagnose("discriminator-variant", Severity.WARNING, message, where, hint)
        elif not _has_property(bundle.tree, variant, name, _DEPTH):
            message = f"The variant '{target.rpartition('/')[2]}' has no property '{name}', by which it is told apart."
            hint = f"Add '{name}' to its properties."
            yield bundle.diagnose(
                "discriminator-property", Severity.WARNING, message, where, hint, [("the variant", target)]
            )


def _is_schema(tree: Tree, ref: str) -> bool:
    """Tell whether there is a schema of that name."""
    try:
        return isinstance(pointer_get(tree, pointer_join("/components/schemas", ref)), (dict, bool))
    except (LookupError, ValueError):
        return False


def _has_property(tree: Tree, schema: Any, name: str, depth: int) -> bool:
    if not is_object(schema) or depth == 0:
        return True
    properties = schema.get("properties")
    if is_object(properties) and name in properties:
        return True
    if not any(keyword in schema for keyword in ("properties", "allOf", "oneOf", "anyOf", "$ref")):
        return True  # an open object says nothing about its properties
    for keyword in ("allOf", "oneOf", "anyOf"):
        for member in schema.get(keyword, []):
            value, _ = follow(tree, member, "")
            if is_object(value) and _has_property(tree, value, name, depth - 1):
                return True
    return False


def _only_null(member: Any) -> bool:
    return is_object(member) and member.get("type") == "null"


def _is_of(value: Any, kind: Any) -> bool:
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "integer":
        return (isinstance(value, int) and not isinstance(value, bool)) or (
            isinstance(value, float) and value.is_integer()
        )
    kinds: dict[Any, type] = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None)}
    return kind not in kinds or isinstance(value, kinds[kind])


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"
