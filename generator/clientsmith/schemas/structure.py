"""The part of a schema that decides a Python type: all that the engine gets to see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from clientsmith.schemas.components import REFERENCE, component_of
from clientsmith.schemas.subschemas import LISTS, SCHEMAS
from clientsmith.schemas.text_formats import is_enforceable, kept_format
from clientsmith.trees import Tree, is_array, is_object, mapping

_UNIONS: Final = ("oneOf", "anyOf")
_LONGEST_TUPLE: Final = 100
_ARRAYS_OR_OBJECTS: Final = frozenset({"array", "object"})
_ASSERTIONS: Final = frozenset(
    {
        "type",
        "enum",
        "const",
        "required",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
    }
)
_BOUNDED: Final = {
    **dict.fromkeys(("minLength", "maxLength", "pattern"), "string"),
    **dict.fromkeys(("minItems", "maxItems"), "array"),
}
"""Keywords that become one and the same bound in Python → the type whose values they are about."""


def structure(schema: Any, class_names: dict[str, str]) -> Any:
    """Return the part of a schema that decides a Python type, with refs to class names."""
    if not is_object(schema):
        return {} if schema is True else schema
    if "$ref" in schema:
        key = component_of(schema)
        return {"$ref": REFERENCE + class_names[key]} if key in class_names else {}
    kept: Tree = {}
    if (kind := kept_format(schema)) is not None:
        kept["format"] = kind
    for keyword, value in _telling(schema):
        if keyword in _ASSERTIONS or (keyword == "pattern" and isinstance(value, str) and is_enforceable(value)):
            kept[keyword] = value
        elif keyword in SCHEMAS:
            kept[keyword] = structure(value, class_names) if is_object(value) else value
        elif keyword in LISTS and is_array(value):
            members = [structure(member, class_names) for member in value]
            # Alternatives that only say which properties have to be there are a rule, not a type.
            is_rule = all(is_object(member) and member.keys() <= {"required"} for member in members)
            if keyword == "prefixItems" or not is_rule:
                kept[keyword] = members
        elif keyword == "properties" and is_object(value):
            kept[keyword] = {name: structure(member, class_names) for name, member in value.items()}
    return _without_annotations(_without_contradiction(_as_meant(_without_long_tuple(kept))))


def _without_long_tuple(schema: Tree) -> Tree:
    """Let what would be a tuple of very many items be a list: the engine writes the type of each of them."""
    length = schema.get("minItems", 0)
    if "prefixItems" not in schema or length != schema.get("maxItems") or length <= _LONGEST_TUPLE:
        return schema
    return {keyword: value for keyword, value in schema.items() if keyword != "minItems"}


def _telling(schema: Tree) -> Iterator[tuple[str, Any]]:
    """Yield keywords and values, but no bounds of values of other types (JSON Schema 2020-12 Validation §6.3, §6.4)."""
    kinds = schema.get("type")
    for keyword, value in schema.items():
        bounded = _BOUNDED.get(keyword)
        if None in (kinds, bounded) or bounded in (kinds if is_array(kinds) else [kinds]):
            yield keyword, value


def _as_meant(schema: Tree) -> Tree:
    """Say what else holds: after its last item a tuple has no more, constants of another type may come as the type.

    And null beside a union of other things is one of them, or else nothing would fit both.
    """
    items = schema.get("prefixItems")
    if is_array(items) and schema.get("items") is False:
        if schema.get("minItems") == len(items):
            schema["maxItems"] = len(items)
        else:
            # What may end early is no tuple in Python, and the engine would take it for a list without items.
            schema.setdefault("maxItems", len(items))
            schema["items"] = {"anyOf": schema.pop("prefixItems")}
    values = schema.get("enum")
    if is_array(values):
        schema["enum"] = [*values, *_other_spellings(values, schema.get("type"))]
    union = next((keyword for keyword in _UNIONS if keyword in schema), None)
    if schema.get("type") == "null" and union is not None and not any(map(_says_null, schema[union])):
        return {**_without_type(schema), union: [*schema[union], {"type": "null"}]}
    return schema


def _says_null(schema: Any) -> bool:
    types = mapping(schema).get("type")
    return types == "null" or (is_array(types) and "null" in types)


def _without_type(schema: Tree) -> Tree:
    return {keyword: value for keyword, value in schema.items() if keyword != "type"}


def _other_spellings(values: list[Any], type_: Any) -> list[Any]:
    """Return the constants of an enumeration as its type has them, where none of them has this type.

    `type: string, enum: [1, 2]` is what becomes of numbers without quotes in YAML; either may come.
    """
    told = [value for value in values if value is not None]
    kinds = [kind for kind in type_ if kind != "null"] if is_array(type_) else [type_]
    if kinds == ["string"] and not any(isinstance(value, (str, list, dict)) for value in told):
        return [json.dumps(value) for value in told]
    if kinds == ["integer"] and all(isinstance(value, str) and re.fullmatch("-?[0-9]{1,18}", value) for value in told):
        return [int(value) for value in told]
    return []


def _without_contradiction(schema: Tree) -> Tree:
    """Take `items` for what its author meant where nothing fits both it and what stands beside it.

    The engine would make a class without properties of the rest, called after where it stands.
    """
    if "items" not in schema or "properties" in schema:
        return schema
    items = schema["items"]
    rest = {keyword: value for keyword, value in schema.items() if keyword != "items"}
    if "type" not in schema and (union := _told_kinds(schema)) is not None:
        return {**rest, union: [_with_items(member, items) for member in schema[union]]}
    types = schema.get("type", "array")
    if _ARRAYS_OR_OBJECTS.isdisjoint(types if is_array(types) else [types]):
        return rest
    if schema.get("type") == "object":
        return {"anyOf": [{"type": "array", "items": items}, rest]}
    values = rest.get("enum")
    if is_array(values) and not any(map(is_array, values)):
        del rest["enum"]
        is_open = is_object(items) and not items.keys() & {"$ref", "enum", "const", "anyOf", "oneOf", "allOf"}
        return {**rest, "items": {**items, "enum": values} if is_open else items}
    return schema


def _told_kinds(schema: Tree) -> str | None:
    """Return the keyword of the alternatives that say of what kinds a value is, if one does.

    `items` is for arrays only and does not make an array of a value (JSON Schema 2020-12 §10.3.1.2).
    """
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword)
        if is_array(members) and any(is_object(member) and "type" in member for member in members):
            return keyword
    return None


def _with_items(member: Any, items: Any) -> Any:
    is_open = is_object(member) and member.get("type") == "array" and member.get("items", {}) == {}
    return {**member, "items": items} if is_open else member


def _without_annotations(schema: Tree) -> Tree:
    """Take parts of an `allOf` away that only held a description: the engine would make objects of their siblings."""
    parts = [part for part in schema.get("allOf", ()) if part != {}]
    rest = {keyword: value for keyword, value in schema.items() if keyword != "allOf"}
    if (
        len(parts) == 1
        and is_object(parts[0])
        and "$ref" not in parts[0]
        and not parts[0].keys() & (rest.keys() - {"type"})
    ):
        return {**rest, **parts[0]}
    return {**rest, "allOf": parts} if parts else rest
