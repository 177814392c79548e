"""Which property of the members of a union tells which member it is.

A `discriminator` says so (OpenAPI 3.1 §4.8.25); where it does not, members that all require a property with constants
of their own say so themselves.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from clientsmith.schemas.components import component_meant, component_of
from clientsmith.schemas.hierarchies import Hierarchy
from clientsmith.trees import Tree, mapping, nodes, sequence

_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells, and which component each of its values stands for.

    Attributes:
        property_name: the property.
        tags: value of the property → component.
        open: components whose own property is left as it is, so that only the union knows their values.
        fallback: the component that all other values stand for, and objects without the property.
        implied: components whose tag is their name, because nothing in the document says another.
    """

    property_name: str
    tags: dict[str, str]
    open: frozenset[str] = frozenset()
    fallback: str | None = None
    implied: frozenset[str] = frozenset()


def find_discriminators(
    schemas: Tree, hierarchies: Mapping[str, Hierarchy], alone: Container[str] = ()
) -> dict[str, Discriminator]:
    """Return the discriminator of each component that is a union of components and has one.

    Args:
        schemas: component → schema, after hoisting.
        hierarchies: component that stands for a base and all that is built on it → what is known of them.
        alone: components that stand elsewhere than in unions, too. There the schema counts alone (OpenAPI 3.1 §4.8.25:
            a discriminator does not change what is valid), and so only the union knows the tag.
    """
    found: dict[str, Discriminator] = {}
    for key, schema in schemas.items():
        if (hierarchy := hierarchies.get(key)) is not None:
            left_open = hierarchy.inner | {one for one in hierarchy.implied if one in alone} | {hierarchy.fallback}
            found[key] = Discriminator(hierarchy.property_name, hierarchy.tags, left_open, hierarchy.fallback)
            continue
        members = union_members(mapping(schema))
        discriminator = _declared(mapping(schema), members, schemas, alone) if members else None
        if discriminator is None and len(members) > 1:
            discriminator = _implied(members, schemas)
        if discriminator is not None:
            found[key] = discriminator
    return found


def pin_tags(schemas: Tree, discriminators: dict[str, Discriminator]) -> None:
    """Write the values that a mapping gives to a variant into the variant's own property, where it leaves them open.

    Changes `schemas`. A variant that stands behind several values accepts each of them. The property is required where
    the variant says so: many documents leave that out, or name a property that no variant lists.
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for discriminator in discriminators.values():
        for tag, key in discriminator.tags.items():
            if key in discriminator.open:
                continue
            tags = wanted.setdefault((key, discriminator.property_name), [])
            if tag not in tags:
                tags.append(tag)
    for (key, name), tags in wanted.items():
        schema = mapping(schemas.get(key))
        if not schema or union_members(schema) or _own_constants(schema, name):
            continue
        inherited = constants(schema, name, schemas)
        if inherited and (set(inherited) == set(tags) or not set(tags) <= set(inherited)):
            continue
        properties = mapping(schema.get("properties"))
        described = {"description": mapping(properties.get(name)).get("description", "")}
        tagged = {name: {"type": "string", "enum": tags, **described}}
        schema["properties"] = {**properties, **tagged} if name in properties else {**tagged, **properties}
        if _requires(key, name, schemas):
            schema["required"] = list(dict.fromkeys([*sequence(schema.get("required")), name]))


def union_members(schema: Tree) -> tuple[str, ...]:
    """Return the components that a union is made of; none where a member other than null is no reference."""
    for keyword in ("oneOf", "anyOf"):
        others = [member for member in sequence(schema.get(keyword)) if mapping(member).get("type") != "null"]
        keys = [component_of(member) for member in others]
        if keys and all(keys):
            return tuple(dict.fromkeys(keys))
    return ()


def standing_alone(tree: Tree) -> frozenset[str]:
    """Return the components that a reference leads to which is neither a member of a union nor a part of an `allOf`."""
    found: set[str] = set()
    for node in nodes(tree):
        found.update(component_of(child) for child in node.values())
    return frozenset(found)


def _declared(schema: Tree, members: tuple[str, ...], schemas: Tree, alone: Container[str]) -> Discriminator | None:
    declared = mapping(schema.get("discriminator"))
    name = declared.get("propertyName")
    if not isinstance(name, str):
        return None
    tags: dict[str, str] = {}
    for tag, target in mapping(declared.get("mapping")).items():
        if key := _named(target, members):
            tags[tag] = key
    fallback = _named(declared.get("defaultMapping"), members)
    free = {key for key in members if not constants(mapping(schemas.get(key)), name, schemas)}
    left_open = {key for key in free if key in alone or key == fallback}
    implied: set[str] = set()
    # Without a mapping the name of the schema is the value.
    for key in [key for key in members if key not in tags.values()]:
        shown = _shown(key, name, schemas)
        tags[shown] = key
        if shown == key:
            implied.add(key)
        elif key in free and key not in tags:
            tags[key] = key
            left_open.add(key)
    return Discriminator(name, tags, frozenset(left_open), fallback or None, frozenset(implied))


def open_tags(
    discriminators: Mapping[str, Discriminator], schemas: Tree, hierarchies: Container[str] = ()
) -> dict[str, dict[str, str]]:
    """Return what a constructor fills in where the property of a variant is left open: component → property → tag.

    Only where the property is required and the document says the tag: where it is optional, or may well mean something
    else (Linode's `Linode` has a `type`, which is its plan), the tag comes with the union.

    Args:
        discriminators: component that is a union → its discriminator.
        schemas: component → schema.
        hierarchies: unions that stand for a base; their variants inherit the property.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for union, discriminator in discriminators.items():
        if union in hierarchies:
            continue
        first: dict[str, str] = {}
        for tag, key in discriminator.tags.items():
            first.setdefault(key, tag)
        for key in discriminator.open & first.keys() - {discriminator.fallback} - discriminator.implied:
            if _requires(key, discriminator.property_name, schemas):
                found.setdefault(key, {}).setdefault(discriminator.property_name, set()).add(first[key])
    # Where unions know a variant by different tags, none is its own.
    return {
        key: {name: next(iter(tags)) for name, tags in properties.items() if len(tags) == 1}
        for key, properties in found.items()
    }


def _named(target: object, members: tuple[str, ...]) -> str:
    """Return the member of a union that a mapping means, by a reference or by its name."""
    key = component_meant(target)
    return key if key in members else ""


def _shown(key: str, name: str, schemas: Tree) -> str:
    """Return the name of a schema as the examples of a property write it, `user` for `User`; as it is without any."""
    for part in _parts(mapping(schemas.get(key)), schemas):
        child = mapping(mapping(part.get("properties")).get(name))
        for value in (child.get("default"), child.get("example"), *sequence(child.get("examples"))):
            if isinstance(value, str) and _letters(value) == _letters(key):
                return value
    return key


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _implied(members: tuple[str, ...], schemas: Tree) -> Discriminator | None:
    for name in dict.fromkeys(_property_names(members[0], schemas)):
        tags: dict[str, str] = {}
        for key in members:
            values = constants(mapping(schemas.get(key)), name, schemas) if _requires(key, name, schemas) else ()
            if not values or any(value in tags for value in values):
                break
            tags.update(dict.fromkeys(values, key))
        else:
            return Discriminator(name, tags)
    return None


def constants(schema: Tree, name: str, schemas: Tree) -> tuple[str, ...]:
    """Return the strings that a property of an object schema is limited to; none where it is open or missing."""
    for part in _parts(schema, schemas):
        child = mapping(mapping(part.get("properties")).get(name))
        values = [child["const"]] if "const" in child else sequence(child.get("enum"))
        if values and all(isinstance(value, str) for value in values):
            return tuple(values)
    return ()


def _own_constants(schema: Tree, name: str) -> tuple[str, ...]:
    return constants({key: value for key, value in schema.items() if key not in {"$ref", "allOf"}}, name, {}) or next(
        (
            found
            for part in sequence(schema.get("allOf"))
            if "$ref" not in mapping(part) and (found := _own_constants(mapping(part), name))
        ),
        (),
    )


def _property_names(key: str, schemas: Tree) -> Iterator[str]:
    for part in _parts(mapping(schemas.get(key)), schemas):
        yield from mapping(part.get("properties"))


def _requires(key: str, name: str, schemas: Tree) -> bool:
    return any(name in sequence(part.get("required")) for part in _parts(mapping(schemas.get(key)), schemas))


def _parts(schema: Tree, schemas: Tree, depth: int = 0) -> Iterator[Tree]:
    """Yield a schema and everything that holds together with it: what it refers to and the parts of its `allOf`."""
    yield schema
    if depth > _DEEPEST:
        return
    if key := component_of(schema):
        yield from _parts(mapping(schemas.get(key)), schemas, depth + 1)
    for member in sequence(schema.get("allOf")):
        yield from _parts(mapping(member), schemas, depth + 1)
