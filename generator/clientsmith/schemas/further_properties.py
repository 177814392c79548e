"""What the properties of an object may be that it does not name, brought to one `additionalProperties`.

JSON Schema has more ways to say it than a Python type: patterns of names, `unevaluatedProperties`, a part of an
`allOf`. What the names look like is nothing that a type can tell, so the values under names of all patterns and those
under all other names come to one type (JSON Schema 2020-12 §10.3.2.2, §10.3.2.3, §11.3).
"""

from __future__ import annotations

from typing import Any, Final

from clientsmith.schemas.components import component_of
from clientsmith.schemas.subschemas import with_subschemas
from clientsmith.trees import Tree, is_array, is_object, mapping, sequence

_EVERY_NAME: Final = frozenset({"", "^", ".*", "^.*", ".*$", "^.*$", ".+", "^.+", ".+$", "^.+$"})
_OTHER_FORMS: Final = frozenset({"$ref", "allOf", "anyOf", "oneOf", "properties", "enum", "const"})


def with_further_properties(schema: Any, schemas: Tree) -> Any:
    """Return a schema in which `additionalProperties` alone says what properties may be that have no name.

    Args:
        schema: any schema; it stays as it is.
        schemas: component → schema.
    """
    if not is_object(schema):
        return schema
    schema = with_subschemas(schema, lambda child: with_further_properties(child, schemas))
    if "patternProperties" in schema:
        values = values_of_patterns(schema)
        schema["additionalProperties"] = values[0] if len(values) == 1 else {"anyOf": values}
        del schema["patternProperties"]
    elif "additionalProperties" not in schema and mapping(schema.get("unevaluatedProperties")):
        schema["additionalProperties"] = schema["unevaluatedProperties"]
    if is_array(schema.get("allOf")):
        _lift_from_parts(schema, schemas)
    return _map_of_its_own(schema) if mapping(schema.get("additionalProperties")) else schema


def values_of_patterns(schema: Tree) -> list[Any]:
    """Return the schemas of the values of a map: each one that some pattern asks for, or that all other names do.

    An object with nothing but patterns is a map whose names all fit, whether or not it forbids others: that is how
    maps with restricted names are written. Where there are properties beside the patterns, names that the document
    does not know are to be expected.

    Args:
        schema: one with `patternProperties`.

    Returns:
        The schemas, each once; only True where a value may be anything, only False where there can be none.
    """
    patterns = mapping(schema.get("patternProperties"))
    values = list(patterns.values())
    if not patterns.keys() & _EVERY_NAME:
        others = schema.get("unevaluatedProperties", bool(schema.keys() & _OTHER_FORMS))
        values.append(schema.get("additionalProperties", others))
    values = [value for index, value in enumerate(values) if value is not False and value not in values[:index]]
    return [True] if any(not mapping(value) for value in values) else values or [False]


def _lift_from_parts(schema: Tree, schemas: Tree) -> None:
    """Let an object say itself what the parts of its `allOf` say of properties without a name."""
    kept: list[Any] = []
    found: list[Any] = []
    for part in sequence(schema["allOf"]):
        values = mapping(mapping(part).get("additionalProperties"))
        if values and mapping(part).keys() - {"additionalProperties", "type"}:
            found.append(values)
            kept.append({key: value for key, value in part.items() if key != "additionalProperties"})
        elif values or (values := _values_of_map(part, schemas)):
            found.append(values)
        else:
            kept.append(part)
    named = any("$ref" in mapping(part) or mapping(part).get("properties") for part in (*kept, schema))
    if found and named:
        schema.setdefault("additionalProperties", found[0])
        schema["allOf"] = kept
        if not kept:
            del schema["allOf"]
            schema["type"] = "object"


def _values_of_map(part: Any, schemas: Tree) -> Tree:
    """Return the schema of the values of the map that a reference leads to, if it leads to one with a schema."""
    target = mapping(schemas.get(component_of(part)))
    if target.keys() & _OTHER_FORMS:
        return {}
    if "patternProperties" in target:
        values = values_of_patterns(target)
        return mapping(values[0]) if len(values) == 1 else {"anyOf": values}
    return mapping(target.get("additionalProperties"))


def _map_of_its_own(schema: Tree) -> Tree:
    """Give an object that has nothing but further properties the type `object`, and only this one."""
    if schema.keys() & _OTHER_FORMS:
        return schema
    types = schema.get("type", "object")
    if not is_array(types) or "object" not in types:
        return {**schema, "type": types}
    rest = {key: value for key, value in schema.items() if key not in {"additionalProperties", "type"}}
    others = [kind for kind in types if kind != "object"]
    values = {"type": "object", "additionalProperties": schema["additionalProperties"]}
    if not others:
        return {**rest, **values}
    return {"anyOf": [{**values, **_bounds(rest)}, {**rest, "type": others[0] if len(others) == 1 else others}]}


def _bounds(schema: Tree) -> Tree:
    return {key: value for key, value in schema.items() if key in {"minProperties", "maxProperties", "required"}}
