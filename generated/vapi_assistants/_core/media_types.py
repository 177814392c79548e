"""Media types, and text as they want it (RFC 9110 §8.3.1)."""

from __future__ import annotations

import codecs
import json
from typing import Any, Final

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


def essence(media_type: str) -> str:
    """Return a media type in lower case without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def parameters_of(media_type: str) -> frozenset[tuple[str, str]]:
    """Return the parameters of a media type, such as a version or a profile (RFC 9110 §5.6.6)."""
    found = (parameter.partition("=") for parameter in media_type.split(";")[1:] if parameter.strip())
    return frozenset((name.strip().lower(), value.strip().strip('"')) for name, _, value in found)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 8259, RFC 6839)."""
    name = essence(media_type)
    return name in {"application/json", "text/json"} or name.endswith("+json")


def is_text(media_type: str) -> bool:
    """Tell whether a media type is text of any kind: XML, YAML, JSON lines and server-sent events included."""
    name = essence(media_type)
    return name.startswith("text/") or name.endswith(("/xml", "+xml", "/yaml", "+yaml", "/x-yaml")) or is_items(name)


def is_items(media_type: str) -> bool:
    """Tell whether a media type is a sequence of items: JSON lines, a JSON text sequence, server-sent events."""
    name = essence(media_type)
    return name in _JSON_LINES or name == "text/event-stream"


def concrete(media_types: str) -> str | None:
    """Return the first media type of a list that has no wildcard."""
    return next((one.strip() for one in media_types.split(",") if one.strip() and "*" not in one), None)


def charset_of(media_type: str) -> str | None:
    """Return the character set that a media type names, if Python knows it."""
    for parameter in media_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            try:
                return codecs.lookup(value.strip().strip("\"'")).name
            except LookupError:
                return None
    return None


def json_bytes(value: Any, media_type: str = "application/json") -> bytes:
    """Return JSON as a media type wants it: UTF-8, or plain ASCII where it names another character set.

    Raises:
        ValueError: a number that JSON cannot carry.
    """
    ascii_only = charset_of(media_type) not in {None, "utf-8"}
    return json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False).encode()
