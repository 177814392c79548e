"""Schemas that stand for all that is built on them: a discriminator in the base of an `allOf` (OpenAPI 3.1 §4.8.25).

A value of `Pet` may be any `Cat` or `Dog` that has `allOf: [{$ref: Pet}, …]`; the discriminator property says which. A
Python class for `Pet` alone would lose what they add, so a reference to it becomes one to a union of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from clientsmith.schemas.components import REFERENCE, component_meant, component_of
from clientsmith.trees import Tree, is_array, mapping, sequence

_DEEPEST: Final = 16
_UNIONS: Final = ("oneOf", "anyOf")
_NO_PARTS: Final[tuple[Tree, ...]] = ()


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A component that stands for others, too.

    Attributes:
        base: the component.
        property_name: the property that tells which one a value is.
        tags: value of that property → the component that is built on the base.
        fallback: the component that all other values stand for: what `defaultMapping` (OpenAPI 3.2) says, or the base.
        members: what may stand in the place of the base: everything that is built on it, and the base itself at last
            unless it gives way to another fallback.
        inner: members that others are built on, and which therefore leave the property open.
        implied: members whose tag is their name, because nothing in the document says another.
    """

    base: str
    property_name: str
    tags: dict[str, str]
    fallback: str
    members: tuple[str, ...]
    inner: frozenset[str]
    implied: frozenset[str]


def find_hierarchies(schemas: Tree) -> dict[str, Hierarchy]:
    """Return the components that others are built on and told from by a discriminator, their own or an inherited one.

    Args:
        schemas: component → schema.
    """
    bases = {key: tuple(_bases(mapping(schema))) for key, schema in schemas.items()}
    built: dict[str, list[str]] = {}
    for key, own in bases.items():
        for base in dict.fromkeys(own):
            if base in schemas and base != key:
                built.setdefault(base, []).append(key)
    found: dict[str, Hierarchy] = {}
    for base in schemas:
        declared = _declared(base, schemas, bases) if base in built else None
        descendants = _descendants(base, built)
        if declared is None or not _lists_only(descendants, mapping(schemas[base])):
            continue
        tags = _tags(declared, descendants, base, schemas)
        if tags:
            default = component_meant(declared.get("defaultMapping"))
            fallback = default if default in descendants else base
            members = tuple(key for key in (*descendants, base) if key in tags.values() or key == fallback)
            inner = frozenset(key for key in members if key in built)
            told = {
                *mapping(declared.get("mapping")).values(),
                *_telling(descendants, declared["propertyName"], schemas),
            }
            implied = frozenset(key for key in members if tags.get(key) == key and not {key, REFERENCE + key} & told)
            found[base] = Hierarchy(base, declared["propertyName"], tags, fallback, members, inner, implied)
    return found


def without_own_union(schema: Tree, hierarchy: Hierarchy) -> Tree:
    """Return the schema of a base without a list of what is built on it, which would lead back to the base."""
    if not schema.keys() & set(_UNIONS) or not _lists_only(hierarchy.members, schema):
        return schema
    return {key: value for key, value in schema.items() if key not in _UNIONS}


def _lists_only(descendants: Collection[str], schema: Tree) -> bool:
    """Tell whether a union that a base is as well, if it is one, has no other members than what is built on it."""
    members = [member for keyword in _UNIONS for member in sequence(schema.get(keyword))]
    return all(component_of(member) in descendants for member in members)


def _bases(schema: Tree, depth: int = 0) -> Iterator[str]:
    for part in sequence(schema.get("allOf")):
        if key := component_of(part):
            yield key
        elif depth < _DEEPEST:
            yield from _bases(mapping(part), depth + 1)


def _parts(schema: Tree, depth: int = 0) -> Iterator[Tree]:
    """Yield a schema and the inline parts of its `allOf`."""
    yield schema
    for part in sequence(schema.get("allOf")) if depth < _DEEPEST else _NO_PARTS:
        yield from _parts(mapping(part), depth + 1)


def _lineage(key: str, bases: dict[str, tuple[str, ...]]) -> list[str]:
    """Return a component and all that it is built on, nearest first."""
    found = [key]
    for one in found:
        found.extend(base for base in bases.get(one, ()) if base not in found)
    return found


def _descendants(base: str, built: dict[str, list[str]]) -> list[str]:
    found = [base]
    for one in found:
        found.extend(key for key in built.get(one, ()) if key not in found)
    return found[1:]


def _declared(key: str, schemas: Tree, bases: dict[str, tuple[str, ...]]) -> Tree | None:
    """Return the discriminator that holds for a component, if it names a property that can hold a tag."""
    lineage = [part for one in _lineage(key, bases) for part in _parts(mapping(schemas.get(one)))]
    for part in lineage:
        discriminator = mapping(part.get("discriminator"))
        name = discriminator.get("propertyName")
        if isinstance(name, str):
            written = [mapping(other.get("properties")).get(name) for other in lineage]
            return discriminator if all(_may_be_text(one, schemas) for one in written) else None
    return None


def _may_be_text(schema: Any, schemas: Tree) -> bool:
    kinds = _resolved(schema, schemas).get("type", "string")
    return kinds == "string" or (is_array(kinds) and "string" in kinds)


def _resolved(schema: Any, schemas: Tree) -> Tree:
    for _ in range(_DEEPEST):
        key = component_of(schema)
        if not key:
            break
        schema = schemas.get(key)
    return mapping(schema)


def _tags(declared: Tree, descendants: list[str], base: str, schemas: Tree) -> dict[str, str]:
    """Return which value stands for which of the descendants of a base.

    A mapping says so, or the descendant itself, by a constant or by what Microsoft's documents call
    `x-ms-discriminator-value`; else the name of the schema is the value, unless the base knows other values only.
    """
    name: str = declared["propertyName"]
    tags: dict[str, str] = {}
    for tag, target in mapping(declared.get("mapping")).items():
        if (key := component_meant(target)) in descendants:
            tags[tag] = key
    allowed = sequence(_resolved(_property(base, name, schemas), schemas).get("enum"))
    for key in descendants:
        if key in tags.values():
            continue
        own = _own_tags(mapping(schemas.get(key)), name, schemas)
        implied = () if own or (allowed and key not in allowed) else (key,)
        for tag in own or implied:
            tags.setdefault(tag, key)
    return tags


def _property(key: str, name: str, schemas: Tree) -> Any:
    for part in _parts(mapping(schemas.get(key))):
        if name in mapping(part.get("properties")):
            return part["properties"][name]
    return None


def _telling(descendants: list[str], name: str, schemas: Tree) -> list[str]:
    return [key for key in descendants if _own_tags(mapping(schemas.get(key)), name, schemas)]


def _own_tags(schema: Tree, name: str, schemas: Tree) -> tuple[str, ...]:
    told = schema.get("x-ms-discriminator-value")
    if isinstance(told, str):
        return (told,)
    for part in _parts(schema):
        child = _resolved(mapping(part.get("properties")).get(name), schemas)
        values = [child["const"]] if "const" in child else sequence(child.get("enum"))
        if values and all(isinstance(value, str) for value in values):
            return tuple(values)
    return ()
