"""Parameters of operations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from clientsmith.ir.operations import Parameter, Place
from clientsmith.ir.types import STR
from clientsmith.lower.context import Context, default_of, examples_of, schema_example, text_of
from clientsmith.naming import Names, snake_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import OperationPlace
from clientsmith.trees import Tree, mapping, sequence

_RESERVED: Final = frozenset({"self", "body", "options", "fields"})
_IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
_TEMPLATE_PLACE: Final = re.compile(r"\{([^{}]+)\}")
_PLACES: Final = {place.value: place for place in Place}
_DEFAULT_STYLES: Final = {Place.PATH: "simple", Place.QUERY: "form", Place.HEADER: "simple", Place.COOKIE: "form"}
_ORDER: Final = {Place.PATH: 0, Place.QUERY: 1, Place.HEADER: 2, Place.COOKIE: 3}


def lower_parameters(place: OperationPlace, context: Context, body_fields: Iterable[str] = ()) -> tuple[Parameter, ...]:
    """Lower the parameters of an operation, those of its path included.

    One of the operation replaces one of the path of the same name and place (OpenAPI 3.1 §4.8.10). Header parameters
    called Accept, Content-Type or Authorization are left out (§4.8.12). Path parameters come in the order of the path
    template, which alone decides which of them there are (§4.8.8.1): one that no parameter describes is text, and one
    that the template lacks could not be sent.

    Args:
        place: the operation.
        context: the document.
        body_fields: names of the keywords of the body; parameters that travel elsewhere do not take them.
    """
    in_template = dict.fromkeys(_TEMPLATE_PLACE.findall(place.path))
    found: dict[tuple[str, Place], tuple[Tree, str]] = {}
    path_pointer = pointer_join("/paths", place.path)
    for holder, pointer in ((place.item, path_pointer), (place.operation, place.pointer)):
        for index, written in enumerate(sequence(holder.get("parameters"))):
            node, where = context.resolve(written, pointer_join(pointer, "parameters", index))
            name, travels = node.get("name"), _PLACES.get(str(node.get("in")))
            if not isinstance(name, str) or travels is None:
                context.report("parameter-unusable", "a parameter needs a name and a place; it was left out", where)
            elif travels is Place.PATH and name not in in_template:
                continue  # told when the document was checked
            elif not (travels is Place.HEADER and name.lower() in _IGNORED_HEADERS):
                found[name, travels] = (node, where)
    for name in in_template:
        found.setdefault((name, Place.PATH), ({}, place.pointer))
    ranked = sorted(found, key=lambda key: _rank(key, place.path))
    names = Names(_RESERVED)
    # Path parameters are positional only, so a keyword of the same name is no other name for them.
    lowered = [
        _parameter(name, travels, *found[name, travels], names=names, context=context)
        for name, travels in ranked
        if travels is Place.PATH
    ]
    for name in body_fields:
        names.reserve(name)
    lowered += [
        _parameter(name, travels, *found[name, travels], names=names, context=context)
        for name, travels in ranked
        if travels is not Place.PATH
    ]
    return tuple(lowered)


def _rank(key: tuple[str, Place], path: str) -> tuple[int, int]:
    name, place = key
    return _ORDER[place], path.find("{" + name + "}") if place is Place.PATH else 0


def _parameter(name: str, place: Place, node: Tree, pointer: str, *, names: Names, context: Context) -> Parameter:
    own_name = snake_case(name, "parameter")
    media_type = next(iter(mapping(node.get("content"))), None) if "schema" not in node else None
    where = pointer_join(pointer, "schema")
    schema = mapping(node.get("schema"))
    if media_type is not None:
        where = pointer_join(pointer, "content", media_type, "schema")
        schema = mapping(mapping(node["content"][media_type]).get("schema"))
    style, explode = node.get("style"), node.get("explode")
    style = style if isinstance(style, str) and style != _DEFAULT_STYLES[place] else None
    type_ = context.types.type_at(where) if node else STR
    return Parameter(
        name=names.take(own_name, f"{own_name}_{place.value}"),
        wire_name=name,
        place=place,
        required=place is Place.PATH or node.get("required") is True,
        type=type_,
        style=style,
        explode=explode if isinstance(explode, bool) and explode != _explodes(style, place) else None,
        allow_reserved=node.get("allowReserved") is True,
        media_type=media_type,
        deprecated=node.get("deprecated") is True or schema.get("deprecated") is True,
        default=default_of(schema),
        example=next(iter(examples_of(node, pointer, context)), None) or schema_example(schema),
        text=text_of(node) or text_of(schema),
        origin=pointer,
    )


def _explodes(style: str | None, place: Place) -> bool:
    """Return the default of `explode` (OpenAPI 3.1 §4.8.12.2): true for style form only."""
    return (style or _DEFAULT_STYLES[place]) == "form"
