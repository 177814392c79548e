"""Which property of the members of a union tells which member it is.

A `discriminator` says so (OpenAPI 3.1 §4.8.25); where it does not, members that all require a property with constants
of their own say so themselves.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from clientsmith.schemas.components import component_at, component_of
from clientsmith.schemas.hierarchies import Hierarchy
from clientsmith.trees import Tree, mapping, nodes, sequence

_DEEPEST = 16


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that tells, and which component each of its values stands for.

    Attributes:
        property_name: the property.
        tags: value of the property → component.
        open: components whose own property is left open, so that only the union knows their values.
        fallback: the component that all other values stand for.
    """

    property_name: str
    tags: dict[str, str]
    open: frozenset[str] = frozenset()
    fallback: str | None = None


def find_discriminators(
    schemas: Tree, hierarchies: Mapping[str, Hierarchy], alone: Container[str] = ()
) -> dict[str, Discriminator]:
    """Return the discriminator of each component that is a union of components and has one.

    Args:
        schemas: component → schema, after hoisting.
        hierarchies: component that stands for a base and all that is built on it → what is known of them.
        alone: components that stand elsewhere than in unions, too. Where the name of such a component is its tag, only
            the union knows: elsewhere its property may have any value.
    """
    found: dict[str, Discriminator] = {}
    for key, schema in schemas.items():
        if (hierarchy := hierarchies.get(key)) is not None:
            left_open = hierarchy.inner | {implied for implied in hierarchy.implied if implied in alone}
            found[key] = Discriminator(hierarchy.property_name, hierarchy.tags, left_open, hierarchy.base)
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
        key = component_at(target) or (target if isinstance(target, str) else "")
        if key in members:
            tags[tag] = key
    # Without a mapping the name of the schema is the value.
    implied = [key for key in members if key not in tags.values()]
    tags.update({_shown(key, name, schemas): key for key in implied})
    known = (key for key in implied if key in alone and _is_listed(key, name, schemas))
    return Discriminator(name, tags, frozenset(key for key in known if not constants(schemas[key], name, schemas)))


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


def _is_listed(key: str, name: str, schemas: Tree) -> bool:
    return name in _property_names(key, schemas)


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
