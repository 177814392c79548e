"""Request bodies: from what the caller passed to bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

from pydantic import BaseModel

from .annotations import unwrap
from .field_names import Places
from .jsonable import plain
from .models import complete, constants_of, wire_name
from .narrowing import is_array, is_bytes, is_mapping, is_model, is_object
from .operations import Operation, Parameter
from .parameters import query_pairs
from .scalars import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operations import BodyVariant

_NO_FIELDS: Final[Mapping[str, Any]] = {}
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body that is ready to be sent.

    Attributes:
        content_type: the media type with its parameters; None if there is no body, or the boundary is still open.
        content: the bytes; None if there is no body.
        files: parts of a multipart body, as httpx takes them.
    """

    content_type: str | None = None
    content: bytes | None = None
    files: list[tuple[str, Any]] | None = None


_EMPTY: Final = EncodedBody()


def encode_body(
    operation: Operation[Any],
    body: Any,
    fields: Mapping[str, Any] | None = None,
    *,
    extra: Mapping[str, Any] | None = None,
    content_type: str | None = None,
) -> EncodedBody:
    """Encode the body of a call.

    Args:
        operation: the operation.
        body: a model, a dict, or whatever the media type takes; None for none.
        fields: properties by Python name, instead of `body`.
        extra: further properties of a JSON object or form.
        content_type: which of the operation's media types to send.

    Returns:
        The encoded body.

    Raises:
        TypeError: both or neither of `body` and `fields` where one is needed, an unknown field, or a value that the
            media type cannot carry.
        ValueError: an unknown `content_type`, or a number that JSON cannot carry.
    """
    fields = fields or _NO_FIELDS
    if not operation.body:
        if body is not None or fields:
            msg = f"{operation.id} takes no body."
            raise TypeError(msg)
        return _EMPTY
    variant = _choose(operation, content_type)
    annotation = variant.type() if variant.type is not None else None
    if fields:
        if body is not None:
            msg = f"{operation.id} takes either a body or its fields as keywords, not both."
            raise TypeError(msg)
        body = _from_fields(operation, annotation, fields)
    elif body is None:
        if not operation.body_required and not extra:
            return _EMPTY
        if operation.body_required and not extra:
            _check_empty(operation, annotation)
        body = {}
    return _encode(variant, annotation, body, extra or _NO_FIELDS)


def essence(media_type: str) -> str:
    """Return a media type in lower case without its parameters (RFC 9110 §8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 8259, RFC 6839)."""
    name = essence(media_type)
    return name in {"application/json", "text/json"} or name.endswith("+json")


def _choose(operation: Operation[Any], content_type: str | None) -> BodyVariant:
    if content_type is None:
        return operation.body[0]
    for variant in operation.body:
        if essence(variant.media_type) == essence(content_type):
            return variant
    known = ", ".join(repr(variant.media_type) for variant in operation.body)
    msg = f"{operation.id} does not take {content_type!r}; content_type must be one of {known}."
    raise ValueError(msg)


def _model_of(annotation: Any) -> type[BaseModel] | None:
    bare, _ = unwrap(annotation)
    return bare if is_model(bare) else None


def _from_fields(operation: Operation[Any], annotation: Any, fields: Mapping[str, Any]) -> dict[str, Any]:
    model = _model_of(annotation)
    if model is None:
        msg = f"{operation.id} takes its body as one value, not as keywords."
        raise TypeError(msg)
    complete(model)
    for name in fields:
        if name not in model.model_fields:
            from difflib import get_close_matches  # noqa: PLC0415 - only for the message

            close = get_close_matches(name, model.model_fields, 1, 0.5)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            msg = (
                f"{operation.id} got an unexpected keyword {name!r}{hint} "
                "(pass properties that the API document does not know by options=RequestOptions(body=…))."
            )
            raise TypeError(msg)
    filled_in = {alias: value for _, alias, value in constants_of(model)}
    return {**filled_in, **{wire_name(model, name): value for name, value in fields.items()}}


def _check_empty(operation: Operation[Any], annotation: Any) -> None:
    model = _model_of(annotation)
    if model is None:
        msg = f"{operation.id} needs a body."
        raise TypeError(msg)
    complete(model)
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    if required:
        msg = (
            f"{operation.id} needs a body: pass a {model.__name__}, a dict, or its fields as keywords "
            f"(required: {', '.join(required)})."
        )
        raise TypeError(msg)


def _encode(variant: BodyVariant, annotation: Any, body: Any, extra: Mapping[str, Any]) -> EncodedBody:
    name = essence(variant.media_type)
    if is_json(name):
        return EncodedBody(variant.media_type, _json(_with_extra(plain(body, Places.of(annotation)), extra)))
    if name == _FORM:
        return EncodedBody(variant.media_type, _form(variant, annotation, body, extra))
    if name == "multipart/form-data":
        return EncodedBody(files=_parts(annotation, body, extra))
    if isinstance(body, str):
        charset = "" if "charset" in variant.media_type.lower() else "; charset=utf-8"
        text_type = variant.media_type + charset if name.startswith("text/") else variant.media_type
        return EncodedBody(_concrete(text_type), body.encode())
    if is_bytes(body):
        return EncodedBody(_concrete(variant.media_type), bytes(body))
    if hasattr(body, "read"):
        content: Any = body.read()
        return EncodedBody(_concrete(variant.media_type), content if isinstance(content, bytes) else content.encode())
    msg = f"A body of type {name} must be bytes, str or a file object, not {type(body).__name__}."
    raise TypeError(msg)


def _concrete(media_type: str) -> str:
    return "application/octet-stream" if "*" in media_type else media_type


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _with_extra(value: Any, extra: Mapping[str, Any]) -> Any:
    if not extra:
        return value
    if not is_object(value):
        msg = "options.body adds properties to an object, and this body is none."
        raise TypeError(msg)
    return {**value, **plain(extra)}


def _properties(annotation: Any, body: Any, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties of a form, with JSON names but with values as they are."""
    if isinstance(body, BaseModel):
        names = body.model_fields_set
        values = {
            wire_name(type(body), name) if name in type(body).model_fields else name: value
            for name, value in body
            if name in names
        }
        return {**values, **extra}
    if not is_mapping(body):
        msg = f"A form must be a model or a dict, not {type(body).__name__}."
        raise TypeError(msg)
    names_for = Places.of(annotation).names_for(body) if annotation is not None else {}
    return {**{names_for.get(key, key): value for key, value in body.items()}, **extra}


def _form(variant: BodyVariant, annotation: Any, body: Any, extra: Mapping[str, Any]) -> bytes:
    styles = {parameter.name: parameter for parameter in variant.encoding}
    places = Places.of(annotation)
    pairs: list[tuple[str, str]] = []
    for name, value in _properties(annotation, body, extra).items():
        parameter = styles.get(name, Parameter(name, "query"))
        written = plain(value, places.property(name), path=f"/{name}")
        # A nested object goes as JSON unless the document gives it a style (OpenAPI 3.1 §4.8.15).
        if isinstance(written, dict) and name not in styles:
            pairs.append((quote(name, ""), quote(_json(written), "")))
        else:
            pairs.extend(query_pairs(parameter, written))
    return "&".join(f"{name}={value}" for name, value in pairs).encode()


def _parts(annotation: Any, body: Any, extra: Mapping[str, Any]) -> list[tuple[str, Any]]:
    places = Places.of(annotation)
    parts: list[tuple[str, Any]] = []
    for name, value in _properties(annotation, body, extra).items():
        place = places.property(name)
        inner, values = (place.items(), value) if is_array(value) else (place, [value])
        parts.extend((name, _part(name, item, inner)) for item in values if item is not None)
    return parts


def _part(name: str, value: Any, places: Places) -> Any:
    if isinstance(value, tuple) or hasattr(value, "read"):
        return cast("Any", value)
    if is_bytes(value):
        return (name, bytes(value))
    written = plain(value, places, path=f"/{name}")
    if isinstance(written, (dict, list)):
        return (None, _json(written), "application/json")
    return (None, "null" if written is None else text_of(written, name))
