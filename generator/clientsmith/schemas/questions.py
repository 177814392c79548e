"""What the engine is asked: about each distinct schema once, and about no class that is only the sum of its properties.

The engine's time goes by fields and classes, and most of them are plain: of the 17,000 properties in GitHub's document
1,600 differ. So the properties of a plain class are asked for by themselves, each kind once, and the class is put
together from the answers. What the engine looks into stays whole: the bases of other schemas, and what makes classes of
its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from clientsmith.ir.types import ANY
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.catalog import Catalog, CatalogClass, CatalogField
from clientsmith.schemas.components import COMPONENTS
from clientsmith.trees import Tree, is_array, is_object, mapping, nodes, sequence

_CLASS: Final = frozenset({"type", "properties", "required", "additionalProperties"})
"""The keywords of a schema that is a class and nothing else."""
_KINDS: Final = ("object", ["object", "null"], ["null", "object"])
_OBJECT: Final[Tree] = {"type": "object"}
_NULLABLE: Final[Tree] = {"type": ["object", "null"], "properties": {"any": {}}}
"""What the engine sees of a plain class: references to the second may be null, for which it has to be a class."""
_MAKES_CLASSES: Final = ('"properties": ', '"allOf": ', '"additionalProperties": false')
"""What stands in the JSON of a schema for which the engine makes a class that is called after its place."""
_COMBINED: Final = frozenset({"allOf", "anyOf", "oneOf"})


@dataclass(frozen=True, slots=True)
class PlainClass:
    """A class that is put together from types that are asked for.

    Attributes:
        properties: name → key of its type.
        required: the names of those that have to be there.
        extra: key of the type of further properties; None where there may be none.
    """

    properties: dict[str, str]
    required: frozenset[str]
    extra: str | None


@dataclass(frozen=True, slots=True)
class Questions:
    """What the engine is asked.

    Attributes:
        schemas: component → schema; a plain class is only there to be referred to.
        types: key → schema whose type is asked for.
        places: pointer of a schema outside of components → key of its type.
        classes: component → what it is put together from.
    """

    schemas: dict[str, Any]
    types: dict[str, Any] = field(default_factory=dict[str, Any])
    places: dict[str, str] = field(default_factory=dict[str, str])
    classes: dict[str, PlainClass] = field(default_factory=dict[str, PlainClass])

    def pointers(self, key: str) -> Iterator[str]:
        """Yield the pointers of the schemas that a key stands for."""
        yield from (pointer for pointer, one in self.places.items() if one == key)
        for component, plain in self.classes.items():
            where = pointer_join(COMPONENTS, component)
            yield from (pointer_join(where, "properties", name) for name, one in plain.properties.items() if one == key)
            if plain.extra == key:
                yield pointer_join(where, "additionalProperties")


def find_questions(schemas: Mapping[str, Any], class_names: Mapping[str, str], places: Mapping[str, Any]) -> Questions:
    """Decide what to ask the engine.

    Args:
        schemas: component → the structure of its schema.
        class_names: component → the name of its class, which references go by.
        places: pointer of a schema outside of components → its structure.
    """
    asked = Questions(dict(schemas))
    keys: dict[str, str] = {}

    def ask(schema: Any) -> str:
        key = keys.setdefault(json.dumps(schema, sort_keys=True), f"p{len(keys)}")
        asked.types.setdefault(key, schema)
        return key

    asked.places.update({pointer: ask(schema) for pointer, schema in places.items()})
    looked_into = _looked_into({class_names[key]: schema for key, schema in schemas.items()}, places)
    for component, schema in schemas.items():
        if class_names[component] not in looked_into and _is_plain(schema):
            extra = schema.get("additionalProperties", True)
            asked.classes[component] = PlainClass(
                properties={name: ask(child) for name, child in schema["properties"].items()},
                required=frozenset(name for name in sequence(schema.get("required")) if isinstance(name, str)),
                extra=None if extra is False else ask({} if extra is True else extra),
            )
            asked.schemas[component] = _NULLABLE if is_array(schema.get("type")) else _OBJECT
    return asked


def _is_plain(schema: Any) -> bool:
    """Tell whether a schema says nothing but which properties an object has, whose types do not depend on the place."""
    if not is_object(schema) or not schema.keys() <= _CLASS or schema.get("type", "object") not in _KINDS:
        return False
    properties, extra = mapping(schema.get("properties")), schema.get("additionalProperties", True)
    if not properties or not all(map(is_object, properties.values())):
        return False
    inside = json.dumps([*properties.values(), extra])
    return not any(keyword in inside for keyword in _MAKES_CLASSES)


def _looked_into(classes: Mapping[str, Any], places: Mapping[str, Any]) -> set[str]:
    """Return the classes whose schemas the engine merges into others, or builds others on."""
    found: set[str] = set()
    merged: list[Any] = []
    for schema in (*classes.values(), *places.values()):
        for node in nodes(mapping(schema)):
            if "allOf" in node or (not node.keys().isdisjoint(_COMBINED) and node.keys() - _COMBINED):
                merged.extend(_told_twice(_layers(node, classes, found)))
    for schema in classes.values():
        if "$ref" in mapping(schema):
            _layers(schema, classes, found)
    while merged:
        for name in filter(None, map(_reference, nodes(mapping(merged.pop())))):
            if name not in found:
                found.add(name)
                merged.append(classes.get(name))
    return found


def _layers(schema: Tree, classes: Mapping[str, Any], found: set[str]) -> list[Tree]:
    """Return all schemas that come together in one; the names of those that it refers to are added to `found`."""
    layers: list[Tree] = []
    seen: set[str] = set()
    todo = [schema]
    while todo:
        layer = todo.pop()
        name = _reference(layer)
        if name is None:
            layers.append(layer)
            todo.extend(mapping(part) for keyword in _COMBINED for part in sequence(layer.get(keyword)))
        elif name not in seen:
            seen.add(name)
            todo.append(mapping(classes.get(name)))
    found |= seen
    return layers


def _told_twice(layers: list[Tree]) -> Iterator[Any]:
    """Yield the schemas of the properties that stand in several layers: the engine merges those, and what is inside."""
    children: dict[str, list[Any]] = {}
    for layer in layers:
        for name, child in mapping(layer.get("properties")).items():
            children.setdefault(name, []).append(child)
    yield from (child for same in children.values() if len(same) > 1 for child in same)


def _reference(schema: Tree) -> str | None:
    reference = schema.get("$ref")
    return pointer_tokens(reference.removeprefix("#"))[-1] if isinstance(reference, str) else None


def put_together(catalog: Catalog, asked: Questions, class_names: Mapping[str, str]) -> Catalog:
    """Give the classes the fields that were asked for by themselves.

    Args:
        catalog: what the engine made.
        asked: what it was asked.
        class_names: component → the name of its class.
    """
    models = dict(catalog.models)
    for component, plain in asked.classes.items():
        name = class_names[component]
        models[name] = CatalogClass(
            name=name,
            pointer=pointer_join(COMPONENTS, name),
            bases=(),
            fields=tuple(
                CatalogField(wire_name, catalog.types.get(key, ANY), wire_name in plain.required)
                for wire_name, key in plain.properties.items()
            ),
            extra=None if plain.extra is None else catalog.types.get(plain.extra, ANY),
        )
    unread = frozenset(catalog.unread)
    loose = (
        class_names[component]
        for component, plain in asked.classes.items()
        if not unread.isdisjoint((*plain.properties.values(), plain.extra))
    )
    return replace(catalog, models=models, unread=(*catalog.unread, *loose))
