"""From the catalog of types to the models of the package, with what the document says about each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from clientsmith.ir.models import AliasModel, Field, Model, ObjectModel
from clientsmith.ir.types import (
    NONE,
    LiteralType,
    LiteralValue,
    ModelRef,
    Scalar,
    ScalarType,
    Type,
    UnionType,
    model_names,
    unbounded,
    union,
    without_none,
)
from clientsmith.lower.context import Context, default_of, schema_example, text_of_schema
from clientsmith.naming import Names, field_name
from clientsmith.positions import pointer_join
from clientsmith.schemas.catalog import CatalogAlias, CatalogClass, CatalogField
from clientsmith.schemas.components import COMPONENTS
from clientsmith.schemas.discriminators import Discriminator
from clientsmith.trees import Tree, mapping, sequence

_TEXT: Final = ScalarType(Scalar.STR)


def lower_models(context: Context) -> dict[str, Model]:
    """Lower every class and alias of the catalog.

    Returns:
        Name → model, in an order in which bases come before what is built on them.
    """
    models: dict[str, Model] = {}
    for name, entry in _bases_first(context):
        component = context.types.components.get(name)
        pointer = pointer_join(COMPONENTS, component) if component is not None else entry.pointer
        schema = mapping(mapping(context.tree["components"]["schemas"]).get(component or ""))
        if isinstance(entry, CatalogClass):
            lowered = _lower_class(entry, schema, pointer, models, context)
            models[name] = _with_open_tags(lowered, context.types.open_tags.get(component or "", {}))
        else:
            models[name] = _lower_alias(entry, schema, pointer, component, context)
    for name in context.types.catalog.unread:
        model = models.get(name)
        if model is not None:
            context.report("loose-type", f"a part of {name} could not be typed and became Any", model.origin)
    return models


def _bases_first(context: Context) -> Iterator[tuple[str, CatalogClass | CatalogAlias]]:
    """Yield the catalog in the order of the document, but each base before what is built on it."""
    catalog = context.types.catalog.models
    done: set[str] = set()

    def visit(name: str) -> Iterator[tuple[str, CatalogClass | CatalogAlias]]:
        entry = catalog.get(name)
        if entry is None or name in done:
            return
        done.add(name)
        for base in entry.bases if isinstance(entry, CatalogClass) else ():
            yield from visit(base)
        yield name, entry

    for name in (*context.types.components, *catalog):
        yield from visit(name)


def _lower_class(
    entry: CatalogClass, schema: Tree, pointer: str, models: dict[str, Model], context: Context
) -> ObjectModel:
    tags = context.types.tags.get(context.types.components.get(entry.name) or "", frozenset())
    inherited = [field for base in entry.bases for field in all_fields(base, models)]
    by_wire_name = {field.wire_name: field for field in inherited}
    said = _property_facts(schema, pointer)
    facts = {name: (_directed(fact, context), place) for name, (fact, place) in said.items()}
    fields = [_lower_field(own, by_wire_name.get(own.wire_name), facts, pointer, tags) for own in entry.fields]
    bases = entry.bases if _can_inherit(inherited, fields, tags) else ()
    if not bases:
        # What is changed has to be written anew, and then with all that stands beside it.
        changed = {field.wire_name: field for field in fields}
        fields = [changed.pop(name, field) for name, field in by_wire_name.items()] + list(changed.values())
    else:
        # What tells a variant from its base comes first.
        fields.sort(key=lambda field: field.wire_name not in tags)
    described = {field.wire_name for field in (*inherited, *fields)}
    names = Names(frozenset({field.name for field in inherited if bases} | _undescribed(schema, described)))
    return ObjectModel(
        name=entry.name,
        bases=bases,
        fields=_named(fields, names, by_wire_name if bases else {}),
        extra=entry.extra,
        deprecated=schema.get("deprecated") is True,
        text=text_of_schema(schema),
        origin=pointer,
    )


def _lower_field(
    own: CatalogField, base: Field | None, facts: dict[str, tuple[Tree, str]], pointer: str, tags: frozenset[str]
) -> Field:
    fact, origin = facts.get(own.wire_name, ({}, pointer))
    type_ = own.type if base is None else _as_written(own.type, fact)
    constant = _constant(type_) if own.required or own.wire_name in tags else None
    if base is not None and own.wire_name not in facts:
        return replace(base, type=type_, required=own.required, constant=constant)
    return Field(
        name=own.wire_name,
        wire_name=own.wire_name,
        type=type_,
        required=own.required,
        constant=constant,
        read_only=fact.get("readOnly") is True,
        write_only=fact.get("writeOnly") is True,
        deprecated=fact.get("deprecated") is True,
        default=default_of(fact),
        example=schema_example(fact),
        text=text_of_schema(fact),
        origin=origin,
    )


def _directed(fact: Tree, context: Context) -> Tree:
    """Return what is said of a property, with what the schema that it refers to says of who may send it."""
    if "$ref" not in fact:
        return fact
    target, _ = context.resolve(fact, "")
    return {**{flag: target[flag] for flag in ("readOnly", "writeOnly") if flag in target}, **fact}


def _undescribed(schema: Tree, described: set[str]) -> set[str]:
    """Return what an object must have that no property describes: it comes beside what is, under the name it has."""
    return {name for name in sequence(schema.get("required")) if isinstance(name, str)} - described


def _with_open_tags(model: ObjectModel, tags: Mapping[str, str]) -> ObjectModel:
    """Let the constructor fill in the tag of a variant whose schema allows any text there."""
    if not tags:
        return model
    fields = (
        replace(field, constant=tags[field.wire_name])
        if field.wire_name in tags and field.constant is None and without_none(field.type) == _TEXT
        else field
        for field in model.fields
    )
    return replace(model, fields=tuple(fields))


def _as_written(type_: Type, fact: Tree) -> Type:
    """Return the type of a property without constants that its schema does not list.

    Where a part of an `allOf` allows fewer values than a referenced one, the engine takes the values of both.
    """
    listed = [fact["const"]] if "const" in fact else sequence(fact.get("enum"))
    inner = without_none(type_)
    if not listed or not isinstance(inner, LiteralType):
        return type_
    kept = tuple(value for value in inner.values if any(type(value) is type(one) and value == one for one in listed))
    if not kept or kept == inner.values:
        return type_
    return LiteralType(kept) if inner is type_ else union(LiteralType(kept), NONE)


def _can_inherit(inherited: list[Field], own: list[Field], tags: frozenset[str]) -> bool:
    """Tell whether a class can be built on its bases: fields of one name, and only those, have one and the same type.

    An attribute that can be set has the same type in a class and in its bases, or neither can stand for the other;
    bounds are no matter of types. The tag of a variant is nothing that one sets: it may be one of the values that its
    base allows.
    """
    by_wire_name: dict[str, Field] = {}
    by_name: dict[str, str] = {}
    for field in inherited:
        if by_name.setdefault(field.name, field.wire_name) != field.wire_name:
            return False
    for field in (*inherited, *own):
        first = by_wire_name.setdefault(field.wire_name, field)
        if field.wire_name in tags and _narrows(field, first):
            continue
        if (unbounded(first.type), first.required) != (unbounded(field.type), field.required):
            return False
    return True


def _narrows(field: Field, base: Field) -> bool:
    """Tell whether a field has one of several values that the field of its base may have."""
    return field.constant is not None and base.constant is None and field.required >= base.required


def _named(fields: list[Field], names: Names, inherited: dict[str, Field]) -> tuple[Field, ...]:
    """Give fields their names: first those that are called as in Python, so that `_id` leaves `id` to `id`."""
    found: dict[str, Field] = {}
    for field in sorted(fields, key=lambda one: field_name(one.wire_name) != one.wire_name):
        base = inherited.get(field.wire_name)
        if base is not None:
            same = (unbounded(field.type), field.required) == (unbounded(base.type), base.required)
            narrows = field.constant is not None and not same
            found[field.wire_name] = replace(field, name=base.name, narrows=narrows)
        else:
            found[field.wire_name] = replace(field, name=names.take(field_name(field.wire_name)))
    return tuple(found[field.wire_name] for field in fields)


def _constant(type_: Type) -> LiteralValue:
    if isinstance(type_, LiteralType) and len(type_.values) == 1:
        return type_.values[0]
    return None


def _property_facts(schema: Tree, pointer: str) -> dict[str, tuple[Tree, str]]:
    """Return what a schema and the inline parts of its `allOf` say about each property, and where."""
    facts: dict[str, tuple[Tree, str]] = {}
    members = schema.get("allOf")
    for index, part in enumerate(sequence(members)):
        facts.update(_property_facts(mapping(part), pointer_join(pointer, "allOf", index)))
    for name, child in mapping(schema.get("properties")).items():
        facts[name] = (mapping(child), pointer_join(pointer, "properties", name))
    return facts


def all_fields(name: str, models: dict[str, Model]) -> Iterator[Field]:
    """Yield the fields of a model and its bases, an overriding one in place of what it overrides."""
    model = models.get(name)
    if not isinstance(model, ObjectModel):
        return
    found: dict[str, Field] = {}
    for base in model.bases:
        for field in all_fields(base, models):
            # Two bases may share one of their own.
            found.setdefault(field.wire_name, field)
    found.update((field.wire_name, field) for field in model.fields)
    yield from found.values()


def _lower_alias(
    entry: CatalogAlias, schema: Tree, pointer: str, component: str | None, context: Context
) -> AliasModel:
    type_ = entry.type
    discriminator = context.types.discriminators.get(component) if component is not None else None
    if discriminator is not None:
        type_ = _discriminated(type_, discriminator, context, pointer)
    return AliasModel(
        name=entry.name,
        type=type_,
        recursive=entry.name in _reachable_aliases(entry, context),
        deprecated=schema.get("deprecated") is True,
        text=text_of_schema(schema),
        origin=pointer,
    )


def _reachable_aliases(entry: CatalogAlias, context: Context) -> frozenset[str]:
    """Return the aliases that an alias is made of, itself included if it is recursive without a class in between."""
    seen: set[str] = set()
    stack = list(model_names(entry.type))
    while stack:
        name = stack.pop()
        target = context.types.catalog.models.get(name)
        if name not in seen and isinstance(target, CatalogAlias):
            seen.add(name)
            stack.extend(model_names(target.type))
    return frozenset(seen)


def _discriminated(type_: Type, discriminator: Discriminator, context: Context, pointer: str) -> Type:
    inner = without_none(type_)
    members = inner.members if isinstance(inner, UnionType) else (inner,)
    name, names = discriminator.property_name, context.types.component_names
    told_here = discriminator.open - {discriminator.fallback}
    mapping_ = tuple((tag, names[key]) for tag, key in discriminator.tags.items() if key in told_here)
    fallback = names[discriminator.fallback] if discriminator.fallback is not None else None
    told = {fallback, *(model for _, model in mapping_)}
    for member in members:
        if not isinstance(member, ModelRef) or not (member.name in told or _tells(member.name, name, context)):
            context.report(
                "discriminator-not-usable",
                f"not all members have constants of their own in {name!r}; they are told apart by shape",
                pointer,
            )
            return type_
    tagged = UnionType(members, name, mapping_, fallback)
    return tagged if inner is type_ else union(tagged, NONE)


def _tells(name: str, property_name: str, context: Context, depth: int = 0) -> bool:
    """Tell whether a model, or each member of a nested union, has constants in the property."""
    entry = context.types.catalog.models.get(name)
    if depth > 8:
        return False
    if isinstance(entry, CatalogAlias):
        inner = entry.type
        members = inner.members if isinstance(inner, UnionType) else (inner,)
        return all(
            isinstance(part, ModelRef) and _tells(part.name, property_name, context, depth + 1) for part in members
        )
    if entry is None:
        return False
    for own in entry.fields:
        if own.wire_name == property_name:
            return isinstance(own.type, LiteralType)
    return any(_tells(base, property_name, context, depth + 1) for base in entry.bases)
