"""An `allOf` of schemas for single values or arrays becomes one schema.

The engine makes classes of `allOf`, and an empty class of one whose parts are no objects. What the parts ask for
together can be written in one schema (JSON Schema 2020-12 §10.2.1.1); where that is more than a type can hold, or
nothing at all, the looser of them stays.
"""

from __future__ import annotations

from typing import Any, Final

from clientsmith.schemas.components import component_of
from clientsmith.schemas.subschemas import with_subschemas
from clientsmith.trees import Tree, is_array, is_object, mapping, sequence

_DEEPEST: Final = 16
_SINGLE: Final = frozenset({"string", "integer", "number", "boolean", "null"})
_GREATEST: Final = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems"})
_LEAST: Final = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems"})
_UNIONS: Final = ("oneOf", "anyOf")
_OBJECTS: Final = frozenset({"properties", "additionalProperties", "patternProperties"})
_ASSERTIONS: Final = _GREATEST | _LEAST | {"type", "enum", "const", "format", "pattern", "multipleOf", "items"}


def merge_scalars(schema: Any, schemas: Tree) -> Any:
    """Return a schema in which each `allOf` of single values or arrays is written as one schema.

    Args:
        schema: any schema; it stays as it is.
        schemas: component → schema.
    """
    if not is_object(schema):
        return schema
    if "allOf" in schema and (merged := _merged(schema, schemas)) is not None:
        return merged
    return with_subschemas(schema, lambda child: merge_scalars(child, schemas))


def is_scalar_all_of(schema: Tree, schemas: Tree) -> bool:
    """Tell whether the `allOf` of a schema comes to a single value or an array.

    Args:
        schema: any schema.
        schemas: component → schema.
    """
    return "allOf" in schema and _merged(schema, schemas) is not None


def _merged(schema: Tree, schemas: Tree) -> Tree | None:
    """Return what an `allOf` comes to; None where it is one of objects or unions, or only another name."""
    parts = _parts(schema, schemas, 0)
    if parts is None or not any(parts):
        return None
    beside = [{key: value for key, value in schema.items() if key != "allOf"}, *map(mapping, sequence(schema["allOf"]))]
    telling = [part for part in beside if "$ref" in part or part.keys() & _ASSERTIONS]
    references = [part for part in telling if "$ref" in part]
    whole: Tree = {}
    for part in parts:
        _add(whole, part)
    if len(references) == 1:
        # A reference beside what says nothing new keeps its name.
        alone: Tree = {}
        for part in _parts(references[0], schemas, 0) or []:
            _add(alone, part)
        if alone == whole:
            return {"$ref": references[0]["$ref"]}
    if "const" in whole and any(_same(whole["const"], one) for one in sequence(whole.get("enum"))):
        del whole["enum"]
    return whole


def _parts(schema: Tree, schemas: Tree, depth: int) -> list[Tree] | None:
    """Return all that has to hold together, without references; None where objects or unions are among it."""
    if depth > _DEEPEST or schema.keys() & _OBJECTS:
        return None
    enumerations = [_enumeration(schema[keyword]) for keyword in _UNIONS if keyword in schema]
    if not all(enumerations):
        return None
    kinds = schema.get("type")
    if any(kind not in _SINGLE | {"array"} for kind in (kinds if is_array(kinds) else [kinds]) if kind is not None):
        return None
    if "$ref" in schema:
        key = component_of(schema)
        return _parts(mapping(schemas.get(key)), schemas, depth + 1) if key else None
    found = [{key: value for key, value in schema.items() if key in _ASSERTIONS}]
    found += ({"enum": values} for values in enumerations)
    for member in sequence(schema.get("allOf")):
        more = _parts(mapping(member), schemas, depth + 1)
        if more is None:
            return None
        found += more
    return found


def _enumeration(members: Any) -> list[Any]:
    """Return the values of a union of constants, which is how each value gets a description; none of another union."""
    found: list[Any] = []
    for member in sequence(members):
        values = [member["const"]] if "const" in mapping(member) else sequence(mapping(member).get("enum"))
        if not values or mapping(member).keys() & {"$ref", "allOf", *_UNIONS, *_OBJECTS}:
            return []
        found += values
    return found


def _add(whole: Tree, part: Tree) -> None:
    """Add what one part asks for to what others do."""
    for keyword, value in part.items():
        known = whole.get(keyword)
        if keyword not in whole:
            whole[keyword] = value
        elif keyword == "type":
            whole["type"] = _common_types(known, value)
        elif keyword == "enum" and is_array(known) and is_array(value):
            whole["enum"] = [one for one in known if any(_same(one, other) for other in value)] or known
        elif keyword in _GREATEST | _LEAST and _is_number(known) and _is_number(value):
            whole[keyword] = max(known, value) if keyword in _GREATEST else min(known, value)


def _common_types(one: Any, other: Any) -> Any:
    first, second = (kinds if is_array(kinds) else [kinds] for kinds in (one, other))
    wide = {"integer", "number"}
    common = [kind for kind in first if kind in second]
    common += ["integer"] if wide <= {*first, *second} and "integer" not in common and "number" not in common else []
    if not common:
        return one
    return common[0] if len(common) == 1 else common


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and one == other


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
