"""Example calls in Python: complete programs that compile, and run against the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from clientsmith.emit.calls import INDENT, WIDTH, python_literal, python_source
from clientsmith.emit.docs.site import Site
from clientsmith.emit.docs.values import json_of, parameter_value, required_fields, value_of
from clientsmith.ir import (
    ANY,
    METHOD_KEYWORDS,
    BodyVariant,
    Decode,
    Encoding,
    Group,
    Operation,
    Parameter,
    Place,
    Scalar,
    ScalarType,
    StreamType,
    Type,
)
from clientsmith.ir.types import children
from clientsmith.text import string_literal
from clientsmith.trees import is_array, is_object

_FEW_ARGUMENTS: Final = 3
"""More arguments read better one a line."""


@dataclass(frozen=True, slots=True)
class Example:
    """What an example call sends.

    Attributes:
        parameters: the parameters that are given, each with its value.
        variant: the media type of the body; None where there is no body.
        body: its value, as JSON.
    """

    parameters: tuple[tuple[Parameter, Any], ...]
    variant: BodyVariant | None
    body: Any


def example_of(operation: Operation, site: Site) -> Example:
    """Choose what an example call sends.

    All required parameters, and the first optional query parameter that the document has an example of; the first
    example of the body, else its required fields.
    """
    chosen = [parameter for parameter in operation.parameters if parameter.required]
    optional = [
        parameter
        for parameter in operation.parameters
        if parameter.place is Place.QUERY and not parameter.required and not parameter.deprecated and parameter.example
    ]
    parameters = tuple((parameter, parameter_value(parameter, site)) for parameter in [*chosen, *optional[:1]])
    variant = operation.body.variants[0] if operation.body else None
    if variant is None:
        return Example(parameters, None, None)
    return Example(parameters, variant, _body_value(variant, site))


def _body_value(variant: BodyVariant, site: Site) -> Any:
    if variant.examples:
        return json_of(variant.examples[0])
    if variant.fields is not None:
        return required_fields(variant.fields, site)
    return value_of(variant.type, "body", site)


def python_call(operation: Operation, group: Group, site: Site, *, is_async: bool, walks: bool = False) -> str:
    """Return a program that calls an operation, or walks through all its pages."""
    api = site.api
    example = example_of(operation, site)
    client = api.async_client if is_async else api.client
    arguments = _arguments(example)
    target = f"client.{group.attribute}.{operation.method_name}"
    opening = f"{'async ' if is_async else ''}with {client}({_base_url(site)}) as client:"
    if walks:
        opened = _call(f"{'async ' if is_async else ''}for item in {target}_all(", arguments, "):", 1)
        inner = [opened, f"{INDENT}print(item)"]
    else:
        wait = "await " if is_async else ""
        name = "" if operation.returns is None else "result = "
        inner = [_call(f"{name}{wait}{target}(", arguments, ")", 1)]
        inner += [_shown(operation)] if name else []
    body = "\n".join([opening, *(_indented(part, 1) for part in inner)])
    if not is_async:
        return f"from {api.package} import {client}\n\n{body}"
    return (
        f"import asyncio\n\nfrom {api.package} import {client}\n\n"
        f"async def main() -> None:\n{_indented(body, 1)}\n\nasyncio.run(main())"
    )


def _shown(operation: Operation) -> str:
    if isinstance(operation.returns, StreamType):
        return "for item in result:\n    print(item)"
    binary = all(response.decode is Decode.BYTES for response in operation.success if response.type is not None)
    return "print(len(result))" if binary else "print(result)"


def _indented(text: str, levels: int) -> str:
    margin = INDENT * levels
    return "\n".join(margin + line if line else "" for line in text.split("\n"))


def _base_url(site: Site) -> str:
    servers = site.api.servers
    if servers and servers[0].url.startswith(("http://", "https://")):
        return ""
    return f"base_url={string_literal(server_url(site))}"


def server_url(site: Site) -> str:
    """Return the address that examples call: the document's first server, on an example host where it names none."""
    url = site.api.servers[0].url if site.api.servers else ""
    if url.startswith(("http://", "https://")):
        return url
    return f"https://example.com/{url.strip('/')}".rstrip("/")


def _arguments(example: Example) -> list[tuple[str, Any]]:
    """Return arguments: a keyword, empty for a positional one, and a value."""
    positional = [("", value) for parameter, value in example.parameters if parameter.place is Place.PATH]
    keywords = [(parameter.name, value) for parameter, value in example.parameters if parameter.place is not Place.PATH]
    variant, body = example.variant, example.body
    if variant is None:
        return positional + keywords
    names = {field.wire_name: field.name for field in variant.fields or () if field.name not in METHOD_KEYWORDS}
    taken = {name for name, _ in keywords}
    if is_object(body) and all(key in names and names[key] not in taken for key in body):
        fields = [(names[key], _content(value, variant, key)) for key, value in body.items()]
        return positional + keywords + fields
    return [*positional, ("", _content(body, variant, "")), *keywords]


def _content(value: Any, variant: BodyVariant, key: str) -> Any:
    """Return the value of a field or of a body, with bytes where these are wanted."""
    if variant.encoding is Encoding.BYTES:
        return str(value).encode()
    if variant.encoding is not Encoding.MULTIPART or is_object(value):
        return {name: _content(item, variant, name) for name, item in value.items()} if is_object(value) else value
    types = {field.wire_name: field.type for field in variant.fields or ()}
    if not takes_files(types.get(key, ANY)):
        return value
    return [str(item).encode() for item in value] if is_array(value) else str(value).encode()


def takes_files(type_: Type) -> bool:
    """Tell whether a value of a type is a file, or a list of files."""
    return type_ == ScalarType(Scalar.FILE) or any(takes_files(child) for child in children(type_))


def _call(opening: str, arguments: list[tuple[str, Any]], closing: str, levels: int) -> str:
    parts = [(f"{name}=" if name else "", value) for name, value in arguments]
    flat = opening + ", ".join(prefix + python_literal(value) for prefix, value in parts) + closing
    if len(flat) + len(INDENT) * levels <= WIDTH and len(parts) <= _FEW_ARGUMENTS:
        return flat
    lines = [f"{INDENT}{prefix}{python_source(value, 1 + levels, len(prefix))}," for prefix, value in parts]
    return "\n".join([opening, *lines, closing])
