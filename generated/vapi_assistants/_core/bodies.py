"""Request bodies: from what the caller passed to bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args
from urllib.parse import quote

from pydantic import BaseModel

from .annotations import is_union, unwrap
from .field_names import Places
from .jsonable import plain
from .media_types import charset_of, essence, is_items, is_json, is_text, json_bytes
from .models import complete, constants_of, wire_name
from .narrowing import is_bytes, is_collection, is_mapping, is_model, is_object
from .operations import Encoding, Operation
from .parameters import checked_header, query_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operations import BodyVariant
    from .sources import StreamedBody

_NO_FIELDS: Final[Mapping[str, Any]] = {}
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class EncodedBody:
    """A body that is ready to be sent.

    Attributes:
        content_type: the media type with its parameters; None if there is no body.
        content: the bytes, or what gives them while it is sent; None if there is no body.
    """

    content_type: str | None = None
    content: bytes | StreamedBody | None = None


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
        content_type: which of the operation's media types to send; one that a range of them covers is sent itself.

    Returns:
        The encoded body.

    Raises:
        TypeError: both or neither of `body` and `fields` where one is needed, an unknown field, or a value that the
            media type cannot carry.
        ValueError: an unknown `content_type`, or a number that JSON cannot carry.
        OSError: a path that leads to no file.
    """
    fields = fields or _NO_FIELDS
    if not operation.body:
        if body is not None or fields:
            msg = f"{operation.id} takes no body."
            raise TypeError(msg)
        return _EMPTY
    variant, media_type = _choose(operation, content_type)
    annotation = variant.type() if variant.type is not None else None
    if fields:
        if body is not None:
            msg = f"{operation.id} takes either a body or its fields as keywords, not both."
            raise TypeError(msg)
        body = _from_fields(operation, annotation, fields)
    elif body is None and extra:
        body = {}
    elif body is None:
        if not operation.body_required:
            return _EMPTY
        if not (_takes_null(annotation) and is_json(essence(media_type))):
            _check_empty(operation, annotation)
            body = {}
    return _encode(variant, media_type, annotation, body, extra or _NO_FIELDS)


def _choose(operation: Operation[Any], content_type: str | None) -> tuple[BodyVariant, str]:
    """Return the variant for a media type, and the media type to send; the variant's own may be a range."""
    if content_type is None:
        return operation.body[0], operation.body[0].media_type
    wanted = essence(content_type)
    # The very same one first: a document may have several that differ in their parameters only.
    for variant in sorted(operation.body, key=lambda variant: variant.media_type != content_type):
        if essence(variant.media_type) == wanted:
            return variant, content_type if ";" in content_type else variant.media_type
    if "*" not in wanted:
        for variant in operation.body:
            range_of = essence(variant.media_type)
            if range_of == "*/*" or (range_of.endswith("/*") and wanted.startswith(range_of[:-1])):
                return variant, checked_header("content_type", content_type)
    known = ", ".join(repr(variant.media_type) for variant in operation.body)
    msg = f"{operation.id} does not take {content_type!r}; content_type must be one of {known}."
    raise ValueError(msg)


def _model_of(annotation: Any) -> type[BaseModel] | None:
    bare, _ = unwrap(annotation)
    if is_union(bare):
        members = [member for member in get_args(bare) if member is not type(None)]
        bare, _ = unwrap(members[0]) if len(members) == 1 else (None, ())
    return bare if is_model(bare) else None


def _takes_null(annotation: Any) -> bool:
    bare, _ = unwrap(annotation)
    return is_union(bare) and type(None) in get_args(bare)


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


def _encode(variant: BodyVariant, media_type: str, annotation: Any, body: Any, extra: Mapping[str, Any]) -> EncodedBody:
    name = essence(media_type)
    if is_json(name):
        value = _with_extra(plain(body, Places.of(annotation)), extra)
        return EncodedBody(media_type, json_bytes(value, media_type))
    if name == _FORM:
        pairs = form_pairs(variant.encoding, annotation, body, extra)
        return EncodedBody(media_type, "&".join([f"{name}={value}" for name, value in pairs]).encode())
    if name.startswith("multipart/") and not is_bytes(body):
        from .multipart import write_multipart, write_parts  # noqa: PLC0415 - most programs upload nothing

        encodings = {encoding.name: encoding for encoding in variant.encoding}
        if is_collection(body) and name != "multipart/form-data":
            return EncodedBody(*write_parts(media_type, _with_extra(body, extra), Places.of(annotation), encodings))
        properties = _properties(annotation, body, extra)
        return EncodedBody(*write_multipart(media_type, properties, Places.of(annotation), encodings))
    if isinstance(body, str) and is_text(name):
        return _text(media_type, body)
    if is_bytes(body):
        return EncodedBody(_concrete(media_type), bytes(body))
    from .streamed_bodies import write_content, write_items  # noqa: PLC0415

    if is_items(name):
        return EncodedBody(media_type, write_items(name, annotation, body))
    content_type, content = write_content(media_type, body)
    return EncodedBody(content_type, content)


def _text(media_type: str, body: str) -> EncodedBody:
    charset = charset_of(media_type)
    if charset is None and media_type.startswith("text/") and "charset" not in media_type.lower():
        media_type = f"{media_type}; charset=utf-8"
    try:
        return EncodedBody(_concrete(media_type), body.encode(charset or "utf-8"))
    except UnicodeEncodeError as error:
        msg = f"The body has characters that {media_type!r} cannot carry, such as {body[error.start]!r}."
        raise ValueError(msg) from None


def _concrete(media_type: str) -> str:
    return "application/octet-stream" if "*" in media_type else media_type


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


def form_pairs(
    encoding: tuple[Encoding, ...], annotation: Any, form: Any, extra: Mapping[str, Any] = _NO_FIELDS
) -> list[tuple[str, str]]:
    """Write the properties of a form (OpenAPI 3.1 §4.8.15), percent-encoded.

    Args:
        encoding: how properties are written that differ from the default.
        annotation: the Python type of the form; None if nothing is known.
        form: a model or a dict.
        extra: further properties.

    Raises:
        TypeError: it is neither, or has a value that cannot be written.
        ValueError: a number that is not finite.
    """
    encodings = {one.name: one for one in encoding}
    places = Places.of(annotation)
    pairs: list[tuple[str, str]] = []
    for name, value in _properties(annotation, form, extra).items():
        own = encodings.get(name) or Encoding(name)
        written = plain(value, places.property(name), path=f"/{name}")
        is_json_text = not own.has_style and own.content_type is not None and is_json(own.content_type)
        # A nested object goes as JSON unless the document gives it a style (OpenAPI 3.1 §4.8.15).
        if (is_json_text and written is not None) or (isinstance(written, dict) and not own.has_style):
            pairs.append((quote(name, ""), quote(json_bytes(written), "")))
        else:
            pairs.extend(query_pairs(own.parameter(), written))
    return pairs
