"""Inline schemas become components under names of our own; identical ones become one.

The engine behind `engine` numbers what it has to name by itself. After hoisting there is next to nothing left for it to
name: every object, every union of objects and every long enumeration is a component.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard

from clientsmith.naming import Names, pascal_case, shorten, singular
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.places import places
from clientsmith.trees import Tree, is_object, mapping, nodes, sequence

COMPONENTS: Final = "/components/schemas"
LONG_ENUMERATION: Final = 60
"""Characters of the values of an enumeration from which on it gets a name instead of standing in each annotation."""
_MIN_UNION: Final = 2
_LONGEST_TITLE: Final = 40


@dataclass(frozen=True, slots=True)
class Hoisted:
    """A document without inline models.

    Attributes:
        tree: a copy of the document in which each inline model is a `$ref` to a component.
        origins: component → pointer of the place in the original document where its schema stands.
        class_names: component → name of its Python class or alias.
    """

    tree: Tree
    origins: dict[str, str]
    class_names: dict[str, str]


@dataclass(slots=True)
class _Hoist:
    schemas: Tree
    names: Names
    wanted: frozenset[str]
    origins: dict[str, str] = field(default_factory=dict)
    class_names: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)


def hoist(tree: Tree, reserved: frozenset[str] = frozenset()) -> Hoisted:
    """Give every inline model of a document a name of its own.

    Args:
        tree: a self-contained document of OpenAPI 3.1; it stays as it is.
        reserved: class names that are taken already.

    Returns:
        The rewritten document and its names. A schema that a `$ref` points into from elsewhere becomes a component,
        too.
    """
    tree = copy.deepcopy(tree)
    components = tree["components"] = mapping(tree.get("components"))
    schemas = components["schemas"] = mapping(components.get("schemas"))
    state = _Hoist(schemas, Names(reserved), _references_into_schemas(tree))
    for key in list(schemas):
        state.class_names[key] = state.names.take(pascal_case(key))
        state.origins[key] = pointer_join(COMPONENTS, key)
    for key in list(schemas):
        schemas[key] = _children_hoisted(schemas[key], state.class_names[key], pointer_join(COMPONENTS, key), state)
    for place in places(tree):
        place.holder[place.key] = _place(place.holder[place.key], place.name, place.pointer, state)
    if state.moved:
        _redirect(tree, state.moved)
    return Hoisted(tree, state.origins, state.class_names)


def _place(schema: Any, name: str, pointer: str, state: _Hoist) -> Any:
    """Hoist `schema` itself if it deserves a name, else what is inside."""
    if not is_object(schema):
        return schema
    schema = _unwrap(schema)
    if pointer not in state.wanted and not _deserves_name(schema, state.schemas):
        return _inside(schema, name, pointer, state)
    identity = json.dumps(schema, sort_keys=True)
    key = state.known.get(identity)
    if key is None:
        key = state.names.take(*_title_name(schema), shorten(name))
        state.known[identity] = key
        state.class_names[key] = key
        state.origins[key] = pointer
        state.schemas[key] = {}
        state.schemas[key] = _inside(schema, key, pointer, state)
    state.moved[pointer] = key
    return {"$ref": f"#{pointer_join(COMPONENTS, key)}"}


def _inside(schema: Any, name: str, pointer: str, state: _Hoist) -> Any:
    """Hoist what is inside of `schema`, which keeps its place."""
    return _children_hoisted(_unwrap(schema) if is_object(schema) else schema, name, pointer, state)


def _children_hoisted(schema: Any, name: str, pointer: str, state: _Hoist) -> Any:
    if not is_object(schema):
        return schema
    for keyword, where, child, child_name in list(_children(schema, name)):
        child_pointer = pointer_join(pointer, keyword, *where)
        # The parts of an allOf are one model with what they stand in.
        visit = _inside if keyword == "allOf" and child_pointer not in state.wanted else _place
        hoisted = visit(child, child_name, child_pointer, state)
        if where:
            schema[keyword][where[0]] = hoisted
        else:
            schema[keyword] = hoisted
    return schema


def _children(schema: Tree, name: str) -> Iterator[tuple[str, tuple[str | int, ...], Any, str]]:
    for key, child in mapping(schema.get("properties")).items():
        yield "properties", (key,), child, name + pascal_case(key, "Field")
    for key, child in mapping(schema.get("patternProperties")).items():
        yield "patternProperties", (key,), child, f"{name}Value"
    for keyword in ("items", "additionalProperties"):
        if is_object(schema.get(keyword)):
            element = singular(name) or (f"{name}Item" if keyword == "items" else f"{name}Value")
            yield keyword, (), schema[keyword], element
    for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, child in enumerate(sequence(schema.get(keyword))):
            yield keyword, (index,), child, name if keyword == "allOf" else _member_name(child, name)


def _member_name(member: Any, union: str) -> str:
    tag = next(
        (value for value in _constants(member).values() if isinstance(value, str) and pascal_case(value, "")), ""
    )
    if tag:
        return pascal_case(tag) + union
    kind = mapping(member).get("type")
    return union + (pascal_case(kind) if isinstance(kind, str) and kind != "object" else "Variant")


def _constants(schema: Any) -> Tree:
    found: Tree = {}
    for key, child in mapping(mapping(schema).get("properties")).items():
        values = [child["const"]] if "const" in mapping(child) else sequence(mapping(child).get("enum"))
        if len(values) == 1:
            found[key] = values[0]
    return found


def _deserves_name(schema: Tree, components: Tree) -> bool:
    if "$ref" in schema:
        return False
    if schema.get("properties") or schema.get("allOf"):
        return True
    for keyword in ("oneOf", "anyOf"):
        if sum(_is_object(member, components) for member in sequence(schema.get(keyword))) >= _MIN_UNION:
            return True
    return len(json.dumps(sequence(schema.get("enum")))) > LONG_ENUMERATION


def _is_object(schema: Any, components: Tree, depth: int = 0) -> bool:
    schema = mapping(schema)
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith(f"#{COMPONENTS}/"):
        # A chain of aliases this long is a circle or a joke.
        key = pointer_tokens(reference[1:])[-1]
        return depth < 8 and _is_object(components.get(key), components, depth + 1)
    if schema.get("properties") or schema.get("allOf"):
        return True
    return any(
        _is_object(member, components, depth + 1)
        for keyword in ("oneOf", "anyOf")
        for member in sequence(schema.get(keyword))
    )


def _unwrap(schema: Tree) -> Tree:
    """Write `allOf: [{$ref}]`, the way to put a description beside a reference in OpenAPI 3.0, as that reference."""
    parts = sequence(schema.get("allOf"))
    if len(parts) == 1 and "$ref" in mapping(parts[0]):
        rest = {key: value for key, value in schema.items() if key not in {"allOf", "type"}}
        if not rest.keys() - _ANNOTATIONS:
            return {**parts[0], **rest}
    return schema


_ANNOTATIONS: Final = frozenset(
    {"title", "description", "default", "deprecated", "example", "examples", "readOnly", "writeOnly", "externalDocs"}
)


def _title_name(schema: Tree) -> tuple[str, ...]:
    title = schema.get("title")
    if isinstance(title, str) and 0 < len(title) <= _LONGEST_TITLE and pascal_case(title, "") and _speaks(title):
        return (pascal_case(title),)
    return ()


def _speaks(title: str) -> bool:
    # FastAPI and others write generic titles on every schema; those say less than the place does.
    return pascal_case(title) not in {"Body", "Data", "Item", "Items", "Object", "Response", "Result", "Value"}


def _references_into_schemas(tree: Tree) -> frozenset[str]:
    """Return the pointers of all `$ref`s that do not name a component."""
    references = (node.get("$ref") for node in nodes(tree))
    pointers = (pointer_tokens(reference[1:]) for reference in references if _is_internal(reference))
    return frozenset(pointer_join("", *tokens) for tokens in pointers if len(tokens) != 3)  # /components/kind/key


def _is_internal(reference: object) -> TypeGuard[str]:
    return isinstance(reference, str) and reference.startswith("#/")


def _redirect(tree: Tree, moved: dict[str, str]) -> None:
    for node in nodes(tree):
        reference = node.get("$ref")
        if _is_internal(reference):
            key = moved.get(pointer_join("", *pointer_tokens(reference[1:])))
            if key is not None:
                node["$ref"] = f"#{pointer_join(COMPONENTS, key)}"
