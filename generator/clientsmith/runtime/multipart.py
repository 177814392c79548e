"""Multipart bodies (RFC 7578, RFC 2046 §5.1, OpenAPI 3.1 §4.8.15): fields, JSON parts and files."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from pydantic import BaseModel

from .field_names import Places
from .formats import Base64Bytes
from .jsonable import plain
from .media_types import concrete, essence, is_json, json_bytes
from .narrowing import is_array, is_bytes, is_collection
from .parameters import checked_header, query_pairs
from .scalars import text_of
from .sources import StreamedBody, source_of
from .uploads import File, FileTypes, as_file, is_content, is_file_tuple, is_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .operations import Encoding
    from .sources import Source

_OCTETS: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class _Part:
    name: str | None
    content: bytes | Source
    filename: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])


def write_multipart(
    media_type: str, properties: Mapping[str, Any], places: Places, encodings: Mapping[str, Encoding]
) -> tuple[str, bytes | StreamedBody]:
    """Write a multipart body.

    Args:
        media_type: the media type, such as `multipart/form-data`.
        properties: the values by JSON name; those that are None are left out.
        places: what the document says about the values.
        encodings: what it says about how each is written, by name.

    Returns:
        The media type with its boundary, and the body: bytes if all of it is in memory.

    Raises:
        TypeError: a value that cannot be written.
        ValueError: a header with control characters, or a number that is not finite.
    """
    return _written(
        media_type,
        (
            part
            for name, value in properties.items()
            for part in _parts(name, value, places.property(name), encodings.get(name))
        ),
    )


def write_parts(
    media_type: str, values: Iterable[Any], places: Places, encodings: Mapping[str, Encoding]
) -> tuple[str, bytes | StreamedBody]:
    """Write a multipart body whose parts have no names, as `multipart/mixed` (OpenAPI 3.2 §4.14.4, RFC 2046 §5.1.3).

    Args:
        media_type: the media type.
        values: the values of the parts; those that are None are left out.
        places: what the document says about the list of them.
        encodings: what it says about how each is written, by its number, or `*` for all others.

    Returns:
        The media type with its boundary, and the body: bytes if all of it is in memory.

    Raises:
        TypeError: a value that cannot be written.
        ValueError: a header with control characters, or a number that is not finite.
    """
    inner, others = places.items(), encodings.get("*")
    return _written(
        media_type,
        (
            _nameless(_part(str(index), value, inner, encodings.get(str(index), others)), str(index))
            for index, value in enumerate(values)
            if value is not None
        ),
    )


def _nameless(part: _Part, number: str) -> _Part:
    return replace(part, name=None, filename=None if part.filename == number else part.filename)


def _written(media_type: str, parts: Iterable[_Part]) -> tuple[str, bytes | StreamedBody]:
    boundary = os.urandom(16).hex()
    segments: list[bytes | Source] = []
    for part in parts:
        segments += (f"--{boundary}\r\n".encode() + _head(part), part.content, b"\r\n")
    segments.append(f"--{boundary}--\r\n".encode())
    content_type = f"{essence(media_type)}; boundary={boundary}"
    in_memory = [segment for segment in segments if isinstance(segment, bytes)]
    if len(in_memory) == len(segments):
        return content_type, b"".join(in_memory)
    return content_type, StreamedBody(tuple(segments))


def _head(part: _Part) -> bytes:
    disposition = [] if part.name is None else ["form-data", f'name="{_quoted(part.name)}"']
    if part.filename is not None:
        disposition = [*(disposition or ["attachment"]), f'filename="{_quoted(part.filename)}"']
    lines = {**({"Content-Disposition": "; ".join(disposition)} if disposition else {}), **part.headers}
    return "".join(f"{name}: {text}\r\n" for name, text in lines.items()).encode() + b"\r\n"


def _quoted(text: str) -> str:
    """Write a name as browsers do (WHATWG HTML, multipart form data)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


def _parts(name: str, value: Any, places: Places, encoding: Encoding | None) -> Iterator[_Part]:
    if value is None:
        return
    if encoding is not None and encoding.has_style:
        for key, text in query_pairs(encoding.parameter(), plain(value, places, path=f"/{name}")):
            yield _Part(unquote(key), unquote(text).encode())
        return
    # A list is a part for each item (RFC 7578 §4.3), unless it is the content of one file, in pieces.
    if is_collection(value) and not is_file_tuple(value) and not _is_one_file(places):
        inner = places.items()
        for item in value:
            if item is not None:
                yield _part(name, item, inner, encoding)
    else:
        yield _part(name, value, places, encoding)


def _is_one_file(places: Places) -> bool:
    return FileTypes in places.candidates and not places.items().candidates


def _part(name: str, value: Any, places: Places, encoding: Encoding | None) -> _Part:
    declared = None if encoding is None else encoding.content_type
    constants = {} if encoding is None else dict(encoding.headers)
    is_text = isinstance(value, str) and str in places.candidates
    is_declared_file = FileTypes in places.candidates and not is_text and not isinstance(value, (dict, BaseModel))
    is_base64 = is_bytes(value) and Base64Bytes in places.candidates
    if not is_base64 and (is_declared_file or isinstance(value, File) or is_file_tuple(value) or is_content(value)):
        return _file(name, as_file(value), declared, constants)
    written = plain(value, places, path=f"/{name}")
    chosen = concrete(declared) if declared is not None else None
    if isinstance(written, (dict, list)):
        chosen = chosen or "application/json"
        return _Part(name, json_bytes(written, chosen), None, {"Content-Type": chosen, **constants})
    headers = {**constants} if chosen is None else {"Content-Type": chosen, **constants}
    if chosen is not None and is_json(chosen):
        return _Part(name, json_bytes(written, chosen), None, headers)
    return _Part(name, text_of(written, name).encode(), None, headers)


def _file(name: str, file: File, declared: str | None, constants: dict[str, str]) -> _Part:
    filename = file.filename or _name_of(file.content) or name
    content_type = file.content_type or content_type_of(filename, declared)
    headers = {"Content-Type": content_type, **constants, **(file.headers or {})}
    checked = {key: checked_header(f"Header {key!r} of {name!r}", text) for key, text in headers.items()}
    return _Part(name, source_of(file.content, f"{name!r}"), filename, checked)


def _name_of(content: Any) -> str | None:
    if is_bytes(content) or is_array(content):
        return None
    found: Any = content if is_path(content) else getattr(content, "name", None)
    return os.path.basename(os.fspath(found)) if is_path(found) or isinstance(found, str) else None  # noqa: PTH119


def content_type_of(filename: str, declared: str | None) -> str:
    """Return the media type of a file: one of the declared ones, the one that its name tells if it may choose.

    Args:
        filename: the name of the file.
        declared: a list of media types, perhaps with wildcards (`image/png, image/*`); None for any.
    """
    allowed = [one.strip() for one in (declared or "*/*").split(",")]
    if len(allowed) == 1 and "*" not in allowed[0]:
        return allowed[0]
    import mimetypes  # noqa: PLC0415 - reads files of the system

    guess = mimetypes.guess_type(filename)[0] or _OCTETS
    for one in map(essence, allowed):
        if one in {guess, "*/*"} or (one.endswith("/*") and guess.startswith(one[:-1])):
            return guess
    return concrete(declared or "") or _OCTETS
