"""How a body or response of a media type is written and read."""

from __future__ import annotations

import re
from typing import Final

from clientsmith.ir.operations import Decode, Encoding

_MEDIA_TYPE: Final = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+/[!#$%&'*+.^_`|~0-9a-z-]+")


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case (RFC 9110 §8.3.1)."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON: `application/json`, `*/*`, or with the suffix `+json` (RFC 6839)."""
    kind = essence(media_type)
    return kind in {"application/json", "text/json", "*/*", "application/*"} or kind.endswith("+json")


def is_text(media_type: str) -> bool:
    """Tell whether a media type is text that a caller reads as a string, XML included."""
    kind = essence(media_type)
    return kind.startswith("text/") or kind.endswith(("/xml", "+xml", "/yaml", "+yaml", "/x-yaml"))


_JSON_LINES: Final = frozenset(
    {
        "application/json-seq",
        "application/jsonl",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    }
)


def is_media_type(media_type: str) -> bool:
    """Tell whether a text is a media type or a range of them, parameters left aside (RFC 9110 §8.3.1)."""
    return _MEDIA_TYPE.fullmatch(essence(media_type)) is not None


def written_media_type(media_type: str, *, is_typed: bool) -> str | None:
    """Return the media type that a request body is sent with; a range of them stays one where it is for bytes.

    Args:
        media_type: as the document has it.
        is_typed: whether the body has a schema that is not a binary string.

    Returns:
        The media type; None if what the document has is not one, so that `fallback_media_type` is to be taken.
    """
    first = media_type.split(",", 1)[0].strip()
    if not is_media_type(first):
        return None
    return "application/json" if is_typed and essence(first) in {"*/*", "application/*"} else first


def fallback_media_type(*, is_typed: bool) -> str:
    """Return the media type to send where the document has none that is one."""
    return "application/json" if is_typed else "application/octet-stream"


def encoding_of(media_type: str) -> Encoding:
    """Return how a request body of a media type, as `written_media_type` gives it, becomes bytes."""
    kind = essence(media_type)
    if "*" not in kind and is_json(kind):
        return Encoding.JSON
    if kind == "application/x-www-form-urlencoded":
        return Encoding.FORM
    if kind.startswith("multipart/"):
        return Encoding.MULTIPART
    if kind in _JSON_LINES or kind == "text/event-stream":
        return Encoding.ITEMS
    return Encoding.TEXT if is_text(kind) else Encoding.BYTES


def decode_of(media_type: str) -> Decode:
    """Return how a response of a media type becomes a value."""
    if is_json(media_type):
        return Decode.JSON
    if essence(media_type) == "text/event-stream":
        return Decode.SSE
    if essence(media_type) in _JSON_LINES:
        return Decode.JSONL
    return Decode.TEXT if is_text(media_type) else Decode.BYTES
