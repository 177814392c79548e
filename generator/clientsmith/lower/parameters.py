"""Parameters of operations."""

from __future__ import annotations

import re
from typing import Final

from clientsmith.ir.operations import Body, Encoding, Parameter, Place, PropertyEncoding, keyword_fields
from clientsmith.ir.types import STR
from clientsmith.lower.bodies import property_encodings
from clientsmith.lower.context import Context, default_of, examples_of, schema_example, text_of, text_of_schema
from clientsmith.lower.media_types import encoding_of
from clientsmith.naming import Names, snake_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import OperationPlace
from clientsmith.trees import Tree, mapping, sequence

_RESERVED: Final = frozenset({"self", "body", "options", "fields", "content_type"})
_IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
_TEMPLATE_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_PLACES: Final = {place.value: place for place in Place}
_DEFAULT_STYLES: Final = {
    Place.PATH: "simple",
    Place.QUERY: "form",
    Place.QUERYSTRING: "form",
    Place.HEADER: "simple",
    Place.COOKIE: "form",
}
_ORDER: Final = {place: position for position, place in enumerate(Place)}


def lower_parameters(place: OperationPlace, body: Body | None, context: Context) -> tuple[Parameter, ...]:
    """Lower the parameters of an operation, those of its path included.

    One of the operation replaces one of the path of the same name and place (OpenAPI 3.1 §4.8.10). Header parameters
    called Accept, Content-Type or Authorization are left out (§4.8.12). Path parameters come in the order of the path
    template, which alone decides which of them there are (§4.8.8.1): one that no parameter describes is text, and one
    that the template lacks could not be sent. A parameter gives way to a field of the body of the same name, since both
    are keywords.
    """
    in_template = dict.fromkeys(_TEMPLATE_PLACE.findall(place.path))
    of_path = pointer_join("/paths", place.path)
    found: dict[tuple[str, Place], tuple[Tree, str]] = {}
    headers: dict[str, str] = {}
    for holder, pointer in ((place.item, of_path), (place.operation, place.pointer)):
        for index, written in enumerate(sequence(holder.get("parameters"))):
            node, where = context.resolve(written, pointer_join(pointer, "parameters", index))
            name, travels = node.get("name"), _PLACES.get(str(node.get("in")))
            if not isinstance(name, str) or travels is None:
                context.report("parameter-unusable", "a parameter needs a name and a place; it was left out", where)
            elif travels is Place.PATH and name not in in_template:
                continue  # told when the document was checked
            elif not (travels is Place.HEADER and name.lower() in _IGNORED_HEADERS):
                # Names of headers have no case (RFC 9110 §5.1).
                name = headers.setdefault(name.lower(), name) if travels is Place.HEADER else name
                found[name, travels] = (node, where)
    in_path = _TEMPLATE_PLACE.findall(place.path.partition("?")[0])
    for name in in_template:
        # A query that is written in the template, too, goes once, as the query parameter says.
        if name in in_path or (name, Place.QUERY) not in found:
            found.setdefault((name, Place.PATH), ({}, place.pointer))
    names = Names(_RESERVED)
    fields = frozenset(field.name for field in keyword_fields(body)) if body is not None else frozenset[str]()
    return tuple(
        _parameter(name, travels, *found[name, travels], names=names, fields=fields, context=context)
        for name, travels in sorted(found, key=lambda key: _rank(key, place.path))
    )


def _rank(key: tuple[str, Place], path: str) -> tuple[int, int]:
    name, place = key
    return _ORDER[place], path.find("{" + name + "}") if place is Place.PATH else 0


def _parameter(
    name: str, place: Place, node: Tree, pointer: str, *, names: Names, fields: frozenset[str], context: Context
) -> Parameter:
    own_name = snake_case(name, "parameter")
    media_type = next(iter(mapping(node.get("content"))), None) if "schema" not in node else None
    where = pointer_join(pointer, "schema")
    schema = mapping(node.get("schema"))
    if media_type is not None:
        where = pointer_join(pointer, "content", media_type, "schema")
        schema = mapping(mapping(node["content"][media_type]).get("schema"))
    style, explode = node.get("style"), node.get("explode")
    style = style if isinstance(style, str) and style != _DEFAULT_STYLES[place] else None
    return Parameter(
        name=_name(own_name, place, names, fields),
        wire_name=name,
        place=place,
        required=place is Place.PATH or node.get("required") is True,
        type=context.types.type_at(where) if node else STR,
        style=style,
        explode=explode if isinstance(explode, bool) and explode != _explodes(style, place) else None,
        allow_reserved=node.get("allowReserved") is True,
        media_type=media_type,
        properties=_form_properties(media_type, node, pointer, context) if place is Place.QUERYSTRING else (),
        deprecated=node.get("deprecated") is True or schema.get("deprecated") is True,
        default=default_of(schema),
        example=next(iter(examples_of(node, pointer, context)), None) or schema_example(schema),
        text=text_of_schema(schema, text_of(node)),
        origin=pointer,
    )


def _form_properties(
    media_type: str | None, node: Tree, pointer: str, context: Context
) -> tuple[PropertyEncoding, ...]:
    if media_type is None or encoding_of(media_type) is not Encoding.FORM:
        return ()
    return property_encodings(
        mapping(node["content"][media_type]), pointer_join(pointer, "content", media_type), Encoding.FORM, context
    )


def _name(own_name: str, place: Place, names: Names, fields: frozenset[str]) -> str:
    longer = f"{own_name}_{place.value}"
    return names.take(longer) if own_name in fields and place is not Place.PATH else names.take(own_name, longer)


def _explodes(style: str | None, place: Place) -> bool:
    """Return the default of `explode` (OpenAPI 3.2 §4.12.2): true for the styles form and cookie only."""
    return (style or _DEFAULT_STYLES[place]) in {"form", "cookie"}
