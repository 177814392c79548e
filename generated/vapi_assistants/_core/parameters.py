"""Writing parameters into a path, query, header or cookie (OpenAPI 3.1 §4.8.12, RFC 6570, RFC 3986).

A list or an object that has nothing in it is not written, and None inside of one is left out (RFC 6570 §2.3).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import quote

from pydantic import BaseModel

from .field_names import Places
from .jsonable import plain
from .narrowing import is_array, is_collection, is_object
from .scalars import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from .operations import Parameter

Pairs: TypeAlias = "list[tuple[str, str]]"

# What may stand in a query value of a parameter that allows reserved characters. Left out are those that would end the
# value or the query (`&`, `#`, `+`), and brackets, which RFC 3986 does not allow there.
_RESERVED: Final = ":/?@!$'()*,;="
_PERCENT_ENCODED: Final = re.compile("(%[0-9A-Fa-f]{2})")
_DELIMITERS: Final = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}


def path_text(parameter: Parameter, value: Any) -> str:
    """Write a path parameter.

    Args:
        parameter: what the document says about it.
        value: the value.

    Returns:
        The percent-encoded text for the place of the parameter in the path.

    Raises:
        ValueError: the value is None or, but in the style `matrix`, empty, so that the path would name something else.
        TypeError: the value cannot be written as text.
    """
    if type(value) is str and value and parameter.effective_style == "simple" and parameter.media_type is None:
        return _encode(value)
    what = f"Path parameter {parameter.name!r}"
    value = _plain(parameter, value)
    names, texts = _items(value, what)
    if not texts or ("" in texts and parameter.effective_style != "matrix"):
        msg = f"{what} must not be empty or None: the path would lead somewhere else."
        raise ValueError(msg)
    explode = parameter.effective_explode
    pairs = [f"{quote(name, '')}={_encode(text)}" for name, text in zip(names, texts, strict=True)] if names else []
    if names and not explode:
        values = [part for name, text in zip(names, texts, strict=True) for part in (quote(name, ""), _encode(text))]
    else:
        values = [_encode(text) for text in texts]
    name = quote(parameter.name, "")
    match parameter.effective_style:
        case "label":
            return "." + ".".join(pairs) if pairs and explode else "." + ("." if explode else ",").join(values)
        case "matrix":
            # Without a value there is no equals sign (RFC 6570 §3.2.7).
            if explode:
                written = pairs or [f"{name}={text}" for text in values]
                return "".join(f";{pair.removesuffix('=')}" for pair in written)
            return f";{name}=" + ",".join(values) if any(values) else f";{name}"
        case style:
            return ",".join(pairs) if pairs and explode else _delimiter(style).join(values)


def query_pairs(parameter: Parameter, value: Any) -> Pairs:
    """Write a query parameter, or a property of a form.

    Args:
        parameter: what the document says about it.
        value: the value; None is not sent.

    Returns:
        Names and values, both percent-encoded.

    Raises:
        TypeError: the value cannot be written as text.
        ValueError: a number that is not finite.
    """
    if value is None:
        return []
    what = f"Query parameter {parameter.name!r}"
    value = _plain(parameter, value)
    encode = _encode_reserved if parameter.allow_reserved else _encode
    name = quote(parameter.name, "")
    if parameter.effective_style == "deepObject" and isinstance(value, (dict, list)):
        return [(quote(key, ""), encode(text)) for key, text in _deep(parameter.name, value, what)]
    names, texts = _items(value, what)
    if not isinstance(value, (dict, list)):
        return [(name, encode(texts[0]))]
    if not texts:
        return []
    # A value with a style that OpenAPI leaves undefined for exploded lists is written as in `form`.
    if parameter.effective_explode:
        if names:
            return [(quote(key, ""), encode(text)) for key, text in zip(names, texts, strict=True)]
        return [(name, encode(text)) for text in texts]
    parts = [part for pair in zip(names, texts, strict=True) for part in pair] if names else texts
    # The delimiter itself is always encoded inside of a value, so that it can be told apart.
    encode_part: Callable[[str], str] = _encode_list_part if parameter.allow_reserved else _encode
    return [(name, _delimiter(parameter.effective_style).join(encode_part(part) for part in parts))]


def header_text(parameter: Parameter, value: Any) -> str | None:
    """Write a header parameter (style `simple`, or with another delimiter; without percent-encoding).

    Args:
        parameter: what the document says about it.
        value: the value; None is not sent.

    Returns:
        The text, or None if there is nothing to send.

    Raises:
        ValueError: the text would break out of the header.
        TypeError: the value cannot be written as text.
    """
    if value is None:
        return None
    what = f"Header {parameter.name!r}"
    names, texts = _items(_plain(parameter, value), what)
    if not texts:
        return None
    if names and parameter.effective_explode:
        text = ",".join(f"{name}={text}" for name, text in zip(names, texts, strict=True))
    elif names:
        text = ",".join(part for pair in zip(names, texts, strict=True) for part in pair)
    else:
        text = _DELIMITERS.get(parameter.effective_style, ",").join(texts)
    return checked_header(what, text)


def cookie_pairs(parameter: Parameter, value: Any) -> Pairs:
    """Write a cookie parameter.

    In the style `form` names and values are percent-encoded, as RFC 6265 allows little; in the style `cookie` they go
    as they are (OpenAPI 3.2 §4.12.2).

    Raises:
        TypeError: the value cannot be written as text.
        ValueError: a value in the style `cookie` would end the cookie.
    """
    if parameter.effective_style != "cookie" or value is None:
        return query_pairs(parameter, value)
    what = f"Cookie {parameter.name!r}"
    names, texts = _items(_plain(parameter, value), what)
    if any(";" in checked_header(what, text) for text in (*names, *texts)):
        msg = f"{what} must not contain a semicolon, which would end it."
        raise ValueError(msg)
    if not parameter.effective_explode:
        parts = [part for pair in zip(names, texts, strict=True) for part in pair] if names else texts
        return [(parameter.name, ",".join(parts))] if parts else []
    return list(zip(names or [parameter.name] * len(texts), texts, strict=True))


def checked_header(what: str, text: str) -> str:
    """Return a header's text if it can be sent.

    Raises:
        ValueError: it has control characters (RFC 9110 §5.5). The message does not show the text.
    """
    if any((character < " " and character != "\t") or character == "\x7f" for character in text):
        msg = f"{what} must not contain line breaks or other control characters."
        raise ValueError(msg)
    return text.strip(" \t")


def _plain(parameter: Parameter, value: Any) -> Any:
    if parameter.type is not None and isinstance(value, (dict, list, tuple)):
        value = plain(value, Places.of(parameter.type()))
    if parameter.media_type is not None and (_is_json(parameter.media_type) or isinstance(value, (dict, list, tuple))):
        return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    return list(value) if is_collection(value) else value


def _is_json(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))


def _items(value: Any, what: str) -> tuple[list[str], list[str]]:
    """Return the names (of an object) and texts of a value's items; the text alone for a single value."""
    if is_object(value):
        kept = [(text_of(name, what), item) for name, item in value.items() if item is not None]
        return [name for name, _ in kept], [_text(item, what) for _, item in kept]
    if is_array(value):
        return [], [_text(item, what) for item in value if item is not None]
    return [], [] if value is None else [text_of(value, what)]


def _text(item: Any, what: str) -> str:
    # OpenAPI leaves values inside of values undefined; JSON at least loses nothing.
    if isinstance(item, (dict, list, tuple, BaseModel)):
        return json.dumps(plain(item), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text_of(item, what)


def _deep(name: str, value: Any, what: str) -> Pairs:
    """Write nested values as `name[key]=…`; a list as `name[]=…`, by index where its items are not single values."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json")
    if is_object(value):
        return [pair for key, item in value.items() for pair in _deep(f"{name}[{text_of(key, what)}]", item, what)]
    if is_collection(value):
        nested = any(isinstance(item, (dict, list, tuple, BaseModel)) for item in value)
        return [
            pair
            for index, item in enumerate(value)
            for pair in _deep(f"{name}[{index}]" if nested else f"{name}[]", item, what)
        ]
    return [] if value is None else [(name, text_of(value, what))]


def _delimiter(style: str) -> str:
    """Return what stands between the items of a list in a path or query; other than a comma it is always encoded."""
    return quote(_DELIMITERS.get(style, ","), safe=",")


def _encode(text: str) -> str:
    return quote(text, safe="")


def _encode_reserved(text: str, safe: str = _RESERVED) -> str:
    # What is percent-encoded already stays as it is, too (RFC 6570 §3.2.3, OpenAPI 3.1.1 §4.8.12.2.2).
    parts = _PERCENT_ENCODED.split(text)
    return "".join(part if _PERCENT_ENCODED.fullmatch(part) else quote(part, safe=safe) for part in parts)


def _encode_list_part(text: str) -> str:
    return _encode_reserved(text, _RESERVED.replace(",", ""))
