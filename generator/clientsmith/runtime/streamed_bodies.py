"""Bodies that are sent as bytes or item by item: files, JSON lines, server-sent events."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from .field_names import Places
from .jsonable import plain
from .media_types import essence, json_bytes
from .narrowing import is_mapping
from .sources import StreamedBody, of_items, source_of
from .uploads import as_file, is_content, is_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sources import Source


def write_content(media_type: str, body: Any) -> tuple[str, bytes | StreamedBody]:
    """Return the media type and content of a body that is bytes.

    Args:
        media_type: the media type, or a range of them; the name of a file then tells which.
        body: bytes, a path, a file object, an iterable of bytes, or a `File`.

    Raises:
        TypeError: it is nothing that can be sent as bytes.
        OSError: the path leads to no file.
    """
    file = as_file(body)
    if "*" in media_type:
        from .multipart import content_type_of  # noqa: PLC0415

        name = file.filename or (os.fspath(file.content) if is_path(file.content) else "")
        media_type = file.content_type or content_type_of(name, media_type)
    return media_type, _body(source_of(file.content, f"A body of type {essence(media_type)}"))


def write_items(name: str, annotation: Any, body: Any) -> bytes | StreamedBody:
    """Return the content of a body that is a sequence of items.

    Args:
        name: the media type, without parameters.
        annotation: the type of an item.
        body: an iterable of items; a path or a file object is sent as it is.

    Raises:
        TypeError: it is no iterable, or an item has no JSON form.
        OSError: the path leads to no file.
    """
    if is_path(body) or (is_content(body) and hasattr(body, "read")):
        return _body(source_of(body, f"A body of type {name}"))
    if isinstance(body, BaseModel) or is_mapping(body) or not (hasattr(body, "__iter__") or hasattr(body, "__aiter__")):
        msg = f"A body of type {name} must be an iterable of items, such as a list, not {type(body).__name__}."
        raise TypeError(msg)
    return _body(of_items(body, _encoder(name, Places.of(annotation))))


def _encoder(name: str, places: Places) -> Callable[[Any], bytes]:
    if name == "text/event-stream":
        return lambda item: _event(item, places)
    start = b"\x1e" if name == "application/json-seq" else b""
    return lambda item: start + json_bytes(plain(item, places)) + b"\n"


def _event(item: Any, places: Places) -> bytes:
    """Write a server-sent event (WHATWG HTML §9.2.6): a `ServerSentEvent`, text, or data that goes as JSON."""
    from .server_sent_events import ServerSentEvent  # noqa: PLC0415

    if not isinstance(item, ServerSentEvent):
        data = item if isinstance(item, str) else json_bytes(plain(item, places)).decode()
        item = ServerSentEvent(data)
    fields = [("event", item.event)] if item.event != "message" else []
    fields += [("id", item.id)] if item.id else []
    fields += [("retry", str(item.retry))] if item.retry is not None else []
    for name, text in fields:
        if any(character in text for character in "\r\n\0"):
            msg = f"The {name} of an event must not contain line breaks."
            raise ValueError(msg)
    fields += [("data", line) for line in item.data.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return ("".join(f"{name}: {text}\n" for name, text in fields) + "\n").encode()


def _body(content: bytes | Source) -> bytes | StreamedBody:
    return content if isinstance(content, bytes) else StreamedBody((content,))
