"""Which properties of multipart bodies are files (OpenAPI 3.0 §4.7.14.2, 3.1 §4.8.14.3).

A file is a string with the format `binary`, or one of a media type that is neither text nor JSON. Only in a multipart
body it can be one: in JSON such a string is a string.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from clientsmith.ir.models import AliasModel, Model, ObjectModel
from clientsmith.ir.types import (
    NONE,
    STR,
    ConstrainedType,
    ListType,
    ModelRef,
    Scalar,
    ScalarType,
    Type,
    UnionType,
    is_nullable,
    model_names,
    union,
)
from clientsmith.lower.context import Context
from clientsmith.lower.media_types import essence, is_json, is_text
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.schemas.places import operations
from clientsmith.trees import Tree, is_array, mapping, sequence

FILE = ScalarType(Scalar.FILE)
_DEEPEST = 8


def is_file(schema: Tree) -> bool:
    """Tell whether a schema describes a file where it stands in a multipart body."""
    written = schema.get("type", "string")
    if "string" not in (written if is_array(written) else [written]):
        return False
    if schema.get("format") == "binary":
        return True
    media_type = schema.get("contentMediaType")
    return (
        isinstance(media_type, str)
        and "contentEncoding" not in schema
        and not is_text(media_type)
        and not (is_json(media_type) and "*" not in essence(media_type))
    )


def mark_files(models: dict[str, Model], context: Context) -> dict[str, Model]:
    """Return the models, with the properties that are files typed as such in those that are multipart bodies.

    A model that stands elsewhere, too, keeps the string beside the file.
    """
    pointers = frozenset(_multipart_schemas(context))
    forms = {name for pointer in pointers for name in _objects(context.types.type_at(pointer), models)}
    if not forms:
        return models
    elsewhere = {
        name for pointer, type_ in context.types.at.items() if pointer not in pointers for name in model_names(type_)
    }
    for model in models.values():
        parts = (field.type for field in model.fields) if isinstance(model, ObjectModel) else (model.type,)
        elsewhere.update(name for part in parts for name in model_names(part))
    return {
        name: _marked(model, _Marker(models, context, keeps_text=name in elsewhere))
        if name in forms and isinstance(model, ObjectModel)
        else model
        for name, model in models.items()
    }


def _multipart_schemas(context: Context) -> Iterator[str]:
    for place in operations(context.tree):
        node, where = context.resolve(place.operation.get("requestBody"), pointer_join(place.pointer, "requestBody"))
        for media_type in mapping(node.get("content")):
            if essence(media_type).startswith("multipart/"):
                yield pointer_join(where, "content", media_type, "schema")


def _objects(type_: Type, models: dict[str, Model], depth: int = 0) -> Iterator[str]:
    """Yield the classes that a type stands for, and those that they are built on."""
    if depth > _DEEPEST:
        return
    if isinstance(type_, UnionType):
        for member in type_.members:
            yield from _objects(member, models, depth + 1)
    model = models.get(type_.name) if isinstance(type_, ModelRef) else None
    if isinstance(model, AliasModel):
        yield from _objects(model.type, models, depth + 1)
    elif isinstance(model, ObjectModel):
        yield model.name
        for base in model.bases:
            yield from _objects(ModelRef(base), models, depth + 1)


@dataclass(frozen=True, slots=True)
class _Marker:
    models: dict[str, Model]
    context: Context
    keeps_text: bool

    @property
    def file(self) -> Type:
        return union(STR, FILE) if self.keeps_text else FILE


def _marked(model: ObjectModel, marker: _Marker) -> ObjectModel:
    fields = tuple(replace(field, type=_with_files(field.type, field.origin, marker)) for field in model.fields)
    return replace(model, fields=fields)


def _with_files(type_: Type, pointer: str, marker: _Marker) -> Type:
    try:
        node = pointer_get(marker.context.tree, pointer)
    except LookupError:
        return type_
    schema, _ = marker.context.resolve(node, pointer)
    alternatives = [
        marker.context.resolve(member, pointer)[0]
        for keyword in ("anyOf", "oneOf", "allOf")
        for member in sequence(schema.get(keyword))
    ] or [schema]
    one = any(is_file(schema) for schema in alternatives)
    several = any(_is_files(schema, marker.context) for schema in alternatives)
    if not one and not several:
        return type_
    text = any(schema.get("type") == "string" and not is_file(schema) for schema in alternatives)
    found: list[Type] = [marker.file] if one else []
    found += [ListType(marker.file)] if several else []
    members = type_.members if isinstance(type_, UnionType) else (type_,)
    found += [
        member
        for member in members
        if member != NONE
        and not (_is_text(member, marker.models) and not text)
        and not (several and isinstance(_bare(member, marker.models), ListType))
    ]
    return union(*found, *([NONE] if is_nullable(type_) else []))


def _is_files(schema: Tree, context: Context) -> bool:
    items, _ = context.resolve(schema.get("items"), "")
    return "items" in schema and is_file(items) and bool(items)


def _bare(type_: Type, models: dict[str, Model], depth: int = 0) -> Type:
    """Return a type without its bounds and names."""
    if isinstance(type_, ConstrainedType):
        return _bare(type_.type, models, depth)
    model = models.get(type_.name) if isinstance(type_, ModelRef) else None
    return _bare(model.type, models, depth + 1) if isinstance(model, AliasModel) and depth < _DEEPEST else type_


def _is_text(type_: Type, models: dict[str, Model]) -> bool:
    return _bare(type_, models) == STR
