"""Inline schemas become components under names of our own; identical ones become one.

The engine behind `engine` numbers what it has to name by itself. After hoisting there is next to nothing left for it to
name: every object, every union of objects and every long enumeration is a component.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, TypeGuard

from clientsmith.naming import Names, pascal_case
from clientsmith.pins import PinError
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.schemas.common_names import common_name
from clientsmith.schemas.components import COMPONENTS, component_of
from clientsmith.schemas.hierarchies import Hierarchy, find_hierarchies, without_own_union
from clientsmith.schemas.inline_names import Candidates, Step, any_of, candidates, children, contracted, itself
from clientsmith.schemas.places import places
from clientsmith.schemas.scalar_all_of import is_scalar_all_of
from clientsmith.schemas.subschemas import ANNOTATIONS
from clientsmith.source.bundle import copy_tree
from clientsmith.trees import Tree, is_object, mapping, nodes, sequence

LONG_ENUMERATION: Final = 60
"""Characters of the values of an enumeration from which on it gets a name instead of standing in each annotation."""
_MIN_UNION: Final = 2
_SENT: Final = frozenset({"parameters", "requestBodies", "requestBody"})


@dataclass(frozen=True, slots=True)
class Hoisted:
    """A document without inline models.

    Attributes:
        tree: a copy of the document in which each inline model is a `$ref` to a component.
        origins: component → pointer of the place in the original document where its schema stands.
        class_names: component → name of its Python class or alias.
        places: component that was inline → the pointers of all its places.
        hierarchies: component that was made up to stand for a base and all that is built on it → what is known of them.
    """

    tree: Tree
    origins: dict[str, str]
    class_names: dict[str, str]
    places: dict[str, tuple[str, ...]]
    hierarchies: dict[str, Hierarchy]


@dataclass(slots=True)
class _Owner:
    """Something that has a name, after which what stands inside of it is called."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class _Way:
    """One of the places of a schema: what it stands in, how that leads to its name, and its pointer."""

    owner: _Owner
    step: Step
    pointer: str


@dataclass(slots=True)
class _Inline(_Owner):
    """An inline schema that becomes a component, all its places, and the references that stand there now."""

    schema: Tree = field(default_factory=dict[str, Any])
    ways: list[_Way] = field(default_factory=list[_Way])
    references: list[Tree] = field(default_factory=list[Tree])
    body: Any = None
    hierarchy: Hierarchy | None = None


@dataclass(slots=True)
class _Hoist:
    components: Tree
    wanted: frozenset[str]
    unions: dict[str, _Inline]
    known: dict[str, _Inline] = field(default_factory=dict[str, _Inline])


def hoist(tree: Tree, reserved: frozenset[str] = frozenset(), pins: Mapping[str, str] | None = None) -> Hoisted:
    """Give every inline model of a document a name of its own.

    Args:
        tree: a self-contained document of OpenAPI 3.1; it stays as it is.
        reserved: class names that are taken already.
        pins: pointer of a schema → name of its class, where that is decided already.

    Returns:
        The rewritten document and its names. A schema that a `$ref` points into from elsewhere becomes a component,
        too.

    Raises:
        PinError: two schemas are to have one name, or a name is taken by the package itself.
    """
    original = mapping(mapping(tree.get("components")).get("schemas"))
    tree = copy_tree(tree)
    components = tree["components"] = mapping(tree.get("components"))
    schemas = components["schemas"] = mapping(components.get("schemas"))
    owners = {key: _Owner() for key in schemas}
    hierarchies = find_hierarchies(schemas)
    unions = {base: _union_of(hierarchy, schemas, owners[base]) for base, hierarchy in hierarchies.items()}
    for base, hierarchy in hierarchies.items():
        schemas[base] = without_own_union(schemas[base], hierarchy)
    state = _Hoist(original, _references_into_schemas(tree), unions)
    for key, owner in owners.items():
        way = _Way(owner, itself, pointer_join(COMPONENTS, key))
        schemas[key] = _children_hoisted(_of_all(schemas[key], state), way, state)
    for place in places(tree):
        way = _Way(_Owner(place.name), itself, place.pointer)
        place.holder[place.key] = _place(place.holder[place.key], way, state)
    inline = [*state.known.values(), *(union for union in unions.values() if union.references)]
    names = _name_all(owners, inline, reserved, pins or {})
    origins = {key: pointer_join(COMPONENTS, key) for key in schemas}
    class_names = {key: owner.name for key, owner in owners.items()}
    moved: dict[str, str] = {}
    places_of: dict[str, tuple[str, ...]] = {}
    made: dict[str, Hierarchy] = {}
    for one in inline:
        key = names.take(one.name) if one.name in schemas else one.name
        class_names[key] = one.name
        origins[key] = one.ways[0].pointer
        schemas[key] = one.body
        places_of[key] = tuple(way.pointer for way in one.ways)
        moved.update(dict.fromkeys(places_of[key], key))
        for reference in one.references:
            reference["$ref"] = f"#{pointer_join(COMPONENTS, key)}"
        if one.hierarchy is not None:
            made[key] = one.hierarchy
            origins[key] = pointer_join(COMPONENTS, one.hierarchy.base)
    if moved:
        _redirect(tree, moved)
    return Hoisted(tree, origins, class_names, places_of, made)


def _union_of(hierarchy: Hierarchy, schemas: Tree, owner: _Owner) -> _Inline:
    """Return the union that stands for a base; it belongs to the discriminator, which is what makes it one."""
    schema: Tree = {"oneOf": [{"$ref": f"#{pointer_join(COMPONENTS, key)}"} for key in hierarchy.members]}
    if "description" in mapping(schemas[hierarchy.base]):
        schema["description"] = schemas[hierarchy.base]["description"]
    way = _Way(owner, any_of, pointer_join(COMPONENTS, hierarchy.base, "discriminator"))
    return _Inline(schema=schema, body=schema, ways=[way], hierarchy=hierarchy)


def _of_all(schema: Any, state: _Hoist) -> Any:
    """Let a reference to a base lead to the union that stands for it."""
    union = state.unions.get(component_of(schema))
    if union is None:
        return schema
    reference: Tree = {**schema, "$ref": ""}
    union.references.append(reference)
    return reference


def _name_all(
    components: dict[str, _Owner], inline: list[_Inline], reserved: frozenset[str], pins: Mapping[str, str]
) -> Names:
    """Name the components, then what is inline, from the outside in.

    On each level everybody asks at once, in the order of their pointers, so that neither the order of the document nor
    a schema of another name decides.

    Returns:
        The names that are taken.
    """
    names = Names(reserved)
    pinned = _Pinned(names, pins)
    for key, owner in components.items():
        pinned.name(owner, [pointer_join(COMPONENTS, key)])
    for one in inline:
        pinned.name(one, [way.pointer for way in one.ways])
    wanted = {key: _component_names(key) for key, owner in components.items() if not owner.name}
    for key, name in names.share(
        dict(sorted(wanted.items(), key=lambda item: (item[0] != item[1][0], item[0])))
    ).items():
        components[key].name = name
    depths: dict[int, int] = {}
    levels: dict[int, list[_Inline]] = {}
    for one in inline:
        levels.setdefault(_depth(one, depths), []).append(one)
    for _, level in sorted(levels.items()):
        unnamed = {min(way.pointer for way in one.ways): one for one in level if not one.name}
        # Of those that ask for the same name, the one whose place is called so gets it, else the one with most places.
        asking = sorted(unnamed, key=lambda pointer: (_is_elsewhere(unnamed[pointer]), pointer))
        given = names.share({pointer: _inline_names(unnamed[pointer]) for pointer in asking})
        for pointer, name in given.items():
            unnamed[pointer].name = name
    return names


@dataclass(slots=True)
class _Pinned:
    """Gives out the names that are decided already."""

    names: Names
    pins: Mapping[str, str]

    def name(self, owner: _Owner, pointers: list[str]) -> None:
        pointer = min((one for one in pointers if one in self.pins), default=None)
        if pointer is None:
            return
        owner.name = self.pins[pointer]
        if owner.name in self.names:
            message = f"{owner.name!r} is the name of another model, or of something that the package needs"
            raise PinError("models", pointer, message)
        self.names.reserve(owner.name)


def _component_names(key: str) -> Candidates:
    name = pascal_case(key)
    return (name, f"{name}Schema" if name.endswith("Model") else f"{name}Model")


def _inline_names(one: _Inline) -> Candidates:
    """Return the names of an inline schema; one that stands in several places is called after all of them."""
    named = [way.step(way.owner.name) for way in one.ways]
    different = list(dict.fromkeys(names[0] for names in named))
    if len(different) > 1:
        common = common_name(different, one.schema, is_sent=_is_sent(one))
        return (*contracted(common), common[-1])
    return contracted(candidates(one.schema, named[0]))


def _is_elsewhere(one: _Inline) -> int:
    """Return 0 for a schema that is called after its only place, less than that the more places another one has."""
    places_of = len(one.ways)
    return 0 if places_of == 1 and not isinstance(one.schema.get("title"), str) else 1_000_000 - places_of


def _is_sent(one: _Inline) -> bool:
    """Tell whether a schema stands in parameters and bodies of operations only."""
    return all(not _SENT.isdisjoint(tokens[:5]) for tokens in (pointer_tokens(way.pointer) for way in one.ways))


def _depth(one: _Inline, depths: dict[int, int]) -> int:
    """Return how deep a schema stands at most; always less than what stands inside of it."""
    known = depths.get(id(one))
    if known is None:
        above = (_depth(way.owner, depths) for way in one.ways if isinstance(way.owner, _Inline))
        known = depths[id(one)] = 1 + max(above, default=0)
    return known


def _place(schema: Any, way: _Way, state: _Hoist) -> Any:
    """Hoist `schema` itself if it deserves a name, else what is inside."""
    if not is_object(schema):
        return schema
    schema = _of_all(_unwrap(schema), state)
    if way.pointer not in state.wanted and not _deserves_name(schema, state.components):
        return _inside(schema, way, state)
    identity = json.dumps(schema, sort_keys=True)
    one = state.known.get(identity)
    if one is None:
        one = state.known[identity] = _Inline(schema=copy.copy(schema))
        one.body = _inside(schema, _Way(one, itself, way.pointer), state)
    one.ways.append(way)
    reference: Tree = {"$ref": ""}
    one.references.append(reference)
    return reference


def _inside(schema: Any, way: _Way, state: _Hoist) -> Any:
    """Hoist what is inside of `schema`, which keeps its place."""
    return _children_hoisted(_unwrap(schema) if is_object(schema) else schema, way, state)


def _children_hoisted(schema: Any, way: _Way, state: _Hoist) -> Any:
    if not is_object(schema):
        return schema
    for keyword, where, child, step in list(children(schema)):
        child_way = _Way(way.owner, partial(_after, way.step, step), pointer_join(way.pointer, keyword, *where))
        # The parts of an allOf are one model with what they stand in.
        is_part = keyword == "allOf" and child_way.pointer not in state.wanted
        visit = _inside if is_part or _is_listed(child, schema.get(keyword), state) else _place
        hoisted = visit(child, child_way, state)
        if where:
            schema[keyword][where[0]] = hoisted
        else:
            schema[keyword] = hoisted
    return schema


def _is_listed(child: Any, members: Any, state: _Hoist) -> bool:
    """Tell whether a member of a union stands beside what is built on it, and so for itself alone."""
    union = state.unions.get(component_of(child))
    if union is None:
        return False
    others = {component_of(member) for member in sequence(members)} - {component_of(child)}
    return any(component_of(member) in others for member in union.schema["oneOf"])


def _after(first: Step, then: Step, name: str) -> Candidates:
    return then(first(name)[0])


def _deserves_name(schema: Tree, components: Tree) -> bool:
    if "$ref" in schema:
        return False
    if schema.get("properties") or (schema.get("allOf") and not is_scalar_all_of(schema, components)):
        return True
    for keyword in ("oneOf", "anyOf"):
        if sum(_is_object(member, components) for member in sequence(schema.get(keyword))) >= _MIN_UNION:
            return True
    return len(json.dumps(sequence(schema.get("enum")))) > LONG_ENUMERATION


def _is_object(schema: Any, components: Tree, depth: int = 0) -> bool:
    schema = mapping(schema)
    if key := component_of(schema):
        # A chain of aliases this long is a circle or a joke.
        return depth < 8 and _is_object(components.get(key), components, depth + 1)
    if schema.get("properties") or (schema.get("allOf") and not is_scalar_all_of(schema, components)):
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
        if not rest.keys() - ANNOTATIONS:
            return {**parts[0], **rest}
    return schema


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
