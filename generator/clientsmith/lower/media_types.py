"""How a body or response of a media type is written and read."""

from __future__ import annotations

from clientsmith.ir.operations import Decode, Encoding


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


def encoding_of(media_type: str) -> Encoding:
    """Return how a request body of a media type becomes bytes."""
    if is_json(media_type):
        return Encoding.JSON
    match essence(media_type):
        case "application/x-www-form-urlencoded":
            return Encoding.FORM
        case kind if kind.startswith("multipart/"):
            return Encoding.MULTIPART
        case kind:
            return Encoding.TEXT if is_text(kind) else Encoding.BYTES


_JSON_LINES = frozenset(
    {
        "application/json-seq",
        "application/jsonl",
        "application/ndjson",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    }
)


def decode_of(media_type: str) -> Decode:
    """Return how a response of a media type becomes a value."""
    if is_json(media_type):
        return Decode.JSON
    if essence(media_type) == "text/event-stream":
        return Decode.SSE
    if essence(media_type) in _JSON_LINES:
        return Decode.JSONL
    return Decode.TEXT if is_text(media_type) else Decode.BYTES
