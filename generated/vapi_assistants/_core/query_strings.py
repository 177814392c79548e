"""Queries that are one value, in a media type (OpenAPI 3.2 §4.12, `in: querystring`).

Loaded only where a document has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .bodies import form_pairs
from .field_names import Places
from .jsonable import plain
from .media_types import essence, is_json, json_bytes
from .scalars import text_of

if TYPE_CHECKING:
    from .operations import Parameter


def query_string(parameter: Parameter, value: Any) -> str:
    """Write a query as a whole.

    Args:
        parameter: what the document says about it.
        value: the value; None is not sent.

    Returns:
        The query, percent-encoded, without its question mark.

    Raises:
        TypeError: a value that the media type cannot carry.
        ValueError: a number that is not finite.
    """
    if value is None:
        return ""
    annotation = parameter.type() if parameter.type is not None else None
    name = essence(parameter.media_type or "application/x-www-form-urlencoded")
    if name == "application/x-www-form-urlencoded":
        return "&".join([f"{key}={text}" for key, text in form_pairs(parameter.encoding, annotation, value)])
    if is_json(name):
        return quote(json_bytes(plain(value, Places.of(annotation))), safe="")
    return quote(text_of(value, f"Query string {parameter.name!r}"), safe="")
