"""Responses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clientsmith.ir.operations import Decode, Header, Response
from clientsmith.ir.types import ANY, STR, Scalar, ScalarType, StreamType, Type, union
from clientsmith.lower.context import Context, examples_of, text_of
from clientsmith.lower.files import is_file
from clientsmith.lower.media_types import decode_of, essence, fallback_media_type, is_media_type
from clientsmith.lower.unspecified_content import schema_pointer
from clientsmith.positions import pointer_get, pointer_join
from clientsmith.schemas.places import stream_item
from clientsmith.text import SpecText
from clientsmith.trees import Tree, mapping

DELIMITERS: Final = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""What stands between items of a header, by styles that only Swagger 2.0 has there (`collectionFormat`)."""

_REDIRECTS: Final = frozenset({"301", "302", "303", "307", "308", "3XX"})
_STATUS: Final = re.compile(r"[1-5](\d\d|XX)")


def lower_responses(
    operation: Tree, method: str, pointer: str, context: Context
) -> tuple[tuple[Response, ...], tuple[Response, ...]]:
    """Lower the responses of an operation.

    Returns:
        Those of success (2xx, else what a redirect of a GET leads to, else `default`) and those of failure, both in
        document order.
    """
    success: list[Response] = []
    failures: list[Response] = []
    fallback: list[Response] = []
    for status, written in mapping(operation.get("responses")).items():
        where = pointer_join(pointer, "responses", status)
        key = str(status) if status == "default" else str(status).upper()
        if key.startswith("X-"):
            continue
        if key != "default" and not _STATUS.fullmatch(key):
            context.report(
                "status-unusable", f"{status!r} is neither a status code nor a range; it was left out", where
            )
            continue
        node, resolved = context.resolve(written, where)
        responses = _responses(key, node, resolved, context)
        target = fallback if key == "default" else success if key.startswith("2") else failures
        target.extend(responses)
    if not success and method == "get":
        success = [_behind(response) for response in failures if response.status in _REDIRECTS][:1]
    if success:
        failures.extend(fallback)
    else:
        success = fallback
    return tuple(success), tuple(failures)


def _behind(redirect: Response) -> Response:
    """Return what a followed redirect leads to: nothing is said of it, so that it is bytes."""
    return replace(
        redirect,
        status="2XX",
        media_type="*/*",
        decode=Decode.BYTES,
        type=ScalarType(Scalar.BYTES),
        headers=(),
        examples=(),
        text=SpecText("What the redirect leads to."),
    )


def _responses(status: str, node: Tree, pointer: str, context: Context) -> list[Response]:
    headers = tuple(_headers(node, pointer, context))
    text = text_of(node)
    content = mapping(node.get("content"))
    if not content or status in {"204", "205", "304"}:
        return [
            Response(
                status=status,
                media_type=None,
                decode=Decode.NONE,
                type=None,
                headers=headers,
                text=text,
                origin=pointer,
            )
        ]
    responses: list[Response] = []
    for name, written in content.items():
        where = pointer_join(pointer, "content", name)
        place = schema_pointer(name, content, pointer_join(pointer, "content"), context)
        type_: Type = ANY if place is None else context.types.type_at(place)
        schema = {} if place is None else context.resolve(pointer_get(context.tree, place), place)[0]
        media_type, decode = _decoding(name, schema, type_, where, context)
        if decode in {Decode.SSE, Decode.JSONL}:
            type_ = _stream(mapping(written), where, type_, decode, context)
        elif decode is not Decode.JSON:
            type_ = STR if decode is Decode.TEXT else ScalarType(Scalar.BYTES)
        responses.append(
            Response(
                status=status,
                media_type=media_type,
                decode=decode,
                type=type_,
                headers=headers,
                examples=examples_of(mapping(written), where, context),
                text=text,
                origin=where,
            )
        )
    return responses


def _headers(node: Tree, pointer: str, context: Context) -> Iterator[Header]:
    """Yield the headers of a response; `Content-Type` is what `content` says (OpenAPI 3.1 §4.8.17)."""
    for name, written in mapping(node.get("headers")).items():
        header, where = context.resolve(written, pointer_join(pointer, "headers", name))
        if name.lower() == "content-type":
            continue
        media_type = next(iter(mapping(header.get("content"))), None) if "schema" not in header else None
        if media_type is not None:
            where = pointer_join(where, "content", media_type)
        is_json = media_type is not None and is_media_type(media_type) and decode_of(media_type) is Decode.JSON
        described = header if media_type is None else mapping(mapping(header.get("content")).get(media_type))
        yield Header(
            wire_name=name,
            type=context.types.type_at(pointer_join(where, "schema")) if media_type is None or is_json else STR,
            explode=header.get("explode") is True,
            delimiter=DELIMITERS.get(str(header.get("style")), ","),
            is_json=is_json,
            text=text_of(header) or text_of(mapping(described.get("schema"))),
        )


def _decoding(media_type: str, schema: Tree, type_: Type, pointer: str, context: Context) -> tuple[str, Decode]:
    """Return the media type that is asked for, and how a body of it is read; where it is open, the schema decides."""
    if not is_media_type(media_type):
        used = fallback_media_type(is_typed=bool(schema) and not is_file(schema))
        context.report("media-type-unusable", f"{media_type!r} is no media type; {used} is asked for instead", pointer)
        return used, decode_of(used)
    if essence(media_type) in {"*/*", "application/*"}:
        if is_file(schema):
            return media_type, Decode.BYTES
        return media_type, Decode.TEXT if type_ == STR else Decode.JSON
    decode = decode_of(media_type)
    # Nothing in JSON is binary: it is a file with a wrong label, as those of Swagger 2.0 often are.
    return media_type, Decode.BYTES if decode is Decode.JSON and is_file(schema) else decode


def _stream(content: Tree, pointer: str, whole: Type, decode: Decode, context: Context) -> StreamType:
    """Return the type of a stream: of `itemSchema`, else of `schema`, which the APIs of today use for it."""
    item = stream_item(content)
    type_ = whole if item is None else context.types.type_at(pointer_join(pointer, *item[2]))
    # A string says nothing of what the data of an event is.
    untyped = {ANY, STR} if decode is Decode.SSE else set[Type]()
    return StreamType(None if type_ in untyped else type_)


def returned(success: tuple[Response, ...]) -> Type | None:
    """Return the type of what a call returns: the union over all successes; None where no success has a body."""
    types = [response.type for response in success if response.type is not None]
    if not types:
        return None
    if len(types) < len(success):
        return union(*types, ScalarType(Scalar.NONE))
    return union(*types)
