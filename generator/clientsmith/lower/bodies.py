"""Request bodies."""

from __future__ import annotations

from typing import Any, Final

from clientsmith.ir.models import AliasModel, Field, Model
from clientsmith.ir.operations import METHOD_KEYWORDS, Body, BodyVariant, Encoding, PropertyEncoding
from clientsmith.ir.types import (
    ANY,
    STR,
    DictType,
    ListType,
    ModelRef,
    Scalar,
    ScalarType,
    StreamType,
    TupleType,
    Type,
    UnionType,
    union,
    without_none,
)
from clientsmith.lower.context import Context, examples_of, text_of
from clientsmith.lower.files import is_file
from clientsmith.lower.media_types import encoding_of, essence, fallback_media_type, written_media_type
from clientsmith.lower.models import all_fields
from clientsmith.naming import Names
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import OperationPlace, stream_item
from clientsmith.trees import Tree, mapping, sequence

_ENCODING_ORDER: Final = {encoding: position for position, encoding in enumerate(Encoding)}
_STYLES: Final = frozenset({"form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"})
_PROPERTY_KEYWORDS: Final = ("properties", "patternProperties", "allOf", "anyOf", "oneOf", "$ref")
_DEEPEST: Final = 16


def lower_body(place: OperationPlace, models: dict[str, Model], names: Names, context: Context) -> Body | None:
    """Lower the request body of an operation; media types that become keywords come first.

    One that could be nothing but an empty object, and need not be there, is none: some generators of documents write it
    beside every GET.

    Args:
        place: the operation.
        models: all models by name.
        names: names of the classes of keywords that are taken.
        context: the document.
    """
    node, where = context.resolve(place.operation.get("requestBody"), pointer_join(place.pointer, "requestBody"))
    content = mapping(node.get("content"))
    if not content or (node.get("required") is not True and _is_always_empty(content, where, context)):
        return None
    variants = [
        _variant(media_type, mapping(content[media_type]), pointer_join(where, "content", media_type), models, context)
        for media_type in content
    ]
    # Of two that are sent as one media type (`application/json` and `*/*`), the first stands for both.
    variants = list({variant.media_type.lower(): variant for variant in reversed(variants)}.values())[::-1]
    variants.sort(key=lambda variant: _ENCODING_ORDER[variant.encoding])
    return Body(
        required=node.get("required") is True,
        variants=tuple(variants),
        fields_class=names.take(f"{place.name}Fields") if _are_keywords(variants[0].fields) else None,
        text=text_of(node),
    )


def _is_always_empty(content: Tree, pointer: str, context: Context) -> bool:
    for media_type, written in content.items():
        where = pointer_join(pointer, "content", media_type, "schema")
        schema, _ = context.resolve(mapping(written).get("schema"), where)
        if schema.get("additionalProperties") is not False or schema.get("type") != "object":
            return False
        if any(schema.get(keyword) for keyword in _PROPERTY_KEYWORDS):
            return False
    return True


def _variant(written: str, node: Tree, pointer: str, models: dict[str, Model], context: Context) -> BodyVariant:
    where = pointer_join(pointer, "schema")
    schema, _ = context.resolve(node.get("schema"), where)
    is_typed = "schema" in node and bool(schema) and not is_file(schema)
    media_type = written_media_type(written, is_typed=is_typed)
    if media_type is None:
        media_type = fallback_media_type(is_typed=is_typed)
        context.report("media-type-unusable", f"{written!r} is no media type; {media_type} is sent instead", pointer)
    encoding = encoding_of(media_type)
    type_ = _type(encoding, context.types.type_at(where) if "schema" in node else ANY, models)
    by_position = encoding is Encoding.MULTIPART and _is_by_position(media_type, node, schema)
    if by_position:
        type_ = _parts(node, schema, pointer, models, context)
    if encoding is Encoding.ITEMS:
        item = stream_item(node)
        type_ = _item(type_, models) if item is None else context.types.type_at(pointer_join(pointer, *item[2]))
        type_ = StreamType(None if essence(media_type) == "text/event-stream" and type_ in {ANY, STR} else type_)
    return BodyVariant(
        media_type=media_type,
        encoding=encoding,
        type=type_,
        fields=body_fields(type_, models),
        properties=_part_encodings(node, pointer, context)
        if by_position
        else property_encodings(node, pointer, encoding, context),
        examples=examples_of(node, pointer, context),
        origin=pointer,
    )


def _is_by_position(media_type: str, node: Tree, schema: Tree) -> bool:
    """Tell whether the parts of a multipart body have no names, but a place in a list (OpenAPI 3.2 §4.14.4)."""
    is_list = schema.get("type") == "array" or "prefixItems" in schema
    return essence(media_type) != "multipart/form-data" and (is_list or "itemSchema" in node)


def _parts(node: Tree, schema: Tree, pointer: str, models: dict[str, Model], context: Context) -> ListType:
    """Return the type of a list of parts, each of which may be a file where a schema says so."""
    if "itemSchema" in node:
        where = pointer_join(pointer, "itemSchema")
        types: tuple[Type, ...] = (context.types.type_at(where),)
        schemas = [(node["itemSchema"], where)]
    else:
        whole = _resolved(context.types.type_at(pointer_join(pointer, "schema")), models)
        types = whole.items if isinstance(whole, TupleType) else (whole.item,) if isinstance(whole, ListType) else ()
        schemas = [(one, "") for one in (*sequence(schema.get("prefixItems")), schema.get("items"))]
    members = [member for one in types for member in (one.members if isinstance(one, UnionType) else (one,))]
    if any(is_file(context.resolve(one, where)[0]) for one, where in schemas if mapping(one)):
        members = [*(member for member in members if member != STR), ScalarType(Scalar.FILE)]
    return ListType(union(*members) if members else ANY)


def _part_encodings(node: Tree, pointer: str, context: Context) -> tuple[PropertyEncoding, ...]:
    """Return how parts without names are written: by their number, `*` for all others."""
    written = [
        (str(index), one, pointer_join(pointer, "prefixEncoding", index))
        for index, one in enumerate(sequence(node.get("prefixEncoding")))
    ]
    if "itemEncoding" in node:
        written.append(("*", node["itemEncoding"], pointer_join(pointer, "itemEncoding")))
    found = [_property(name, mapping(one), where, Encoding.MULTIPART, context) for name, one, where in written]
    return tuple(one for one in found if one != PropertyEncoding(wire_name=one.wire_name))


def _type(encoding: Encoding, schema_type: Type, models: dict[str, Model]) -> Type:
    match encoding:
        case Encoding.BYTES:
            return ScalarType(Scalar.CONTENT)
        case Encoding.TEXT:
            return STR
        case Encoding.FORM | Encoding.MULTIPART:
            # A form is made of properties, whatever the schema is.
            return schema_type if _has_properties(schema_type, models) else DictType(ANY)
        case Encoding.JSON | Encoding.ITEMS:
            return schema_type


def _resolved(type_: Type, models: dict[str, Model]) -> Type:
    """Return what a type is called by its names stands for; classes stand for themselves."""
    for _ in range(_DEEPEST):
        model = models.get(type_.name) if isinstance(type_, ModelRef) else None
        if not isinstance(model, AliasModel):
            break
        type_ = model.type
    return type_


def _has_properties(type_: Type, models: dict[str, Model]) -> bool:
    type_ = _resolved(type_, models)
    return isinstance(type_, ModelRef | DictType | UnionType)


def _item(whole: Type, models: dict[str, Model]) -> Type:
    """Return the type of the items of a sequence whose schema may describe an item, the list of all, or just text."""
    resolved = _resolved(whole, models)
    if isinstance(resolved, ListType):
        return resolved.item
    return whole if isinstance(resolved, ModelRef | DictType | UnionType) else ANY


def body_fields(type_: Type, models: dict[str, Model]) -> tuple[Field, ...] | None:
    """Return the fields that keywords are made of; None where a body is no object with named properties."""
    resolved = _resolved(type_, models)
    if without_none(resolved) != resolved:
        resolved = _resolved(without_none(resolved), models)
    if isinstance(resolved, ModelRef):
        return tuple(field for field in all_fields(resolved.name, models) if not field.read_only) or None
    return None


def _are_keywords(fields: tuple[Field, ...] | None) -> bool:
    return fields is not None and not any(field.required and field.name in METHOD_KEYWORDS for field in fields)


def property_encodings(node: Tree, pointer: str, encoding: Encoding, context: Context) -> tuple[PropertyEncoding, ...]:
    """Return how the properties of a form or multipart body are written, for those that differ from the default.

    Args:
        node: the media type object.
        pointer: where it is.
        encoding: how the body becomes bytes.
        context: the document.
    """
    if encoding not in {Encoding.FORM, Encoding.MULTIPART}:
        return ()
    found = [
        _property(name, mapping(written), pointer_join(pointer, "encoding", name), encoding, context)
        for name, written in mapping(node.get("encoding")).items()
    ]
    return tuple(one for one in found if one != PropertyEncoding(wire_name=one.wire_name))


def _property(name: str, node: Tree, pointer: str, encoding: Encoding, context: Context) -> PropertyEncoding:
    style = node.get("style") if node.get("style") in _STYLES else None
    explode = node.get("explode") if isinstance(node.get("explode"), bool) else None
    reserved = node.get("allowReserved") is True
    if encoding is Encoding.MULTIPART and style == "form" and explode is not False:
        # Some generators of documents write the default style beside every part, files included.
        style, explode = None, None
    return PropertyEncoding(
        wire_name=name,
        content_type=_text(node.get("contentType")),
        style=style,
        explode=explode,
        allow_reserved=reserved,
        headers=tuple(_constant_headers(node, pointer, context)) if encoding is Encoding.MULTIPART else (),
    )


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _constant_headers(node: Tree, pointer: str, context: Context) -> list[tuple[str, str]]:
    """Return the headers of a part that can have one value only; the others are the caller's to give."""
    found: list[tuple[str, str]] = []
    for name, written in mapping(node.get("headers")).items():
        header, where = context.resolve(written, pointer_join(pointer, "headers", name))
        schema, _ = context.resolve(header.get("schema"), pointer_join(where, "schema"))
        values = [schema["const"]] if "const" in schema else sequence(schema.get("enum"))
        if len(values) == 1 and isinstance(values[0], str) and name.lower() != "content-type":
            found.append((name, values[0]))
    return found
