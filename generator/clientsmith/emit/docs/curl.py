"""Example calls with curl, quoted for a POSIX shell."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from typing import Any, Final, assert_never
from urllib.parse import quote

from clientsmith.emit.docs.calls import Example, example_of, server_url, takes_files
from clientsmith.emit.docs.site import Site
from clientsmith.emit.facts import sent_path
from clientsmith.emit.markdown import json_source
from clientsmith.ir import (
    APIKeyAuth,
    AuthScheme,
    BasicAuth,
    BearerAuth,
    Encoding,
    OAuth2Auth,
    Operation,
    Parameter,
    Place,
)
from clientsmith.trees import is_array, is_object, mapping

_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SEPARATORS: Final = {"spaceDelimited": " ", "pipeDelimited": "|"}


def curl_call(operation: Operation, site: Site) -> str:
    """Return a command that calls an operation."""
    example = example_of(operation, site)
    schemes = [scheme for scheme in site.api.auth if scheme.scheme in _needed(operation)]
    address = shlex.quote(_url(operation, example, site))
    query_keys = [scheme for scheme in schemes if isinstance(scheme, APIKeyAuth) and scheme.place == "query"]
    for scheme in query_keys:
        separator = "&" if "?" in address else "?"
        address += f"{shlex.quote(separator + quote(scheme.wire_name, safe='') + '=')}{_variable(scheme.variable)}"
    parts = [f"curl {address}"]
    if operation.verb != "GET":
        parts.append(f"--request {shlex.quote(operation.verb)}")
    parts += [option for scheme in schemes for option in _credential(scheme)]
    parts += _headers(example)
    parts += _data(example)
    return " \\\n  ".join(parts)


def _needed(operation: Operation) -> tuple[str, ...]:
    return next((alternative for alternative in operation.security if alternative), ())


def _variable(name: str) -> str:
    # The name of the variable is text of the spec: only a plain name may be expanded by a shell.
    return f'"${name}"' if _VARIABLE.fullmatch(name) else "'<credential>'"


def _credential(scheme: AuthScheme) -> Iterator[str]:
    match scheme:
        case BearerAuth() | OAuth2Auth():
            yield f"--header {_with_variable('Authorization: Bearer ', scheme.variable)}"
        case BasicAuth():
            if scheme.kind == "digest":
                yield "--digest"
            yield f"--user {_variable(scheme.username_variable)}:{_variable(scheme.password_variable)}"
        case APIKeyAuth(place="header"):
            yield f"--header {_with_variable(f'{_one_line(scheme.wire_name)}: ', scheme.variable)}"
        case APIKeyAuth(place="cookie"):
            yield f"--cookie {_with_variable(f'{_one_line(scheme.wire_name)}=', scheme.variable)}"
        case APIKeyAuth():
            return
        case _:
            assert_never(scheme)


def _with_variable(prefix: str, variable: str) -> str:
    if _VARIABLE.fullmatch(variable) and re.fullmatch(r"[A-Za-z0-9 :=_.-]*", prefix):
        return f'"{prefix}${variable}"'
    return f"{shlex.quote(prefix)}{_variable(variable)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _url(operation: Operation, example: Example, site: Site) -> str:
    path = sent_path(operation).partition("#")[0]  # a fragment never travels
    query: list[str] = []
    for parameter, value in example.parameters:
        if parameter.place is Place.PATH:
            path = path.replace(f"{{{parameter.wire_name}}}", ",".join(quote(text, safe="") for text in _texts(value)))
        elif parameter.place is Place.QUERY:
            query += _pairs(parameter, value)
        elif parameter.place is Place.QUERYSTRING:
            query += _whole(parameter, value)
    mark = "&" if "?" in path else "?"
    return (operation.server or server_url(site)) + path + (mark + "&".join(query) if query else "")


def _pairs(parameter: Parameter, value: Any) -> Iterator[str]:
    """Yield the pairs of a query parameter, in its style (OpenAPI 3.1 §4.8.12, style values)."""
    name = parameter.wire_name
    style = parameter.style or "form"
    explode = parameter.explode if parameter.explode is not None else style in {"form", "deepObject"}
    if parameter.media_type is not None:
        yield _pair(name, json.dumps(value, ensure_ascii=False))
    elif is_object(value) and style == "deepObject":
        yield from (_pair(f"{name}[{key}]", _text(item)) for key, item in value.items())
    elif is_object(value) and explode:
        yield from (_pair(key, _text(item)) for key, item in value.items())
    elif is_array(value) and explode:
        yield from (_pair(name, text) for text in _texts(value))
    else:
        yield _pair(name, _SEPARATORS.get(style, ",").join(_texts(value)))


def _whole(parameter: Parameter, value: Any) -> Iterator[str]:
    if is_object(value) and parameter.media_type == "application/x-www-form-urlencoded":
        yield from (_pair(key, text) for key, item in value.items() for text in _texts(item))
    else:
        yield quote(_text(value), safe=",:")


def _pair(name: str, value: str) -> str:
    return f"{quote(name, safe='[]')}={quote(value, safe=',:')}"


def _texts(value: Any) -> list[str]:
    if is_array(value):
        return [_text(item) for item in value]
    if is_object(value):
        return [text for key, item in value.items() for text in (key, _text(item))]
    return [_text(value)]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _headers(example: Example) -> Iterator[str]:
    for parameter, value in example.parameters:
        text = _one_line(",".join(_texts(value)))
        if parameter.place is Place.HEADER:
            yield f"--header {shlex.quote(f'{_one_line(parameter.wire_name)}: {text}')}"
        elif parameter.place is Place.COOKIE:
            yield f"--cookie {shlex.quote(f'{_one_line(parameter.wire_name)}={text}')}"
    variant = example.variant
    if variant is not None and variant.encoding not in {Encoding.MULTIPART, Encoding.FORM}:
        yield f"--header {shlex.quote(f'Content-Type: {_one_line(variant.media_type)}')}"


def _data(example: Example) -> Iterator[str]:
    variant, body = example.variant, example.body
    if variant is None:
        return
    match variant.encoding:
        case Encoding.JSON:
            yield f"--data {_quoted(json_source(body))}"
        case Encoding.FORM | Encoding.MULTIPART:
            option = "--data-urlencode" if variant.encoding is Encoding.FORM else "--form"
            files = {field.wire_name for field in variant.fields or () if takes_files(field.type)}
            for key, value in mapping(body).items():
                for text in ["@file"] if key in files else _texts(value):
                    yield f"{option} {_quoted(f'{key}={text}')}"
        case Encoding.ITEMS:
            yield "--data-binary @file"
        case Encoding.TEXT:
            yield f"--data-raw {_quoted(_text(body))}"
        case Encoding.BYTES:
            yield "--data-binary @file"
        case _:
            assert_never(variant.encoding)


def _quoted(text: str) -> str:
    """Quote for a shell with as little noise as it takes, because people read it."""
    return "'" + text.replace("'", "'\\''") + "'"
